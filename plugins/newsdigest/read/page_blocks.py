"""The document of a page to its visible blocks, in the order of the page.

The tree of a page comes in; its paragraphs, headings, list items and table rows go out, each one line of text with the
share of it that stands in links, and the tree of the elements that hold them. What a browser would not show is left
out: scripts, controls of forms, hidden elements. One walk without recursion. Limits: what style sheets hide or show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from newsdigest.read.encoding import UNREADABLE
from newsdigest.read.page_drawings import broken_out, parts_around
from newsdigest.text import without_unsafe_characters

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre
    search section summary table tbody td tfoot th thead tr ul xmp
    """.split()
)
"""Elements that begin a new line."""
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big blink br cite code data del dfn em font i img ins kbd mark nobr q rb ruby s samp small
    span strike strong sub sup time tt u var wbr
    """.split()
)
"""Elements inside a line. All others are places, which may hold blocks."""
UNSEEN = frozenset(
    """
    annotation applet area audio base button canvas colgroup datalist head iframe input label link map meta meter
    noembed noframes noscript object optgroup option progress rp rt script select style svg template textarea title
    track video
    """.split()
)
"""Elements without text of the page: not shown, controls of forms, media and frames (their text is for browsers that
can't show them), the pronunciation above East Asian words. No `embed`: the parser puts what follows into it."""
SHADOW = {"shadowmode", "shadowrootmode"}
"""Attributes of templates that are shown: the second as pages have it, the first as Chromium saves it."""
PRESERVED = frozenset("listing pre xmp".split())
CELLS = frozenset("td th".split())
CELL_EDGE = " | "
ROW_LENGTH = 300
"""Characters of a table row that is shown as one line; the rows of layout tables hold whole columns."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIGNS = {i: bytes((i,)).decode("cp1252", "ignore") for i in range(0x80, 0xA0)} | {0xFFFD: UNREADABLE}
"""Numbers such as `&#146;` mean the sign that Windows has there, as in browsers."""
_SIGN = re.compile("[\x80-\x9f\ufffd]")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page."""

    text: str
    place: int
    """The innermost element that holds it, as position in `Page.places`."""
    linked: float
    """Share of its characters that stand in links."""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The visible page: its blocks, and the tree of the elements around them."""

    blocks: tuple[Block, ...]
    places: tuple[HtmlElement, ...]
    """Elements in the order of the page, without those inside lines."""
    parents: tuple[int, ...]
    """For each place the place around it; the first is its own."""


class Edge(NamedTuple):
    """Where a place opens or closes."""

    element: HtmlElement
    opens: bool


class Piece(NamedTuple):
    """Text inside a block."""

    text: str
    linked: bool = False


BREAK = Piece("\n")


def page_of(root: HtmlElement, max_depth: int, max_text: int, hidden: bool = False) -> Page:
    """Read the blocks of a page; with `hidden`, also those that its elements hide.

    Places inside more than `max_depth` others count as the outermost of these; after `max_text` characters it ends.
    """
    places, parents, stack = [root], [0], [0]
    blocks: list[Block] = []
    pieces: list[Piece] = []
    headings = size = 0
    for token in _tokens(root, hidden):
        if isinstance(token, Piece):
            if pieces or not token.text.isspace():
                pieces.append(token)
            continue
        tag = token.element.tag
        if tag in BLOCKS and pieces:
            new = _blocks(pieces, stack[-1], headings > 0)
            blocks += new
            size += sum(len(block.text) for block in new)
            pieces = []
        headings += (1 if token.opens else -1) * (tag in HEADINGS)
        if not token.opens:
            stack.pop()
        elif len(stack) > max_depth:
            stack.append(stack[-1])
        else:
            parents.append(stack[-1])
            places.append(token.element)
            stack.append(len(places) - 1)
        if size > max_text:
            break
    return Page((*blocks, *_blocks(pieces, 0, False)), tuple(places), tuple(parents))


def _tokens(root: HtmlElement, hidden: bool) -> Iterator[Edge | Piece]:
    """Give the text of the page with the edges of its places; the cells of a row that fits a line are no places."""
    links = preserved = 0
    row: HtmlElement | None = None
    for event, element, text in _walk(root, hidden):
        tag, step = element.tag, 1 if event == "start" else -1
        if event == "text":
            yield from _pieces(text, links > 0, preserved > 0)
        elif tag == "a":
            links += step
        elif tag == "br" and step > 0:
            yield BREAK
        elif tag == "q":
            yield Piece("“" if step > 0 else "”", links > 0)
        elif tag in CELLS and row is not None and element.getparent() is row:
            if step > 0 and next(element.itersiblings(*CELLS, preceding=True), None) is not None:
                yield Piece(CELL_EDGE)
        elif tag not in INLINE:
            preserved += step * (tag in PRESERVED)
            row = element if step > 0 and tag == "tr" and _is_line(element) else None
            yield Edge(element, step > 0)


def _walk(root: HtmlElement, hidden: bool) -> Iterator[tuple[str, HtmlElement, str]]:
    """Go through the visible elements: where each starts and ends, and the text after either."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped = awaited = None  # what is left out, and where it ends before its end
    drawings: set[HtmlElement] = set()
    for event, element in walk:
        if awaited is not None and element is not awaited:
            continue
        awaited = None
        text = element.text if event == "start" else element.tail if element is not root else None
        if event == "start" and (_is_unseen(element) or (not hidden and _is_hidden(element))):
            text = None
            awaited = broken_out(element)
            if awaited is None:
                walk.skip_subtree()
                skipped = element
            else:
                drawings.update(parts_around(awaited, element))
        elif event in ("start", "end") and element is not skipped and element not in drawings:
            yield event, element, ""
        if text:
            yield "text", element, text


def _is_unseen(element: HtmlElement) -> bool:
    """Tell whether an element has no text of the page; a template may hold what its parent shows."""
    return element.tag in UNSEEN and SHADOW.isdisjoint(element.keys())


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden", "until-found") != "until-found"
        or element.get("aria-hidden") == "true"
        or (element.tag == "dialog" and element.get("open") is None)
        or bool(_HIDING.search(element.get("style", "")))
    )


