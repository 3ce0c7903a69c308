"""RSS: what is written, and that a reader program gets all of it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from html import escape
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.feeds import rss, rss_item

from tests.feed_rules import complaints
from tests.feeds.items import CHANNEL, FIRST, URL, item, long_item


def one(**given: object) -> feedparser.FeedParserDict:
    """The item as a reader gets it, from a file without complaint."""
    data = rss(CHANNEL, [item(1, **given)])
    assert complaints(data, URL) == []
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    return parsed.entries[0]


def test_a_reader_gets_everything_back() -> None:
    entry = one()
    assert entry.title == "Article 1"
    assert entry.link == "https://user.example/repo/articles/article-1.html"
    assert entry.id == "urn:uuid:00000000-0000-5000-8000-000000000001"
    assert not entry.guidislink
    assert entry.published == "Sun, 01 Mar 2026 10:00:00 +0000"
    assert [author.name for author in entry.authors] == ["Ann Lee", "Bo Ek"]
    assert [tag.term for tag in entry.tags] == ["ferries", "Ann Lee"]
    assert entry.summary == "It sails. It returns."
    assert entry.content[0].type == "text/html"
    assert entry.content[0].value == '<p id="p1">Article <a href="https://user.example/repo/people/ann.html">1</a>.</p>'


def test_a_reader_gets_the_channel_back() -> None:
    feed = feedparser.parse(rss(CHANNEL, [item()])).feed
    assert (feed.title, feed.subtitle, feed.link, feed.language) == ("The Digest", "All articles.", CHANNEL.link, "en")
    assert [link.href for link in feed.links if link.rel == "self"] == [URL]


def test_the_newest_item_comes_first_and_dates_the_feed() -> None:
    parsed = feedparser.parse(rss(CHANNEL, [item(1), item(3), item(2)]))
    assert [entry.title for entry in parsed.entries] == ["Article 3", "Article 2", "Article 1"]
    assert parsed.feed.updated == parsed.entries[0].published


def test_items_of_one_moment_keep_the_order_in_which_they_are_given() -> None:
    parsed = feedparser.parse(rss(CHANNEL, [item(2, published=FIRST), item(3), item(1, published=FIRST)]))
    assert [entry.title for entry in parsed.entries] == ["Article 3", "Article 2", "Article 1"]


def test_an_item_given_twice_stands_once() -> None:
    parsed = feedparser.parse(rss(CHANNEL, [item(1), item(2), item(1, title="Again")]))
    assert [entry.title for entry in parsed.entries] == ["Article 2", "Article 1"]


def test_a_hub_that_tells_readers_of_new_items_is_named() -> None:
    data = rss(replace(CHANNEL, hub="https://hub.example/é"), [item()])
    assert complaints(data, URL, "https://hub.example/%C3%A9") == []
    assert feedparser.parse(data).feed.link == CHANNEL.link


def test_dates_of_other_zones_are_given_in_utc() -> None:
    abroad = datetime(2026, 3, 1, 8, 0, tzinfo=timezone(timedelta(hours=10)))
    assert one(published=abroad).published == "Sat, 28 Feb 2026 22:00:00 +0000"


def test_without_items_there_is_no_feed() -> None:
    with pytest.raises(ValueError, match="no items"):
        rss(CHANNEL, [])


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Profits < losses & so on", "Profits &lt; losses &amp; so on"),
        ("AT&amp;T &#8220;rises&#8221;", "AT&amp;T “rises”"),
        ("<b>Bold</b> move", "‹b›Bold‹/b› move"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "‹script›alert(1)‹/script›"),
        ("&amp;amp;lt;b&amp;amp;gt;", "‹b›"),
        ("Rockets 🚀🚀", "Rockets 🚀🚀"),
        ("🚀", "🚀"),
        ("عنوان 日本語", "عنوان 日本語"),
        ("nul\x00 bell\x07 next\x85 half\ud800 bom\ufeff left\u202e", "nul bell next half bom left"),
        ("two\n lines\u2028 here", "two lines here"),
        ("]]>", "]]&gt;"),
        ("", "Untitled"),
        ("\u202e\x00", "Untitled"),
    ],
)
def test_a_title_is_plain_text_escaped_once(title: str, shown: str) -> None:
    one(title=title)  # without complaint
    assert f"<title>{shown}</title>".encode() in rss(CHANNEL, [item(title=title)])


def test_a_summary_with_markup_is_text_to_every_reader() -> None:
    entry = one(summary="He wrote <script>alert(1)</script> & left.")
    assert entry.summary == "He wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp; left."


def test_quotation_marks_in_a_summary_stay_as_they_are() -> None:
    assert b'<description>It\'s "so".</description>' in rss(CHANNEL, [item(summary='It\'s "so".')])


def test_an_article_without_a_summary_is_described_by_its_title() -> None:
    assert one(summary="").summary == "Article 1"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (("ferries", "Ferries", " ferries "), ["ferries"]),
        (("Ferries", "ferries", "boats"), ["Ferries", "boats"]),
        (("", " ", "boats"), ["boats"]),
        (("C", "C#", "C++"), ["C", "C#", "C++"]),
        (("R&D", "<i>"), ["R&D", "‹i›"]),
        ((), []),
    ],
)
def test_names_stand_once_each_in_their_first_form(given: tuple[str, ...], kept: list[str]) -> None:
    entry = one(categories=given, authors=given)
    assert [tag.term for tag in entry.get("tags", [])] == kept
    assert [author.name for author in entry.get("authors", [{}]) if author] == kept


def test_content_may_end_a_cdata_section_and_hold_control_characters() -> None:
    assert one(content="<p>a ]]> b\x00 \x0b&amp; c</p>").content[0].value == "<p>a ]]> b &amp; c</p>"


def test_an_item_may_have_no_content() -> None:
    assert "content" not in one(content="")


def test_addresses_are_written_in_ascii() -> None:
    link = one(link="https://user.example/é a%20b/?q=1&r=2#s").link
    assert link == "https://user.example/%C3%A9%20a%20b/?q=1&r=2#s"


@pytest.mark.parametrize("change", ["title", "link", "summary", "content", "published"])
def test_nothing_that_changes_in_an_article_changes_its_identity(change: str) -> None:
    changed: object = FIRST if change == "published" else "https://other.example/"
    assert one(**{change: changed}).id == one().id


@settings(deadline=None, derandomize=True)
@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_text_makes_a_feed_without_complaint(title: str, summary: str, names: list[str]) -> None:
    one(title=title, summary=summary, authors=tuple(names), categories=tuple(names), content=escape(summary))


def test_three_hundred_articles_fit_and_the_newest_keep_their_content() -> None:
    data = rss(CHANNEL, [long_item(number) for number in range(300)])
    assert complaints(data, URL) == []
    entries = feedparser.parse(data).entries
    kept = ["content" in entry for entry in entries]
    assert len(entries) == 300
    assert 50 < sum(kept) < 300
    assert all(kept[:50])
    assert len(data) > 900_000


def test_one_huge_article_costs_the_others_nothing() -> None:
    data = rss(CHANNEL, [item(1), long_item(2, 1_500_000), item(3)])
    assert complaints(data, URL) == []
    assert ["content" in entry for entry in feedparser.parse(data).entries] == [True, False, True]


def test_where_not_even_the_descriptions_fit_the_oldest_go() -> None:
    data = rss(CHANNEL, [item(number, summary="tide and pier " * 100) for number in range(1_000)])
    assert complaints(data, URL) == []
    titles = [entry.title for entry in feedparser.parse(data).entries]
    assert 400 < len(titles) < 1_000
    assert titles == [f"Article {number}" for number in range(999, 999 - len(titles), -1)]


def test_an_item_is_written_alike_in_every_feed_that_holds_it() -> None:
    written = [rss_item(item(number)) for number in (1, 2)]
    assert b"".join(reversed(written)) in rss(
        replace(CHANNEL, title="Tides", hub="https://hub.example/"), map(item, (1, 2))
    )
    assert written[0] in rss(CHANNEL, [item(1, title="Other", guid="urn:uuid:2"), item(1)])


def test_an_item_whose_words_look_like_the_end_of_the_channel_is_whole() -> None:
    words = "    <item>\n  </channel>\n</rss>\n"
    root = ElementTree.fromstring(rss(CHANNEL, [item(1, content=words), item(2)]))  # noqa: S314
    contents = [one.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") for one in root.iter("item")]
    assert contents == [item(2).content(), words]
