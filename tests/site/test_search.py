"""The search in a real browser: it finds what is there, leads to the very paragraph, and can be linked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sample import STORIES, edition
from tests.site.browsing import NEEDS_CHROMIUM, opened
from tests.site.conftest import SITEURL
from tests.site.harness import build

pytestmark = NEEDS_CHROMIUM
SEARCH = "search.html"


@contextmanager
def searching(browser: Browser, site: Path, question: str = "", **options: object) -> Iterator[Page]:
    """Open the search, which must go without any trouble."""
    with opened(browser, site, **options) as context:
        page = context.new_page()
        troubles: list[str] = []
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(f"{SITEURL}/{SEARCH}?{question}")
        expect(page.locator("[data-results]")).to_have_attribute("aria-busy", "false")
        yield page
        assert troubles == []


def found(page: Page, told: str) -> None:
    """Wait until this is told of the results."""
    expect(page.get_by_role("status")).to_have_text(told)


def ask(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


@pytest.mark.parametrize(
    ("words", "told", "leads"),
    [
        ("scrap", "1 article, 1 quotation", "articles/tide-5f05ed60.html#p2"),
        ("quill", "1 person, 2 articles, 1 quotation", "people/ada-quill.html"),
        ("INES", "1 person, 2 articles, 1 quotation", "people/ines-okoye.html"),
        ("chief executive", "1 person, 1 article", "people/ada-quill.html"),
        ("lumen", "1 person, 1 organisation, 3 articles", "people/ada-quill.html"),
        ("turbines", "1 subject, 2 articles, 1 quotation", "tags/turbines.html"),
        ("rosa lind", "1 article", "articles/tide-5f05ed60.html"),
        ("“friends and i counted votes”", "1 article, 1 quotation", "articles/vote-2210c530.html#p2"),
        ("nowhere", "Nothing found.", None),
    ],
)
def test_it_finds_articles_names_subjects_and_quotations(
    browser: Browser, published: Path, words: str, told: str, leads: str | None
) -> None:
    with searching(browser, published) as page:
        ask(page, words)
        found(page, told)
        links = page.locator("[data-results] li a")
        if leads:
            assert links.first.get_attribute("href") == f"{SITEURL}/{leads}"
        else:
            assert links.count() == 0
            expect(page.get_by_role("link", name="The archive")).to_be_visible()


def test_what_was_found_is_marked_in_the_title_and_in_its_paragraph(browser: Browser, published: Path) -> None:
    with searching(browser, published, "q=pier") as page:
        found(page, "1 article")
        assert page.locator("[data-results] h3 mark").all_inner_texts() == ["pier"]
        assert page.locator(".search-excerpt mark").all_inner_texts() == ["pier"]
        assert page.locator(".search-excerpt").inner_text().startswith("Lumen Works will build a tidal power station")


def test_a_result_leads_to_its_paragraph_which_lights_up(browser: Browser, published: Path) -> None:
    with searching(browser, published, "q=northern+berth") as page:
        found(page, "1 article")
        page.get_by_role("link", name="Old ferry pier").click()
        page.locator(":target").wait_for()
        assert "northern berth" in page.locator(":target").inner_text()


def test_a_long_paragraph_is_shown_around_what_was_found(browser: Browser, tmp_path: Path) -> None:
    made = edition()
    story = replace(STORIES[2], paragraphs=(replace(STORIES[2].paragraphs[0], text="one two " * 60 + "Herons! " * 2),))
    bare = replace(made.analyses[2], sentences=(), mentions=(), roles=(), quotes=(), summary=())
    site = build(
        replace(made, stories=(story,), analyses=(bare,), story_tags=((),), entities=(), tags=(), related=()),
        tmp_path, SITEURL,
    )  # fmt: skip
    with searching(browser, site, "q=heron") as page:
        found(page, "1 article")
        assert page.locator(".search-excerpt").inner_text() == "… " + "one two " * 19 + "Herons! Herons!"
        assert page.locator(".search-excerpt mark").all_inner_texts() == ["Herons", "Herons"]


def test_results_are_grouped_and_a_group_can_be_seen_whole(browser: Browser, crowd: Path) -> None:
    with searching(browser, crowd, "q=turbines") as page:
        found(page, "200 articles, 200 quotations")
        assert page.locator("[data-results] h2").all_inner_texts() == ["200 articles", "200 quotations"]
        assert page.locator("[data-results] li").count() == 16
        page.get_by_role("button", name="Show all 200 quotations").click()
        found(page, "200 quotations")
        assert page.locator("[data-results] li").count() == 25
        page.get_by_role("button", name="Show more").click()
        expect(page.locator("[data-results] li")).to_have_count(50)
        assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('li:has(figure)')[25]")


def test_an_answer_can_be_narrowed_down_and_widened_again(browser: Browser, published: Path) -> None:
    with searching(browser, published, "q=harbour") as page:
        found(page, "1 person, 1 organisation, 3 articles, 1 quotation")
        page.get_by_label("Source").select_option("Northfield Courier")
        found(page, "1 article, 1 quotation")
        assert page.get_by_label("Source").locator("option").all_inner_texts() == [
            "Any", "Northfield Courier", "The Harbour Ledger",
        ]  # fmt: skip
        assert page.get_by_label("Person").locator("option").all_inner_texts() == ["Any", "Inés Okoye", "Tomas Brandt"]
        page.get_by_label("Person").select_option("Inés Okoye")
        page.get_by_label("Quotations").check()
        found(page, "1 quotation")
        assert (
            page.url == f"{SITEURL}/{SEARCH}?q=harbour&kind=quotation&source=Northfield+Courier&person=In%C3%A9s+Okoye"
        )
        page.get_by_role("button", name="Clear").click()
        found(page, "")
        assert page.url == f"{SITEURL}/{SEARCH}"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("person=Tomas+Brandt", "1 person, 2 articles, 2 quotations"),
        ("tag=turbines&kind=article", "2 articles"),
        ("year=2026", "2 articles, 4 quotations"),
        ("source=The+Harbour+Ledger&q=okoye", "Nothing found."),
        ("kind=organisation", "2 organisations"),
        ("person=Nobody", "Nothing found."),
        ("kind=nonsense&order=nonsense", ""),
    ],
)
def test_a_question_stands_in_the_address_with_or_without_words(
    browser: Browser, published: Path, question: str, told: str
) -> None:
    with searching(browser, published, question) as page:
        found(page, told)


def test_the_newest_can_come_first(browser: Browser, crowd: Path) -> None:
    with searching(browser, crowd, "q=plan&kind=article") as page:
        found(page, "300 articles")
        page.get_by_label("Order").select_option("Newest")
        expect(page.locator("[data-results] h3").first).to_contain_text("part 0 of")
        assert "part 24 of" in page.locator("[data-results] h3").last.inner_text()


def test_what_stands_in_a_source_is_never_taken_for_markup(browser: Browser, tmp_path: Path) -> None:
    made = edition()
    evil = "<img src=x onerror=alert(1)> <mark>pier</mark>"
    block = replace(STORIES[0].paragraphs[3], text=STORIES[0].paragraphs[3].text + f" {evil}")
    story = replace(STORIES[0], title=evil, outlet="<b>Ledger</b>", paragraphs=(*STORIES[0].paragraphs[:3], block))
    site = build(replace(made, stories=(story, *STORIES[1:])), tmp_path, SITEURL)
    with searching(browser, site, "q=onerror") as page:
        found(page, "1 article")
        assert page.locator("[data-results] h3").inner_text() == evil
        assert page.locator("[data-results] :is(img, b)").count() == 0


def test_all_languages_are_found_and_each_text_tells_its_own(browser: Browser, tmp_path: Path) -> None:
    made = edition()
    foreign = replace(STORIES[1], lang="fr", title="Une nuit étroite au conseil")
    site = build(replace(made, stories=(STORIES[0], foreign, STORIES[2])), tmp_path, SITEURL)
    with searching(browser, site, "q=etroite") as page:
        found(page, "1 article")
        assert page.locator("[data-results] h3").get_attribute("lang") == "fr"


def test_only_what_may_be_republished_is_found(browser: Browser, tmp_path: Path) -> None:
    site = build(edition(), tmp_path, SITEURL, DIGEST_FULL_TEXT="none")
    with searching(browser, site, "q=scrap") as page:
        found(page, "Nothing found.")
        ask(page, "ferry")
        found(page, "1 article")
        assert page.locator(".search-excerpt").count() == 0
