"""What pages say about themselves to browsers, search engines, link previews and feed readers."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path

import pytest

from tests.site import pages
from tests.site.conftest import SITEURL


def graph(path: Path) -> list[dict[str, object]]:
    (script,) = [e for e in pages.elements(path, "script") if e.get("type") == "application/ld+json"]
    data = json.loads(script.text or "")
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def policy(path: Path) -> dict[str, str]:
    (found,) = [m for m in pages.elements(path, "meta") if m.get("http-equiv") == "Content-Security-Policy"]
    parts = (part.strip().split(" ", 1) for part in found.get("content", "").split(";"))
    return {part[0]: part[1] for part in parts}


def test_a_published_page_names_its_own_address(published: Path) -> None:
    for path in pages.html_files(published):
        own = pages.public(published, path)
        expected = [] if own == "404.html" else [f"{SITEURL}/{own}"]
        assert pages.link(path, "canonical") == expected
        assert pages.meta(path, "og:url") == (expected[0] if expected else None)


def test_a_local_page_claims_no_address(local: Path) -> None:
    for path in pages.html_files(local):
        assert pages.link(path, "canonical") == []
        assert "https://schema.org/" not in pages.source(path)
        assert pages.meta(path, "og:image") is None


def test_the_page_for_what_is_not_there_is_not_to_be_listed(published: Path) -> None:
    assert pages.meta(published / "404.html", "robots") == "noindex"


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [("index.html", "website"), ("articles/tide*.html", "article"), ("people/ada*.html", "profile")],
)
def test_link_previews_get_a_title_a_kind_and_a_picture(published: Path, pattern: str, kind: str) -> None:
    path = pages.page(published, pattern)
    assert pages.meta(path, "og:type") == kind
    assert pages.meta(path, "og:title")
    picture = pages.meta(path, "og:image") or ""
    assert (published / picture.removeprefix(f"{SITEURL}/")).read_bytes().startswith(b"\x89PNG")


def test_an_article_tells_link_previews_its_day_its_authors_and_its_subjects(published: Path) -> None:
    path = pages.page(published, "articles/tide*.html")
    assert pages.meta(path, "article:published_time") == "2026-03-09"
    assert pages.meta(path, "article:section") == "tidal power"
    told = [(m.get("property") or m.get("name"), m.get("content")) for m in pages.elements(path, "meta")]
    assert [text for name, text in told if name == "article:tag"] == ["tidal power", "turbines", "Ada Quill"]
    assert [text for name, text in told if name == "author"] == ["Rosa Lind", "Ole Marsh"]
    assert pages.meta(path, "twitter:card") == "summary_large_image"


def test_an_article_is_data_that_is_based_on_its_source(published: Path) -> None:
    article, crumbs = graph(pages.page(published, "articles/tide*.html"))
    assert article["@type"] == "NewsArticle"
    assert article["isBasedOn"] == "https://ledger.example/tide"
    assert article["datePublished"] == "2026-03-09T06:30:00+00:00"
    assert article["author"] == [{"@type": "Person", "name": "Rosa Lind"}, {"@type": "Person", "name": "Ole Marsh"}]
    assert {"Ada Quill", "Lumen Works"} <= {m["name"] for m in article["mentions"]}  # type: ignore[attr-defined]
    assert crumbs["@type"] == "BreadcrumbList"


def test_a_day_of_saving_is_no_date_of_publication(published: Path) -> None:
    path = pages.page(published, "articles/rays*.html")
    assert "datePublished" not in graph(path)[0]
    assert pages.meta(path, "article:published_time") is None
    assert "saved 7 March 2026" in pages.source(path)


@pytest.mark.parametrize(
    ("pattern", "kind", "names"),
    [
        ("people/ada-quill.html", "Person", ["Quill"]),
        ("organisations/lumen-works.html", "Organization", None),
    ],
)
def test_people_and_organisations_are_data(published: Path, pattern: str, kind: str, names: list[str] | None) -> None:
    thing = graph(pages.page(published, pattern))[0]
    assert (thing["@type"], thing.get("alternateName")) == (kind, names)
    assert thing["url"] == f"{SITEURL}/{pattern}"


def test_each_page_leads_to_the_feed_of_everything(published: Path) -> None:
    for path in pages.html_files(published):
        assert f"{SITEURL}/feeds/all.xml" in pages.link(path, "alternate")


def test_a_page_with_a_feed_of_its_own_names_that_feed_first(published: Path, fed: Path) -> None:
    tag = fed / "tags/turbines.html"
    everything = [f"{SITEURL}/feeds/all.xml", f"{SITEURL}/feeds/all.json"]
    own = [f"{SITEURL}/feeds/tags/turbines.xml", f"{SITEURL}/feeds/tags/turbines.json"]
    assert pages.link(tag, "alternate") == [*own, *everything]
    assert pages.link(published / "tags/turbines.html", "alternate") == everything
    said = [f"{SITEURL}/feeds/quotes.xml", f"{SITEURL}/feeds/quotes.json"]
    assert pages.link(published / "quotes/index.html", "alternate") == [*said, *everything]


def test_the_policy_forbids_all_but_the_sites_own_files(published: Path, local: Path) -> None:
    for site, own in ((published, f"'self' {SITEURL}/theme/"), (local, "'self' file:")):
        for path in pages.html_files(site):
            rules = policy(path)
            assert rules["default-src"] == "'none'"
            assert rules["style-src"] == rules["img-src"] == rules["font-src"] == own
            assert rules["script-src"].removeprefix(own).startswith((" 'sha256-", "")), path
            unsafe = [word for rule in rules.values() for word in rule.split() if "unsafe" in word]
            assert unsafe == (["'wasm-unsafe-eval'"] if path.name == "search.html" else [])


def test_only_the_search_may_fetch_anything_but_what_robots_are_told(published: Path, local: Path) -> None:
    for site, else_ in ((published, "https://user.github.io/robots.txt"), (local, "'none'")):
        fetching = {path.name for path in pages.html_files(site) if policy(path)["connect-src"] != else_}
        assert fetching == {"search.html"}


def test_no_other_site_learns_where_a_reader_came_from(published: Path) -> None:
    for path in pages.html_files(published):
        assert pages.meta(path, "referrer") == "no-referrer"


def test_nothing_that_a_page_loads_by_itself_lies_elsewhere(published: Path) -> None:
    shown = {"alternate", "canonical"}
    for path in pages.html_files(published):
        for element in pages.parsed(path).iter():
            name = str(element.tag).removeprefix(pages.XHTML)
            loaded = [element.get(key) for key in ("data", "poster", "src", "srcset") if element.get(key)]
            loaded += [element.get("href")] if name == "link" and element.get("rel") not in shown else []
            assert all(str(address).startswith(SITEURL) for address in loaded), (path, name)


def test_the_policy_knows_the_data_of_its_page_by_its_hash(published: Path) -> None:
    for path in pages.html_files(published):
        for script in pages.elements(path, "script"):
            if script.text:
                digest = b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
                assert f"'sha256-{digest}'" in policy(path)["script-src"]


def test_no_page_holds_a_script_that_runs_or_a_style_of_its_own(published: Path) -> None:
    for path in pages.html_files(published):
        inline = [s for s in pages.elements(path, "script") if s.text and s.get("type") != "application/ld+json"]
        handlers = [a for e in pages.parsed(path).iter() for a in e.attrib if re.match(r"on|style$", str(a))]
        assert not inline
        assert not handlers
        assert not pages.elements(path, "style")
