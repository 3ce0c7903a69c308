"""Pages that list articles or feeds: one subject, the archive by day, the feeds.

In: the library. Out: one frozen value a page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from newsdigest.lexicon import MONTHS, WEEKDAYS
from newsdigest.model import Story, Tag
from newsdigest.views.addresses import FeedInfo
from newsdigest.views.cards import StoryCard, TagCard, day_text, story_cards, tag_card
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta

BESIDE = 12
"""Subjects beside another one: two rows."""


@dataclass(frozen=True, slots=True)
class TagPage:
    """One subject."""

    meta: Meta
    tag: TagCard
    stories: tuple[StoryCard, ...]
    beside: tuple[TagCard, ...]
    """Subjects of the same articles, most often first."""


@dataclass(frozen=True, slots=True)
class Day:
    """The articles published on one day, or those that state no day and were saved on it."""

    iso: str
    text: str
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month that have articles."""

    name: str
    anchor: str
    days: tuple[Day, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """Every article by day, newest first."""

    meta: Meta
    months: tuple[Month, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FeedsPage:
    """Every feed, and what each needs to exist."""

    meta: Meta
    minimum: int
    """Articles from which a subject or a name has a feed."""
    everything: FeedInfo | None
    tags: tuple[FeedInfo, ...]
    people: tuple[FeedInfo, ...]
    organisations: tuple[FeedInfo, ...]


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page whose text stands in its template, or was written by hand."""

    meta: Meta


def tag_page(library: Library, tag: Tag) -> TagPage:
    """Show one subject."""
    card = tag_card(library, tag)
    stories = sorted(tag.stories, key=lambda story_id: library.rank[story_id])
    others = Counter(other for story_id in stories for other in library.tags[story_id] if other.slug != tag.slug)
    beside = sorted(others, key=lambda other: (-others[other], other.name.casefold(), other.slug))
    text = f"{card.count} article{'' if card.count == 1 else 's'} about {tag.name}, each with its summary and sources."
    return TagPage(
        meta=page_meta(library, card.path, f"Subject: {tag.name}", text, "tags"),
        tag=card,
        stories=story_cards(library, stories),
        beside=tuple(tag_card(library, other) for other in beside[:BESIDE]),
    )


def archive_page(library: Library) -> ArchivePage:
    """List all articles by month and day."""
    ordered = sorted(library.edition.stories, key=_day_of)
    months = groupby(ordered, key=lambda story: (story.date.year, story.date.month))
    text = "Every article by the day it was published or saved."
    return ArchivePage(
        meta=page_meta(library, "archive.html", "Archive", text, "archive"),
        months=tuple(_month(library, tuple(stories)) for _, stories in months),
        total=len(library.edition.stories),
    )


def feeds_page(library: Library) -> FeedsPage:
    """List the feeds."""
    text = "Feeds of all articles, of subjects, people and organisations, for any reader program."
    return FeedsPage(
        meta=page_meta(library, "feeds.html", "Feeds", text, "feeds"),
        minimum=library.options.feed_min,
        everything=next((feed for feed in library.feeds if feed.kind == "all"), None),
        tags=tuple(feed for feed in library.feeds if feed.kind == "tag"),
        people=tuple(feed for feed in library.feeds if feed.kind == "person"),
        organisations=tuple(feed for feed in library.feeds if feed.kind == "organisation"),
    )


def _month(library: Library, stories: tuple[Story, ...]) -> Month:
    first = stories[0].date
    days = groupby(stories, key=_day_of)
    return Month(
        name=f"{MONTHS[first.month - 1]} {first.year}",
        anchor=f"m-{first.year}-{first.month:02}",
        days=tuple(_day(library, tuple(group)) for _, group in days),
        count=len(stories),
    )


def _day_of(story: Story) -> tuple[int, bool]:
    """Sort by the day stated, newest first; on each day what was published before what was only saved."""
    return -story.date.toordinal(), story.published is None


def _day(library: Library, stories: tuple[Story, ...]) -> Day:
    day = stories[0].date
    text = f"{WEEKDAYS[day.weekday()]}, {day_text(day)}"
    text = text if stories[0].published else f"Saved {text}"
    return Day(day.date().isoformat(), text, story_cards(library, (story.id for story in stories)))
