"""Markdown: CommonMark with tables and strikethrough, as notes, exports and other site generators write it.

The bytes of a file come in; its article goes out, a line a block: paragraphs joined, marks of emphasis gone, links by
their text, pictures gone, code as it stands, HTML as a page shows it. What is stated comes from above the text, or from
a list headed `Metadata`, or else the one top heading is the title. markdown-it-py parses; its time grows with the text
(1 MB of the worst input: 15 s). Limits: text nested deeper than lists in nine lists is taken as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read.encoding import text_of
from newsdigest.read.found import Found
from newsdigest.read.front_matter import Front, fields_of, front_matter, plain_links, stated_of

if TYPE_CHECKING:
    from markdown_it.token import Token

NESTING = 20
"""Blocks inside one another: the parser's own limit for CommonMark. With 100, brackets take five times as long."""
CELL_EDGE = " | "
METADATA = "metadata"
"""The heading of a list that states what the text is: `## Metadata`, `- Author: [[Jane Doe]]`."""
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\n]{1,60}\]:[ \t]*", re.MULTILINE)
_MARKS = re.compile(
    r"\[\^[^\]\n]{1,60}\]|!\[\[[^\]\n]{1,200}\]\]|^\[![\w-]+\][+-]? ?|==(?=\S)(?P<marked>[^=\n]+)(?<=\S)=="
)
"""Marks that readers of other kinds of Markdown never see: `[^1]`, `[!note]`, `==highlight==`."""
_SHORTCODE = re.compile(r"\{\{[<%].*[>%]\}\}|\{%.*%\}")
"""A line that a site generator would have filled: `{{< video 12 >}}`."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together: one line, or several (code, hard line breaks, HTML)."""

    text: str
    kind: str
    """As the parser's tokens are called: `paragraph`, `heading`, `list_item`, `tr`."""
    level: int = 0
    """Of a heading, from 1."""


def read(data: bytes, options: Options) -> tuple[Found, ...]:
    """Find the article in a Markdown file. Raises UnusableFileError where it holds no text, or too much."""
    text, notes = text_of(data)
    if len(text) > options.max_text:
        limit = f"{options.max_text:,} characters"
        raise UnusableFileError(f"longer than {limit}; shorten it, or raise the setting DIGEST_MAX_TEXT")
    front = front_matter(text)
    tokens = _tokens(front.text)
    notes = (*notes, *front.notes)
    if any(token.level >= NESTING - 1 for token in tokens):
        notes = (*notes, f"blocks stand {NESTING} deep inside one another: the text was taken as it stands")
        blocks = [Block(front.text, "paragraph")]
    else:
        blocks = list(_blocks(tokens, options))
    if not any(block.text.strip() for block in blocks):
        raise UnusableFileError(
            "no text but what is stated above it, or pictures; save the article again or delete the file"
        )
    return (_found(front, blocks, notes),)


# --- blocks ---


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt  # only where there is Markdown

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])
    return parser.parse(_FOOTNOTE.sub("\n", text))


def _blocks(tokens: Sequence[Token], options: Options) -> Iterator[Block]:
    for is_html, run in groupby(tokens, key=lambda token: token.type == "html_block"):
        if is_html:
            yield Block(_page_text("\n".join(token.content for token in run), options), "html_block")
        else:
            yield from _marked_blocks(list(run))


def _marked_blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    cells: list[str] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1].type.removesuffix("_open") if i else ""
        if token.type == "inline" and before in ("td", "th"):
            cells.append(_text(token.children or ()))
        elif token.type == "inline":
            in_item = i > 1 and before == "paragraph" and tokens[i - 2].type == "list_item_open"
            level = int(tokens[i - 1].tag[1:]) if before == "heading" else 0
            yield Block(_text(token.children or ()), "list_item" if in_item else before, level)
        elif token.type == "tr_close":
            yield Block(CELL_EDGE.join(cells), "tr")
            cells = []
        elif token.type in ("code_block", "fence"):
            yield Block(token.content.strip("\n"), token.type)


def _page_text(html: str, options: Options) -> str:
    from newsdigest.read.page import fragment_text  # heavy

    return fragment_text(f"<div>{html}</div>", options)  # so that a comment alone is a page too


def _text(children: Iterable[Token]) -> str:
    """Give the text of a paragraph: links by their text, no pictures, a line break where the file wants one."""
    found = "".join(_piece(token) for token in children)
    return "\n".join(line for part in found.split("\n") if (line := " ".join(part.split())))


def _piece(token: Token) -> str:
    if token.type == "text":
        return plain_links(_MARKS.sub(lambda found: found["marked"] or "", token.content))
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.match(token.content)):
        return "\n"
    return token.content if token.type == "code_inline" else ""


# --- the article ---


def _found(front: Front, blocks: Sequence[Block], notes: tuple[str, ...]) -> Found:
    stating = _metadata(blocks)
    fields = fields_of(blocks[i].text.replace(CELL_EDGE, ": ", 1) for i in stating)
    stated = front.stated if front.stated != Stated() else stated_of(fields, "header")
    lines = list(front.above)
    frame, headings = set(range(1, len(lines) + 1)), []
    for i, block in enumerate(blocks):
        if not block.text:
            continue
        together = i and block.kind == blocks[i - 1].kind and block.kind in ("list_item", "tr")
        lines += [] if together or not lines else [""]
        headings += [len(lines) + 1] if block.level else []
        new = block.text.split("\n")
        frame |= {len(lines) + n for n, line in enumerate(new, start=1) if i in stating or _SHORTCODE.fullmatch(line)}
        lines += new
    return Found(
        "\n".join(lines),
        stated=stated if stated != Stated() else _top_heading(blocks),
        frame=tuple(number for number in sorted(frame) if lines[number - 1].strip()),
        headings=tuple(headings),
        notes=notes,
    )


def _metadata(blocks: Sequence[Block]) -> range:
    """Give the places of a list or table that states what the text is, with its heading."""
    start = next((i for i, b in enumerate(blocks) if b.level and b.text.strip(": ").casefold() == METADATA), None)
    if start is None:
        return range(0)
    rest = blocks[start + 1 :]
    end = next((i for i, b in enumerate(rest) if b.kind not in ("list_item", "tr")), len(rest))
    return range(start, start + 1 + end) if end else range(0)


def _top_heading(blocks: Sequence[Block]) -> Stated:
    """State the one heading of the first level, or the first of several where the text begins with it."""
    tops = [block for block in blocks if block.level == 1 and block.text]
    if tops and (len(tops) == 1 or tops[0] is blocks[0]):
        return Stated(title=" ".join(tops[0].text.split()), origin="text")
    return Stated()
