"""The language that a text is written in, where that is certain; else the one that its file states.

In: the text, and what the file and the settings say. Out: a language tag. Method: an English text shows by its small
words, and most are; of the others those with small words or letters of another language are shown to a naive Bayes
classifier (py3langid, after Lui and Baldwin, langid.py: An Off-the-shelf Language Identification Tool, 2012). Limits: a
text of a few words, or in a language that it does not know, keeps what is stated; one with much English is English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from newsdigest.lexicon import is_english

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SMALL = frozenset(
    """
    a an and are as at be but by for from had has have he his in is it not of on or that the they this to was we will
    with you
    """.split()
)
SMALL_SHARE = 0.15
"""Of the words. Of 1,059 English texts 15 have less (lists, tables), of 6 in other languages the most is .06."""
OTHERS = frozenset(
    """
    att av bir che con dan das de dei del della den der des det di die dla du een ein el en er est et het il ist ja
    jest je la las le les los met mit na nicht nie não och og om os para pas per por pour que się som são und uma un una
    une van ve von voor w yang z zu è że
    """.split()
)
"""Small words of European languages, Turkish and Indonesian that are rare in English."""
OTHER_SHARE, LETTER_SHARE = 0.05, 0.03
"""Of words, and of letters that English does not have, from which on a text may be in another language: the classifier
takes half a second and 80 MB. Of the 15 English texts none is shown to it; of the 6 others all but a table of names."""
FEWEST = 30
"""Words; fewer prove nothing."""
LOOKED_AT = 4_000
"""Characters."""
CERTAIN = 0.95
"""The least of those 6 was .993; none of the 15 English texts was taken for another language with more than .62."""
_WORD = re.compile(r"[^\W\d_]+")


def language(text: str, stated: str) -> str:
    """Give the language of a text; its region only where that is stated.

    >>> language("The ferry is late.", "en-GB")
    'en-GB'
    """
    words = _WORD.findall(text[:LOOKED_AT].lower())
    if len(words) < FEWEST:
        return stated
    if sum(map(SMALL.__contains__, words)) >= SMALL_SHARE * len(words):
        found = ENGLISH
    else:
        found = _identified(" ".join(words)) if _may_be_other(words) else ""
    alike = stated.partition("-")[0].lower() == found or (found == ENGLISH and is_english(stated))
    return stated if alike or not found else found


def _may_be_other(words: Sequence[str]) -> bool:
    letters = "".join(words)
    odd = sum(not letter.isascii() for letter in letters) >= LETTER_SHARE * len(letters)
    return odd or sum(map(OTHERS.__contains__, words)) >= OTHER_SHARE * len(words)


def _identified(text: str) -> str:
    """Name the language that a text is certainly in; nothing where none is."""
    found, certainty = _identifier().classify(text)
    return str(found) if certainty >= CERTAIN else ""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second, for the few texts that need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
