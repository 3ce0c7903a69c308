"""The days that a number of moments cover, as readers write them.

In: moments, each in its own offset. Out: a text as short as it can be: `7–9 March 2026`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from newsdigest.lexicon import MONTHS


def day_text(day: datetime) -> str:
    """Write a day for readers: `9 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_text(moments: Iterable[datetime]) -> str:
    """Write the days from the first to the last; nothing where there are none."""
    days = sorted(moments, key=datetime.toordinal)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first.date() == last.date():
        return day_text(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    return f"{day_text(first).removesuffix(f' {last.year}')} – {day_text(last)}"
