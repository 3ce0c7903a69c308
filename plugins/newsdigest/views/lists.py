"""Pages that list articles or feeds: one subject, the archive by day, the feeds.

In: the library. Out: one frozen value a page; a long list has several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import groupby

from msgspec import Struct

from newsdigest.lexicon import MONTHS, WEEKDAYS
from newsdigest.model import Story, StoryId, Tag
from newsdigest.text import counted
from newsdigest.views.addresses import FeedInfo
from newsdigest.views.cards import Link, StoryCard, TagCard, story_cards, tag_card
from newsdigest.views.days import day_text
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.paging import Leaf, Pager, Part, one, parts

BESIDE = 12
"""Subjects beside another one: two rows."""
ROWS, CARDS, FEEDS = 90, 40, 90
"""Entries on a page, of about 550, 1,300 and 600 characters of HTML: 50 to 60 kB a page."""


class TagPage(Struct, frozen=True, gc=False):
    """One subject."""

    meta: Meta
    title: str
    tag: TagCard
    stories: tuple[StoryCard, ...]
    pager: Pager | None
    beside: tuple[TagCard, ...]
    """Subjects that lead somewhere, with the number of articles they share with this one, most first."""


class Day(Struct, frozen=True, gc=False):
    """The articles published on one day, or those that state no day and were saved on it."""

    iso: str
    text: str
    stories: tuple[StoryCard, ...]


class Month(Struct, frozen=True, gc=False):
    """The days of one month that have articles."""

    name: str
    anchor: str
    days: tuple[Day, ...]


class MonthLink(Struct, frozen=True, gc=False):
    """Where the articles of a month begin, and how many there are."""

    link: Link
    count: int


class ArchivePage(Struct, frozen=True, gc=False):
    """Articles by day, newest first."""

    meta: Meta
    title: str
    ways: tuple[MonthLink, ...]
    """To where each month begins, on whatever page; empty where there is but one."""
    months: tuple[Month, ...]
    total: int
    pager: Pager | None


class FeedsPage(Struct, frozen=True, gc=False):
    """Feeds, and what each needs to exist."""

    meta: Meta
    title: str
    minimum: int
    """Articles from which a subject or a name has a feed."""
    everything: FeedInfo | None
    quotes: FeedInfo | None
    tags: tuple[FeedInfo, ...]
    people: tuple[FeedInfo, ...]
    organisations: tuple[FeedInfo, ...]
    pager: Pager | None


class PlainPage(Struct, frozen=True, gc=False):
    """A page whose text stands in its template, or was written by hand."""

    meta: Meta


def tag_pages(library: Library, tag: Tag) -> Iterator[TagPage]:
    """Show one subject."""
    return (leaf.make() for leaf in tag_leaves(library, tag))


def tag_leaves(library: Library, tag: Tag) -> Iterator[Leaf[TagPage]]:
    """Divide a subject into pages, and make none of them."""
    card = tag_card(library, tag)
    stories = sorted(tag.stories, key=library.rank.__getitem__)
    beside = cache(partial(_beside, library, tag, stories))
    divided = parts(card.path, stories, CARDS, one)
    for part in divided:
        # The articles tell what stands beside them, unless others of the subject are on other pages.
        known = beside() if len(divided) > 1 else ()
        make, others = partial(_tag_page, library, tag, part, beside), [shown.path for shown in known]
        yield Leaf(part.path, part.entries, (part.number, card, part.pager, known), make, others)


def _beside(library: Library, tag: Tag, stories: Iterable[StoryId]) -> tuple[TagCard, ...]:
    others = Counter(other for story_id in stories for other in library.tags[story_id] if other.slug != tag.slug)
    cards = ((tag_card(library, other), shared) for other, shared in others.items())
    leading = (TagCard(card.path, card.name, shared) for card, shared in cards if card.path)
    return tuple(sorted(leading, key=lambda c: (-c.count, c.name.casefold(), c.path))[:BESIDE])


def _tag_page(library: Library, tag: Tag, part: Part[StoryId], beside: Callable[[], tuple[TagCard, ...]]) -> TagPage:
    card = tag_card(library, tag)
    each = "source, date and names" if library.options.full_text == "none" else "summary and sources"
    above = (Link(card.path, tag.name),) if part.number > 1 else ()
    text = f"{counted(card.count, 'article')} about {part.titled(tag.name)}, each with its {each}."
    return TagPage(
        meta=page_meta(library, part.path, f"Subject: {part.titled(tag.name)}", text, "tags", above),
        title=part.titled(tag.name),
        tag=card,
        stories=story_cards(library, part.entries),
        pager=part.pager,
        beside=beside(),
    )


def archive_pages(library: Library) -> Iterator[ArchivePage]:
    """List all articles by month and day."""
    return (leaf.make() for leaf in archive_leaves(library))


def archive_leaves(library: Library) -> Iterator[Leaf[ArchivePage]]:
    """Divide the archive into pages, and make none of them."""
    ordered = sorted(library.edition.stories, key=_day_of)
    divided = parts("archive.html", ordered, ROWS, one)
    begins: dict[tuple[int, int], str] = {}
    for part in divided:
        for story in part.entries:
            begins.setdefault(_month_of(story), part.path)
    counts = Counter(map(_month_of, ordered))
    found = tuple(MonthLink(Link(f"{path}#{_anchor(m)}", _name(m)), counts[m]) for m, path in begins.items())
    ways, total = found if len(found) > 1 else (), len(ordered)
    for part in divided:
        shown = tuple(story.id for story in part.entries)
        make = partial(_archive_page, library, part, ways, total)
        yield Leaf(part.path, shown, (part.number, part.pager, ways, total), make)


def _archive_page(library: Library, part: Part[Story], ways: tuple[MonthLink, ...], total: int) -> ArchivePage:
    title = part.titled("Archive")
    months = groupby(part.entries, key=_month_of)
    text = f"{title}: every article by the day it was published or saved."
    return ArchivePage(
        meta=page_meta(library, part.path, title, text, "archive"),
        title=title,
        ways=ways,
        months=tuple(_month(library, month, tuple(stories)) for month, stories in months),
        total=total,
        pager=part.pager,
    )


def feeds_pages(library: Library) -> Iterator[FeedsPage]:
    """List the feeds."""
    wide = {feed.kind: feed for feed in library.feeds if feed.kind in ("all", "quotes")}
    narrow = (feed for feed in library.feeds if feed.kind not in wide)
    for part in parts("feeds.html", narrow, FEEDS, one):
        title = part.titled("Feeds")
        text = f"{title} of all articles, of quotations, subjects, people and organisations, for any reader program."
        yield FeedsPage(
            meta=page_meta(library, part.path, title, text, "feeds"),
            title=title,
            minimum=library.options.feed_min,
            everything=wide.get("all"),
            quotes=wide.get("quotes"),
            tags=tuple(feed for feed in part.entries if feed.kind == "tag"),
            people=tuple(feed for feed in part.entries if feed.kind == "person"),
            organisations=tuple(feed for feed in part.entries if feed.kind == "organisation"),
            pager=part.pager,
        )


def _month_of(story: Story) -> tuple[int, int]:
    return story.date.year, story.date.month


def _name(month: tuple[int, int]) -> str:
    return f"{MONTHS[month[1] - 1]} {month[0]}"


def _anchor(month: tuple[int, int]) -> str:
    return f"m-{month[0]}-{month[1]:02}"


def _month(library: Library, month: tuple[int, int], stories: tuple[Story, ...]) -> Month:
    days = groupby(stories, key=_day_of)
    return Month(
        name=_name(month),
        anchor=_anchor(month),
        days=tuple(_day(library, tuple(group)) for _, group in days),
    )


def _day_of(story: Story) -> tuple[int, bool]:
    """Sort by the day stated, newest first; on each day what was published before what was only saved."""
    return -story.date.toordinal(), story.published is None


def _day(library: Library, stories: tuple[Story, ...]) -> Day:
    day = stories[0].date
    text = f"{WEEKDAYS[day.weekday()]}, {day_text(day)}"
    text = text if stories[0].published else f"Saved {text}"
    return Day(day.date().isoformat(), text, story_cards(library, (story.id for story in stories)))
