"""What demanding readers and validators expect of a feed, RSS 2.0 or JSON Feed 1.1, as one list of complaints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml import etree  # type: ignore[import-untyped]

ATOM, CONTENT, DC = (
    "{http://www.w3.org/2005/Atom}",
    "{http://purl.org/rss/1.0/modules/content/}",
    "{http://purl.org/dc/elements/1.1/}",
)
ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|&(#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
UNSAFE = re.compile(
    r"<(script|style|iframe|object|embed|form|base|link|meta)\b|<[^>]* on\w+\s*=|javascript:", re.IGNORECASE
)
BAD_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")


def complaints(data: bytes, feed_url: str, hub: str = "") -> list[str]:
    """Everything wrong with an RSS file; nothing for a good one."""
    channel = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).find("channel")
    dates = [parsedate_to_datetime(item.findtext("pubDate")) for item in channel.iterfind("item")]
    return [
        *_file(data),
        *_channel(channel, dates),
        *_links(channel, feed_url, hub),
        *(f"{item.findtext('guid')}: {problem}" for item in channel.iterfind("item") for problem in _item(item)),
    ]


def _file(data: bytes) -> Iterator[str]:
    if not data.startswith(b"<?xml"):
        yield "no XML declaration"
    if len(data) > 1_000_000:
        yield f"{len(data)} bytes"
    if bad := BAD_CHARACTER.search(data.decode("utf-8")):
        yield f"character {bad.group()!r}"


def _channel(channel: etree._Element, dates: list[datetime]) -> Iterator[str]:
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        if len(channel.findall(name)) != 1 or not (channel.findtext(name) or "").strip():
            yield f"not one <{name}>"
    if not dates or dates != sorted(dates, reverse=True):
        yield "no items, or not newest first"
    elif parsedate_to_datetime(channel.findtext("lastBuildDate")) != dates[0]:
        yield "lastBuildDate is not the newest item's"
    guids = [guid.text for guid in channel.iterfind("item/guid")]
    if len(guids) != len(set(guids)):
        yield "a guid stands twice"


def _links(channel: etree._Element, feed_url: str, hub: str) -> Iterator[str]:
    links = [(link.get("rel"), link.get("href"), link.get("type")) for link in channel.iterfind(ATOM + "link")]
    if links != [("self", feed_url, "application/rss+xml"), *([("hub", hub, None)] if hub else [])]:
        yield f"links are {links}"
    if channel.findtext("link") == feed_url or not ADDRESS.fullmatch(channel.findtext("link")):
        yield f"link is {channel.findtext('link')}"


def _item(item: etree._Element) -> Iterator[str]:
    for name in ("title", "link", "description", "guid", "pubDate"):
        if len(item.findall(name)) != 1 or not (item.findtext(name) or "").strip():
            yield f"not one <{name}>"
    if item.find("guid").get("isPermaLink") != "false" or not item.findtext("guid").startswith("urn:uuid:"):
        yield "guid is an address, or is no identity"
    if not ADDRESS.fullmatch(item.findtext("link")):
        yield f"link is {item.findtext('link')}"
    if not RFC_822.fullmatch(item.findtext("pubDate")):
        yield f"date is {item.findtext('pubDate')}"
    if item.find("author") is not None:
        yield "author wants a mail address; dc:creator is for names"
    for name in ("title", "category", DC + "creator"):
        values = [element.text or "" for element in item.iterfind(name)]
        yield from (f"<{name}> holds markup: {value}" for value in values if MARKUP.search(value))
        if len(values) != len({value.casefold() for value in values}) or not all(value.strip() for value in values):
            yield f"<{name}> repeats itself or is empty"
    yield from _html(item.findtext("description") + (item.findtext(CONTENT + "encoded") or ""))


def _html(html: str) -> Iterator[str]:
    for address in re.findall(r'\b(?:href|src)\s*=\s*"([^"]*)"', html):
        if not address.startswith(("https://", "http://")):
            yield f"relative or odd address {address}"
    if bad := UNSAFE.search(html):
        yield f"unsafe: {bad.group()}"


JSON_ITEM = {"authors", "content_html", "content_text", "date_published", "external_url", "id", "language", "summary",
             "tags", "title", "url"}  # fmt: skip
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def json_complaints(data: bytes, feed_url: str) -> list[str]:
    """Everything wrong with a JSON Feed; nothing for a good one."""
    feed = json.loads(data)
    return [*_json_file(data), *_json_channel(feed, feed_url), *(p for one in feed["items"] for p in _json_item(one))]


def _json_file(data: bytes) -> Iterator[str]:
    if len(data) > 1_000_000:
        yield f"{len(data)} bytes"
    if bad := BAD_CHARACTER.search(data.decode("utf-8")):
        yield f"character {bad.group()!r}"


def _json_channel(feed: dict[str, str], feed_url: str) -> Iterator[str]:
    if feed["version"] != "https://jsonfeed.org/version/1.1" or feed["feed_url"] != feed_url or not feed["title"]:
        yield "version, title or feed_url"
    if not ADDRESS.fullmatch(feed["home_page_url"]) or feed["home_page_url"] == feed_url:
        yield f"home_page_url is {feed['home_page_url']}"
    dates = [datetime.fromisoformat(item["date_published"]) for item in feed["items"]]  # type: ignore[index]
    if not dates or dates != sorted(dates, reverse=True):
        yield "no items, or not newest first"
    if len({item["id"] for item in feed["items"]}) != len(dates):  # type: ignore[index]
        yield "an id stands twice"


def _json_item(item: dict[str, str]) -> Iterator[str]:
    if unknown := set(item) - JSON_ITEM:
        yield f"unknown {sorted(unknown)}"
    if not item["id"].startswith("urn:uuid:") or not all(item.values()):
        yield "id is no identity, or something is empty"
    if ("content_html" in item) == ("content_text" in item):
        yield "not one content"
    for name in ("url", "external_url"):
        if name in item and not ADDRESS.fullmatch(item[name]):
            yield f"{name} is {item[name]}"
    if not RFC_3339.fullmatch(item["date_published"]):
        yield f"date is {item['date_published']}"
    if MARKUP.search(item["title"]):
        yield f"title holds markup: {item['title']}"
    names = [name.casefold() for name in item.get("tags", ())]
    if len(names) != len(set(names)):
        yield "a tag stands twice"
    yield from _html(item.get("content_html", ""))
