"""A cleaned article as safe HTML: paragraphs numbered, names linked, quotations marked, summary sentences anchored.

In: a story, its analysis, and where to link names. Out: well-formed HTML whose text is `Story.text`, less characters
that no page may hold; paragraph n (from 0) has the id `p{n+1}`, summary sentence n the id `s{n+1}`. For words that are
withheld stands […], also for paragraphs of which nothing is shown; where nothing is shown at all, there is no text.
Method: the text is cut wherever a mark begins or ends; between two pieces the tags that no longer hold are closed and
the new ones opened, outermost first, so marks may nest or overlap in any way.
Limits: a mark that crosses the edge of another is shown in parts, its id on the first; no link for a name in a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise

from msgspec import Struct

from newsdigest.model import Analysis, Paragraph, Span, Story
from newsdigest.text import all_withheld, paragraph_spans, web_address, with_gaps, withheld, without_unsafe_characters

FIGURE, BLOCKQUOTE, PARAGRAPH, SENTENCE, WORDS = range(5)
"""Ranks of marks, outermost first. Quotations and names share the last: the longer one holds the shorter."""
_LINK = ' class="name" href="'


class _Mark(Struct, frozen=True):
    rank: int
    span: Span
    tag: str
    attributes: str = ""
    id: str = ""


def body(story: Story, analysis: Analysis, links: Mapping[int, str]) -> str:
    """Render the article; `links` maps positions in `Analysis.mentions` to the addresses to link them to.

    'Ann Lee left.' with {0: '../people/ann-lee.html'} becomes
    '<p id="p1"><a class="name" href="../people/ann-lee.html">Ann Lee</a> left.</p>'
    """
    if all(all_withheld(paragraph.text) for paragraph in story.paragraphs):
        return ""
    text = story.text
    shown = {number: href for number, href in links.items() if not withheld(_cut(text, analysis.mentions[number].span))}
    marks = (*_blocks(story.paragraphs), *_sentences(analysis), *_quotes(analysis), *_names(analysis, shown))
    outermost_first = sorted(marks, key=lambda m: (m.rank, m.span.start, -m.span.end))
    return "".join(_sweep(text, outermost_first))


def summary(story: Story, analysis: Analysis, page: str) -> str:
    """Render the summary as a list; each sentence links to its place in the article on `page`."""
    text, sentences = story.text, tuple(analysis.sentences)
    items = (
        f'<li><a href="{_safe(page)}#{_sentence_id(number)}">{_safe(text[span.start : span.end])}</a></li>'
        for number, span in ((n, sentences[n].span) for n in analysis.summary)
    )
    return f'<ul class="summary">{"".join(items)}</ul>' if analysis.summary else ""


def origin(story: Story, page: str) -> str:
    """Render the line that says who wrote the article and where; `page` is its address in the digest.

    An article without a date of its own is said to be saved on that day, never published.
    """
    outlet = _safe(story.outlet or "")
    url = web_address(story.url)
    if outlet and url:
        outlet = f'<a href="{_safe(url)}">{outlet}</a>'
    parts = (
        f"By {_safe(', '.join(story.byline))}" if story.byline else "",
        f"From {outlet}" if outlet else "",
        "" if story.published else f"Saved {story.saved.date().isoformat()}",
        f'<a href="{_safe(page)}">Read in the digest</a>',
    )
    return f'<p class="origin">{" · ".join(part for part in parts if part)}</p>'


def relinked(html: str, base: str, new: str) -> str:
    """Let the names in a rendered article, which lead to pages below `base`, lead to the same pages below `new`.

    No text of an article is taken for a link, as its quotation marks are escaped.
    """
    return html.replace(f"{_LINK}{_safe(base)}/", f"{_LINK}{_safe(new)}/")


def fragment(story: Story, analysis: Analysis, html: str, page: str) -> str:
    """Put all of it together for readers outside the site: summary, the rendered article, origin.

    Pass absolute addresses.
    """
    parts = (summary(story, analysis, page), html, origin(story, page))
    return "\n".join(part for part in parts if part)


def _safe(text: str) -> str:
    return escape(without_unsafe_characters(with_gaps(text) if withheld(text) else text))


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _sentence_id(number: int) -> str:
    return f"s{number + 1}"


# --- marks ---


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[_Mark]:
    numbered = enumerate(zip(paragraphs, paragraph_spans(paragraphs), strict=True), start=1)
    blocks = [(number, paragraph, span) for number, (paragraph, span) in numbered]
    for omitted, run in groupby(blocks, key=lambda block: all_withheld(block[1].text)):
        together = list(run)
        yield from _omission(together) if omitted else _shown(together)


def _omission(run: Sequence[tuple[int, Paragraph, Span]]) -> Iterator[_Mark]:
    """Make one block of paragraphs of which nothing is shown."""
    yield _Mark(PARAGRAPH, Span(run[0][2].start, run[-1][2].end), "p", ' class="omitted"')


def _shown(run: Sequence[tuple[int, Paragraph, Span]]) -> Iterator[_Mark]:
    before: tuple[Paragraph, Span] | None = None
    for number, paragraph, span in run:
        tag = "h2" if paragraph.kind == "heading" else "p"
        if paragraph.kind == "attribution" and before and before[0].kind == "body":
            tag = "figcaption"
            yield _Mark(FIGURE, Span(before[1].start, span.end), "figure")
            yield _Mark(BLOCKQUOTE, before[1], "blockquote")
        yield _Mark(PARAGRAPH, span, tag, id=f"p{number}")
        before = paragraph, span


def _sentences(analysis: Analysis) -> Iterator[_Mark]:
    sentences = tuple(analysis.sentences)
    for number in analysis.summary:
        yield _Mark(SENTENCE, sentences[number].span, "span", id=_sentence_id(number))


def _quotes(analysis: Analysis) -> Iterator[_Mark]:
    for quote in analysis.quotes:
        yield _Mark(WORDS, quote.span, "span", ' class="quote"')


def _names(analysis: Analysis, links: Mapping[int, str]) -> Iterator[_Mark]:
    spans = ((analysis.mentions[number].span, href) for number, href in links.items())
    reached = 0
    for span, href in sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        if span.start >= reached:
            yield _Mark(WORDS, span, "a", f'{_LINK}{_safe(href)}"')
            reached = span.end


# --- rendering ---


def _sweep(text: str, marks: Sequence[_Mark]) -> Iterator[str]:
    starting: dict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(marks):
        starting[mark.span.start].append(number)
    cuts = sorted({0, len(text), *starting, *(mark.span.end for mark in marks)})
    ends = [mark.span.end for mark in marks]
    ranks = [mark.rank for mark in marks]
    holding: list[int] = []
    opened: list[int] = []
    named: set[int] = set()
    for start, end in pairwise(cuts):
        holding = [n for n in holding if ends[n] > start]
        if begun := [n for n in starting.get(start, ()) if ends[n] > start]:
            holding = sorted((*holding, *begun))
        wanted = _within_paragraph(holding, ranks)
        kept = _in_common(opened, wanted)
        for n in reversed(opened[kept:]):
            yield f"</{marks[n].tag}>"
        for n in wanted[kept:]:
            yield _opening(marks[n], named=n in named)
            named.add(n)
        yield _safe(text[start:end])
        opened = wanted
    for n in reversed(opened):
        yield f"</{marks[n].tag}>"


def _within_paragraph(holding: list[int], ranks: Sequence[int]) -> list[int]:
    """Between paragraphs only the layout goes on."""
    held = [ranks[n] for n in holding]
    return holding if PARAGRAPH in held else [n for n in holding if ranks[n] < PARAGRAPH]


def _in_common(opened: Sequence[int], wanted: Sequence[int]) -> int:
    """Count the marks, from the outermost on, that stay open."""
    kept = 0
    for one, other in zip(opened, wanted, strict=False):
        if one != other:
            break
        kept += 1
    return kept


def _opening(mark: _Mark, *, named: bool) -> str:
    return f"<{mark.tag}{mark.attributes}>" if named or not mark.id else f'<{mark.tag}{mark.attributes} id="{mark.id}">'
