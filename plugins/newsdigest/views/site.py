"""All pages of the site, and what stands in the head of each.

In: the library. Out: pages as (path, template, view), in bundles of those that are made from the same; the masthead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from newsdigest.model import Entity, StoryId
from newsdigest.views.addresses import FeedInfo, entity_path, plain_tags
from newsdigest.views.article import ArticlePage, article_page
from newsdigest.views.connections import ConnectionsPage, connections_page
from newsdigest.views.data_page import DataPage, data_page
from newsdigest.views.days import days_text
from newsdigest.views.entity import EntityPage, EntityPart, entity_pages
from newsdigest.views.front import FrontPage, front_page
from newsdigest.views.indexes import NamesPage, TagsPage, names_pages, tags_pages
from newsdigest.views.inputs import article_inputs, entity_inputs, leaf_inputs
from newsdigest.views.library import Library
from newsdigest.views.lists import ArchivePage, FeedsPage, PlainPage, TagPage, archive_leaves, feeds_pages, tag_leaves
from newsdigest.views.metadata import page_meta
from newsdigest.views.namesakes import namesakes
from newsdigest.views.paging import Leaf
from newsdigest.views.quotations import QuotationsPage, quotations_leaves
from newsdigest.views.redirects import RedirectPage, redirect_leaves
from newsdigest.views.report import ReportPage, report_leaves
from newsdigest.views.role_cards import Holder, holders_by_organisation
from newsdigest.views.search import SearchPage, search_page
from newsdigest.views.sitemap import NOT_FOUND

View = (
    ArchivePage
    | ArticlePage
    | ConnectionsPage
    | DataPage
    | EntityPage
    | EntityPart
    | FeedsPage
    | FrontPage
    | NamesPage
    | PlainPage
    | QuotationsPage
    | RedirectPage
    | ReportPage
    | SearchPage
    | TagPage
    | TagsPage
)


class Page(Struct, frozen=True, gc=False):
    """A file to write: which template shows which view."""

    path: str
    template: str
    view: View
    body: str = ""
    """Of an article, as HTML."""


class Bundle(Struct, frozen=True, gc=False):
    """Pages that are made together, of the same things."""

    name: str
    inputs: bytes
    """Tells by a few bytes all that their views are made of; empty where only the views themselves tell."""
    templates: tuple[str, ...]
    """That these show them."""
    make: Callable[[], Iterator[Page]]


class Masthead(Struct, frozen=True, gc=False):
    """What the head of every page knows of the edition."""

    articles: int
    dates: str
    """The days of publication it covers; empty where no article states one."""
    saved: str
    """The days on which the other articles were saved; empty where all state a day."""
    feed: FeedInfo | None


def articles(library: Library, bodies: Callable[[StoryId], str]) -> Iterator[Bundle]:
    """Yield the page of each article, newest first; `bodies` makes the HTML of its text."""
    for story_id, path in library.paths.items():
        make = partial(_article, library, story_id, bodies)
        yield Bundle(path, article_inputs(library, story_id), ("article",), make)


def _article(library: Library, story_id: StoryId, bodies: Callable[[StoryId], str]) -> Iterator[Page]:
    yield Page(library.paths[story_id], "article", article_page(library, story_id), bodies(story_id))


def pages(library: Library) -> Iterator[Page]:
    """Yield every page except the articles."""
    for bundle in bundles(library):
        yield from bundle.make()


def bundles(library: Library) -> Iterator[Bundle]:
    """Yield the same in bundles: each page of a long list, each entity's pages, and all others."""
    yield from lists(library)
    yield from entities(library)


def entities(library: Library) -> Iterator[Bundle]:
    """Yield the pages of each person and organisation; those of an article together, as much of them is the same."""
    newest = {one: min([library.rank[seen.story_id] for seen in e.appearances]) for one, e in library.entities.items()}
    holders = holders_by_organisation(library)
    alike = namesakes(library.entities.values())
    for entity in sorted(library.entities.values(), key=lambda entity: newest[entity.id]):
        beside = holders.get(entity.id, ()), alike.get(entity.id, ())
        inputs = entity_inputs(library, entity, *beside)
        yield Bundle(entity_path(entity), inputs, ("entity", "entity_part"), partial(_entity, library, entity, *beside))


def lists(library: Library) -> Iterator[Bundle]:
    """Yield all other pages except the articles."""
    yield Bundle("front", b"", (), partial(_front, library))
    yield from _leaves(library, "archive", archive_leaves(library))
    yield Bundle("subjects", b"", (), partial(_subjects, library))
    for tag in plain_tags(library.edition, library.options):
        yield from _leaves(library, "tag", tag_leaves(library, tag))
    yield Bundle("names", b"", (), partial(_names, library))
    yield from _leaves(library, "quotations", quotations_leaves(library))
    yield Bundle("ways", b"", (), partial(_ways, library))
    yield from _leaves(library, "report", report_leaves(library))
    yield from _leaves(library, "redirect", redirect_leaves(library))
    yield Bundle("missing", b"", (), partial(_missing, library))


def _leaves(library: Library, template: str, leaves: Iterable[Leaf[Any]]) -> Iterator[Bundle]:
    for leaf in leaves:
        yield Bundle(leaf.path, leaf_inputs(library, leaf), (template,), partial(_leaf, template, leaf))


def _leaf(template: str, leaf: Leaf[Any]) -> Iterator[Page]:
    yield Page(leaf.path, template, leaf.make())


def _front(library: Library) -> Iterator[Page]:
    yield Page("index.html", "index", front_page(library))


def _subjects(library: Library) -> Iterator[Page]:
    yield from _shown("tags", tags_pages(library))


def _names(library: Library) -> Iterator[Page]:
    yield from _shown("names", names_pages(library, "person"))
    yield from _shown("names", names_pages(library, "organisation"))
    yield from _shown("network", (connections_page(library),))


def _ways(library: Library) -> Iterator[Page]:
    yield from _shown("feeds", feeds_pages(library))
    yield from _shown("search", [search_page(library)])
    yield from _shown("data", [data_page(library)])


def _missing(library: Library) -> Iterator[Page]:
    yield Page(NOT_FOUND, "404", plain_page(library, NOT_FOUND, "Page not found", "There is no page at this address."))


def _shown(template: str, views: Iterable[View]) -> Iterator[Page]:
    for view in views:
        yield Page(view.meta.path, template, view)


def _entity(library: Library, entity: Entity, holders: Sequence[Holder], alike: Sequence[Entity]) -> Iterator[Page]:
    for about in entity_pages(library, entity, holders, alike):
        yield Page(about.meta.path, "entity" if isinstance(about, EntityPage) else "entity_part", about)


def plain_page(library: Library, path: str, title: str, description: str) -> PlainPage:
    """Describe a page whose text comes from elsewhere."""
    return PlainPage(page_meta(library, path, title, description or title))


def masthead(library: Library) -> Masthead:
    """Count what the edition holds."""
    stories = library.edition.stories
    saved = days_text(story.saved for story in stories if not story.published)
    return Masthead(
        articles=len(stories),
        dates=days_text(story.published for story in stories if story.published),
        saved=f"saved {saved}" if saved else "",
        feed=library.feeds[0] if library.feeds else None,
    )
