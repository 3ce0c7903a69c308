"""The file that holds what is made once and asked for several times."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.spool import Spool


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.binary(max_size=20_000))))
def test_what_was_made_first_under_a_name_is_given_ever_after(asked: list[tuple[str, bytes]]) -> None:
    spool, first = Spool(), dict(reversed(asked))
    assert [spool.once(name, lambda data=data: data) for name, data in asked] == [first[name] for name, _ in asked]  # type: ignore[misc]


def test_nothing_is_made_twice() -> None:
    spool, made = Spool(), iter([b"once"])
    assert [spool.once("a", lambda: next(made)) for _ in range(3)] == [b"once"] * 3


def test_what_cannot_be_made_is_tried_again() -> None:
    spool = Spool()
    with pytest.raises(ZeroDivisionError):
        spool.once("a", lambda: bytes(1 // 0))
    assert spool.once("a", lambda: b"now") == b"now"


def test_the_file_has_no_name_in_its_folder_which_is_made(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "cache")
    assert spool.once("a", lambda: b"x") == b"x"
    assert list((tmp_path / "cache").iterdir()) == []


def test_where_no_file_can_be_made_it_is_held(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in place of the folder", encoding="utf-8")
    spool = Spool(tmp_path / "cache")
    assert spool.once("one", lambda: b"text") == spool.once("one", lambda: b"never asked for") == b"text"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_where_there_is_no_room_it_is_made_again() -> None:
    spool = Spool()
    spool._file = open("/dev/full", "r+b", buffering=0)  # noqa: SIM115, PTH123  # lives as long as the spool
    assert [spool.once("one", data) for data in (lambda: b"text", lambda: b"more")] == [b"text", b"more"]
