"""Lines of a PDF to blocks: paragraphs, headings, and what is printed on every page.

The lines of all pages come in; blocks go out in their order. What stands at the edge of several pages alike, or is a
page's number, is furniture. A paragraph ends where the gap to the next line is wider than usual, where the next line is
indented or of another size, or where a short line ends a sentence. A word is only joined without its hyphen where that
is sure. Limits: a paragraph that ends with a full line at the foot of a column or page may be joined with the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from statistics import median_low

PUT_IN = "\u2010"
"""The hyphen that programs put in, unless the text has it inside of lines too."""
ENDINGS = frozenset(
    """
    al ally ation ations ble cal cally cial cy dent ence er ers ful gy ic ical ics ies ing ings ity ive ly ment mental
    ments nal ness nesses ning ous ously ries ry sion sions sive tal tary ted ter ters tial tic tics ties ting tion
    tional tions tive tively tives tor tors tory tral ture tures ty
    """.split()
)
"""Ends of words that are no word. Of 3,870 hyphens that a program put into 200 news texts, the other words of the text
tell 43 %, these 16 % more; of 813 that belong to a word, 3 are dropped (`no-one`, where the text has `noone` too)."""
EDGE = 3
"""Lines at the head and at the foot of a page that may be furniture."""
ALIKE = 0.3
"""Share of pages that have it, at least two: left and right pages often differ."""
WIDE = 1.25
"""Gap in usual gaps from which on it separates: 1.5 in what five programs print; with indents, none at all."""
INDENT = 0.5
"""In letter sizes: the least of printed ones is 1."""
BULLETS = ("•", "‣", "▪", "●", "◦")
FAR = 3
"""Letter sizes between two lines from which on the second is no next line."""
RESIZED = 0.08
SHORT = 0.7
"""Share of a usual line's characters below which a full stop at its end ends the paragraph."""
BIGGER = 1.15
"""Letters of a heading, in sizes of the text's."""
_PRINTED = r"\d{1,4}[./-]\d\d?[./-]\d{1,4},?\s+\d\d?:\d\d(?:\s*[AP]M)?"
_FOLIO = re.compile(
    rf"""(?:page\s+|p\.\s*)?\d{{1,3}}(?:\s*(?:/|of|de|von)\s*\d{{1,3}})?(?:\s+{_PRINTED})?    # a page's number
    |{_PRINTED}\b.*                                     # what browsers print: when, and the title
    |(?:https?|file):///?\S+(?:\s+\d{{1,3}}/\d{{1,3}})?    # and the address
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BROKEN = re.compile(r"(?P<word>[^\W_]+)(?P<hyphen>[-\u00ad\u2010])$")
_END = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, the page it is on, where it begins (points, from the lower left corner), its letters' size."""

    text: str
    page: int
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines joined; `furniture` stands on the page around the text."""

    text: str
    size: float
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in a document."""

    gaps: Mapping[int, float]
    """From one line to the next, for letters of a size."""
    size: float
    length: float
    """Characters of a line."""
    indented: bool
    """Paragraphs begin with an indent rather than after a gap."""


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Join lines to paragraphs."""
    around = _furniture(lines)
    body = [at for at in range(len(lines)) if at not in around]
    layout = _layout([lines[at] for at in body])
    groups: list[list[int]] = []
    for at, after in zip_longest(body, body[1:]):
        following = None if after is None else lines[after]
        if groups and not _begins(lines[groups[-1][-1]], lines[at], following, layout):
            groups[-1].append(at)
        else:
            groups.append([at])
    known = frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))
    texts = {group[0]: _joined([lines[at].text for at in group], known) for group in groups}
    texts |= {at: lines[at].text for at in around}
    return [Block(texts[at], lines[at].size, furniture=at in around) for at in sorted(texts)]


def usual_size(found: Sequence[Block] | Sequence[Line]) -> float:
    """Give the size of most letters."""
    sizes: Counter[float] = Counter()
    for one in found:
        sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Find what stands at the edge of several pages, and pages' numbers."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    edges = [_edges(lines, own) for own in pages.values()]
    count = Counter(key for edge in edges for key in {_alike(lines[at]) for at in edge})
    often = max(2, ALIKE * len(pages))
    repeated = {at for edge in edges for at in edge if count[_alike(lines[at])] >= often}
    folios = {at for edge in edges for at in edge[:2] + edge[-2:] if _FOLIO.fullmatch(lines[at].text)}
    return frozenset(folios if len(repeated | folios) == len(lines) else repeated | folios)


def _edges(lines: Sequence[Line], own: Sequence[int]) -> list[int]:
    """Give the lines nearest to the head and to the foot of a page, from top to bottom."""
    ordered = sorted(own, key=lambda at: (-lines[at].y, at))
    return ordered if len(ordered) <= 2 * EDGE else ordered[:EDGE] + ordered[-EDGE:]


def _alike(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _layout(body: Sequence[Line]) -> Layout:
    gaps: dict[int, list[float]] = {}
    for before, line in pairwise(body):
        if 0 < _gap(before, line) < FAR * line.size and not _resized(before, line):
            gaps.setdefault(round(line.size), []).append(_gap(before, line))
    usual = {size: median_low(found) for size, found in gaps.items()}
    length = median_low([len(line.text) for line in body]) if body else 0
    layout = Layout(usual, usual_size(body), length, indented=False)
    near = [(a, b) for a, b in pairwise(body) if not _resized(a, b) and _gap(a, b) > 0]
    wide = sum(_is_wide(a, b, layout) for a, b in near)
    return replace(layout, indented=sum(_is_indented(a, b) for a, b in near) > wide)


def _gap(before: Line, line: Line) -> float:
    """Give how far a line stands below the one before it; negative at the head of a column or page."""
    return before.y - line.y if before.page == line.page else -1.0


def _resized(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) > RESIZED * before.size


def _is_wide(before: Line, line: Line, layout: Layout) -> bool:
    return _gap(before, line) > WIDE * layout.gaps.get(round(line.size), WIDE * line.size)


def _is_indented(from_: Line, line: Line) -> bool:
    return line.x - from_.x > INDENT * line.size


def _begins(before: Line, line: Line, after: Line | None, layout: Layout) -> bool:
    """Tell whether a line begins a paragraph."""
    if _resized(before, line) or _is_wide(before, line, layout) or line.text.startswith(BULLETS):
        return True
    ended, gap = bool(_END.search(before.text)), _gap(before, line)
    if before.page == line.page and gap == 0:  # beside one another
        return True
    if gap < -INDENT * line.size or before.page != line.page:  # a new column or page
        indented = after is not None and _is_indented(after, line)
        return ended and not line.text[:1].islower() and (indented or not layout.indented)
    if line.size > BIGGER * layout.size:  # a heading, which may be centred
        return ended
    shifted = _is_indented(before, line) and not before.text.startswith(BULLETS)
    if after and _is_indented(after, line) and (layout.indented or shifted):
        return True
    if shifted:
        return ended
    return ended and len(before.text) < SHORT * layout.length and not line.text[:1].islower()


def _joined(texts: Sequence[str], known: frozenset[str]) -> str:
    done: list[str] = []
    last = texts[0]
    for text in texts[1:]:
        head, space, tail = last.rpartition(" ")  # only the last word matters: a paragraph may have 4,000 lines
        done.append(head + space)
        last = _with(tail, text, known)
    return "".join((*done, last))


def _with(left: str, right: str, known: frozenset[str]) -> str:
    """Join two lines; the hyphen between them goes where it is sure to be none of the word."""
    broken = _BROKEN.search(left)
    if broken is None or not right[:1].isalnum():
        return f"{left} {right}"
    second = _WORD.match(right)
    first, end = broken["word"], second[0] if second else ""
    if broken["hyphen"] == "\u00ad" or (end.islower() and _is_one(first, end, broken["hyphen"], known)):
        return left[:-1] + right
    return left + right


def _is_one(first: str, end: str, hyphen: str, known: frozenset[str]) -> bool:
    if f"{first}{hyphen}{end}".lower() in known or len(end) < 2 or len(first) < 2:
        return False
    if f"{first}{end}".lower() in known or end in ENDINGS:
        return True
    return hyphen == PUT_IN and not any(PUT_IN in word for word in known)
