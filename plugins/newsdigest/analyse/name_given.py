"""People by their given names: a parse in, runs such as `Ilir Doe`, `J. R. Doe`, `Jane “Jo” Doe`, `Elizabeth I` out.

The model knows the names of its newspapers; in tables, lists of players and captions it misses many others. A word of
the list `given_names.txt`, or an initial, and capitalised words behind it make a name if none of them says that it is
a place's, a firm's or a thing's. Limits: names whose first word the list does not hold; families before given names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token
from unidecode import unidecode

from newsdigest.analyse.name_words import (
    ABBREVIATIONS,
    EVENT_WORDS,
    KIN,
    LEGAL_ENDINGS,
    LONE_WORDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    THING_WORDS,
)
from newsdigest.lexicon import HONORIFICS, ROLE_ABBREVIATIONS, ROLE_NOUNS

LIST = Path(__file__).with_name("given_names.txt")
LONGEST = 4
"""Words behind the first."""
_INITIALS = re.compile(r"(?:[A-Z]\.){1,2}(?:-[A-Z]\.)?")
_LETTERS = re.compile(r"[A-Z]J|J[A-Z]|KC")
_NO_INITIALS = frozenset("A.M. B.C. D.C. E.U. L.A. N.Y. P.M. U.K. U.N. U.S.".split())
_SURNAME = re.compile(r"(?=[^\W\d_a-zß-ÿ].)(?:[^\W\d_]+['’-])*[^\W\d_]+(?:-[a-z]{2,3})?")
_NO_TAGS = ("DT", "IN", "MD", "RB", "VB", "W")
_NUMBER = re.compile(r"[IVX]{1,4}")
_HYPHENS = frozenset("-‐‑")
_OPENING, _CLOSING = frozenset("\"'“‘"), frozenset("\"'”’")
_THINGS = EVENT_WORDS | LEGAL_ENDINGS | LONE_WORDS | ORGANISATION_WORDS | THING_WORDS
_NO_SURNAMES = ABBREVIATIONS | NOT_NAMES | ROLE_NOUNS | _THINGS | frozenset("editing reporting writing".split())


@cache
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Read the list: all names, and those that are no places' names as well; lower case, without accents."""
    lines = [line for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]
    return frozenset(line.rstrip("?") for line in lines), frozenset(line for line in lines if line[-1] != "?")


def is_given_name(word: str, certain: bool = False) -> bool:
    """Say whether people bear this first name; `certain`: and no place does."""
    known = given_names()[certain]
    plain = unidecode(word).lower()
    return plain in known or ("-" in plain and plain.split("-")[0] in known)


def is_initials(word: str) -> bool:
    """Recognise `J.`, `J.R.`, `JR`; no abbreviation of a country or a time."""
    return (_INITIALS.fullmatch(word) is not None and word not in _NO_INITIALS) or _LETTERS.fullmatch(word) is not None


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the tokens, end exclusive, of each run that reads as a person's name."""
    words = [token.text for token in doc]
    small = frozenset(word for word in words if word.islower())
    capitalised = frozenset(word for word in words if word.istitle())
    i = 0
    while i < len(words):
        end = i
        if words[i][0].isupper():
            shouted = len(words[i]) > 2 and words[i].isupper()
            end = _in_capitals(doc, i, capitalised) if shouted else _run(doc, i, small)
        if end > i:
            yield i, end
        i = max(end, i + 1)


def word_end(doc: Doc, i: int) -> int:
    """Give where a word ends that the tokeniser splits at its hyphens: `Al-Roe`."""
    end = i + 1
    while end + 1 < len(doc) and doc[end].text in _HYPHENS and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        if not doc[end + 1].is_alpha:
            break
        end += 2
    return end


def _run(doc: Doc, start: int, small: Set[str]) -> int:
    """Give the end of the name that starts here; `start` where none does."""
    i = _first(doc, start, small)
    if i == start or _continues(doc, start):
        return start
    found = i if _is_led(doc, start, i) else start
    for _ in range(LONGEST):
        i = _nickname_end(doc, i)
        if i >= len(doc) or not doc[i - 1].whitespace_:
            break
        end = word_end(doc, i)
        if _is_surname(doc, i, end, small) and not doc[i].tag_.startswith(_NO_TAGS):
            found = end
        elif not (_INITIALS.fullmatch(doc[i].text) or doc[i].text in PARTICLES):
            break
        i = end
    return start if _goes_on(doc, found) else found


