"""Whom a surname means in an article that names two people who have it.

In: where the surname stands alone, and where each full name stands, as positions in reading order. Out: for each place
the number of the person meant, or None: nobody knows. Method: up to where the second enters it is the first; the
headline goes with that. Later it is the one whose full name the writer repeats to tell the two apart, until the
other's is repeated; or still the first, whom the article has long called so, when the second is a relative in passing.
Limits: a writer who tells them apart by the sense alone is not followed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LONG_CALLED = 4
"""Times that a surname alone meant the first before a second, named once, enters. So in 7 of 1000 news articles, where
some 40 later surnames mean the first, but for one next after the second's name ("the elder Doe"): that place stays
unclear. With 2 or 3 the second is meant in three articles of five."""


def whom(places: Sequence[int], people: Sequence[Sequence[int]]) -> Mapping[int, int | None]:
    """Tell for each place whom the surname means; the people stand in the order in which they enter.

    >>> whom([1, 3, 5], [[0, 4], [2]])
    {1: 0, 3: None, 5: 0}
    """
    if len(people) == 1:
        return dict.fromkeys(places, 0)
    first, second = people[0][0], people[1][0]
    early = sum(first < at < second for at in places)
    in_passing = early >= LONG_CALLED and len(people) == 2 and len(people[1]) == 1
    return {
        at: 0 if (early and at < second) or (in_passing and at > second + 1) else _repeated(at, people) for at in places
    }


def _repeated(at: int, people: Sequence[Sequence[int]]) -> int | None:
    """Give the person whose full name stands last before a place, if it was repeated after all had entered."""
    entered = max(places[0] for places in people)
    named = [(place, number) for number, places in enumerate(people) for place in places if place < at]
    last, number = max(named, default=(-1, 0))
    return number if last > entered else None
