"""The pages in a real browser: accessible in both colour schemes, never wider than the screen, the scripts at work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.sample import edition
from tests.site.browsing import NEEDS_CHROMIUM, opened, visit
from tests.site.conftest import SITEURL
from tests.site.harness import build
from tests.site.test_structure import KINDS

pytestmark = NEEDS_CHROMIUM
FURTHER = (
    "archive-2.html", "quotes/page-2.html", "people/ada-quill.html", "people/ada-quill/articles-2.html",
    "people/ada-quill/quotations-2.html",
)  # fmt: skip
SMALLEST = 320
WIDTHS = (SMALLEST, 390, 768, 1440, 2560)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SCHEMES: tuple[tuple[Literal["light", "dark"], Mapping[str, object]], ...] = (("light", RULES), ("dark", COLOURS))
"""What is looked at in each: the dark changes nothing but the colours."""
VIOLATIONS = "rules => axe.run(rules).then(found => found.violations.map(v => [v.id, v.nodes.map(n => n.target)]))"


def looks_well(browser: Browser, site: Path, pattern: str, widths: Sequence[int]) -> None:
    """Check a page in both colour schemes at each width."""
    with opened(browser, site, viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        assert visit(page, site, pattern) == []
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        is_well(page, widths)


def is_well(page: Page, widths: Sequence[int]) -> None:
    """Check what an open page shows in both colour schemes at each width."""
    page.evaluate(Axe().axe_script)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        for scheme, rules in SCHEMES if width > SMALLEST else ():
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(VIOLATIONS, rules) == [], (width, scheme)


@pytest.mark.parametrize("pattern", KINDS)
def test_each_kind_of_page_is_accessible_and_fits_the_screen(browser: Browser, published: Path, pattern: str) -> None:
    looks_well(browser, published, pattern, WIDTHS)


@pytest.mark.parametrize("pattern", FURTHER)
def test_further_pages_of_long_lists_are_accessible_and_fit_the_screen(
    browser: Browser, crowd: Path, pattern: str
) -> None:
    looks_well(browser, crowd, pattern, (SMALLEST, 768))


def test_a_title_or_a_speaker_of_one_endless_word_fits_the_smallest_screen(browser: Browser, tmp_path: Path) -> None:
    made = edition()
    endless = tuple(replace(story, title="Tidal" * 60, outlet="Ledger" * 40) for story in made.stories)
    people = tuple(replace(one, name="Quill" * 60) for one in made.entities)
    site = build(replace(made, stories=endless, entities=people), tmp_path, SITEURL)
    with opened(browser, site, viewport={"width": 320, "height": 800}) as context:
        for pattern in (
            "index.html",
            "articles/tide*.html",
            "people/ada-quill.html",
            "quotes/index.html",
            "tags/turbines.html",
            "archive.html",
        ):
            page = context.new_page()
            visit(page, site, pattern)
            for width in (320, 1000):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (pattern, width)


def test_from_a_disk_the_pages_have_their_styles_fonts_and_scripts(browser: Browser, local: Path) -> None:
    troubles: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: troubles.append(request.url))
    for pattern in ("index.html", "articles/tide*.html"):
        (path,) = local.glob(pattern)
        page.goto(path.as_uri())
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Newsreader'))")
        assert page.locator("[data-theme-toggle]").is_visible()
    page.close()
    assert troubles == []


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_the_article_is_set_in_lines_that_can_be_read(browser: Browser, published: Path, width: int) -> None:
    with opened(browser, published, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        visit(page, published, "articles/tide*.html")
        em = "parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)"
        ems = page.evaluate(f"document.querySelector('.text p').getBoundingClientRect().width / {em}")
        assert 14 <= ems <= 31  # at 2.4 characters an em: 34 to 75 characters


def test_the_chosen_theme_is_remembered_from_page_to_page(browser: Browser, published: Path) -> None:
    with opened(browser, published, color_scheme="light") as context:
        page = context.new_page()
        visit(page, published, "index.html")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_role("button", name="Switch to dark colours").click()
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        visit(page, published, "people.html")
        assert light != dark
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
        page.get_by_role("button", name="Switch to light colours").click()
        assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("pattern", KINDS)
def test_without_scripts_each_kind_of_page_shows_all_it_holds_and_no_control_that_does_nothing(
    browser: Browser, published: Path, pattern: str
) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, pattern)
        page.evaluate("document.querySelectorAll('form, button').forEach(e => e.remove())")
        scripted = page.locator("main").inner_text().split()
    with opened(browser, published, java_script_enabled=False) as context:
        page = context.new_page()
        visit(page, published, pattern)
        assert set(scripted) <= set(page.locator("main").inner_text().split())
        assert page.locator("h1").is_visible()
        controls = page.locator("button, input, select, textarea, [role=button]")
        assert controls.filter(visible=True).count() == 0


def test_without_scripts_nothing_is_lost_but_comfort(browser: Browser, published: Path) -> None:
    with opened(browser, published, java_script_enabled=False) as context:
        page = context.new_page()
        visit(page, published, "articles/tide*.html")
        assert page.locator("[data-theme-toggle]").is_hidden()
        page.locator(".ledger summary").click()
        assert page.get_by_text("Photo: the old pier at low tide (Sam Rowe)").is_visible()


def test_a_link_into_an_article_lights_its_paragraph(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, "people/ada-quill.html")
        page.get_by_role("link", name="Paragraph 2 of Old ferry pier to become a tidal power station").click()
        page.locator(":target").wait_for()
        assert page.url.endswith("#p2")
        colours = "['p1', 'p2'].map(id => getComputedStyle(document.getElementById(id)).backgroundColor)"
        plain, lit = page.evaluate(colours)
        assert plain != lit


def test_the_first_tab_stop_leads_past_the_navigation(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, "people/ada-quill.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_the_address_of_a_feed_can_be_copied(browser: Browser, published: Path) -> None:
    with opened(browser, published, permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        visit(page, published, "feeds.html")
        page.get_by_role("button", name="Copy the address of feeds/all.xml").click()
        assert page.evaluate("navigator.clipboard.readText()") == f"{SITEURL}/feeds/all.xml"


def test_on_paper_the_navigation_is_gone_and_the_text_is_dark_on_light(browser: Browser, published: Path) -> None:
    with opened(browser, published, color_scheme="dark") as context:
        page = context.new_page()
        visit(page, published, "articles/tide*.html")
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator("nav.sections").is_hidden()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 25, 22)"
