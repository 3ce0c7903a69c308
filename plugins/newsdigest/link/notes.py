"""Doubts about an entity, in words for its page.

In: entities, and the question whether articles agree (`context`). Out: the same with notes.
Method: a person with a common name (first name in the table of nicknames, surname among the commonest or borne by
three of the collection) whose articles fall into groups with nothing else in common may be several people, unless the
groups give the same role. Limits: two people with one uncommon name are not noticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsdigest.link.context import Agreement
from newsdigest.link.person_names import parse
from newsdigest.link.person_nicknames import NICKNAMES
from newsdigest.model import Entity, EntityId, Story, StoryId
from newsdigest.text import content_words

SHOWN = 3
"""Names in a note, at most."""
FAMILIES = 3
"""Persons with one surname, from which on it is common in the collection."""
LOOKED_AT = 40
"""Articles of one person that are compared; somebody in more of them is well known."""

GIVEN = (
    frozenset(NICKNAMES)
    | frozenset(name for names in NICKNAMES.values() for name in names)
    | frozenset(
        """
    amy ana ann anna anne brian carlos carol claire david emma eric eva gary george helen jack jane jean john jose juan
    julia karen kevin laura li linda louise luis mark mary maria mohammed muhammad paul peter ruth sarah scott sean
    simon wang wei yan zhang
    """.split()
    )
)
"""First names that many people bear, folded."""

SURNAMES = frozenset(
    """
    adams ahmed ali allen anderson bailey baker bell bennett brown butler campbell carter chan chen clark clarke cohen
    collins cook cooper cox davies davis diaz edwards evans fernandez fisher foster garcia gomez gonzalez gray green
    hall harris harrison hernandez hill howard hughes hussain jackson james jenkins johnson jones kelly khan kim king
    kumar lee lewis li liu long lopez martin martinez miller mitchell moore morgan morris murphy murray nguyen park
    parker patel perez peters phillips powell price ramirez reed reyes richards richardson rivera roberts robinson
    rodriguez rogers ross ryan sanchez sanders scott sharma shaw silva simpson singh smith stewart sullivan taylor
    thomas thompson torres tran turner walker wang ward watson white williams wilson wong wood wright yang young zhang
    """.split()
)
"""Surnames that very many people bear, folded."""


def may_be(names: Sequence[str]) -> tuple[str, ...]:
    """Say whom a short form may mean.

    >>> may_be(("Don Doe", "Mike Doe"))
    ('may be Don Doe or Mike Doe',)
    """
    if not names:
        return ()
    shown = sorted({parse(name).text for name in names})
    if len(shown) > SHOWN:
        return (f"may be one of {len(shown)} people, such as {shown[0]} or {shown[1]}",)
    return ("may be " + " or ".join(shown),)


def with_doubts(entities: Sequence[Entity], stories: Sequence[Story], agree: Agreement) -> list[Entity]:
    """Mark the persons that may be several."""
    groups = worlds(entities, stories, agree)
    return [
        replace(one, notes=(*one.notes, several(len(one.appearances), len(groups[one.id]))))
        if one.id in groups
        else one
        for one in entities
    ]


def several(articles: int, groups: int) -> str:
    """Say that a name may be borne by several people."""
    return (
        f"may be several people of this name: the {articles} articles fall into {groups} groups "
        "that have nothing else in common"
    )


def worlds(
    entities: Sequence[Entity], stories: Sequence[Story], agree: Agreement
) -> dict[EntityId, list[list[StoryId]]]:
    """Give the persons with a common name whose articles fall into several groups, and these groups."""
    number = {story.id: at for at, story in enumerate(stories)}
    families = Counter(parse(one.name).last for one in entities if one.kind == "person" and parse(one.name).full)
    doubtful = [
        one
        for one in entities
        if one.kind == "person" and 2 <= len(one.appearances) <= LOOKED_AT and _common(one.name, families)
    ]
    found = {one.id: _groups(one, number, agree) for one in doubtful}
    return {one: groups for one, groups in found.items() if len(groups) > 1}


def _common(text: str, families: Counter[str]) -> bool:
    name = parse(text)
    known = name.full and name.given[0] in GIVEN and len(name.given) == 1 and not name.suffix
    return known and (name.last in SURNAMES or families[name.last] >= FAMILIES)


def _groups(one: Entity, number: dict[StoryId, int], agree: Agreement) -> list[list[StoryId]]:
    """Part the articles of a person into groups that share names, or give the person the same role."""
    forms = (one.name, *(alias.text for alias in one.aliases))
    without = frozenset(token for form in forms for token in parse(form).tokens)
    roles = _roles(one)
    groups: list[list[StoryId]] = []
    for seen in one.appearances:
        own = roles.get(seen.story_id, set())
        near = [
            group
            for group in groups
            if any(own & roles.get(other, set()) for other in group)
            or agree(number[seen.story_id], [number[other] for other in group], without)
        ]
        rest = [group for group in groups if group not in near]
        groups = [*rest, [*(story for group in near for story in group), seen.story_id]]
    return groups


def _roles(one: Entity) -> dict[StoryId, set[str]]:
    roles: dict[StoryId, set[str]] = {}
    for stated in one.roles:
        if stated.story_id:
            said = f"{stated.role.text or ''} {stated.role.organisation or ''}"
            roles.setdefault(stated.story_id, set()).update(content_words(said))
    return roles
