"""The fields of a record: what its keys are called, and what stands in them.

A record comes in, as JSON gives it; its title, address, names and date go out. The keys are those of the exports of
read-it-later services and feed readers, of JSON Feed, schema.org, the interfaces of news and blog software and usual
scrapers. Limits: a date of saving or of change is never one of publication, so `created`, `created_at`, `saved_at`,
`time_added`, `timestamp`, `crawled`, `updated` are in no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from newsdigest.model import Stated
from newsdigest.read.entries import address_of, line_of

Record = Mapping[str, object]
"""By keys that have only lower-case letters and digits: `datePublished` and `date_published` are one."""

FULL = """
    fulltext fullcontent articlebody articletext maintext contenthtml htmlcontent content articlehtml bodyhtml
    contenttext textcontent plaintext text bodytext body article html rawhtml rawtext
    """.split()
"""Keys of the text, best first."""
ABRIDGED = "description summary excerpt abstract snippet trailtext standfirst lead".split()
TITLE = "title resolvedtitle headline webtitle giventitle ogtitle name".split()
AUTHORS = "authors author byline creators creator dccreator writers writer authorname publishedby".split()
OUTLET = """
    sitename publishername publisher publication outlet newspaper source feedtitle feed domainmetadata domainname
    sourcedomain sourcehostname hostname domain origin
    """.split()
SAVED = ("readingprogress", "savedat")
"""Keys of records whose `source` is the way they came to a read-it-later service, no outlet."""
URL = """
    canonicalurl canonical resolvedurl originalurl originalarticleurl sourceurl url weburl link href permalink
    givenurl alternate mainentityofpage source
    """.split()
"""Keys of the address; where a service has its own page for an article, `url` is that, so the original comes first."""
DATE = """
    datepublished publishedat publisheddate publishdate datepublish publicationdate webpublicationdate publishedtime
    publishtime articlepublishedtime firstpublished firstpublishedat pubdate published publishedon dateposted postedat
    dateissued issued isodate dategmt date
    """.split()
"""Keys of the date of publication, surest first."""
LANG = "language lang inlanguage locale contentlanguage".split()
ID = "id uuid guid itemid resolvedid fingerprint hashedurl originid".split()
INNER = "content fields node".split()
"""Keys of a map with fields of the record itself: `{"type": "article", "fields": {"headline": …}}`."""
NAME_IN = "name title displayname rendered value text".split()
TEXT_IN = "rendered html content value text data".split()
URL_IN = "href url id value".split()
DATE_IN = "date datetime value numberlong iso".split()
"""Keys of a value that is a map itself: `{"name": "Jane Doe", "url": …}`."""
NOTHING = frozenset({"", "-", "[]", "n/a", "na", "nan", "nil", "none", "null", "undefined", "unknown"})
"""What exports write where nothing is known, in lower case."""
EPOCH_UNITS = ((100_000_000_000, 1), (100_000_000_000_000, 1_000), (100_000_000_000_000_000, 1_000_000))
"""Below the first number a date in figures is in seconds (up to the year 5138), then milli- and microseconds."""
EARLIEST = 100_000_000
"""Seconds: March 1973. Smaller numbers are years, days written together, or nothing."""
_NO_KEY = re.compile(r"[^a-z0-9]")
_FIGURES = re.compile(r"\d{9,17}(?:\.\d{1,9})?")


def keyed(record: Mapping[str, object]) -> Record:
    """Reduce the keys to letters and digits; of two that are one, the first that says something counts."""
    found: dict[str, object] = {}
    for key, value in record.items():
        name = _NO_KEY.sub("", key.lower())
        found[name] = found.get(name) or value
    return found


def flat(record: Record) -> Record:
    """Take the fields in maps of the record to it, where it has none of that name."""
    for name in INNER:
        inner = record.get(name)
        if isinstance(inner, dict):
            record = {**keyed(inner), **{key: value for key, value in record.items() if value}}
    return record


def stated(record: Record) -> Stated:
    """Give what a record states of its article."""
    return Stated(
        title=line_of(next(_all(record, TITLE, NAME_IN), "")),
        authors=_authors(record),
        outlet=_outlet(record),
        url=next((url for text in _all(record, URL, URL_IN) if (url := address_of(text)) and _is_page(url)), None),
        date=line_of(_moment(next(_all(record, DATE, DATE_IN), ""))),
        lang=line_of(next(_all(record, LANG, NAME_IN), "")),
        origin="record",
    )


def text_in(record: Record, names: list[str]) -> str:
    """Give the first text under one of the keys, HTML or not; of a list, all its parts."""
    for name in names:
        parts = list(said(record.get(name), TEXT_IN))
        if parts:
            return "\n".join(parts)
    return ""


def id_of(record: Record) -> str:
    """Give the record's own id; empty where it has none."""
    return next(_all(record, ID, URL_IN), "")


def _all(record: Record, names: list[str], inside: list[str]) -> Iterator[str]:
    for name in names:
        yield from said(record.get(name), inside)


def said(value: object, inside: list[str], depth: int = 4) -> Iterator[str]:
    """Give the texts in a value: itself, the parts of a list, what a map has under a known key, else all its values."""
    if isinstance(value, str):
        if value.strip().lower() not in NOTHING:
            yield value.strip()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and depth:
        for part in value:
            yield from said(part, inside, depth - 1)
    elif isinstance(value, dict) and depth:
        record = keyed(value)
        known = next((record[name] for name in inside if record.get(name)), None)
        for part in [known] if known is not None else [part for part in value.values() if isinstance(part, dict)]:
            yield from said(part, inside, depth - 1)


def _authors(record: Record) -> tuple[str, ...]:
    for name in AUTHORS:
        names = [line_of(text) for text in said(record.get(name), NAME_IN)]
        if any(names):
            return tuple(dict.fromkeys(one for one in names if one))
    return ()


def _outlet(record: Record) -> str | None:
    names = [name for name in OUTLET if name != "source" or not any(record.get(key) for key in SAVED)]
    return next((name for text in _all(record, names, NAME_IN) if (name := line_of(text)) and _is_name(name)), None)


def _is_name(text: str) -> bool:
    return address_of(text) is None


def _is_page(url: str) -> bool:
    """Tell the address of a page from that of a site: `https://example.com/`."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def _moment(text: str) -> str:
    """Write a date given in seconds since 1970, or parts of them, as others are; those stay as they are."""
    if not _FIGURES.fullmatch(text):
        return text.strip("0.-: ") and text  # 0000-00-00 00:00:00
    number = float(text)
    unit = next((unit for below, unit in EPOCH_UNITS if number < below), 0)
    if not unit or number / unit < EARLIEST:
        return text
    return datetime.fromtimestamp(int(number / unit), UTC).isoformat()
