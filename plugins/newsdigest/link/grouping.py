"""Putting names together, for persons and organisations alike; what fits is said by the caller.

In: units (a name in one article, or a name of the collection) and a function that tells whether two may be one.
Out: groups in a stable order and, for a unit that fits several groups, these groups instead of a guess.
Method: in the caller's order (fullest names first) each unit joins the one group all of whose members it fits, or
starts its own; only groups with a mark it asks for (a last word, say) are looked at, so the work grows with these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

Forms = Mapping[str, tuple[int, ...]]
"""The names of one kind in one story, each with its positions in `Analysis.mentions`, ascending."""

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Local:
    """One person or organisation within one article."""

    story: int
    """Its number; 0 as long as the article is looked at alone."""
    forms: tuple[str, ...]
    """Fullest first."""
    mentions: tuple[int, ...]
    """Positions in `Analysis.mentions`."""
    may_be: tuple[str, ...] = ()
    """Names in the same article that it could stand for: nobody knows which."""
    early: tuple[str, ...] = ()
    """Forms that mean it only up to where a namesake enters."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One person or organisation of the collection."""

    locals: tuple[Local, ...]
    joined: tuple[tuple[str, str], ...] = ()
    """Forms that joined across articles by what these share, and the rule in words."""
    may_be: tuple[str, ...] = ()


def assign(
    units: Iterable[T],
    fits: Callable[[T, T], int],
    asks: Callable[[T], Iterable[Hashable]],
    answers: Callable[[T], Iterable[Hashable]],
    *,
    by_head: bool = False,
) -> tuple[list[list[T]], dict[T, tuple[T, ...]]]:
    """Put units into groups, by how well two fit (0: not at all); a unit is held against those that answer its asks.

    By its head alone a group is judged where parts of one name need not fit each other (`Eastby`, `Harriers`).
    Also give, for each unit that fits several groups equally well, the first member of each of these.
    """
    groups: list[list[T]] = []
    index: dict[Hashable, list[int]] = defaultdict(list)
    doubts: dict[T, tuple[T, ...]] = {}
    for unit in units:
        near = sorted({number for mark in asks(unit) for number in index.get(mark, ())})
        marks = {number: [fits(unit, one) for one in groups[number][: 1 if by_head else None]] for number in near}
        homes = _best(marks) if marks else []
        if len(homes) > 1:
            doubts[unit] = tuple(groups[number][0] for number in homes)
        number = homes[0] if len(homes) == 1 else len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(unit)
        for mark in answers(unit):
            index[mark].append(number)
    return groups, doubts


def _best(marks: Mapping[int, Sequence[int]]) -> list[int]:
    """Choose the groups that have the best mark, among those whose members all fit."""
    fitting = {number: max(given) for number, given in marks.items() if all(given)}
    best = max(fitting.values(), default=0)
    return [number for number, mark in fitting.items() if mark == best]


def numbered(found: Iterable[Iterable[Local]]) -> list[Local]:
    """Put what was found in each article into one list."""
    return [replace(one, story=story) for story, locals_ in enumerate(found) for one in locals_]


def gather(locals_: Sequence[Local], key: Callable[[Local], Hashable]) -> dict[Hashable, list[Local]]:
    """Sort locals into one list a key, in the order of first appearance."""
    found: dict[Hashable, list[Local]] = defaultdict(list)
    for local in locals_:
        found[key(local)].append(local)
    return dict(found)


def because(shared: Sequence[str]) -> str:
    """Say what articles share, for a rule: the two most telling names."""
    return " and ".join(sorted(shared[:2]))
