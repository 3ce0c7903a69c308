"""Who appears with whom: for each entity, the others named in the same articles.

In: entities with their appearances. Out: the same entities with companions, most shared articles first, then those that
are named closest by most often, then by name.
Method: count, entity by entity, who else its articles name; an article that names more than CROWD (a round-up, a list
of results) tells nothing about two of them and is left out. Linear in the articles, as each holds CROWD names at most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from newsdigest.model import Companion, Entity, StoryId

CAP = 12
"""Companions shown, at most."""
CROWD = 60
"""Names in an article, from which on it says nothing. News articles in the development texts name 3 to 35."""
WEIGHTS = (6, 5, 4, 3, 2, 1)
"""Of the names that stand next to one, on each side; the closer, the more it counts. In 205 development texts, the
companions whom a sentence names too, of 13,370: 2,495 by names alone, 2,856 with 1 beside, 3,064 with 3, 3,134 with 6,
3,112 with 12."""


def companions(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give each entity those it appears with."""
    order = sorted(range(len(entities)), key=lambda at: (entities[at].name.casefold(), entities[at].id))
    by_name = [entities[at] for at in order]
    present: dict[StoryId, list[int]] = defaultdict(list)
    for number, one in enumerate(by_name):
        for seen in one.appearances:
            present[seen.story_id].append(number)
    named = _named(by_name)
    made = lru_cache(maxsize=None)(Companion)  # the same for all whom an article names once
    found = {}
    for number, (at, one) in enumerate(zip(order, by_name, strict=True)):
        together, near = _together(number, by_name, present), _near(one, named)
        best = sorted([(-len(stories), -near.get(other, 0), other) for other, stories in together.items()])[:CAP]
        with_it = [made(by_name[other].id, tuple(together[other])) for *_, other in best]
        found[at] = replace(one, companions=tuple(with_it))
    return tuple(found[at] for at in range(len(entities)))


def _together(
    number: int, entities: Sequence[Entity], present: Mapping[StoryId, Sequence[int]]
) -> dict[int, list[StoryId]]:
    """Give the others that stand in the articles of one, and in which of them."""
    telling = [seen.story_id for seen in entities[number].appearances if len(present[seen.story_id]) <= CROWD]
    if len(telling) == 1:  # as most have
        found = dict.fromkeys(present[telling[0]], telling)
    else:
        found = defaultdict(list)
        for story in telling:
            for other in present[story]:
                found[other].append(story)
    found.pop(number, None)
    return found


def _named(entities: Sequence[Entity]) -> dict[StoryId, tuple[list[int], list[int]]]:
    """Give for each article the places of the names, ascending, and who is named there."""
    named: defaultdict[StoryId, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(entities):
        for seen in one.appearances:
            named[seen.story_id].extend((mention, number) for mention in seen.mentions)
    for hits in named.values():
        hits.sort()
    return {story: ([at for at, _ in hits], [number for _, number in hits]) for story, hits in named.items()}


def _near(one: Entity, named: Mapping[StoryId, tuple[Sequence[int], Sequence[int]]]) -> dict[int, int]:
    """Weigh how often, and how closely, others are named by the side of one."""
    near: defaultdict[int, int] = defaultdict(int)
    reach = len(WEIGHTS)
    for seen in one.appearances:
        places, numbers = named[seen.story_id]
        for mention in seen.mentions:
            at = bisect_left(places, mention)
            for beside in (numbers[at + 1 : at + 1 + reach], numbers[max(0, at - reach) : at][::-1]):
                for weight, other in zip(WEIGHTS, beside, strict=False):
                    near[other] += weight
    return near
