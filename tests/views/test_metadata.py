"""What a page says about itself."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import views
from newsdigest.model import EntityId
from newsdigest.options import Options
from newsdigest.views.cards import entity_card
from newsdigest.views.metadata import DESCRIPTION_LENGTH, Json, compact, entity_meta, page_meta, shortened, structured

from tests.sample import STORIES, edition

PUBLISHED = views.open_library(edition(), Options(feed_min=2), "https://x.example/sub")
LOCAL = views.open_library(edition(), Options())


def data(meta: object) -> list[dict[str, object]]:
    return list(json.loads(meta.data.text)["@graph"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": None, "b": ""}, {}),
        ({"a": [], "b": {"c": None}}, {}),
        ({"a": [None, "x", {"y": ""}]}, {"a": ["x"]}),
        ({"a": 0}, {"a": 0}),
        ("text", "text"),
    ],
)
def test_what_is_not_known_is_left_out(value: Json, expected: Json) -> None:
    assert compact(value) == expected


@given(st.text(max_size=60))
def test_any_text_is_safe_inside_a_script_element_and_comes_back_whole(text: str) -> None:
    made = structured({"name": f"x{text}"})
    assert not {"<", ">", "&"} & set(made.text)
    assert json.loads(made.text)["@graph"] == [{"name": f"x{text}"}]


def test_data_come_with_their_hash_for_the_policy_of_the_page() -> None:
    made = structured({"name": "Ünal"})
    assert made.digest == b64encode(hashlib.sha256(made.text.encode()).digest()).decode()


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
    (crumbs,) = data(meta)
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
    assert data(meta)[0]["itemListElement"][0]["item"] == "https://x.example/sub/"  # type: ignore[index]


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


def test_an_article_is_described_by_its_summary_else_by_its_title() -> None:
    made = edition()
    silent = replace(made, analyses=tuple(replace(a, summary=()) for a in made.analyses))
    with_summary = views.article_page(PUBLISHED, STORIES[0].id).meta
    without = views.article_page(views.open_library(silent, Options()), STORIES[0].id).meta
    assert with_summary.description.startswith("Lumen Works will build")
    assert without.description == STORIES[0].title


@pytest.mark.parametrize(
    ("entity_id", "kind", "job", "og_type"),
    [
        ("ada-quill", "Person", "chief executive", "profile"),
        ("lumen-works", "Organization", None, "website"),
    ],
)
def test_only_a_person_has_a_job_and_a_profile(entity_id: str, kind: str, job: str | None, og_type: str) -> None:
    entity = PUBLISHED.entities[EntityId(entity_id)]
    card = replace(entity_card(PUBLISHED, entity), role="chief executive")
    meta = entity_meta(PUBLISHED, entity, card, "text")
    assert (data(meta)[0]["@type"], data(meta)[0].get("jobTitle"), meta.og_type) == (kind, job, og_type)


def test_the_outlet_is_the_publisher_and_the_digest_is_not() -> None:
    article = data(views.article_page(PUBLISHED, STORIES[0].id).meta)[0]
    assert article["publisher"] == {"@type": "Organization", "name": "The Harbour Ledger"}
    assert "publisher" not in data(views.article_page(PUBLISHED, STORIES[2].id).meta)[0]
