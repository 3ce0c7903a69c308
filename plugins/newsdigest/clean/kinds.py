"""What kind of furniture a line is: share bar, newsletter, form; empty for a line that may be the article's.

The text of a line comes in, the name of its kind as readers see it goes out. First by its words (`vocabulary`), then by
its wording as a whole (`wordings`). Sure enough to cut such a line wherever it stands, except for a menu's: the name of
a section may head a part of the article.
"""

from __future__ import annotations

import re

from newsdigest.clean.notices import NOTICES
from newsdigest.clean.pointers import POINTERS
from newsdigest.clean.vocabulary import LONGEST, MENU, VOCABULARIES
from newsdigest.text import straight

MAX_LENGTH = 1600
"""Longer lines are prose; the longest notices on cookies have 1,500 characters."""
_VOCABULARY_LENGTH = 120
_WORD = re.compile(r"[^\s|/•·»›→»«<>,:;()\[\]+*–—&!?\"“”=]+")
_NUMBER = re.compile(r"[\d.,#%-]+[km]?")


def kind_of(text: str) -> str:
    """Name the kind of a line.

    >>> kind_of("Share on Facebook"), kind_of("Share prices fell"), kind_of("Sign up for our newsletter")
    ('share bar', '', 'newsletter')
    """
    if len(text) > MAX_LENGTH:
        return ""
    found = [word.strip(".'-") for word in _WORD.findall(straight(text).casefold().replace("©", " © "))]
    plain = [word for word in found if word and not _NUMBER.fullmatch(word)]
    words = frozenset(plain)
    if plain and len(plain) <= LONGEST and len(text) <= _VOCABULARY_LENGTH:
        for vocabulary in (*VOCABULARIES, MENU):
            if vocabulary.has(words, len(plain)):
                return vocabulary.kind
    return next((wording.kind for wording in (*NOTICES, *POINTERS) if wording.has(text, words)), "")
