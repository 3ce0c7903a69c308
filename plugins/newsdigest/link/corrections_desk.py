"""Finding the entry that a correction means.

In: entities and a name as the owner writes it. Out: the one entity it fits, or a warning.
Method: by the name, any other form, or the address (`doe-2`), whatever the case, among the entries of the section's
kind first; where several fit, the one whose address it is. Limits: a form shared by two is not taken for either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from newsdigest.corrections import EntityCorrection
from newsdigest.model import Analysis, Entity, EntityId, Kind, StoryId


@dataclass(slots=True)
class Desk:
    """The work in hand: entities by id, what they point into, and what could not be done."""

    entities: dict[EntityId, Entity]
    analyses: dict[StoryId, Analysis]
    order: Mapping[StoryId, int]
    paths: Mapping[str, StoryId]
    warnings: list[str] = field(default_factory=list)

    def warn(self, text: str) -> None:
        """Note what could not be done."""
        self.warnings.append(f"curation.toml: {text}")


def look_up(desk: Desk, correction: EntityCorrection) -> None:
    """Warn of each name that matches nothing, whatever is asked of it."""
    for name in (correction.name, *correction.merge):
        if not fitting(desk, name, correction.section):
            desk.warn(f"“{name}” matches no person or organisation{_place(desk, name) or hint(desk, name)}")


def find(desk: Desk, name: str, section: Kind | None) -> Entity | None:
    """Find the one entity that a name fits; where several fit, none is taken."""
    found = fitting(desk, name, section)
    if len(found) > 1:
        ids = " or ".join(f"“{one.id}”" for one in found)
        desk.warn(f"“{name}” fits {len(found)} entries; write {ids} instead")
    return found[0] if len(found) == 1 else None


def fitting(desk: Desk, name: str, section: Kind | None) -> list[Entity]:
    """Give the entities with this name, else this form, else this id; of the section's kind, else of any."""
    everybody = list(desk.entities.values())
    own = [one for one in everybody if one.kind == section]
    found = ([one for one in among if name.casefold() in known(one)] for among in (own, everybody) for known in KNOWN)
    fits = next(filter(None, found), [])
    exact = [one for one in everybody if one.id == name]
    return exact if exact and len(fits) > 1 else fits


def hint(desk: Desk, name: str) -> str:
    """Name the nearest form there is."""
    return nearest(
        name, [text for one in desk.entities.values() for text in (one.name, *(a.text for a in one.aliases))]
    )


def _place(desk: Desk, name: str) -> str:
    """Tell of a name that is in the articles, but was taken for a place."""
    texts = (m.text for analysis in desk.analyses.values() for m in analysis.mentions if m.kind == "place")
    if name.casefold() not in {text.casefold() for text in texts}:
        return ""
    return ', as it was taken for a place; add kind = "person" or kind = "organisation"'


def _name(one: Entity) -> tuple[str, ...]:
    return (one.name.casefold(),)


def _forms(one: Entity) -> tuple[str, ...]:
    return tuple(alias.text.casefold() for alias in one.aliases)


def _id(one: Entity) -> tuple[str, ...]:
    return (one.id,)


KNOWN: tuple[Callable[[Entity], tuple[str, ...]], ...] = (_name, _forms, _id)
"""What an entity is known by, best first."""


def nearest(name: str, known: Sequence[str]) -> str:
    """Name the nearest of some texts, if any is near."""
    folded = {text.casefold(): text for text in sorted(known, reverse=True)}
    found = get_close_matches(name.casefold(), sorted(folded), n=1)
    return f"; the nearest is “{folded[found[0]]}”" if found else ""
