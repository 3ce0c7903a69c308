"""Sentences of the articles as pages quote them: with the names marked, and the way to their paragraphs.

In: the library, a story, and mentions of it by their positions. Out: Passages, in the order of the text; a sentence
that holds several of the mentions stands once, one that may not be republished not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from newsdigest.model import Span, StoryId
from newsdigest.text import withheld
from newsdigest.views.library import Library, paragraph_of, paragraph_path


class Segment(Struct, frozen=True, gc=False):
    """A part of a sentence; `hit` where it is a name that the passage is shown for."""

    text: str
    hit: bool


class Passage(Struct, frozen=True, gc=False):
    """A sentence that names somebody."""

    segments: tuple[Segment, ...]
    path: str
    paragraph: int

    @property
    def length(self) -> int:
        """Its characters."""
        return sum([len(segment.text) for segment in self.segments])


def passages(library: Library, story_id: StoryId, mentions: Iterable[int]) -> tuple[Passage, ...]:
    """Show the sentences in which the mentions stand."""
    found: dict[int, list[int]] = defaultdict(list)
    where, places, text = library.place_of[story_id], library.places[story_id], library.texts[story_id]
    for number in mentions:
        found[where[number]].append(number)
    shown = ((places[place], held) for place, held in sorted(found.items()))
    return tuple(
        _passage(library, story_id, place, held) for place, held in shown if not withheld(text[place.start : place.end])
    )


def sentence_count(library: Library, story_id: StoryId, mentions: Iterable[int]) -> int:
    """Count the sentences in which the mentions stand, those that may not be republished too."""
    where = library.place_of[story_id]
    return len({where[number] for number in mentions})


def shared_mentions(
    library: Library, story_id: StoryId, one: Collection[int], other: Collection[int]
) -> tuple[int, ...]:
    """Find the mentions of two that stand in a sentence with each other."""
    where = library.place_of[story_id]
    both = {where[number] for number in one}.intersection([where[number] for number in other])
    return tuple(number for number in (*one, *other) if where[number] in both) if both else ()


def _passage(library: Library, story_id: StoryId, place: Span, mentions: Iterable[int]) -> Passage:
    found = library.analyses[story_id].mentions
    hits = sorted([found[number].span for number in mentions])
    segments = tuple(_segments(library.texts[story_id], place, hits))
    paragraph = paragraph_of(library, story_id, place)
    return Passage(segments, paragraph_path(library, story_id, paragraph), paragraph)


def _segments(text: str, place: Span, hits: Iterable[Span]) -> Iterator[Segment]:
    done = place.start
    for hit in hits:
        if hit.start > done:
            yield Segment(text[done : hit.start], hit=False)
        if hit.end > done:
            yield Segment(text[max(done, hit.start) : hit.end], hit=True)
        done = max(done, hit.end)
    if done < place.end:
        yield Segment(text[done : place.end], hit=False)
