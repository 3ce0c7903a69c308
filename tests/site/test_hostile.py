"""Addresses and titles of others lead nowhere but to the web, and never reach the name of a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from newsdigest.model import StoryId

from tests.sample import STORIES, edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " https://x.example", "//x.example"])
def test_an_address_that_is_no_web_page_is_not_linked(tmp_path: Path, address: str) -> None:
    made = edition()
    first = replace(made.stories[0], url=address)
    site = build(replace(made, stories=(first, *made.stories[1:])), tmp_path, SITEURL)
    path = pages.page(site, "articles/tide*.html")
    assert all(a.startswith((SITEURL, "#", "../")) for a in pages.addresses(path))
    assert not [e for e in pages.elements(path, "a") if "original" in (e.get("class") or "")]


@pytest.mark.parametrize("title", ["🎉🎉", "../../etc/passwd", "x" * 300, "", "con.html", "新聞" * 200, "a/b\\c?d#e"])
def test_no_title_reaches_the_name_of_a_file(tmp_path: Path, title: str) -> None:
    made = edition()
    first = replace(made.stories[0], title=title, id=StoryId("0" * 36))
    analyses = (replace(made.analyses[0], story_id=first.id), *made.analyses[1:])
    lonely = replace(made, stories=(first, *made.stories[1:]), analyses=analyses, entities=(), tags=(), related=())
    site = build(replace(lonely, story_tags=((), (), ())), tmp_path, SITEURL)
    names = sorted(path.name for path in (site / "articles").iterdir())
    assert len(names) == len(STORIES)
    assert "000000000000.html" in names
    assert {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*.html")} == {"output"}
