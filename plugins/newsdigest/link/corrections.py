"""The owner's word on persons and organisations, applied after everything was found.

In: entities, the analyses they point into, the corrections. Out: entities as corrected, and a warning for each name
that matches nothing. Method: names are found by the name, any other form, or the address (`doe-2`), whatever the case,
among the entries of the section's kind first; all splits come first, then merges, roles, new names, what is hidden, and
kinds. Limits: a form shared by two entities is not taken for either. Ids stay, so a new name breaks no link.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from newsdigest.corrections import Curation, EntityCorrection
from newsdigest.model import Alias, Analysis, Appearance, Entity, EntityId, Kind, Role, Span, StatedRole, StoryId
from newsdigest.text import unique_slugs

MERGED = "merged by the editor"
RENAMED = "renamed by the editor"


@dataclass(slots=True)
class _Desk:
    """The work in hand: entities by id, and what could not be done."""

    entities: dict[EntityId, Entity]
    analyses: Mapping[StoryId, Analysis]
    order: Mapping[StoryId, int]
    warnings: list[str] = field(default_factory=list)


def correct(
    entities: Sequence[Entity], analyses: Sequence[Analysis], curation: Curation
) -> tuple[tuple[Entity, ...], tuple[str, ...]]:
    """Apply the corrections; also give the warnings. The analyses stand newest first."""
    desk = _Desk(
        {one.id: one for one in entities},
        {analysis.story_id: analysis for analysis in analyses},
        {analysis.story_id: number for number, analysis in enumerate(analyses)},
    )
    for correction in curation.entities:
        _look_up(desk, correction)
    for step in STEPS:
        for correction in curation.entities:
            step(desk, correction)
    kept = sorted(desk.entities.values(), key=lambda one: (one.kind, one.name.casefold(), one.name, one.id))
    return tuple(kept), tuple(dict.fromkeys(desk.warnings))


# --- the steps ---


def _split(desk: _Desk, correction: EntityCorrection) -> None:
    for form in correction.split:
        one = _find(desk, correction.name, correction.section)
        if one is None:
            return
        texts = [alias.text for alias in one.aliases]
        text = next((text for text in texts if text.casefold() == form.casefold()), None)
        if text:
            _take_out(desk, one, text)
        else:
            hint = _nearest(form, texts)
            desk.warnings.append(f"curation.toml: “{form}” is no other form of “{one.name}”, nothing to split{hint}")


def _merge(desk: _Desk, correction: EntityCorrection) -> None:
    for name in correction.merge:
        one, other = _find(desk, correction.name, correction.section), _find(desk, name, correction.section)
        if one and other and one.id != other.id:
            desk.entities[one.id] = _merged(one, other, desk.order)
            del desk.entities[other.id]


def _role(desk: _Desk, correction: EntityCorrection) -> None:
    one = _find(desk, correction.name, correction.section) if correction.role else None
    if one:
        stated = StatedRole(None, Role(Span(0, 0), correction.role, one.name, None))
        desk.entities[one.id] = replace(one, roles=(stated, *one.roles))


def _rename(desk: _Desk, correction: EntityCorrection) -> None:
    one = _find(desk, correction.name, correction.section) if correction.rename else None
    if one and correction.rename and one.name != correction.rename:
        others = tuple(alias for alias in one.aliases if alias.text != correction.rename)
        aliases = (Alias(one.name, RENAMED), *others)
        desk.entities[one.id] = replace(one, name=correction.rename, aliases=aliases)


def _hide(desk: _Desk, correction: EntityCorrection) -> None:
    one = _find(desk, correction.name, correction.section) if _leaves(correction) else None
    if one:
        del desk.entities[one.id]


def _kind(desk: _Desk, correction: EntityCorrection) -> None:
    """Correct the kind; last, as the others look among the entries of the section's kind."""
    one = _find(desk, correction.name, correction.section) if correction.kind and not _leaves(correction) else None
    if one and correction.kind:
        desk.entities[one.id] = replace(one, kind=correction.kind)


def _leaves(correction: EntityCorrection) -> bool:
    """Say whether an entity leaves the who's who; a place does too, as there are none in it."""
    return correction.hide or correction.kind == "place"


STEPS: tuple[Callable[[_Desk, EntityCorrection], None], ...] = (_split, _merge, _role, _rename, _hide, _kind)


# --- taking apart and putting together ---


