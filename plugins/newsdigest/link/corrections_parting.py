"""Taking an entity apart, and putting two together, with all that is said of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from newsdigest.model import Alias, Appearance, Entity, EntityId, StoryId

MERGED = "merged by the editor"

Belongs = Callable[[StoryId, str], bool]
"""Tells of a mention, by its story and text, whether it goes to the new entity."""


def parted(
    one: Entity, slug: EntityId, name: str, texts: Mapping[StoryId, Sequence[str]], belongs: Belongs
) -> tuple[Entity, Entity]:
    """Make an entity of some mentions, with what is said under them; give it and what is left.

    `texts` are those of the mentions that appearances point at.
    """

    def goes(story: StoryId | None, text: str | None) -> bool:
        return story is not None and belongs(story, text or "")

    theirs, ours = _parted(one.appearances, lambda story, at: belongs(story, texts[story][at]))
    new = Entity(
        id=slug, name=name, kind=one.kind, appearances=theirs,
        aliases=_kept(one, name, theirs, texts),
        roles=tuple(stated for stated in one.roles if goes(stated.story_id, stated.role.person)),
        quotes=tuple(stated for stated in one.quotes if goes(stated.story_id, stated.quote.speaker)),
    )  # fmt: skip
    left = replace(
        one, appearances=ours, notes=(),
        aliases=_kept(one, one.name, ours, texts),
        roles=tuple(stated for stated in one.roles if stated not in new.roles),
        quotes=tuple(stated for stated in one.quotes if stated not in new.quotes),
    )  # fmt: skip
    return new, left


def _kept(
    one: Entity, name: str, appearances: Sequence[Appearance], texts: Mapping[StoryId, Sequence[str]]
) -> tuple[Alias, ...]:
    left = {texts[seen.story_id][at] for seen in appearances for at in seen.mentions} - {name}
    known = [*one.aliases, Alias(one.name, "so called in these articles")]
    return tuple(alias for alias in known if alias.text in left)


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


def merged(one: Entity, other: Entity, order: Mapping[StoryId, int]) -> Entity:
    """Put two together under the name of the first; `order` is that of the stories, newest first."""
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


def of_stories(stories: Collection[StoryId]) -> Belongs:
    """Make the test for all mentions in some stories."""
    return lambda story, _: story in stories


def of_form(form: str) -> Belongs:
    """Make the test for all mentions with one text."""
    return lambda _, text: text == form
