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
from newsdigest.clean.dates import parse_date
from newsdigest.clean.names import names_in, stated_names
from newsdigest.model import Origin

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
_DATED = re.compile(
    r"(?P<label>(?:first |last |originally )?(?:published|posted|updated|modified|date|created|revised)"
    r"(?: on| at)?:?\s+(?:by .{1,40} on )?)?(?P<date>.{6,60})",
    re.IGNORECASE,
)
_SHOWN = 80
"""Characters of a value that a note repeats."""
_TOP = 12
"""Blocks in which date and byline are looked for, unless the article begins earlier."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was stated; `taken` are the lines that stated it."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_origin: Origin = "saved"
    id: str | None = None
    lang: str | None = None
    taken: tuple[tuple[Block, str], ...] = field(default=())
    notes: tuple[str, ...] = ()
    """Header lines that could not be used, in words for the build report."""


def header(lines: Sequence[Block]) -> Facts:
    """Read the labelled lines at the top (`Title: ...`); the first line may be a title without its label."""
    facts = Facts()
    for i, line in enumerate(lines):
        found = _HEADER.fullmatch(line.text) if len(line.text) < 3000 else None
        if found:
            facts = _with_field(facts, line, found["label"].casefold(), found["value"].strip())
        elif i:
            break
    return facts


def _with_field(facts: Facts, line: Block, label: str, value: str) -> Facts:
    rule = FIELDS[label]
    facts = replace(facts, taken=(*facts.taken, (line, rule)))
    if not value:
        return facts
    if rule == "title":
        return replace(facts, title=facts.title or value)
    if rule == "byline":
        return _with_names(facts, value, names_in(value) if label == "by" else stated_names(value))
    if rule == "date":
        return _with_stated_date(facts, value)
    if rule == "url":
        return _with_url(facts, value)
    if rule == "source":
        return _with_source(facts, value)
    if rule == "id":
        return replace(facts, id=value)
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        return replace(facts, lang=value)
    return _noting(facts, "language", value, "a code such as en or pt-BR")


def _noting(facts: Facts, what: str, value: str, expected: str) -> Facts:
    found = value if len(value) <= _SHOWN else value[:_SHOWN] + "…"
    note = f"the {what} stated, “{found}”, could not be read; expected {expected}"
    return replace(facts, notes=(*facts.notes, note))


def _with_names(facts: Facts, value: str, names: tuple[str, ...]) -> Facts:
    if not names:
        return _noting(facts, "author", value, "names such as Jane Doe and John Roe")
    return replace(facts, byline=facts.byline or names)


def _with_stated_date(facts: Facts, value: str) -> Facts:
    at = parse_date(value)
    if at is None:
        return _noting(facts, "date", value, "a form such as 2026-03-02")
    return facts if facts.published else replace(facts, published=at, published_origin="header")


def _with_url(facts: Facts, value: str) -> Facts:
    if not _URL.fullmatch(value):
        return _noting(facts, "address", value, "a form such as https://example.com/story")
    return replace(facts, url=facts.url or value)


def _with_source(facts: Facts, value: str) -> Facts:
    if _URL.fullmatch(value):
        return replace(facts, url=facts.url or value)
    return replace(facts, outlet=facts.outlet or value[:200])


def opening(blocks: Sequence[Block], facts: Facts) -> Facts:
    """Add what the lines before the first paragraph state: one byline, one date, an address."""
    top = blocks[: min(first_prose(blocks), _TOP)]
    lines = [(b, found) for b in top if (found := byline(b))]
    dates = [(b, label, at) for b in top for label, at in [_dated(b.text)] if at]
    urls = [b for b in top if _URL.fullmatch(b.text)]
    taken = [*((b, "byline") for b, _ in lines), *((b, "date") for b, _, _ in dates), *((b, "url") for b in urls)]
    facts = replace(facts, taken=(*facts.taken, *taken))
    if len(lines) == 1 and not facts.byline:
        facts = replace(facts, byline=lines[0][1].names)
    if urls and not facts.url:
        facts = replace(facts, url=urls[0].text)
    return facts if facts.published else _with_date(facts, [(label, at) for _, label, at in dates], lines)


def _with_date(facts: Facts, dates: list[tuple[str, datetime]], lines: list[tuple[Block, Byline]]) -> Facts:
    stated = {at for label, at in dates if not re.search("updat|modif|revis", label, re.IGNORECASE)}
    if len(stated) == 1:
        return replace(facts, published=stated.pop(), published_origin="text")
    signed = {at for _, found in lines if (at := parse_date(found.date))}
    if not stated and len(signed) == 1:
        return replace(facts, published=signed.pop(), published_origin="byline")
    return facts


def _dated(text: str) -> tuple[str, datetime | None]:
    found = _DATED.fullmatch(text) if len(text) <= 120 else None
    return (found["label"] or "", parse_date(found["date"])) if found else ("", None)
