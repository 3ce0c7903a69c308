"""The ledger of quotations as it is built: found from every page, whole without a script, and to be taken away."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.site import pages
from tests.site.conftest import SITEURL

LEDGER = "quotes/index.html"
WORDS = "Nobody asked the harbour what it does at night,"


def entry(site: Path, words: str) -> list[tuple[str, str]]:
    """The links of one quotation: address, text."""
    found = [e for e in pages.elements(site / LEDGER, "figure") if words in "".join(e.itertext())]
    (figure,) = found
    links = figure.iter(f"{pages.XHTML}a")
    return [(a.get("href", ""), " ".join("".join(a.itertext()).split())) for a in links]


def test_each_page_leads_to_it_from_its_head_and_its_foot(published: Path) -> None:
    for path in pages.html_files(published):
        links = [a.get("href") for a in pages.elements(path, "a")]
        assert links.count(f"{SITEURL}/{LEDGER}") >= 2, path


def test_the_front_page_leads_to_it_from_the_voices(published: Path) -> None:
    assert "All quotations: who said what" in pages.texts(published / "index.html", "a")


def test_it_is_listed_for_search_engines_by_its_folder(published: Path) -> None:
    assert f"<loc>{SITEURL}/quotes/</loc>" in pages.source(published / "sitemap.xml")


def test_each_entry_leads_to_its_speaker_and_to_its_paragraph(published: Path) -> None:
    speaker, source = entry(published, WORDS)
    assert speaker == (f"{SITEURL}/people/ines-okoye.html", "Inés Okoye")
    assert source[0].startswith(f"{SITEURL}/articles/vote-")
    assert source[0].endswith("#p3")
    assert source[1] == "A narrow night for the leader of the council ¶paragraph 3"


def test_the_words_stand_between_quotation_marks_in_the_language_of_the_article(published: Path) -> None:
    (said,) = [e for e in pages.elements(published / LEDGER, "p") if "".join(e.itertext()) == f"“{WORDS}”"]
    assert (said.get("lang"), said.get("dir")) == ("en", "auto")


def test_the_filter_has_its_place_from_the_start_so_that_nothing_moves_when_the_script_comes(published: Path) -> None:
    (form,) = pages.elements(published / LEDGER, "form")
    assert form.get("hidden") is None
    assert form.get("data-filter") == f"{SITEURL}/quotes/quotes.js"


@pytest.mark.parametrize("name", ["quotes.csv", "quotes.json"])
def test_the_files_are_offered_and_exist(published: Path, name: str) -> None:
    (link,) = [e for e in pages.elements(published / LEDGER, "a") if e.get("download") is not None
               and "".join(e.itertext()) == name]  # fmt: skip
    found = pages.target(published, published / LEDGER, link.get("href", ""), SITEURL)
    assert found is not None
    assert found[0].stat().st_size > 500


def test_the_files_hold_what_the_page_shows(published: Path) -> None:
    rows = json.loads(pages.source(published / "data/quotes.json"))
    cells = list(csv.DictReader(StringIO((published / "data/quotes.csv").read_bytes().decode("utf-8-sig"))))
    shown = [text.removeprefix("“").removesuffix("”") for text in pages.texts(published / LEDGER, "blockquote")]
    assert [row["quotation"] for row in rows] == [cell["quotation"] for cell in cells] == shown


def test_the_links_in_the_files_lead_into_the_site_as_it_is_published(published: Path) -> None:
    for row in json.loads(pages.source(published / "data/quotes.json")):
        found = pages.target(published, published / LEDGER, row["link"], SITEURL)
        assert found is not None
        file, fragment = found
        assert any(e.get("id") == fragment for e in pages.parsed(file).iter())


def test_at_home_the_links_in_the_files_lead_from_their_folder_into_the_site(local: Path) -> None:
    for row in json.loads(pages.source(local / "data/quotes.json")):
        assert (local / "data" / row["link"].partition("#")[0]).resolve().is_file()
