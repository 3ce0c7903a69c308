"""What a page says about itself."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from newsdigest import views
from newsdigest.model import EntityId
from newsdigest.options import Options
from newsdigest.views.cards import entity_card
from newsdigest.views.metadata import DESCRIPTION_LENGTH, SHORT_DESCRIPTION, entity_meta, page_meta, shortened

from tests.sample import STORIES, edition, span

PUBLISHED = views.open_library(edition(), Options(feed_min=2), "https://x.example/sub")
LOCAL = views.open_library(edition(), Options())


def data(meta: object) -> list[dict[str, object]]:
    return list(json.loads(meta.data.text)["@graph"])  # type: ignore[attr-defined]


def test_a_short_description_stays_as_it_is() -> None:
    assert shortened("a few words") == "a few words"


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=40, max_size=80))
def test_a_long_description_is_cut_at_a_word(parts: list[str]) -> None:
    text = " ".join(parts)
    short = shortened(text)
    assert len(short) <= DESCRIPTION_LENGTH
    assert short == text or (short.endswith("…") and text.startswith(f"{short[:-1]} "))


def test_a_page_stands_below_its_section() -> None:
    meta = page_meta(PUBLISHED, "tags/turbines.html", "Subject: turbines", "text", "tags")
    assert [crumb.text for crumb in meta.crumbs] == ["Subjects"]
    page, crumbs = data(meta)
    assert (page["@type"], page["url"]) == ("CollectionPage", "https://x.example/sub/tags/turbines.html")
    assert [item["name"] for item in crumbs["itemListElement"]] == [  # type: ignore[attr-defined]
        "Front page",
        "Subjects",
        "Subject: turbines",
    ]


def test_a_section_does_not_stand_below_itself() -> None:
    assert page_meta(PUBLISHED, "tags.html", "Subjects", "text", "tags").crumbs == ()


def test_the_front_page_is_known_by_the_address_of_the_site() -> None:
    meta = page_meta(PUBLISHED, "index.html", "", "text", "front")
    assert meta.canonical == ""
    (site,) = data(meta)
    assert (site["@type"], site["url"]) == ("WebSite", "https://x.example/sub/")


def test_without_an_address_of_the_site_no_address_is_made_up() -> None:
    assert page_meta(LOCAL, "tags.html", "Subjects", "text", "tags").data is None
    article = views.article_page(LOCAL, STORIES[0].id).meta
    (only,) = data(article)
    assert "url" not in only
    assert "@id" not in only


def test_a_page_names_the_feed_that_follows_the_same_articles() -> None:
    meta = page_meta(PUBLISHED, "tags/turbines.html", "Subject: turbines", "text", "tags")
    assert meta.feed is not None
    assert meta.feed.path == "feeds/tags/turbines.xml"
    assert page_meta(PUBLISHED, "tags/tidal-power.html", "Subject: tidal power", "text", "tags").feed is None


def described(**change: object) -> str:
    """What the page of the first article is described by where its analysis finds something else."""
    first = replace(edition().analyses[0], **change)  # type: ignore[arg-type]
    made = replace(edition(), analyses=(first, *edition().analyses[1:]))
    return views.article_page(views.open_library(made, Options()), STORIES[0].id).meta.description


def test_an_article_is_described_by_its_gist_else_by_its_summary_else_by_what_is_known_of_it() -> None:
    long, short = (
        span(STORIES[0], "Fishing boats will keep the northern berth"),
        span(STORIES[0], "Work starts in June."),
    )
    gist = span(STORIES[0], "The Harbour Council voted nine to four for the plan.")
    assert described(gist=gist) == "The Harbour Council voted nine to four for the plan."
    assert described(gist=short).startswith("Lumen Works will build")
    assert described(gist=long, summary=()).startswith("Old ferry pier to become a tidal power station: The Harbour L")
    assert "9 March 2026. Subjects: tidal power, turbines" in described(summary=())


def test_every_page_of_the_sample_describes_itself_in_as_many_characters_as_search_engines_show() -> None:
    told = [page.view.meta for page in views.pages(PUBLISHED) if page.path != views.NOT_FOUND]
    told += [views.article_page(PUBLISHED, story.id).meta for story in STORIES]
    lengths = {meta.path: len(meta.description) for meta in told}
    assert {path for path, length in lengths.items() if not SHORT_DESCRIPTION <= length <= DESCRIPTION_LENGTH} == set()
    assert len({meta.description for meta in told}) == len(told)


@pytest.mark.parametrize(
    ("entity_id", "kind", "job", "og_type"),
    [
        ("ada-quill", "Person", "chief executive", "profile"),
        ("lumen-works", "Organization", None, "website"),
    ],
)
def test_only_a_person_has_a_job_and_a_profile(entity_id: str, kind: str, job: str | None, og_type: str) -> None:
    entity = PUBLISHED.entities[EntityId(entity_id)]
    card = structs.replace(entity_card(PUBLISHED, entity), role="chief executive")
    meta = entity_meta(PUBLISHED, entity, card, "text")
    assert (data(meta)[0]["@type"], data(meta)[0].get("jobTitle"), meta.og_type) == (kind, job, og_type)


def test_the_outlet_is_the_publisher_and_the_digest_is_not() -> None:
    article = data(views.article_page(PUBLISHED, STORIES[0].id).meta)[0]
    assert article["publisher"] == {"@type": "Organization", "name": "The Harbour Ledger"}
    assert "publisher" not in data(views.article_page(PUBLISHED, STORIES[2].id).meta)[0]
