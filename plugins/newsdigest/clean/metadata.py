"""What a text states about itself: header lines, byline, date and address.

The lines or blocks of a text come in; the facts and the lines that gave them go out, each line with its rule's name.
Stated in the header first, then in lines before the article. Never guessed: two different dates or a byline that is no
name give none (an `Author:` is the owner's word and stands), and `Updated` is no publication date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from newsdigest.clean.authors import Byline, byline, first_prose
from newsdigest.clean.blocks import Block
from newsdigest.clean.dates import CHANGED, PUBLISHED, may_be_dated, parse_date, without_extras
from newsdigest.clean.names import MAX_LENGTH, calm, names_in, stated_names
from newsdigest.model import Origin, Stated
from newsdigest.text import words

FIELDS = {
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "byline": "byline",
    "date": "date",
    "headline": "title",
    "id": "id",
    "lang": "language",
    "language": "language",
    "link": "url",
    "outlet": "source",
    "publication": "source",
    "published": "date",
    "publisher": "source",
    "site": "source",
    "source": "source",
    "title": "title",
    "url": "url",
}
"""Labels of header lines, and the rule that takes the line."""

_HEADER = re.compile(rf"(?P<label>{'|'.join(FIELDS)})\s*:\s*(?P<value>.*)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]{4,2000}", re.IGNORECASE)
TRACKING = "_hsenc _hsmi dclid fbclid gclid igshid mc_cid mc_eid msclkid twclid utm_[a-z_]+ yclid".split()
"""Parameters of an address that tell how a reader came to the page, never which page it is."""
_TRACKS = re.compile("|".join(TRACKING), re.IGNORECASE)
_DATED = re.compile(
    rf"(?P<label>(?:first |last |originally )?(?:(?P<changed>{'|'.join(CHANGED)})|{'|'.join(PUBLISHED)})"
    r"(?: am| at| el| em| il| le| on| op)?:?\s+(?:by .{1,40} on )?)?(?P<date>.{6,60})",
    re.IGNORECASE,
)
_CHANGE_FIRST = re.compile(
    rf"(?:last )?(?:{'|'.join(CHANGED)})\b[^|•·]{{6,60}}[|•·]\s+(?=(?:{'|'.join(PUBLISHED)})\b)", re.IGNORECASE
)
"""`Updated May 4, 2024 | Published May 3, 2024`."""
_BESIDE_NAMES = frozenset("af and av by door et och og par por text texte texto und van von words y".split())
"""What may stand in a line with the authors' names and nothing else."""
_SHOWN = 80
"""Characters of a value that a note repeats."""
_NOTED = 20
"""Values that are noted: a table may have thousands of lines that look like a header's."""
_TOP = 12
"""Blocks in which date and byline are looked for, unless the article begins earlier."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was stated, and where; `taken` are the lines that stated it."""

    title: str | None = None
    title_origin: Origin | None = None
    byline: tuple[str, ...] = ()
    byline_origin: Origin | None = None
    outlet: str | None = None
    outlet_origin: Origin | None = None
    url: str | None = None
    url_origin: Origin | None = None
    published: datetime | None = None
    published_origin: Origin = "saved"
    id: str | None = None
    lang: str | None = None
    taken: tuple[tuple[Block, str], ...] = field(default=())
    notes: tuple[str, ...] = ()
    """Header lines that could not be used, in words for the build report."""


def from_file(stated: Stated) -> Facts:
    """Take what the file states outside of the text: page metadata, front matter, the head of a mail."""
    given = (
        ("title", stated.title),
        ("source", stated.outlet),
        ("url", stated.url),
        ("language", stated.lang),
        ("id", stated.id),
    )
    names = tuple(dict.fromkeys(calm(name) for one in stated.authors for name in stated_names(_plain(one))))
    facts = Facts(byline=names, byline_origin=(stated.authors_origin or stated.origin) if names else None)
    for label, value in given:
        origin = stated.title_origin if label == "title" else None
        facts = _with_value(facts, label, _plain(value), origin or stated.origin)
    return _with_value(facts, "date", _plain(stated.date), stated.date_origin or stated.origin)


def _plain(value: str | None) -> str:
    return " ".join((value or "").split())


def header(lines: Sequence[Block]) -> Facts:
    """Read the labelled lines at the top (`Title: ...`); the first line may be a title without its label."""
    facts = Facts()
    taken: list[tuple[Block, str]] = []
    for i, line in enumerate(lines):
        found = _HEADER.fullmatch(line.text) if len(line.text) < 3000 else None
        if found:
            label, value = found["label"].casefold(), found["value"].strip()
            taken.append((line, FIELDS[label]))
            facts = _with_value(facts, label, value, "header")
        elif i:
            break
    return replace(facts, taken=tuple(taken))


