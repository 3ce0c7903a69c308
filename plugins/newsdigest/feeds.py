"""Feeds as bytes: RSS 2.0 of any set of articles, and OPML that lists the feeds.

In: a channel and its items as plain text, their content as safe HTML, all addresses absolute. Out: a file that readers
take in without loss: newest first, `description` the plain summary, `content:encoded` the whole article, `dc:creator`
the authors, a guid that is no address. It is dated by its newest item, never by a clock: same items, same bytes.
Limits: a file stays under MAX_BYTES; where contents do not fit, counted from the newest, only their descriptions stay.
What looks like markup in a title is shown with ‹ ›, as readers disagree on whether a title is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape, unescape
from urllib.parse import quote
from xml.etree import ElementTree

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from newsdigest.text import without_unsafe_characters

MAX_BYTES = 1_000_000
"""Feed validators and readers give up between 1 and 5 MB; 300 whole articles were measured at 1.6 MB."""
_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is in an address; the rest is percent-encoded, as validators want ASCII."""
_MARKUP = re.compile(r"<(/?[a-zA-Z!][^>]*)>")


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says about itself."""

    title: str
    description: str
    link: str
    """The page that shows the same articles."""
    feed_url: str
    lang: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One article in a feed."""

    title: str
    link: str
    guid: str
    """Must never change, whatever else does: `urn:uuid:…`."""
    published: datetime
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    summary: str
    """Plain text."""
    content: str
    """Safe HTML with absolute addresses; empty for none."""


def rss(channel: Channel, items: Sequence[FeedItem]) -> bytes:
    """Write an RSS 2.0 file. Raises ValueError without items (an empty feed helps nobody) or on a date without zone."""
    if not items:
        raise ValueError(f"feed {channel.feed_url} has no items; expected one or more")
    ordered = sorted(items, key=lambda item: (-item.published.timestamp(), item.guid))
    whole = _render(channel, ordered)
    return whole if len(whole) <= MAX_BYTES else _render(channel, _fitting(ordered, len(whole)))


def opml(title: str, channels: Iterable[Channel]) -> bytes:
    """Write an OPML 2.0 file that lists the feeds in the order given."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = _plain(title)
    outlines = ElementTree.SubElement(root, "body")
    for channel in channels:
        outlines.append(ElementTree.Element("outline", _outline(channel)))
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _outline(channel: Channel) -> dict[str, str]:
    return {
        "type": "rss",
        "text": _plain(channel.title),
        "title": _plain(channel.title),
        "description": _plain(channel.description),
        "language": channel.lang,
        "htmlUrl": _address(channel.link),
        "xmlUrl": _address(channel.feed_url),
    }


def _render(channel: Channel, items: Sequence[FeedItem]) -> bytes:
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(_plain(channel.title) or "Untitled")
    feed.description(_plain(channel.description) or _plain(channel.title) or "Untitled")
    feed.link(href=_address(channel.feed_url), rel="self", type="application/rss+xml")
    feed.link(href=_address(channel.link), rel="alternate")  # the last link given becomes the channel's own
    feed.language(channel.lang)
    feed.generator("Newsdigest")
    feed.lastBuildDate(items[0].published.astimezone(UTC))
    for item in items:
        _fill(feed.add_entry(order="append"), item)
    data: bytes = feed.rss_str(pretty=True)
    return data


def _fill(entry: FeedEntry, item: FeedItem) -> None:
    entry.title(_plain(item.title) or "Untitled")
    entry.link(href=_address(item.link))
    entry.guid(item.guid, permalink=False)
    entry.published(item.published.astimezone(UTC))
    entry.description(escape(_one_line(item.summary), quote=False) or _plain(item.title) or "Untitled")
    if item.content:
        entry.content(without_unsafe_characters(item.content), type="CDATA")
    for author in _distinct(item.authors):
        entry.dc.dc_creator(author)
    for category in _distinct(item.categories):
        entry.category(term=category)


def _fitting(items: Sequence[FeedItem], size: int) -> list[FeedItem]:
    """Give up contents that do not fit, counted from the newest, so that one long article costs the others nothing."""
    room = MAX_BYTES - size + sum(_content_size(item) for item in items)
    kept = []
    for item in items:
        fits = _content_size(item) <= room
        room -= _content_size(item) if fits else 0
        kept.append(item if fits else replace(item, content=""))
    return kept


def _content_size(item: FeedItem) -> int:
    """Bytes that an item without its content saves, at least."""
    return len(without_unsafe_characters(item.content).encode())


def _distinct(names: Iterable[str]) -> list[str]:
    """Make names plain; of those that differ in case only, keep the first."""
    first: dict[str, str] = {}
    for plain in map(_plain, names):
        first.setdefault(plain.casefold(), plain)
    return [plain for plain in first.values() if plain]


def _plain(text: str) -> str:
    """Make text that means the same whether a reader takes it for plain text or for HTML."""
    while (decoded := unescape(text)) != text:
        text = decoded
    return _MARKUP.sub(r"‹\1›", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(without_unsafe_characters(text).split())


def _address(url: str) -> str:
    return quote(without_unsafe_characters(url), safe=_ADDRESS)
