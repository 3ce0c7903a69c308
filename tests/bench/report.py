"""What the builds took, as a table and as numbers for programs.

In: the runs, all of a size together. Out: lines for the terminal, with the ratios to plain Pelican beside their goals,
and a JSON file.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import log
from pathlib import Path

from tests.bench.builds import AS_MANY, COLD_UP_TO, PLAIN, Run
from tests.bench.stages import STAGES


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of what plain Pelican takes for its whole build, and the goal where there is one."""

    articles: int
    what: str
    value: float
    goal: float | None


GOALS: dict[str, dict[int, float]] = {
    "cold, without analysis and search, to plain Pelican": {1000: 0.5, 10_000: 0.25},
    "the same to as many Markdown pages in plain Pelican": {1000: 0.5, 10_000: 0.25},
    "nothing changed, to plain Pelican": {1000: 0.10, 10_000: 0.06},
    "one changed, without analysis, to plain Pelican": {10_000: 0.07},
    "the same without search": {},
    "one changed, without analysis, to as many Markdown pages": {10_000: 0.07},
    "KB of memory an article beyond plain Pelican": {1000: 30, 10_000: 30},
    "KB of memory an article beyond as many Markdown pages": {1000: 30, 10_000: 30},
}


def ratios(runs: Sequence[Run]) -> tuple[Ratio, ...]:
    """Compare the builds of one size with plain Pelican's, if that was built."""
    by_case = {run.case: run for run in runs}
    if PLAIN not in by_case:
        return ()
    cases = PLAIN, "cold", "nothing changed", "one changed", "theme changed"
    plain, cold, same, one, theme = (by_case[case] for case in cases)
    many = by_case.get(AS_MANY)
    values = (
        without(cold, "analyse", "search") / plain.cpu,
        without(cold, "analyse", "search") / many.cpu if many else None,
        same.cpu / plain.cpu,
        without(one, "analyse") / plain.cpu,
        without(one, "analyse", "search") / plain.cpu,
        without(one, "analyse") / many.cpu if many else None,
        (theme.peak - plain.peak) * 1024 / plain.articles,
        (theme.peak - many.peak) * 1024 / plain.articles if many else None,
    )
    return tuple(
        Ratio(plain.articles, what, round(value, 3), goals.get(plain.articles))
        for (what, goals), value in zip(GOALS.items(), values, strict=True)
        if value is not None
    )


def without(run: Run, *stages: str) -> float:
    """Give the CPU seconds of a build but for these stages."""
    return run.cpu - sum(run.stages.get(stage, 0.0) for stage in stages)


def growth(runs: Iterable[Run]) -> dict[str, list[float]]:
    """Give for each case the exponents by which its CPU time grows from one size to the next: 1 is as the articles."""
    cases: dict[str, list[Run]] = {}
    for run in runs:
        cases.setdefault(run.case, []).append(run)
    return {case: [exponent(*pair) for pair in pairwise(sizes)] for case, sizes in cases.items()}


def exponent(small: Run, large: Run) -> float:
    """Tell by which power of the articles the CPU time grows."""
    return round(log(large.cpu / small.cpu) / log(large.articles / small.articles), 2)


def head(articles: int) -> str:
    """Begin the table of one size."""
    prepared = "; analyses were prepared, so cold is without them" if articles > COLD_UP_TO else ""
    stages = "".join(f"{stage:>15}" for stage in STAGES)
    names = f"{'':16}{'s':>8}{'CPU s':>8}{'MiB':>7}{'art./s':>8}{'pages':>8} |{stages}"
    return f"{articles:,} articles{prepared}\n{names}"


def line(run: Run) -> str:
    """Write a build as a line of the table."""
    spent = "".join(f"{run.stages.get(stage, 0.0):15.2f}" for stage in STAGES)
    speed = run.articles / run.seconds
    return f"{run.case:16}{run.seconds:8.1f}{run.cpu:8.2f}{run.peak:7.0f}{speed:8.1f}{run.pages:8,} |{spent}"


def compared(runs: Sequence[Run]) -> Iterator[str]:
    """Write the ratios of one size, with their goals."""
    for ratio in ratios(runs):
        goal = f"  (goal: at most {ratio.goal:g})" if ratio.goal is not None else ""
        yield f"  {ratio.what}: {ratio.value:g}{goal}"


def as_json(runs: Sequence[Run], source: str) -> str:
    """Write everything down."""
    sizes = sorted({run.articles for run in runs})
    told = {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "texts": source,
        "runs": [asdict(run) for run in runs],
        "growth": growth(runs),
        "ratios": [asdict(r) for size in sizes for r in ratios([run for run in runs if run.articles == size])],
    }
    return json.dumps(told, indent=1) + "\n"


def save(runs: Sequence[Run], source: str, place: Path) -> None:
    """Write the numbers to a file."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(as_json(runs, source), encoding="utf-8")
