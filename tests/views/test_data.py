"""What the site knows, as records: complete, documented, and joined by identities and pages."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from newsdigest import views
from newsdigest.model import Edition
from newsdigest.options import Options
from newsdigest.views.data import ARTICLE, NAME, QUOTATION
from newsdigest.views.data_page import data_page
from newsdigest.views.downloads import downloads

from tests.sample import ENTITIES, STORIES, edition, empty

BASE = "https://x.example/repo"


def read(name: str, made: Edition | None = None, base: str = BASE) -> list[dict[str, Any]]:
    """The records of a file."""
    found = dict(downloads(views.open_library(made or edition(), Options(), base)))
    return list(json.loads(found[f"data/{name}.json"]))


@pytest.mark.parametrize(
    ("name", "fields"),
    [("articles", ARTICLE), ("people", NAME), ("organisations", NAME), ("quotes", QUOTATION)],
)
def test_every_field_is_documented_and_every_documented_field_is_there(name: str, fields: dict[str, str]) -> None:
    assert {tuple(record) for record in read(name)} == {tuple(fields)}


def test_an_article_tells_what_its_page_tells() -> None:
    article = read("articles")[0]
    assert article["id"] == STORIES[0].id
    assert (article["title"], article["title_is"]) == (STORIES[0].title, "text")
    assert article["authors"] == ["Rosa Lind", "Ole Marsh"]
    assert (article["source"], article["date"], article["date_is"]) == ("The Harbour Ledger", "2026-03-09", "published")
    assert article["original"] == STORIES[0].url
    assert article["page"] == f"{BASE}/{views.story_path(STORIES[0])}"
    assert article["summary"][0].startswith("Lumen Works will build")
    assert article["subjects"] == ["tidal power", "turbines", "Ada Quill"]
    assert article["people"] == [f"{BASE}/people/ada-quill.html", f"{BASE}/people/tomas-brandt.html"]
    assert article["organisations"][0] == f"{BASE}/organisations/lumen-works.html"
    assert (article["quotations"], article["related"]) == (2, [STORIES[1].id])


def test_articles_that_are_one_source_share_an_identity_of_their_text() -> None:
    newest, middle, oldest = (story.id for story in STORIES)
    records = read("articles", replace(edition(), versions=((newest, oldest),)))
    assert [one["text_id"] for one in records] == [newest, middle, newest]


def test_a_day_of_saving_and_a_derived_title_are_called_so() -> None:
    article = read("articles")[2]
    assert (article["date"], article["date_is"]) == ("2026-03-07", "saved")
    assert article["title_is"] == "derived from the lead"
    assert (article["source"], article["original"]) == (None, None)


def test_the_text_of_an_article_is_not_among_its_data() -> None:
    assert "Fishing boats" not in json.dumps(read("articles"))


def test_a_person_has_other_forms_roles_articles_and_doubts_with_their_reasons() -> None:
    ada, ines, tomas = read("people")
    assert ada["also_written"] == [{"form": "Quill", "rule": ENTITIES[2].aliases[0].rule}]
    house = {"organisation": "Lumen Works", "standing": "stands"}
    assert ada["roles"] == [
        {**house, "role": "chief executive", "articles": [STORIES[0].id]},
        {**house, "role": None, "articles": [STORIES[2].id]},
    ]
    assert ada["articles"] == [{"id": STORIES[0].id, "mentions": 2}, {"id": STORIES[2].id, "mentions": 1}]
    assert [one["quotations"] for one in (ada, ines, tomas)] == [1, 1, 2]
    assert tomas["doubts"] == ["may also be the T. Brandt of another article"]


def test_files_are_joined_by_identities_and_pages() -> None:
    articles = {article["id"]: article for article in read("articles")}
    people = {person["page"]: person for person in read("people")}
    for person in people.values():
        assert all(person["page"] in articles[one["id"]]["people"] for one in person["articles"])
    for said in read("quotes"):
        assert said["article"] == articles[said["article_id"]]["title"]
        assert said["speaker_page"] is None or said["speaker_page"] in people
        assert said["link"] == f"{articles[said['article_id']]['page']}#p{said['paragraph']}"


def test_where_the_sites_address_is_not_known_pages_are_given_from_the_folder_of_the_files() -> None:
    assert read("articles", base="")[0]["page"].startswith("../articles/tide-")


@pytest.mark.parametrize("setting", ["excerpt", "none"])
def test_what_may_not_be_republished_is_not_in_the_data(setting: str) -> None:
    shown = views.republishable(edition(), setting)
    articles = read("articles", shown)
    assert [len(one["summary"]) for one in articles] == [len(a.summary) for a in shown.analyses]
    assert [one["words"] for one in articles] == [one["words"] for one in read("articles")]
    assert "data/quotes.json" not in dict(downloads(views.open_library(shown, Options())))  # in an excerpt none fits


def test_a_file_that_would_be_empty_is_neither_made_nor_offered() -> None:
    nothing = views.open_library(empty(), Options())
    assert list(downloads(nothing)) == []
    assert data_page(nothing).sets == ()
    unnamed = views.open_library(replace(edition(), entities=(), tags=(), story_tags=((), (), ())), Options())
    made = [path for path, _ in downloads(unnamed)]
    assert made == ["data/articles.json", "data/quotes.csv", "data/quotes.json", "quotes/quotes.js"]
    assert [one.title for one in data_page(unnamed).sets] == ["Articles", "Quotations"]


def test_the_page_offers_every_file_and_explains_every_field() -> None:
    library = views.open_library(edition(), Options(), BASE)
    page = data_page(library)
    offered = [file.path for one in page.sets for file in one.files]
    assert set(offered) == {path for path, _ in downloads(library) if path.startswith("data/")}
    assert [one.count for one in page.sets] == [3, 3, 2, 4]
    assert all(field.name and field.meaning for one in page.sets for field in one.fields)


def test_each_record_stands_on_a_line_of_its_own() -> None:
    data = dict(downloads(views.open_library(edition(), Options(), BASE)))["data/articles.json"]
    lines = data.decode().splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 5)
    assert all(json.loads(line.removesuffix(",")) for line in lines[1:-1])
