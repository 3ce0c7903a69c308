"""The names in an article's text that lead to pages of the who's who: each person and organisation once.

In: the library and a story. Out: a mention and its address each. It is the first mention that is shown, and one in a
heading only where there is no other.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsdigest.model import Span, StoryId
from newsdigest.text import paragraph_spans, withheld
from newsdigest.views.addresses import entity_path
from newsdigest.views.library import Library


def name_links(library: Library, story_id: StoryId, base: str) -> Mapping[int, str]:
    """Give the mentions to link, by their numbers, with their addresses.

    `base` stands before the path: `..` for the articles' own pages, the site's address for a feed.
    """
    text, mentions = library.texts[story_id], library.analyses[story_id].mentions
    headings = _headings(library, story_id)
    links = {}
    for entity, here in library.present.get(story_id, ()):
        spans = {number: mentions[number].span for number in here.mentions}
        hidden = {n: withheld(text[s.start : s.end]) for n, s in spans.items()}
        *_, first = min((hidden[n], any(h.start <= s.start < h.end for h in headings), s, n) for n, s in spans.items())
        links[first] = f"{base}/{entity_path(entity)}"
    return links


def _headings(library: Library, story_id: StoryId) -> tuple[Span, ...]:
    paragraphs = library.stories[story_id].paragraphs
    placed = zip(paragraph_spans(paragraphs), paragraphs, strict=True)
    return tuple(span for span, paragraph in placed if paragraph.kind == "heading")
