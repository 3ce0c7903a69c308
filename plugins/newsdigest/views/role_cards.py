"""Roles as pages show them: of a person with their sources, of an organisation with those who hold them.

In: the library and an entity. Out: frozen values; every statement is verbatim and leads to its paragraph. What is left
out of a long list is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from newsdigest.model import Entity, StatedRole
from newsdigest.text import withheld
from newsdigest.views.addresses import entity_path
from newsdigest.views.cards import EntityCard, StoryCard, entity_card, story_card
from newsdigest.views.library import Library, paragraph_of, passage_path
from newsdigest.views.roles import Reported, Standing, place_of, reported_roles, without_article
from newsdigest.views.versions import backing, text_of

SOURCES = 4
"""Statements shown of one role; the others stand in their sentences among the mentions."""
STANDINGS: dict[Standing, str] = {
    "ended": "an article at least as new calls this role former",
    "past": "given as past in the source",
    "stands": "",
}


class RoleSource(Struct, frozen=True, gc=False):
    """One statement of a role."""

    statement: str
    """The words of the article, or of the owner's correction; empty where they are withheld."""
    path: str | None
    paragraph: int | None
    story: StoryCard | None
    """None where the owner of the site states it."""


class RoleCard(Struct, frozen=True, gc=False):
    """A role and what states it: each wording of each text once."""

    text: str | None
    organisation: str | None
    """None where the words of the role name it."""
    organisation_path: str | None
    standing: str
    """Says where it has ended; empty where no article says so."""
    leads: bool
    """May stand beside the name."""
    backing: str
    """Articles that state it, and sources if fewer; empty where it is one article."""
    sources: tuple[RoleSource, ...]
    more: int
    """Statements that are not shown."""


class HeldRole(Struct, frozen=True, gc=False):
    """A role in an organisation and, unless the owner states it, the paragraph that does."""

    text: str
    path: str | None
    standing: str


class Holder(Struct, frozen=True, gc=False):
    """Somebody who is said to hold roles in this organisation."""

    person: EntityCard
    roles: tuple[HeldRole, ...]


def role_cards(library: Library, entity: Entity) -> Iterator[RoleCard]:
    """Show the roles of an entity, the one to lead with first."""
    for reported in reported_roles(library, entity):
        role, place = reported.role, place_of(reported.role)
        owner = library.organisations.get((place or "").casefold())
        sources = tuple(_role_sources(library, reported.statements))
        yield RoleCard(
            text=role.text,
            organisation=place,
            organisation_path=entity_path(owner) if owner and owner.id != entity.id else None,
            standing=STANDINGS[reported.standing],
            leads=reported.leads and bool(role.text),
            backing=backing(library, (one.story_id for one in reported.statements)),
            sources=sources[:SOURCES],
            more=len(sources[SOURCES:]),
        )


def _role_sources(library: Library, statements: Iterable[StatedRole]) -> Iterator[RoleSource]:
    """Show what states a role; where an article, or a version of it, says it in the same words, once is enough."""
    seen = set()
    for stated in statements:
        source = _role_source(library, stated)
        key = (text_of(library, stated.story_id), source.statement.casefold())
        if key not in seen:
            seen.add(key)
            yield source


def _role_source(library: Library, stated: StatedRole) -> RoleSource:
    story_id, role = stated.story_id, stated.role
    if story_id is None:
        return RoleSource(role.text or role.organisation or "", None, None, None)
    statement = library.texts[story_id][role.span.start : role.span.end]
    return RoleSource(
        statement="" if withheld(statement) else statement,
        path=passage_path(library, story_id, role.span),
        paragraph=paragraph_of(library, story_id, role.span),
        story=story_card(library, story_id),
    )


def holders_by_organisation(library: Library) -> dict[str, tuple[Holder, ...]]:
    """Turn roles around: for each organisation's id the people said to hold a role in it, by name."""
    found: dict[str, list[Holder]] = defaultdict(list)
    for person in (e for e in library.entities.values() if e.kind == "person"):
        held: dict[str, dict[str, HeldRole]] = defaultdict(dict)
        for reported in reported_roles(library, person):
            role = reported.role
            owner = library.organisations.get((role.organisation or "").casefold())
            if owner and role.text:
                held[owner.id].setdefault(without_article(role.text), _held(library, reported, role.text))
        for owner_id, roles in held.items():
            found[owner_id].append(Holder(entity_card(library, person), tuple(roles.values())))
    return {owner_id: tuple(holders) for owner_id, holders in found.items()}


def _held(library: Library, reported: Reported, text: str) -> HeldRole:
    newest = reported.statements[0]
    path = passage_path(library, newest.story_id, newest.role.span) if newest.story_id else None
    return HeldRole(text, path, STANDINGS[reported.standing])
