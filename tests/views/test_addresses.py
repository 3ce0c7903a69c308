"""Where things stand, and which feeds there are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import views
from newsdigest.model import Edition, Story, StoryId
from newsdigest.options import Options
from newsdigest.text import story_id
from newsdigest.views.addresses import plain_tags

from tests.sample import STORIES, edition, empty


def keyed(id_key: str, **given: object) -> Story:
    return replace(STORIES[0], id=story_id(id_key), id_key=id_key, **given)  # type: ignore[arg-type]


@given(st.text(max_size=400), st.booleans())
def test_the_path_of_an_article_is_short_and_safe_whatever_its_file_or_address(key: str, web: bool) -> None:
    url, path = (f"https://x.example/{key}", "a.txt") if web else (None, f"{key}.txt")
    made = keyed(url or path.rsplit(".", 1)[0], url=url, path=path)
    path = views.story_path(made)
    assert re.fullmatch(r"articles/[a-z0-9-]{10,80}\.html", path)


def test_two_articles_of_one_title_stand_apart() -> None:
    first, second = (replace(STORIES[0], id=StoryId(c * 36)) for c in "ab")
    assert views.story_slug(first) != views.story_slug(second)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Quite another title", "title_origin": "correction"},
        {"outlet": "Another host", "byline": ("Somebody Else",)},
        {"published": None, "saved": STORIES[1].date},
        {"paragraphs": STORIES[1].paragraphs, "removed": ()},
        {"url": "https://elsewhere.example/other"},
    ],
    ids=lambda change: " ".join(sorted(change)),
)
def test_whatever_is_learned_or_corrected_about_an_article_leaves_its_address_alone(change: dict[str, object]) -> None:
    assert views.story_path(replace(STORIES[0], **change)) == views.story_path(STORIES[0])  # type: ignore[arg-type]


def test_an_article_that_knows_its_own_address_may_move_to_another_file() -> None:
    url = "https://ledger.example/tide"
    before, after = (keyed(url, url=url, path=path) for path in ("a.txt", "z/b.html"))
    assert views.story_path(before) == views.story_path(after)


@pytest.mark.parametrize(
    ("url", "path", "readable"),
    [
        (None, "2026/Tide Plan.v2.txt", "tide-plan-v2-"),
        (None, "潮.txt", "chao-"),
        (None, "!!!.txt", ""),
        ("https://x.example/2026/tide-plan.html?from=mail#top", "a.txt", "tide-plan-"),
        ("https://x.example/news/caf%C3%A9/", "a.txt", "cafe-"),
        ("https://x.example/", "a.txt", ""),
        ("https://x.example/?id=7", "a.txt", ""),
        ("https://[x/tide-plan.html", "a.txt", "tide-plan-"),
    ],
)
def test_an_address_reads_like_what_the_identity_is_made_of(url: str | None, path: str, readable: str) -> None:
    story = keyed(url or path.rsplit(".", 1)[0], url=url, path=path)
    assert views.story_slug(story) == readable + story.id[: 8 if readable else 12]


@pytest.mark.parametrize("id_key", ["", "a/tide"])
def test_an_identity_that_the_owner_states_stands_alone(id_key: str) -> None:
    stated = replace(STORIES[0], id=story_id("harbour-7"), id_key=id_key)
    assert views.story_slug(stated) == stated.id[:12]


def test_an_article_whose_own_address_is_corrected_stays_where_it_is() -> None:
    url = "https://ledger.example/tide-plan.html"
    story = keyed(url, url=url)
    assert views.story_path(replace(story, url="https://ledger.example/moved.html")) == views.story_path(story)
    assert "tide-plan" in views.story_path(story)


def test_people_and_organisations_have_folders_of_their_own() -> None:
    paths = {views.entity_path(entity) for entity in edition().entities}
    assert paths == {
        "organisations/harbour-council.html",
        "organisations/lumen-works.html",
        "people/ada-quill.html",
        "people/ines-okoye.html",
        "people/tomas-brandt.html",
    }


def feed_paths(made: Edition, minimum: int) -> list[str]:
    return [feed.path for feed in views.feeds(made, Options(feed_min=minimum))]


def test_the_first_feed_follows_everything() -> None:
    first = views.feeds(edition(), Options())[0]
    assert (first.path, first.page, first.stories) == ("feeds/all.xml", "index.html", tuple(s.id for s in STORIES))


@pytest.mark.parametrize(
    ("minimum", "expected"),
    [
        (1, ["northern-channel", "turbines"]),
        (2, ["northern-channel", "turbines"]),
        (3, []),
    ],
)
def test_a_tag_has_a_feed_from_enough_articles_on(minimum: int, expected: list[str]) -> None:
    tags = [path for path in feed_paths(edition(), minimum) if path.startswith("feeds/tags/")]
    assert tags == [f"feeds/tags/{slug}.xml" for slug in expected]


def paged_tags(made: Edition, minimum: int = 2) -> list[str]:
    return [tag.slug for tag in plain_tags(made, Options(tag_pages=minimum))]


@pytest.mark.parametrize(
    ("minimum", "expected"),
    [
        (0, ["northern-channel", "tidal-power", "turbines"]),
        (1, ["northern-channel", "tidal-power", "turbines"]),
        (2, ["northern-channel", "turbines"]),
        (3, []),
    ],
)
def test_a_tag_has_a_page_from_enough_articles_on(minimum: int, expected: list[str]) -> None:
    assert paged_tags(edition(), minimum) == expected


def test_a_tag_without_a_page_has_no_feed_either() -> None:
    listed = views.feeds(edition(), Options(feed_min=1, tag_pages=3))
    assert [feed.path for feed in listed if feed.kind == "tag"] == []


def test_a_tag_that_is_a_name_has_neither_page_nor_feed_as_the_name_has_both() -> None:
    assert "ada-quill" not in paged_tags(edition())
    unknown = replace(edition(), entities=())
    assert "ada-quill" in paged_tags(unknown)
    assert "feeds/tags/ada-quill.xml" in feed_paths(unknown, 2)


def test_people_and_organisations_have_feeds_from_enough_articles_on() -> None:
    names = [path for path in feed_paths(edition(), 2) if "/tags/" not in path][1:]
    assert names == [
        "feeds/quotes.xml",
        "feeds/people/ada-quill.xml",
        "feeds/people/ines-okoye.xml",
        "feeds/people/tomas-brandt.xml",
        "feeds/organisations/harbour-council.xml",
        "feeds/organisations/lumen-works.xml",
    ]
    assert feed_paths(edition(), 3) == ["feeds/all.xml", "feeds/quotes.xml", "feeds/organisations/lumen-works.xml"]


def test_the_feed_of_quotations_follows_the_articles_that_have_some() -> None:
    feed = views.feeds(edition(), Options())[1]
    assert (feed.path, feed.json_path, feed.page) == ("feeds/quotes.xml", "feeds/quotes.json", "quotes/index.html")
    assert feed.stories == (STORIES[0].id, STORIES[1].id)
    silent = replace(edition(), analyses=tuple(replace(one, quotes=()) for one in edition().analyses))
    assert "feeds/quotes.xml" not in feed_paths(silent, 1)


def test_the_feed_of_a_person_holds_the_articles_that_name_them_newest_first() -> None:
    feeds = {feed.path: feed for feed in views.feeds(edition(), Options(feed_min=2))}
    assert feeds["feeds/people/ada-quill.xml"].stories == (STORIES[0].id, STORIES[2].id)


def test_without_articles_there_are_no_feeds() -> None:
    assert views.feeds(empty(), Options()) == ()
