"""The page generator writes every page that the views list, beside Pelican's own, whatever the addresses are."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdigest import views
from newsdigest.options import Options
from pelican.settings import read_settings

from tests.sample import edition
from tests.site import pages
from tests.site.harness import ROOT, build

SITEURL = "https://user.github.io/repo"
ABOUT = """<html><head><title>About us</title><meta name="description" content="Who reads here."></head>
<body><p>We read.</p></body></html>"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A site with a page that somebody wrote by hand."""
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/about.html").write_text(ABOUT, encoding="utf-8")
    return build(edition(), tmp_path, SITEURL)


def built(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in pages.html_files(site)}


def test_the_pages_are_those_of_the_views_and_the_articles(tmp_path: Path) -> None:
    library = views.open_library(edition(), Options(), SITEURL)
    expected = {page.path for page in views.pages(library)} | {views.story_path(s) for s in edition().stories}
    assert built(build(edition(), tmp_path, SITEURL)) == expected


def test_a_page_written_by_hand_looks_like_the_others(written: Path) -> None:
    page = written / "pages/about.html"
    assert pages.texts(page, "h1") == ["About us"]
    assert pages.meta(page, "description") == "Who reads here."
    assert "We read." in pages.texts(page, "p")
    assert pages.link(page, "canonical") == [f"{SITEURL}/pages/about.html"]


def test_a_page_written_by_hand_is_linked_from_every_foot_and_listed_for_search_engines(written: Path) -> None:
    for path in pages.html_files(written):
        assert f"{SITEURL}/pages/about.html" in set(pages.addresses(path)), path
    assert f"<loc>{SITEURL}/pages/about.html</loc>" in pages.source(written / "sitemap.xml")


def test_relative_addresses_are_used_where_asked_for_but_not_on_the_page_for_what_is_not_there(tmp_path: Path) -> None:
    site = build(edition(), tmp_path, SITEURL, RELATIVE_URLS=True)
    page = pages.page(site, "people/ada-quill.html")
    assert "../theme/main.css" in pages.link(page, "stylesheet")
    assert pages.link(page, "canonical") == [f"{SITEURL}/people/ada-quill.html"]
    assert pages.link(site / "404.html", "stylesheet") == [f"{SITEURL}/theme/main.css"]


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = (build(edition(), tmp_path / name, SITEURL) for name in "ab")
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    assert [f for f in files if (first / f).read_bytes() != (second / f).read_bytes()] == []


def test_settings_name_the_site_and_its_options(tmp_path: Path) -> None:
    site = build(edition(), tmp_path, SITEURL, SITENAME="Harbour & Co", SITESUBTITLE="", DIGEST_FEED_MIN=7)
    assert pages.texts(site / "index.html", "title") == ["Harbour & Co"]
    assert "from 7 articles on" in "".join(pages.parsed(site / "feeds.html").itertext())


def test_the_settings_file_shows_the_pipeline_in_order_and_switches_pelicans_own_pages_off() -> None:
    settings = read_settings(str(ROOT / "pelican.conf.py"))
    assert settings["PLUGINS"] == [
        "digest_templates",
        "digest_reader",
        "digest_analysis",
        "digest_pages",
        "digest_search",
        "digest_feeds",
    ]
    assert [
        name for name, value in settings.items() if "FEED_" in name and name.endswith(("ATOM", "RSS")) and value
    ] == []
    assert settings["DIRECT_TEMPLATES"] == []
    assert settings["JINJA_ENVIRONMENT"]["autoescape"] is True
    assert settings["RELATIVE_URLS"] is (not settings["SITEURL"])
