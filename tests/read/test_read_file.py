"""A file becomes a Source, or its owner is told what was found and what to do."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsdigest.errors import UnusableFileError
from newsdigest.model import Source
from newsdigest.options import Options
from newsdigest.read import FORMATS, data_of, read_file

SAVED = datetime(2024, 5, 3, tzinfo=UTC)


def read(path: Path, root: Path, options: Options | None = None) -> Source:
    (source,) = read_file(path, root, SAVED, options or Options()).sources
    return source


def reason(path: Path, root: Path, options: Options | None = None) -> str:
    with pytest.raises(UnusableFileError) as caught:
        read(path, root, options)
    return str(caught.value)


def test_a_file_is_read_with_its_path_below_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "north" / "bridge.TXT"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbfThe bridge opened.\r\nIt is red.")
    assert read(path, tmp_path) == Source("north/bridge.TXT", "txt", "The bridge opened.\nIt is red.", SAVED)


@pytest.mark.parametrize(
    ("data", "found", "advice"),
    [
        (b"", "empty", "delete"),
        (b" \r\n\t\n ", "white space", "delete"),
        (b"\x00\x00\x00\x00", "binary", "save the article as text"),
        (bytes(range(256)) * 4, "binary", "save the article as text"),
        (b"\x89PNG\r\n\x1a\n....", "PNG", "save the article as text"),
        (b"PK\x03\x04....", "zip", "save the article as text"),
        (b"%PDF-1.7 ....", "it is a PDF document: ", "save it again"),
        (b"\xff\xd8\xff\xe0....", "JPEG", "save the article as text"),
        (b"\x1f\x8b\x08....", "gzip", "save the article as text"),
        (b"\xef\xbb\xbf", "white space", "delete"),
        (b"\xff\xfe", "white space", "delete"),
    ],
)
def test_a_file_without_text_is_refused_with_what_it_is_and_what_to_do(
    data: bytes, found: str, advice: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert found in reason(path, tmp_path)
    assert advice in reason(path, tmp_path)


@pytest.mark.parametrize("name", ["a.docx", "noext", ".hidden", "a.txt.part"])
def test_an_unknown_kind_of_file_is_refused_with_the_kinds_known(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("text")
    assert all(f".{suffix}" in reason(tmp_path / name, tmp_path) for suffix in FORMATS)


def test_a_file_over_the_limit_is_refused_with_the_setting_that_raises_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    assert "DIGEST_MAX_BYTES" in reason(path, tmp_path, Options(max_bytes=10))
    assert read(path, tmp_path, Options(max_bytes=11)).text == "x" * 11


def test_a_file_of_more_lines_than_any_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x\n" * 100_000)
    assert "more than 100,000 lines; shorten it, or raise the setting DIGEST_MAX_TEXT" in reason(path, tmp_path)
    path.write_text("x\n" * 99_999)
    assert read(path, tmp_path).text.count("x") == 99_999


def test_a_vanished_file_is_named_as_such(tmp_path: Path) -> None:
    assert "vanished" in reason(tmp_path / "gone.txt", tmp_path)


def test_a_folder_with_the_suffix_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert "not a regular file" in reason(tmp_path / "a.txt", tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may read everything")
def test_an_unreadable_file_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("secret")
    path.chmod(0)
    assert "permissions" in reason(path, tmp_path)


def test_a_file_that_cannot_be_opened_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in reason(path, tmp_path)


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read(tmp_path / "b.txt", tmp_path).path == "b.txt"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "content"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (root / "a.txt").symlink_to("../secret.txt")
    assert "leads out" in reason(root / "a.txt", root)


def test_a_folder_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    root, other = tmp_path / "content", tmp_path / "other"
    root.mkdir()
    other.mkdir()
    (other / "a.txt").write_text("secret")
    (root / "sub").symlink_to(other)
    assert "leads out" in reason(root / "sub" / "a.txt", root)


def test_a_way_up_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "content"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    assert "leads out" in reason(root / ".." / "secret.txt", root)


@pytest.mark.parametrize("below", ["a.txt", "sub/a.txt", "sub/sub/a.txt"])
@pytest.mark.parametrize("through", ["", "sub/link"])
def test_a_file_is_the_same_whether_links_are_followed_or_there_are_none(
    below: str, through: str, tmp_path: Path
) -> None:
    (tmp_path / "real" / below).parent.mkdir(parents=True)
    (tmp_path / "real" / below).write_text("text")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "link").symlink_to("../real")
    assert data_of(tmp_path / (through or "real") / below, tmp_path, Options()) == b"text"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert "link" in reason(tmp_path / "a.txt", tmp_path)


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere.txt")
    assert "does not exist" in reason(tmp_path / "a.txt", tmp_path)


def test_the_content_folder_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("text")
    (tmp_path / "content").symlink_to("real")
    assert read(tmp_path / "content" / "a.txt", tmp_path / "content").path == "a.txt"
