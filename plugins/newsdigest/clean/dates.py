"""Dates in words and figures: `Aug. 9, 2012`, `9 August 2012`, `2012-08-09T10:00:00+02:00`.

A text that is a date and nothing else comes in, a datetime in the offset stated (else UTC) goes out, or None. Never a
guess: a date without a year or with day and month exchangeable (`03/04/2012`) is none; the time of day counts only
where the zone is stated as GMT or in figures (`EST` is used on two continents). The time may stand before the day:
`11:30 PM EST, Mon March 2, 2026`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from newsdigest.lexicon import MONTHS

_MONTH = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_NAME = r"(?P<b>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?P<H>\d{1,2})[:.](?P<M>\d\d)(?:[:.](?P<S>\d\d)(?:\.\d{1,9})?)?\s*(?P<p>[ap]\.?m\.?)?"
_CLOCK = rf"(?:(?:,|\s+at|T|\s*[-–|])?\s*{_TIME})?"
_ZONE = r"(?:\s*\(?(?P<z>Z|GMT|UTC|[A-Z]{2,4}|[+-]\d\d:?\d\d)\)?)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for day in (
        rf"{_NAME}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}(?:\s+|-|\s+of\s+){_NAME}(?:,?\s+|-){_YEAR}",
        rf"{_YEAR}[-/.](?P<m>[01]?\d)[-/.]{_DAY}",
        rf"(?P<n1>[0-3]?\d)[./](?P<n2>[0-3]?\d)[./]{_YEAR}",
    )
    for form in (
        rf"{_WEEKDAY}{day}{_CLOCK}{_ZONE}\.?",
        rf"{_TIME}{_ZONE}(?:,|\s*[-–|]|\s+on)?\s+{_WEEKDAY}{day}\.?",
    )
)
_MAX_LENGTH = 60


def parse_date(text: str) -> datetime | None:
    """Read a text that is nothing but a date.

    >>> parse_date("Friday, 3 May 2024").isoformat()
    '2024-05-03T00:00:00+00:00'
    """
    if len(text) > _MAX_LENGTH:
        return None
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found:
            return _moment(found.groupdict())
    return None


def _moment(part: dict[str, str | None]) -> datetime | None:
    month, day = _month_day(part)
    try:
        at = datetime(int(part["y"] or 0), month, day, tzinfo=UTC)
    except ValueError:
        return None
    zone = _offset(part["z"])
    hour = _hour(part)
    if zone is None or hour is None:
        return at
    minute, second = int(part["M"] or 0), int(part["S"] or 0)
    if minute > 59 or second > 59:
        return at
    return at.replace(hour=hour, minute=minute, second=second, tzinfo=timezone(zone))


def _month_day(part: dict[str, str | None]) -> tuple[int, int]:
    if part.get("b"):
        return _MONTH[str(part["b"]).casefold()], int(part["d"] or 0)
    if part.get("m"):
        return int(part["m"] or 0), int(part["d"] or 0)
    first, second = int(part["n1"] or 0), int(part["n2"] or 0)
    if first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else (0, 0)


def _hour(part: dict[str, str | None]) -> int | None:
    if part["H"] is None:
        return None
    hour = int(part["H"])
    if part["p"]:
        hour = hour % 12 + (12 if part["p"][0] in "pP" else 0)
    return hour if hour < 24 else None


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone.upper() in ("Z", "GMT", "UTC"):
        return timedelta(0)
    if zone[0] not in "+-":
        return None
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timedelta(minutes=-minutes if zone[0] == "-" else minutes) if minutes < 24 * 60 else None
