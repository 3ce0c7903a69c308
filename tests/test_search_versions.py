"""A Pagefind whose files are not known here: one whole index as it wrote it, and a word about what that costs."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import digest_search
import pytest
from newsdigest import indexer

from tests.building import digests
from tests.sample import edition
from tests.site.conftest import SITEURL
from tests.site.harness import build
from tests.test_search_build import counting
from tests.test_search_parts import MADE, PARTS, article, findings, urls

CHANGED = (article(0, "a pier"), *MADE[1:])


def pretend(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    """Let Pagefind have another version."""

    def version(name: str) -> str:
        return told if name == "pagefind" else metadata.version(name)

    monkeypatch.setattr(digest_search, "version", version)
    monkeypatch.setattr("newsdigest.engines.version", version)


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version that is not known."""
    pretend(monkeypatch, "1.6.0")


@pytest.mark.usefixtures("other")
def test_what_another_version_wrote_is_published_as_it_is(tmp_path: Path) -> None:
    index = digest_search.current_index(MADE, "en", tmp_path / "search", PARTS)
    records = digest_search.Division(sorted(MADE, key=digest_search.views.search_place))
    wrote = {file.path: file.content for file in indexer.run_pagefind(digest_search.documents(records, 0), "en")}
    files = {path.relative_to(index).as_posix(): path.read_bytes() for path in index.rglob("*") if path.is_file()}
    assert files.pop("facets.json")
    assert files == {path: wrote[path] for path in files}
    assert {name.partition(".")[0] for name in wrote.keys() - files.keys()} == {
        "pagefind-component-ui",
        "pagefind-highlight",
        "pagefind-modular-ui",
        "pagefind-ui",
        "pagefind-worker",
        "wasm",
    }
    assert "wasm.en.pagefind" in files


def test_everything_is_found_in_it_as_in_one_of_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tuple((name, f"some {name}") for name in digest_search.views.SEARCH_FIELDS if name != "title")
    records = (replace(MADE[0], path="articles/.html", shown=told), *MADE)
    parted = digest_search.current_index(records, "en", tmp_path / "known", PARTS)
    expected = findings(parted)
    pretend(monkeypatch, "2.0.0")
    whole = digest_search.current_index(records, "en", tmp_path / "other", PARTS)
    facets = json.loads((whole / "facets.json").read_text(encoding="utf-8"))["rows"]
    assert set(facets) == set(urls(whole))
    assert sorted(urls(whole).values()) == sorted(urls(parted).values())
    known = next(iter((tmp_path / "known").glob("[0-9]*")))
    (tmp_path / "other" / known.name).write_bytes(known.read_bytes())
    assert findings(whole) == expected


@pytest.mark.usefixtures("other")
def test_it_is_made_again_only_when_something_has_changed_and_has_the_bytes_of_one_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = counting(monkeypatch)
    for records, expected in ((MADE, 1), (MADE, 1), (CHANGED, 2), (CHANGED, 2)):
        renewed = digests(digest_search.current_index(records, "en", tmp_path / "search", PARTS))
        assert len(runs) == expected
    assert renewed == digests(digest_search.current_index(CHANGED, "en", tmp_path / "anew", PARTS))


def test_a_change_of_versions_leaves_nothing_of_the_former_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, version in enumerate(("1.5.2", "1.6.0", "1.7.1", "1.5.4", "1.5.2")):
        pretend(monkeypatch, version)
        renewed = digests(digest_search.current_index(MADE, "en", tmp_path / "search", PARTS))
        assert renewed == digests(digest_search.current_index(MADE, "en", tmp_path / str(number), PARTS)), version


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize("lost", ["0-*", "index/fragment/*", "index/index/*", "index/pagefind-entry.json", "whole"])
def test_one_of_which_something_is_lost_is_made_anew(tmp_path: Path, lost: str) -> None:
    cache = tmp_path / "search"
    whole = digests(digest_search.current_index(MADE, "en", cache))
    next(cache.glob(lost)).unlink()
    assert digests(digest_search.current_index(MADE, "en", cache)) == whole


@pytest.mark.usefixtures("other")
def test_a_site_has_its_search_and_the_owner_hears_what_that_costs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = build(edition(), tmp_path, SITEURL)
    assert (site / "pagefind" / "pagefind.js").is_file()
    told = capsys.readouterr().err
    assert "the form of the files of Pagefind 1.6.0 is not known" in told
    assert "takes several times as long; Pagefind 1.5.x is known" in told


@pytest.mark.parametrize("version", ["1.5.0", "1.5.2", "1.5.11"])
def test_of_a_version_that_is_known_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], version: str
) -> None:
    pretend(monkeypatch, version)
    digest_search.current_index(MADE, "en", tmp_path / "search", PARTS)
    assert len(list((tmp_path / "search").glob("[0-9]*"))) == PARTS
    assert capsys.readouterr().err == ""
