"""Dates in words and figures: `Aug. 9, 2012`, `2. März 2026`, `2026年3月2日`, `2012-08-09T10:00:00+02:00`, `20120809`.

A text that is a date and nothing else comes in, a datetime in the offset stated (else UTC) goes out, or None. Never a
guess: a date without a year is none, nor one with day and month exchangeable (`03/04/2026`) unless its weekday tells
them apart; a year of two figures counts only with a month in words and a time, as mail writes it. The time of day
counts only where the zone is stated as GMT or in figures (`EST` is used on two continents); it may stand first.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

from newsdigest.lexicon import MONTH_NAMES, WEEKDAY_NAMES

_MONTH = {name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names.split()}
_WEEKDAY = {name: number for number, names in enumerate(WEEKDAY_NAMES) for name in names.split()}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|º|°|\.)?"
_NAME = rf"(?P<b>{_any(_MONTH)})\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_BEFORE = rf"(?:(?P<w>{_any(_WEEKDAY)})\.?,?\s+)?(?:(?:am|den|el|il|le|the)\s+)?"
_TIME = r"(?P<H>\d{1,2})[:.h](?P<M>\d\d)(?:[:.](?P<S>\d\d)(?:\.\d{1,9})?)?\s*(?P<p>[ap]\.?m\.?)?"
_AT = r"(?:,|,?\s+(?:a las|alle|at|kl\.?|om|um|à|às)|T|\s*[-–|])?\s*"
_ZONE = r"(?:\s*\(?(?P<z>Z|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d\d)?|[A-Z]{2,4})\)?)?"
_FIGURES = r"(?P<n1>[0-3]?\d)[./](?P<n2>[0-3]?\d)[./]"
_DAYS_IN_WORDS = (
    rf"{_NAME}\s+{_DAY},?\s+{_YEAR}",
    rf"{_DAY}(?:\s+|-|\s+(?:de|of)\s+){_NAME}(?:,?\s+|-|\s+del?\s+){_YEAR}",
)
_DAYS_IN_FIGURES = (
    rf"{_YEAR}[-/.](?P<m>[01]?\d)[-/.]{_DAY}",
    rf"{_YEAR}\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?(?P<d>[0-3]?\d)\s?[日일]",
    rf"{_FIGURES}{_YEAR}",
)


def _alone(day: str) -> str:
    return rf"{_BEFORE}{day}(?:{_AT}{_TIME})?{_ZONE}\.?"


def _after_time(day: str) -> str:
    return rf"{_TIME}{_ZONE}(?:,|\s*[-–|]|\s+on)?\s+{_BEFORE}{day}\.?"


_WORDED = (*map(_alone, _DAYS_IN_WORDS), rf"{_BEFORE}{_DAY}\s+{_NAME}\s+(?P<yy>\d\d)\s+{_TIME}{_ZONE}")
_FIGURED = (
    *map(_alone, _DAYS_IN_FIGURES),
    rf"{_YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T?(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?{_ZONE})?",
)
_TIME_FIRST = tuple(map(_after_time, (*_DAYS_IN_WORDS, *_DAYS_IN_FIGURES)))
PUBLISHED = (
    "created", "date", "erschienen", "gepubliceerd", "posted", "pubblicato", "publicado", "publicerad", "publisert",
    "published", "publié", "udgivet", "veröffentlicht",
)  # fmt: skip
CHANGED = (
    "actualizado", "aggiornato", "aktualisiert", "atualizado", "bijgewerkt", "mis à jour", "modified", "oppdatert",
    "opdateret", "revised", "updated", "uppdaterad",
)  # fmt: skip
"""Before a date; that of a change is not the day of publication."""
_BUTTONS = (
    "bookmark", "comment", "email", "facebook", "linkedin", "listen", "print", "save", "share", "tweet", "twitter",
    "whatsapp", r"(?:\d+|no) comments?", r"\d+[ -]min(?:ute)?s?(?: read)?",
    r"\d+ (?:minute|hour|day|week|month)s? ago",
)  # fmt: skip
"""What pages print in one line with the author and the day, behind them."""
_CHANGE = re.compile(rf"[\s/|•·,(–—-]+(?:last )?(?:{'|'.join(CHANGED)})\b.*", re.IGNORECASE)
_PRESSED = re.compile(rf"(?:[\s/|•·–—,-]+(?:{'|'.join(_BUTTONS)})\b)+[\s/|•·–—-]*$", re.IGNORECASE)
_MAX_LENGTH = 60
_FIGURES_NEEDED = re.compile(r"(?:19|20)\d\d|\d[:.hH]\d\d")
"""Every form has a year or a time; most short lines have none, and need not be held against the forms."""
_IN_FIGURES = re.compile(r"\d[-/.]\d|[年년]|\d{8}")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = len("PMCEST")
"""Letters in a row that are no name of a month or a day, at most: those of a zone after those of the time."""
_NAMED = _MONTH.keys() | _WEEKDAY.keys()
_CLOCK = re.compile(r"\d{1,2}[:.hH]\d\d")
_CENTURY = 50
"""Two figures from here on are of the last century (RFC 5322, section 4.3)."""


def parse_date(text: str) -> datetime | None:
    """Read a text that is nothing but a date.

    >>> parse_date("Friday, 3 May 2024").isoformat()
    '2024-05-03T00:00:00+00:00'
    """
    if len(text) > _MAX_LENGTH or not may_be_dated(text):
        return None
    return _parsed(text.strip())


@lru_cache(maxsize=256)
def _parsed(text: str) -> datetime | None:
    """Hold a text against the forms; several rules ask for each line of an article."""
    said = _LETTERS.findall(text.casefold())
    if any(len(word) > _LONGEST and word not in _NAMED for word in said):
        return None
    forms = () if _MONTH.keys().isdisjoint(said) else _WORDED
    forms += _FIGURED if _IN_FIGURES.search(text) else ()
    forms += _TIME_FIRST if _CLOCK.match(text) else ()
    found = next(filter(None, (_form(form).fullmatch(text) for form in forms)), None)
    return _moment(found.groupdict()) if found else None


@cache
def _form(pattern: str) -> re.Pattern[str]:
    """Compile a form when it is needed: all of them take longer than the cleaning of ten texts."""
    return re.compile(pattern, re.IGNORECASE)


def may_be_dated(text: str) -> bool:
    """Tell whether a text has the figures that every date has."""
    return _FIGURES_NEEDED.search(text) is not None


def without_extras(line: str) -> str:
    """Cut what pages print after a name or date: the day of a change, reading time, buttons.

    >>> without_extras("2 March 2026 | Updated 3 March 2026 | 5 min read | Share Save")
    '2 March 2026'
    """
    return _PRESSED.sub("", _CHANGE.sub("", line))


def _moment(part: dict[str, str | None]) -> datetime | None:
    day = _day(part)
    if day is None:
        return None
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    zone = _offset(part.get("z"))
    hour = _hour(part)
    if zone is None or hour is None:
        return at
    minute, second = int(part["M"] or 0), int(part["S"] or 0)
    if minute > 59 or second > 59:
        return at
    return at.replace(hour=hour, minute=minute, second=second, tzinfo=timezone(zone))


def _day(part: dict[str, str | None]) -> date | None:
    """Give the one day that is meant: of two that are possible, the one that has the weekday stated."""
    year = int(part.get("y") or 0) or int(part["yy"] or 0)
    if not part.get("y"):
        year += 1900 if year >= _CENTURY else 2000
    if part.get("n1"):
        first, second = int(part["n1"] or 0), int(part["n2"] or 0)
        days = {_calendar(year, *pair) for pair in ((first, second), (second, first))} - {None}
        named = _WEEKDAY.get((part.get("w") or "").casefold())
        told = {day for day in days if day and day.weekday() == named} if len(days) > 1 else days
        return told.pop() if len(told) == 1 else None
    month = int(part["m"] or 0) if part.get("m") else _MONTH.get((part.get("b") or "").casefold(), 0)
    return _calendar(year, month, int(part["d"] or 0))


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour(part: dict[str, str | None]) -> int | None:
    if part.get("H") is None:
        return None
    hour = int(part["H"] or 0)
    if part.get("p"):
        hour = hour % 12 + (12 if str(part["p"])[0] in "pP" else 0)
    return hour if hour < 24 else None


def _offset(zone: str | None) -> timedelta | None:
    """Read `Z`, `+0100`, `GMT+1`; a zone that only has letters is none."""
    name = (zone or "").upper().removeprefix("GMT").removeprefix("UTC")
    if zone and name in ("", "Z"):
        return timedelta(0)
    if name[:1] not in ("+", "-"):
        return None
    figures = name[1:].replace(":", "")
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return (-offset if name[0] == "-" else offset) if offset < timedelta(days=1) else None
