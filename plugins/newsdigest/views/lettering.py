"""How much room a text takes in a picture, and how to make it fit.

In: a text, and the room for it in a picture's units. Out: its lines, none wider than the room. A picture is drawn
before anybody knows the reader's typeface, so each kind of character counts with the width that the widest common sans
serif (DejaVu Sans, Verdana) gives it: a line may end early, but never runs out of the picture.
Limits: scripts other than Latin count with their widest letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

SIZE = 13
"""Of the letters, in units of a picture; main.css sets the same."""
LINES = 2
"""Of a label, at most: of 1,625 names in the development texts one in 200 is too long for a line, none for two."""
NARROW = frozenset(" !'()*,-./:;I[]`fijlrt|’“”")
WIDE = frozenset("%&@MWmw—…")
IN_LINE, NARROWEST, CAPITAL, WIDEST, IDEOGRAPH, SYMBOL, FOREIGN = 64, 42, 80, 100, 106, 140, 112
"""Hundredths of the letters' size."""
LATIN = 0x24F
"""The last letter of the Latin alphabets that a typeface for Europe holds."""
ELLIPSIS = "…"
NAMES, CHARACTERS = 20_000, 2_000
"""Remembered, as who is named often stands in many pictures."""


@lru_cache(NAMES)
def fitted(text: str, room: int) -> tuple[str, ...]:
    """Break a text into lines that fit; what does not fit into the last of them is cut, which an ellipsis shows."""
    words = text.split()
    if width(" ".join(words)) <= room:
        return (" ".join(words),)
    lines: list[str] = []
    for piece in (piece for word in words for piece in _pieces(word, room)):
        if lines and width(f"{lines[-1]} {piece}") <= room:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    shown = lines[:LINES]
    if len(lines) > LINES:
        shown[-1] += ELLIPSIS
    return tuple(_cut(line, room) for line in shown)


def cut_short(text: str, lines: Sequence[str]) -> bool:
    """Tell whether lines say less than the text that they were made from."""
    return "".join(lines).replace(" ", "") != "".join(text.split())


@lru_cache(NAMES)
def width(text: str) -> int:
    """Tell the units that a line of text takes, rounded up."""
    return -(-sum(map(_width, text)) * SIZE // 100)


@lru_cache(CHARACTERS)
def _width(char: str) -> int:
    if char in NARROW:
        return NARROWEST
    if char in WIDE:
        return WIDEST
    if ord(char) > LATIN:
        return _foreign(char)
    return CAPITAL if char.isupper() else IN_LINE if char.isprintable() else 0


def _foreign(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    if east_asian_width(char) in {"W", "F"}:
        return SYMBOL if category(char) == "So" else IDEOGRAPH
    return FOREIGN


def _pieces(word: str, room: int) -> Iterator[str]:
    """Break a word that no line holds, such as a name in a script without spaces."""
    while width(word) > room:
        end = next(end for end in range(1, len(word) + 1) if width(word[:end]) > room) - 1
        yield word[: max(end, 1)]
        word = word[max(end, 1) :]
    if word:
        yield word


def _cut(line: str, room: int) -> str:
    if width(line) <= room:
        return line
    kept = line.removesuffix(ELLIPSIS)
    while kept and width(kept + ELLIPSIS) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS
