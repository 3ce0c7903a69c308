"""Each hostile file by itself: the article that is in it, with title and text, or the reason why there is none."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsdigest import pipeline
from newsdigest.errors import UnusableFileError
from newsdigest.intake import take_stock
from newsdigest.model import Story
from newsdigest.options import Options
from newsdigest.text import without_unsafe_characters

from tests.hostile import formats, headers, texts
from tests.hostile.case import Case, mark

NOW = datetime(2026, 3, 9, tzinfo=UTC)
SECONDS = 10
"""Within which any file must be read and cleaned, also on a busy machine."""
CASES = (*texts.CASES, *headers.CASES, *formats.CASES)
TOGETHER = {"same-id-2.txt", "same-url-1.txt"}
"""Left out only beside others."""


def what_became_of(case: Case, folder: Path) -> tuple[tuple[Story, ...], str]:
    """Read and clean a case alone; give its articles, and the reasons why some came to nothing."""
    (folder / case.name).write_bytes(case.data)
    stock = take_stock(folder, Options(), (), NOW)
    if stock.skipped:
        return (), stock.skipped[0].reason
    try:
        ingested = pipeline.ingest(case.name, stock)
    except UnusableFileError as error:
        return (), str(error)
    return ingested.stories, "\n".join(entry.reason for entry in ingested.skipped)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_becomes_what_it_should(case: Case, tmp_path: Path) -> None:
    started = time.monotonic()
    stories, reasons = what_became_of(case, tmp_path)
    assert time.monotonic() - started < SECONDS
    if case.skipped and case.name not in TOGETHER:
        assert stories == ()
        assert case.skipped in reasons
        return
    assert stories
    assert case.title in ("", *(story.title for story in stories))
    assert any(case.keeps in f"{story.title}\n{story.text}" for story in stories)
    assert not case.lacks or not any(case.lacks in f"{story.title}\n{story.text}" for story in stories)


@pytest.mark.parametrize("case", [case for case in CASES if not case.skipped], ids=lambda case: case.name)
def test_what_comes_out_of_it_is_fit_to_be_shown(case: Case, tmp_path: Path) -> None:
    for story in what_became_of(case, tmp_path)[0]:
        shown = [story.title, story.outlet or "", *story.byline, *(p.text for p in story.paragraphs), *story.notes]
        assert [text for text in shown if without_unsafe_characters(text) != text] == []
        assert 0 < len(story.title) <= 200
        assert story.title == " ".join(story.title.split())
        assert story.url is None or story.url.startswith(("http://", "https://"))
        assert story.published is None or datetime(1900, 1, 1, tzinfo=UTC) < story.published <= NOW


def test_the_prose_of_a_case_is_there_whole() -> None:
    marks = [mark(case.name) for case in CASES]
    assert len(set(marks)) == len(marks)
