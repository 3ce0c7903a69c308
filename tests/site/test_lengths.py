"""Long lists stay readable: the first entries are in sight, the rest is one click away, and none is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from newsdigest.model import EntityId, Mention, Paragraph, Sentence, Span, Story
from newsdigest.text import paragraph_spans

from tests.sample import ANALYSES, ENTITIES, STORIES, edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build

NAMES = [f"Pia Moor {letter}" for letter in "ABCDEFGHIJKL"]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article of twelve paragraphs, each naming somebody new, and one person named in all of them."""
    made = edition()
    story = replace(STORIES[0], paragraphs=tuple(Paragraph(f"{name} met Ada Quill.") for name in NAMES))
    spans = tuple(paragraph_spans(story.paragraphs))
    mentions = _mentions(story)
    analysis = replace(
        ANALYSES[0],
        sentences=tuple(Sentence(span, number) for number, span in enumerate(spans)),
        mentions=mentions,
        roles=(),
        quotes=(),
        summary=(0,),
    )
    bare = replace(ENTITIES[2], aliases=(), roles=(), quotes=(), companions=())
    people = tuple(
        replace(
            bare,
            id=EntityId(name.replace(" ", "-").lower()),
            name=name,
            appearances=(
                replace(bare.appearances[0], mentions=tuple(n for n, m in enumerate(mentions) if m.text == name)),
            ),
        )
        for name in ("Ada Quill", *NAMES)
    )
    changed = replace(
        made,
        stories=(story, *STORIES[1:]),
        analyses=(analysis, *ANALYSES[1:]),
        entities=people,
        tags=(),
        story_tags=((), (), ()),
    )
    return build(changed, tmp_path_factory.mktemp("crowded"), SITEURL)


def _mentions(story: Story) -> tuple[Mention, ...]:
    found = []
    for paragraph, span in zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True):
        for name in (paragraph.text.split(" met ")[0], "Ada Quill"):
            start = span.start + paragraph.text.index(name)
            found.append(Mention(Span(start, start + len(name)), name, "person"))
    return tuple(found)


def test_a_person_page_shows_four_sentences_of_an_article_and_folds_the_rest(crowded: Path) -> None:
    page = pages.page(crowded, "people/ada-quill.html")
    assert "8 more sentences" in pages.texts(page, "summary")
    hidden = [" ".join("".join(e.itertext()).split()) for d in pages.elements(page, "details") for e in d.iter()]
    sentences = [f"{name} met Ada Quill." for name in NAMES]
    assert [any(text.startswith(s) for text in hidden) for s in sentences] == [False] * 4 + [True] * 8
    assert all(any(text.startswith(s) for text in pages.texts(page, "li")) for s in sentences)


def test_an_article_shows_eight_people_and_folds_the_rest(crowded: Path) -> None:
    page = pages.page(crowded, "articles/tide*.html")
    assert "5 more" in pages.texts(page, "summary")
    linked = {e.get("href", "").rpartition("/")[2] for e in pages.elements(page, "a")}
    assert {f"{name.replace(' ', '-').lower()}.html" for name in NAMES} <= linked


def test_an_article_shows_ten_quotations_and_folds_the_rest(tmp_path: Path) -> None:
    made = edition()
    said = made.analyses[0].quotes[0]
    many = tuple(replace(said, span=Span(said.span.start + n, said.span.end), text=f"Tide {n}") for n in range(13))
    analyses = (replace(made.analyses[0], quotes=many), *made.analyses[1:])
    page = pages.page(build(replace(made, analyses=analyses), tmp_path, SITEURL), "articles/tide*.html")
    assert "3 more quotations" in pages.texts(page, "summary")
    (folded,) = [e for e in pages.elements(page, "details") if e.get("class") == "more-quotes"]
    hidden = ["".join(e.itertext()).strip() for e in folded.iter(f"{pages.XHTML}blockquote")]
    assert hidden == ["“Tide 10”", "“Tide 11”", "“Tide 12”"]
    assert len(pages.texts(page, "blockquote")) == 13


def test_a_card_names_four_people_and_counts_the_others(crowded: Path) -> None:
    page = crowded / "index.html"
    (line,) = [e for e in pages.elements(page, "ul") if e.get("class") == "name-line"]
    assert " ".join("".join(line.itertext()).split()).endswith("9 more")
    assert len(list(line.iter(f"{pages.XHTML}a"))) == 4
