"""The quotations as their scorer wants them: texts in, for each a list of spans with the speaker's span and name.

python eval_quotes.py --predict quotes_adapter:quotations        (plugins/ and tests/quality/ on the path)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsdigest.analyse import entities, nlp, quotes, roles, sentences
from newsdigest.model import Quote, Span
from plain_story import story_of


def quotations(texts: Iterable[str]) -> list[list[dict[str, object]]]:
    """Find the quotations of texts of which each line is a paragraph."""
    return [list(_found(text)) for text in texts]


def _found(text: str) -> Iterable[dict[str, object]]:
    story, back = story_of(text)
    doc = nlp.parse(story)
    mentions = entities.find(story, doc)
    stated = roles.find(story, doc, mentions)
    found = quotes.find(story, doc, sentences.split(story, doc), mentions, stated)
    return (_told(quote, back) for quote in found)


def _told(quote: Quote, back: Callable[[Span], list[int]]) -> dict[str, object]:
    return {
        "quote": back(quote.span),
        "speaker": back(quote.where) if quote.where else None,
        "name": quote.speaker,
    }
