"""A channel and its items, made up for the tests of every feed format."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsdigest.feeds import Channel, FeedItem

URL = "https://user.example/repo/feeds/all.xml"
JSON_URL = "https://user.example/repo/feeds/all.json"
CHANNEL = Channel("The Digest", "All articles.", "https://user.example/repo/", URL, JSON_URL, "en")
FIRST = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def item(number: int = 1, /, **given: object) -> FeedItem:
    """The number-th article; a higher number is newer."""
    if isinstance(content := given.get("content"), str):
        given = {**given, "content": lambda: content}
    plain = FeedItem(
        title=f"Article {number}",
        link=f"https://user.example/repo/articles/article-{number}.html",
        guid=f"urn:uuid:00000000-0000-5000-8000-{number:012}",
        published=FIRST + timedelta(hours=number),
        authors=("Ann Lee", "Bo Ek"),
        categories=("ferries", "Ann Lee"),
        summary="It sails. It returns.",
        content=lambda: f'<p id="p1">Article <a href="https://user.example/repo/people/ann.html">{number}</a>.</p>',
        lang="en",
        source_url=f"https://ledger.example/{number}",
    )
    return replace(plain, **given)  # type: ignore[arg-type]


def long_item(number: int, size: int = 9_000) -> FeedItem:
    """An article with this many characters of content."""
    words = random.Random(number).choices(("tide", "pier", "ägg", "“quay”", "&amp;"), k=size // 6)  # noqa: S311
    return item(number, content=f"<p>{' '.join(words)}</p>")
