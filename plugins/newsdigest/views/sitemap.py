"""The pages that search engines may look for, as site maps (sitemaps.org).

In: the library and the paths of all pages but the articles. Out: site maps of up to 50,000 entries each, as the
protocol has it; where there are several, an index that lists them. An entry's date is that of its newest article, never
a clock's. Not listed are the page for what is not there and addresses that only lead on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from newsdigest.model import StoryId
from newsdigest.views.addresses import entity_path, plain_tags, tag_path
from newsdigest.views.library import Library
from newsdigest.views.redirects import redirects
from newsdigest.views.schema import public_path

NOT_FOUND = "404.html"
PATH = "sitemap.xml"
MOST = 50_000
"""Entries of a site map. Its other bound, 50 MB, is out of reach: our longest entry has 250 characters."""


class SitemapEntry(Struct, frozen=True, gc=False):
    """A page, or a site map."""

    path: str
    changed: str | None
    """A day, ISO 8601."""


class Sitemap(Struct, frozen=True, gc=False):
    """A file to write: which template shows which entries."""

    path: str
    template: str
    entries: tuple[SitemapEntry, ...]


def sitemaps(library: Library, others: Iterable[str]) -> Iterator[Sitemap]:
    """Divide all entries among files; the one that robots are told of comes first."""
    entries = sitemap(library, others)
    if len(entries) <= MOST:
        yield Sitemap(PATH, "sitemap.xml", entries)
        return
    parts = [
        Sitemap(f"sitemap-{number}.xml", "sitemap.xml", entries[start : start + MOST])
        for number, start in enumerate(range(0, len(entries), MOST), start=1)
    ]
    yield Sitemap(PATH, "sitemap_index.xml", tuple(SitemapEntry(part.path, _newest(part.entries)) for part in parts))
    yield from parts


def sitemap(library: Library, others: Iterable[str]) -> tuple[SitemapEntry, ...]:
    """List every page that readers may look for: the articles, and the other paths."""
    articles = (SitemapEntry(path, _day(library, [story_id])) for story_id, path in library.paths.items())
    hidden = {NOT_FOUND, *redirects(library)}
    days = _days(library)
    rest = (SitemapEntry(public_path(path), days.get(path)) for path in others if path not in hidden)
    return (*rest, *articles)


def _days(library: Library) -> dict[str, str]:
    """Date the pages of names and subjects, and the front page, by their newest article."""
    named = {entity_path(e): [one.story_id for one in e.appearances] for e in library.entities.values()}
    about = {tag_path(tag): list(tag.stories) for tag in plain_tags(library.edition, library.options)}
    everything = {"index.html": list(library.stories)} if library.stories else {}
    return {path: _day(library, stories) for path, stories in (named | about | everything).items()}


def _day(library: Library, story_ids: Iterable[StoryId]) -> str:
    return max(library.stories[story_id].date.date() for story_id in story_ids).isoformat()


def _newest(entries: Iterable[SitemapEntry]) -> str | None:
    return max((entry.changed for entry in entries if entry.changed), default=None)
