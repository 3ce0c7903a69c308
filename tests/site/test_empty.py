"""A site says so where it has nothing to show, and holds together all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.sample import edition, empty
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a folder without a usable article."""
    return build(empty(), tmp_path_factory.mktemp("empty"), SITEURL)


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("index.html", "No articles yet"),
        ("archive.html", "No articles yet."),
        ("people.html", "Nobody and nothing found yet."),
        ("organisations.html", "Nobody and nothing found yet."),
        ("connections.html", "No sentence names two people or organisations."),
        ("tags.html", "No subjects yet."),
        ("feeds.html", "No feeds yet"),
        ("quotes/index.html", "No quotations found."),
        ("build-report.html", "Every file became an article."),
    ],
)
def test_an_empty_page_says_that_it_is_empty(bare: Path, page: str, says: str) -> None:
    assert says in "".join(pages.parsed(bare / page).itertext())


def test_without_quotations_there_is_nothing_to_filter_and_nothing_to_download(bare: Path) -> None:
    assert [path.name for path in (bare / "quotes").iterdir()] == ["index.html"]
    assert pages.elements(bare / "quotes/index.html", "form") == []


def test_without_articles_there_is_no_feed_to_lead_to(bare: Path) -> None:
    for path in pages.html_files(bare):
        assert pages.link(path, "alternate") == []
        for address in pages.addresses(path):
            found = pages.target(bare, path, address, SITEURL)
            assert found is None or found[0].is_file(), (path, address)


def test_an_article_that_names_and_quotes_nobody_says_so(tmp_path: Path) -> None:
    made = edition()
    silent = tuple(replace(a, mentions=(), roles=(), quotes=(), summary=()) for a in made.analyses)
    site = build(
        replace(made, analyses=silent, entities=(), tags=(), story_tags=((), (), ()), related=()), tmp_path, SITEURL
    )
    text = "".join(pages.parsed(pages.page(site, "articles/vote*.html")).itertext())
    for says in ("No people, organisations or quotations found in this article.", "Nothing was left out"):
        assert says in text
    assert "In brief" not in text
