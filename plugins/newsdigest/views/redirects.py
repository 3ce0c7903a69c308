"""Addresses that a name had, or may have had, before other articles or the owner joined it with another one.

In: the library. Out: for each such address the page that it leads to now; where that page has a feed, the old feed's
address too. Method, without a memory of former builds: an address is the name as an entity's oldest article alone gives
it, and of the kind that this article makes of it. So what each article alone calls an entity made its address while
that article was the oldest one. An address that somebody has today leads to nobody else; one that two may have had
leads to the one with the older article, as it did then. A subject leads to the name of the who's who that it became, if
an older article has it as a plain subject. Limits: numbered addresses (`ann-lee-2`), and subjects that the owner
renamed, are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from msgspec import Struct

from newsdigest.model import Appearance, Entity, EntityId, Kind
from newsdigest.text import slugify
from newsdigest.views.addresses import FOLDERS, FeedInfo, entity_path, name_path, tag_path
from newsdigest.views.cards import Link
from newsdigest.views.library import Library, made_once
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.paging import Leaf


class Moved(Struct, frozen=True, gc=False):
    """An old address, and where it leads."""

    path: str
    target: Link


class RedirectPage(Struct, frozen=True, gc=False):
    """The page at an old address."""

    meta: Meta
    target: Link


@made_once
def redirects(library: Library) -> Mapping[str, Entity]:
    """Find the old addresses, and whose they are now."""
    taken = {entity_path(entity) for entity in library.entities.values()}
    claims = (claim for entity in library.entities.values() for claim in _claims(library, entity))
    found: dict[str, Entity] = {}
    for _, owner, path in sorted(claims):
        if path not in taken:
            found.setdefault(path, library.entities[owner])
    return found | dict(_subjects(library))


def _subjects(library: Library) -> Iterator[tuple[str, Entity]]:
    for tag in library.edition.tags:
        entity = library.entities.get(tag.entity_id) if tag.entity_id else None
        if entity and len(tag.stories) >= library.options.tag_pages:
            oldest = max(tag.stories, key=library.rank.__getitem__)
            if all(one.story_id != oldest for one in entity.appearances):
                yield tag_path(tag), entity


def _claims(library: Library, entity: Entity) -> Iterator[tuple[int, EntityId, str]]:
    """List the addresses that single articles would give an entity, each with the rank of the oldest of them."""
    oldest: dict[tuple[str, Kind], int] = {}
    for one in entity.appearances:
        for named in _forms(library, entity, one):
            oldest[named] = max(library.rank[one.story_id], oldest.get(named, 0))
    for (form, kind), rank in oldest.items():
        if slug := slugify(form, ""):
            yield -rank, entity.id, name_path(kind, slug)


def _forms(library: Library, entity: Entity, one: Appearance) -> Iterator[tuple[str, Kind]]:
    """List what one article alone would call an entity, and of which kind."""
    mentions = [library.analyses[one.story_id].mentions[number] for number in one.mentions]
    forms = dict.fromkeys(mention.text for mention in mentions)
    kinds = {mention.kind for mention in mentions}
    for kind in {entity.kind} if entity.kind in kinds else kinds & FOLDERS.keys():
        full = [form for form in forms if " " in form] if kind == "person" else []
        yield from ((form, kind) for form in full or forms)


@made_once
def moved(library: Library) -> tuple[Moved, ...]:
    """List the old addresses."""
    return tuple(Moved(path, Link(entity_path(one), one.name)) for path, one in redirects(library).items())


def redirect_leaves(library: Library) -> Iterator[Leaf[RedirectPage]]:
    """Tell what the pages at old addresses show, each the way to the new one, and make none of them."""
    return (Leaf(one.path, (), one, partial(_page, library, one), (one.target.path,)) for one in moved(library))


def _page(library: Library, one: Moved) -> RedirectPage:
    name = one.target.text
    meta = page_meta(library, one.path, f"{one.path}: moved to {name}", f"What stood here is now at {name}.")
    return RedirectPage(meta, one.target)


def old_feeds(library: Library) -> Iterator[FeedInfo]:
    """Give the feed of each old address, which holds what the feed at the new one holds."""
    for path, entity in redirects(library).items():
        if feed := library.feed_of.get(entity_path(entity)):
            yield replace(feed, path=f"feeds/{path.removesuffix('.html')}.xml")
