"""Who appears with whom: for each entity, the others named in the same articles.

In: entities with their appearances. Out: the same entities with companions, most shared articles first, then those that
are named closest by most often, then by name.
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
REACH = 6
"""Names from one to another that still stands close by; the closer, the more it counts. In 205 development texts, the
companions whom a sentence names too, of 13,370: 2,495 by names alone, 2,856 with 1, 3,064 with 3, 3,134 with 6, 3,112
with 12."""


def companions(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give each entity those it appears with."""
    present: dict[StoryId, list[int]] = defaultdict(list)
    for number, one in enumerate(entities):
        for seen in one.appearances:
            present[seen.story_id].append(number)
    near = _near(entities)
    return tuple(
        replace(one, companions=_of(number, entities, present, near[number])) for number, one in enumerate(entities)
    )


def _near(entities: Sequence[Entity]) -> dict[int, Counter[int]]:
    """Weigh how often, and how closely, one is named by the side of another."""
    named: dict[StoryId, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(entities):
        for seen in one.appearances:
            named[seen.story_id].extend((mention, number) for mention in seen.mentions)
    near: dict[int, Counter[int]] = defaultdict(Counter)
    for hits in map(sorted, named.values()):
        for place, (_, number) in enumerate(hits):
            for weight, (_, other) in zip(range(REACH, 0, -1), hits[place + 1 :], strict=False):
                near[number][other] += weight
                near[other][number] += weight
    return near


def _of(
    number: int, entities: Sequence[Entity], present: dict[StoryId, list[int]], near: Counter[int]
) -> tuple[Companion, ...]:
    stories = [seen.story_id for seen in entities[number].appearances if len(present[seen.story_id]) <= CROWD]
    count: Counter[int] = Counter()
    for story in stories:
        count.update(present[story])
    del count[number]

    def rank(other: int) -> tuple[int, int, str, str]:
        return -count[other], -near[other], entities[other].name.casefold(), entities[other].id

    best = sorted(count, key=rank)[:CAP]
    together: dict[int, list[StoryId]] = {other: [] for other in best}
    for story in stories:
        for other in together.keys() & set(present[story]):
            together[other].append(story)
    return tuple(Companion(entities[other].id, tuple(together[other])) for other in best)
