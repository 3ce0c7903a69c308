"""The quotations as their scorer wants them: texts in, for each a list of spans with the speaker's span and name.

python eval_quotes.py --predict quotes_adapter:quotations        (plugins/ and tests/quality/ on the path)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from newsdigest.analyse import entities, nlp, quotes, roles, sentences
from newsdigest.model import Paragraph, Quote, Span, Story, StoryId
from newsdigest.text import paragraph_spans

SAVED = datetime(2000, 1, 1, tzinfo=UTC)


def quotations(texts: Iterable[str]) -> list[list[dict[str, object]]]:
    """Find the quotations of texts of which each line is a paragraph."""
    return [list(_found(text)) for text in texts]


def _found(text: str) -> Iterable[dict[str, object]]:
    lines = [(match.start(), match.group()) for match in re.finditer(r"\S[^\n]*(?<=\S)", text)]
    story = _story([line for _, line in lines])
    doc = nlp.parse(story)
    mentions = entities.find(story, doc)
    stated = roles.find(story, doc, mentions)
    found = quotes.find(story, doc, sentences.split(story, doc), mentions, stated)
    starts = [span.start for span in paragraph_spans(story.paragraphs)]
    back = _mapping(starts, [start for start, _ in lines])
    return (_told(quote, back) for quote in found)


def _story(lines: list[str]) -> Story:
    return Story(
        id=StoryId("x"), path="x.txt", title="", title_origin="text", byline=(), outlet=None, url=None, published=None,
        published_origin="saved", saved=SAVED, lang="en", paragraphs=tuple(map(Paragraph, lines)), removed=(),
        line_count=len(lines),
    )  # fmt: skip


def _mapping(starts: list[int], lines: list[int]) -> Callable[[Span], list[int]]:
    def position(at: int) -> int:
        number = max(0, bisect_right(starts, at) - 1)
        return lines[number] + at - starts[number]

    return lambda span: [position(span.start), position(span.end - 1) + 1]


def _told(quote: Quote, back: Callable[[Span], list[int]]) -> dict[str, object]:
    return {
        "quote": back(quote.span),
        "speaker": back(quote.where) if quote.where else None,
        "name": quote.speaker,
    }
