"""Previews at work: by pointer, keyboard and finger, without a request, and without a script nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site import pages
from tests.site.browsing import NEEDS_CHROMIUM, opened, visit
from tests.site.conftest import SITEURL

pytestmark = NEEDS_CHROMIUM
TIDE = "articles/tide*.html"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@contextmanager
def at(browser: Browser, site: Path, pattern: str = TIDE, **options: object) -> Iterator[Page]:
    """Open a page that must not have any trouble."""
    with opened(browser, site, **options) as context:
        page = context.new_page()
        troubles = visit(page, site, pattern)
        yield page
        assert troubles == []


def name(page: Page) -> Locator:
    """A name in the text."""
    return page.locator(".text").get_by_role("link", name="Ada Quill")


def card(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_a_pointer_on_a_name_shows_who_it_is_with_the_source(browser: Browser, published: Path) -> None:
    with at(browser, published) as page:
        name(page).hover()
        for text in ("Ada Quill", "chief executive, Lumen Works", "The Harbour Ledger, 9 March 2026 ¶1", "2 articles"):
            expect(card(page)).to_contain_text(text)


def test_a_pointer_on_a_title_shows_what_the_article_says(browser: Browser, published: Path) -> None:
    with at(browser, published, "archive.html") as page:
        page.get_by_role("link", name="A narrow night").hover()
        expect(card(page)).to_contain_text("Northfield Courier, 8 March 2026")
        expect(card(page)).to_contain_text("Tomas Brandt will not forget the evening")


def test_showing_a_card_fetches_nothing(browser: Browser, published: Path) -> None:
    with at(browser, published) as page:
        page.wait_for_load_state("networkidle")  # browsers ask for the icon when they like
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        name(page).hover()
        expect(card(page)).to_be_visible()
        assert asked == []


def test_a_card_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(browser: Browser, published: Path) -> None:
    with at(browser, published) as page:
        name(page).hover()
        card(page).hover()
        page.wait_for_timeout(600)
        expect(card(page)).to_be_visible()
        page.locator("h1").hover()
        expect(card(page)).to_be_hidden()


def test_a_pointer_that_only_passes_shows_nothing(browser: Browser, published: Path) -> None:
    with at(browser, published) as page:
        name(page).hover()
        page.locator("h1").hover()
        page.wait_for_timeout(600)
        expect(card(page)).to_be_hidden()


def test_the_keyboard_shows_a_card_that_describes_the_link_and_escape_closes_it(
    browser: Browser, published: Path
) -> None:
    with at(browser, published) as page:
        page.keyboard.press("Tab")
        name(page).focus()
        expect(card(page)).to_contain_text("chief executive")
        assert name(page).get_attribute("aria-describedby") == card(page).get_attribute("id")
        page.keyboard.press("Escape")
        expect(card(page)).to_be_hidden()
        expect(name(page)).to_be_focused()
        assert name(page).get_attribute("aria-describedby") is None


def test_a_card_goes_when_the_focus_moves_on(browser: Browser, published: Path) -> None:
    with at(browser, published) as page:
        page.keyboard.press("Tab")
        name(page).focus()
        expect(card(page)).to_be_visible()
        page.locator(".ledger summary").focus()
        expect(card(page)).to_be_hidden()


def test_the_first_touch_of_a_name_shows_its_card_and_the_second_follows(browser: Browser, published: Path) -> None:
    with at(browser, published, has_touch=True, viewport={"width": 390, "height": 800}) as page:
        name(page).tap()
        expect(card(page)).to_contain_text("chief executive")
        assert "articles/" in page.url
        name(page).tap()
        page.wait_for_url("**/people/ada-quill.html")


def test_a_touch_elsewhere_closes_the_card(browser: Browser, published: Path) -> None:
    with at(browser, published, has_touch=True, viewport={"width": 390, "height": 800}) as page:
        name(page).tap()
        expect(card(page)).to_be_visible()
        page.locator("h1").tap()
        expect(card(page)).to_be_hidden()


def test_a_touch_of_a_headline_follows_at_once(browser: Browser, published: Path) -> None:
    with at(browser, published, "archive.html", has_touch=True, viewport={"width": 390, "height": 800}) as page:
        page.get_by_role("link", name="A narrow night").tap()
        page.wait_for_url("**/articles/vote*.html")


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_is_accessible_and_stays_on_the_screen(
    browser: Browser, published: Path, width: int, scheme: str
) -> None:
    with at(browser, published, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        name(page).hover()
        expect(card(page)).to_be_visible()
        assert Axe().run(page, options=RULES).response["violations"] == []
        box = card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_name_is_a_plain_link(browser: Browser, published: Path) -> None:
    with at(browser, published, java_script_enabled=False) as page:
        name(page).hover()
        assert page.locator(".preview").count() == 0
        name(page).click()
        page.wait_for_url("**/people/ada-quill.html")


def test_each_page_holds_each_card_once_and_only_of_what_it_links(published: Path) -> None:
    for path in pages.html_files(published):
        cards = [str(e.get("data-of")) for e in pages.elements(path, "div") if e.get("data-of")]
        linked = {pages.target(published, path, a, SITEURL) for a in pages.addresses(path)}
        files = {found[0].relative_to(published).as_posix() for found in linked if found}
        assert len(cards) == len(set(cards)), path
        assert set(cards) <= files - {path.relative_to(published).as_posix()}, path
