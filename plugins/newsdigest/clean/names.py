"""Names of people in short lines.

A piece of text comes in, the names in it go out, or nothing. What the owner states is taken as it stands; elsewhere one
word that no name has (a digit, a role, an agency's word) and the whole piece is refused, since a wrong author is worse
than none. Limits: outside headers capitalised names of two to five words, in alphabets that have capitals; names all in
capitals are given in title case.
"""

from __future__ import annotations

import re

from newsdigest.lexicon import GIVEN_NAMES, HONORIFICS, MONTHS, NO_NAME_WORDS, ROLE_NOUNS, WEEKDAYS

PARTICLES = frozenset("al bin da de del della den der di dos du el ibn la le van von y".split())
"""Lower-case words inside names."""

_NOT_IN_NAMES = NO_NAME_WORDS | {w.casefold() for w in (*ROLE_NOUNS, *MONTHS, *WEEKDAYS)} - GIVEN_NAMES
_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_AND = re.compile(r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s*&\s*|\s+with\s+)", re.IGNORECASE)
_SUFFIX = re.compile(r",\s*(Jr\.?|Sr\.?|III|II|IV|M\.?D\.?|Ph\.?D\.?)(?=,|$)")
_STATED_AND = re.compile(r"\s*;\s*(?:and\s+)?|,?\s+(?:and|et|und)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)(?=\s*(?:[,;]|and\s|$))", re.IGNORECASE)
"""At the end of a name: `Jo Doe (AP)`."""
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s+[|–—-]\s+")
"""Between a name and what it belongs to: `Jo Doe | Northern Times`."""
_DEGREE = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z.]{1,5}®?|\S+\.[a-z]{2,4}")
"""`RN`, `MBA`, `EdD`, and the address of a site."""
MAX_LENGTH = 160
MAX_STATED = 200


def stated_names(text: str) -> tuple[str, ...]:
    """Take the names that the owner or a page states as they stand, without degrees, jobs and organisations after them.

    Empty where no part has a letter, or for markup.

    >>> stated_names("By Jo Doe (AP), van der Berg and Madonna"), stated_names("Jo Doe, RN, staff writer")
    (('Jo Doe', 'van der Berg', 'Madonna'), ('Jo Doe',))
    """
    if len(text) > MAX_STATED or "<" in text or ">" in text:
        return ()
    plain = _SUFFIX.sub(r" \1", _IN_BRACKETS.sub("", _BY.sub("", text)))
    names = (name for group in _STATED_AND.split(plain) for name in _without_affiliations(group))
    people: dict[str, str] = {}
    for name in names:
        people.setdefault(name.casefold(), name)
    return tuple(people.values())


def _without_affiliations(text: str) -> list[str]:
    """Part names at commas; after a person's, drop what is no name: `Jo Doe, RN, Quill News` -> Jo Doe."""
    parts = (_ASIDE.split(part, maxsplit=1)[0].strip() for part in text.split(","))
    names = [part for part in parts if any(map(str.isalpha, part))]
    if not names or not is_name(names[0]):
        return names
    return [names[0], *(name for name in names[1:] if not _is_affiliation(name) and not _DEGREE.fullmatch(name))]


def is_name(text: str) -> bool:
    """Tell whether a text is one person's full name and nothing else.

    >>> is_name("Mary-Ann O'Dell"), is_name("Staff Reporter"), is_name("Closing Time.")
    (True, False, False)
    """
    words = text.split() if len(text) <= 50 else []
    if not 2 <= len(words) <= 5:
        return False
    capitals = [w for w in words if w[0].isupper()]
    if len(capitals) < 2 or any(w not in capitals and w not in PARTICLES for w in words):
        return False
    if any(w.strip(".").casefold() in _NOT_IN_NAMES or not _WORD.fullmatch(w) for w in words):
        return False
    return len(words[-1].rstrip(".")) > 1 and (not words[-1].endswith(".") or words[-1] in ("Jr.", "Sr."))


def names_in(text: str) -> tuple[str, ...]:
    """Split a byline without its `By` into names; empty where any part of it is not sure to be one.

    A role after the last name is left out: `Jane Doe and Bo Li, Staff Writers` -> Jane Doe, Bo Li.
    """
    if len(text) > MAX_LENGTH:
        return ()
    parts = [p for p in _AND.split(_SUFFIX.sub(r" \1", text.strip(" .|/-–—:"))) if p]
    names = [_plain(p) for p in parts]
    while len(names) > 1 and _is_affiliation(names[-1]):
        names.pop()
    return tuple(dict.fromkeys(names)) if names and all(map(is_name, names)) else ()


def _plain(name: str) -> str:
    words = name.split()
    while words and words[0] in HONORIFICS:
        words.pop(0)
    return calm(" ".join(words))


def calm(name: str) -> str:
    """Give a full name in capitals in title case: `JANE DOE` -> Jane Doe; `AFP` stays."""
    return name.title() if name.isupper() and " " in name and len(name) > 5 else name


def _is_affiliation(text: str) -> bool:
    return any(
        (plain := word.strip(".").casefold()).removesuffix("s") in _ROLES
        or (word[0].isupper() and plain in NO_NAME_WORDS)
        for word in text.split()
    )


_ROLES = {role.removesuffix("s") for role in ROLE_NOUNS} | {"columnist", "contributor", "staff"}
