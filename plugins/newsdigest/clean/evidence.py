"""How much a line speaks for the article: a table of evidence, and the points of each line.

The blocks of a text and their kinds come in, a number for each goes out: above zero where it speaks for the article,
below where it speaks for the page around it. Only sums over many lines are used (`frame`).
Limits: a page's own prose, such as a description of the company, counts like the article's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsdigest.clean.blocks import Block, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date
from newsdigest.text import words

SUBJECT = 5
"""Letters of a word that tells what a text is about."""
SHARED = 1 / 3
"""Share of a paragraph's words that other paragraphs of the text have too: eight of ten of an article's paragraphs
reach it, five of ten of the teasers and notices around one."""
COUNTED = 400
"""Characters of a line that count, at most: one long paragraph must not outweigh an article."""
LONG = 120
CALLS = frozenset({"advertisement", "navigation"})
"""Kinds of furniture that stand inside articles too."""
_ITEM = re.compile(r"[-*•·–—]\s|\(?\d{1,3}[.)]\s")
_CUT_OFF = ("…", "...", "[…]", "[...]")


class Line(NamedTuple):
    """What is known of a line."""

    text: str
    kind: str
    shared: bool
    """Whether it is a paragraph that shares its words with the others."""
    sentence: bool
    """Whether it ends as a sentence does."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the table: what is said of a line of which `holds`; in points, or in points a hundred characters."""

    name: str
    holds: Callable[[Line], bool]
    points: int
    by_length: bool = False


EVIDENCE = (
    Evidence("call to click or to buy", lambda line: line.kind in CALLS, -75),
    Evidence("any other furniture, a line of a menu", lambda line: line.kind != "", -150),
    Evidence("cut off: a teaser", lambda line: line.text.endswith(_CUT_OFF), 0),
    Evidence("paragraph in the words of the text", lambda line: line.shared, 100, by_length=True),
    Evidence("any other sentence", lambda line: line.sentence, 50, by_length=True),
    Evidence("long line without an end", lambda line: len(line.text) >= LONG, 25, by_length=True),
    Evidence("date or time alone", lambda line: _is_date(line.text), -100),
    Evidence("item of a list", lambda line: _ITEM.match(line.text) is not None, -10),
    Evidence("any other short line", lambda _: True, -30),
)
"""The first row that holds counts. The points are rounded: on either half of 1,918 labelled texts all that was tried
within half and double of these gave a body F1 within .002."""
MOST_SHORT, MOST_FURNITURE = -300, -800
"""What lines in a row without a sentence among them count together, at most: a table or a list of fifty names is one
thing. Without a limit whole pages lose .022 of the article's words, with these .018."""


def points(blocks: Sequence[Block], kinds: Sequence[str], about: Sequence[Sequence[str]]) -> list[int]:
    """Give the points of each block; those in a row that speak against the article only up to a limit.

    `about` are the subjects of each.
    """
    found = []
    short = furniture = 0
    for line in _lines(blocks, kinds, about):
        value = _points(line)
        if value > 0:
            short = furniture = 0
        elif line.kind:
            furniture += value
            value = value if furniture >= MOST_FURNITURE else 0
        else:
            short += value
            value = value if short >= MOST_SHORT else 0
        found.append(value)
    return found


def _points(line: Line) -> int:
    row = next(row for row in EVIDENCE if row.holds(line))
    return row.points * min(len(line.text), COUNTED) // 100 if row.by_length else row.points


def _lines(blocks: Sequence[Block], kinds: Sequence[str], about: Sequence[Sequence[str]]) -> list[Line]:
    sentences = [ends_sentence(block.text) for block in blocks]
    told = [said if end and is_prose(b.text) else () for b, end, said in zip(blocks, sentences, about, strict=True)]
    counts = Counter(word for found in told for word in found)
    shared = [bool(found) and sum(counts[w] > 1 for w in found) >= SHARED * len(found) for found in told]
    columns = zip(blocks, kinds, shared, sentences, strict=True)
    return [Line(block.text, kind, common, end) for block, kind, common, end in columns]


def subjects(text: str) -> list[str]:
    """List the words of a text that tell what it is about, lower case."""
    if text.isascii():  # as long in lower case, so all words can be made so at once
        return [word for word in words(text.lower()) if len(word) >= SUBJECT]
    return [word.casefold() for word in words(text) if len(word) >= SUBJECT]


def _is_date(text: str) -> bool:
    return len(text) <= 60 and parse_date(text) is not None
