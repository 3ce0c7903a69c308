"""A place of ours is cleared and written to, whatever lies there; what a link leads to stays as it is."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from newsdigest.places import clear, in_the_way, is_folder, write

from tests.hostile.wrecks import WRECKS, intact, strangers


@pytest.mark.parametrize("kind", WRECKS)
def test_whatever_is_no_file_is_in_the_way_and_is_cleared_without_being_followed(tmp_path: Path, kind: str) -> None:
    elsewhere, path = strangers(tmp_path), tmp_path / "ours"
    WRECKS[kind](path, elsewhere)
    assert in_the_way(path)
    assert is_folder(path) == (kind == "a folder")
    clear(path)
    assert not path.exists()
    assert not path.is_symlink()
    assert intact(elsewhere)


def test_a_file_and_nothing_are_not_in_the_way(tmp_path: Path) -> None:
    assert not in_the_way(tmp_path / "ours")
    clear(tmp_path / "ours")
    (tmp_path / "ours").touch()
    assert not in_the_way(tmp_path / "ours")
    assert not is_folder(tmp_path / "ours")
    clear(tmp_path / "ours")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", WRECKS)
@pytest.mark.parametrize("name", ["ours.json", "ours.json.new"])
def test_a_file_is_written_whatever_is_in_its_place(tmp_path: Path, name: str, kind: str) -> None:
    elsewhere = strangers(tmp_path)
    WRECKS[kind](tmp_path / name, elsewhere)
    write(tmp_path / "ours.json", b"{}")
    assert (tmp_path / "ours.json").read_bytes() == b"{}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "ours.json"]
    assert intact(elsewhere)


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write(tmp_path / "ours.json", b"old")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path / "ours.json", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"ours.json": b"old"}
