"""Made for reading: the length of a line, what paper shows, and colours around the page that go with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser

from tests.site.browsing import NEEDS_CHROMIUM, opened, visit
from tests.site.town import town

pytestmark = NEEDS_CHROMIUM
LINES = """() => {
  const range = document.createRange(), lines = [];
  for (const block of document.querySelectorAll(".text p")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let top = null, count = 0;
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.length; at += 1) {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (top !== null && box.top > top + 8) { lines.push(count); count = 0; }
        top = box.top;
        count += 1;
      }
    }
  }
  return lines;
}"""
"""Gives the number of characters of each line but the last ones of paragraphs."""


def test_a_line_of_an_article_has_65_to_75_characters(browser: Browser, build_site: Callable[..., Path]) -> None:
    made = town()
    one = replace(made, stories=made.stories[:1], analyses=made.analyses[:1], story_tags=((),))
    site = build_site(replace(one, entities=(), tags=(), related=()))
    with opened(browser, site, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        visit(page, site, "articles/*.html")
        lines = page.evaluate(LINES)
    assert len(lines) > 20
    assert 65 <= sum(lines) / len(lines) <= 75


def test_the_summary_is_as_wide_as_the_text_below_it(browser: Browser, published: Path) -> None:
    with opened(browser, published, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        visit(page, published, "articles/tide*.html")
        widths = "['.brief', '.text'].map(s => Math.round(document.querySelector(s).getBoundingClientRect().width))"
        brief, text = page.evaluate(widths)
        assert brief == text


def test_paper_shows_what_the_screen_folds_except_what_cleaning_took_out(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, "articles/tide*.html")
        page.evaluate("document.querySelector('.story-side').append(document.createElement('details'))")
        page.emulate_media(media="print")
        for name, seen in ((".story-side details", "visible"), (".ledger", "hidden")):
            style = f"getComputedStyle(document.querySelector('{name}'), '::details-content').contentVisibility"
            assert page.evaluate(style) == seen


def test_the_colour_of_the_browser_goes_with_the_chosen_theme(browser: Browser, published: Path) -> None:
    with opened(browser, published, color_scheme="light") as context:
        page = context.new_page()
        visit(page, published, "index.html")
        page.get_by_role("button", name="Switch to dark colours").click()
        colours = "[...document.querySelectorAll('meta[name=theme-color]')].map(e => e.content)"
        assert set(page.evaluate(colours)) == {page.evaluate("getComputedStyle(document.body).backgroundColor")}
