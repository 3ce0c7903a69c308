"""Files are kept by what they are made from, alone or in bundles; the site that stands is never written to."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from newsdigest.kept import (
    FILE,
    Shelf,
    by_end,
    close_shelf,
    digest_of,
    keep,
    linked,
    note,
    open_shelf,
    put,
    recall,
    remember,
    together,
)

ONE, TWO = digest_of(b"one"), digest_of(b"two")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "cache" / FILE


def first(tmp_path: Path, notes: Path) -> Path:
    """A site of three files, two of them in a bundle."""
    site = tmp_path / "first"
    shelf = open_shelf(site, None, notes)
    for path, digest, text in (("a.html", ONE, b"a"), ("b/c.html", ONE, b"c"), ("b/d.html", TWO, b"d")):
        put(shelf, path, digest, partial(bytes, text))
    note(shelf, "b", TWO, ["b/c.html", "b/d.html"])
    close_shelf(shelf, notes)
    return site


def second(tmp_path: Path, notes: Path, former: str = "first") -> Shelf:
    return open_shelf(tmp_path / "second", tmp_path / former, notes)


def never() -> bytes:
    raise AssertionError("made in vain")


def test_a_file_made_from_the_same_is_kept_and_another_made(tmp_path: Path, notes: Path) -> None:
    site = first(tmp_path, notes)
    shelf = second(tmp_path, notes)
    put(shelf, "a.html", ONE, never)
    put(shelf, "b/c.html", TWO, lambda: b"changed")
    assert (shelf.site / "a.html").samefile(site / "a.html")
    assert (shelf.site / "b/c.html").read_bytes() == b"changed"
    assert (site / "b/c.html").read_bytes() == b"c"


def test_a_file_of_which_nobody_knows_what_it_is_made_from_is_always_made(tmp_path: Path, notes: Path) -> None:
    site = tmp_path / "first"
    for folder, former in ((site, None), (tmp_path / "second", site)):
        shelf = open_shelf(folder, former, notes)
        put(shelf, "a.html", None, lambda: b"a")
        close_shelf(shelf, notes)
    assert not (tmp_path / "second/a.html").samefile(site / "a.html")


def test_a_bundle_is_kept_whole_and_stays_known_for_the_next_build(tmp_path: Path, notes: Path) -> None:
    site = first(tmp_path, notes)
    shelf = second(tmp_path, notes)
    assert keep(shelf, "b", TWO) == ("b/c.html", "b/d.html")
    assert (shelf.site / "b/d.html").samefile(site / "b/d.html")
    close_shelf(shelf, notes)
    third = open_shelf(tmp_path / "third", shelf.site, notes)
    assert keep(third, "b", TWO) == ("b/c.html", "b/d.html")


def test_a_bundle_that_is_unknown_or_made_from_something_else_is_left_to_be_made(tmp_path: Path, notes: Path) -> None:
    first(tmp_path, notes)
    shelf = second(tmp_path, notes)
    assert keep(shelf, "b", ONE) == keep(shelf, "c", TWO) == ()
    assert not shelf.site.exists()


@pytest.mark.parametrize("path", ["b/c.html", "b/d.html"])
@pytest.mark.parametrize("edited", [True, False])
def test_a_bundle_that_lacks_a_file_is_not_kept_in_part(tmp_path: Path, notes: Path, path: str, edited: bool) -> None:
    site = first(tmp_path, notes)
    (site / path).write_text("by hand", "utf-8") if edited else (site / path).unlink()
    shelf = second(tmp_path, notes)
    assert keep(shelf, "b", TWO) == ()
    put(shelf, "b/c.html", ONE, lambda: b"c")
    put(shelf, "b/d.html", TWO, lambda: b"d")
    assert {one.name: one.read_bytes() for one in (shelf.site / "b").iterdir()} == {"c.html": b"c", "d.html": b"d"}


def test_a_file_that_somebody_edited_is_neither_kept_nor_changed(tmp_path: Path, notes: Path) -> None:
    site = first(tmp_path, notes)
    (site / "a.html").write_bytes(b"mine")
    shelf = second(tmp_path, notes)
    put(shelf, "a.html", ONE, lambda: b"a")
    assert (shelf.site / "a.html").read_bytes() == b"a"
    assert (site / "a.html").read_bytes() == b"mine"


def test_a_file_whose_rights_somebody_changed_is_not_kept(tmp_path: Path, notes: Path) -> None:
    site = first(tmp_path, notes)
    (site / "a.html").chmod(0o600)
    shelf = second(tmp_path, notes)
    put(shelf, "a.html", ONE, lambda: b"anew")
    assert (shelf.site / "a.html").read_bytes() == b"anew"


def test_another_site_in_the_place_of_the_noted_one_gives_nothing(tmp_path: Path, notes: Path) -> None:
    first(tmp_path, notes)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a.html").write_bytes(b"a")
    shelf = second(tmp_path, notes, "other")
    put(shelf, "a.html", ONE, lambda: b"anew")
    assert (shelf.site / "a.html").read_bytes() == b"anew"


@pytest.mark.parametrize("text", [b"", b"no notes", b"\x92\x80"])
def test_notes_that_cannot_be_read_are_as_good_as_none(tmp_path: Path, notes: Path, text: bytes) -> None:
    first(tmp_path, notes)
    notes.write_bytes(text)
    shelf = second(tmp_path, notes)
    assert keep(shelf, "b", TWO) == ()
    put(shelf, "a.html", ONE, lambda: b"anew")
    assert (shelf.site / "a.html").read_bytes() == b"anew"


def test_a_digest_tells_where_one_part_ends_and_the_next_begins() -> None:
    assert len({digest_of(b"ab", b"c"), digest_of(b"a", b"bc"), digest_of(b"abc"), digest_of(b"abc", b"")}) == 4


def test_notes_that_cannot_be_written_are_no_reason_to_lose_the_site(tmp_path: Path, notes: Path) -> None:
    notes.parent.write_text("a file in place of the folder", "utf-8")
    site = first(tmp_path, notes)
    shelf = second(tmp_path, notes)
    put(shelf, "a.html", ONE, lambda: b"anew")
    assert (site / "a.html").read_bytes() == b"a"
    assert (shelf.site / "a.html").read_bytes() == b"anew"


def test_a_file_is_written_whole_with_the_rights_of_any_new_file_and_never_over_another(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, data = open_shelf(tmp_path / "site", None, notes), bytes(range(256)) * 50
    at_once = os.write
    monkeypatch.setattr(os, "write", lambda file, part: at_once(file, part[:999]))
    put(shelf, "a.html", ONE, lambda: data)
    (tmp_path / "other").write_bytes(data)
    assert (shelf.site / "a.html").read_bytes() == data
    assert (shelf.site / "a.html").stat().st_mode == (tmp_path / "other").stat().st_mode
    with pytest.raises(FileExistsError):
        put(shelf, "a.html", ONE, lambda: b"another")


def test_what_is_remembered_is_recalled_only_for_what_it_was_made_from(notes: Path) -> None:
    remember(notes, b"12", ONE)
    assert recall(notes, ONE) == b"12"
    assert recall(notes, TWO) == recall(notes.with_name("none"), ONE) == b""


def test_a_memory_of_which_any_byte_is_another_is_none(notes: Path) -> None:
    remember(notes, b"123", ONE)
    whole = notes.read_bytes()
    for place in range(len(whole)):
        notes.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert recall(notes, ONE) == b""
        notes.write_bytes(whole[:place])
        assert recall(notes, ONE) == b""


def test_notes_of_which_any_byte_is_another_are_as_good_as_none(tmp_path: Path, notes: Path) -> None:
    first(tmp_path, notes)
    whole = notes.read_bytes()
    for place in range(len(whole)):
        notes.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert second(tmp_path, notes).former is None


def test_one_digest_of_several_is_known_where_all_are() -> None:
    assert together(ONE, TWO) == digest_of(ONE, TWO)
    assert together(ONE, None) is together(b"", TWO) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b'{"path":"people/ada-quill.html","text":"x"}', [b'"Ada"']),
        (b'<a href=\\"https://example.org/people/ada-quill.html#p3\\">', [b'"Ada"']),
        (b"articles/a.b-2.html people/ada-quill.html articles/a.b-2.html", [b'"A"', b'"Ada"']),
        (b"people/ada-quill people/ada-quill.htm ada-quill.html people/quill.html", []),
        (b"tags/same.html", [b'"One""Two"']),
    ],
)
def test_what_a_text_links_is_found_wherever_its_address_stands(text: bytes, found: list[bytes]) -> None:
    told = {"people/ada-quill.html": "Ada", "articles/a.b-2.html": "A", "people/same.html": "One"}
    assert linked(by_end({**told, "organisations/same.html": "Two"}), text) == found
