"""What kind of furniture a line is: share bar, newsletter, form; none for a line that may be the article's.

The text of a line comes in, the name of its kind as readers see it goes out. First by its words (`vocabulary`), then by
its wording as a whole (`notices`, `pointers`). Sure enough to cut such a line wherever it stands, except for a menu's:
the name of a section may head a part of the article.
"""

from __future__ import annotations

import re

from newsdigest.clean.notices import NOTICES
from newsdigest.clean.pointers import POINTERS
from newsdigest.clean.vocabulary import kind_by_words
from newsdigest.text import straight

WORDINGS = (*NOTICES, *POINTERS)
_ANY_WORDS = frozenset(i for i, wording in enumerate(WORDINGS) if not wording.words)
_BY_WORD = {
    word: frozenset(i for i, wording in enumerate(WORDINGS) if word in wording.words)
    for word in sorted(frozenset().union(*(wording.words for wording in WORDINGS)))
}
"""Word -> the wordings that may have it."""
_TRIGGERS = frozenset(_BY_WORD)
MAX_LENGTH = 1600
"""Longer lines are prose; the longest notices on cookies have 1,500 characters."""
WORDS_LENGTH = 120
"""Longer lines are not made of a page's words alone, nor numbers and addresses."""
_PART = r"[^\s|/•·»›→»«<>,:;()\[\]+*–—&!?\"=.'-]+"
_WORD = re.compile(rf"{_PART}(?:[.'-]+{_PART})*")
_CONTACT = re.compile(r"[\d@]")
"""Every number and address of a site has one; so the wordings that any words may have are not asked of other lines."""


def kind_of(text: str) -> str:
    """Name the kind of a line; empty where it has none.

    >>> kind_of("Share on Facebook"), kind_of("Share prices fell"), kind_of("Sign up for our newsletter")
    ('share bar', '', 'newsletter')
    """
    if len(text) > MAX_LENGTH:
        return ""
    said = _WORD.findall(straight(text).casefold().replace("©", " © "))
    kind = kind_by_words(said) if len(text) <= WORDS_LENGTH else ""
    if kind:
        return kind
    near = _ANY_WORDS if len(text) <= WORDS_LENGTH and _CONTACT.search(text) else frozenset()
    near = near.union(*(_BY_WORD[word] for word in _TRIGGERS.intersection(said)))
    return next((WORDINGS[i].kind for i in sorted(near) if WORDINGS[i].fits(text)), "")
