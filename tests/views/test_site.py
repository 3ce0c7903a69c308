"""All pages together, the masthead, the site map, and the library they are made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from newsdigest import views
from newsdigest.model import Appearance
from newsdigest.options import Options
from newsdigest.text import paragraph_spans
from newsdigest.views.cards import story_card
from newsdigest.views.library import paragraph_of, passage_path
from newsdigest.views.lists import TagPage

from tests.sample import ENTITIES, STORIES, edition, empty

LIBRARY = views.open_library(edition(), Options(tag_pages=1), "https://x.example")


def test_each_page_is_listed_once_with_the_path_it_says_it_has() -> None:
    listed = list(views.pages(LIBRARY))
    assert len({page.path for page in listed}) == len(listed) == 20
    assert all(page.path == page.view.meta.path for page in listed)


@pytest.mark.parametrize("minimum", [0, 1, 2, 3, 4])
def test_no_tag_leads_to_a_page_that_is_not_there(minimum: int) -> None:
    library = views.open_library(edition(), Options(tag_pages=minimum))
    paths = {"", *(page.path for page in views.pages(library))}
    assert {tag.path for story in STORIES for tag in story_card(library, story.id).tags} <= paths
    shown = [page.view for page in views.pages(library) if isinstance(page.view, TagPage)]
    assert {tag.path for page in shown for tag in page.beside} <= paths - {""}


def test_an_empty_edition_has_all_pages_that_do_not_depend_on_articles() -> None:
    listed = [page.path for page in views.pages(views.open_library(empty(), Options()))]
    assert listed == [
        "index.html", "archive.html", "tags.html", "people.html", "organisations.html", "connections.html",
        "quotes/index.html",
        "feeds.html", "search.html", "data/index.html", "build-report.html", "404.html",
    ]  # fmt: skip


def test_the_masthead_counts_the_articles() -> None:
    head = views.masthead(LIBRARY)
    assert head.articles == 3
    assert head.feed is not None
    assert head.feed.path == "feeds/all.xml"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ((2026, 3, 9), (2026, 3, 9), "9 March 2026"),
        ((2026, 3, 7), (2026, 3, 9), "7–9 March 2026"),
        ((2026, 2, 28), (2026, 3, 9), "28 February – 9 March 2026"),
        ((2025, 12, 31), (2026, 3, 9), "31 December 2025 – 9 March 2026"),
    ],
)
def test_the_masthead_writes_the_days_as_short_as_they_can_be(
    first: tuple[int, int, int], last: tuple[int, int, int], text: str
) -> None:
    days = (last, last, first)
    stories = tuple(replace(s, published=datetime(*day, tzinfo=UTC)) for s, day in zip(STORIES, days, strict=True))
    head = views.masthead(views.open_library(replace(edition(), stories=stories), Options()))
    assert (head.dates, head.saved) == (text, "")


def test_the_masthead_counts_the_days_that_articles_state_wherever_they_were_written() -> None:
    late = datetime(2026, 3, 8, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    days = (late, late, datetime(2026, 3, 9, tzinfo=UTC))
    stories = tuple(replace(story, published=day) for story, day in zip(STORIES, days, strict=True))
    head = views.masthead(views.open_library(replace(edition(), stories=stories), Options()))
    assert head.dates == "8–9 March 2026"


def test_the_masthead_never_passes_a_day_of_saving_off_as_a_date() -> None:
    head = views.masthead(LIBRARY)
    assert (head.dates, head.saved) == ("8–9 March 2026", "saved 7 March 2026")


def test_the_masthead_of_nothing_has_no_days_and_no_feed() -> None:
    head = views.masthead(views.open_library(empty(), Options()))
    assert (head.articles, head.dates, head.saved, head.feed) == (0, "", "", None)


def test_a_passage_is_in_the_paragraph_that_holds_its_first_character() -> None:
    story = STORIES[0]
    for number, where in enumerate(paragraph_spans(story.paragraphs), start=1):
        assert paragraph_of(LIBRARY, story.id, where) == number
        assert passage_path(LIBRARY, story.id, where) == f"{views.story_path(story)}#p{number}"


def test_who_is_present_stands_in_the_order_of_first_mention_whatever_the_order_of_the_edition() -> None:
    turned = views.open_library(replace(edition(), entities=tuple(reversed(ENTITIES))), Options())
    for library in (LIBRARY, turned):
        assert [e.name for e, _ in library.present[STORIES[0].id]] == [
            "Lumen Works",
            "Ada Quill",
            "Harbour Council",
            "Tomas Brandt",
        ]


@pytest.mark.parametrize("change", [{"kind": "place"}, {"appearances": ()}])
def test_whoever_is_a_place_or_named_nowhere_has_no_page(change: dict[str, tuple[Appearance, ...] | str]) -> None:
    nobody = replace(ENTITIES[2], **change)  # type: ignore[arg-type]
    library = views.open_library(replace(edition(), entities=(nobody,), tags=(), story_tags=((), (), ())), Options())
    assert library.entities == {}
    assert not [page for page in views.pages(library) if page.template == "entity"]


def test_a_library_for_another_address_keeps_what_it_knows_but_none_of_the_pages() -> None:
    moved = views.library_at(LIBRARY, "https://y.example")
    assert views.library_at(LIBRARY, LIBRARY.base) is LIBRARY
    assert moved == replace(LIBRARY, base="https://y.example")
    assert not moved.made
