"""Markdown to blocks: paragraphs, headings, items, rows, code, HTML.

The text of a file comes in; its blocks go out in their order, without the marks of CommonMark and of note-taking
programs: links by their text, pictures gone, code as it stands, HTML as a page shows it. markdown-it-py parses; its
time grows with the text (1 MB of the worst input: 15 s). Limits: text nested deeper than lists in nine lists is one
block, as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newsdigest.options import Options
from newsdigest.read.front_matter import plain_links
from newsdigest.read.page import fragment_text

if TYPE_CHECKING:
    from markdown_it.token import Token

NESTING = 20
"""Blocks inside one another: the parser's own limit for CommonMark. With 100, brackets take five times as long."""
CELL_EDGE = " | "
_COMMENT = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>```|~~~).*?^ {0,3}(?P=fence))|(?<!\S)%%[^%]*(?:%[^%]+)*%%(?!\S)", re.M | re.S
)
"""What a note-taking program shows to nobody but who writes: `%% ask Jane %%`, on one line or many."""
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\n]{1,60}\]:[ \t]*", re.MULTILINE)
_MARKS = re.compile(r"\[\^[^\]\n]{1,60}\]|!\[\[[^\]\n]{1,200}\]\]|==(?=\S)(?P<marked>[^=\n]+)(?<=\S)==")
"""Marks that readers of other kinds of Markdown never see: `[^1]`, `![[plan.png]]`, `==highlight==`."""
_CALLOUT = re.compile(r"\[![\w-]+\][+-]? ?")
"""What makes a box of a quotation; the rest of its line is the title: `[!note] Mind the gap`."""
_BLOCK_ID = re.compile(r"\s\^(?=[\w-]*[A-Za-z])[\w-]{3,60}$")
"""What links to a block go by: `It is red. ^37066d`."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together: one line, or several (code, hard line breaks, HTML)."""

    text: str
    kind: str
    """As the parser's tokens are called: `paragraph`, `heading`, `list_item`, `tr`."""
    level: int = 0
    """Of a heading, from 1."""
    inside: bool = False
    """Of a quotation or a list."""
    source: str = ""
    """As written, with its lines and marks."""


def blocks(text: str, options: Options) -> tuple[list[Block], tuple[str, ...]]:
    """Give the blocks of a text, and notes on what was not taken as it is meant."""
    shown, comments = _without_comments(text)
    notes = (f"{comments} of the notes between %% not published",) if comments else ()
    tokens = _tokens(shown)
    if any(token.level >= NESTING - 1 for token in tokens):
        deep = f"blocks stand {NESTING} deep inside one another: the text was taken as it stands"
        return [Block(shown, "paragraph")], (*notes, deep)
    return list(_blocks(tokens, options)), notes


def _without_comments(text: str) -> tuple[str, int]:
    shown, found = _COMMENT.subn(lambda found: found["code"] or "", text)
    return shown, found - sum(1 for one in _COMMENT.finditer(text) if one["code"])


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt  # only where there is Markdown

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])
    return parser.parse(_FOOTNOTE.sub("\n", text))


def _blocks(tokens: Sequence[Token], options: Options) -> Iterator[Block]:
    for is_html, run in groupby(tokens, key=lambda token: token.type == "html_block"):
        if is_html:
            html = "\n".join(token.content for token in run)
            yield Block(fragment_text(f"<div>{html}</div>", options), "html_block")  # a comment alone is a page too
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
            kind = "list_item" if in_item else before
            yield Block(_text(token.children or ()), kind, level, token.level > 1, token.content)
        elif token.type == "tr_close":
            yield Block(CELL_EDGE.join(cells), "tr", source=": ".join(cells))
            cells = []
        elif token.type in ("code_block", "fence"):
            yield Block(token.content.strip("\n"), token.type, source=token.content)


def _text(children: Sequence[Token]) -> str:
    """Give the text of a paragraph: links by their text, no pictures, a line break where the file wants one."""
    pieces = [_piece(token) for token in children]
    if children and _CALLOUT.match(children[0].content):
        pieces[0] = _CALLOUT.sub("", pieces[0], count=1)
        titled = next((i for i, token in enumerate(children) if token.type == "softbreak"), None)
        pieces = pieces if titled is None else [*pieces[:titled], "\n", *pieces[titled + 1 :]]
    found = _BLOCK_ID.sub("", "".join(pieces).rstrip())
    return "\n".join(line for part in found.split("\n") if (line := " ".join(part.split())))


def _piece(token: Token) -> str:
    if token.type == "text":
        return plain_links(_MARKS.sub(lambda found: found["marked"] or "", token.content))
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.match(token.content)):
        return "\n"
    return token.content if token.type == "code_inline" else ""
