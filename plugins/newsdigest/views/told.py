"""Quotations, each told once: of the versions of one text, such as wire copy in several papers, the oldest tells it.

In: an edition. Out: for each article, newest first, the quotations that no older version of its text has, in the order
of the text. So a further copy brings nothing new to feeds, however its typography differs. (Pages show the newest
version: `versions.told_once`.)
"""

from __future__ import annotations

from collections import defaultdict

from newsdigest.model import Edition, Quote, StoryId
from newsdigest.text import letters


def first_told(edition: Edition) -> dict[StoryId, tuple[Quote, ...]]:
    """List the quotations that each article is the first to tell."""
    text = {one: group[0] for group in edition.versions for one in group}
    known: defaultdict[StoryId, set[str]] = defaultdict(set)
    told: dict[StoryId, tuple[Quote, ...]] = {}
    for one in reversed(edition.analyses):
        older = known[text.get(one.story_id, one.story_id)]
        said = [(quote, letters(quote.text)) for quote in sorted(one.quotes, key=lambda q: q.span)]
        told[one.story_id] = tuple(quote for quote, words in said if words not in older)
        older.update(words for _, words in said)
    return dict(reversed(told.items()))
