"""How much a line speaks for the article: a table of evidence, and the points of a line.

The lines of a text and their kinds come in, a number for each goes out: above zero where it speaks for the article,
below zero where it speaks for the page around it. Only sums over many lines are used (`frame`).
Limits: a page's own prose, such as a description of the company, counts like the article's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsdigest.clean.blocks import Block, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date
from newsdigest.text import words

ITEM = re.compile(r"[-*•·–—]\s|\(?\d{1,3}[.)]\s")
COUNTED = 400
"""Characters of a line that count, at most: one long paragraph must not outweigh an article."""
SHARED = 1 / 3
"""Share of a paragraph's words that stand elsewhere in the text's paragraphs: 80 % of the articles' have it, 50 % of
the teasers and notices around them."""
SUBJECT_LENGTH = 5
"""Letters of a word that tells what a text is about."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a line."""

    text: str
    kind: str
    shared: bool
    """Whether it shares its words with the text's paragraphs."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the table: what is said of a line of which `holds`, in points, or in points a hundred characters."""

    name: str
    holds: Callable[[Line], bool]
    points: int
    by_length: bool = False


EVIDENCE = (
    Evidence("furniture of the page, a menu's line", lambda line: bool(line.kind), -150),
    Evidence("teaser, cut off", lambda line: line.text.endswith(("…", "...", "[…]", "[...]")), 0),
    Evidence(
        "paragraph, in words of the text", lambda line: line.shared and _is_paragraph(line.text), 100, by_length=True
    ),
    Evidence("any other sentence", lambda line: ends_sentence(line.text), 50, by_length=True),
    Evidence("long line without an end", lambda line: len(line.text) >= 120, 25, by_length=True),
    Evidence("date or time alone", lambda line: len(line.text) <= 60 and parse_date(line.text) is not None, -100),
    Evidence("item of a list", lambda line: ITEM.match(line.text) is not None, -10),
    Evidence("any other short line", lambda _: True, -30),
)
"""The first row that holds counts. The points were tried on the two halves of 1,918 labelled texts: all within a factor
of two of these give body F1 within .002 on either half, so they are rounded."""
RUN_SHORT, RUN_FURNITURE = -300, -800
"""Lines without a sentence between them count together for so much at most: a table in an article, a list of fifty
names, is one thing. Without these .022 of the words of whole pages are lost, with them .018."""


def points(blocks: Sequence[Block], kinds: Sequence[str]) -> list[int]:
    """Give the points of each line; lines in a row that speak against the article only up to a limit."""
    said = [subjects(block.text) for block in blocks]
    core = Counter(
        word for block, found in zip(blocks, said, strict=True) if _is_paragraph(block.text) for word in found
    )
    found = []
    short = furniture = 0
    for block, kind, mine in zip(blocks, kinds, said, strict=True):
        value = _points(Line(block.text, kind, _shares(mine, core, _is_paragraph(block.text))))
        if value > 0:
            short = furniture = 0
        elif kind:
            furniture += value
            value = value if furniture >= RUN_FURNITURE else 0
        else:
            short += value
            value = value if short >= RUN_SHORT else 0
        found.append(value)
    return found


def _points(line: Line) -> int:
    row = next(row for row in EVIDENCE if row.holds(line))
    return row.points * min(len(line.text), COUNTED) // 100 if row.by_length else row.points


def _is_paragraph(text: str) -> bool:
    return is_prose(text) and ends_sentence(text)


def subjects(text: str) -> list[str]:
    """List the words of a text that tell what it is about, lower case."""
    return [word.casefold() for word in words(text) if len(word) >= SUBJECT_LENGTH]


def _shares(mine: Sequence[str], core: Counter[str], counted: bool) -> bool:
    """Tell whether enough of a line's words stand elsewhere too; `counted` where the line itself is in the count."""
    return sum(core[word] > counted for word in mine) >= SHARED * max(len(mine), 1)
