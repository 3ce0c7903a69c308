"""The first two plugins: what they hand to Pelican, by way of small stand-ins for its generator."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import digest_analysis
import digest_reader
import pytest
from newsdigest import pipeline
from newsdigest.model import Skipped, Tag
from newsdigest.options import Options
from pelican.readers import BaseReader
from rich.console import Console

from tests.sample import edition

ARTICLE = "A bridge opens in Arlen\n\nThe bridge of Arlen opened on Monday. It took nine years to build it."


def generator(content: Path, **settings: object) -> SimpleNamespace:
    readers = SimpleNamespace(readers={"html": object()})
    return SimpleNamespace(path=str(content), settings={**settings}, context={}, readers=readers)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "EMPTY.TXT").touch()
    (tmp_path / "table.csv").write_text("a,b", encoding="utf-8")
    return tmp_path


def test_pelican_sees_only_files_of_ours_and_reads_them_only_with_our_reader(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)
    assert stand_in.settings["ARTICLE_PATHS"] == ["EMPTY.TXT", "bridge.txt"]
    assert {suffix: type(reader) for suffix, reader in stand_in.readers.readers.items()} == {
        "TXT": digest_reader.DigestReader,
        "txt": digest_reader.DigestReader,
    }


def test_a_file_becomes_an_article_with_its_story(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)
    body, metadata = digest_reader.DigestReader(stand_in.settings).read(str(content / "bridge.txt"))
    story = metadata["story"]
    assert body == ""
    assert (metadata["title"], metadata["date"], story.path) == ("A bridge opens in Arlen", story.date, "bridge.txt")
    assert str(metadata["slug"]).endswith(story.id[:8])


def test_an_unusable_file_is_skipped_and_its_reason_kept(content: Path) -> None:
    stand_in = generator(content)
    digest_reader.take_stock(stand_in)
    _, metadata = digest_reader.DigestReader(stand_in.settings).read(str(content / "EMPTY.TXT"))
    digest_reader.note_skipped(stand_in, metadata)
    digest_reader.note_skipped(stand_in, {"title": "an article"})
    assert metadata["status"] == "skip"
    [skipped] = stand_in.context["skipped"]
    assert skipped.path == "EMPTY.TXT"
    assert "empty" in skipped.reason


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


def test_hand_written_pages_keep_pelicans_own_readers() -> None:
    readers = SimpleNamespace(reader_classes={"txt": digest_reader.DigestReader, "html": BaseReader})
    digest_reader.leave_pages_alone(readers)
    assert readers.reader_classes == {"html": BaseReader}


def test_a_summary_is_its_sentences_word_for_word() -> None:
    sample = edition()
    story, analysis = sample.stories[0], sample.analyses[0]
    told = digest_analysis.summary(story, analysis)
    spans = [analysis.sentences[number].span for number in analysis.summary]
    assert told == " ".join(story.text[span.start : span.end] for span in spans) != ""


def test_an_article_gets_its_body_summary_and_tags() -> None:
    article = SimpleNamespace(metadata={}, settings={"SLUG_REGEX_SUBSTITUTIONS": []})
    tags = [Tag("c-2", "C#", ()), Tag("c-3", "C++", ())]
    digest_analysis.fill(article, "<p>Body</p>", "Crime & <b>order</b>.", tags)
    assert article._content == "<p>Body</p>"
    assert article.metadata["summary"] == article._summary == "Crime &amp; &lt;b&gt;order&lt;/b&gt;."
    assert [(tag.name, tag.slug) for tag in article.tags] == [("C#", "c-2"), ("C++", "c-3")]


def test_the_account_is_left_for_the_command_that_started_the_build(tmp_path: Path) -> None:
    sample = replace(edition(), skipped=(Skipped("a.txt", "empty"),))
    intake = SimpleNamespace(options=replace(Options(), strict=True))
    settings = {"CACHE_PATH": str(tmp_path / "deep"), pipeline.INTAKE: intake}
    digest_analysis.leave_account(SimpleNamespace(settings=settings, context={"edition": sample}), writer=None)
    told = (tmp_path / "deep" / "account.json").read_text(encoding="utf-8")
    assert '"skipped": 1' in told
    assert '"strict": true' in told
    assert "a.txt: empty" in told


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

    def fail(path: str, intake: pipeline.Intake) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(pipeline, "ingest", fail)
    _, metadata = digest_reader.DigestReader(stand_in.settings).read(str(content / "bridge.txt"))
    assert metadata["skipped"] == Skipped(
        "bridge.txt", "an unforeseen ZeroDivisionError (by zero); please report it, with the file"
    )


@pytest.mark.parametrize("given", ["abc", "1.5", "-1", "9" * 20])
def test_a_time_that_is_none_is_a_clear_message(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(SystemExit, match=r"SOURCE_DATE_EPOCH is .*; expected seconds since 1970"):
        digest_reader.build_time()
