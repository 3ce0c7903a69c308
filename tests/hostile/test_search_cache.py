"""The index of the search that a build takes over is whole, or made anew; no link in its place is followed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import digest_search
import pytest

from tests.building import digests
from tests.hostile.wrecks import WRECKS, intact, strangers
from tests.test_search_build import RECORDS

FILES = (
    "facets.json",
    "fragment/*",
    "index/*",
    "pagefind-entry.json",
    "pagefind.*.pf_meta",
    "pagefind.js",
    "wasm.en.*",
)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, (0, 0))


def _swapped(path: Path) -> None:
    """Put a link to the same bytes in its place."""
    path.symlink_to(path.rename(path.parents[3] / "moved"))


DAMAGES: dict[str, Callable[[Path], None]] = {
    "lost": Path.unlink,
    "emptied": _emptied,
    "cut": _cut,
    "changed": _changed,
    "swapped": _swapped,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of an index."""
    cache = tmp_path_factory.mktemp("whole") / "search"
    digest_search.current_index(RECORDS, "en", cache)
    return cache


@pytest.fixture
def cache(whole: Path, tmp_path: Path) -> Path:
    """Another like it."""
    place = tmp_path / ".cache" / "search"
    place.parent.mkdir()
    digest_search.current_index(RECORDS, "en", place)
    assert digests(place / "index") == digests(whole / "index")
    return place


@pytest.mark.parametrize("kind", WRECKS)
@pytest.mark.parametrize("name", ["", "whole", "0-*", "index", "index/fragment"])
def test_an_index_is_made_whatever_is_in_its_place(cache: Path, whole: Path, name: str, kind: str) -> None:
    elsewhere, path = strangers(cache.parents[1]), next(cache.glob(name)) if name else cache
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    WRECKS[kind](path, elsewhere)
    index = digest_search.current_index(RECORDS, "en", cache)
    assert digests(index) == digests(whole / "index")
    assert not any(path.is_symlink() for path in (cache, *cache.rglob("*")))
    assert intact(elsewhere)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", FILES)
def test_an_index_of_which_something_was_lost_is_made_anew(cache: Path, whole: Path, pattern: str, damage: str) -> None:
    DAMAGES[damage](sorted((cache / "index").glob(pattern))[0])
    index = digest_search.current_index(RECORDS, "en", cache)
    assert digests(index) == digests(whole / "index")
    assert not any(path.is_symlink() for path in index.rglob("*"))


@pytest.mark.parametrize("text", [b"", b"\xff\xfe\xfa", b"0-0", b"../../elsewhere-1\n", b"\x00" * 9999])
def test_notes_that_tell_nothing_are_as_good_as_none(cache: Path, whole: Path, text: bytes) -> None:
    elsewhere = strangers(cache.parents[1])
    (cache / "whole").write_bytes(text)
    assert digests(digest_search.current_index(RECORDS, "en", cache)) == digests(whole / "index")
    assert intact(elsewhere)


@pytest.mark.parametrize("lost", [1, 5, 31, 33, 40, 80])
def test_notes_that_are_cut_off_are_as_good_as_none(cache: Path, whole: Path, lost: int) -> None:
    (cache / "whole").write_bytes((cache / "whole").read_bytes()[:-lost])
    assert list(digest_search.noted(cache)) == [""]
    assert digests(digest_search.current_index(RECORDS, "en", cache)) == digests(whole / "index")


@pytest.mark.parametrize("pattern", ["0-*", "index/fragment/*", "index/facets.json"])
def test_notes_tell_of_the_parts_and_of_all_files(cache: Path, pattern: str) -> None:
    engine, *parts = digest_search.noted(cache)
    assert engine.endswith("-en")
    assert parts == [path.name for path in cache.glob("0-*")]
    _cut(next(cache.glob(pattern)))
    assert list(digest_search.noted(cache)) == [""]
