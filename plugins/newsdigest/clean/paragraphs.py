"""Blocks to paragraphs: which of what is left is a heading, and which names the speaker of a block quote.

The blocks of the cleaned article come in, paragraphs with their kind go out; text is never changed. A heading is what
the file marks as one (unless nothing follows), or a short line without a closing full stop with a paragraph after it;
in a run of short lines (of two where the file marks its headings) and below a colon nothing is. An attribution is a
name with a role, or a name after a dash, alone on a line below a paragraph. In doubt: body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from newsdigest.clean.blocks import Block, count_words, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date
from newsdigest.clean.names import is_name
from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.model import Paragraph
from newsdigest.text import words

HEADING_LENGTH = 110
HEADING_WORDS = 16
"""Of the sub-headings in the development texts 98 % are shorter than both."""
_NO_HEADING = re.compile(r"[-*•·–—]\s|\(?\d{1,3}[.)]\s+[^A-Z]|\d{1,2}[./]\d{1,2}[./]\d{4}\b")
_DASH = re.compile(r"[-–—~]+\s*")


def paragraphs(blocks: Sequence[Block], headings: Collection[int] = ()) -> tuple[Paragraph, ...]:
    """Tell headings, attributions and body apart; `headings` are lines that the file itself marks as such."""
    found: list[Paragraph] = []
    short = [_could_head(block.text) for block in blocks]
    for i, block in enumerate(blocks):
        if _is_attribution(found, block.text):
            found.append(Paragraph(block.text, "attribution"))
        elif (short[i] and _is_heading(blocks, i, short, headings)) or (
            block.first in headings and block is not blocks[-1]
        ):
            found.append(Paragraph(block.text, "heading"))
        else:
            found.append(Paragraph(block.text))
    return tuple(found)


def _is_heading(blocks: Sequence[Block], i: int, short: Sequence[bool], marked: Collection[int]) -> bool:
    following = [b.text for b in blocks[i + 1 : i + 3]]
    if not following or _is_listed(blocks, i, short, marked):
        return False
    if short[i + 1]:
        return len(following) > 1 and is_prose(following[1]) and not (i and short[i - 1])
    return is_prose(following[0]) or ends_sentence(following[0])


def _is_listed(blocks: Sequence[Block], i: int, short: Sequence[bool], marked: Collection[int]) -> bool:
    """Tell whether a line stands in a list: below a colon, or beside one like it where a file marks its headings."""
    near = [k for k in (i - 1, i + 1) if 0 <= k < len(blocks) and short[k]]
    if marked and any(blocks[k].first not in marked for k in near):
        return True
    above = i - 2 if i - 1 in near else i - 1
    return above >= 0 and blocks[above].text.endswith(":")


def _could_head(text: str) -> bool:
    if len(text) > HEADING_LENGTH or text[-1] in ".,;:…\"”'’" or text[0].islower() or _NO_HEADING.match(text):
        return False
    if text[0] in "([" and text[-1] in ")]":
        return False
    return any(c.isalpha() for c in text) and count_words(text) <= HEADING_WORDS and not parse_date(text)


def _is_attribution(before: Sequence[Paragraph], text: str) -> bool:
    if (
        not before
        or before[-1].kind != "body"
        or not is_prose(before[-1].text)
        or len(text) > 90
        or ends_sentence(text)
    ):
        return False
    dash = _DASH.match(text)
    name, *role = re.split(r",\s+", text[dash.end() :] if dash else text)
    if dash and is_name(name):
        return True
    return bool(role) and any(is_name(a) and _is_role(b) for a, b in ((name, ", ".join(role)), (role[-1], name)))


def _is_role(text: str) -> bool:
    said = words(text)
    return len(said) <= 8 and any(word.casefold().strip(".") in ROLE_NOUNS for word in said)
