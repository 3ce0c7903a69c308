"""Lines to blocks: what stands together in the file, before anybody asks what it is.

The text of a file comes in, a tuple of blocks goes out; a block is one line, or several where the file was wrapped at
a fixed width. A line break is such a wrap where the first word of the next line would not have fitted on this one (how
greedy wrapping works, so it needs no knowledge of the language), and only in a file where most breaks are like that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdigest.clean.typography import tidy
from newsdigest.text import words

WRAP_WIDTHS = range(50, 121)
"""Widest line of a wrapped file. Below 50 it is a list; mail, terminals and Project Gutenberg wrap at 65 to 100."""
WRAP_SHARE = 0.6
"""Share of breaks inside sentences that must look like wraps: files wrapped by `fmt` give 0.75 and more, one-line
paragraphs 0. Breaks after a sentence tell nothing: where no line is empty between paragraphs half of all are such."""
LONG = 80
"""Characters of a line of prose. Of line lengths from 40 to 120 this told body from the rest best on news pages."""
_SENTENCE_END = re.compile(r"[.!?…。！？।][\"'”’»)\]]*(?:\[\d+\])?$")
_LAST = ".!?…。！？।\"'”’»)]"
"""With what a sentence may end: most lines that do not end one are told by their last character."""
_BROKEN = re.compile(r"([^\W\d_]{2,})-$")
_WHOLE = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AFTER_PREFIX = frozenset("and bis e en et i o och oder of og or ou to u und y".split())
"""`pre- and post-war` may break after its hyphen."""
_FORM = bytes(
    ord("w" if chr(code).isalnum() or chr(code) == "_" else "." if chr(code) in "'.-" else " ") for code in range(256)
)
"""Of ASCII: what words are made of, what joins two, and what stands between them."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


class Block(NamedTuple):
    """Lines `first` to `last` of the source (from 1), joined; `gap` where an empty line stands before.

    A tuple: made, hashed and compared in a third of the time of a dataclass, and there are many.
    """

    first: int
    last: int
    text: str
    gap: bool = False


def lines_of(text: str, *, escaped: bool = True) -> tuple[Block, ...]:
    """Give each line that holds something as a block of its own; `escaped` where `&amp;` may stand for `&`."""
    found = []
    gap = False
    for number, raw in enumerate(text.split("\n"), start=1):
        line = tidy(raw, escaped=escaped)
        if line:
            found.append(Block(number, number, line, gap))
        gap = not line
    return tuple(found)


def unwrapped(lines: Sequence[Block]) -> tuple[Block, ...]:
    """Join the lines of a file that was wrapped at a fixed width; any other file stays as it is."""
    width = _width(lines)
    if width not in WRAP_WIDTHS:
        return tuple(lines)
    breaks = [(a, b) for a, b in pairwise(lines) if not b.gap and not ends_sentence(a.text)]
    wraps = sum(_wrapped(a, b, width) for a, b in breaks)
    return tuple(lines) if len(breaks) < 3 or wraps < WRAP_SHARE * len(breaks) else _joined(lines, width)


def _width(lines: Sequence[Block]) -> int:
    """Give the width of the file: of its longest line, but for the one line in fifty that may hold a long address."""
    lengths = sorted(len(line.text) for line in lines)
    usual = lengths[(len(lengths) - 1) * 49 // 50] if lengths else 0
    return max((length for length in lengths if length <= 1.1 * usual), default=0)


def _wrapped(line: Block, following: Block, width: int) -> bool:
    return width - len(following.text.split(" ", 1)[0]) <= len(line.text) <= width


def _joined(lines: Sequence[Block], width: int) -> tuple[Block, ...]:
    groups: list[list[Block]] = []
    for line in lines:
        if groups and not line.gap and _wrapped(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    known = frozenset(word.lower() for line in lines for word in _WHOLE.findall(line.text))
    return tuple(Block(g[0].first, g[-1].last, _healed([line.text for line in g], known), g[0].gap) for g in groups)


def _healed(texts: Sequence[str], known: frozenset[str]) -> str:
    """Join lines; a hyphen between two goes where the whole word stands elsewhere in the text, and stays else."""
    parts: list[str] = []
    for left, right in pairwise((*texts, "")):
        first, second = _BROKEN.search(left), _WHOLE.match(right)
        if not first or not second or not right[0].islower() or second[0] in _AFTER_PREFIX:
            parts += [left, " "]
        else:
            parts.append(left[:-1] if f"{first[1]}{second[0]}".lower() in known else left)
    return "".join(parts).strip()


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does: `He left.”`."""
    return text[-1:] in _LAST and _SENTENCE_END.search(text[-12:]) is not None


def is_prose(text: str) -> bool:
    """Tell whether a line is long enough to be a paragraph; a wide (Chinese, Korean) character counts double."""
    return len(text) >= LONG or (not text.isascii() and len(text) + len(_WIDE.findall(text)) >= LONG)


def word_count(text: str) -> int:
    """Count words; of a script that has no spaces between them (Chinese, Japanese) two characters are one."""
    if text.isascii():
        return count_words(text)
    return count_words(_WIDE.sub(" ", text)) + (len(_WIDE.findall(text)) + 1) // 2


def count_words(text: str) -> int:
    """Count the words of `text.words`; in ASCII, which most lines are, in a fifth of the time that listing them takes.

    >>> count_words("Jane Doe's 1.5m ... end"), count_words("- Café-bar")
    (4, 1)
    """
    if not text.isascii():
        return len(words(text))
    form = b"  " + text.encode().translate(_FORM)
    return form.count(b" w") + form.count(b" .w") + form.count(b"..w")
