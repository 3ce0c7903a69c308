"""The filter of the quotations in a real browser: over all pages, from the web and from a disk, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import NEEDS_CHROMIUM, opened, visit
from tests.site.conftest import SITEURL
from tests.site.crowd import everywhere
from tests.site.harness import build

pytestmark = NEEDS_CHROMIUM
LEDGER = "quotes/index.html"


def matches(page: Page) -> list[str]:
    return page.locator("[data-matches] blockquote").all_inner_texts()


def wait(page: Page, found: str) -> None:
    page.get_by_text(found, exact=True).wait_for()


@pytest.mark.parametrize(
    ("field", "typed", "found"),
    [
        ("Speaker", "okoye", "Nobody asked the harbour what it does at night,"),
        ("Speaker", "INES OKOYE", "Nobody asked the harbour what it does at night,"),
        ("Words", "night harbour", "Nobody asked the harbour what it does at night,"),
        ("Source or article", "courier votes", None),
        ("Words", "turbine", "For three years we saw scrap; it was a turbine hall all along,"),
    ],
)
def test_it_finds_by_speaker_source_and_words(
    browser: Browser, published: Path, field: str, typed: str, found: str | None
) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        assert visit(page, published, LEDGER) == []
        page.get_by_label(field).fill(typed)
        wait(page, f"{1 if found else 0} of 4 quotations")
        assert matches(page) == ([f"“{found}”"] if found else [])
        assert page.locator("[data-unfiltered]").is_hidden()


def test_all_fields_hold_together_and_an_empty_one_asks_for_nothing(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, LEDGER)
        page.get_by_label("Source or article").fill("northfield")
        wait(page, "2 of 4 quotations")
        page.get_by_label("Speaker").fill("brandt")
        wait(page, "1 of 4 quotations")
        page.get_by_role("button", name="Show all").click()
        page.locator("[data-unfiltered]").wait_for()
        assert page.locator("[data-matches]").is_hidden()


def test_a_match_is_the_entry_of_the_list(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, LEDGER)
        listed = page.locator("[data-unfiltered] figure").first.evaluate("e => e.outerHTML")
        page.get_by_label("Words").fill("scrap")
        wait(page, "1 of 4 quotations")
        match = page.locator("[data-matches] figure").evaluate("e => e.outerHTML")
        assert "".join(match.split()) == "".join(listed.split())


def test_an_answer_has_an_address_that_asks_the_same_again(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, LEDGER)
        page.get_by_label("Speaker").fill("Inés Okoye")
        wait(page, "1 of 4 quotations")
        other = context.new_page()
        other.goto(page.url)
        wait(other, "1 of 4 quotations")
        assert other.get_by_label("Speaker").input_value() == "Inés Okoye"
        other.get_by_role("button", name="Show all").click()
        other.locator("[data-unfiltered]").wait_for()
        assert "#" not in other.url


def test_what_somebody_said_is_never_taken_for_markup(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        page = context.new_page()
        visit(page, published, LEDGER)
        page.get_by_label("Words").fill("x")
        row = '["<img src=x onerror=alert(1)> x", "<b>", null, "<i>", "h", "a", 1, "<u>", "o", "2026", "d", "en"]'
        page.wait_for_function("!!window.showQuotations")
        page.wait_for_timeout(200)
        page.evaluate(f"showQuotations([{row}])")
        assert matches(page) == ["“<img src=x onerror=alert(1)> x”"]
        assert page.locator("[data-matches] :is(img, b, i, u)").count() == 0


def test_from_a_disk_it_searches_all_pages_and_not_only_the_one_that_is_shown(browser: Browser, tmp_path: Path) -> None:
    site = build(everywhere(), tmp_path, "")
    page = browser.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto((site / "quotes/page-2.html").as_uri())
    page.get_by_label("Speaker").fill("quill")
    wait(page, "200 of 200 quotations, the newest 100 shown")
    page.get_by_label("Source or article").fill("part 298 of")
    wait(page, "1 of 200 quotations")
    page.locator("[data-matches] .from a").click()
    page.locator(":target").wait_for()
    page.close()
    assert troubles == []


def test_without_scripts_the_list_is_whole_and_the_filter_is_not_there(browser: Browser, published: Path) -> None:
    with opened(browser, published, java_script_enabled=False) as context:
        page = context.new_page()
        visit(page, published, LEDGER)
        assert page.locator("form").is_hidden()
        assert page.locator("figure.quotation").count() == 4
        assert page.get_by_role("link", name="quotes.csv").is_visible()


def test_it_says_so_when_the_quotations_cannot_be_loaded(browser: Browser, published: Path) -> None:
    with opened(browser, published) as context:
        context.route(f"{SITEURL}/quotes/quotes.js", lambda route: route.abort())
        page = context.new_page()
        visit(page, published, LEDGER)
        page.get_by_label("Words").fill("harbour")
        wait(page, "The quotations could not be loaded.")
        assert page.locator("[data-unfiltered]").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_quotation_leads_to_its_paragraph_which_lights_up(
    browser: Browser, published: Path, scheme: str, motion: str
) -> None:
    with opened(browser, published, color_scheme=scheme) as context:
        page = context.new_page()
        page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
        visit(page, published, LEDGER)
        page.get_by_role("link", name="A narrow night for the leader of the council paragraph 3").click()
        page.locator(":target").wait_for()
        page.wait_for_timeout(700)
        assert page.url.endswith("#p3")
        colours = "['p2', 'p3'].map(id => getComputedStyle(document.getElementById(id)).backgroundColor)"
        plain, lit = page.evaluate(colours)
        assert (plain, lit) == ("rgba(0, 0, 0, 0)", {"light": "rgb(251, 231, 184)", "dark": "rgb(68, 53, 16)"}[scheme])
