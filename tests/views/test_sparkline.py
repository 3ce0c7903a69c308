"""Mentions by date: bars, and the same in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import views
from newsdigest.model import Appearance, Entity
from newsdigest.options import Options
from newsdigest.text import story_id
from newsdigest.views.library import Library
from newsdigest.views.sparkline import HEIGHT, LOWEST, WIDTH, Sparkline, sparkline

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

QUILL = next(e for e in ENTITIES if e.name == "Ada Quill")


def library_of(days: list[tuple[str | None, int]]) -> tuple[Library, Entity]:
    """An edition with an article a day, each with so many mentions of one person."""
    stories = tuple(
        replace(STORIES[0], id=story_id(str(n)), published=datetime.fromisoformat(day) if day else None)
        for n, (day, _) in enumerate(days)
    )
    analyses = tuple(replace(ANALYSES[0], story_id=story.id) for story in stories)
    seen = tuple(Appearance(s.id, (0,) * count) for s, (_, count) in zip(stories, days, strict=True))
    quill = replace(QUILL, appearances=seen, quotes=(), roles=(), companions=())
    made = replace(
        edition(), stories=stories, analyses=analyses, entities=(quill,), tags=(), related=(), versions=(),
        story_tags=((),) * len(stories),
    )  # fmt: skip
    return views.open_library(made, Options()), quill


def drawn(*days: tuple[str | None, int]) -> Sparkline | None:
    return sparkline(*library_of(list(days)))


def bars(path: str) -> list[tuple[int, ...]]:
    return [tuple(int(n) for n in re.findall(r"\d+", bar)) for bar in path.split("z") if bar]


def test_a_bar_a_day_with_the_highest_one_apart() -> None:
    row = drawn(("2026-03-09", 2), ("2026-03-07", 7), ("2026-03-03", 1), ("2026-03-09", 1))
    assert row is not None
    assert row.text == "11 mentions in 4 articles, 3–9 March 2026, most on 7 March 2026"
    assert row.step == "day"
    assert [(x // (row.width // 7), height) for x, _, height, *_ in bars(row.bars)] == [(0, 4), (6, 13)]
    ((x, _, height, *_),) = bars(row.highest)
    assert (x // (row.width // 7), height) == (4, HEIGHT)


@pytest.mark.parametrize(
    ("first", "last", "step", "words"),
    [
        ("2026-03-03", "2026-04-11", "day", "most on 11 April 2026"),
        ("2026-03-03", "2026-05-09", "week", "most in the week from 4 May 2026"),
        ("2025-06-03", "2026-05-09", "month", "most in May 2026"),
        ("1999-06-03", "2026-05-09", "year", "most in 2026"),
        ("1899-06-03", "2026-05-09", "decade", "most in the 2020s"),
    ],
)
def test_the_longer_the_time_the_longer_the_steps(first: str, last: str, step: str, words: str) -> None:
    row = drawn((first, 1), (last, 3))
    assert row is not None
    assert (row.step, row.text.rpartition(", ")[2]) == (step, words)


@pytest.mark.parametrize(
    "days",
    [
        (),
        ((None, 3),),
        (("2026-03-03", 1),),
        (("2026-03-03", 1), ("2026-03-03", 2)),
        (("2026-03-03", 1), (None, 2)),
        (("0001-01-01", 1), ("2026-03-03", 2)),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_compare(days: tuple[tuple[str | None, int], ...]) -> None:
    assert drawn(*days) is None


def test_a_week_that_would_begin_before_the_first_day_of_all_begins_with_it() -> None:
    row = drawn(("0001-01-01", 3), ("0001-03-03", 1))
    assert row is not None
    assert row.text.endswith("most in the week from 1 January 1")


@pytest.mark.parametrize(
    ("undated", "words"), [(0, "2026"), (1, "; 1 more states no date"), (3, "; 3 more state no date")]
)
def test_articles_without_a_date_are_not_drawn_but_counted(undated: int, words: str) -> None:
    row = drawn(("2026-03-03", 1), ("2026-03-07", 2), *((None, 5),) * undated)
    assert row is not None
    assert row.text.startswith("3 mentions in 2 articles, 3–7 March 2026")
    assert row.text.endswith(words)


def test_of_equal_bars_none_is_called_the_highest() -> None:
    row = drawn(("2026-03-03", 2), ("2026-03-07", 2))
    assert row is not None
    assert (row.highest, row.text) == ("", "4 mentions in 2 articles, 3–7 March 2026")
    assert len(bars(row.bars)) == 2


def test_a_day_is_the_one_that_the_article_states_in_its_own_offset() -> None:
    row = drawn(("2026-03-07T23:30:00-05:00", 2), ("2026-03-09T00:30:00+09:00", 1))
    assert row is not None
    assert row.text == "3 mentions in 2 articles, 7–9 March 2026, most on 7 March 2026"


@given(st.lists(st.tuples(st.integers(0, 140_000), st.integers(1, 900)), min_size=2, max_size=12))
def test_bars_stay_in_the_frame_and_apart_and_are_seen(days: list[tuple[int, int]]) -> None:
    start = datetime(1650, 1, 1, tzinfo=UTC)
    row = sparkline(*library_of([((start + timedelta(days=n)).isoformat(), count) for n, count in days]))
    if row is None:
        return
    found = sorted(bars(row.bars + row.highest))
    assert row.width <= WIDTH
    ends = [0]
    for x, bottom, height, wide, _ in found:
        assert bottom == HEIGHT >= height >= LOWEST
        assert wide >= 1
        assert x >= ends[-1]
        ends.append(x + wide)
    assert ends[-1] <= row.width
