"""When a page says that its article was published.

What stands around the headline, the page's metadata, its lines and its address come in; a date goes out. What readers
see at the headline counts first, since systems put the day of the last build into the metadata; then the metadata, the
only date among the lines, and one in the address. Never the date of a change, never a year alone, nor a day that may
be another (`03/04/2012`). Limits: months in words of European languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from newsdigest.lexicon import MONTH_NAMES
from newsdigest.read.page_linked_data import LinkedData
from newsdigest.read.page_surroundings import Piece, Surroundings

METAS = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "og:publish_date",
    "datepublished",
    "publish_date",
    "publish-date",
    "publishdate",
    "publication_date",
    "published",
    "pubdate",
    "pub_date",
    "date-pub",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
"""Names of `<meta>` elements that tell when an article was published, the surest first."""
CHANGES = (
    "article:modified_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "og:updated_time",
)
"""Names of those that tell when it was changed."""
_CHANGED = re.compile(
    r"actuali|aggiorn|aktuali|atuali|bijgewerkt|chang|checked|edited|expir|geändert|mis à jour|modif|reviewed|revis"
    r"|since|updat|until|valid",
    re.IGNORECASE,
)
"""In the words before a date: it is not that of publication."""
_CHANGE_MARK = re.compile(r"^(?!.*publi).*(?:modif|updat)", re.DOTALL)
"""In the class of its element; `published updated` says that nothing has changed since."""
_LABEL = re.compile(r"\b(?:posted|published|publication)\b", re.IGNORECASE)
"""Beside a date: it is that of publication."""
_SENTENCE = re.compile(r"(?<![ap]\.m)[.!?]$", re.IGNORECASE)
"""Ends prose; a dateline has at most `5 p.m.` there."""
MAX_PIECE = 100
"""Characters of a piece that is a dateline with its byline and section; longer ones are prose. 60 to 120 made no
difference on 252 development pages."""
MAX_LABEL = 40
MAX_REST = 30
"""Characters beside the date in a line that is a date. On 71 development pages with just one or two such days the only
one is that of publication on 65 of 65; no page without a date of publication has one."""
NEAR_BEFORE = 3
"""Pieces before the headline that may hold the date; from there on it is often that of another article."""
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
"""A date that keeps its time of day."""
_MONTH = {name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names.split()}
_NAMES = "|".join(sorted(_MONTH, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<b1>{_NAMES})\b\.?\s+(?P<d1>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y1>{_YEAR})"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de)\s+|\s*|-)(?P<b2>{_NAMES})\b\.?,?(?:\s+(?:de|del)\s+|[\s-]+)"
    rf"(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<s>[-/.])(?P<m3>\d\d?)(?P=s)(?P<d3>\d\d?)"
    rf"|(?P<n1>\d\d?)(?P<t>[-/.])(?P<n2>\d\d?)(?P=t)(?P<y4>{_YEAR}))(?![\d/])",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(rf"(?<![0-9a-z])({_YEAR})(?P<s>[/-]?)(\d\d)(?P=s)(\d\d)(?![0-9])", re.IGNORECASE)


def published(
    around: Surroundings,
    linked: LinkedData,
    metas: Mapping[str, Sequence[str]],
    marked: Sequence[str],
    lines: Sequence[str],
    url: str,
) -> str:
    """Choose the date, as the metadata state it or as a day: `2026-03-02`; empty where the page states none.

    `marked` is what elements say that are marked as dates of publication anywhere on the page: comments have many.
    """
    values = [*(value for name in METAS for value in metas.get(name, ())), linked.date]
    marked = [value for value in marked if day_in(value)]
    values += marked[:1] if len(set(map(day_in, marked))) == 1 else ()
    official = [(value if _MOMENT.fullmatch(value) else day, day) for value in values if (day := day_in(value))]
    changes = {day_in(value) for value in (*(v for name in CHANGES for v in metas.get(name, ())), linked.changed)}
    seen = next(_days(around.after), "")
    if official and (not seen or (seen in changes and official[0][1] < seen)):
        return official[0][0]
    if seen:
        return next((value for value, day in official if day == seen), seen)
    return next(_days(around.before[:NEAR_BEFORE]), "") or _lone(lines) or in_address(url)


def day_in(text: str) -> str:
    """Find the first day in a text; empty where there is none, or day and month may be taken for one another.

    >>> day_in("Posted on 3 May 2024"), day_in("31.12.2024"), day_in("03/04/2012")
    ('2024-05-03', '2024-12-31', '')
    """
    found = _DATE.search(text)
    return _day(found) if found else ""


def _day(found: re.Match[str]) -> str:
    part = found.groupdict()
    year = int(part["y1"] or part["y2"] or part["y3"] or part["y4"])
    if part["n1"]:
        first, second = int(part["n1"]), int(part["n2"])
        if first <= 12 and second <= 12 and first != second:
            return ""
        month, day = (first, second) if second > 12 else (second, first)
    else:
        month = int(part["m3"] or _MONTH.get((part["b1"] or part["b2"] or "").casefold(), 0))
        day = int(part["d1"] or part["d2"] or part["d3"])
    return _iso(year, month, day)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _days(pieces: Iterable[Piece]) -> Iterator[str]:
    """Give the days that short pieces tell, where neither their label nor their element speaks of a change."""
    label = ""
    for piece in pieces:
        found = _DATE.search(piece.text) if len(piece.text) <= MAX_PIECE and not _SENTENCE.search(piece.text) else None
        day = (_day(found) if found else "") or day_in(piece.moment)
        words = piece.text[: found.start()].strip(" |•·,-–—") if found else ""
        if day and not _CHANGED.search(words or label) and not any(map(_CHANGE_MARK.search, piece.marks[:2])):
            yield day
        if any(map(str.isalnum, piece.text)):
            label = piece.text if len(piece.text) <= MAX_LABEL and not day else ""


def _lone(lines: Sequence[str]) -> str:
    """Give the one day among lines that hold little more than one, or the one that is labelled; lists have many."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for before, line in zip(("", *lines), lines, strict=False):
        one = _DATE.search(line) if len(line) <= MAX_PIECE else None
        label = f"{before if len(before) <= MAX_LABEL else ''} {line}"
        told = bool(_LABEL.search(label))
        if one and len(line) - len(one[0]) <= MAX_REST * (1 + told) and not _CHANGED.search(label):
            found[told] |= {_day(one)} - {""}
    days = found[True] or found[False]
    return days.pop() if len(days) == 1 else ""


def in_address(url: str) -> str:
    """Give the day that an address holds: `https://example.org/2026/03/02/ferry` -> 2026-03-02."""
    found = _IN_ADDRESS.search(url)
    return _iso(int(found[1]), int(found[3]), int(found[4])) if found else ""
