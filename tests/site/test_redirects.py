"""The page at an address that a name had before: it leads on, with and without a script, under any base address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest
from newsdigest.model import Edition, Entity

from tests.feed_rules import complaints, json_complaints
from tests.sample import edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build

OLD = "people/ines-okoye.html"
NEW = "people/ada-quill.html"


def joined() -> Edition:
    """The sample after its editor took Inés Okoye for Ada Quill."""
    sample = edition()
    people: dict[str, Entity] = {entity.id: entity for entity in sample.entities}
    other, one = people.pop("ines-okoye"), people.pop("ada-quill")
    appearances = {place.story_id: place for place in (*other.appearances, *one.appearances)}
    merged = replace(one, appearances=tuple(appearances.values()), quotes=(*one.quotes, *other.quotes), companions=())
    left = tuple(replace(entity, companions=()) for entity in people.values())
    return replace(sample, entities=(merged, *left))


@pytest.fixture(scope="module", params=[SITEURL, ""], ids=["published", "local"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return build(joined(), tmp_path_factory.mktemp("joined"), request.param, DIGEST_FEED_MIN=2), request.param


def test_it_leads_to_the_new_page_at_once_and_by_a_link(site: tuple[Path, str]) -> None:
    folder, siteurl = site
    page = folder / OLD
    (refresh,) = (m.get("content") or "" for m in pages.elements(page, "meta") if m.get("http-equiv") == "refresh")
    wait, _, address = refresh.partition("; url=")
    assert wait == "0"
    assert pages.target(folder, page, address, siteurl) == (folder / NEW, "")
    main = pages.elements(page, "main")[0]
    links = [e.get("href", "") for e in main.iter() if e.tag.endswith("}a")]
    assert [pages.target(folder, page, link, siteurl) for link in links] == [(folder / NEW, "")]


def test_search_engines_are_told_which_page_counts(site: tuple[Path, str]) -> None:
    folder, siteurl = site
    assert pages.meta(folder / OLD, "robots") == "noindex"
    assert pages.link(folder / OLD, "canonical") == ([f"{SITEURL}/{NEW}"] if siteurl else [])
    assert not siteurl or OLD not in pages.source(folder / "sitemap.xml")


def test_the_old_feed_goes_on_with_what_the_new_one_holds(site: tuple[Path, str]) -> None:
    folder, siteurl = site
    old, new = ((folder / "feeds/people" / f"{name}.xml").read_bytes() for name in ("ines-okoye", "ada-quill"))
    base = siteurl or "http://localhost:8000"
    assert complaints(old, f"{base}/feeds/people/ines-okoye.xml") == []
    assert feedparser.parse(old).entries == feedparser.parse(new).entries
    assert (
        json_complaints((folder / "feeds/people/ines-okoye.json").read_bytes(), f"{base}/feeds/people/ines-okoye.json")
        == []
    )


def test_only_the_report_tells_of_the_page_and_nothing_of_the_feed(site: tuple[Path, str]) -> None:
    folder, _ = site
    others = [path for path in (*pages.html_files(folder), folder / "feeds.opml") if path != folder / OLD]
    assert [path.name for path in others if "ines-okoye." in pages.source(path)] == ["build-report.html"]
    report = folder / "build-report.html"
    assert f"{OLD} leads to Ada Quill" in pages.texts(report, "li")
