"""Site maps: every page that readers may look for, dated by its newest article, in files as large as is allowed."""

from __future__ import annotations

import pytest
from newsdigest import views
from newsdigest.options import Options
from newsdigest.views import sitemap as module
from newsdigest.views.sitemap import MOST, sitemap, sitemaps

from tests.sample import STORIES, edition, empty

LIBRARY = views.open_library(edition(), Options(), "https://x.example")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Let a site map have two entries."""
    monkeypatch.setattr(module, "MOST", 2)
    return 2


def test_a_site_map_holds_the_articles_with_their_days_and_all_pages_but_the_missing_one() -> None:
    entries = sitemap(LIBRARY, ["index.html", "404.html", "tags.html", "quotes/index.html"])
    assert [entry.path for entry in entries[:3]] == ["", "tags.html", "quotes/"]
    assert [entry.path for entry in entries[3:]] == [views.story_path(story) for story in STORIES]
    assert [entry.changed for entry in entries[3:]] == ["2026-03-09", "2026-03-08", "2026-03-07"]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("index.html", "2026-03-09"),
        ("people/ines-okoye.html", "2026-03-08"),
        ("tags/northern-channel.html", "2026-03-08"),
        ("feeds.html", None),
    ],
)
def test_a_page_is_dated_by_its_newest_article_where_it_is_known(path: str, day: str | None) -> None:
    assert sitemap(LIBRARY, [path])[0].changed == day


def test_of_nothing_there_is_nothing_to_date() -> None:
    library = views.open_library(empty(), Options(), "https://x.example")
    assert [(entry.path, entry.changed) for entry in sitemap(library, ["index.html"])] == [("", None)]


def test_as_many_entries_as_are_allowed_stand_in_one_file() -> None:
    (only,) = sitemaps(LIBRARY, ["index.html"])
    assert (only.path, only.template, len(only.entries)) == ("sitemap.xml", "sitemap.xml", 4)
    (full,) = sitemaps(LIBRARY, [f"tags/{number}.html" for number in range(MOST - 3)])
    assert len(full.entries) == MOST


def test_of_more_there_is_an_index_under_the_address_that_robots_know(small: int) -> None:
    index, *files = sitemaps(LIBRARY, ["index.html", "feeds.html"])
    assert (index.path, index.template) == ("sitemap.xml", "sitemap_index.xml")
    assert [entry.path for entry in index.entries] == [file.path for file in files]
    assert [file.path for file in files] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [len(file.entries) for file in files] == [small, small, 1]
    assert [entry.changed for entry in index.entries] == ["2026-03-09", "2026-03-09", "2026-03-07"]


def test_the_files_together_hold_each_page_once(small: int) -> None:
    _, *files = sitemaps(LIBRARY, ["index.html", "feeds.html"])
    assert small
    assert [entry for file in files for entry in file.entries] == list(sitemap(LIBRARY, ["index.html", "feeds.html"]))
