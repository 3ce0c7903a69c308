"""Quotations, each told once of the versions of one text, such as wire copy in several papers.

In: the groups of versions, and quotations in an order. Out: the quotations that no other version of their text has
told before, however its typography differs. Pages begin with the newest version; feeds with the oldest
(`first_told`), so a further copy brings nothing new to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsdigest.model import Edition, Quote, StatedQuote, StoryId
from newsdigest.text import letters

Versions = Mapping[StoryId, tuple[StoryId, ...]]
"""All that give the text of a story; only where there are others."""


def told_once(versions: Versions, quotes: Iterable[StatedQuote]) -> Iterator[StatedQuote]:
    """Leave out what another version of a text has told before; what an article says twice stays."""
    told: dict[tuple[StoryId, str], StoryId] = {}
    for one in quotes:
        text = versions.get(one.story_id)
        if not text or told.setdefault((text[0], letters(one.quote.text)), one.story_id) == one.story_id:
            yield one


def first_told(edition: Edition) -> dict[StoryId, tuple[Quote, ...]]:
    """List the quotations that each article, newest first, is the first to tell, in the order of the text."""
    versions = {one: group for group in edition.versions for one in group}
    oldest_first = (
        StatedQuote(analysis.story_id, quote)
        for analysis in reversed(edition.analyses)
        for quote in sorted(analysis.quotes, key=lambda quote: quote.span)
    )
    told: dict[StoryId, list[Quote]] = {analysis.story_id: [] for analysis in edition.analyses}
    for one in told_once(versions, oldest_first):
        told[one.story_id].append(one.quote)
    return {story_id: tuple(quotes) for story_id, quotes in told.items()}
