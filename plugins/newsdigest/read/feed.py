"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0.

The bytes of a feed file come in; an article for each entry goes out, with what the entry states of itself. Its text is
the full text where the feed gives it, else the description, with a note. The outlet is the feed's title, or that of
the feed which an entry was taken from. A date of change counts only where no entry of the feed has one of publication.
Limits: nothing is fetched; an address that several entries share is the site's, and none of theirs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from lxml.etree import _Element

from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read import feed_fields
from newsdigest.read.entries import ABRIDGED, address_of, allowed, distinct, line_of, text_of
from newsdigest.read.feed_fields import Fields, fields_of, first, html_of, links, local_name
from newsdigest.read.feed_xml import Document, document
from newsdigest.read.found import Found

ENTRY = {"feed": "entry", "rdf": "item", "rss": "item"}
"""Root elements of feeds, in lower case, and what an article in them is called."""
OTHERS = {
    "html": "a web page; let the file's name end in .html",
    "newsitem": "one article in NewsML; save it as a web page or as text",
    "newsml": "one article in NewsML; save it as a web page or as text",
    "nitf": "one article in NITF; save it as a web page or as text",
    "opml": "a list of feeds, without articles; save the feeds that it names",
    "sitemapindex": "a list of addresses, without articles; save the articles",
    "urlset": "a list of addresses, without articles; save the articles",
}
"""Root elements of other XML that news sites give."""
FOOT = re.compile(r"(?:The post|The article) .{1,500} (?:appeared first|first appeared) on .{1,200}", re.IGNORECASE)
"""The last line that blog software adds to each entry."""
STUB = 300
"""Characters below which a full text may be no more than the caption of a picture."""
BY_UPDATE = "the date is that of the last change; the feed states none of publication"


@dataclass(frozen=True, slots=True)
class Feed:
    """What holds for all entries of a file."""

    title: str | None
    link: str | None
    lang: str | None
    authors: tuple[str, ...]
    """Of entries that name none (Atom)."""
    by_update: bool
    """No entry states when it was published."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, with its address and its own id."""

    fields: Fields
    lang: str | None
    url: str | None
    id: str


def read(data: bytes, options: Options) -> Iterator[Found]:
    """Give the articles of a feed. Raises UnusableFileError for other XML, and for a feed without entries."""
    xml = document(data)
    kind = local_name(xml.root)
    if kind not in ENTRY:
        meaning = OTHERS.get(kind, "save the articles that it is about")
        raise UnusableFileError(f"XML of the kind {kind[:40]!r}, no feed (rss, rdf:RDF or feed): {meaning}")
    elements, rest = allowed(list(xml.root.iter(f"{{*}}{ENTRY[kind]}")), options)
    if not elements:
        raise UnusableFileError("a feed without an entry; save it again when there are articles in it")
    parts = [fields_of(element) for element in elements]
    feed = _feed(xml.root, by_update=not any(first(fields, feed_fields.PUBLISHED) for fields in parts))
    entries = [_entry(element, fields, feed) for element, fields in zip(elements, parts, strict=True)]
    shared = _shared(entries, feed)
    found = (_found(replace(entry, url=None) if entry.url in shared else entry, feed, options) for entry in entries)
    repairs = _repairs(xml, elements)
    yield from distinct(replace(one, notes=(*more, *one.notes)) for one, more in zip(found, repairs, strict=True))
    yield from rest


def _feed(root: _Element, *, by_update: bool) -> Feed:
    channel = next(root.iter("{*}channel"), root)
    fields = fields_of(channel)
    title = line_of(first(fields, feed_fields.TITLE))
    authors = feed_fields.authors(fields) if channel is root else ()
    return Feed(
        title=title,
        link=next(links(fields, ""), None),
        lang=first(fields, feed_fields.LANGUAGE) or channel.get(feed_fields.LANG) or root.get(feed_fields.LANG),
        authors=tuple(name for name in authors if name != title),
        by_update=by_update,
    )


