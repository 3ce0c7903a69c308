"""A measured build is the one of `make html`, in a copy of the project; prepared analyses are as good as made ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from newsdigest import engines, store
from newsdigest.model import Paragraph, Sentences, Story
from newsdigest.options import Options

from tests import sample
from tests.bench import builds, plain, prepared
from tests.bench.corpus import Corpus, write
from tests.bench.stages import STAGES

STORIES = sample.edition().stories
ANALYSES = sample.edition().analyses
BASE = Corpus([story.text for story in STORIES])


def numbered(number: int, text: str) -> Story:
    story = STORIES[number % len(STORIES)]
    paragraphs = tuple(Paragraph(part) for part in text.split("\n\n"))
    return replace(story, path=f"000/{number:05}.txt", paragraphs=paragraphs)


def test_a_build_is_timed_by_stage_and_its_pages_are_counted(tmp_path: Path) -> None:
    project = tmp_path / "digest"
    builds.copy_project(project)
    (project / "content").mkdir()
    run = builds.measured("empty", builds.BUILD, 0, project, project / "plugins")
    assert set(run.stages) == set(STAGES)
    assert (run.case, run.articles) == ("empty", 0)
    assert run.pages >= 5
    assert 20 < run.peak < 300
    assert sum(run.stages.values()) <= run.cpu


def test_a_build_that_fails_is_told_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"“cold” of 3 articles failed:\n(?s:.*)no_such_module"):
        builds.measured("cold", (builds.BUILD[0], "-m", "no_such_module"), 3, tmp_path)


def test_a_changed_article_begins_with_a_sentence_more(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Title: Ferry\nDate: 2026-03-02\n\nThe ferry leaves.\n\nIt is late.\n", encoding="utf-8")
    builds.change(article)
    written = article.read_text(encoding="utf-8")
    assert written.startswith(f"Title: Ferry\nDate: 2026-03-02\n\n{builds.ADDED}The ferry leaves.\n")


@pytest.mark.skipif(not plain.possible(), reason="needs the package markdown")
def test_plain_pelican_builds_the_same_content(tmp_path: Path) -> None:
    plain.write(BASE, 2, {0: ["Tides", "Rays, young"], 1: ["Tides"]}, tmp_path / "plain", builds.SITEURL)
    run = builds.measured("plain Pelican", builds.PELICAN, 2, tmp_path / "plain")
    written = {path.name for path in (tmp_path / "plain" / "output").rglob("*.html")}
    assert {"article-0.html", "article-1.html", "rays-young.html", "tides.html"} <= written
    assert run.pages == len(written)


def test_the_plain_site_has_the_subjects_that_several_articles_share(tmp_path: Path) -> None:
    data = tmp_path / "articles.json"
    pages = {"00000-ab12": ["Tides", "Rays"], "00001-cd34": ["Tides"], "6a00d8-ef56": ["Tides"]}
    rows = [(f"../articles/{name}.html", subjects) for name, subjects in pages.items()]
    data.write_bytes(msgspec.json.encode([{"page": page, "subjects": subjects} for page, subjects in rows]))
    assert plain.subjects(data) == {0: ["Tides"], 1: ["Tides"]}


def test_plain_articles_state_title_day_and_subjects(tmp_path: Path) -> None:
    plain.write(BASE, 1, {0: ["Tides", "Rays, young"]}, tmp_path / "plain", builds.SITEURL)
    written = (tmp_path / "plain" / "content" / "00000.md").read_text(encoding="utf-8")
    assert "\nDate: 2024-01-01\nSlug: article-0\nTags: Tides, Rays  young\n\n" in written


def test_what_was_found_in_a_text_is_found_in_its_copy() -> None:
    exchange = BASE.exchange(1)
    stories = {number: numbered(number, STORIES[number].text) for number in range(3)}
    stories[3] = numbered(3, exchange(STORIES[0].text))
    known = dict(zip((stories[number] for number in range(3)), ANALYSES, strict=True))
    ((key, found),) = prepared.copies(stories, known, BASE, Options())
    assert key == store.key(stories[3], Options(), engines.engine_digest(engines.ANALYSIS))
    text = stories[3].text
    assert [text[m.span.start : m.span.end] for m in found.mentions] == [m.text for m in found.mentions]
    assert [text[q.span.start : q.span.end] for q in found.quotes] == [q.text for q in found.quotes]
    assert text != STORIES[0].text
    assert [m.kind for m in found.mentions] == [m.kind for m in ANALYSES[0].mentions]


def test_a_copy_that_was_cleaned_otherwise_is_left_to_the_build() -> None:
    stories = {0: numbered(0, STORIES[0].text), 3: numbered(3, "Something else.")}
    assert not list(prepared.copies(stories, {stories[0]: ANALYSES[0]}, BASE, Options()))


def test_nothing_but_words_is_exchanged() -> None:
    packed = replace(ANALYSES[0], sentences=Sentences.of(ANALYSES[0].sentences))
    assert prepared.in_copy(packed, lambda text: text) == packed


def test_the_words_of_each_name_are_exchanged() -> None:
    copied = prepared.in_copy(ANALYSES[0], str.upper)
    assert [one.text for one in copied.mentions] == [one.text.upper() for one in ANALYSES[0].mentions] != []


def test_the_number_of_an_article_stands_in_its_file(tmp_path: Path) -> None:
    write(BASE, 7, tmp_path)
    paths = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.txt"))
    assert [prepared.number_of(replace(STORIES[0], path=path)) for path in paths] == list(range(7))
