"""The search by keyboard, without scripts, from a disk, on a server at home, and when its index is not there."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browsing import NEEDS_CHROMIUM, opened, visit
from tests.site.conftest import SITEURL
from tests.site.test_browser import WIDTHS, is_well
from tests.site.test_search import SEARCH, ask, found, searching

pytestmark = NEEDS_CHROMIUM
SHIFT = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) sum += one.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => tell(sum), 100);
})"""


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.name || ''"))


@pytest.mark.parametrize("pattern", ["index.html", "articles/tide*.html", "quotes/index.html"])
def test_a_slash_leads_from_every_page_to_the_field(browser: Browser, published: Path, pattern: str) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, pattern)
        page.keyboard.press("/")
        page.wait_for_url(f"{SITEURL}/{SEARCH}")
        expect(page.get_by_role("searchbox")).to_be_focused()
        assert page.get_by_role("searchbox").input_value() == ""


def test_a_slash_that_somebody_writes_is_a_slash(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, "quotes/index.html")
        page.get_by_label("Words").press("/")
        assert page.get_by_label("Words").input_value() == "/"
        assert page.url.startswith(f"{SITEURL}/quotes/")


def test_arrows_go_through_the_results_and_escape_clears(browser: Browser, published: Path) -> None:
    with searching(browser, published) as page:
        ask(page, "brandt")
        found(page, "1 person, 2 articles, 2 quotations")
        page.keyboard.press("ArrowDown")
        assert focused(page) == f"{SITEURL}/people/tomas-brandt.html"
        page.keyboard.press("ArrowDown")
        assert focused(page).startswith(f"{SITEURL}/articles/")
        for _ in range(9):
            page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement === [...document.querySelectorAll('[data-results] li a')].at(-1)")
        for _ in range(5):
            page.keyboard.press("ArrowUp")
        assert focused(page) == "q"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("/")
        assert focused(page) == "q"
        page.keyboard.press("Escape")
        found(page, "")
        assert page.get_by_role("searchbox").input_value() == ""
        assert page.locator("[data-results] li").count() == 0


def test_enter_opens_the_result_and_going_back_shows_the_answer_again(browser: Browser, published: Path) -> None:
    with searching(browser, published) as page:
        ask(page, "okoye")
        page.keyboard.press("Enter")
        found(page, "1 person, 2 articles, 1 quotation")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{SITEURL}/people/ines-okoye.html")
        page.go_back()
        found(page, "1 person, 2 articles, 1 quotation")
        assert page.get_by_role("searchbox").input_value() == "okoye"


def test_results_are_accessible_in_both_schemes_and_fit_every_screen(browser: Browser, published: Path) -> None:
    with searching(browser, published, "q=harbour") as page:
        found(page, "1 person, 1 organisation, 3 articles, 1 quotation")
        is_well(page, WIDTHS)


@pytest.mark.parametrize("question", ["", "q=harbour"])
def test_nothing_jumps_while_the_page_loads(browser: Browser, published: Path, question: str) -> None:
    with searching(browser, published, question, viewport={"width": 1280, "height": 800}) as page:
        expect(page.get_by_label("Year").locator("option")).to_have_count(2)
        assert page.evaluate(SHIFT) < 0.02


def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, published: Path) -> None:
    with opened(browser, published, java_script_enabled=False) as context:
        page = context.new_page()
        visit(page, published, "index.html")
        page.get_by_role("link", name="Search").click()
        page.wait_for_url(f"{SITEURL}/{SEARCH}")
        expect(page.locator("form")).to_be_hidden()
        expect(page.locator("noscript p")).to_be_visible()
        page.get_by_role("link", name="The archive").click()
        page.wait_for_url(f"{SITEURL}/archive.html")


def test_from_a_disk_it_says_that_it_cannot_search_and_leads_to_the_lists(browser: Browser, local: Path) -> None:
    page = browser.new_page()
    page.goto((local / SEARCH).as_uri())
    found(page, "From a disk, browsers do not let a page search. The lists below hold everything.")
    assert page.locator("form").is_hidden()
    page.get_by_role("link", name="The archive").click()
    page.wait_for_url("**/archive.html")
    page.close()


def test_a_site_built_for_no_address_is_searched_wherever_it_is_served(browser: Browser, local: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(local.parent)))
    Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/{local.name}"
    page = browser.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    try:
        page.goto(f"{root}/{SEARCH}?q=scrap")
        found(page, "1 article, 1 quotation")
        page.locator("[data-results] a").first.click()
        page.wait_for_url(f"{root}/articles/tide-5f05ed60.html#p2")
    finally:
        page.close()
        server.shutdown()
        server.server_close()
    assert troubles == []


@pytest.mark.parametrize("lost", ["facets.json", "pagefind.js", "pagefind-entry.json"])
def test_without_its_index_it_says_so_and_leads_to_the_lists(browser: Browser, published: Path, lost: str) -> None:
    with opened(browser, published) as context:
        context.route(f"{SITEURL}/pagefind/{lost}**", lambda route: route.fulfill(status=404, body=""))
        page = context.new_page()
        visit(page, published, SEARCH)
        found(page, "The search could not be loaded. The lists below hold everything.")
        assert page.locator("form").is_hidden()
        assert page.get_by_role("link", name="The archive").is_visible()
