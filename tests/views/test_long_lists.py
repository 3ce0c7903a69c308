"""Lists of any length: each page can be read, nothing is left out, and the ways lead to the right page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest
from newsdigest import views
from newsdigest.model import Edition, EntityId, Skipped, Tag
from newsdigest.options import Options
from newsdigest.text import story_id
from newsdigest.views.indexes import NAMES, SUBJECTS, names_pages, tags_pages
from newsdigest.views.library import Library
from newsdigest.views.lists import CARDS, FEEDS, ROWS, archive_pages, feeds_pages, tag_pages
from newsdigest.views.report import ENTRIES, report_pages

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

MANY = 400


def many_stories() -> Edition:
    """Four hundred articles, one a day, all on one subject."""
    days = (STORIES[0].date - timedelta(days=number) for number in range(MANY))
    stories = tuple(
        replace(STORIES[2], id=story_id(f"{n:04}"), id_key=f"{n:04}", path=f"{n:04}.txt", published=day)
        for n, day in enumerate(days)
    )
    bare = replace(ANALYSES[2], mentions=(), roles=(), quotes=(), summary=())
    return replace(
        edition(),
        stories=stories,
        analyses=tuple(replace(bare, story_id=story.id) for story in stories),
        entities=(),
        tags=(Tag("tide", "tide", tuple(story.id for story in stories)),),
        story_tags=(("tide",),) * MANY,
        related=(),
    )


def many_names() -> Edition:
    """Four hundred people in one article, each with a subject of their own."""
    letters = "ABCDEFGHIJKLMNOPQRST"
    names = [f"Pia {a}{b.lower()}rn" for a in letters for b in letters]
    people = tuple(replace(ENTITIES[2], id=EntityId(name), name=name, aliases=(), companions=()) for name in names)
    subjects = tuple(Tag(f"s-{n}", f"{name} plan", (STORIES[0].id, STORIES[1].id)) for n, name in enumerate(names))
    return replace(edition(), entities=people, tags=subjects)


STORIES_LIBRARY = views.open_library(many_stories(), Options())
NAMES_LIBRARY = views.open_library(many_names(), Options(feed_min=1))


def test_the_archive_holds_every_article_once_in_order() -> None:
    pages = list(archive_pages(STORIES_LIBRARY))
    shown = [[card.path for m in page.months for day in m.days for card in day.stories] for page in pages]
    assert list(chain.from_iterable(shown)) == [views.story_path(story) for story in STORIES_LIBRARY.edition.stories]
    assert max(map(len, shown)) <= ROWS
    assert [page.meta.path for page in pages][:2] == ["archive.html", "archive-2.html"]


def test_each_page_of_the_archive_leads_to_each_month_where_it_begins() -> None:
    pages = {page.meta.path: page for page in archive_pages(STORIES_LIBRARY)}
    for page in pages.values():
        assert len(page.ways) == 14
        for way in page.ways:
            path, _, anchor = way.link.path.partition("#")
            assert anchor in [month.anchor for month in pages[path].months]
    assert sum(way.count for way in pages["archive.html"].ways) == MANY


def test_a_subject_of_many_articles_has_several_pages() -> None:
    pages = list(tag_pages(STORIES_LIBRARY, STORIES_LIBRARY.edition.tags[0]))
    assert sum(len(page.stories) for page in pages) == MANY
    assert max(len(page.stories) for page in pages) <= CARDS
    assert [page.meta.path for page in pages][:2] == ["tags/tide.html", "tags/tide/page-2.html"]
    assert [link.path for link in pages[1].meta.crumbs] == ["tags.html", "tags/tide.html"]


@pytest.mark.parametrize("which", ["names", "tags"])
def test_an_index_of_many_entries_holds_each_once_and_leads_to_each_letter(which: str) -> None:
    found = names_pages(NAMES_LIBRARY, "person") if which == "names" else tags_pages(NAMES_LIBRARY)
    pages = {page.meta.path: page for page in found}
    shown = [[entry.path for group in page.letters for entry in group.entries] for page in pages.values()]
    assert len(set(chain.from_iterable(shown))) == sum(map(len, shown)) == MANY
    assert max(map(len, shown)) <= max(NAMES, SUBJECTS)
    for page in pages.values():
        for way in page.ways:
            path, _, anchor = way.path.partition("#")
            assert anchor in [group.anchor for group in pages[path].letters]


def test_only_the_first_page_of_an_index_tells_who_is_named_most() -> None:
    assert [bool(page.most) for page in names_pages(NAMES_LIBRARY, "person")] == [True, False, False]


def test_many_feeds_fill_several_pages() -> None:
    pages = list(feeds_pages(NAMES_LIBRARY))
    listed = [feed.path for page in pages for feed in (*page.tags, *page.people, *page.organisations)]
    assert listed == [feed.path for feed in NAMES_LIBRARY.feeds if feed.kind not in ("all", "quotes")]
    assert max(len(page.tags) + len(page.people) for page in pages) <= FEEDS


def report_of(skipped: int) -> Library:
    left_out = tuple(Skipped(f"{number:04}.bin", "no known format") for number in range(skipped))
    return views.open_library(replace(many_stories(), skipped=left_out), Options())


def test_the_report_accounts_for_every_file_on_as_many_pages_as_it_takes() -> None:
    pages = list(report_pages(report_of(300)))
    assert sum(len(page.skipped) for page in pages) == 300
    assert sum(len(page.readings) for page in pages) == MANY
    assert sum(len(page.warnings) for page in pages) == len(edition().warnings)
    assert all(len(page.skipped) + len(page.readings) <= ENTRIES for page in pages)


def test_only_the_first_page_of_the_report_says_what_did_not_happen() -> None:
    first, *others = report_pages(report_of(0))
    assert first.nothing_skipped
    assert not any(page.nothing_skipped or page.no_warnings or page.rules for page in others)


def test_a_report_whose_first_page_is_full_does_not_deny_what_stands_on_the_next_one() -> None:
    first, *_ = report_pages(report_of(300))
    assert first.warnings == ()
    assert not first.no_warnings


def test_all_pages_of_all_lists_have_paths_and_titles_of_their_own() -> None:
    for library in (STORIES_LIBRARY, NAMES_LIBRARY):
        listed = list(views.pages(library))
        assert len({page.path for page in listed}) == len(listed)
        assert len({page.view.meta.title for page in listed}) == len(listed)
