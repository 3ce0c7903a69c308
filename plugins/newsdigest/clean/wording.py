"""Tables of wording: regular expressions for a whole line, joined into one pattern.

The entries of a table come in; what tells whether a line is of its wording goes out. What stands before and after the
words (signs, spaces) and letter case do not count. Tables that only lines with certain words are held against are
compiled when the first such line comes: together they take as long as the cleaning of ten texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache


def whole_line(patterns: Iterable[str]) -> re.Pattern[str]:
    """Join a table into one pattern for `fullmatch`."""
    return _compiled(_joined(patterns))


def _joined(patterns: Iterable[str]) -> str:
    return r"[\W_]{0,20}(?:" + "|".join(patterns) + r")[\W_]*"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """A table of one kind of line."""

    kind: str
    """Its name as readers see it."""
    words: frozenset[str]
    """Lower case; a line has one of them. Empty: any line is tried."""
    pattern: str
    longest: int
    """Characters of such a line, at most."""

    def fits(self, text: str) -> bool:
        """Tell whether a text is of this kind."""
        return len(text) <= self.longest and _compiled(self.pattern).fullmatch(text) is not None


def wording(kind: str, words: str, patterns: Iterable[str], longest: int = 300) -> Wording:
    """Make the table of a kind from its words and its patterns."""
    return Wording(kind, frozenset(words.split()), _joined(patterns), longest)
