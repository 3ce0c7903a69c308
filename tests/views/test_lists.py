"""The pages of a subject, of the archive, of the feeds, and the build report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from newsdigest import views
from newsdigest.model import Edition, Story, Tag
from newsdigest.options import Options
from newsdigest.views.library import Library
from newsdigest.views.lists import ArchivePage, FeedsPage, TagPage, archive_pages, feeds_pages, tag_pages
from newsdigest.views.report import ReportPage, report_pages

from tests.sample import ENTITIES, STORIES, edition, empty

LIBRARY = views.open_library(edition(), Options(feed_min=2))
TAGS = {tag.slug: tag for tag in edition().tags}


def with_stories(stories: tuple[Story, ...]) -> Edition:
    return replace(edition(), stories=stories)


def tag_page(tag: Tag) -> TagPage:
    (page,) = tag_pages(LIBRARY, tag)
    return page


def archive_page(library: Library) -> ArchivePage:
    (page,) = archive_pages(library)
    return page


def feeds_page(library: Library) -> FeedsPage:
    (page,) = feeds_pages(library)
    return page


def report_page(library: Library) -> ReportPage:
    (page,) = report_pages(library)
    return page


def test_a_subject_shows_its_articles_newest_first() -> None:
    page = tag_page(replace(TAGS["turbines"], stories=(STORIES[1].id, STORIES[0].id)))
    assert [card.title for card in page.stories] == [STORIES[0].title, STORIES[1].title]


def test_beside_a_subject_stand_those_of_its_articles_and_never_itself() -> None:
    (page,) = tag_pages(views.open_library(edition(), Options(tag_pages=1)), TAGS["turbines"])
    assert [tag.name for tag in page.beside] == ["Ada Quill", "northern channel", "tidal power"]


def test_each_of_those_leads_somewhere_and_tells_how_many_articles_it_shares() -> None:
    shared = tag_page(replace(TAGS["turbines"], stories=(STORIES[0].id,))).beside
    assert [(tag.path, tag.count) for tag in shared] == [("people/ada-quill.html", 1)]


def test_those_that_share_most_come_first() -> None:
    made = replace(edition(), story_tags=(("turbines", "northern-channel"), ("northern-channel",), ()))
    tag = replace(TAGS["ada-quill"], entity_id=None, stories=(STORIES[0].id, STORIES[1].id))
    library = views.open_library(replace(made, tags=(*made.tags[1:], tag)), Options())
    (page,) = tag_pages(library, tag)
    assert [(tag.name, tag.count) for tag in page.beside] == [("northern channel", 2), ("turbines", 1)]


def test_the_title_of_a_subjects_page_differs_from_that_of_the_person() -> None:
    assert tag_page(replace(TAGS["turbines"], name="Ada Quill")).meta.title == "Subject: Ada Quill"


def test_the_archive_goes_by_month_and_day_newest_first() -> None:
    older = replace(STORIES[2], published=datetime(2025, 12, 31, 23, 59, tzinfo=UTC))
    made = replace(edition(), stories=(*STORIES[:2], older))
    page = archive_page(views.open_library(made, Options()))
    assert [(month.name, month.anchor) for month in page.months] == [
        ("March 2026", "m-2026-03"),
        ("December 2025", "m-2025-12"),
    ]
    assert [(way.link.path, way.link.text, way.count) for way in page.ways] == [
        ("archive.html#m-2026-03", "March 2026", 2),
        ("archive.html#m-2025-12", "December 2025", 1),
    ]
    assert [day.text for month in page.months for day in month.days] == [
        "Monday, 9 March 2026",
        "Sunday, 8 March 2026",
        "Wednesday, 31 December 2025",
    ]


def test_a_late_evening_in_the_west_stands_under_the_day_and_month_that_its_article_states() -> None:
    west = datetime(2026, 2, 28, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    stories = [
        replace(story, published=day)
        for story, day in zip(STORIES, (west, datetime(2026, 3, 1, tzinfo=UTC), west), strict=True)
    ]
    page = archive_page(views.open_library(with_stories(tuple(stories)), Options()))
    assert [month.anchor for month in page.months] == ["m-2026-03", "m-2026-02"]
    assert [way.count for way in page.ways] == [1, 2]
    assert page.months[1].days[0].text == "Saturday, 28 February 2026"


def test_what_was_only_saved_on_a_day_stands_apart_from_what_was_published_then() -> None:
    saved = (replace(STORIES[0], published=None), replace(STORIES[1], published=STORIES[2].saved), STORIES[2])
    ((first, second),) = (
        month.days for month in archive_page(views.open_library(with_stories(saved), Options())).months
    )
    assert (first.text, [card.title for card in first.stories]) == ("Saturday, 7 March 2026", [STORIES[1].title])
    assert (second.text, len(second.stories)) == ("Saved Saturday, 7 March 2026", 2)


def test_articles_of_one_day_stand_under_one_day() -> None:
    same = tuple(replace(story, published=STORIES[0].published) for story in STORIES)
    page = archive_page(views.open_library(replace(edition(), stories=same), Options()))
    ((day,),) = (month.days for month in page.months)
    assert len(day.stories) == page.total == 3
    assert page.ways == ()


def test_the_feeds_are_sorted_by_what_they_follow() -> None:
    page = feeds_page(LIBRARY)
    assert page.everything is not None
    assert page.quotes is not None
    assert (page.everything.kind, page.quotes.kind, page.minimum) == ("all", "quotes", 2)
    assert [feed.title for feed in page.tags] == ["northern channel", "turbines"]
    assert [feed.title for feed in page.people] == ["Ada Quill", "Inés Okoye", "Tomas Brandt"]
    assert [feed.title for feed in page.organisations] == ["Harbour Council", "Lumen Works"]


def test_the_report_names_each_file_that_came_to_nothing_and_why() -> None:
    page = report_page(LIBRARY)
    assert [(file.path, file.reason) for file in page.skipped] == [
        ("broken/empty.txt", "the file is empty; save the article again or delete it")
    ]
    assert page.warnings == edition().warnings


def test_the_report_says_of_each_file_what_was_taken_out() -> None:
    page = report_page(LIBRARY)
    assert [(r.file, r.lines, r.removed, r.percent) for r in page.readings] == [
        ("a/tide.txt", 12, 4, 33),
        ("b/vote.txt", 12, 0, 0),
        ("rays.txt", 12, 0, 0),
    ]
    assert [outlier.notes for outlier in page.outliers] == [("one character is left out",)]


def test_the_report_adds_up_the_rules_over_all_files() -> None:
    twice = replace(STORIES[1], removed=STORIES[0].removed[:1])
    page = report_page(views.open_library(replace(edition(), stories=(STORIES[0], twice, STORIES[2])), Options()))
    assert [(rule.rule, rule.lines) for rule in page.rules] == [("newsletter", 3), ("image credit", 2)]


def test_a_file_without_lines_is_no_division_by_zero() -> None:
    hollow = replace(STORIES[0], line_count=0, removed=())
    page = report_page(views.open_library(replace(edition(), stories=(hollow, *STORIES[1:])), Options()))
    assert page.readings[0].percent == 0


def test_the_report_lists_the_addresses_that_lead_on_last() -> None:
    one = replace(ENTITIES[2], appearances=tuple({*ENTITIES[2].appearances, *ENTITIES[3].appearances}))
    page = report_page(views.open_library(replace(edition(), entities=(one,)), Options()))
    assert [(moved.path, moved.target.text) for moved in page.moved] == [("people/ines-okoye.html", "Ada Quill")]


def test_an_empty_edition_has_an_empty_report() -> None:
    page = report_page(views.open_library(empty(), Options()))
    assert (page.readings, page.rules, page.skipped, page.warnings) == ((), (), (), ())
    assert page.nothing_skipped
    assert page.no_warnings
