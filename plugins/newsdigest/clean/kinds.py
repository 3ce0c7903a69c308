"""What kind of furniture a line is: share bar, newsletter, form; none for a line that may be the article's.

The text of a line comes in, the name of its kind as readers see it goes out. First by its words (`vocabulary`), then by
its wording as a whole (`notices`, `pointers`). Sure enough to cut such a line wherever it stands, except for a menu's:
the name of a section may head a part of the article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from newsdigest.clean.notices import NOTICES
from newsdigest.clean.pointers import POINTERS
from newsdigest.clean.vocabulary import kind_by_words
from newsdigest.text import straight

WORDINGS = (*NOTICES, *POINTERS)
MAX_LENGTH = 1600
"""Longer lines are prose; the longest notices on cookies have 1,500 characters."""
WORDS_LENGTH = 120
"""Longer lines are not made of a page's words alone, nor numbers and addresses."""
_PART = r"[^\s|/•·»›→»«<>,:;()\[\]+*–—&!?\"=.'-]+"
_WORD = re.compile(rf"{_PART}(?:[.'-]+{_PART})*")
_CONTACT = re.compile(r"[\d@]")
"""Every number and address of a site has one; so the wordings that any words may have are not asked of other lines."""
_APART = bytes(code if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
"""Of UTF-8: letters and digits of ASCII stay, all else becomes a space."""

Token = TypeVar("Token", str, bytes)
Near = frozenset[int]
"""Places of the wordings that a line may be of."""


def _pieces(plain: str) -> list[bytes]:
    return plain.encode("utf-8", "surrogatepass").translate(_APART).split()


def _table(words: Iterable[tuple[Token, int]]) -> dict[Token, Near]:
    places: defaultdict[Token, set[int]] = defaultdict(set)
    for word, place in words:
        places[word].add(place)
    return {word: frozenset(found) for word, found in places.items()}


_KEYS = [(word, i) for i, one in enumerate(WORDINGS) for word in sorted(one.words) if _WORD.fullmatch(word)]
_BY_WORD = _table(_KEYS)
_BY_PIECE = _table((max(_pieces(word), key=len), i) for word, i in _KEYS if _pieces(word))
"""What a long line must hold: it is told in a third of the time that it takes to part the line into words."""
_BY_SIGN = _table((word, i) for word, i in _KEYS if not _pieces(word))
_ANY_WORDS = frozenset(i for i, one in enumerate(WORDINGS) if not one.words)


def kind_of(text: str) -> str:
    """Name the kind of a line; empty where it has none.

    >>> kind_of("Share on Facebook"), kind_of("Share prices fell"), kind_of("Sign up for our newsletter")
    ('share bar', '', 'newsletter')
    """
    if len(text) > MAX_LENGTH:
        return ""
    return _short_kind(text) if len(text) <= WORDS_LENGTH else _kind_by_wording(text, _near_long(text.casefold()))


@lru_cache(maxsize=4_096)
def _short_kind(text: str) -> str:
    """Likewise, of a line that may come again: the pages of a site have the same around their articles."""
    said = _said(text)
    if kind := kind_by_words(said):
        return kind
    near = frozenset() if _BY_WORD.keys().isdisjoint(said) else _near(_BY_WORD, said)
    return _kind_by_wording(text, near | _ANY_WORDS if _CONTACT.search(text) else near)


def _said(text: str) -> list[str]:
    return _WORD.findall(straight(text).casefold().replace("©", " © "))


def _near(table: Mapping[Token, Near], found: Iterable[Token]) -> Near:
    return frozenset().union(*(table[key] for key in table.keys() & found))


def _near_long(plain: str) -> Near:
    return _near(_BY_PIECE, _pieces(plain)) | _near(_BY_SIGN, (sign for sign in _BY_SIGN if sign in plain))


def _kind_by_wording(text: str, near: Near) -> str:
    for place in sorted(near):
        one = WORDINGS[place]
        if one.fits(text) and (not one.words or not one.words.isdisjoint(_said(text))):
            return one.kind
    return ""
