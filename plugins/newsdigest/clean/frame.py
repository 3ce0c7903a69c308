"""The page around the article, in text that nobody filtered: menus before it, link lists after it.

The blocks of a text and their kinds come in; where the text is a whole page, all outside the stretch that speaks most
for the article goes out: the contiguous lines with the highest sum of points (`evidence`), and the stretches beside it
that speak of the same. Any other text is left alone: on text that a scraper had filtered this loses more than it gains.
Limits: side columns of whole sentences; an article of lists only is lost where a side column has sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from newsdigest.clean.blocks import Block, ends_sentence
from newsdigest.clean.evidence import CALLS, points, subjects
from newsdigest.clean.vocabulary import MENU

SHORT, SENTENCE = 50, 40
PAGE_LINES, PAGE_LEAD, PAGE_SHORT, PAGE_WORDING = 25, 12, 0.3, 2
"""A menu tells a page of so many lines: so many before the first sentence, this share short, so many of the page's own
wording (a poem and a list of results have none). Of filtered texts under 1 % are like that, of whole pages 80 %."""
FURNITURE = 3
SHARES = ((10, 0.08, 0.2), (25, 0.05, 0.3))
"""So does the page's own wording: so many lines, and in a text of 10 or of 25 lines these shares of them and of short
lines. With both rules 95 % of whole pages are told and 4 % of filtered texts are taken for one."""
BESIDE, ENOUGH, SAME, NEIGHBOURS = 0.1, 200, 0.25, 3
"""Another stretch belongs to the article with this share of the points of the best one, or with so many, and this share
of its words; so many on either side. A lead above a list of products is one paragraph of 200 characters: without
`ENOUGH` whole pages lose .009 of the article's words, with it .003 at .002 less F1; with 100 they lose .003 at .008."""
INSIDE = CALLS | {"", MENU}
"""Kinds of lines below which an article may go on; below others it needs its share of the points: teasers in the words
of the article stand at its foot. Gives back the .002 of F1, on either half."""
HELD = 0.6
"""Share of the points for the article that the stretch must hold, else only the ends are trimmed: an article of many
lists is not one stretch. Of two sets of whole pages .013 and .003 of the article's words are lost at .5, .005 and .003
at .6, which costs .003 of F1."""
REST = 0.4
"""Share of words in common from which the lines just after the stretch, up to the page's own, are its last list.
Loses .001 less than without, at the same F1; .3 brings teasers back."""
LONG = 100
"""Characters of a paragraph cut off in the middle that still belongs to the stretch beside it."""


def page_frame(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[Block, ...]:
    """Find what stands around the article of a whole page."""
    if not is_page(blocks, kinds):
        return ()
    about = [subjects(block.text) for block in blocks]
    weights = points(blocks, kinds, about)
    start, end = _best(weights, 0, len(weights))
    if start == end:
        return ()
    start, end = _with_neighbours(about, kinds, weights, start, end)
    positive = [i for i, weight in enumerate(weights) if weight > 0]
    if sum(weights[i] for i in positive if start <= i < end) < HELD * sum(weights[i] for i in positive):
        start, end = positive[0], positive[-1] + 1
    start, end = _with_rest(blocks, about, kinds, weights, start, end)
    return (*blocks[:start], *blocks[end:])


def is_page(blocks: Sequence[Block], kinds: Sequence[str]) -> bool:
    """Tell whether a text is a whole page, not an article."""
    furniture = sum(map(bool, kinds))
    if furniture < PAGE_WORDING:
        return False
    count = len(blocks)
    short = sum(len(b.text) < SHORT and not ends_sentence(b.text) for b in blocks)
    lead = next((i for i, b in enumerate(blocks) if len(b.text) >= SENTENCE and ends_sentence(b.text)), count)
    if count >= PAGE_LINES and lead >= PAGE_LEAD and short >= PAGE_SHORT * count:
        return True
    return furniture >= FURNITURE and any(
        count >= least and furniture >= of_page * count and short >= of_short * count
        for least, of_page, of_short in SHARES
    )


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


def _with_neighbours(
    about: Sequence[Sequence[str]], kinds: Sequence[str], weights: Sequence[int], start: int, end: int
) -> tuple[int, int]:
    """Join other stretches of the article: a table or a box of the page may stand between them."""
    share = BESIDE * sum(weights[start:end])
    core = frozenset(chain.from_iterable(about[start:end]))

    def belongs(a: int, b: int, least: float) -> bool:
        prose = [about[i] for i in range(a, b) if weights[i] > 0]
        return a < b and sum(weights[a:b]) >= least and _in_common(prose, core) >= SAME

    for _ in range(NEIGHBOURS):
        a, b = _best(weights, end, len(weights))
        at_foot = any(kind not in INSIDE for kind in kinds[end:a])
        end = b if belongs(a, b, share if at_foot else min(share, ENOUGH)) else end
        a, b = _best(weights, 0, start)
        start = a if belongs(a, b, min(share, ENOUGH)) else start
    return start, end


def _with_rest(
    blocks: Sequence[Block],
    about: Sequence[Sequence[str]],
    kinds: Sequence[str],
    weights: Sequence[int],
    start: int,
    end: int,
) -> tuple[int, int]:
    """Add what a stretch of sentences leaves at the article's edges: its last list, paragraphs that were cut off."""

    def is_rest(i: int) -> bool:
        return not kinds[i] and weights[i] >= 0 and len(blocks[i].text) >= LONG

    stop = next((i for i in range(end, len(blocks)) if kinds[i]), len(blocks))
    if _in_common(about[end:stop], frozenset(chain.from_iterable(about[start:end]))) >= REST:
        end = stop
    while end < len(blocks) and is_rest(end):
        end += 1
    while start > 0 and is_rest(start - 1):
        start -= 1
    return start, end


def _in_common(about: Iterable[Sequence[str]], core: frozenset[str]) -> float:
    """Give the share of the words of some blocks that are in `core` too."""
    said = list(chain.from_iterable(about))
    return sum(word in core for word in said) / len(said) if said else 0.0
