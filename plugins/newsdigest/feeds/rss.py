"""RSS 2.0 by feedgen: `description` the plain summary, `content:encoded` the article, `dc:creator` the authors.

In: a channel and its items. Out: the file. Method: what feedgen gets wrong by default is set: it dates the feed now,
takes the last link for the channel's own, drops authors without a mail address, and of the links to a feed's companions
writes only the one to itself, so the hub (WebSub) comes by an extension of ours. Each item is written in a feed of its
own and cut out of it, as other feeds hold it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem
from lxml.etree import _Element

from newsdigest.feeds.channel import UNTITLED, Channel, FeedItem, Write, address, distinct, fitted, one_line, plain
from newsdigest.text import without_unsafe_characters

LINK = "{http://www.w3.org/2005/Atom}link"
BEGIN, END = b"    <item>\n", b"  </channel>\n"
"""Of the first item, and of the last one, as feedgen writes them."""


class Hub(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    """The address where readers may ask to be told of new items."""

    address = ""

    def extend_rss(self, feed: _Element) -> _Element:
        """Add the link to the channel."""
        xml_elem(LINK, feed[0], href=self.address, rel="hub")
        return feed


def rss_item(item: FeedItem) -> bytes:
    """Write an item as it stands in a file; the same in each that holds it."""
    feed = _feed()
    feed.title(UNTITLED)
    feed.description(UNTITLED)
    feed.link(href="/")
    _fill(feed.add_entry(), item)
    data: bytes = feed.rss_str(pretty=True)
    return data[data.index(BEGIN) : data.rindex(END)]


def rss(channel: Channel, items: Iterable[FeedItem], write: Write = rss_item) -> bytes:
    """Write an RSS 2.0 file; `write` gives what `rss_item` does. Raises ValueError without items."""
    return fitted(channel, items, lambda kept: _render(channel, kept, write))


def _feed() -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("dc", DcExtension, DcEntryExtension)
    return feed


def _render(channel: Channel, items: Sequence[FeedItem], write: Write) -> bytes:
    feed = _feed()
    feed.title(plain(channel.title) or UNTITLED)
    feed.description(plain(channel.description) or plain(channel.title) or UNTITLED)
    feed.link(href=address(channel.feed_url), rel="self", type="application/rss+xml")
    if channel.hub:
        feed.register_extension("hub", Hub, BaseEntryExtension, atom=False)
        feed.hub.address = address(channel.hub)
    feed.link(href=address(channel.link), rel="alternate")  # the last link given becomes the channel's own
    feed.language(channel.lang)
    feed.generator("Newsdigest")
    feed.lastBuildDate(items[0].published.astimezone(UTC))
    data: bytes = feed.rss_str(pretty=True)
    head, end, foot = data.rpartition(END)
    return b"".join((head, *map(write, items), end, foot))


def _fill(entry: FeedEntry, item: FeedItem) -> None:
    entry.title(plain(item.title) or UNTITLED)
    entry.link(href=address(item.link))
    entry.guid(item.guid, permalink=False)
    entry.published(item.published.astimezone(UTC))
    entry.description(escape(one_line(item.summary), quote=False) or plain(item.title) or UNTITLED)
    if content := item.content():
        entry.content(without_unsafe_characters(content), type="CDATA")
    for author in distinct(item.authors):
        entry.dc.dc_creator(author)
    for category in distinct(item.categories):
        entry.category(term=category)
