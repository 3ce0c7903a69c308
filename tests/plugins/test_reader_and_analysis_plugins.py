"""The first two plugins: what they hand to Pelican, by way of small stand-ins for its generator."""

from __future__ import annotations

import copy
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import digest_analysis
import digest_reader
import pytest
from newsdigest import pipeline, views
from newsdigest.intake import INTAKE, Ingested, Intake
from newsdigest.model import Skipped, Tag
from newsdigest.options import Options
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG
from rich.console import Console

from tests.sample import edition

ARTICLE = "A bridge opens in Arlen\n\nThe bridge of Arlen opened on Monday. It took nine years to build it."


def generator(content: Path, **settings: object) -> SimpleNamespace:
    return SimpleNamespace(path=str(content), settings={"CACHE_PATH": str(content / ".cache"), **settings}, context={})


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "EMPTY.TXT").touch()
    (tmp_path / "table.csv").write_text("a,b", encoding="utf-8")
    return tmp_path


def taken_in(stand_in: SimpleNamespace, name: str) -> Ingested:
    return digest_reader.ingested(name, stand_in.settings[INTAKE])


def test_everything_is_read_before_pelican_which_finds_no_articles(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.begin(stand_in)
    assert stand_in.settings["ARTICLE_PATHS"] == []
    assert [story.path for story in stand_in.context["stories"]] == ["bridge.txt"]
    assert [one.path for one in stand_in.context["skipped"]] == ["EMPTY.TXT"]


def test_a_file_becomes_its_stories(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)
    found = taken_in(stand_in, "bridge.txt")
    [story] = found.stories
    assert (story.title, story.path) == ("A bridge opens in Arlen", "bridge.txt")
    assert found.skipped == ()


def test_an_unusable_file_is_skipped_and_its_reason_kept(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)
    found = taken_in(stand_in, "EMPTY.TXT")
    [skipped] = found.skipped
    assert skipped.path == "EMPTY.TXT"
    assert "empty" in skipped.reason
    assert found.stories == ()


def test_a_file_that_takes_too_long_is_named_with_the_setting_that_gives_it_more_time(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = generator(content, DIGEST_MAX_SECONDS=1)
    digest_reader.take_stock(stand_in)

    def dawdle(path: str, intake: Intake) -> None:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            with suppress(Exception):
                time.sleep(0.01)

    monkeypatch.setattr(pipeline, "ingest", dawdle)
    start = time.monotonic()
    [skipped] = taken_in(stand_in, "bridge.txt").skipped
    assert time.monotonic() - start < 10
    assert "within 1 second;" in skipped.reason
    assert "DIGEST_MAX_SECONDS" in skipped.reason


def test_outside_the_main_thread_nothing_is_limited(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(taken_in, stand_in, "bridge.txt").result()
    assert len(found.stories) == 1


@pytest.mark.parametrize(
    ("settings", "correction", "message"),
    [({"DIGEST_TAGS": "x"}, "", "DIGEST_TAGS is 'x'"), ({}, "[article", "curation.toml is broken")],
)
def test_what_the_owner_must_mend_ends_the_build_with_one_line(
    content: Path, settings: dict[str, object], correction: str, message: str
) -> None:
    (content / "curation.toml").write_text(correction, encoding="utf-8")
    with pytest.raises(SystemExit, match="newsdigest: .*" + message):
        digest_reader.take_stock(generator(content, **settings))


def test_the_time_of_a_build_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert digest_reader.build_time() == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert digest_reader.build_time().year > 2000


def test_a_summary_is_its_sentences_word_for_word() -> None:
    sample = edition()
    story, analysis = sample.stories[0], sample.analyses[0]
    told = digest_analysis.summary(story, analysis)
    spans = [analysis.sentences[number].span for number in analysis.summary]
    assert told == " ".join(story.text[span.start : span.end] for span in spans) != ""


def test_a_story_becomes_an_article_with_its_summary_and_tags(tmp_path: Path) -> None:
    sources: list[Article] = []
    stand_in = SimpleNamespace(
        settings=copy.deepcopy(DEFAULT_CONFIG), context={}, path=str(tmp_path), add_source_path=sources.append
    )
    story = edition().stories[0]
    tags = [digest_analysis.unique_tag(Tag(*tag, ()), DEFAULT_CONFIG) for tag in (("c-2", "C#"), ("c-3", "C++"))]
    made = digest_analysis.article(stand_in, story, "Crime & <b>order</b>.", tags)
    assert (made.title, made.story, made.slug) == (story.title, story, views.story_slug(story))
    assert made.summary == "Crime &amp; &lt;b&gt;order&lt;/b&gt;."
    assert [(tag.name, tag.slug) for tag in made.tags] == [("C#", "c-2"), ("C++", "c-3")]
    assert made.date.timestamp() == story.date.timestamp()
    assert made.status == "published"
    assert (made.url, made.save_as) == (views.story_path(story), "")
    assert made.get_relative_source_path() == story.path
    assert made.get_relative_source_path(str(tmp_path / "b.txt")).endswith("b.txt")
    assert sources == [made]
    assert made.is_valid()


def test_the_account_is_left_for_the_command_that_started_the_build(tmp_path: Path) -> None:
    sample = replace(edition(), skipped=(Skipped("a.txt", "empty"),))
    intake = SimpleNamespace(options=replace(Options(), strict=True))
    settings = {"CACHE_PATH": str(tmp_path / "deep"), INTAKE: intake}
    digest_analysis.leave_account(SimpleNamespace(settings=settings, context={"edition": sample}), writer=None)
    told = (tmp_path / "deep" / "account.json").read_text(encoding="utf-8")
    assert '"skipped": 1' in told
    assert '"strict": true' in told
    assert "a.txt: empty" in told
    assert "analysed fast" not in told


def test_the_account_tells_of_a_fast_analysis(tmp_path: Path) -> None:
    intake = SimpleNamespace(options=Options(analysis="fast"))
    settings = {"CACHE_PATH": str(tmp_path), INTAKE: intake}
    digest_analysis.leave_account(SimpleNamespace(settings=settings, context={"edition": edition()}), writer=None)
    assert "analysed fast, as chosen" in (tmp_path / "account.json").read_text(encoding="utf-8")


def test_a_log_gets_a_few_plain_lines_of_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(digest_analysis, "Console", lambda stderr: Console(stderr=stderr, force_terminal=False))
    with digest_analysis.progress_bar("Reading") as show:
        for done in range(101):
            show(done, 100)
    assert capsys.readouterr().err.splitlines() == ["Reading: 0 of 100", "Reading: 50 of 100", "Reading: 100 of 100"]


def test_an_unforeseen_error_names_the_file_and_leaves_the_others_alone(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)

    def fail(path: str, intake: Intake) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(pipeline, "ingest", fail)
    reason = "an unforeseen ZeroDivisionError (by zero); please report it, with the file"
    assert taken_in(stand_in, "bridge.txt").skipped == (Skipped("bridge.txt", reason),)


@pytest.mark.parametrize("given", ["abc", "1.5", "-1", "9" * 20])
def test_a_time_that_is_none_is_a_clear_message(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(SystemExit, match=r"SOURCE_DATE_EPOCH is .*; expected seconds since 1970"):
        digest_reader.build_time()
