"""Every page that is built is sound HTML, whole, described, and linked to pages that exist."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.site import pages
from tests.site.conftest import SITEURL

KINDS = (
    "index.html", "archive.html", "tags.html", "people.html", "organisations.html", "feeds.html", "404.html",
    "quotes/index.html", "search.html", "connections.html", "data/index.html",
    "build-report.html", "articles/tide*.html", "articles/rays*.html", "tags/turbines.html",
    "people/ada-quill.html", "organisations/lumen-works.html",
)  # fmt: skip


@pytest.mark.parametrize("pattern", KINDS)
def test_each_kind_of_page_is_built_and_parses_without_an_error(published: Path, pattern: str) -> None:
    assert pages.parsed(pages.page(published, pattern)) is not None


def test_each_page_has_one_main_heading_and_a_language(published: Path) -> None:
    for path in pages.html_files(published):
        assert len(pages.elements(path, "h1")) == 1, path
        assert pages.parsed(path).get("lang") == "en"
        assert len(pages.elements(path, "main")) == 1


def test_heading_levels_are_never_skipped(published: Path) -> None:
    for path in pages.html_files(published):
        levels = [int(e.tag[-1]) for e in pages.parsed(path).iter() if re.fullmatch(r".*\}h[1-6]", str(e.tag))]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, path


INLINE = frozenset("a abbr b cite code i em q small span strong time".split())


def test_words_of_neighbouring_elements_do_not_run_together_without_a_stylesheet(published: Path) -> None:
    met = 0
    for path in pages.html_files(published):
        for parent in pages.parsed(path).iter():
            for one, two in pairwise(parent):
                if {str(e.tag).rpartition("}")[2] for e in (one, two)} <= INLINE and not one.tail:
                    met += 1
                    touching = "".join(one.itertext())[-1:] + "".join(two.itertext())[:1]
                    assert not re.fullmatch(r"\w\w", touching), (path, "".join(one.itertext()), "".join(two.itertext()))
    assert met  # elements that touch, but not with their words


def test_no_id_stands_twice_on_a_page(published: Path) -> None:
    for path in pages.html_files(published):
        ids = Counter(e.get("id") for e in pages.parsed(path).iter() if e.get("id"))
        assert not [i for i, n in ids.items() if n > 1], path


def test_each_title_and_description_says_something_of_its_own(published: Path) -> None:
    files = pages.html_files(published)
    titles = Counter(pages.texts(path, "title")[0] for path in files)
    assert not [title for title, n in titles.items() if n > 1]
    for path in files:
        assert 10 <= len(pages.meta(path, "description") or "") <= 160, path


@pytest.mark.parametrize("siteurl", [SITEURL, ""])
def test_each_link_leads_to_a_file_and_a_fragment_that_exist(published: Path, local: Path, siteurl: str) -> None:
    site = published if siteurl else local
    for path in pages.html_files(site):
        for address in pages.addresses(path):
            found = pages.target(site, path, address, siteurl)
            if found is None:
                continue
            file, fragment = found
            assert file.is_file(), (path, address)
            if fragment and file.suffix == ".html":
                assert any(e.get("id") == fragment for e in pages.parsed(file).iter()), (path, address)


def test_each_page_can_be_reached_from_the_front_page(published: Path) -> None:
    seen, waiting = set(), [published / "index.html"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        for element in pages.elements(path, "a"):
            found = pages.target(published, path, element.get("href", ""), SITEURL)
            if found and found[0].suffix == ".html" and found[0] not in seen:
                waiting.append(found[0])
    assert set(pages.html_files(published)) - seen == {published / "404.html"}


def test_a_local_build_holds_only_relative_links(local: Path) -> None:
    for path in set(pages.html_files(local)) - {local / "404.html"}:
        assert not [a for a in pages.addresses(path) if a.startswith(("/", "file:"))], path


def test_the_local_page_for_what_is_not_there_links_from_the_root_as_it_is_shown_at_any_depth(local: Path) -> None:
    assert all(a.startswith(("/", "#")) for a in pages.addresses(local / "404.html"))


def test_the_page_for_what_is_not_there_links_absolutely_as_it_is_shown_at_any_depth(published: Path) -> None:
    for address in pages.addresses(published / "404.html"):
        assert address.startswith((SITEURL, "#")), address


def test_nothing_is_fetched_from_elsewhere(published: Path) -> None:
    for path in pages.html_files(published):
        for name in ("script", "img", "iframe", "source"):
            for element in pages.elements(path, name):
                assert (element.get("src") or SITEURL).startswith(SITEURL)
        assert all(a.startswith(SITEURL) for rel in ("stylesheet", "icon", "preload") for a in pages.link(path, rel))
    css = pages.source(published / "theme/main.css")
    assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", css)


def test_links_to_other_sites_do_not_hand_over_this_page(published: Path) -> None:
    outside = [
        e
        for path in pages.html_files(published)
        for e in pages.elements(path, "a")
        if not e.get("href", "").startswith((SITEURL, "#"))
    ]
    assert outside
    assert all(e.get("rel") == "noopener noreferrer" for e in outside if not e.get("href", "").startswith(".."))


def test_the_site_map_lists_every_page_but_the_one_for_what_is_not_there(published: Path) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ElementTree.parse(published / "sitemap.xml")  # noqa: S314  # our own file
    listed = {
        pages.target(published, published / "index.html", e.text or "", SITEURL) for e in tree.iter(f"{space}loc")
    }
    expected = {(p, "") for p in pages.html_files(published) if p.name != "404.html"}
    assert listed == expected


def test_the_site_map_dates_articles_by_their_day(published: Path) -> None:
    text = pages.source(published / "sitemap.xml")
    assert re.search(r"articles/tide-[^<]*</loc><lastmod>2026-03-09</lastmod>", text)


def test_robots_are_told_where_the_site_map_is(published: Path, local: Path) -> None:
    assert f"Sitemap: {SITEURL}/sitemap.xml" in pages.source(published / "robots.txt")
    assert "Sitemap" not in pages.source(local / "robots.txt")
    assert not (local / "sitemap.xml").exists()
