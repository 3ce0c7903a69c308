"""The page around the article, in text that nobody filtered: menus before it, link lists after it.

The blocks of a text come in; where the text looks like a whole page (many lines, many of them short, words of menus),
all outside the stretch with the most prose goes out: the contiguous blocks with the highest sum, paragraphs counting
for and short lines against. Any other text is left alone: on text that a scraper had filtered this gains nothing.
Limits: side columns of whole sentences; an article of lists only is never cut.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdigest.clean.blocks import Block, ends_sentence, is_prose
from newsdigest.clean.phrases import INTERFACE, MENU, matches

PAGE_LINES = 25
PAGE_SHORT_SHARE = 0.35
SHORT = 50
MENU_LINES = 2
"""A page has this many lines, this share of them short, and words of a menu: a list of fixtures or results has none.
Body F1 over 639 development texts, all views: .936; without the menu .930, with a half of short lines .933."""
SENTENCE_MAX = 400
LINK = -30
"""What a short line counts. Tried -20 to -70: all give .92 to .94; from -50 on sections between lists get lost."""
HELD = 0.5
"""Share of the sentences that the stretch must hold, else only the ends are trimmed: an article of many lists is not
one stretch. Without this rule .017 of the words of filtered texts are lost, with it .003."""


def is_page(blocks: Sequence[Block]) -> bool:
    """Tell whether a text is a whole page, not an article."""
    short = sum(len(b.text) < SHORT and not ends_sentence(b.text) for b in blocks)
    if len(blocks) < PAGE_LINES or short < PAGE_SHORT_SHARE * len(blocks):
        return False
    return sum(matches(INTERFACE, b.text) or matches(MENU, b.text) for b in blocks) >= MENU_LINES


def page_frame(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find what stands around the stretch with the most prose of a whole page."""
    if not is_page(blocks):
        return ()
    weights = [_weight(block.text) for block in blocks]
    prose = [i for i, weight in enumerate(weights) if weight > 0]
    if not prose:
        return ()
    start, end = _best_stretch(weights)
    if sum(weights[i] for i in prose if start <= i < end) < HELD * sum(weights[i] for i in prose):
        start, end = prose[0], prose[-1] + 1
    return (*blocks[:start], *blocks[end:])


def _weight(text: str) -> int:
    """Count a sentence by its length, a headline of a link list for little, a menu entry against."""
    if ends_sentence(text):
        return min(len(text), SENTENCE_MAX)
    return min(len(text), SENTENCE_MAX) // 4 if is_prose(text) else LINK


def _best_stretch(weights: Sequence[int]) -> tuple[int, int]:
    """Find the contiguous stretch with the greatest sum (Kadane's algorithm); `(0, 0)` where nothing counts for it."""
    best, found, total, start = 0, (0, 0), 0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += weight
        if total > best:
            best, found = total, (start, i + 1)
    return found
