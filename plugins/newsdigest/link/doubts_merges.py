"""Merges that were not made: two entries whose names may be one person's or one organisation's.

In: entities of one kind. Out: doubts, each pair once, under the fuller name. Method: full names that fit each other,
and short forms with each full name they may stand for, if these are few; of organisations that differ in more than the
legal ending only those whose articles agree. Only names that share a mark (`people`,
`organisations`) are held against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from newsdigest.link import organisation_forms, organisation_names, person_names
from newsdigest.link.context import Agreement
from newsdigest.link.doubts_lines import Doubt
from newsdigest.link.organisations import answers, asks
from newsdigest.link.people import marks
from newsdigest.model import Entity, EntityId, Story

CROWD = 4
"""Names that one form may stand for, at most: of more, none is likely enough to be suggested."""

LOOKED_AT = 40
"""Articles of one organisation, at most, that are asked whether they agree with those of another."""

Near = Callable[[Entity], list[Entity]]


def person_merges(
    people: Sequence[Entity], called: Mapping[EntityId, str], stories: Sequence[Story]
) -> Iterator[Doubt]:
    """Find persons that may be one."""
    parsed = {one.id: person_names.parse(one.name) for one in people}
    by_mark: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for one in people:
        for mark in sorted(marks(parsed[one.id])) if parsed[one.id].full else ():
            by_mark[mark].append(one)
        for part in _parts(parsed[one.id]) if parsed[one.id].full else ():
            by_mark[("", *part)].append(one)

    def near(one: Entity) -> list[Entity]:
        name = parsed[one.id]
        if not name.full:
            return by_mark.get(("", *name.tokens), [])
        marked = {other.id: other for mark in sorted(marks(name)) for other in by_mark[mark] if other.id != one.id}
        return [other for other in marked.values() if person_names.fit(name, parsed[other.id])]

    yield from _merges(people, near, _person_why, called, stories)


def _parts(name: person_names.Name) -> list[tuple[str, ...]]:
    """Give the short forms of a full name: its surname, with and without what goes before it, and the first name."""
    return list(dict.fromkeys([*(name.tokens[at:] for at in range(1, len(name.tokens))), name.tokens[:1]]))


def _person_why(short: Entity, full: Entity) -> str:
    found = person_names.fit(person_names.parse(short.name), person_names.parse(full.name))
    return found.rule if found else "a part of that name"


def house_merges(
    houses: Sequence[Entity], called: Mapping[EntityId, str], stories: Sequence[Story], agree: Agreement
) -> Iterator[Doubt]:
    """Find organisations that may be one."""
    parsed = {one.id: organisation_names.parse(one.name) for one in houses}
    answering: dict[str, list[Entity]] = defaultdict(list)
    for one in houses:
        for mark in sorted(answers(parsed[one.id])):
            answering[mark].append(one)

    number = {story.id: at for at, story in enumerate(stories)}

    def likely(one: Entity, other: Entity) -> bool:
        found = organisation_names.fit(parsed[one.id], parsed[other.id])
        if found is None or found.sure:
            return found is not None
        without = frozenset(parsed[one.id].tokens + parsed[other.id].tokens)
        theirs = [number[seen.story_id] for seen in other.appearances]
        return any(agree(number[seen.story_id], theirs, without) for seen in one.appearances[:LOOKED_AT])

    def near(one: Entity) -> list[Entity]:
        marked = {other.id: other for mark in sorted(asks(parsed[one.id])) for other in answering.get(mark, ())}
        return [other for other in marked.values() if other.id != one.id and likely(one, other)]

    yield from _merges(houses, near, lambda a, b: organisation_forms.explain(a.name, b.name), called, stories)


def _merges(
    entities: Sequence[Entity],
    near: Near,
    rule: Callable[[Entity, Entity], str],
    called: Mapping[EntityId, str],
    stories: Sequence[Story],
) -> Iterator[Doubt]:
    path = {story.id: story.path for story in stories}
    said: set[frozenset[EntityId]] = set()
    for one in entities:
        others = near(one)
        for other in others if len(others) <= CROWD else ():
            if frozenset((one.id, other.id)) in said:
                continue
            said.add(frozenset((one.id, other.id)))
            keep, join = sorted(
                (one, other), key=lambda e: (-len(e.name.split()), -len(e.appearances), -len(e.name), e.id)
            )
            choice = f", or {_count(len(others) - 1)}" if len(others) > 1 else ""
            why = f"“{join.name}” may be “{keep.name}”{choice}: {rule(join, keep)}"
            files = tuple(path[seen.story_id] for seen in join.appearances)
            yield Doubt(keep.kind, called[keep.id], why, files, merge=called[join.id])


def _count(others: int) -> str:
    return "one other" if others == 1 else f"{others} others"
