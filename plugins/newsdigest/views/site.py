"""All pages of the site but the articles, and what stands in the head of each.

In: the library. Out: pages as (path, template, view), and the masthead. Articles are rendered by Pelican itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsdigest.views.addresses import FeedInfo, plain_tags
from newsdigest.views.connections import ConnectionsPage, connections_page
from newsdigest.views.data_page import DataPage, data_page
from newsdigest.views.days import days_text
from newsdigest.views.entity import EntityPage, EntityPart, entity_pages
from newsdigest.views.front import FrontPage, front_page
from newsdigest.views.indexes import NamesPage, TagsPage, names_pages, tags_pages
from newsdigest.views.library import Library
from newsdigest.views.lists import ArchivePage, FeedsPage, PlainPage, TagPage, archive_pages, feeds_pages, tag_pages
from newsdigest.views.metadata import page_meta
from newsdigest.views.namesakes import namesakes
from newsdigest.views.quotations import QuotationsPage, quotations_pages
from newsdigest.views.redirects import RedirectPage, redirect_pages
from newsdigest.views.report import ReportPage, report_pages
from newsdigest.views.role_cards import holders_by_organisation
from newsdigest.views.search import SearchPage, search_page
from newsdigest.views.sitemap import NOT_FOUND

View = (
    ArchivePage
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


@dataclass(frozen=True, slots=True)
class Page:
    """A file to write: which template shows which view."""

    path: str
    template: str
    view: View


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of every page knows of the edition."""

    articles: int
    dates: str
    """The days of publication it covers; empty where no article states one."""
    saved: str
    """The days on which the other articles were saved; empty where all state a day."""
    feed: FeedInfo | None


def pages(library: Library) -> Iterator[Page]:
    """Yield every page except the articles."""
    yield Page("index.html", "index", front_page(library))
    yield from _shown("archive", archive_pages(library))
    yield from _shown("tags", tags_pages(library))
    for tag in plain_tags(library.edition, library.options):
        yield from _shown("tag", tag_pages(library, tag))
    yield from _shown("names", names_pages(library, "person"))
    yield from _shown("names", names_pages(library, "organisation"))
    yield from _shown("network", (connections_page(library),))
    yield from _who_is_who(library)
    yield from _shown("quotations", quotations_pages(library))
    yield from _shown("feeds", feeds_pages(library))
    yield from _shown("search", [search_page(library)])
    yield from _shown("data", [data_page(library)])
    yield from _shown("report", report_pages(library))
    yield from _shown("redirect", redirect_pages(library))
    yield Page(NOT_FOUND, "404", plain_page(library, NOT_FOUND, "Page not found", "There is no page at this address."))


def _shown(template: str, views: Iterable[View]) -> Iterator[Page]:
    for view in views:
        yield Page(view.meta.path, template, view)


def _who_is_who(library: Library) -> Iterator[Page]:
    holders = holders_by_organisation(library)
    alike = namesakes(library.entities.values())
    for entity in library.entities.values():
        for about in entity_pages(library, entity, holders.get(entity.id, ()), alike.get(entity.id, ())):
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
