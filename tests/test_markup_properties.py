"""markup: what holds for any text and any marks, however they overlap."""

from __future__ import annotations

import re
import time

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest import markup
from newsdigest.model import Analysis, Mention, Paragraph, Quote, Sentence, Span, Story
from newsdigest.text import paragraph_spans, story_id, without_unsafe_characters

from tests.sample import SAVED

CHARACTERS = "ab <>&\"'“”/=-.\u202e\x00é😀"
steady = settings(deadline=None, derandomize=True)  # a slow machine is no failure, and a failure comes back
PARAGRAPH = st.builds(
    Paragraph, st.text(CHARACTERS, min_size=1, max_size=12), st.sampled_from(["body", "heading", "attribution"])
)


def story(paragraphs: list[Paragraph]) -> Story:
    return Story(
        id=story_id("a"), path="a.txt", title="A", title_origin="text", byline=(), outlet=None, url=None,
        published=None, published_origin="saved", saved=SAVED, lang="en", paragraphs=tuple(paragraphs), removed=(),
        line_count=len(paragraphs),
    )  # fmt: skip


def analysis(names: list[Span], quotes: list[Span], sentences: list[Span]) -> Analysis:
    return Analysis(
        story_id=story_id("a"),
        sentences=tuple(Sentence(span, 0) for span in sentences),
        mentions=tuple(Mention(span, "", "person") for span in names),
        roles=(),
        quotes=tuple(Quote(span, "", None, None, "none") for span in quotes),
        keywords=(),
        summary=tuple(range(len(sentences))),
    )


@st.composite
def marked(draw: st.DrawFn) -> tuple[Story, Analysis, dict[int, str]]:
    """Any paragraphs with any spans at all: across each other, across paragraphs, empty, twice the same."""
    article = story(draw(st.lists(PARAGRAPH, max_size=6)))
    place = st.integers(0, len(article.text))
    spans = st.lists(st.builds(lambda a, b: Span(min(a, b), max(a, b)), place, place), max_size=6)
    found = analysis(draw(spans), draw(spans), draw(spans))
    numbers = st.sets(st.integers(0, len(found.mentions) - 1)) if found.mentions else st.just(set[int]())
    return article, found, {number: f"../people/{number}.html" for number in draw(numbers)}


def text_of(html: str) -> str:
    """Parse strictly, so that nothing is repaired, and take the text."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    return "".join(tree.itertext())


@steady
@given(marked())
def test_the_html_is_well_formed_and_its_text_is_the_article(example: tuple[Story, Analysis, dict[int, str]]) -> None:
    article, _, _ = example
    assert text_of(markup.body(*example)) == without_unsafe_characters(article.text)


@steady
@given(marked())
def test_no_id_stands_twice(example: tuple[Story, Analysis, dict[int, str]]) -> None:
    ids = re.findall(r' id="([^"]+)"', markup.body(*example))
    assert len(ids) == len(set(ids))


@steady
@given(marked())
def test_each_numbered_block_holds_its_paragraph(example: tuple[Story, Analysis, dict[int, str]]) -> None:
    article, _, _ = example
    tree = html5lib.parseFragment(markup.body(*example), namespaceHTMLElements=False)
    for number, paragraph in enumerate(article.paragraphs, start=1):
        (block,) = tree.findall(f".//*[@id='p{number}']")
        assert "".join(block.itertext()) == without_unsafe_characters(paragraph.text)


@steady
@given(marked())
def test_quoted_words_are_marked_and_no_others(example: tuple[Story, Analysis, dict[int, str]]) -> None:
    article, found, _ = example
    inside = {place for span in paragraph_spans(article.paragraphs) for place in range(span.start, span.end)}
    quoted = {place for quote in found.quotes for place in range(quote.span.start, quote.span.end)} & inside
    expected = without_unsafe_characters("".join(article.text[place] for place in sorted(quoted)))
    tree = html5lib.parseFragment(markup.body(*example), namespaceHTMLElements=False)
    assert marked_text(tree, within=False) == expected


def marked_text(node: object, *, within: bool) -> str:
    """Text under any `quote` span, in order."""
    within = within or node.get("class") == "quote"  # type: ignore[attr-defined]
    parts = [(node.text or "") if within else ""]  # type: ignore[attr-defined]
    for child in node:  # type: ignore[attr-defined]
        parts += [marked_text(child, within=within), (child.tail or "") if within else ""]
    return "".join(parts)


@steady
@given(marked())
def test_two_renderings_are_the_same(example: tuple[Story, Analysis, dict[int, str]]) -> None:
    article, found, links = example
    assert markup.body(article, found, links) == markup.body(article, found, dict(reversed(links.items())))


def test_a_book_in_one_paragraph_takes_no_more_than_its_length() -> None:
    article = story([Paragraph("“abc” d " * 20_000)])
    quotes = [Span(start + 1, start + 4) for start in range(0, len(article.text), 8)]
    started = time.perf_counter()
    html = markup.body(article, analysis([], quotes, []), {})
    assert html.count('class="quote"') == 20_000
    assert time.perf_counter() - started < 5