def _take_out(desk: _Desk, one: Entity, form: str) -> None:
    """Make a form an entity of its own, with its mentions and what is said under that name."""
    theirs, ours = _parted(one.appearances, lambda story, at: desk.analyses[story].mentions[at].text == form)
    slug = EntityId(unique_slugs([*desk.entities, form])[-1])
    desk.entities[slug] = Entity(
        id=slug, name=form, kind=one.kind, aliases=(), appearances=theirs,
        roles=tuple(stated for stated in one.roles if stated.role.person == form),
        quotes=tuple(stated for stated in one.quotes if stated.quote.speaker == form),
    )  # fmt: skip
    desk.entities[one.id] = replace(
        one, appearances=ours,
        aliases=tuple(alias for alias in one.aliases if alias.text != form),
        roles=tuple(stated for stated in one.roles if stated.role.person != form),
        quotes=tuple(stated for stated in one.quotes if stated.quote.speaker != form),
    )  # fmt: skip
    if not ours:
        del desk.entities[one.id]


def _parted(
    appearances: Sequence[Appearance], belongs: Callable[[StoryId, int], bool]
) -> tuple[tuple[Appearance, ...], tuple[Appearance, ...]]:
    yes, no = [], []
    for seen in appearances:
        inside = tuple(at for at in seen.mentions if belongs(seen.story_id, at))
        outside = tuple(at for at in seen.mentions if at not in inside)
        yes += [Appearance(seen.story_id, inside)] if inside else []
        no += [Appearance(seen.story_id, outside)] if outside else []
    return tuple(yes), tuple(no)


def _merged(one: Entity, other: Entity, order: Mapping[StoryId, int]) -> Entity:
    seen: dict[StoryId, tuple[int, ...]] = {}
    for appearance in (*one.appearances, *other.appearances):
        seen[appearance.story_id] = (*seen.get(appearance.story_id, ()), *appearance.mentions)
    forms = {alias.text: alias for alias in (*other.aliases, Alias(other.name, MERGED), *one.aliases)}
    stories = sorted(seen, key=order.__getitem__)
    return replace(
        one,
        notes=(),
        aliases=tuple(forms[text] for text in sorted(forms) if text != one.name),
        appearances=tuple(Appearance(story, tuple(sorted(seen[story]))) for story in stories),
        roles=tuple(sorted((*one.roles, *other.roles), key=lambda r: order.get(r.story_id, -1) if r.story_id else -1)),
        quotes=tuple(sorted((*one.quotes, *other.quotes), key=lambda q: (order[q.story_id], q.quote.span))),
    )


# --- finding ---


def _look_up(desk: _Desk, correction: EntityCorrection) -> None:
    """Warn of each name that matches nothing, whatever is asked of it."""
    for name in (correction.name, *correction.merge):
        if not _fitting(desk, name, correction.section):
            known = [text for one in desk.entities.values() for text in (one.name, *(a.text for a in one.aliases))]
            hint = _nearest(name, known)
            desk.warnings.append(f"curation.toml: “{name}” matches no person or organisation{hint}")


def _find(desk: _Desk, name: str, section: Kind | None) -> Entity | None:
    """Find the one entity that a name fits; where several fit, none is taken."""
    found = _fitting(desk, name, section)
    if len(found) > 1:
        ids = " or ".join(f"“{one.id}”" for one in found)
        desk.warnings.append(f"curation.toml: “{name}” fits {len(found)} entries; write {ids} instead")
    return found[0] if len(found) == 1 else None


def _fitting(desk: _Desk, name: str, section: Kind | None) -> list[Entity]:
    """Give the entities with this name, else this form, else this id; of the section's kind, else of any."""
    everybody = list(desk.entities.values())
    own = [one for one in everybody if one.kind == section]
    found = ([one for one in among if name.casefold() in known(one)] for among in (own, everybody) for known in KNOWN)
    return next(filter(None, found), [])


def _name(one: Entity) -> tuple[str, ...]:
    return (one.name.casefold(),)


def _forms(one: Entity) -> tuple[str, ...]:
    return tuple(alias.text.casefold() for alias in one.aliases)


def _id(one: Entity) -> tuple[str, ...]:
    return (one.id,)


KNOWN: tuple[Callable[[Entity], tuple[str, ...]], ...] = (_name, _forms, _id)
"""What an entity is known by, best first."""


def _nearest(name: str, known: Sequence[str]) -> str:
    folded = {text.casefold(): text for text in sorted(known, reverse=True)}
    nearest = get_close_matches(name.casefold(), sorted(folded), n=1)
    return f"; the nearest is “{folded[nearest[0]]}”" if nearest else ""
