"""Whom somebody is named with: as a picture, as the same in a table, and in which sentences.

In: the library and an entity. Out: its companions, most shared articles first, then most shared sentences; of those
whom a sentence names beside it also the first of these sentences in the newest articles.
Limits: an article that names very many people or organisations says nothing about two of them (see `link`), so that
somebody named only in such lists has no companions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsdigest.model import Companion, Entity, StoryId
from newsdigest.views.cards import EntityCard, Link, When, entity_card, when
from newsdigest.views.library import Library
from newsdigest.views.passages import Passage, passages, sentence_count, shared_mentions
from newsdigest.views.pictures import Bond, Named, Picture, fan

SHOWN = 3
"""Sentences shown of one companion; the others are counted."""
DRAWN, TABLE, NEAR = 12, 24, 5
"""Companions in the picture, in the table, and with their sentences; the others are counted: who stands in 200 articles
has hundreds."""
ALONE = "The articles name nobody else."
LISTED = "The articles name so many that none of them can be said to belong together."


@dataclass(frozen=True, slots=True)
class Together:
    """An article, with sentences of it that name both."""

    story: Link
    lang: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CompanionCard:
    """Somebody named in the same articles."""

    card: EntityCard
    shared: int
    """Articles that name both."""
    sentences: int
    """Sentences that name both."""
    last: When
    """The day of the newest of the articles."""
    places: tuple[Together, ...]
    more: int
    """Sentences that are not shown."""


@dataclass(frozen=True, slots=True)
class Companions:
    """Those with most in common, and what tells of them."""

    cards: tuple[CompanionCard, ...]
    more: int
    """Companions that are not shown."""
    near: tuple[CompanionCard, ...]
    """Those whom a sentence names beside the entity."""
    more_near: int
    picture: Picture | None
    dated: bool
    """The days of the articles are worth a column: the masthead does not tell them all."""
    none: str
    """Why there are none."""


def companions(library: Library, entity: Entity) -> Companions:
    """Show those that an entity is named with; of equals the one that the edition lists first."""
    others = ((one, library.entities.get(one.entity_id)) for one in entity.companions)
    cards = [_card(library, entity, companion, other) for companion, other in others if other]
    cards.sort(key=lambda card: (-card.shared, -card.sentences))
    near = [card for card in cards if card.sentences]
    crowded = any(len(library.present[seen.story_id]) > 1 for seen in entity.appearances)
    return Companions(
        cards=tuple(cards[:TABLE]),
        more=len(cards[TABLE:]),
        near=tuple(near[:NEAR]),
        more_near=len(near[NEAR:]),
        picture=_picture(cards[:DRAWN]) if cards else None,
        dated=any(card.last.listed for card in cards),
        none="" if cards else LISTED if crowded else ALONE,
    )


def both_named(
    library: Library, one: Entity, other: Entity, stories: Sequence[StoryId]
) -> Mapping[StoryId, tuple[int, ...]]:
    """Find the mentions in the sentences that name both, story by story, newest first."""
    here, there = ({seen.story_id: seen.mentions for seen in entity.appearances} for entity in (one, other))
    newest_first = sorted(stories, key=lambda story_id: library.rank[story_id])
    return {s: shared_mentions(library, s, here[s], there[s]) for s in newest_first if s in here and s in there}


def sentences_of(library: Library, both: Mapping[StoryId, tuple[int, ...]]) -> int:
    """Count the sentences in which mentions stand, those too that are not republished."""
    return sum(sentence_count(library, story_id, mentions) for story_id, mentions in both.items())


def _card(library: Library, entity: Entity, companion: Companion, other: Entity) -> CompanionCard:
    both = both_named(library, entity, other, companion.stories)
    count, places = sentences_of(library, both), tuple(_places(library, both))
    return CompanionCard(
        card=entity_card(library, other),
        shared=len(companion.stories),
        sentences=count,
        last=when(library, library.stories[min(companion.stories, key=lambda story_id: library.rank[story_id])]),
        places=places,
        more=count - sum(len(place.passages) for place in places),
    )


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
