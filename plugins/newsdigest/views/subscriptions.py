"""Quotations as feeds show them: a headline, and an identity that outlives every other change.

In: the library and articles. Out: the quotations that these articles tell first, with words, speaker and place.
An identity is made of the article's own, of the letters said and of how often they were said before in the same
article; so it stays when speaker, cue, marks of punctuation, title, host, date or order change. Limits: words that are
quoted at greater length than before count as another quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from newsdigest.model import Story, StoryId
from newsdigest.text import letters, story_id
from newsdigest.views.cards import QuoteCard, quote_card
from newsdigest.views.library import Library
from newsdigest.views.told import first_told

HEADLINE = 12
"""Words of a quotation in its headline; mail programs and reader lists show some 80 characters."""


class Saying(Struct, frozen=True, gc=False):
    """A quotation in a feed."""

    id: str
    """A UUID in its canonical form."""
    headline: str
    """`Ada Quill: “For three years we saw scrap…”`."""
    story: Story
    said: QuoteCard


def sayings(library: Library, stories: Iterable[StoryId]) -> Iterator[Saying]:
    """Give the quotations that articles are the first to tell, in the order of these and of their texts."""
    told = first_told(library.edition)
    for one in stories:
        before: Counter[str] = Counter()
        for quote in told[one]:
            card = quote_card(library, one, quote)
            words = letters(quote.text)
            before[words] += 1
            yield Saying(story_id(f"{one} {before[words]} {words}"), headline(card), library.stories[one], card)


def headline(said: QuoteCard) -> str:
    """Name the speaker and begin the quotation; an ellipsis shows the cut."""
    begun = said.text.split()[:HEADLINE]
    words = " ".join(begun).rstrip(",;:–—- ") + ("…" if len(begun) < len(said.text.split()) else "")
    return f"{said.speaker}: “{words}”" if said.speaker else f"“{words}”"
