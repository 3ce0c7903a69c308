"""Whom somebody appears with, and in which sentences.

In: the library and an entity. Out: those whom a sentence names beside it, with the first of these sentences in the
newest articles, and those who only stand in the same articles; most shared articles first, then most shared sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsdigest.model import Companion, Entity, Kind, StoryId
from newsdigest.views.addresses import FOLDERS
from newsdigest.views.cards import EntityCard, Link, entity_card
from newsdigest.views.library import Library
from newsdigest.views.passages import Passage, shared_passages

SHOWN = 3
"""Sentences shown of one companion; the others are counted."""


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
    places: tuple[Together, ...]
    more: int
    """Sentences that are not shown."""


@dataclass(frozen=True, slots=True)
class Companions:
    """Those of one kind."""

    in_sentences: tuple[CompanionCard, ...]
    in_articles: tuple[CompanionCard, ...]
    """No sentence names both."""


def companions(library: Library, entity: Entity) -> dict[Kind, Companions]:
    """Show those that an entity appears with; of equals the one that the edition lists first."""
    own = {one.story_id: one.mentions for one in entity.appearances}
    others = ((one, library.entities.get(one.entity_id)) for one in entity.companions)
    cards = [_card(library, own, companion, other) for companion, other in others if other]
    cards.sort(key=lambda card: (-card.shared, -card.sentences))
    return {kind: _split([card for card in cards if card.card.kind == kind]) for kind in FOLDERS}


def _split(cards: Sequence[CompanionCard]) -> Companions:
    return Companions(tuple(c for c in cards if c.sentences), tuple(c for c in cards if not c.sentences))


def _card(
    library: Library, own: Mapping[StoryId, tuple[int, ...]], companion: Companion, other: Entity
) -> CompanionCard:
    theirs = {one.story_id: one.mentions for one in other.appearances}
    stories = sorted(companion.stories, key=lambda story_id: library.rank[story_id])
    both = {s: shared_passages(library, s, own[s], theirs[s]) for s in stories if s in own and s in theirs}
    count = sum(map(len, both.values()))
    return CompanionCard(
        card=entity_card(library, other),
        shared=len(stories),
        sentences=count,
        places=tuple(_places(library, both)),
        more=max(0, count - SHOWN),
    )


def _places(library: Library, both: Mapping[StoryId, tuple[Passage, ...]]) -> Iterator[Together]:
    left = SHOWN
    for story_id, found in both.items():
        if found[:left]:
            story = library.stories[story_id]
            yield Together(Link(library.paths[story_id], story.title), story.lang, found[:left])
            left -= len(found[:left])
