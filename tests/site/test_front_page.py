"""The front page as readers see it: one text once, with its other outlets; the lead with a voice; nothing empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from newsdigest import views

from tests.sample import STORIES, edition
from tests.site import pages
from tests.site.conftest import SITEURL

TIDE, VOTE, RAYS = (f"{SITEURL}/{views.story_path(story)}" for story in STORIES)


@pytest.fixture
def carried(build_site: Callable[..., Path]) -> Path:
    """The sample, as if the first two articles gave the same text."""
    made = edition()
    return build_site(replace(made, versions=((STORIES[0].id, STORIES[1].id),))) / "index.html"


def headlines(page: Path) -> list[str]:
    """The addresses of the headlines, in order."""
    found = [e for level in ("h2", "h3") for e in pages.elements(page, level) if "headline" in e.get("class", "")]
    return [e.get("href", "") for headline in found for e in headline.iter(f"{pages.XHTML}a")]


def test_versions_of_one_text_have_one_headline_and_a_line_that_leads_to_the_others(carried: Path) -> None:
    assert headlines(carried) == [TIDE, RAYS]
    (line,) = [e for e in pages.elements(carried, "p") if e.get("class") == "also"]
    assert " ".join("".join(line.itertext()).split()) == "Also in Northfield Courier"
    assert [e.get("href") for e in line.iter(f"{pages.XHTML}a")] == [VOTE]


def test_without_versions_there_is_no_such_line(published: Path) -> None:
    assert headlines(published / "index.html") == [TIDE, VOTE, RAYS]
    assert not [e for e in pages.elements(published / "index.html", "p") if e.get("class") == "also"]


def test_the_lead_stands_with_a_quotation_of_its_own(published: Path) -> None:
    lead = next(e for e in pages.elements(published / "index.html", "article") if "lead-card" in e.get("class", ""))
    (said,) = lead.iter(f"{pages.XHTML}blockquote")
    assert "".join(said.itertext()).strip().strip("“”") in STORIES[0].text


def test_without_quotations_the_lead_stands_alone_and_no_section_is_empty(build_site: Callable[..., Path]) -> None:
    made = edition()
    silent = tuple(replace(analysis, quotes=()) for analysis in made.analyses)
    page = build_site(replace(made, analyses=silent)) / "index.html"
    assert headlines(page)[0] == TIDE
    assert pages.elements(page, "blockquote") == []
    assert "In their words" not in pages.texts(page, "h2")