def _is_line(row: HtmlElement) -> bool:
    """Tell whether a table row is one of data."""
    cells = list(row.iterchildren(*CELLS))
    inside = (e.tag for cell in cells for e in cell.iterdescendants(etree.Element))
    return len(cells) > 1 and not any(tag in BLOCKS for tag in inside) and len(row.text_content()) <= ROW_LENGTH


def _pieces(text: str, linked: bool, preserved: bool) -> Iterator[Piece]:
    for i, line in enumerate(text.split("\n") if preserved else (text,)):
        if i:
            yield BREAK
        yield Piece(line, linked)


def _blocks(pieces: Sequence[Piece], place: int, heading: bool) -> list[Block]:
    """Make lines of what stands in a block."""
    return [Block(text, place, _linked(line), heading) for line in _lines(pieces) if (text := _text(line))]


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Split at line breaks; a single one where a sentence goes on in lower case is none."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _text(before) and _text(line)[:1].islower():
            joined[-1] += [Piece(" "), *line]
        else:
            joined.append(line)
    return joined


def _text(pieces: Sequence[Piece]) -> str:
    text = "".join([piece.text for piece in pieces])
    text = " ".join((text.translate(_SIGNS) if _SIGN.search(text) else text).split())
    return without_unsafe_characters(text).strip()


def _linked(pieces: Sequence[Piece]) -> float:
    if not any(piece.linked for piece in pieces):
        return 0.0
    sizes = [(len("".join(piece.text.split())), piece.linked) for piece in pieces]
    return sum(size for size, linked in sizes if linked) / max(sum(size for size, _ in sizes), 1)
