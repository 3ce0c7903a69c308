"""The owner's word on persons and organisations, applied after everything was found.

In: entities, the stories and analyses they point into, the corrections. Out: entities as corrected, and a warning for
each name that matches nothing (`corrections_desk`) and each contradiction (`corrections_contradictions`). Method: all
splits come first, then merges, roles, new names, what is hidden, kinds, and who said what. Ids stay, so a new name
breaks no link.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from newsdigest.corrections import Curation, EntityCorrection
from newsdigest.link.corrections_contradictions import without_contradictions
from newsdigest.link.corrections_desk import Desk, find, look_up, nearest
from newsdigest.link.corrections_parting import Belongs, merged, of_form, of_stories, parted
from newsdigest.link.corrections_speakers import give_quotes
from newsdigest.model import Alias, Analysis, Entity, EntityId, Role, Span, StatedRole, Story
from newsdigest.text import unique_slugs

RENAMED = "renamed by the editor"


def correct(
    entities: Sequence[Entity], stories: Sequence[Story], analyses: Sequence[Analysis], curation: Curation
) -> tuple[tuple[Entity, ...], tuple[str, ...]]:
    """Apply the corrections; also give the warnings. Stories and analyses stand newest first."""
    desk = Desk(
        {one.id: one for one in entities},
        {analysis.story_id: analysis for analysis in analyses},
        {analysis.story_id: number for number, analysis in enumerate(analyses)},
        {story.path: story.id for story in stories},
    )
    for correction in curation.entities:
        look_up(desk, correction)
    agreed = without_contradictions(desk, curation.entities)
    for step in STEPS:
        for correction in agreed:
            step(desk, correction)
    give_quotes(desk, curation.stories)
    kept = sorted(desk.entities.values(), key=lambda one: (one.kind, one.name.casefold(), one.name, one.id))
    return tuple(kept), tuple(dict.fromkeys(desk.warnings))


# --- the steps ---


def _split(desk: Desk, correction: EntityCorrection) -> None:
    for form in correction.split:
        one = find(desk, correction.name, correction.section)
        if one is None:
            return
        texts = [alias.text for alias in one.aliases]
        text = next((text for text in texts if text.casefold() == form.casefold()), None)
        if text:
            _take_out(desk, one, text, of_form(text))
        else:
            desk.warn(f"“{form}” is no other form of “{one.name}”, nothing to split{nearest(form, texts)}")


def _apart(desk: Desk, correction: EntityCorrection) -> None:
    for name, files in correction.apart:
        one = find(desk, correction.name, correction.section)
        if one is None:
            return
        here = {path: story for path, story in desk.paths.items() if story in {s.story_id for s in one.appearances}}
        for file in files:
            if file not in here:
                desk.warn(
                    f"apart in {correction.place}: “{file}” does not name “{one.name}”{nearest(file, list(here))}"
                )
        meant = {here[file] for file in files if file in here}
        if meant:
            _take_out(desk, one, name, of_stories(meant))


def _take_out(desk: Desk, one: Entity, name: str, belongs: Belongs) -> None:
    slug = EntityId(unique_slugs([*desk.entities, name])[-1])
    texts = {s.story_id: [m.text for m in desk.analyses[s.story_id].mentions] for s in one.appearances}
    desk.entities[slug], left = parted(one, slug, name, texts, belongs)
    desk.entities[one.id] = left
    if not left.appearances:
        del desk.entities[one.id]


def _merge(desk: Desk, correction: EntityCorrection) -> None:
    for name in correction.merge:
        one, other = find(desk, correction.name, correction.section), find(desk, name, correction.section)
        if one and other and one.id != other.id:
            desk.entities[one.id] = merged(one, other, desk.order)
            del desk.entities[other.id]


def _role(desk: Desk, correction: EntityCorrection) -> None:
    one = find(desk, correction.name, correction.section) if correction.role else None
    if one:
        stated = StatedRole(None, Role(Span(0, 0), correction.role, one.name, None))
        desk.entities[one.id] = replace(one, roles=(stated, *one.roles))


def _drop_role(desk: Desk, correction: EntityCorrection) -> None:
    for text in correction.drop_role:
        one = find(desk, correction.name, correction.section)
        if one is None:
            return
        kept = tuple(stated for stated in one.roles if stated.story_id is None or not is_role(stated.role, text))
        if kept == one.roles:
            known = [stated.role.text or stated.role.organisation or "" for stated in one.roles]
            desk.warn(f"“{one.name}” has no role “{text}” to drop{nearest(text, known)}")
        desk.entities[one.id] = replace(one, roles=kept)


def is_role(role: Role, text: str) -> bool:
    """Tell whether a role is the one that the owner writes: its words, or its organisation where it has none."""
    return (role.text or role.organisation or "").casefold() == text.casefold()


def _rename(desk: Desk, correction: EntityCorrection) -> None:
    one = find(desk, correction.name, correction.section) if correction.rename else None
    if one and correction.rename and one.name != correction.rename:
        others = tuple(alias for alias in one.aliases if alias.text != correction.rename)
        aliases = (Alias(one.name, RENAMED), *others)
        desk.entities[one.id] = replace(one, name=correction.rename, aliases=aliases)


def _hide(desk: Desk, correction: EntityCorrection) -> None:
    one = find(desk, correction.name, correction.section) if _leaves(correction) else None
    if one:
        del desk.entities[one.id]


def _kind(desk: Desk, correction: EntityCorrection) -> None:
    """Correct the kind; last, as the others look among the entries of the section's kind."""
    one = find(desk, correction.name, correction.section) if correction.kind and not _leaves(correction) else None
    if one and correction.kind:
        desk.entities[one.id] = replace(one, kind=correction.kind)


def _leaves(correction: EntityCorrection) -> bool:
    """Say whether an entity leaves the who's who; a place does too, as there are none in it."""
    return correction.hide or correction.kind == "place"


STEPS: tuple[Callable[[Desk, EntityCorrection], None], ...] = (
    _split, _apart, _merge, _role, _drop_role, _rename, _hide, _kind,
)  # fmt: skip
