"""The quotations as files: whole, harmless in a spreadsheet, and the same bytes every time."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import views
from newsdigest.options import Options
from newsdigest.views.downloads import as_csv, as_json, downloads
from newsdigest.views.quotations import quotations

from tests.sample import ANALYSES, STORIES, edition, empty

COLUMNS = [
    "quotation", "speaker", "speaker_page", "attribution", "cue", "article", "source", "date", "date_is", "original",
    "link", "article_id", "paragraph",
]  # fmt: skip


def files(base: str = "https://x.example/repo", **change: Any) -> dict[str, bytes]:
    return dict(downloads(views.open_library(replace(edition(), **change), Options(), base)))


def records(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_there_is_a_file_for_each_kind_of_record_and_a_script_for_the_filter() -> None:
    assert list(files()) == [
        "data/articles.json", "data/people.json", "data/organisations.json",
        "data/quotes.csv", "data/quotes.json", "quotes/quotes.js",
    ]  # fmt: skip


def test_both_hold_every_quotation_in_the_order_of_the_ledger() -> None:
    made = files()
    expected = [said.text for _, said in quotations(views.open_library(edition(), Options()))]
    rows = json.loads(made["data/quotes.json"])
    assert [row["quotation"] for row in rows] == expected
    assert [row["quotation"] for row in records(made["data/quotes.csv"])] == expected
    assert all(list(row) == COLUMNS for row in rows)


def test_a_row_says_who_said_it_where_and_when_with_addresses_of_the_site() -> None:
    row = json.loads(files()["data/quotes.json"])[0]
    assert row["speaker_page"] == "https://x.example/repo/people/ada-quill.html"
    assert row["link"].startswith("https://x.example/repo/articles/tide-")
    assert row["link"].endswith("#p2")
    assert (row["date"], row["date_is"], row["source"]) == ("2026-03-09", "published", "The Harbour Ledger")
    assert row["original"] == STORIES[0].url


def test_where_the_sites_address_is_not_known_links_start_from_the_folder_of_the_files() -> None:
    row = json.loads(files(base="")["data/quotes.json"])[0]
    assert row["link"].startswith("../articles/tide-")


def test_a_day_of_saving_is_not_passed_off_as_the_date() -> None:
    stories = (replace(STORIES[0], published=None), *STORIES[1:])
    assert json.loads(files(stories=stories)["data/quotes.json"])[0]["date_is"] == "saved"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//x.example", "file:///etc/passwd"])
def test_an_address_that_is_no_web_page_is_left_out(url: str) -> None:
    stories = (replace(STORIES[0], url=url), *STORIES[1:])
    assert json.loads(files(stories=stories)["data/quotes.json"])[0]["original"] is None


@pytest.mark.parametrize("text", ["=1+1", "+49 1", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "-", "'=1"])
def test_a_cell_that_would_be_run_as_a_formula_begins_with_an_apostrophe(text: str) -> None:
    (row,) = records(as_csv([{"quotation": text}]))
    assert row["quotation"] in (f"'{text}", text)
    assert row["quotation"].startswith("'")


@pytest.mark.parametrize("text", ["1 = 1", "minus - 5", "a@b", "…", "", "“=1”"])
def test_other_cells_are_verbatim(text: str) -> None:
    assert records(as_csv([{"quotation": text}, {"quotation": "x"}]))[0]["quotation"] == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_what_is_written_can_be_read_back(texts: list[str]) -> None:
    rows = [{"quotation": text, "cue": None} for text in texts]
    assert [row["quotation"].removeprefix("'") for row in records(as_csv(rows))] == [
        text.removeprefix("'") for text in texts
    ]
    assert json.loads(as_json(rows)) == rows


def test_the_csv_is_for_spreadsheets() -> None:
    data = files()["data/quotes.csv"]
    assert data.startswith(b"\xef\xbb\xbfquotation,speaker,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 5
    assert "Inés Okoye".encode() in data


def test_characters_that_no_page_may_hold_are_left_out_of_the_files() -> None:
    quote = replace(ANALYSES[0].quotes[0], text="tide\x00\u202e turns")
    made = files(analyses=(replace(ANALYSES[0], quotes=(quote,)), *ANALYSES[1:]))
    assert json.loads(made["data/quotes.json"])[0]["quotation"] == "tide turns"
    assert all(b"\x00" not in data for data in made.values())


def test_the_script_holds_the_rows_that_the_pages_show() -> None:
    script = files()["quotes/quotes.js"].decode()
    assert script.startswith("showQuotations([")
    rows = json.loads(script.removeprefix("showQuotations(").rstrip().removesuffix(");"))
    assert len(rows) == 4
    assert rows[0][1:3] == ["Ada Quill", "people/ada-quill.html"]
    assert {len(row) for row in rows} == {12}


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert files() == files()


def test_without_a_quotation_there_are_no_files() -> None:
    assert list(downloads(views.open_library(empty(), Options()))) == []
