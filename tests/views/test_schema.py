"""schema.org data: safe in any page, complete, and nothing in it that is not known."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from newsdigest import views
from newsdigest.model import EntityId
from newsdigest.options import Options
from newsdigest.views import schema
from newsdigest.views.cards import entity_card, quote_card
from newsdigest.views.schema import SAID, Json, compact, crumbs, named, public_path, quotations, structured, website

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

BASE = "https://x.example/sub"
PUBLISHED = views.open_library(edition(), Options(feed_min=2), BASE, "The Tide")
LOCAL = views.open_library(edition(), Options(), "", "The Tide")
TYPES = {
    "BreadcrumbList", "CollectionPage", "EntryPoint", "ListItem", "NewsArticle", "Organization", "Person",
    "ProfilePage", "Quotation", "SearchAction", "WebPage", "WebSite",
}  # fmt: skip
ADDRESSES = {"@id", "isBasedOn", "item", "mainEntityOfPage", "url", "urlTemplate"}


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


def graphs(library: views.Library) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The data of every page that has some."""
    found = [page.view.meta for page in views.pages(library)]
    for meta in (*found, *(views.article_page(library, story.id).meta for story in STORIES)):
        if meta.data:
            yield meta.path, list(json.loads(meta.data.text)["@graph"])


def values(node: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every value inside a node, with the key it stands under."""
    if isinstance(node, dict):
        for name, inner in node.items():
            yield from values(inner, name)
    elif isinstance(node, list):
        for inner in node:
            yield from values(inner, key)
    yield key, node


def nodes(kind: str, path: str) -> list[dict[str, Any]]:
    """The nodes of a type in the data of a page."""
    return [node for node in dict(graphs(PUBLISHED))[path] if node["@type"] == kind]


@pytest.mark.parametrize("library", [PUBLISHED, LOCAL])
def test_all_data_are_of_known_types_with_absolute_addresses_and_no_empty_value(library: views.Library) -> None:
    for path, graph in graphs(library):
        assert graph, path
        for key, value in values(graph):
            assert value not in (None, "", [], {}), (path, key)
            if key == "@type":
                assert value in TYPES, path
            if key in ADDRESSES and isinstance(value, str):
                assert urlsplit(value).scheme == "https", (path, key, value)
                assert urlsplit(value).netloc, (path, key, value)


def test_every_page_of_a_published_site_has_data() -> None:
    assert {path for path, _ in graphs(PUBLISHED)} >= {page.path for page in views.pages(PUBLISHED)}


def test_without_an_address_of_the_site_there_is_none_in_its_data() -> None:
    for _, graph in graphs(LOCAL):
        assert not [value for key, value in values(graph) if key in ADDRESSES and value != STORIES[0].url]


def test_the_front_page_tells_how_to_search_the_site() -> None:
    (site,) = nodes("WebSite", "index.html")
    assert (site["name"], site["url"], site["inLanguage"]) == ("The Tide", f"{BASE}/", "en")
    action = site["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{BASE}/search.html?q={{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"
    assert website(PUBLISHED) == website(PUBLISHED)


def test_an_article_is_based_on_its_original_and_names_who_is_in_it() -> None:
    (article,) = nodes("NewsArticle", views.story_path(STORIES[0]))
    assert article["isBasedOn"] == STORIES[0].url
    assert article["datePublished"] == "2026-03-09T06:30:00+00:00"
    assert {one["@id"] for one in article["mentions"]} >= {f"{BASE}/people/ada-quill.html"}
    assert article["isPartOf"] == {"@id": nodes("WebSite", "index.html")[0]["@id"]}
    assert "datePublished" not in nodes("NewsArticle", views.story_path(STORIES[2]))[0]


def test_of_an_article_that_names_many_the_first_ones_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MENTIONED", 1)
    page = views.article_page(PUBLISHED, STORIES[0].id)
    assert page.meta.data is not None
    (article,) = [node for node in json.loads(page.meta.data.text)["@graph"] if node["@type"] == "NewsArticle"]
    assert [one["name"] for one in article["mentions"]] == ["Lumen Works"]


def test_an_original_that_no_browser_may_follow_is_no_original() -> None:
    story = replace(STORIES[0], url="javascript:alert(1)")
    library = views.open_library(replace(edition(), stories=(story, *STORIES[1:])), Options(), BASE)
    assert "isBasedOn" not in dict(graphs(library))[views.story_path(STORIES[0])][0]


def test_a_persons_page_is_about_the_person() -> None:
    (page,) = nodes("ProfilePage", "people/ada-quill.html")
    (person,) = nodes("Person", "people/ada-quill.html")
    assert page["mainEntity"] == {"@id": person["@id"]}
    assert person["alternateName"] == ["Quill"]
    (about,) = nodes("WebPage", "organisations/lumen-works.html")
    assert about["mainEntity"] == {"@id": f"{BASE}/organisations/lumen-works.html"}


@pytest.mark.parametrize(("entity_id", "job"), [("ada-quill", "chief executive"), ("lumen-works", None)])
def test_only_a_person_has_a_job_at_the_organisation_that_was_reported(entity_id: str, job: str | None) -> None:
    entity = PUBLISHED.entities[EntityId(entity_id)]
    card = structs.replace(entity_card(PUBLISHED, entity), role="chief executive", organisation="Tide Ltd")
    about = compact(named(PUBLISHED, entity, card))
    assert isinstance(about, dict)
    assert about.get("jobTitle") == job
    assert about.get("affiliation") == ({"@type": "Organization", "name": "Tide Ltd"} if job else None)


@pytest.mark.parametrize("path", ["people/ines-okoye.html", "quotes/index.html"])
def test_a_quotation_has_its_words_its_speaker_and_the_article_it_stands_in(path: str) -> None:
    (said,) = [one for one in nodes("Quotation", path) if one["text"].startswith("Nobody asked")]
    assert said["spokenByCharacter"]["@id"] == f"{BASE}/people/ines-okoye.html"
    assert (said["spokenByCharacter"]["@type"], said["spokenByCharacter"]["name"]) == ("Person", "Inés Okoye")
    assert said["isPartOf"]["@id"] == f"{BASE}/{views.story_path(STORIES[1])}"
    assert said["url"] == f"{said['isPartOf']['@id']}#p3"


def test_a_speaker_whom_the_whos_who_does_not_know_is_not_made_one() -> None:
    said = quote_card(PUBLISHED, STORIES[0].id, ANALYSES[0].quotes[0])
    (unknown,) = quotations(PUBLISHED, [structs.replace(said, speaker="an official", speaker_path=None)])
    assert "spokenByCharacter" not in compact(unknown)  # type: ignore[operator]
    (firm,) = quotations(PUBLISHED, [structs.replace(said, speaker_path="organisations/lumen-works.html")])
    assert firm["spokenByCharacter"]["@type"] == "Organization"  # type: ignore[index,call-overload]
    assert len(quotations(PUBLISHED, [said] * 40)) == SAID


def test_the_way_to_a_page_begins_at_the_front_page_and_ends_with_the_page() -> None:
    (way,) = nodes("BreadcrumbList", f"people/{ENTITIES[2].id}.html")
    assert [(one["position"], one["name"]) for one in way["itemListElement"]] == [
        (1, "Front page"),
        (2, "People"),
        (3, "Ada Quill"),
    ]
    assert crumbs(LOCAL, ()) is None


@pytest.mark.parametrize(
    ("path", "public"), [("index.html", ""), ("quotes/index.html", "quotes/"), ("a/reindex.html", "a/reindex.html")]
)
def test_a_folder_stands_for_the_index_in_it(path: str, public: str) -> None:
    assert public_path(path) == public
