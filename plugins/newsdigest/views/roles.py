"""The roles of a person or an organisation as articles report them, put in order.

In: the library and an entity. Out: statements in groups that say the same (case and a leading article apart), the one
to lead with first: the owner's, then those of the newest day; of one day those with words before mere affiliation,
then what most articles state, then what names an organisation. Limits: the newest report need not be the truth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdigest.model import Entity, Role, StatedRole, StoryId
from newsdigest.views.library import Library

ARTICLES = re.compile(r"^(?:an?|the)\s+")
"""Lead a role or a name and say nothing of it."""


def reported_roles(library: Library, entity: Entity) -> tuple[tuple[StatedRole, ...], ...]:
    """Group the roles that say the same, each group newest first, the one to lead with at the head."""
    groups: dict[tuple[str, str], list[StatedRole]] = {}
    for stated in sorted(entity.roles, key=lambda one: _place(library, one)):
        groups.setdefault(_said(stated.role), []).append(stated)
    return tuple(tuple(group) for group in sorted(groups.values(), key=lambda group: _precedence(library, group)))


def roles_in(library: Library, entity: Entity, story_id: StoryId) -> tuple[StatedRole, ...]:
    """Give the roles that one article states, the one to lead with first."""
    return tuple(one for group in reported_roles(library, entity) for one in group if one.story_id == story_id)


def without_article(text: str) -> str:
    """Fold case and drop a leading article: `The Mayor` becomes `mayor`."""
    return ARTICLES.sub("", text.casefold().strip())


def _said(role: Role) -> tuple[str, str]:
    return without_article(role.text or ""), without_article(role.organisation or "")


def _place(library: Library, stated: StatedRole) -> tuple[int, int, int]:
    rank = -1 if stated.story_id is None else library.rank[stated.story_id]
    return rank, stated.role.span.start, stated.role.span.end


def _precedence(library: Library, group: Sequence[StatedRole]) -> tuple[object, ...]:
    newest, articles = group[0], {one.story_id for one in group}
    day = 0 if newest.story_id is None else -library.stories[newest.story_id].date.toordinal()
    owned, role = newest.story_id is None, newest.role
    return not owned, day, not role.text, -len(articles), not role.organisation, _place(library, newest)
