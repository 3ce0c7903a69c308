"""Where the readers' comments begin: from there to the end nothing is the article's.

The blocks of a text come in, those of the comment thread go out. A thread begins at a form or a vote (`Leave a reply`,
`(Score:2)`), at a counter with something after it, at the first of two lines such as `Jo says` or of three time stamps;
and only after the article: a menu at the top has such words too. Limits: comments that nothing announces are not seen;
the first of a thread whose names stand below the comments stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from newsdigest.clean.blocks import Block, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date
from newsdigest.clean.kinds import kind_of
from newsdigest.clean.phrases import COMMENT_CONTROL, COMMENT_COUNT, COMMENT_HEAD, COMMENT_START, COMMENT_VOICE, matches
from newsdigest.text import words

ARTICLE_WORDS = 40
"""Words of prose that must stand before: the shortest article of the development texts has 43."""

COUNT_AFTER = 0.25
"""Share of the prose before a counter: a half missed long threads, none took whole articles below a menu."""

VOICES, VOICE_SHARE, VOICE_AFTER = 4, 0.06, 0.15
HEADS, STAMPS = 2, 3
"""Lines of the kind that must come: an article below a teaser may have two time stamps of its own.
Of the words of comments on 301 labelled pages .79 stayed without `Posted by` and stamps, .11 with them."""

_CLOCK = re.compile(r"\d[:.]\d\d\b")


def comment_thread(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find the thread, from its first line to the end of the text."""
    start = _start(blocks)
    return tuple(blocks[start:]) if start is not None else ()


def _start(blocks: Sequence[Block]) -> int | None:
    prose = [
        len(words(b.text)) if is_prose(b.text) and ends_sentence(b.text) and not kind_of(b.text) else 0 for b in blocks
    ]
    before = list(accumulate(prose, initial=0))
    after = [i for i in range(len(blocks)) if before[i] >= ARTICLE_WORDS]
    heads = [i for i in after if matches(COMMENT_HEAD, blocks[i].text)]
    stamps = [i for i in after if _is_stamp(blocks[i].text)]
    counted = [
        i for i in after[:-1] if before[i] >= COUNT_AFTER * before[-1] and matches(COMMENT_COUNT, blocks[i].text)
    ]
    opened = [i for i in after if matches(COMMENT_START, blocks[i].text)]
    controls = [i for i in after if matches(COMMENT_CONTROL, blocks[i].text)]
    if len(controls) >= HEADS:
        counted.append(max(controls[0] - 1, after[0]))
    repeated = [found[0] for found, least in ((heads, HEADS), (stamps, STAMPS)) if len(found) >= least]
    return min([*repeated, *counted, *opened, *_voices(blocks, before)], default=None)


def _voices(blocks: Sequence[Block], before: Sequence[int]) -> list[int]:
    """Find the first of many lines in readers' voice; none where some stand at the article's beginning too."""
    found = [i for i, block in enumerate(blocks) if matches(COMMENT_VOICE, block.text)]
    if len(found) < VOICES or len(found) < VOICE_SHARE * (len(blocks) - found[0]):
        return []
    return found[:1] if before[found[0]] >= max(ARTICLE_WORDS, VOICE_AFTER * before[-1]) else []


def _is_stamp(text: str) -> bool:
    """`16 October 2012 at 11:57`: a day and a time of day alone."""
    return bool(_CLOCK.search(text)) and parse_date(text) is not None
