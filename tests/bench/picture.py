"""The builds as a picture: a bar each, its length the CPU time per article, in pieces by stage.

In: the runs. Out: an SVG that needs nothing else, light or dark as its reader's system is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from tests.bench.builds import Run
from tests.bench.stages import STAGES

WIDTH, LABEL, NUMBER, ROW, GAP = 960, 130, 160, 22, 30
COLOURS = dict(zip(STAGES, "#8c8c8c #4477aa #ccbb44 #228833 #ee6677 #aa3377 #ee8866 #bbbbbb".split(), strict=True))
"""Paul Tol's bright colours: apart for all eyes, on light and on dark."""
STYLE = "text{font:13px sans-serif;fill:#222}@media(prefers-color-scheme:dark){text{fill:#ddd}}"


def drawn(runs: Sequence[Run]) -> str:
    """Draw all; the bars of a size are to one scale."""
    parts, top = list(legend()), 2 * ROW
    for size, group in groupby(runs, key=lambda run: run.articles):
        of_size = list(group)
        longest = max(shown(run) for run in of_size)
        parts.append(text(0, top, f"{size:,} articles, CPU milliseconds an article"))
        for run in of_size:
            top += ROW
            parts += bar(run, top, (WIDTH - LABEL - NUMBER) / longest)
        top += ROW + GAP
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -16 {WIDTH} {top}" role="img" aria-label="CPU time">'
    return "\n".join((head, f"<style>{STYLE}</style>", *parts, "</svg>\n"))


def shown(run: Run) -> float:
    """Give the CPU seconds that are drawn: without the analysis, which has a number of its own."""
    return run.cpu - run.stages.get("analyse", 0.0)


def bar(run: Run, top: int, scale: float) -> Iterator[str]:
    """Draw a build: its pieces one after the other, and how much it is in all."""
    yield text(0, top, run.case)
    widths = [run.stages.get(stage, 0.0) * scale for stage in STAGES if stage != "analyse"]
    colours = [colour for stage, colour in COLOURS.items() if stage != "analyse"]
    for left, width, colour in zip(accumulate([0.0, *widths]), widths, colours, strict=False):
        yield f'<rect x="{LABEL + left:.1f}" y="{top - 12}" width="{width:.1f}" height="16" fill="{colour}"/>'
    analysed = run.stages.get("analyse", 0.0) * 1000 / run.articles
    more = f" + {analysed:.0f} analysis" if analysed >= 1 else ""
    yield text(LABEL + sum(widths) + 6, top, f"{shown(run) * 1000 / run.articles:.1f}{more}")


def legend() -> Iterator[str]:
    """Name the colours."""
    for number, (stage, colour) in enumerate((s, c) for s, c in COLOURS.items() if s != "analyse"):
        left = number * 117
        yield f'<rect x="{left}" y="-10" width="10" height="10" fill="{colour}"/>'
        yield text(left + 15, 0, stage)


def text(left: float, top: float, words: str) -> str:
    """Write some words."""
    return f'<text x="{left:.1f}" y="{top}">{words}</text>'
