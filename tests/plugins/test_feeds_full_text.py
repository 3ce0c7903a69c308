"""digest_feeds: no feed holds more of an article's text than may be republished."""

from __future__ import annotations

import json

import digest_feeds
import feedparser  # type: ignore[import-untyped]
import pytest
from newsdigest import views
from newsdigest.bodies import Bodies
from newsdigest.options import Options
from newsdigest.spool import Spool
from newsdigest.text import WITHHELD

from tests.feed_rules import complaints, json_complaints
from tests.sample import STORIES, edition

BASE = "https://user.example/repo"
LAST = "a path for walkers stays open above the turbines"
"""Words of the first article that are in neither its summary nor a quotation."""
FIRST = "Lumen Works will build a tidal power station"


def written(full_text: str) -> dict[str, bytes]:
    options = Options(feed_min=1, full_text=full_text)
    library = views.open_library(views.republishable(edition(), full_text), options, BASE, "The Tide")
    return {path: make() for path, _, make in digest_feeds.files(library, Bodies(library), Spool())}


def entry(full_text: str) -> feedparser.FeedParserDict:
    """The first article as a reader gets it."""
    parsed = feedparser.parse(written(full_text)["feeds/all.xml"])
    (found,) = (one for one in parsed.entries if one.id == f"urn:uuid:{STORIES[0].id}")
    return found


def test_the_whole_article_goes_out_where_it_may() -> None:
    assert LAST in entry("full").content[0].value


def test_an_excerpt_is_the_summary_and_where_it_comes_from() -> None:
    html = entry("excerpt").content[0].value
    assert html.startswith(f'<ul class="summary"><li><a href="{BASE}/articles/')
    assert FIRST in html
    assert "From" in html
    assert LAST not in html


def test_without_text_the_title_names_subjects_and_the_way_to_the_article_are_left() -> None:
    one = entry("none")
    assert (one.title, one.summary) == (STORIES[0].title, STORIES[0].title)
    assert {"tidal power", "Ada Quill"} < {tag.term for tag in one.tags}
    assert one.content[0].value.startswith('<p class="origin">By Rosa Lind, Ole Marsh · From <a href="https://ledger')
    assert "feeds/quotes.xml" not in written("none")


@pytest.mark.parametrize("full_text", ["excerpt", "none"])
def test_no_feed_shows_a_word_that_is_withheld(full_text: str) -> None:
    for path, data in written(full_text).items():
        text = data.decode()
        assert LAST not in text
        assert WITHHELD not in text
        assert full_text == "excerpt" or FIRST not in text
        if path.endswith(".xml"):
            assert complaints(data, f"{BASE}/{path}") == []
        if path.endswith(".json"):
            assert json_complaints(data, f"{BASE}/{path}") == []


@pytest.mark.parametrize("full_text", ["excerpt", "none"])
def test_what_may_be_republished_leaves_identities_alone(full_text: str) -> None:
    def ids(data: bytes) -> set[str]:
        return {item["id"] for item in json.loads(data)["items"]}

    whole, less = written("full"), written(full_text)
    assert ids(less["feeds/all.json"]) == ids(whole["feeds/all.json"])
    assert ids(less.get("feeds/quotes.json", b'{"items": []}')) <= ids(whole["feeds/quotes.json"])
