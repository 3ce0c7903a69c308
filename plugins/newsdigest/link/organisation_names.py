"""May two names be one organisation? Knowledge about strings only, nothing about the articles.

In: a name as it stands in an article. Out: its parts (`parse`) and why another may be the same (`fit`), for the page.
Method: leading `The`, legal endings and `.com` out, folded to lower-case ASCII; then equal, or one is the initials of
the other, or its first or last words (not the place in front of a public body). Limits: other names of the same house
(`Big Blue`) are not known, and a university that is called by its place stays apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from unidecode import unidecode

from newsdigest.link.person_names import SAME, Fit
from newsdigest.text import straight

LEGAL = frozenset(
    """
    ab ag as asa bv co company corp corporation gmbh inc incorporated kk limited llc llp lp ltd nv oy oyj plc pte pty sa
    sarl sas se spa srl
    """.split()
)
"""Endings that only say what kind of company it is, folded."""

LOOSE = frozenset("co company group holding holdings international party".split())
"""Endings that are dropped in speech but may tell two houses apart."""

ABBREVIATIONS = {
    "&": "and",
    "assn": "association",
    "bros": "brothers",
    "dept": "department",
    "intl": "international",
    "natl": "national",
    "ny": "new york",
    "st": "saint",
    "univ": "university",
    "usa": "us",
}
"""Spelt out before comparing."""

UNIONS = {"european union": "eu", "united kingdom": "uk", "united nations": "un", "united states": "us"}
"""Known by their letters."""

SMALL_WORDS = frozenset("a an and at de des du for in of on the to".split())
"""Give no letter to an acronym, as a rule."""

GENERIC = frozenset(
    """
    agency airlines air american association authority bank board british bureau capital central centre center city club
    college commission committee company conference congress corp council court department development east
    european federal federation first foundation fund general global group house industries institute international
    league media ministry national new news north office organisation organization parliament party police power
    royal school senate service services society south state states systems technologies technology times trust
    union united university us west world
    """.split()
)
"""Words that name no house alone."""

COUNTRY = (("un",), ("us",))
"""Stand before the name of an office of state and may be left out."""

ALONE = frozenset(
    """
    american army british congress east european federal first general global house international national new north
    parliament police royal senate south state us west world
    """.split()
)
"""Generic words that are somebody's whole name as well, or no name alone."""

PUBLIC = frozenset(
    """
    administration agency airport authority bureau college commission council county court courts department district
    embassy government hospital legislature library ministry municipality museum parliament police port prison school
    schools senate sheriff state university
    """.split()
)
"""Words of a public body, whose first words alone are its place: `Eastby` is not `Eastby Port Authority`.

On 322 marked news texts B3 over the collection is .942 with this table and without; recall falls by .001.
"""

ACRONYM = 6
"""Letters of an acronym, at most."""

CLIPPED = (3, 4)
"""Letters of a clipped word."""

ACRONYM_OF = Fit("initials of the full name", sure=False)

_ENDING = re.compile(r"(?<=\w)(?:'s?(?!\w)|\.com\b)", re.IGNORECASE)
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b|\W|$)")
"""Of `U.S.`, not of `Acme. Then`."""

_CAPITALS = re.compile(r"[A-Z]")
_HUMPED = re.compile(r"[A-Z][a-z]+[A-Z]")
"""`LarchWorks`, also known as LW."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation's name in its parts, folded but `text`."""

    text: str
    tokens: tuple[str, ...]
    """Without the, legal endings and domain."""
    acronym: str
    """The name itself where it may be an acronym, lower case; else empty."""
    initials: frozenset[str]
    """What acronyms it may have."""


