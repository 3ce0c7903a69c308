"""A file that takes too long, in whatever way, is named, and the next one is read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import digest_reader
import pytest
from newsdigest import read
from newsdigest.intake import INTAKE

from tests.read.specimens import PAGE, SPECIMENS, TEXT
from tests.read.test_apart import crash, hang


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[SimpleNamespace]:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.html").write_text(PAGE, encoding="utf-8")
    (content / "b.md").write_bytes(SPECIMENS["md"])
    (content / "c.txt").write_text(TEXT, encoding="utf-8")
    settings: dict[str, object] = {"CACHE_PATH": str(tmp_path / "cache"), "DIGEST_MAX_SECONDS": 8}
    made = SimpleNamespace(path=str(content), settings=settings, context={"stories": [], "skipped": []})
    digest_reader.take_stock(made)
    yield made
    digest_reader.finish(made)


def reasons(stand_in: SimpleNamespace, *names: str) -> dict[str, str]:
    """Read files; give the reason for each that was skipped so far."""
    stories, skipped = digest_reader.read_all(replace(stand_in.settings[INTAKE], paths=names))
    stand_in.context["stories"] += stories
    stand_in.context["skipped"] += skipped
    return {one.path: one.reason for one in stand_in.context["skipped"]}


def test_a_parser_that_hears_no_alarm_is_ended(stand_in: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    start = time.monotonic()
    with monkeypatch.context() as patch:
        patch.setattr(read, "reading", hang)
        found = reasons(stand_in, "a.html")
    assert time.monotonic() - start < 60
    assert list(found) == ["a.html"]
    assert "within 8 seconds" in found["a.html"]
    assert "DIGEST_MAX_SECONDS" in found["a.html"]
    assert list(reasons(stand_in, "b.md", "c.txt")) == ["a.html"]
    assert [story.path for story in stand_in.context["stories"]] == ["b.md", "c.txt"]


def test_a_file_that_brings_its_parser_down_is_named(
    stand_in: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(read, "reading", crash)
        found = reasons(stand_in, "a.html")
    assert "ended the program that reads" in found["a.html"]
    assert list(reasons(stand_in, "b.md")) == ["a.html"]


def test_what_was_read_before_needs_no_process(stand_in: SimpleNamespace) -> None:
    reasons(stand_in, "a.html")
    digest_reader.finish(stand_in)
    assert reasons(stand_in, "a.html", "c.txt") == {}
    assert stand_in.settings[digest_reader.APART].pool is None
