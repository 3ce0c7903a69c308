"""Quotations, each told once: of the versions of one text, such as wire copy in several papers, the oldest tells it.

In: an edition. Out: for each article the quotations that no older version of its text has, in the order of the text.
So a further copy brings nothing new to who reads quotations only, however its typography differs.
"""

from __future__ import annotations

from newsdigest.model import Edition, Quote, StoryId
from newsdigest.text import letters


def first_told(edition: Edition) -> dict[StoryId, tuple[Quote, ...]]:
    """List the quotations that each article is the first to tell."""
    said = {one.story_id: {quote.span: letters(quote.text) for quote in one.quotes} for one in edition.analyses}
    older = {
        one: {words for copy in group[place + 1 :] for words in said[copy].values()}
        for group in edition.versions
        for place, one in enumerate(group)
    }
    return {
        one.story_id: tuple(
            quote
            for quote in sorted(one.quotes, key=lambda q: q.span)
            if said[one.story_id][quote.span] not in older.get(one.story_id, ())
        )
        for one in edition.analyses
    }