def _entry(element: _Element, fields: Fields, feed: Feed) -> Entry:
    about = next((str(value) for name, value in element.items() if str(name).endswith("}about")), "")  # RSS 1.0
    return Entry(
        fields=fields,
        lang=element.get(feed_fields.LANG) or first(fields, feed_fields.LANGUAGE) or feed.lang,
        url=next(links(fields, feed.link or ""), None) or address_of(about),
        id=first(fields, feed_fields.IDS) or about,
    )


def _shared(entries: Iterable[Entry], feed: Feed) -> frozenset[str | None]:
    """Find addresses that are the site's, not an article's: the feed's, and those of entries with different ids."""
    ids: dict[str | None, set[str]] = {feed.link: {"", "feed"}}
    for entry in entries:
        ids.setdefault(entry.url, set()).add(entry.id or line_of(first(entry.fields, feed_fields.TITLE)) or "")
    return frozenset(url for url, own in ids.items() if len(own) > 1)


def _repairs(xml: Document, elements: Iterable[_Element]) -> Iterator[tuple[str, ...]]:
    """For each entry tell what was repaired in it: a break of the XML matters from where it is."""
    broken = f"the feed's XML is broken at line {xml.broken}: read as far as it could be understood"
    lines = [_line(element) for element in elements]
    for own, following in zip_longest(lines, lines[1:], fillvalue=math.inf):
        ended = following < xml.broken or own < following == xml.broken
        yield xml.notes if ended or not xml.broken else (*xml.notes, broken)


def _line(element: _Element) -> int:
    return int(str(element.sourceline or 1))  # a number; the stubs of lxml do not tell


def _found(entry: Entry, feed: Feed, options: Options) -> Found:
    stated, notes = _stated(entry, feed)
    text, abridged, problem = "", False, ""
    try:
        text, abridged = _text(entry.fields, options)
    except UnusableFileError as error:
        problem = str(error)
    key = _key(entry, feed, stated, text)
    if text:
        return Found(text, stated, frame=_foot(text), key=key, notes=(*notes, ABRIDGED) if abridged else notes)
    named = f" of “{stated.title}”" if stated.title else ""
    return Found("", stated, key=key, problem=problem or f"the feed gives no text{named}; save the article itself")


def _stated(entry: Entry, feed: Feed) -> tuple[Stated, tuple[str, ...]]:
    """Give what the entry and its feed state, and a note where that is not quite what it seems."""
    fields = entry.fields
    date = first(fields, feed_fields.PUBLISHED)
    updated = first(fields, feed_fields.UPDATED) if feed.by_update else ""
    source = next((fields_of(element) for element in fields.get("source", ())), {})
    stated = Stated(
        title=line_of(first(fields, feed_fields.TITLE)),
        authors=feed_fields.authors(fields) or feed_fields.authors(source) or feed.authors,
        outlet=line_of(first(source, ("title",)) if source else first(fields, ("source",))) or feed.title,
        url=entry.url,
        date=date or updated or None,
        lang=entry.lang,
        origin="feed",
    )
    return stated, (BY_UPDATE,) if updated else ()


def _text(fields: Fields, options: Options) -> tuple[str, bool]:
    """Give the entry's text, and whether it is only a description: the longer one, where the full text is a stub."""
    full = _first_text(fields, feed_fields.FULL, options)
    described = _first_text(fields, feed_fields.ABRIDGED, options) if len(full) < STUB else ""
    return (described, True) if len(described) > len(full) else (full, False)


def _first_text(fields: Fields, names: Iterable[str], options: Options) -> str:
    texts = (text_of(html_of(element), options) for name in names for element in fields.get(name, ()))
    return next((text for text in texts if text.strip()), "")


def _foot(text: str) -> tuple[int, ...]:
    lines = text.split("\n")
    return (len(lines),) if FOOT.fullmatch(lines[-1]) else ()


def _key(entry: Entry, feed: Feed, stated: Stated, text: str) -> str:
    """Give what tells an entry from all others wherever it is met again."""
    if entry.url:
        return entry.url
    where = feed.link or feed.title or ""
    if entry.id:
        return f"{where}\n{entry.id}"
    return "\n".join((where, stated.title or text[:200], stated.date or ""))
