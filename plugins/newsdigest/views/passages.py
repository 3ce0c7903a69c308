"""Sentences of the articles as pages quote them: with the names marked, and the way to their paragraphs.

In: the library, a story, and mentions of it by their positions. Out: Passages, in the order of the text; a sentence
that holds several of the mentions stands once, one that may not be republished not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

from msgspec import Struct

from newsdigest.model import EntityId, Span, StoryId
from newsdigest.text import withheld
from newsdigest.views.library import Library, made_once, paragraph_of, paragraph_path
from newsdigest.views.places import places


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


class _Places(Struct, frozen=True):
    """Where the mentions of a story stand."""

    spans: tuple[Span, ...]
    """The sentences, in order."""
    of: tuple[int, ...]
    """For each mention, the position of its sentence among these."""


def passages(library: Library, story_id: StoryId, mentions: Iterable[int]) -> tuple[Passage, ...]:
    """Show the sentences in which the mentions stand."""
    found: dict[int, list[int]] = defaultdict(list)
    stand, text = _places_in(library, story_id), library.texts[story_id]
    for number in mentions:
        found[stand.of[number]].append(number)
    shown = ((stand.spans[place], held) for place, held in sorted(found.items()))
    return tuple(
        _passage(library, story_id, place, held) for place, held in shown if not withheld(text[place.start : place.end])
    )


def sentence_count(library: Library, story_id: StoryId, mentions: Iterable[int]) -> int:
    """Count the sentences in which the mentions stand, those that may not be republished too."""
    where = _places_in(library, story_id).of
    return len({where[number] for number in mentions})


def shared_mentions(library: Library, story_id: StoryId, one: EntityId, other: EntityId) -> tuple[int, ...]:
    """Find the mentions of two that stand in a sentence with each other."""
    naming = _naming(library, story_id)
    both = naming.get(one, 0) & naming.get(other, 0)
    if not both:
        return ()
    where, here = _places_in(library, story_id).of, library.mentions[story_id]
    return tuple([number for number in (*here[one], *here[other]) if both >> where[number] & 1])


@made_once
def _naming(library: Library, story_id: StoryId) -> Mapping[EntityId, int]:
    """Tell by a bit for each sentence whether it names somebody."""
    where = _places_in(library, story_id).of
    return {
        one: reduce(or_, [1 << where[number] for number in mentions])
        for one, mentions in library.mentions.get(story_id, {}).items()
    }


@made_once
def _places_in(library: Library, story_id: StoryId) -> _Places:
    found = places(library.stories[story_id], library.analyses[story_id])
    spans = tuple(sorted(set(found), key=lambda span: (span.start, span.end)))
    number = {span: place for place, span in enumerate(spans)}
    return _Places(spans, tuple([number[span] for span in found]))


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
