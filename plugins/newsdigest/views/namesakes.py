"""Who may be taken for whom: people who share a surname or a form of their name, organisations whose names meet.

In: the people and organisations that have pages. Out: for each the others, those of most articles first. Organisations
meet in a form of their names, or where the whole name of one begins the name of the other: `Tide`, `Tide Council`.
Limits: a family name that comes first is not seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from unidecode import unidecode

from newsdigest.model import Entity, EntityId
from newsdigest.views.roles import without_article

SUFFIXES = frozenset({"ii", "iii", "iv", "jr", "sr"})
"""Stand after a family name and are no part of it."""


def namesakes(entities: Iterable[Entity]) -> Mapping[EntityId, tuple[Entity, ...]]:
    """Find for each entity the others of its kind that have a name in common with it."""
    known = sorted(entities, key=_most_named)
    forms = [{(entity.kind, form) for form in _forms(entity) if form} for entity in known]
    owners: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, own in enumerate(forms):
        for form in own:
            owners[form].append(place)
    met: list[set[int]] = [set() for _ in known]
    for place, (entity, own) in enumerate(zip(known, forms, strict=True)):
        met[place].update(*(owners[form] for form in own))
        for beginning in _beginnings(entity):
            shorter = owners.get((entity.kind, beginning), ())
            met[place].update(shorter)
            for other in shorter:
                met[other].add(place)
    others = [[known[other] for other in sorted(met[place]) if other != place] for place in range(len(known))]
    return {entity.id: tuple(found) for entity, found in zip(known, others, strict=True) if found}


def family_name(name: str) -> str:
    """Find the word that a person is filed under: `Ann de Witt Jr.` under witt."""
    parts = folded(name).split()
    while len(parts) > 1 and parts[-1].strip(".,") in SUFFIXES:
        parts.pop()
    return parts[-1] if parts else ""


def folded(text: str) -> str:
    """Fold case and accents."""
    return (text if text.isascii() else unidecode(text)).casefold().strip()


def _forms(entity: Entity) -> Iterator[str]:
    if entity.kind == "person":
        yield family_name(entity.name)
    yield from (without_article(folded(form)) for form in (entity.name, *(alias.text for alias in entity.aliases)))


def _beginnings(entity: Entity) -> Iterator[str]:
    """Give the words that the name of an organisation begins with, one more at a time."""
    if entity.kind == "organisation":
        parts = without_article(folded(entity.name)).split()
        yield from (" ".join(parts[:end]) for end in range(1, len(parts)))


def _most_named(entity: Entity) -> tuple[int, str, str]:
    return -len(entity.appearances), entity.name.casefold(), entity.id
