"""Text of others runs nothing in a real browser, even without the policy: no page, filter, card or search."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.hostile.poison import ADDRESSES, HOST, PAYLOADS, Field, poisoned
from tests.hostile.test_every_field import site_of, whole
from tests.site import pages
from tests.site.browsing import NEEDS_CHROMIUM, opened, started
from tests.site.conftest import SITEURL

pytestmark = NEEDS_CHROMIUM
SPY = "globalThis.ran = []; globalThis.zqx = () => { ran.push(location.href); };"
"""What the payloads would call."""
STRANGERS = (
    "main img, svg[onload], [onmouseover], [onfocus], [onerror], iframe, object, embed, "
    "script:not([src]):not([type='application/ld+json'])"
)
SEEN = f"""[...document.querySelectorAll('template')].map(one => one.content).concat(document)
    .reduce((found, one) => found + one.querySelectorAll(`{STRANGERS}`).length, 0)"""
"""How many elements there are that none of our pages has, in the cards too."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def poison(field: Field, text: str) -> str:
        return f"{HOST if field in ADDRESSES else ''}{PAYLOADS[0]}{PAYLOADS[1]}{text}"

    return site_of(poisoned(whole(), poison), tmp_path_factory.mktemp("browser"), poison)


@contextmanager
def watched(browser: Browser, site: Path) -> Iterator[Page]:
    """Give a page without the protection of its policy; nothing may run, open or be asked for on it."""
    with opened(browser, site, bypass_csp=True) as context:
        context.add_init_script(SPY)
        context.route("**/*.{css,woff2}", lambda route: route.fulfill(status=200, body=""))  # takes time to no purpose
        page = context.new_page()
        troubles: list[str] = []
        page.on("console", lambda message: troubles.append(message.text))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("popup", lambda popup: troubles.append(popup.url))
        page.on("request", lambda one: None if one.url.startswith(f"{SITEURL}/") else troubles.append(one.url))
        yield page
        assert troubles == []


def opened_harmlessly(page: Page, path: str) -> None:
    """Open a page, and all that opens on it."""
    page.goto(f"{SITEURL}/{path}", wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    harmless(page)


def harmless(page: Page) -> None:
    """Hold that nothing has run, and that nothing is on the page that could."""
    assert page.evaluate("ran") == [], page.url
    assert page.evaluate(SEEN) == 0, page.url


def test_the_watch_sees_what_it_is_for(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<main>{PAYLOADS[0]}</main>", encoding="utf-8")
    with opened(browser, tmp_path, bypass_csp=True) as context:
        context.add_init_script(SPY)
        page = context.new_page()
        page.goto(f"{SITEURL}/index.html", wait_until="load")
        assert page.evaluate("ran.length") > 1
        assert page.evaluate(SEEN) > 2


def test_no_page_runs_anything(browser: Browser, site: Path) -> None:
    with watched(browser, site) as page:
        for path in pages.html_files(site):
            if not any(meta.get("http-equiv") == "refresh" for meta in pages.elements(path, "meta")):
                opened_harmlessly(page, path.relative_to(site).as_posix())


def test_cards_filter_and_search_run_nothing(browser: Browser, site: Path) -> None:
    with watched(browser, site) as page:
        opened_harmlessly(page, "archive.html")
        page.locator("main a[href*='articles/']").first.hover()
        expect(page.get_by_role("tooltip")).to_be_visible()
        harmless(page)
        opened_harmlessly(page, "quotes/index.html")
        page.get_by_label("Words").fill("harbour")
        expect(page.locator("[data-matches] blockquote").first).to_be_visible()
        harmless(page)
        opened_harmlessly(page, "search.html?q=turbine")
        expect(page.locator("[data-results] li").first).to_be_visible()
        harmless(page)
