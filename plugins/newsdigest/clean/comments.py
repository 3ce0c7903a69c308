"""Where the readers' comments begin: from there to the end nothing is the article's.

The blocks of a text and their kinds come in, the blocks of the comment thread go out. A thread begins at a form or a
vote (`Leave a reply`, `(Score:2)`), at a counter with something after it, at the first of two lines such as `Jo says`,
of two `Reply`, of three time stamps, of four lines in the voice of readers (`Thanks for sharing!`); and only after the
article: a menu at the top has such words too. Limits: comments in the article's own tone that nothing announces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from newsdigest.clean.blocks import Block, count_words, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date
from newsdigest.clean.phrases import (
    COMMENT_CONTROL,
    COMMENT_COUNT,
    COMMENT_HEAD,
    COMMENT_SIGNS,
    COMMENT_START,
    COMMENT_VOICE,
    MAX_LENGTH,
    REPORTED,
)

ARTICLE_WORDS = 40
"""Words of prose that must stand before: the shortest article of the development texts has 43."""

COUNT_AFTER = 0.25
"""Share of the prose before a counter: a half missed long threads, none took whole articles below a menu."""

HEADS, CONTROLS, STAMPS = 2, 2, 3
"""Lines of the kind that must come: an article below a teaser may have two time stamps of its own.
Of the words of comments on 301 labelled pages .79 stayed without `Posted by` and stamps, .11 with them."""

VOICES, VOICE_SHARE, VOICE_AFTER = 4, 0.06, 0.15
"""Lines in the voice of readers, their share in the thread, and the share of the prose before the first: an interview
says `Thanks` at its beginning too. With three lines one article of 1,918 lost its end, with four none."""

_CLOCK = re.compile(r"\d[:.]\d\d\b")


def comment_thread(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[Block, ...]:
    """Find the thread, from its first line to the end of the text."""
    lines = [(i, block.text) for i, block in enumerate(blocks) if len(block.text) <= MAX_LENGTH]
    signs = {name: [i for i, text in lines if holds(text)] for name, holds in SIGNS.items()}
    start = _start(signs, prose_before(blocks, kinds)) if any(signs.values()) else None
    return tuple(blocks[start:]) if start is not None else ()


def prose_before(blocks: Sequence[Block], kinds: Sequence[str]) -> list[int]:
    """Count the words in sentences before each block, and in all."""
    paragraphs = [
        is_prose(b.text) and ends_sentence(b.text) and not kind for b, kind in zip(blocks, kinds, strict=True)
    ]
    counts = (count_words(block.text) if prose else 0 for block, prose in zip(blocks, paragraphs, strict=True))
    return list(accumulate(counts, initial=0))


def _start(signs: Mapping[str, Sequence[int]], before: Sequence[int]) -> int | None:
    lines = len(before) - 1
    first = next((i for i in range(lines) if before[i] >= ARTICLE_WORDS), lines)
    after = {name: [i for i in found if i >= first] for name, found in signs.items()}
    controls = [max(i - 1, first) for i in after["control"]]
    counted = [i for i in after["count"] if i < lines - 1 and before[i] >= COUNT_AFTER * before[-1]]
    often = ((after["head"], HEADS), (controls, CONTROLS), (after["stamp"], STAMPS))
    repeated = [found[0] for found, least in often if len(found) >= least]
    return min([*repeated, *counted, *after["start"], *_voices(signs["voice"], before)], default=None)


def _voices(found: Sequence[int], before: Sequence[int]) -> Sequence[int]:
    """Find the first of many lines in the voice of readers."""
    if len(found) < VOICES or len(found) < VOICE_SHARE * (len(before) - 1 - found[0]):
        return []
    return found[:1] if before[found[0]] >= max(ARTICLE_WORDS, VOICE_AFTER * before[-1]) else []


def _is_voice(text: str) -> bool:
    signed = "!!!" in text or ":" in text or ";" in text
    spoken = COMMENT_VOICE.fullmatch(text) or (signed and COMMENT_SIGNS.fullmatch(text))
    return bool(spoken) and not REPORTED.search(text)


def _is_stamp(text: str) -> bool:
    """`16 October 2012 at 11:57`: a day and a time of day alone."""
    return (":" in text or "." in text) and _CLOCK.search(text) is not None and parse_date(text) is not None


SIGNS: Mapping[str, Callable[[str], object]] = {
    "control": COMMENT_CONTROL.fullmatch,
    "count": COMMENT_COUNT.fullmatch,
    "head": COMMENT_HEAD.fullmatch,
    "stamp": _is_stamp,
    "start": COMMENT_START.fullmatch,
    "voice": _is_voice,
}
"""What a line of a thread is known by; true or a match where it is one."""
