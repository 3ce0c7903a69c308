"""Who appears with whom: for each entity, the others named in the same articles.

In: entities with their appearances. Out: the same entities with companions, most shared articles first, then those that
are named closest by most often, then by name.
Method: count, entity by entity, who else its articles name; an article that names more than CROWD (a round-up, a list
of results) tells nothing about two of them and is left out. Linear in the articles, as each holds CROWD names at most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from newsdigest.model import Companion, Entity, StoryId

CAP = 12
"""Companions shown, at most."""
CROWD = 60
"""Names in an article, from which on it says nothing. News articles in the development texts name 3 to 35."""
BESIDE = 6
"""Names that count on each side of one; the closer, the more. In 205 development texts, the companions whom a sentence
names too, of 13,370: 2,495 by names alone, 2,856 with 1 beside, 3,064 with 3, 3,134 with 6, 3,112 with 12."""
WEIGHTS = (*range(1, BESIDE + 1), 0, *range(BESIDE, 0, -1))
NOBODY = (-1,) * BESIDE


def companions(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give each entity those it appears with."""
    order = sorted(range(len(entities)), key=lambda at: (entities[at].name.casefold(), entities[at].id))
    by_name = [entities[at] for at in order]
    present: dict[StoryId, list[int]] = defaultdict(list)
    for number, one in enumerate(by_name):
        for seen in one.appearances:
            present[seen.story_id].append(number)
    named = _named(by_name)
    once = {story: _once(story, others, by_name) for story, others in present.items() if len(others) <= CROWD}
    made = lru_cache(maxsize=None)(Companion)
    found = list(entities)
    for number, (at, one) in enumerate(zip(order, by_name, strict=True)):
        telling = [seen.story_id for seen in one.appearances if seen.story_id in once]
        with_it = []
        for other in _best(number, [once[story] for story in telling], _near(one, named)):
            stories = tuple([story for story in telling if other in once[story]])
            with_it.append(made(by_name[other].id, stories) if len(stories) > 1 else once[stories[0]][other])
        found[at] = replace(one, companions=tuple(with_it))
    return tuple(found)


def _once(story: StoryId, others: Iterable[int], entities: Sequence[Entity]) -> dict[int, Companion]:
    """Make companions of those whom an article names: the same for all who share no other article with them."""
    stories = (story,)
    return {other: Companion(entities[other].id, stories) for other in others}


def _best(number: int, articles: Sequence[Iterable[int]], near: defaultdict[int, int]) -> list[int]:
    """Choose, of those named in the articles of one, the others who stand in most of them, and closest by."""
    if len(articles) == 1:  # as most have
        ranked = sorted(articles[0], key=near.__getitem__, reverse=True)
    else:
        shared = Counter(chain.from_iterable(articles))
        ranked = sorted(sorted(shared), key=lambda other: (shared[other], near[other]), reverse=True)
    return [other for other in ranked[: CAP + 1] if other != number][:CAP]


def _named(entities: Sequence[Entity]) -> dict[StoryId, tuple[list[int], list[int]]]:
    """Give for each article the places of the names, ascending, and who is named there, with nobody at both ends."""
    named: defaultdict[StoryId, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(entities):
        for seen in one.appearances:
            named[seen.story_id] += [(mention, number) for mention in seen.mentions]
    for hits in named.values():
        hits.sort()
    return {
        story: ([at for at, _ in hits], [*NOBODY, *(number for _, number in hits), *NOBODY])
        for story, hits in named.items()
    }


def _near(one: Entity, named: Mapping[StoryId, tuple[Sequence[int], Sequence[int]]]) -> defaultdict[int, int]:
    """Weigh how often, and how closely, others are named by the side of one."""
    near: defaultdict[int, int] = defaultdict(int)
    for seen in one.appearances:
        places, numbers = named[seen.story_id]
        for mention in seen.mentions:
            at = bisect_left(places, mention)
            for weight, other in zip(WEIGHTS, numbers[at : at + len(WEIGHTS)], strict=True):
                near[other] += weight
    return near
