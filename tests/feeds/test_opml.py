"""OPML: the list of feeds for reader programs."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from newsdigest.feeds import opml

from tests.feeds.items import CHANNEL, URL

OTHER = replace(
    CHANNEL,
    title="R&D <b>",
    description="Articles on R&D.",
    link="https://user.example/é",
    feed_url="https://user.example/feeds/rd.xml",
)


def parsed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314


def test_the_feeds_stand_in_their_folders_in_the_order_given() -> None:
    root = parsed(opml("Feeds of \x00The Digest", [("Everything", (CHANNEL,)), ("Subjects", (OTHER, CHANNEL))]))
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert root.findtext("head/title") == "Feeds of The Digest"
    folders = {folder.get("text"): [feed.get("xmlUrl") for feed in folder] for folder in root.iterfind("body/outline")}
    assert folders == {"Everything": [URL], "Subjects": ["https://user.example/feeds/rd.xml", URL]}


def test_a_feed_is_listed_with_all_that_a_reader_asks_for() -> None:
    root = parsed(opml("x", [("", (OTHER,))]))
    assert [feed.attrib for feed in root.iterfind("body/outline")] == [
        {
            "type": "rss",
            "text": "R&D ‹b›",
            "title": "R&D ‹b›",
            "description": "Articles on R&D.",
            "language": "en",
            "htmlUrl": "https://user.example/%C3%A9",
            "xmlUrl": "https://user.example/feeds/rd.xml",
        }
    ]


def test_a_folder_without_feeds_is_left_out() -> None:
    root = parsed(opml("x", [("People", ()), ("Subjects", (CHANNEL,))]))
    assert [folder.get("text") for folder in root.iterfind("body/outline")] == ["Subjects"]


def test_a_list_of_no_feeds_is_still_a_file() -> None:
    assert b"<body />" in opml("Nothing", [])
