"""Markdown: CommonMark with tables and strikethrough, as notes, exports and other site generators write it.

The bytes of a file come in; its article goes out, a line a block. What is stated comes from above the text, or from
lines such as `Author: Jane Doe` that note-taking programs write below the title, in a list headed `Metadata` or at the
end; the one top heading is the title where none is stated. The frame is what is no text of the article: such lines,
tags, places that a program would have filled, the excerpt that a clipper puts above it. Limits: other keys than ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read.encoding import text_of
from newsdigest.read.found import Found, too_long
from newsdigest.read.front_matter import Front, fields_of, front_matter, is_known, squeezed, stated_of
from newsdigest.read.markdown_blocks import Block, blocks

METADATA = "metadata"
"""The heading of a list that states what the text is: `## Metadata`, `- Author: [[Jane Doe]]`."""
EXCERPT = "excerpt"
"""The heading, in a quotation, of what a page says about itself."""
NOTED = frozenset(
    """
    category created createdat createdtime datesaved lastedited lastediteddate lastupdated lastvisited notebook rating
    readingtime saved score savedat status summarized tag tags topics type updated updatedat updatedtime
    """.split()
)
"""Keys that notes have beside those that state something, squeezed."""
GOODS = frozenset({"isbn", "pages", "price"})
"""Keys that tell what an article is about: the author of a book that it reviews is not its own."""
LAST = "type_"
"""The key that a note-taking program writes last, below the text of a note."""
MAX_VALUE = 300
_ORIGINAL = re.compile(
    r"\[(?:(?:read|view) )?(?:the )?(?:link|original|source)(?: (?:article|link|page|post|source|story))?\]"
    r"\((https?://[^\s()]+)\)",
    re.IGNORECASE,
)
"""A line that leads to the page a note was taken from: `[View original](https://example.org/bridge)`."""
_FILLED = re.compile(r"\{\{[<%].*[>%]\}\}|\{%.*%\}|(?:#[^\W\d_][\w/-]*(?:\s+|$))+")
"""A line that a site generator would have filled (`{{< video 12 >}}`), or of tags (`#bridge #lake/port`)."""


def read(data: bytes, options: Options) -> tuple[Found, ...]:
    """Find the article in a Markdown file. Raises UnusableFileError where it holds no text, or too much."""
    text, notes = text_of(data)
    if problem := too_long(text, options):
        raise UnusableFileError(problem)
    front = front_matter(text)
    found, more = blocks(front.text, options)
    if not any(block.text.strip() for block in found):
        raise UnusableFileError(
            "no text but what is stated above it, or pictures; save the article again or delete the file"
        )
    return (_found(front, found, (*notes, *front.notes, *more)),)


def _found(front: Front, found: Sequence[Block], notes: tuple[str, ...]) -> Found:
    stating = frozenset(_stating(found))
    around = stating | frozenset(_excerpt(found))
    lines = list(front.above)
    frame, headings = set(range(1, len(lines) + 1)), []
    for i, block in enumerate(found):
        if not block.text:
            continue
        together = i and block.kind == found[i - 1].kind and block.kind in ("list_item", "tr")
        lines += [] if together or not lines else [""]
        headings += [len(lines) + 1] if block.level else []
        new = block.text.split("\n")
        frame |= {len(lines) + n for n, line in enumerate(new, start=1) if i in around or _FILLED.fullmatch(line)}
        lines += new
    left = any(line and number not in frame for number, line in enumerate(lines, start=1))
    return Found(
        "\n".join(lines),
        stated=_stated(front, found, stating),
        frame=tuple(number for number in sorted(frame) if lines[number - 1].strip()) if left else (),
        headings=tuple(headings),
        notes=notes,
    )


# --- what is stated ---


def _stated(front: Front, found: Sequence[Block], stating: frozenset[int]) -> Stated:
    fields = fields_of(line for i in sorted(stating) for line in _lines(found[i]))
    stated = front.stated if front.stated != Stated() else stated_of(fields, "header")
    title = None if stated.title else _top_heading(found)
    if not title:
        return stated
    if stated == Stated():
        return Stated(title=title, origin="text")
    return replace(stated, title=title, origin="text", authors_origin=stated.origin, date_origin=stated.origin)


def _top_heading(found: Sequence[Block]) -> str | None:
    """Give the one heading of the first level, or the first of several where the text begins with it."""
    tops = [block for block in found if block.level == 1 and block.text]
    return " ".join(tops[0].text.split()) if tops and (len(tops) == 1 or tops[0] is found[0]) else None


def _stating(found: Sequence[Block]) -> Iterator[int]:
    """Give the places of blocks that state what the text is: at its top, headed as such, and at its end."""
    for i, block in enumerate(found):
        if _states(block):
            yield i
        elif i and block.text and not block.level:
            break
    yield from _metadata(found)
    if found and LAST in [key for key, _ in fields_of(_lines(found[-1]))]:
        yield len(found) - 1


def _states(block: Block) -> bool:
    """Tell lines that are all of the form `key: value`, one of a known key or two of what notes have."""
    lines = _lines(block)
    keys = [squeezed(key) for key, _ in fields_of(lines)]
    if len(keys) < len(lines) or not GOODS.isdisjoint(keys) or max(map(len, lines), default=0) > MAX_VALUE:
        return False
    return not block.level and (any(map(is_known, keys)) or (len(keys) > 1 and not NOTED.isdisjoint(keys)))


def _lines(block: Block) -> list[str]:
    """Give the lines of a block as written, without emphasis."""
    lines = (re.sub(r"[*_]{2}|\\$", "", line).strip() for line in block.source.split("\n"))
    return [_ORIGINAL.sub(r"url: \1", line) for line in lines if line]


def _metadata(found: Sequence[Block]) -> range:
    """Give the places of a list or table that states what the text is, with its heading."""
    start = next((i for i, b in enumerate(found) if b.level and b.text.strip(": ").casefold() == METADATA), None)
    if start is None:
        return range(0)
    rest = found[start + 1 :]
    end = next((i for i, b in enumerate(rest) if b.kind not in ("list_item", "tr")), len(rest))
    return range(start, start + 1 + end) if end else range(0)


def _excerpt(found: Sequence[Block]) -> range:
    """Give the places of a quotation headed `Excerpt`."""
    start = next((i for i, b in enumerate(found) if b.inside and b.level and b.text.casefold() == EXCERPT), None)
    if start is None:
        return range(0)
    return range(start, next((i for i in range(start, len(found)) if not found[i].inside), len(found)))
