"""The page around the article, in text that nobody filtered: menus before it, link lists after it.

The lines of a text and their kinds come in; where the text is a whole page, all outside the stretch that speaks most
for the article goes out: the contiguous lines with the highest sum of points (`evidence`), and the stretches beside it
that speak of the same. Any other text is left alone: on text that a scraper had filtered this loses more than it gains.
Limits: side columns of whole sentences; an article of lists only is never cut.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdigest.clean.blocks import Block, ends_sentence
from newsdigest.clean.evidence import points, subjects

SHORT = 50
LEAD = 12
"""Lines before the first sentence: a menu. Of filtered texts 1 % have as many, of whole pages 80 %."""
FURNITURE = 3
"""Lines of the page's own wording, at least, and the shares of them and of short lines in a text, by its length:
texts of 10 lines, of 25 lines. With these 95 % of whole pages are told, and 4 % of filtered texts."""
SHARES = ((10, 0.08, 0.2), (25, 0.05, 0.3))
HELD = 0.5
"""Share of the points for the article that the stretch must hold, else only the ends are trimmed: an article of many
lists is not one stretch."""
BESIDE, SAME = 0.1, 0.3
NEIGHBOURS = 8
"""Another stretch belongs to the article with this share of the points of the best one, and this share of its words;
so many on either side at most, so that the time grows with the text."""


PAGE_LINES, SHORT_SHARE, MENU_LINES = 25, 0.3, 2
"""Of a text that begins with a menu: its lines, the share of short ones, lines of the page's own wording. A list of
fixtures or results has none of these."""
GOES_ON = 0.4
"""Share of the words up to the next line of the page's own wording that the stretch must hold, for the stretch to go
on to there: the notes and short last lines of an article."""
LONG = 150
"""Characters of a line that belongs to the stretch beside it unless it speaks against the article."""


def is_page(blocks: Sequence[Block], kinds: Sequence[str]) -> bool:
    """Tell whether a text is a whole page, not an article."""
    count = len(blocks)
    short = sum(len(b.text) < SHORT and not ends_sentence(b.text) for b in blocks)
    lead = next((i for i, b in enumerate(blocks) if len(b.text) >= 40 and ends_sentence(b.text)), count)
    furniture = sum(map(bool, kinds))
    if lead >= LEAD and furniture >= MENU_LINES and short >= SHORT_SHARE * count and count >= PAGE_LINES:
        return True
    return furniture >= FURNITURE and any(
        count >= least and furniture >= of_page * count and short >= of_short * count
        for least, of_page, of_short in SHARES
    )


def page_frame(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[Block, ...]:
    """Find what stands around the article of a whole page."""
    if not is_page(blocks, kinds):
        return ()
    weights = points(blocks, kinds)
    start, end = _best(weights, 0, len(weights))
    if start == end:
        return ()
    start, end = _with_neighbours(blocks, weights, start, end)
    positive = [i for i, weight in enumerate(weights) if weight > 0]
    if sum(weights[i] for i in positive if start <= i < end) < HELD * sum(weights[i] for i in positive):
        start, end = positive[0], positive[-1] + 1
    start, end = _with_edges(blocks, kinds, weights, start, end)
    return (*blocks[:start], *blocks[end:])


def _with_edges(
    blocks: Sequence[Block], kinds: Sequence[str], weights: Sequence[int], start: int, end: int
) -> tuple[int, int]:
    """Add what follows up to the next line of the page's wording if it is on the same, and long lines beside."""
    core = frozenset(word for block in blocks[start:end] for word in subjects(block.text))
    border = next((i for i in range(end, len(blocks)) if kinds[i]), len(blocks))
    said = [word for block in blocks[end:border] for word in subjects(block.text)]
    if said and sum(word in core for word in said) >= GOES_ON * len(said):
        end = border

    def goes_with(i: int) -> bool:
        return not kinds[i] and len(blocks[i].text) >= LONG and weights[i] >= 0

    while end < len(blocks) and goes_with(end):
        end += 1
    while start and goes_with(start - 1):
        start -= 1
    return start, end


def _with_neighbours(blocks: Sequence[Block], weights: Sequence[int], start: int, end: int) -> tuple[int, int]:
    least = BESIDE * sum(weights[start:end])
    core = frozenset(word for block in blocks[start:end] for word in subjects(block.text))

    def belongs(a: int, b: int) -> bool:
        found = [word for i in range(a, b) if weights[i] > 0 for word in subjects(blocks[i].text)]
        return sum(weights[a:b]) >= least and sum(word in core for word in found) >= SAME * len(found)

    for _ in range(NEIGHBOURS):
        a, b = _best(weights, end, len(weights))
        end = b if a < b and belongs(a, b) else end
    for _ in range(NEIGHBOURS):
        a, b = _best(weights, 0, start)
        start = a if a < b and belongs(a, b) else start
    return start, end


def _best(weights: Sequence[int], low: int, high: int) -> tuple[int, int]:
    """Find the contiguous stretch with the greatest sum (Kadane's algorithm); `(low, low)` where none counts for it."""
    best, found, total, start = 0, (low, low), 0, low
    for i in range(low, high):
        if total <= 0:
            total, start = 0, i
        total += weights[i]
        if total > best:
            best, found = total, (start, i + 1)
    return found