def _in_capitals(doc: Doc, start: int, capitalised: Set[str]) -> int:
    """Read `JANE DOE` as a name where the article also writes `Doe`."""
    behind = doc[start + 1] if start + 1 < len(doc) else None
    named = behind is not None and behind.is_upper and behind.text.title() in capitalised
    return start + 2 if named and is_given_name(doc[start].text, True) else start


def _first(doc: Doc, start: int, small: Set[str]) -> int:
    """Give the end of the given name or the initials that start here."""
    if is_initials(doc[start].text):
        return start + 1
    end = word_end(doc, start)
    text = doc[start:end].text
    if not text[0].isupper() or text.isupper() or text.lower() in small:
        return start
    titled = start > 0 and _is_title(doc[start - 1]) and _is_surname(doc, start, end, small)
    titled = titled and doc[start].ent_type_ in ("", "PERSON") and not any(_is_title(t) for t in doc[start:end])
    return end if titled or is_given_name(text, True) else start


def _is_led(doc: Doc, start: int, end: int) -> bool:
    """Say whether a first name alone is somebody's: `Queen Jane`, `his wife Jane`, but no `Queen Jane Street`."""
    if start == 0 or not is_given_name(doc[start:end].text, certain=True):
        return False
    led = _is_title(doc[start - 1]) or doc[start - 1].lower_ in KIN
    return led and (end == len(doc) or not doc[end].text[0].isupper())


def _is_title(token: Token) -> bool:
    return token.text in HONORIFICS or token.lower_ in ROLE_NOUNS


def _nickname_end(doc: Doc, i: int) -> int:
    """Step over `“Jo”`, one or two words."""
    if i + 2 >= len(doc) or doc[i].text not in _OPENING or not doc[i - 1].whitespace_ or doc[i].whitespace_:
        return i
    for end in (i + 2, i + 3):
        if end < len(doc) and doc[end].text in _CLOSING and not doc[end - 1].whitespace_ and doc[end].whitespace_:
            return end + 1
    return i


def _continues(doc: Doc, start: int) -> bool:
    """Say whether the word before shows a longer name: `St Jane`, `the Jane`, but `coach Jane`, `Acme Corp. Jane`."""
    before = doc[start - 1] if start and not doc[start].is_sent_start else None
    if before is None or before.lower_ == "the":
        return before is not None
    if (
        before.pos_ != "PROPN"
        or not before.text[0].isupper()
        or not before.text[-1].isalpha()
        or not before.whitespace_
    ):
        return False
    titled = _is_title(before) or before.lower_ in ROLE_ABBREVIATIONS or before.is_upper
    return not titled and not (before.ent_type_ and doc[start].ent_iob_ != "I")


def _is_surname(doc: Doc, i: int, end: int, small: Set[str]) -> bool:
    word = doc[i:end].text
    if _NUMBER.fullmatch(word):
        return not _INITIALS.fullmatch(doc[i - 1].text)
    named = _SURNAME.fullmatch(word) is not None and not word.isupper() and word not in HONORIFICS
    return named and word.lower() not in _NO_SURNAMES | small


def may_be_name(token: Token) -> bool:
    """Say whether a word could be part of a person's name that nobody knows."""
    return token.text.istitle() and token.is_alpha and not _is_title(token) and token.lower_ not in _NO_SURNAMES


def _goes_on(doc: Doc, end: int) -> bool:
    """Say whether a word behind makes the whole a firm's or a thing's: `Jane Doe Award`, `Doe & Co`."""
    if end >= len(doc) or not doc[end - 1].whitespace_ or doc[end].is_sent_start:
        return False
    behind = doc[end]
    return behind.text == "&" or (behind.text[0].isupper() and behind.lower_ in _THINGS)
