"""JSON Feed 1.1 (https://jsonfeed.org/version/1.1): the items of the RSS file, with the same identities.

In: a channel and its items. Out: the file, an item a line, so that a change shows in one line. Unlike RSS it tells the
language of each item and the article's own address outside this site. Titles and summaries are plain text by the
standard; what looks like markup in a title is shown with ‹ › all the same, as readers turn JSON Feed into HTML too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from newsdigest.feeds.channel import UNTITLED, Channel, FeedItem, Write, address, distinct, fitted, one_line, plain
from newsdigest.text import without_unsafe_characters

VERSION = "https://jsonfeed.org/version/1.1"

Json = str | Sequence["Json"] | Mapping[str, "Json"]


def json_item(item: FeedItem) -> bytes:
    """Write an item as it stands in a file; the same in each that holds it."""
    return _written(_item(item)).encode()


def json_feed(channel: Channel, items: Iterable[FeedItem], write: Write = json_item) -> bytes:
    """Write a JSON Feed; `write` gives what `json_item` does. Raises ValueError without items."""
    return fitted(channel, items, lambda kept: _render(channel, kept, write))


def _render(channel: Channel, items: Sequence[FeedItem], write: Write) -> bytes:
    about: dict[str, Json] = {
        "version": VERSION,
        "title": plain(channel.title) or UNTITLED,
        "description": plain(channel.description),
        "home_page_url": address(channel.link),
        "feed_url": address(channel.json_url),
        "language": channel.lang,
        "hubs": [{"type": "WebSub", "url": address(channel.hub)}] if channel.hub else [],
    }
    head = "".join(f'"{name}": {_written(value)},\n' for name, value in about.items() if value)
    return b"".join((f'{{\n{head}"items": [\n'.encode(), b",\n".join(map(write, items)), b"\n]\n}\n"))


def _item(item: FeedItem) -> Json:
    title = plain(item.title) or UNTITLED
    summary = one_line(item.summary)
    content = without_unsafe_characters(item.content())
    values: dict[str, Json] = {
        "id": item.guid,
        "url": address(item.link),
        "external_url": address(item.source_url),
        "title": title,
        "summary": summary,
        "content_html": content,
        "content_text": "" if content else summary or title,  # the standard wants one of the two
        "date_published": item.published.astimezone(UTC).isoformat(),
        "authors": [{"name": name} for name in distinct(item.authors)],
        "tags": distinct(item.categories),
        "language": item.lang,
    }
    return {name: value for name, value in values.items() if value}


def _written(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
