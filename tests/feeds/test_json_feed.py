"""JSON Feed: what is written holds to the standard and says the same as the RSS file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from html import escape

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.feeds import FeedItem, json_feed, json_item, rss

from tests.feed_rules import json_complaints
from tests.feeds.items import CHANNEL, FIRST, JSON_URL, item, long_item

Entry = dict[str, object]


def written(*items: FeedItem) -> Entry:
    """The feed as a reader gets it, from a file without complaint."""
    data = json_feed(CHANNEL, items)
    assert json_complaints(data, JSON_URL) == []
    feed: Entry = json.loads(data)
    return feed


def one(**given: object) -> Entry:
    (entry,) = written(item(1, **given))["items"]  # type: ignore[misc]
    return entry  # type: ignore[return-value]


def titles(*items: FeedItem) -> list[str]:
    return [entry["title"] for entry in written(*items)["items"]]  # type: ignore[attr-defined]


def test_a_reader_gets_everything_back() -> None:
    assert one() == {
        "id": "urn:uuid:00000000-0000-5000-8000-000000000001",
        "url": "https://user.example/repo/articles/article-1.html",
        "external_url": "https://ledger.example/1",
        "title": "Article 1",
        "summary": "It sails. It returns.",
        "content_html": '<p id="p1">Article <a href="https://user.example/repo/people/ann.html">1</a>.</p>',
        "date_published": "2026-03-01T10:00:00+00:00",
        "authors": [{"name": "Ann Lee"}, {"name": "Bo Ek"}],
        "tags": ["ferries", "Ann Lee"],
        "language": "en",
    }


def test_a_reader_gets_the_channel_back() -> None:
    feed = written(item())
    del feed["items"]
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Digest",
        "description": "All articles.",
        "home_page_url": "https://user.example/repo/",
        "feed_url": JSON_URL,
        "language": "en",
    }


def test_a_hub_that_tells_readers_of_new_items_is_named() -> None:
    feed = json.loads(json_feed(replace(CHANNEL, hub="https://hub.example/é"), [item()]))
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example/%C3%A9"}]


@pytest.mark.parametrize(
    ("unknown", "nothing", "left_out"),
    [
        ("authors", (), "authors"),
        ("categories", (" ",), "tags"),
        ("lang", "", "language"),
        ("source_url", "", "external_url"),
        ("summary", "", "summary"),
    ],
)
def test_what_is_unknown_is_left_out(unknown: str, nothing: object, left_out: str) -> None:
    assert left_out not in one(**{unknown: nothing})


def test_an_item_without_content_says_its_summary_and_without_both_its_title() -> None:
    assert (one(content="").get("content_html"), one(content="")["content_text"]) == (None, "It sails. It returns.")
    assert one(content="", summary="")["content_text"] == "Article 1"


def test_items_stand_newest_first_and_once() -> None:
    assert titles(item(1), item(3), item(2), item(3)) == ["Article 3", "Article 2", "Article 1"]


def test_dates_of_other_zones_are_given_in_utc() -> None:
    abroad = datetime(2026, 3, 1, 8, 0, tzinfo=timezone(timedelta(hours=10)))
    assert one(published=abroad)["date_published"] == "2026-02-28T22:00:00+00:00"


def test_without_items_there_is_no_feed() -> None:
    with pytest.raises(ValueError, match="no items"):
        json_feed(CHANNEL, [])


def test_the_same_items_make_the_same_bytes_an_item_a_line() -> None:
    data = json_feed(CHANNEL, [item(1), item(2)])
    assert data == json_feed(CHANNEL, [item(2), item(1)])
    assert [json.loads(line.rstrip(b","))["title"] for line in data.splitlines() if line.startswith(b'{"id"')] == [
        "Article 2",
        "Article 1",
    ]


def test_both_formats_hold_the_same_items_with_the_same_identities() -> None:
    items = [item(3, title="<b>A</b> & B"), item(1), item(2, published=FIRST)]
    rows = [
        (entry.id, entry.link, entry.published_parsed[:6]) for entry in feedparser.parse(rss(CHANNEL, items)).entries
    ]
    entries: list[dict[str, str]] = written(*items)["items"]  # type: ignore[assignment]
    dates = [datetime.fromisoformat(entry["date_published"]).timetuple()[:6] for entry in entries]
    assert [(e["id"], e["url"], date) for e, date in zip(entries, dates, strict=True)] == rows


@settings(deadline=None, derandomize=True)
@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_text_makes_a_feed_without_complaint(title: str, summary: str, names: list[str]) -> None:
    one(title=title, summary=summary, authors=tuple(names), categories=tuple(names), content=escape(summary))


def test_three_hundred_articles_fit_and_the_newest_keep_their_content() -> None:
    entries: list[Entry] = written(*(long_item(number) for number in range(300)))["items"]  # type: ignore[assignment]
    kept = ["content_html" in entry for entry in entries]
    assert len(entries) == 300
    assert all(kept[:50])
    assert not all(kept)


def test_an_item_is_written_alike_in_every_feed_that_holds_it() -> None:
    lines = json_feed(replace(CHANNEL, title="Tides"), map(item, (1, 2))).splitlines()
    assert [line.rstrip(b",") for line in lines if b"urn:uuid" in line] == [json_item(item(2)), json_item(item(1))]
