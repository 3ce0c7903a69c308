"""The page of connections: who is named with whom in the whole edition, as a picture and as the same in a table.

In: the library. Out: a ConnectionsPage: the strongest ties, as long as they are between no more than NAMES names. Two
are tied when a sentence names both; the more articles name both, then sentences, the stronger.
Method: an arc diagram, its column in the order that makes the arcs short (minimum linear arrangement, by moving one
name at a time to where it fits best), those that are tied to each other together.
Limits: an edition has the ties that its entities' companions tell of, the best twelve of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from msgspec import Struct

from newsdigest.model import Companion, Entity, EntityId, StoryId
from newsdigest.views.addresses import entity_path
from newsdigest.views.cards import Link, When, when
from newsdigest.views.companions import both_named, sentences_of
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.pictures import Bond, Named, Picture, arcs

PATH = "connections.html"
TITLE = "Connections"
LEAD = "Who is named with whom in one sentence: the people and organisations with the strongest ties."
NAMES, TIES = 40, 70
"""What the picture holds: more names make it longer than four screens of a phone, more arcs cover each other."""
CANDIDATES = 600
"""Pairs whose sentences are compared; all of an edition of 50 articles."""
ROUNDS = 8
"""Of moving every name; in the development texts nothing moved after the fourth."""


class TieRow(Struct, frozen=True, gc=False):
    """Two names and what ties them."""

    one: Link
    other: Link
    shared: int
    sentences: int
    last: When


class ConnectionsPage(Struct, frozen=True, gc=False):
    """The page; without ties it has no picture."""

    meta: Meta
    title: str
    lead: str
    picture: Picture | None
    ties: tuple[TieRow, ...]
    """Strongest first."""
    dated: bool
    """The days of the articles are worth a column: the masthead does not tell them all."""


class Pair(Struct, frozen=True, gc=False):
    """Two entities, in the order of the edition, and what names both."""

    ends: tuple[Entity, Entity]
    stories: tuple[StoryId, ...]
    sentences: int

    @property
    def rank(self) -> tuple[int, int]:
        """Sorts the strongest first."""
        return -len(self.stories), -self.sentences


def connections_page(library: Library) -> ConnectionsPage:
    """Choose the strongest ties and draw them."""
    pairs = chosen(sorted(_known(library), key=lambda pair: pair.rank))
    rows = tuple(_row(library, pair) for pair in pairs)
    return ConnectionsPage(
        meta=page_meta(library, PATH, TITLE, f"{TITLE}: {LEAD}", "people"),
        title=TITLE,
        lead=LEAD,
        picture=_picture(pairs) if pairs else None,
        ties=rows,
        dated=any(row.last.listed for row in rows),
    )


def chosen(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Take the strongest pairs, but leave out those that would bring in more names than the picture holds."""
    names: set[EntityId] = set()
    taken: list[Pair] = []
    for pair in pairs:
        known = names | {end.id for end in pair.ends}
        if len(known) <= NAMES and len(taken) < TIES:
            names = known
            taken.append(pair)
    return tuple(taken)


def groups(count: int, bonds: Sequence[Bond]) -> tuple[tuple[int, ...], ...]:
    """Put names that are tied, directly or not, into groups, and each group into the order of the shortest arcs."""
    tied: dict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        for end in bond.ends:
            tied[end].append(bond)
    left = dict.fromkeys(range(count))
    found: list[tuple[int, ...]] = []
    while left:
        group = _reached(next(iter(left)), tied)
        found.append(arranged(group, tied))
        for name in group:
            del left[name]
    return tuple(sorted(found, key=len, reverse=True))


def arranged(group: Sequence[int], tied: dict[int, list[Bond]]) -> tuple[int, ...]:
    """Move one name after the other to where the arcs are shortest, until nothing gets shorter."""
    order = list(group)
    bonds = list(dict.fromkeys(bond for name in group for bond in tied[name]))
    for _ in range(ROUNDS):
        before = list(order)
        for name in group:
            others = [other for other in order if other != name]
            order = min(
                ([*others[:place], name, *others[place:]] for place in range(len(order))),
                key=lambda tried: _length(tried, bonds),
            )
        if order == before:
            break
    return tuple(order)


def _length(order: Sequence[int], bonds: Sequence[Bond]) -> int:
    place = {name: number for number, name in enumerate(order)}
    return sum(bond.weight * abs(place[bond.ends[0]] - place[bond.ends[1]]) for bond in bonds)


def _reached(start: int, tied: dict[int, list[Bond]]) -> tuple[int, ...]:
    """Follow the ties of a name as far as they lead, those of each name in their order."""
    found = {start: None}
    waiting = [start]
    while waiting:
        for bond in tied[waiting.pop(0)]:
            for end in bond.ends:
                if end not in found:
                    found[end] = None
                    waiting.append(end)
    return tuple(found)


def _known(library: Library) -> Iterator[Pair]:
    """Find the pairs that most articles name, and of these the ones that a sentence names."""
    strongest = nsmallest(2 * CANDIDATES, _companions(library), key=lambda pair: -len(pair[1].stories))
    met: dict[frozenset[EntityId], tuple[Entity, Companion]] = {}
    for pair in strongest:  # each of two may tell of the other
        met.setdefault(frozenset((pair[0].id, pair[1].entity_id)), pair)
    for one, companion in islice(met.values(), CANDIDATES):
        other, stories = library.entities[companion.entity_id], companion.stories
        sentences = sentences_of(library, both_named(library, one.id, other.id, stories))
        if sentences:
            yield Pair((one, other), stories, sentences)


def _companions(library: Library) -> Iterator[tuple[Entity, Companion]]:
    entities = library.entities
    return ((one, found) for one in entities.values() for found in one.companions if found.entity_id in entities)


def _picture(pairs: Sequence[Pair]) -> Picture:
    entities = tuple({end.id: end for pair in pairs for end in pair.ends}.values())
    number = {entity.id: place for place, entity in enumerate(entities)}
    bonds = [_bond(pair, number) for pair in pairs]
    grouped = groups(len(entities), bonds)
    place = {name: row for row, name in enumerate(name for group in grouped for name in group)}
    return arcs(
        [[_named(entities[name]) for name in group] for group in grouped],
        [Bond((place[bond.ends[0]], place[bond.ends[1]]), bond.weight, bond.near) for bond in bonds],
    )


def _bond(pair: Pair, number: dict[EntityId, int]) -> Bond:
    one, other = pair.ends
    return Bond((number[one.id], number[other.id]), len(pair.stories), near=True)


def _named(entity: Entity) -> Named:
    return Named(entity_path(entity), entity.name, entity.kind)


def _row(library: Library, pair: Pair) -> TieRow:
    one, other = (Link(entity_path(end), end.name) for end in pair.ends)
    newest = min(pair.stories, key=lambda story_id: library.rank[story_id])
    return TieRow(one, other, len(pair.stories), pair.sentences, when(library, newest))
