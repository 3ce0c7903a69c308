"""An entry of a feed is the same article whenever and wherever the feed is saved again."""

from __future__ import annotations

import pytest
from newsdigest.read.entries import TWICE

from .feeds import CHANNEL, TEXT, atom, found, one, rss

BODY = f"<description>{TEXT}</description>"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>https://pier.example/1</link>", "https://pier.example/1"),
        ("<link> https://pier.example/1 \n</link>", "https://pier.example/1"),
        ("<link>/1?a=1&amp;b=2</link>", "https://pier.example/1?a=1&b=2"),
        ("<link/><guid>https://pier.example/1</guid>", "https://pier.example/1"),
        ("<guid isPermaLink='true'>https://pier.example/1</guid>", "https://pier.example/1"),
        ("<guid isPermaLink='false'>https://pier.example/1</guid>", None),
        ("<guid>1</guid>", None),
        ("<atom:link rel='self' href='https://pier.example/rss'/>", None),
        ("<atom:link rel='replies' href='https://pier.example/1#talk'/><link>/1</link>", "https://pier.example/1"),
        (
            "<link>/go?1</link><feedburner:origLink>https://pier.example/1</feedburner:origLink>",
            "https://pier.example/1",
        ),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>http://[pier/</link>", None),
        ("<link>https://pier.example/</link>", None),
    ],
)
def test_the_address_is_that_of_the_article_s_own_page(item: str, url: str | None) -> None:
    assert one(rss(item + BODY)).stated.url == url


def test_addresses_are_made_whole_by_what_the_feed_says() -> None:
    entry = f"<link href='1'/><content>{TEXT}</content>"
    assert one(atom(entry, attributes="xml:base='https://pier.example/news/'")).stated.url == (
        "https://pier.example/news/1"
    )
    assert one(atom(entry, feed="<link href='https://pier.example/'/>")).stated.url == "https://pier.example/1"
    assert one(atom(entry, attributes="xml:base='http://[/'")).stated.url is None


def test_pages_come_before_other_files_among_the_links_of_an_entry() -> None:
    links = (
        "<link type='application/pdf' href='https://pier.example/1.pdf'/>"
        "<link rel='alternate' type='text/html' href='https://pier.example/1'/>"
    )
    assert one(atom(f"{links}<content>{TEXT}</content>")).stated.url == "https://pier.example/1"


def test_an_entry_is_known_by_its_address_else_by_its_id_in_its_feed() -> None:
    assert one(rss(f"<link>https://pier.example/1</link><guid>7</guid>{BODY}")).key == "https://pier.example/1"
    assert one(rss(f"<title>Pier</title><guid>7</guid>{BODY}")).key == "https://pier.example/\n7"
    quay = "<title>The Quay</title><link>https://quay.example/</link>"
    assert one(rss(f"<title>Pier</title><guid>7</guid>{BODY}", channel=quay)).key == "https://quay.example/\n7"


def test_an_entry_without_address_and_id_is_known_by_feed_title_and_date() -> None:
    item = f"<title>Pier</title><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>{BODY}"
    assert one(rss(item)).key == "https://pier.example/\nPier\nMon, 02 Mar 2026 08:00:00 GMT"
    assert one(rss(item.replace(TEXT, "Corrected."))).key == one(rss(item)).key


def test_the_key_does_not_depend_on_the_other_entries() -> None:
    items = [f"<title>Pier {n}</title><guid>{n}</guid>{BODY}" for n in range(3)]
    keys = [article.key for article in found(rss(*items))]
    assert keys[1:] == [article.key for article in found(rss(*items[1:]))]
    assert len(set(keys)) == 3


def test_the_id_of_an_entry_does_not_replace_the_identity_that_its_address_gives() -> None:
    assert one(rss(f"<link>https://pier.example/1</link><guid>7</guid>{BODY}")).stated.id is None


@pytest.mark.parametrize("link", ["https://pier.example/", "https://pier.example/today"])
def test_an_address_that_several_entries_share_is_nobody_s(link: str) -> None:
    items = [f"<link>{link}</link><guid isPermaLink='false'>{n}</guid>{BODY}" for n in range(3)]
    articles = found(rss(*items, channel=CHANNEL))
    assert [article.stated.url for article in articles] == [None, None, None]
    assert len({article.key for article in articles}) == 3


def test_an_entry_that_stands_twice_is_taken_once_and_named() -> None:
    item = f"<link>https://pier.example/1</link><guid>7</guid>{BODY}"
    first, second = found(rss(item, item))
    assert (first.text, first.problem) == (TEXT, "")
    assert (second.text, second.key, second.problem) == ("", first.key, TWICE)


def test_entries_with_nothing_but_their_text_are_different_articles() -> None:
    first, second = found(rss("<description>The pier.</description>", "<description>The quay.</description>"))
    assert first.key != second.key