def _with_value(facts: Facts, label: str, value: str, origin: Origin) -> Facts:
    """Take one value; what was stated before it stands."""
    rule = FIELDS[label]
    if not value:
        return facts
    if rule == "title":
        return facts if facts.title else replace(facts, title=value, title_origin=origin)
    if rule == "byline":
        return _with_names(facts, value, names_in(value) if label == "by" else stated_names(value), origin)
    if rule == "date":
        return _with_stated_date(facts, value, origin)
    if rule == "url":
        return _with_url(facts, value, origin)
    if rule == "source":
        return _with_source(facts, value, origin)
    if rule == "id":
        return replace(facts, id=value)
    if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", value):
        return replace(facts, lang=value.replace("_", "-"))
    return _noting(facts, "language", value, "a code such as en or pt-BR")


def _noting(facts: Facts, what: str, value: str, expected: str) -> Facts:
    found = value if len(value) <= _SHOWN else value[:_SHOWN] + "…"
    note = f"the {what} stated, “{found}”, could not be read; expected {expected}"
    return replace(facts, notes=(*facts.notes, note)) if len(facts.notes) < _NOTED else facts


def _with_names(facts: Facts, value: str, names: tuple[str, ...], origin: Origin) -> Facts:
    if not names:
        return _noting(facts, "author", value, "names such as Jane Doe and John Roe")
    return facts if facts.byline else replace(facts, byline=names, byline_origin=origin)


def _with_stated_date(facts: Facts, value: str, origin: Origin) -> Facts:
    at = parse_date(value)
    if at is None:
        return _noting(facts, "date", value, "a form such as 2026-03-02")
    return facts if facts.published else replace(facts, published=at, published_origin=origin)


def _with_url(facts: Facts, value: str, origin: Origin) -> Facts:
    if not _URL.fullmatch(value):
        return _noting(facts, "address", value, "a form such as https://example.com/story")
    return facts if facts.url else replace(facts, url=value, url_origin=origin)


def without_tracking(url: str) -> str:
    """Take out of an address what only tells how a reader came to it.

    >>> without_tracking("https://example.org/a?id=7&utm_source=mail#top")
    'https://example.org/a?id=7#top'
    """
    place, mark, fragment = url.partition("#")
    address, _, query = place.partition("?")
    asked = "&".join(one for one in query.split("&") if not _TRACKS.fullmatch(one.partition("=")[0]))
    return f"{address}?{asked}{mark}{fragment}" if asked else url if asked == query else f"{address}{mark}{fragment}"


def _with_source(facts: Facts, value: str, origin: Origin) -> Facts:
    if _URL.fullmatch(value):
        return _with_url(facts, value, origin)
    return facts if facts.outlet else replace(facts, outlet=value[:200], outlet_origin=origin)


def opening(blocks: Sequence[Block], facts: Facts) -> Facts:
    """Add what the lines before the first paragraph state: one byline, one date, an address."""
    top = blocks[: min(first_prose(blocks), _TOP)]
    lines = [(b, found) for b in top if (found := byline(b))]
    dates = [(b, changed, at) for b in top for changed, at in [_dated(b.text)] if at]
    urls = [b for b in top if _URL.fullmatch(b.text)]
    signed = lines if len(lines) == 1 or facts.byline else []  # of several none is sure to be this article's
    known = [b for b in top if _only_names(b.text, facts.byline)]
    taken = [
        *((b, "byline") for b in (*known, *(b for b, _ in signed))),
        *((b, "date") for b, _, _ in dates),
        *((b, "url") for b in urls),
    ]
    facts = replace(facts, taken=(*facts.taken, *taken))
    if len(lines) == 1 and not facts.byline:
        facts = replace(facts, byline=lines[0][1].names, byline_origin="byline")
    if urls and not facts.url:
        facts = replace(facts, url=urls[0].text, url_origin="text")
    return facts if facts.published else _with_date(facts, {at for _, changed, at in dates if not changed}, lines)


def _only_names(text: str, names: Sequence[str]) -> bool:
    """Tell whether a line says who wrote it, of authors that are known already: `Par Jeanne Doux et Jo Roux`."""
    rest = text.casefold()
    for name in names if len(text) <= MAX_LENGTH else ():
        rest = rest.replace(name.casefold(), " ")
    return rest != text.casefold() and _BESIDE_NAMES.issuperset(words(rest))


def _with_date(facts: Facts, stated: set[datetime], lines: list[tuple[Block, Byline]]) -> Facts:
    if len(stated) == 1:
        return replace(facts, published=stated.pop(), published_origin="text")
    signed = {at for _, found in lines if (at := parse_date(found.date))}
    if not stated and len(signed) == 1:
        return replace(facts, published=signed.pop(), published_origin="byline")
    return facts


def _dated(text: str) -> tuple[bool, datetime | None]:
    """Read `Published on 3 May 2024`; also tell whether it is the day of a change."""
    if len(text) > 120 or not may_be_dated(text):
        return False, None
    found = _DATED.fullmatch(without_extras(_CHANGE_FIRST.sub("", text)))
    return (bool(found["changed"]), parse_date(found["date"])) if found else (False, None)
