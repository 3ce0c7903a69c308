"""Whom a surname means in an article that names two people who have it.

In: where the surname stands alone, and where each full name stands, as positions in reading order. Out: for each place
the number of the person meant, or None: nobody knows. Method: up to where the second enters it is the first; the
headline goes with that. Later it is the one whose full name the writer repeats to tell the two apart, until the
other's is repeated. Limits: a writer who tells them apart by the sense alone is not followed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def whom(places: Sequence[int], people: Sequence[Sequence[int]]) -> Mapping[int, int | None]:
    """Tell for each place whom the surname means; the people stand in the order in which they enter.

    >>> whom([1, 3, 5], [[0, 4], [2]])
    {1: 0, 3: None, 5: 0}
    """
    if len(people) == 1:
        return dict.fromkeys(places, 0)
    first, second = people[0][0], people[1][0]
    early = any(first < at < second for at in places)
    return {at: 0 if early and at < second else _repeated(at, people) for at in places}


def _repeated(at: int, people: Sequence[Sequence[int]]) -> int | None:
    """Give the person whose full name stands last before a place, if it was repeated after all had entered."""
    entered = max(places[0] for places in people)
    named = [(place, number) for number, places in enumerate(people) for place in places if place < at]
    last, number = max(named, default=(-1, 0))
    return number if last > entered else None
