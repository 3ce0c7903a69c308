"""The search of a large site, whose index is made in parts: in the browser it is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdigest import views
from playwright.sync_api import Browser

from tests.sample import edition
from tests.site.browsing import NEEDS_CHROMIUM
from tests.site.conftest import SITEURL
from tests.site.harness import build
from tests.site.test_search import ask, found, searching

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, its index made in parts."""
    with pytest.MonkeyPatch.context() as many:
        many.setattr(views, "search_parts_of", lambda total: total)
        return build(edition(), tmp_path_factory.mktemp("divided"), SITEURL)


def test_the_records_of_the_sample_lie_in_several_parts(divided: Path) -> None:
    ids = {path.stem.rpartition("-")[2] for path in (divided / "pagefind" / "fragment").iterdir()}
    assert len(ids) > 4


@pytest.mark.parametrize(
    "question",
    [
        "q=quill",
        "q=INES",
        "q=chief+executive",
        "q=harbour&source=Northfield+Courier",
        "q=turbines",
        "q=turbines&kind=article&order=newest",
        "q=rosa+lind",
        "q=rosa+nowhere",
        "q=%E2%80%9Cfriends+and+i+counted+votes%E2%80%9D",
        "q=nowhere",
        "person=Tomas+Brandt",
        "q=okoye&person=In%C3%A9s+Okoye&year=2026",
    ],
)
def test_what_lies_in_different_parts_is_found_as_in_one(
    browser: Browser, published: Path, divided: Path, question: str
) -> None:
    told = []
    for site in (published, divided):
        with searching(browser, site, question) as page:
            text = page.get_by_role("status").inner_text()
            links = [link.get_attribute("href") for link in page.locator("[data-results] li a").all()]
            marks = page.locator("[data-results] mark").all_inner_texts()
            values = page.locator("select option").all_inner_texts()
            told.append((text, sorted(map(str, links)), sorted(marks), values))
    assert told[0] == told[1]


def test_names_tell_how_many_articles_they_have(browser: Browser, divided: Path) -> None:
    with searching(browser, divided, "q=quill") as page:
        found(page, "1 person, 2 articles, 1 quotation")
        assert page.locator(".entity .count").inner_text().split() == ["2", "articles"]
        ask(page, "turbines")
        found(page, "1 subject, 2 articles, 1 quotation")
        assert page.locator(".entity .count").inner_text().split() == ["2", "articles"]
