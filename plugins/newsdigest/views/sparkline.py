"""How often an entity is named, day by day or in longer steps: a row of bars, and the same in words.

In: the library and an entity. Out: a Sparkline in whole units; None where there is nothing to compare, as all articles
are of one day or state none. Only days of publication count: a day of saving says nothing about the news.
Limits: days are counted in the offset that each article states; more than 400 years, which some wrong date makes, are
not drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from newsdigest.lexicon import MONTHS
from newsdigest.model import Entity
from newsdigest.text import counted
from newsdigest.views.days import day_text, days_text
from newsdigest.views.library import Library

STEPS = 40
"""Bars, at most."""
WIDTH, HEIGHT, WIDEST = 240, 32, 12
"""Of the row, and of a step in it: two or three bars stand together at the left."""
GAP, LOWEST = 1, 3
"""Between bars, and the height of the lowest one, so that a single mention beside hundreds is seen."""


class Scale(Struct, frozen=True, gc=False):
    """A way to divide time: the number of the step that a day falls into, and the words for that step."""

    name: str
    number: Callable[[datetime], int]
    words: Callable[[datetime], str]


class Sparkline(Struct, frozen=True, gc=False):
    """A row of bars as SVG path data, that of the highest one apart, and what it shows in words."""

    width: int
    height: int
    bars: str
    highest: str
    """Empty where several are equally high."""
    step: str
    """What a bar stands for: `day`."""
    text: str


def _week(day: datetime) -> str:
    back = min(day.weekday(), day.toordinal() - 1)
    return f"in the week from {day_text(day - timedelta(days=back))}"


SCALES = (
    Scale("day", lambda day: day.toordinal(), lambda day: f"on {day_text(day)}"),
    Scale("week", lambda day: (day.toordinal() - 1) // 7, _week),
    Scale("month", lambda day: day.year * 12 + day.month, lambda day: f"in {MONTHS[day.month - 1]} {day.year}"),
    Scale("year", lambda day: day.year, lambda day: f"in {day.year}"),
    Scale("decade", lambda day: day.year // 10, lambda day: f"in the {day.year // 10}0s"),
)
"""Finest first."""


def sparkline(library: Library, entity: Entity) -> Sparkline | None:
    """Count the mentions of an entity in each step of the finest scale that is not too long."""
    dated = tuple(_dated(library, entity))
    days = sorted((day for day, _ in dated), key=datetime.toordinal)
    if not days or days[0].date() == days[-1].date():
        return None
    scale = next((s for s in SCALES if s.number(days[-1]) - s.number(days[0]) < STEPS), None)
    return _drawn(scale, dated, len(entity.appearances)) if scale else None


def _dated(library: Library, entity: Entity) -> Iterator[tuple[datetime, int]]:
    for appearance in entity.appearances:
        day = library.stories[appearance.story_id].published
        if day:
            yield day, len(appearance.mentions)


def _drawn(scale: Scale, dated: Sequence[tuple[datetime, int]], articles: int) -> Sparkline:
    counts: Counter[int] = Counter()
    words: dict[int, str] = {}
    for day, mentions in dated:
        counts[scale.number(day)] += mentions
        words[scale.number(day)] = scale.words(day)
    first, steps = min(counts), max(counts) - min(counts) + 1
    most = max(counts.values())
    highest = [number for number, count in counts.items() if count == most]
    wide = min(WIDEST, WIDTH // steps)
    bars = {n: _bar((n - first) * wide, wide - GAP, max(LOWEST, HEIGHT * c // most)) for n, c in counts.items()}
    peak = highest[0] if len(highest) == 1 else None
    return Sparkline(
        width=wide * steps,
        height=HEIGHT,
        bars="".join(bars[number] for number in sorted(bars) if number != peak),
        highest=bars[peak] if peak is not None else "",
        step=scale.name,
        text=_text(dated, articles, f", most {words[peak]}" if peak is not None else ""),
    )


def _bar(x: int, width: int, height: int) -> str:
    return f"M{x} {HEIGHT}v-{height}h{width}v{height}z"


def _text(dated: Sequence[tuple[datetime, int]], articles: int, most: str) -> str:
    """Tell what the bars show: `12 mentions in 5 articles, 3–9 March 2026, most on 7 March 2026`."""
    left = articles - len(dated)
    mentions = f"{counted(sum(count for _, count in dated), 'mention')} in {counted(len(dated), 'article')}"
    undated = f"; {left} more state{'s' if left == 1 else ''} no date" if left else ""
    return f"{mentions}, {days_text(day for day, _ in dated)}{most}{undated}"
