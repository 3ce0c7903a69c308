"""No file of the site holds more of the articles' text than the setting allows: not eight words in a row, in any."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdigest import views
from newsdigest.text import WITHHELD

from tests.leaks import files, leaks, runs, text_of
from tests.sample import STORIES, edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build


@pytest.fixture(scope="module", params=["excerpt", "none"])
def limited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A site that may not show all, and its setting."""
    setting = str(request.param)
    folder = tmp_path_factory.mktemp(setting)
    return setting, build(edition(), folder, SITEURL, DIGEST_FULL_TEXT=setting, DIGEST_FEED_MIN=2)


def forbidden(setting: str) -> set[tuple[str, ...]]:
    """List the runs of all that stands in the files less those of what the setting lets through."""
    shown = views.republishable(edition(), setting)
    allowed = {run for story in shown.stories for run in runs(story.text.replace(WITHHELD, "•"))}
    titles = {run for story in shown.stories for run in runs(story.title)}
    removed = {run for story in STORIES for one in story.removed for run in runs(one.text)}
    return {run for story in STORIES for run in runs(story.text)} - allowed - titles | removed


def test_no_file_holds_more_than_the_setting_allows(limited: tuple[str, Path]) -> None:
    setting, site = limited
    assert leaks(site, forbidden(setting)) == []


def test_the_search_for_leaks_finds_them_in_a_site_that_shows_all(published: Path) -> None:
    found = {path.split("/")[0] for path, _ in leaks(published, forbidden("none"))}
    assert {"articles", "feeds", "people", "quotes", "index.html"} <= found


def test_nothing_is_shown_of_words_that_are_withheld_not_even_a_gap(limited: tuple[str, Path]) -> None:
    assert len(files(limited[1])) > 20
    assert [path.name for path in files(limited[1]) if WITHHELD in text_of(path)] == []


def test_each_link_still_leads_to_a_paragraph_or_a_page_that_is_there(limited: tuple[str, Path]) -> None:
    site = limited[1]
    for path in pages.html_files(site):
        for address in pages.addresses(path):
            found = pages.target(site, path, address, SITEURL)
            if found:
                assert found[0].exists(), address
                assert not found[1] or pages.parsed(found[0]).find(f".//*[@id='{found[1]}']") is not None, address


def test_an_article_says_what_is_left_out_and_leads_to_the_original(limited: tuple[str, Path]) -> None:
    setting, site = limited
    path = pages.page(site, "articles/tide*.html")
    said = " ".join(pages.texts(path, "p"))
    assert ("Excerpts from the article" in said, "not republished here" in said) == (
        setting == "excerpt",
        setting == "none",
    )
    originals = [a for a in pages.elements(path, "a") if a.get("href") == STORIES[0].url]
    assert "Read the original at The Harbour Ledger" in ["".join(a.itertext()) for a in originals]


def test_where_no_address_is_known_the_file_is_named(limited: tuple[str, Path]) -> None:
    assert "The original is the file rays.txt." in " ".join(
        pages.texts(pages.page(limited[1], "articles/rays*.html"), "p")
    )


def test_names_subjects_dates_and_roles_are_there_with_any_setting(limited: tuple[str, Path]) -> None:
    site = limited[1]
    assert "9 March 2026" in pages.source(pages.page(site, "articles/tide*.html"))
    assert "marine biologist" in pages.source(site / "people/ines-okoye.html")
    assert "turbines" in pages.source(site / "tags/turbines.html")


def test_warnings_which_may_quote_articles_are_not_published(limited: tuple[str, Path], published: Path) -> None:
    assert "did you mean Ada Quill?" in pages.source(published / "build-report.html")
    report = pages.source(limited[1] / "build-report.html")
    assert "Ada Quil" not in report.replace("Ada Quill", "")
    assert "No warnings" not in report


def test_no_page_promises_a_summary_that_it_does_not_have(limited: tuple[str, Path]) -> None:
    setting, site = limited
    told = [pages.meta(site / path, "description") or "" for path in ("index.html", "tags/turbines.html")]
    assert [("summar" in text) for text in told] == [setting == "excerpt"] * 2
    assert "in its sentence" not in (pages.meta(site / "people/ada-quill.html", "description") or "")
