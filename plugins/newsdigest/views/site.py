"""All pages of the site but the articles, and what stands in the head of each.

In: the library. Out: pages as (path, template, view), and the masthead. Articles are rendered by Pelican itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from newsdigest.views.addresses import FeedInfo, plain_tags, story_path
from newsdigest.views.cards import day_text
from newsdigest.views.entity import EntityPage, EntityPart, entity_pages
from newsdigest.views.front import FrontPage, front_page
from newsdigest.views.indexes import NamesPage, TagsPage, names_pages, tags_pages
from newsdigest.views.library import Library
from newsdigest.views.lists import ArchivePage, FeedsPage, PlainPage, TagPage, archive_pages, feeds_pages, tag_pages
from newsdigest.views.metadata import page_meta, public_path
from newsdigest.views.namesakes import namesakes
from newsdigest.views.quotations import QuotationsPage, quotations_pages
from newsdigest.views.report import ReportPage, report_pages
from newsdigest.views.role_cards import holders_by_organisation

View = (
    ArchivePage
    | EntityPage
    | EntityPart
    | FeedsPage
    | FrontPage
    | NamesPage
    | PlainPage
    | QuotationsPage
    | ReportPage
    | TagPage
    | TagsPage
)
NOT_FOUND = "404.html"


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


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page for search engines."""

    path: str
    changed: str | None
    """The day of the article, ISO 8601."""


def pages(library: Library) -> Iterator[Page]:
    """Yield every page except the articles."""
    yield Page("index.html", "index", front_page(library))
    yield from _shown("archive", archive_pages(library))
    yield from _shown("tags", tags_pages(library))
    for tag in plain_tags(library.edition):
        yield from _shown("tag", tag_pages(library, tag))
    yield from _shown("names", names_pages(library, "person"))
    yield from _shown("names", names_pages(library, "organisation"))
    yield from _who_is_who(library)
    yield from _shown("quotations", quotations_pages(library))
    yield from _shown("feeds", feeds_pages(library))
    yield from _shown("report", report_pages(library))
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
    saved = _dates(story.saved for story in stories if not story.published)
    return Masthead(
        articles=len(stories),
        dates=_dates(story.published for story in stories if story.published),
        saved=f"saved {saved}" if saved else "",
        feed=library.feeds[0] if library.feeds else None,
    )


def sitemap(library: Library, others: Iterable[str]) -> tuple[SitemapEntry, ...]:
    """List every page that readers may look for: articles with their day, and the other paths."""
    articles = (SitemapEntry(story_path(s), s.date.date().isoformat()) for s in library.edition.stories)
    rest = (SitemapEntry(public_path(path), None) for path in others if path != NOT_FOUND)
    return (*rest, *articles)


def _dates(moments: Iterable[datetime]) -> str:
    """Write the days that moments cover, each in its own offset, as short as they can be: `7–9 March 2026`."""
    days = sorted(moments, key=datetime.toordinal)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first.date() == last.date():
        return day_text(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    start = day_text(first).removesuffix(f" {last.year}")
    return f"{start} – {day_text(last)}"
