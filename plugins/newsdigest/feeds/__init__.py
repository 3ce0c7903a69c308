"""Feeds as bytes: the same items as RSS 2.0 and as JSON Feed 1.1, and OPML that lists the feeds.

channel     what a feed and its items are, made plain and put in order
rss  json_feed  opml      one module a format
quotation   the content of an item that is a quotation
In: a channel and its items as plain text, their content as safe HTML, all addresses absolute. Out: files that readers
take in without loss: newest first, each item once, an identity that is no address. They are dated by their newest item,
never by a clock: same items, same bytes.
"""

from newsdigest.feeds.channel import MAX_BYTES, Channel, FeedItem, no_content
from newsdigest.feeds.json_feed import json_feed, json_item
from newsdigest.feeds.opml import Group, opml
from newsdigest.feeds.quotation import quotation
from newsdigest.feeds.rss import rss, rss_item

__all__ = [
    "MAX_BYTES",
    "Channel",
    "FeedItem",
    "Group",
    "json_feed",
    "json_item",
    "no_content",
    "opml",
    "quotation",
    "rss",
    "rss_item",
]
