"""May two names be one person? Knowledge about strings only, nothing about the articles.

In: a name as it stands in an article. Out: its parts (`parse`), and whether another may be the same person's (`fit`
for two full names, `position` for a surname or a first name alone), in words for the page.
Method: honorifics out, folded to lower-case ASCII, split at spaces, hyphens and dots; first names agree when equal,
when one is the other's initial, spelt alike, or by the table of nicknames; missing middle names agree, others not;
two people in one name (`Jane and John Doe`) are neither of them.
Limits: the order of the parts is never guessed, but a surname that stands first is found as the first word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from unidecode import unidecode

from newsdigest.link.person_nicknames import NICKNAMES
from newsdigest.link.person_spellings import alike, one_vowel_apart
from newsdigest.link.person_words import LETTERS, PARTICLES, SEX, SUFFIXES, TITLES
from newsdigest.text import straight

_SIGNS = re.compile(r"[^a-z0-9]+")
_ASIDE = re.compile(r"""\s*(?:"[^"]*"|\([^)]*\))""")
"""A nickname in quotation marks or brackets."""

AND = "&"
"""Stands in the tokens of a name that two people share."""

Position = Literal["last", "first", "middle", "nickname"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, all folded but `text`, which is as it stands without honorifics."""

    text: str
    tokens: tuple[str, ...]
    """All words without titles and suffix, particles included: `jan van der berg`."""
    given: tuple[str, ...]
    """The words before the surname, without particles."""
    last: str
    suffix: str
    full: bool
    """More than one word, particles aside."""
    sex: str = ""
    """As the title says: `m`, `f`, or nothing."""

    @property
    def couple(self) -> bool:
        """Two people in one name: `Jane & John Doe`."""
        return AND in self.tokens

    @property
    def key(self) -> tuple[str, ...]:
        """The same for all spellings of one name."""
        return (*self.given, self.last, self.suffix)


@dataclass(frozen=True, slots=True)
class Fit:
    """Two full names may be one person's: why, and whether that is enough across articles."""

    rule: str
    sure: bool


SAME = Fit("same name, other spelling", sure=True)
SPELT_ALIKE = Fit("same name, other spelling", sure=False)


@lru_cache(maxsize=262144)
def parse(text: str) -> Name:
    """Take a name apart: `Dr. Jane A. Doe Jr.` -> given jane, a; last doe; suffix jr."""
    shouted = text.isupper()
    words = _in_order((_ASIDE.sub("", straight(text)) or text).split() or [text])
    while len(words) > 1 and _bare(words[-1]) in LETTERS:
        words = words[:-1]
    words = _without_house(words)
    sex = SEX.get(_bare(words[0]), "") if len(words) > 1 else ""
    while len(words) > 1 and _bare(words[0]) in TITLES and words[1] != "of":
        words = words[1:]
    text = " ".join(words).rstrip(",")
    words = words[: words.index("of", 2)] if "of" in words[2:] else words
    suffix = SUFFIXES.get(_bare(words[-1]), "") if len(words) > 1 else ""
    core = [word.strip(",") for word in (words[:-1] if suffix else words)]
    tokens = tuple(token for word in core for token in _tokens(word, shouted=shouted)) or (text.lower(),)
    given = tuple(token for at, token in enumerate(tokens[:-1]) if not _particle(core, tokens, at))
    full = len(core) > 1 and bool(given)
    return Name(text, tokens, given, tokens[-1], suffix, full, sex)


def fit(a: Name, b: Name) -> Fit | None:
    """Tell why two full names may be one person's; None where they can't be."""
    if a.suffix != b.suffix or differ(a.sex, b.sex) or a.couple != b.couple:
        return None
    if a.key == b.key:
        return SAME
    if not (a.given and b.given):
        return None
    short, long = sorted((a, b), key=lambda name: (len(name.tokens), len("".join(name.tokens))))
    if short.last != long.last:
        return _other_surname(short, long) or _other_spelling(short, long)
    if _ends(long.tokens, short.tokens):
        return Fit("same name, first name left out", sure=False)
    return _given(short.given, long.given)


def compatible(a: str, b: str) -> bool:
    """Tell whether two names, full or not, may be one person's.

    >>> compatible("Sen. Bill Doe", "William A. Doe"), compatible("Doe", "Jane Doe"), compatible("Jane Doe", "John Doe")
    (True, True, False)
    """
    one, two = parse(a), parse(b)
    if one.full and two.full:
        return fit(one, two) is not None
    if one.full or two.full:
        short, long = (two, one) if one.full else (one, two)
        return position(short, long) is not None
    return one.tokens == two.tokens


def position(short: Name, full: Name) -> Position | None:
    """Tell which part of a full name a shorter one is: its surname, its first name, or something between."""
    if (short.suffix and short.suffix != full.suffix) or differ(short.sex, full.sex) or full.couple:
        return None
    size = len(short.tokens)
    if _ends(full.tokens, short.tokens):
        return "last"
    if full.tokens[:size] == short.tokens:
        return "first"
    if any(full.tokens[at : at + size] == short.tokens for at in range(1, len(full.tokens) - size)):
        return "middle"
    spelt_out = size == 1 and min(len(short.last), len(full.tokens[0])) > 1
    return "nickname" if spelt_out and _same_given(short.last, full.tokens[0]) else None


def differ(a: str, b: str) -> bool:
    """Tell whether two sexes are known and not the same."""
    return bool(a and b) and a != b


def explain(form: str, name: str) -> str:
    """Tell readers how a full form differs from the name it was joined to."""
    short, full = parse(form), parse(name)
    if short.text == name and _ASIDE.search(straight(form)):
        return "same name with a nickname"
    if short.text == name:
        return "same name with a title"
    if full.text == form:
        return "same name without the title"
    found = fit(short, full)
    return found.rule if found else "named so in the same article"


def _in_order(words: list[str]) -> list[str]:
    """Turn `Doe, Jane` round; `Doe, Jr.` stays."""
    if len(words) > 1 and words[0].endswith(",") and _bare(words[1]) not in SUFFIXES:
        return [*words[1:], words[0].rstrip(",")]
    return words


def _without_house(words: list[str]) -> list[str]:
    """Cut what a person belongs to: `Apex's Jane Doe` -> Jane Doe; not in the midst of two people."""
    if "and" in words or AND in words:
        return words
    start = max((at + 1 for at, word in enumerate(words[:-2]) if word.endswith("'s")), default=0)
    return words[start:]


def _bare(word: str) -> str:
    return word.strip(".,").lower()


def _tokens(word: str, *, shouted: bool) -> list[str]:
    if len(word) == 2 and word.isalpha() and word.isupper() and not shouted:
        return list(word.lower())
    if word in (AND, "and"):
        return [AND]
    plain = unidecode(word).lower().replace("'", "")
    return [token for token in _SIGNS.split(plain) if token]


def _particle(core: list[str], tokens: tuple[str, ...], at: int) -> bool:
    """Tell particles; a capital `Van` or `Al` that stands first is a first name, unless another particle follows."""
    if tokens[at] not in PARTICLES:
        return False
    return at > 0 or core[0][0].islower() or tokens[1] in PARTICLES or "-" in core[0]


def _ends(tokens: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    return len(tokens) > len(tail) and tokens[-len(tail) :] == tail


def _other_surname(short: Name, long: Name) -> Fit | None:
    """`Jane D.` for Jane Doe; `Jane Doe` for Jane Doe-Roe."""
    if len(short.last) == 1 and long.last.startswith(short.last) and short.given[0] == long.given[0]:
        return Fit("initials of the full name", sure=False)
    if long.tokens[: len(short.tokens)] == short.tokens:
        return Fit("same name, last part left out", sure=False)
    return None


def _other_spelling(short: Name, long: Name) -> Fit | None:
    """`Jane Philip` for Jane Phillipp."""
    return SPELT_ALIKE if short.given == long.given and alike(short.last, long.last) else None


def _given(short: tuple[str, ...], long: tuple[str, ...]) -> Fit | None:
    if len(short) > len(long):
        short, long = long, short
    if len(long) > 1 and len(long[0]) == 1 < len(short[0]) and not short[1:] and _same_given(short[0], long[1]):
        return Fit("named by the middle name", sure=False)
    if not _same_given(short[0], long[0]) or not _subsequence(short[1:], long[1:]):
        return None
    if short[0] == long[0]:
        spelt_out = len(short) == len(long)
        return Fit("initials of the full name" if spelt_out else "same name, middle name left out", sure=True)
    if min(len(short[0]), len(long[0])) == 1:
        return Fit("initials of the full name", sure=len(short) > 1)
    if alike(short[0], long[0]) or one_vowel_apart(short[0], long[0]):
        return SPELT_ALIKE
    nick, formal = sorted((short[0], long[0]), key=lambda token: (len(NICKNAMES.get(token, ())) == 0, token))
    return Fit(f"{nick.capitalize()} is short for {formal.capitalize()}", sure=False)


def _subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_same_given(token, other) for other in rest) for token in short)


def _same_given(a: str, b: str) -> bool:
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if alike(a, b) or one_vowel_apart(a, b):
        return True
    return bool(({a} | NICKNAMES.get(a, frozenset())) & ({b} | NICKNAMES.get(b, frozenset())))
