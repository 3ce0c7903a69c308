"""All pages of the site but the articles, and what stands in the head of each.

In: the library. Out: pages as (path, template, view), and the masthead. Articles are rendered by Pelican itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from newsdigest.views.addresses import FeedInfo, plain_tags, story_path
from newsdigest.views.cards import day_text
from newsdigest.views.entity import EntityPage, entity_page
from newsdigest.views.front import FrontPage, front_page
from newsdigest.views.indexes import NamesPage, TagsPage, names_page, tags_page
from newsdigest.views.library import Library
from newsdigest.views.lists import ArchivePage, FeedsPage, PlainPage, TagPage, archive_page, feeds_page, tag_page
from newsdigest.views.metadata import page_meta
from newsdigest.views.report import ReportPage, report_page
from newsdigest.views.role_cards import holders_by_organisation

View = ArchivePage | EntityPage | FeedsPage | FrontPage | NamesPage | PlainPage | ReportPage | TagPage | TagsPage
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
    yield Page("archive.html", "archive", archive_page(library))
    yield Page("tags.html", "tags", tags_page(library))
    for tag in plain_tags(library.edition):
        view = tag_page(library, tag)
        yield Page(view.meta.path, "tag", view)
    yield Page("people.html", "names", names_page(library, "person"))
    yield Page("organisations.html", "names", names_page(library, "organisation"))
    holders = holders_by_organisation(library)
    for entity in library.entities.values():
        about = entity_page(library, entity, holders.get(entity.id, ()))
        yield Page(about.meta.path, "entity", about)
    yield Page("feeds.html", "feeds", feeds_page(library))
    yield Page("build-report.html", "report", report_page(library))
    yield Page(NOT_FOUND, "404", plain_page(library, NOT_FOUND, "Page not found", "There is no page at this address."))


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
    rest = (SitemapEntry("" if path == "index.html" else path, None) for path in others if path != NOT_FOUND)
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
