"""Pictures of who is named with whom, as coordinates: templates only print them.

In: names with the weight of what ties them. Out: a Picture in whole units, the same on every machine: a fan, which ties
one name to others in the order of their rank, and arcs, which tie the names of a column to each other. Names stand one
below the other, each in a row of its own, so that labels can meet neither each other nor the frame.
A person's mark is round, an organisation's square.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from newsdigest.views.lettering import cut_short, fitted, width

WIDTH = 288
"""Of every picture: the smallest screen (320 px) without its margins, so that a unit is a pixel there or more."""
ROW, LINE, GAP = 28, 16, 16
"""Height of a row with one line, of each further line, and of the space between groups: with these, all halves that are
needed are whole; a row is as high as a finger needs it."""
BASELINE = 5
"""From the middle of a line to what its letters stand on."""
MARK = 4
"""Half of what a mark measures."""
BESIDE = 10
"""From the centre of a mark to its label."""
FAN = 72
"""From the left to the marks of a fan's names."""
ARCS = 104
"""From the left to the marks of a column tied by arcs."""
SHALLOW = 8
"""Depth of the shortest arc, nearly."""
THICK = 6
"""Width of the thickest tie."""
NAMES = 4_000
"""That are kept as drawn: those of an article stand in the pictures of each other, in few places."""


class Named(Struct, frozen=True, gc=False):
    """Whom a picture shows."""

    path: str
    name: str
    kind: str
    number: int = 0
    """Stands at the end of the row, from 2 on."""


class Bond(Struct, frozen=True, gc=False):
    """What ties two names, given by their places in a sequence, or a name to the fan's own."""

    ends: tuple[int, int]
    weight: int
    near: bool
    """They stand in one sentence; other ties are drawn dashed."""


class Text(Struct, frozen=True, gc=False):
    """A line of a label; `y` is its baseline."""

    y: int
    text: str


class Mark(Struct, frozen=True, gc=False):
    """A name in its place."""

    path: str
    x: int
    y: int
    person: bool
    label: int
    """Where its lines begin."""
    lines: tuple[Text, ...]
    whole: str
    """The name, where the lines cut it."""
    number: int | None


class Tie(Struct, frozen=True, gc=False):
    """A line between two names, as SVG path data."""

    path: str
    width: int
    near: bool


class Picture(Struct, frozen=True, gc=False):
    """All that is drawn, and the size of it."""

    width: int
    height: int
    ties: tuple[Tie, ...]
    marks: tuple[Mark, ...]
    centre: int | None = None
    """The height at which a fan begins."""


def fan(others: Sequence[Named], bonds: Iterable[Bond]) -> Picture:
    """Tie one name, at the left, to others: a bond's second end is the other's place."""
    marks, height = column((others,), FAN)
    middle = height // 2
    drawn = tuple(bonds)
    most = max((bond.weight for bond in drawn), default=1)
    ties = tuple(Tie(_curve(middle, marks[b.ends[1]].y), thickness(b.weight, most), b.near) for b in drawn)
    return Picture(WIDTH, height, ties, marks, middle)


def arcs(groups: Sequence[Sequence[Named]], bonds: Iterable[Bond]) -> Picture:
    """Tie the names of a column to each other; places count through all groups."""
    marks, height = column(groups, ARCS)
    drawn = tuple(bonds)
    most = max((bond.weight for bond in drawn), default=1)
    reach = [sorted(marks[end].y for end in bond.ends) for bond in drawn]
    longest = max((low - high for high, low in reach), default=1)
    ties = (
        Tie(_arc(high, low, longest), thickness(bond.weight, most), bond.near)
        for bond, (high, low) in zip(drawn, reach, strict=True)
    )
    return Picture(WIDTH, height, tuple(ties), marks)


def column(groups: Iterable[Sequence[Named]], x: int) -> tuple[tuple[Mark, ...], int]:
    """Put names one below the other; gives the height too."""
    marks: list[Mark] = []
    top = 0
    for number, group in enumerate(groups):
        top += GAP if number else 0
        for named in group:
            marks.append(_mark(named, x, top))
            top += ROW + LINE * (len(marks[-1].lines) - 1)
    return tuple(marks), top


def thickness(weight: int, most: int) -> int:
    """Draw a tie as many units wide as its weight, or all of them narrower where the heaviest would be too thick."""
    return weight if most <= THICK else 1 + (THICK - 1) * (weight - 1) // (most - 1)


def _mark(named: Named, x: int, top: int) -> Mark:
    number = named.number if named.number > 1 else None
    room = WIDTH - x - BESIDE - (width(f"  {number}") if number else 0)
    lines = fitted(named.name, room)
    more = LINE * (len(lines) - 1)
    first = top + ROW // 2 + BASELINE
    return Mark(
        path=named.path,
        x=x,
        y=top + (ROW + more) // 2,
        person=named.kind == "person",
        label=x + BESIDE,
        lines=tuple([Text(first + LINE * below, line) for below, line in enumerate(lines)]),
        whole=named.name if lines != (named.name,) and cut_short(named.name, lines) else "",
        number=number,
    )


@lru_cache(NAMES)
def _curve(start: int, end: int) -> str:
    return f"M{MARK} {start}C{FAN // 2} {start} {FAN // 2} {end} {FAN} {end}"


def _arc(high: int, low: int, longest: int) -> str:
    """Bow to the left, the further the longer."""
    deep = SHALLOW + (ARCS - SHALLOW - 2 * MARK) * (low - high) // longest
    return f"M{ARCS} {high}A{deep} {(low - high) // 2} 0 0 0 {ARCS} {low}"
