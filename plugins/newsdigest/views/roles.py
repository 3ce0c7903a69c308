"""The roles of a person or an organisation as articles report them, put in order.

In: the library and an entity. Out: statements in groups that say the same (case and a leading article apart), the one
to lead with first: the owner's, then those of the newest day; of one day those that stand before those that have ended,
those with words before mere affiliation, then what most sources state, then what names an organisation. A role that
its article gives as past, or that one at least as new calls former, leads only where its own words say so.
Limits: the newest report need not be the truth; a role whose end no article tells is taken to stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from newsdigest.model import Entity, Role, StatedRole, StoryId
from newsdigest.views.library import Library, made_once
from newsdigest.views.versions import source_count

Standing = Literal["ended", "past", "stands"]
ARTICLES = re.compile(r"^(?:an?|the)\s+")
"""Lead a role or a name and say nothing of it."""
FORMER = re.compile(r"\b(?:erstwhile|ex|former|late(?!-)|one-?time|past|previous|retired|then)\b[\s-]*", re.IGNORECASE)
"""Say inside the words of a role that it has ended."""
BEFORE = re.compile(r"\b(?:ex-|former\s|(?:had\s+been|was|were)\s+(?:(?:an?|her|his|its|once|the|their)\s+)?$)", re.I)
"""Say before the words of a role that it has ended: `former Acme`, `was the`, but not `was named`."""
AROUND = re.compile(
    r"\b(?:formerly|from\s+\d{4}\s+to\s+\d{4}|previously|resign(?:ed|s)|retire[ds]|step(?:ped|s)\s+down|until"
    r"|used\s+to\s+be)\b",
    re.IGNORECASE,
)
"""Say anywhere in the statement of a role that it has ended."""


class Reported(Struct, frozen=True, gc=False):
    """A role with all its statements, newest first, and whether it stands."""

    statements: tuple[StatedRole, ...]
    standing: Standing
    """`past`: the newest statement says so; `ended`: another article does."""

    @property
    def role(self) -> Role:
        """The role in its newest words."""
        return self.statements[0].role

    @property
    def leads(self) -> bool:
        """Whether it may stand beside the name as what somebody is."""
        return self.standing == "stands" or says_former(self.role)


@made_once
def reported_roles(library: Library, entity: Entity) -> tuple[Reported, ...]:
    """Group the roles that say the same, the one to lead with at the head."""
    return _reported(library, entity.roles) if entity.roles else ()


def _reported(library: Library, roles: Iterable[StatedRole]) -> tuple[Reported, ...]:
    groups: dict[tuple[str, str], list[StatedRole]] = {}
    for stated in sorted(roles, key=lambda one: _place(library, one)):
        groups.setdefault(_said(stated.role), []).append(stated)
    ends = [group[0] for group in groups.values() if says_former(group[0].role)]
    found = (Reported(tuple(group), _standing(library, group[0], ends)) for group in groups.values())
    return tuple(sorted(found, key=lambda one: _precedence(library, one)))


def leading_role(library: Library, entity: Entity) -> Role | None:
    """Give the role that stands beside the name in lists."""
    return next((one.role for one in reported_roles(library, entity) if one.role.text and one.leads), None)


def role_in(library: Library, entity: Entity, story_id: StoryId) -> Role | None:
    """Give the role, or else the affiliation, to show beside the name in one article, as this article states it."""
    here = [one for one in entity.roles if one.story_id == story_id]
    return next((one.role for one in _reported(library, here) if one.leads), None)


def place_of(role: Role | None) -> str | None:
    """Give the organisation to name after a role; none where its words do: `head of Acme`."""
    house = role.organisation if role else None
    return house if role and house and house.casefold() not in (role.text or "").casefold() else None


def without_article(text: str) -> str:
    """Fold case and drop a leading article: `The Mayor` becomes `mayor`."""
    return ARTICLES.sub("", text.casefold().strip())


def _said(role: Role) -> tuple[str, str]:
    return without_article(role.text or ""), without_article(role.organisation or "")


def _place(library: Library, stated: StatedRole) -> tuple[int, int, int]:
    rank = -1 if stated.story_id is None else library.rank[stated.story_id]
    return rank, stated.role.span.start, stated.role.span.end


def _precedence(library: Library, one: Reported) -> tuple[object, ...]:
    newest, role = one.statements[0], one.role
    sources = source_count(library, (stated.story_id for stated in one.statements))
    owned, ended = newest.story_id is None, one.standing != "stands"
    shape = not role.text, -sources, not role.organisation
    return not owned, _days_back(library, newest), ended, *shape, _place(library, newest)


def _days_back(library: Library, stated: StatedRole) -> int:
    """Count days backwards: the newer the smaller."""
    return 0 if stated.story_id is None else -library.stories[stated.story_id].date.toordinal()


# --- what has ended ---


def says_former(role: Role) -> bool:
    """Tell whether the words of a role themselves say that it has ended."""
    return bool(FORMER.search(role.text or ""))


def _standing(library: Library, newest: StatedRole, ends: Sequence[StatedRole]) -> Standing:
    if newest.story_id is None:
        return "stands"
    if says_former(newest.role) or is_past(library.texts[newest.story_id], newest.role):
        return "past"
    back = _days_back(library, newest)
    ended = any(_days_back(library, end) <= back and _same(newest.role, end.role) for end in ends)
    return "ended" if ended else "stands"


def is_past(text: str, role: Role) -> bool:
    """Tell whether a statement gives its role as past: `was the mayor`, `former Acme engineer`."""
    statement = text[role.span.start : role.span.end]
    at = statement.find(role.text or role.organisation or "")
    return bool(BEFORE.search(statement[: max(at, 0)]) or AROUND.search(statement))


def _same(role: Role, end: Role) -> bool:
    """Tell whether a former role is this one: `former mayor` is mayor, `Acme's former chair` is chair of Acme."""
    (words, house), (ended, other) = _said(role), _said(end)
    bare = without_article(FORMER.sub("", ended))
    if house and bare in (f"{house} {words}", f"{house}'s {words}", f"{house}’s {words}"):
        return True
    return bool(words) and bare == words and (not house or not other or house == other)
