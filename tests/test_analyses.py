"""The analyses of all stories: made once, kept at once, the longest first; what comes of an article that has none."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from newsdigest import store
from newsdigest.analyses import analyse_all, lead
from newsdigest.errors import DigestError
from newsdigest.model import Analysis, Paragraph, Span, Story
from newsdigest.options import Options
from newsdigest.workers import Lost

from tests.analysing import analyse_by
from tests.sample import STORIES
from tests.test_pipeline import silent

FERRY = Paragraph("The ferry of Dunmore sailed on Monday after a winter of repairs, its owner said.")
HEADING = Paragraph("What comes next", "heading")


def stories(number: int) -> tuple[Story, ...]:
    return tuple(replace(STORIES[0], id=f"s{n}", title=f"Boat {n} leaves") for n in range(number))


def empty(one: Story, options: Options) -> Analysis:
    return Analysis(one.id, (), (), (), (), (), ())


def but(lost: Lost, *ids: str) -> Callable[[Story, Options], Analysis | Lost]:
    """Give an analysis of none but these."""
    return lambda story, options: lost if story.id in ids else empty(story, options)


def test_a_story_is_analysed_once_and_then_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def count(story: Story, options: Options) -> Analysis:
        asked.append(story.id)
        return empty(story, options)

    analyse_by(monkeypatch, count)
    _, first = analyse_all(stories(5), Options(), tmp_path / "cache.sqlite", silent)
    again, second = analyse_all(stories(5)[::-1], Options(), tmp_path / "cache.sqlite", silent)
    assert sorted(asked) == ["s0", "s1", "s2", "s3", "s4"]
    assert again == stories(5)[::-1]
    assert first == second[::-1]
    assert [analysis.story_id for analysis in first] == ["s0", "s1", "s2", "s3", "s4"]


def test_without_a_cache_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    analyse_by(monkeypatch, lambda story, options: asked.append(story.id) or empty(story, options))
    for _ in range(2):
        analyse_all(stories(2), Options(), None, silent)
    assert asked == ["s0", "s1"] * 2


def test_of_no_stories_there_are_no_analyses() -> None:
    assert analyse_all((), Options(), None, silent) == ((), ())


def test_the_longest_stories_are_analysed_first_and_all_come_in_their_own_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    analyse_by(monkeypatch, lambda story, options: asked.append(len(story.text)) or empty(story, options))
    lengths = (30, 10, 70, 50)
    given = tuple(replace(STORIES[0], id=f"s{n}", paragraphs=(Paragraph("x" * n),)) for n in lengths)
    _, found = analyse_all(given, Options(), None, silent)
    assert asked == [70, 50, 30, 10]
    assert [one.story_id for one in found] == ["s30", "s10", "s70", "s50"]


def test_progress_is_told_from_nothing_to_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_by(monkeypatch, empty)
    told: list[tuple[int, int]] = []
    for _ in range(2):
        analyse_all(stories(2), Options(), tmp_path / "c.sqlite", lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_build_that_is_killed_midway_keeps_what_was_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def third_kills(one: Story, options: Options) -> Analysis:
        asked.append(one.id)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return empty(one, options)

    analyse_by(monkeypatch, third_kills)
    with pytest.raises(KeyboardInterrupt):
        analyse_all(stories(5), Options(), tmp_path / "c.sqlite", silent)
    _, made = analyse_all(stories(5), Options(), tmp_path / "c.sqlite", silent)
    assert asked == ["s0", "s1", "s2", "s2", "s3", "s4"]
    assert [one.story_id for one in made] == ["s0", "s1", "s2", "s3", "s4"]


@pytest.mark.parametrize(
    ("number", "engine", "jobs"), [(2, "", 1), (3, "", 7), (2, "dask://a:1", 1), (3, "dask://a:1", 7)]
)
def test_few_articles_are_analysed_here_by_one_process_also_where_an_engine_is_named(
    number: int, engine: str, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[Options] = []
    analyse_by(monkeypatch, lambda story, options: chosen.append(options) or empty(story, options))
    analyse_all(stories(number), Options(jobs=7, executor=engine), None, silent, parallel_from=3)
    assert {(one.executor, one.jobs) for one in chosen} == {(engine if number == 3 else "", jobs)}


@pytest.mark.parametrize(
    ("lost", "seconds", "told"),
    [
        (Lost.TIME, 60, r"^not analysed within 60 seconds, so it has no names.*raise the setting DIGEST_MAX_SECONDS$"),
        (Lost.TIME, 1, r"^not analysed within 1 second, so"),
        (Lost.FAULT, 60, r"^not analysed, as that ended the program twice.*DIGEST_JOBS = 1.*report it, with the file$"),
    ],
)
def test_a_story_that_cannot_be_analysed_stays_and_says_so(
    lost: Lost, seconds: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse_by(monkeypatch, but(lost, "s1"))
    given = (stories(3)[0], replace(stories(3)[1], notes=("it was mended",)), stories(3)[2])
    found, made = analyse_all(given, Options(max_seconds=seconds), tmp_path / "c.sqlite", silent)
    assert (found[0], replace(found[1], notes=given[1].notes), found[2]) == given
    (before, note) = found[1].notes
    assert before == "it was mended"
    assert re.search(told, note)
    assert made == (empty(given[0], Options()), lead(given[1], Options()), empty(given[2], Options()))


def test_a_story_that_could_not_be_analysed_is_tried_again_by_the_next_build_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    analyse_by(monkeypatch, but(Lost.TIME, "s1", "s2"))
    analyse_all(stories(4), Options(), tmp_path / "c.sqlite", silent)
    analyse_by(monkeypatch, lambda story, options: asked.append(story.id) or empty(story, options))
    found, made = analyse_all(stories(4), Options(), tmp_path / "c.sqlite", silent)
    assert asked == ["s1", "s2"]
    assert found == stories(4)
    assert made == tuple(empty(one, Options()) for one in stories(4))


@pytest.mark.parametrize(
    ("paragraphs", "summary", "gist"),
    [
        ((FERRY,), FERRY.text, FERRY.text),
        ((HEADING, FERRY, Paragraph("It is old.")), FERRY.text, FERRY.text),
        ((Paragraph("word " * 40), FERRY), "word " * 40, ""),
        ((Paragraph("word " * 91), FERRY), "", ""),
        ((Paragraph("w" * 1001), FERRY), "", ""),
        ((HEADING,), "", ""),
        ((), "", ""),
    ],
)
def test_without_an_analysis_the_first_paragraph_is_the_summary_where_it_is_short(
    paragraphs: tuple[Paragraph, ...], summary: str, gist: str
) -> None:
    story = replace(STORIES[0], paragraphs=paragraphs)
    made = lead(story, Options())
    spans = [made.sentences[n].span for n in made.summary]
    assert " ".join(story.text[span.start : span.end] for span in spans) == summary
    shown = made.gist or Span(0, 0)
    assert story.text[shown.start : shown.end] == gist
    assert all(story.paragraphs[one.paragraph].kind == "body" for one in made.sentences)
    assert (made.mentions, made.roles, made.quotes, made.keywords) == ((), (), (), ())


def test_what_is_missing_for_all_ends_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(story: Story, options: Options) -> Analysis:
        raise DigestError("the language model is missing")

    analyse_by(monkeypatch, unable)
    with pytest.raises(DigestError, match="the language model is missing"):
        analyse_all(stories(3), Options(), None, silent)


def test_each_analysis_is_kept_as_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[int] = []
    analyse_by(monkeypatch, but(Lost.FAULT, "s3"))
    monkeypatch.setattr(store, "save", lambda path, records: saved.append(len(records)))
    analyse_all(stories(7), Options(), tmp_path / "c", silent)
    assert saved == [1] * 6


@pytest.fixture(scope="module")
def usual() -> tuple[Analysis, ...]:
    """What one process finds."""
    found, made = analyse_all(STORIES, Options(jobs=1), None, silent)
    assert found == STORIES
    return made


@pytest.mark.model
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core only")
def test_two_processes_find_what_one_finds(usual: tuple[Analysis, ...], tmp_path: Path) -> None:
    two = analyse_all(STORIES, Options(jobs=2), tmp_path / "2.sqlite", silent, parallel_from=2)
    assert any(analysis.mentions for analysis in usual)
    assert two == (STORIES, usual)


@pytest.mark.model
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_takes_too_long_costs_no_other_its_analysis(jobs: int, usual: tuple[Analysis, ...]) -> None:
    lines = tuple(Paragraph("x") for _ in range(60_000))
    given = (*STORIES, replace(STORIES[0], id="long", title="Very long", paragraphs=lines))
    found, made = analyse_all(given, Options(jobs=jobs, max_seconds=1), None, silent, parallel_from=2)
    assert found[:-1] == STORIES
    assert "not analysed within 1 second" in found[-1].notes[-1]
    assert made == (*usual, lead(given[-1], Options()))
