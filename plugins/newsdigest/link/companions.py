"""Who appears with whom: for each entity, the others named in the same articles.

In: entities with their appearances. Out: the same entities with companions, most shared articles first, then by name.
Method: count, entity by entity, who else its articles name; an article that names more than CROWD (a round-up, a list
of results) tells nothing about two of them and is left out. Linear in the articles, as each holds CROWD names at most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from newsdigest.model import Companion, Entity, StoryId

CAP = 12
"""Companions shown, at most."""
CROWD = 60
"""Names in an article, from which on it says nothing. News articles in the development texts name 3 to 35."""


def companions(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give each entity those it appears with."""
    present: dict[StoryId, list[int]] = defaultdict(list)
    for number, one in enumerate(entities):
        for seen in one.appearances:
            present[seen.story_id].append(number)
    return tuple(replace(one, companions=_of(number, entities, present)) for number, one in enumerate(entities))


def _of(number: int, entities: Sequence[Entity], present: dict[StoryId, list[int]]) -> tuple[Companion, ...]:
    stories = [seen.story_id for seen in entities[number].appearances if len(present[seen.story_id]) <= CROWD]
    count: Counter[int] = Counter()
    for story in stories:
        count.update(present[story])
    del count[number]
    best = sorted(count, key=lambda other: (-count[other], entities[other].name.casefold(), entities[other].id))[:CAP]
    together: dict[int, list[StoryId]] = {other: [] for other in best}
    for story in stories:
        for other in together.keys() & set(present[story]):
            together[other].append(story)
    return tuple(Companion(entities[other].id, tuple(together[other])) for other in best)
