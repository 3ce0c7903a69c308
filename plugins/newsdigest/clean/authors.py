"""Who wrote it: bylines, author boxes and notes on the author.

The blocks of a text come in; the names of the authors and the lines that gave them go out. A byline counts where it
stands before the article; a list of three and more belongs to other articles. An author box is a name alone, then a job
line or a note on that name. A note alone counts only at the very end, for somebody who writes for a living and whom the
article itself doesn't name: "The studio was founded by ..." is body. Limits: bare names and jobs outside journalism.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdigest.clean.blocks import Block, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date, without_extras
from newsdigest.clean.names import is_name, names_in
from newsdigest.clean.phrases import ABOUT_AUTHOR, matches
from newsdigest.text import words

WRITERS = frozenset(
    """
    author blogger columnist contributor correspondent editor freelance freelancer journalist producer publisher
    reporter reviewer writer
    """.split()
)
"""Who writes articles for a living; the last of a job line or the noun of a note on the author."""

RANKS = frozenset(
    "assistant associate chief contributing deputy guest in lead managing new senior special staff".split()
)
"""Words beside them, without a plural s: `news editor`, `editor in chief`."""

LIST_OF_OTHERS = 3
"""This many bylines after the article's beginning are a list of other articles. Two may be a joint article."""

_KIND = r"(?:(?:analysis|article|interview|opinion|posted|reported|review|story|text|words|written)\s+)?"
_BYLINE = re.compile(rf"{_KIND}by:?\s+(?P<rest>.+)", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"\s*[/|•·–—]\s*|,\s+|\s+-\s+|\s+(?:on|at)\s+|\s+", re.IGNORECASE)
_ROLE_MARK = re.compile(r"\s+(?://|\|)\s+")
_PICTURES = re.compile(r"[,.;]?\s+(?:illustrat|photo|picture|video)\w* by\b.*", re.IGNORECASE)
_PLACE = re.compile(r"\s+in(?:\s+[^\W\d_a-z][\w.'’-]+){1,3}(?=,|\s+and\b|$)")
"""After a name: `Jane Doe in Eastby and Jo Roe in New York, photographs by Bo Li`."""
_REPORTED = re.compile(r"\W*reporting by (?P<who>[^;.()]{5,150})(?:[;.(].{0,300})?\)?", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:posted|published)(?: on)?:?\s+", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:is|was|has been|works as)\s+(?:an?|the|our)\s+(?:[\w’'&-]+\s+){0,5}?(?:" + "|".join(sorted(WRITERS)) + r")s?\b"
    r"|(?:covers|writes|reports|blogs|has (?:covered|written|reported))\b",
    re.IGNORECASE,
)
_MAX_BYLINE = 160
_LAST_BLOCKS = 3


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that says who wrote an article; `names` is empty where they are not sure to be people."""

    block: Block
    names: tuple[str, ...]
    date: str


def byline(block: Block) -> Byline | None:
    """Read `By Jane Doe and Bo Li/Jan 3, 2025`; None for any other line."""
    found = _BYLINE.fullmatch(block.text.lstrip("+*•·»-–— ")) if len(block.text) <= _MAX_BYLINE else None
    if not found or ends_sentence(block.text.removesuffix("Jr.")):
        return None
    who, date = _without_date(without_extras(found["rest"]))
    names = names_in(_PLACE.sub("", _PICTURES.sub("", _ROLE_MARK.split(who)[0])))
    return Byline(block, names, date) if names or date else None


def _without_date(text: str) -> tuple[str, str]:
    """Part names from a date: `Ada Brook/May 3, 2024` -> `Ada Brook`, `May 3, 2024`."""
    for found in _BEFORE_DATE.finditer(text):
        date = _PUBLISHED.sub("", text[found.end() :], count=1)
        if parse_date(date):
            return text[: found.start()], date
    return text, ""


def reporters(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the names of `(Reporting by Jane Doe in Eastby; editing by Jo Roe)`, where there is just one such line."""
    found = [match["who"] for b in blocks if (match := _REPORTED.fullmatch(b.text))]
    return names_in(_PLACE.sub("", found[0])) if len(found) == 1 else ()


def bylines_of_others(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find a list of other articles' bylines: three or more after the first paragraph, and the headlines among them."""
    start = first_prose(blocks)
    found = [i for i in range(start, len(blocks)) if byline(blocks[i])]
    if len(found) < LIST_OF_OTHERS:
        return ()
    before = range(found[-1], start, -1)
    end = next((i for i in before if is_prose(blocks[i].text) and ends_sentence(blocks[i].text)), start)
    first = next(i for i in found if i > end)
    return tuple(blocks[i] for i in sorted({*found, *range(first, found[-1] + 1)}))


def first_prose(blocks: Sequence[Block]) -> int:
    """Give the position of the first paragraph, or the end where there is none."""
    return next((i for i, b in enumerate(blocks) if is_prose(b.text) and ends_sentence(b.text)), len(blocks))


def author_boxes(blocks: Sequence[Block]) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Find the boxes after the article: each author's name and the lines of the box."""
    boxes = []
    i = first_prose(blocks) + 1
    while i < len(blocks):
        box = _box(blocks, i)
        if box:
            heading = (blocks[i - 1],) if matches(ABOUT_AUTHOR, blocks[i - 1].text) else ()
            name = blocks[i].text if is_name(blocks[i].text) else _subject(blocks[i].text)
            boxes.append((next(iter(names_in(name)), ""), heading + box))
        i += max(len(box), 1)
    return tuple(boxes)


def _box(blocks: Sequence[Block], i: int) -> tuple[Block, ...]:
    name = blocks[i].text
    if not is_name(name):
        return (blocks[i],) if _is_closing_note(blocks, i) else ()
    rest = blocks[i + 1 : i + 3]
    job = tuple(rest[:1]) if rest and _is_job(rest[0].text) else ()
    note = tuple(b for b in rest[len(job) : len(job) + 1] if _is_note_on(name, b.text))
    return (blocks[i], *job, *note) if note or job else ()


def _is_job(text: str) -> bool:
    """`Contributor`, `Senior staff writer`: every word belongs to such jobs; `Authors` heads a list of them."""
    said = [w.casefold().strip(".") for w in words(text)]
    return any(w in WRITERS for w in said) and all(w in WRITERS or w in RANKS for w in said)


def _is_note_on(name: str, text: str) -> bool:
    """`Jane Doe is a writer ...` or `Jane covers ...`: a heading that a paragraph repeats is no author."""
    start = next((n for n in (name, name.split()[0]) if text.startswith(n + " ")), None)
    return start is not None and bool(_NOTE.match(text[len(start) :].lstrip())) and ends_sentence(text)


def _subject(text: str) -> str:
    """Give the name that a text begins with: `Jane Doe is a ...` -> Jane Doe; empty where there is none."""
    start = re.split(r",? (?:is|was|has|works|covers|writes|reports|blogs)\b", text[:120], maxsplit=1)[0]
    return start if is_name(start) else ""


def _is_closing_note(blocks: Sequence[Block], i: int) -> bool:
    name = _subject(blocks[i].text) if i >= len(blocks) - _LAST_BLOCKS and len(blocks[i].text) <= 1200 else ""
    if not name:
        return False
    if not _NOTE.match(blocks[i].text[len(name) :].lstrip(", ")):
        return False
    surname = name.split()[-1]
    return not any(surname in block.text for block in blocks[:i] if is_prose(block.text))
