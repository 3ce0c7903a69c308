"""What a feed says, whatever its format: the channel, its items, and how both are made plain and small enough.

In: texts as they come. Out: texts that mean the same to every reader, and as many items as a file may hold.
Limits: a file stays under MAX_BYTES; where contents do not fit, counted from the newest, only their descriptions stay,
and where these do not fit, the oldest items go. What looks like markup in a title is shown with ‹ ›, as readers
disagree on whether a title is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape
from urllib.parse import quote

from newsdigest.text import without_unsafe_characters

MAX_BYTES = 1_000_000
"""Feed validators and readers give up between 1 and 5 MB; 300 whole articles were measured at 1.6 MB."""
UNTITLED = "Untitled"
_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is in an address; the rest is percent-encoded, as validators want ASCII."""
_MARKUP = re.compile(r"<(/?[a-zA-Z!][^>]*)>")


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says about itself."""

    title: str
    description: str
    link: str
    """The page that shows the same."""
    feed_url: str
    """Of the RSS file."""
    json_url: str
    lang: str
    hub: str = ""
    """Where readers may ask to be told of new items (WebSub); empty for none."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One article, or one quotation, in a feed."""

    title: str
    link: str
    guid: str
    """Must never change, whatever else does: `urn:uuid:…`."""
    published: datetime
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    summary: str
    """Plain text."""
    content: Callable[[], str]
    """Makes safe HTML with absolute addresses, when an item is written; gives an empty text for none."""
    lang: str = ""
    source_url: str = ""
    """Where the article stands outside this site; empty where nobody knows."""


def no_content() -> str:
    """Stand for the content of an item that has none."""
    return ""


Render = Callable[[Sequence[FeedItem]], bytes]
Write = Callable[[FeedItem], bytes]


def fitted(channel: Channel, items: Iterable[FeedItem], render: Render) -> bytes:
    """Write the items, newest first, those of one moment in the order given, each once, as far as they fit.

    Raises ValueError without items: an empty feed helps nobody.
    """
    each: dict[str, FeedItem] = {}
    for item in items:
        each.setdefault(item.guid, item)
    if not each:
        raise ValueError(f"feed {channel.feed_url} has no items; expected one or more")
    ordered = sorted(each.values(), key=lambda item: -item.published.timestamp())
    whole = render(ordered)
    if len(whole) > MAX_BYTES:
        ordered = _lighter(ordered, len(whole))
        whole = render(ordered)
    while len(whole) > MAX_BYTES and len(ordered) > 1:
        ordered = ordered[: max(1, len(ordered) * MAX_BYTES // len(whole))]
        whole = render(ordered)
    return whole


def _lighter(items: Sequence[FeedItem], whole: int) -> list[FeedItem]:
    """Give up contents that do not fit, counted from the newest, so that one long article costs the others nothing."""
    room = MAX_BYTES - whole + sum(map(_content_size, items))
    kept = []
    for item in items:
        size = _content_size(item)
        fits = size <= room
        room -= size if fits else 0
        kept.append(item if fits else replace(item, content=no_content))
    return kept


def _content_size(item: FeedItem) -> int:
    """Bytes that an item without its content saves, at least."""
    return len(without_unsafe_characters(item.content()).encode())


def distinct(names: Iterable[str]) -> list[str]:
    """Make names plain; of those that differ in case only, keep the first."""
    first: dict[str, str] = {}
    for name in map(plain, names):
        first.setdefault(name.casefold(), name)
    return [name for name in first.values() if name]


def plain(text: str) -> str:
    """Make text that means the same whether a reader takes it for plain text or for HTML."""
    while (decoded := unescape(text)) != text:
        text = decoded
    return _MARKUP.sub(r"‹\1›", one_line(text))


def one_line(text: str) -> str:
    """Put a text on one line, without characters that no feed may hold."""
    return " ".join(without_unsafe_characters(text).split())


def address(url: str) -> str:
    """Write an address in ASCII."""
    return quote(without_unsafe_characters(url), safe=_ADDRESS)
