"""Whom somebody is named with: as a picture, as the same in a table, and in which sentences.

In: the library and an entity. Out: its companions, most shared articles first, then most shared sentences; of those
whom a sentence names beside it also the first of these sentences in the newest articles.
Limits: an article that names very many people or organisations says nothing about two of them (see `link`), so that
somebody named only in such lists has no companions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from newsdigest.model import Companion, Entity, EntityId, StoryId
from newsdigest.views.cards import EntityCard, Link, When, entity_card, when
from newsdigest.views.library import Library
from newsdigest.views.passages import Passage, passages, sentence_count, shared_mentions
from newsdigest.views.pictures import Bond, Named, Picture, fan
from newsdigest.views.versions import text_of

SHOWN = 3
"""Sentences shown of one companion; the others are counted."""
DRAWN, TABLE, NEAR = 12, 24, 5
"""Companions in the picture, in the table, and with their sentences; the others are counted: who stands in 200 articles
has hundreds."""
ALONE = "The articles name nobody else."
LISTED = "The articles name so many that none of them can be said to belong together."


class Together(Struct, frozen=True, gc=False):
    """An article, with sentences of it that name both."""

    story: Link
    lang: str
    passages: tuple[Passage, ...]


class CompanionCard(Struct, frozen=True, gc=False):
    """Somebody named in the same articles: a row of the table."""

    card: EntityCard
    shared: int
    """Articles that name both."""
    sentences: int
    """Sentences that name both; those of several versions of a text once."""
    last: When
    """The day of the newest of the articles."""


class NearCard(Struct, frozen=True, gc=False):
    """Somebody named in the same sentences."""

    card: EntityCard
    sentences: int
    places: tuple[Together, ...]
    more: int
    """Sentences that are not shown."""


class Companions(Struct, frozen=True, gc=False):
    """Those with most in common, and what tells of them."""

    cards: tuple[CompanionCard, ...]
    more: int
    """Companions that are not shown."""
    near: tuple[NearCard, ...]
    """Those whom a sentence names beside the entity."""
    more_near: int
    picture: Picture | None
    dated: bool
    """The days of the articles are worth a column: the masthead does not tell them all."""
    none: str
    """Why there are none."""


class _Tie(Struct, frozen=True, gc=False):
    """What the order of companions follows; cards are made of those only that are shown."""

    companion: Companion
    other: Entity
    both: Mapping[StoryId, tuple[int, ...]]
    """Mentions in the sentences that name both."""
    sentences: int


def companions(library: Library, entity: Entity) -> Companions:
    """Show those that an entity is named with; of equals the one that the edition lists first."""
    others = ((one, library.entities.get(one.entity_id)) for one in entity.companions)
    ties = [_tie(library, entity, companion, other) for companion, other in others if other]
    ties.sort(key=lambda tie: (-len(tie.companion.stories), -tie.sentences))
    near = [tie for tie in ties if tie.sentences]
    cards = tuple([_card(library, tie) for tie in ties[:TABLE]])
    crowded = any(len(library.present[seen.story_id]) > 1 for seen in entity.appearances)
    return Companions(
        cards=cards,
        more=len(ties[TABLE:]),
        near=tuple([_near(library, tie) for tie in near[:NEAR]]),
        more_near=len(near[NEAR:]),
        picture=_picture(cards[:DRAWN]) if cards else None,
        dated=any(_last(library, tie.companion).listed for tie in ties),
        none="" if ties else LISTED if crowded else ALONE,
    )


def both_named(
    library: Library, one: EntityId, other: EntityId, stories: Sequence[StoryId]
) -> Mapping[StoryId, tuple[int, ...]]:
    """Find the mentions in the sentences that name both, story by story, newest first; of versions in the fullest."""
    found = {}
    for story_id in sorted(stories, key=library.rank.__getitem__) if len(stories) > 1 else stories:
        if shared := shared_mentions(library, story_id, one, other):
            found[story_id] = shared
    if len(found) < 2:
        return found
    fullest: dict[StoryId | None, StoryId] = {}
    for story_id in sorted(found, key=lambda s: -len(found[s])):
        fullest.setdefault(text_of(library, story_id), story_id)
    return {s: mentions for s, mentions in found.items() if fullest[text_of(library, s)] == s}


def sentences_of(library: Library, both: Mapping[StoryId, tuple[int, ...]]) -> int:
    """Count the sentences in which mentions stand, those too that are not republished."""
    return sum([sentence_count(library, story_id, mentions) for story_id, mentions in both.items()])


def _tie(library: Library, entity: Entity, companion: Companion, other: Entity) -> _Tie:
    both = both_named(library, entity.id, other.id, companion.stories)
    return _Tie(companion, other, both, sentences_of(library, both))


def _card(library: Library, tie: _Tie) -> CompanionCard:
    return CompanionCard(
        card=entity_card(library, tie.other),
        shared=len(tie.companion.stories),
        sentences=tie.sentences,
        last=_last(library, tie.companion),
    )


def _near(library: Library, tie: _Tie) -> NearCard:
    places = tuple(_places(library, tie.both))
    more = tie.sentences - sum([len(place.passages) for place in places])
    return NearCard(entity_card(library, tie.other), tie.sentences, places, more)


def _last(library: Library, companion: Companion) -> When:
    return when(library, min(companion.stories, key=library.rank.__getitem__))


def _places(library: Library, both: Mapping[StoryId, tuple[int, ...]]) -> Iterator[Together]:
    left = SHOWN
    for story_id, mentions in both.items():
        found = passages(library, story_id, mentions)[:left] if left else ()
        if found:
            story = library.stories[story_id]
            yield Together(Link(library.paths[story_id], story.title), story.lang, found)
            left -= len(found)


def _picture(cards: Sequence[CompanionCard]) -> Picture:
    return fan(
        [Named(one.card.path, one.card.name, one.card.kind, one.shared) for one in cards],
        [Bond((0, place), one.shared, near=one.sentences > 0) for place, one in enumerate(cards)],
    )