@lru_cache(maxsize=262144)
def parse(text: str) -> Organisation:
    """Take a name apart: `The Acme Motor Co., Inc.` -> tokens acme, motor; legal co, inc."""
    plain = _DOTS.sub("", _ENDING.sub("", straight(text)))
    tokens = [ABBREVIATIONS.get(token, token) for token in re.findall(r"[a-z0-9]+|&", unidecode(plain).lower())]
    tokens = _short(tokens or [text.lower()])
    core = tokens[1:] if len(tokens) > 1 and tokens[0] == "the" else list(tokens)
    while len(core) > 1 and core[-1] in LEGAL | {"and"}:
        core.pop()
    letters = re.sub(r"\W", "", plain)
    acronym = letters.lower() if len(core) <= len(letters) <= ACRONYM and letters.isupper() and len(letters) > 1 else ""
    return Organisation(text, tuple(core), acronym, _initials(core, plain))


def _short(tokens: list[str]) -> list[str]:
    """Write what is known by its letters so: united, states -> us."""
    joined = f" {' '.join(tokens)} "
    for long, letters in UNIONS.items():
        joined = joined.replace(f" {long} ", f" {letters} ")
    return joined.split()


def fit(a: Organisation, b: Organisation) -> Fit | None:
    """Tell why two names may be one organisation's; None where they can't be."""
    if "".join(a.tokens) == "".join(b.tokens):
        return SAME
    short, long = (a, b) if (len(a.tokens), a.text) <= (len(b.tokens), b.text) else (b, a)
    if short.acronym and short.acronym in long.initials:
        return ACRONYM_OF
    size = len(short.tokens)
    if set(short.tokens) <= GENERIC or size == len(long.tokens):
        return None
    if long.tokens[:size] == short.tokens:
        left_out = set(long.tokens[size:])
        return (
            None
            if _is_part(short, long) or left_out & PUBLIC
            else Fit("same name, last part left out", sure=left_out <= LOOSE)
        )
    if long.tokens[-size:] == short.tokens:
        return Fit("same name, first part left out", sure=size > 1 and long.tokens[:-size] in COUNTRY)
    return None


def _is_part(short: Organisation, long: Organisation) -> bool:
    """Tell whether the longer name is a part of the house, not its full name: `ABC Radio` of `ABC`."""
    size = len(short.tokens)
    return bool(short.acronym) and long.tokens[:size] == short.tokens and not set(long.tokens[size:]) <= LOOSE


def called(short: Organisation, long: Organisation) -> bool:
    """Tell whether an article that has the long name may say the short one for it: `the University`, `the Fed`."""
    size, whole_name = len(short.tokens), f" {' '.join(long.tokens)} "
    if size < len(long.tokens) and f" {' '.join(short.tokens)} " in whole_name:
        its_place = long.tokens[:size] == short.tokens and set(long.tokens[size:]) & PUBLIC
        return not (set(short.tokens) <= ALONE or its_place or _is_part(short, long))
    return clipped(short, long)


def clipped(short: Organisation, long: Organisation) -> bool:
    """Tell whether one is the first letters of the other: `Fed` for a name that begins with Federal."""
    letters = short.tokens[0] if len(short.tokens) == 1 and len(long.tokens) > 1 else ""
    return (
        len(letters) in CLIPPED
        and letters not in GENERIC
        and letters != long.tokens[0]
        and long.tokens[0].startswith(letters)
    )


def compatible(a: str, b: str) -> bool:
    """Tell whether two names may be one organisation's.

    >>> compatible("Acme", "Acme Corp."), compatible("FMA", "Fair Markets Authority"), compatible("Acme", "Apex")
    (True, True, False)
    """
    return fit(parse(a), parse(b)) is not None


def _initials(core: list[str], text: str) -> frozenset[str]:
    """Give the first letters of all words and of all but small words, with and without the country.

    None of what ends in a small word: that is the beginning of something, such as a headline, and no name.
    """
    if core[-1] in SMALL_WORDS:
        return frozenset()
    bare = core[1:] if tuple(core[:1]) in COUNTRY else core
    many = [words for words in (core, bare) if len(words) > 1]
    small = [[word for word in words if word not in SMALL_WORDS] for words in many]
    inner = {"".join(_CAPITALS.findall(text)).lower()} if len(core) == 1 and _HUMPED.search(text) else set()
    return frozenset("".join(w if w in UNIONS.values() else w[0] for w in words) for words in many + small) | inner
