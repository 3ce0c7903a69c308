"""Which names of an article could be its tags: the text and its mentions in, those that name a subject of it out.

Left out are datelines, organisations that are only cited (`according to the Post`), and what the recognizer made of
something else: the end of a longer name (`All Harbour Club`, `non-League Quill`), its beginning (`Harbour Affairs
Minister`), two names with a hyphen, a name with a letter wrong. Method: the words around a name, and the other names.
Limit: an organisation that stands three times is believed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from newsdigest.analyse.keywords_runs import BARE, LONGEST_NAME, NOT_ALONE, ODD
from newsdigest.analyse.keywords_words import CALENDAR
from newsdigest.model import Mention, Span
from newsdigest.text import fold

OFTEN = 3
"""Places from which on a name is not taken for a part of another: of 44 in 200 texts with such words around them 34
were one, and of the rest most do not stand there alone."""
SHORTEST = 6
"""Letters of a name that may be a misspelt other one."""
_SOURCE_BEFORE = re.compile(
    r"(?:according to|interview (?:by|in|with)|quoted (?:by|in)|report(?:ed|s) (?:at|by|in)|seen by|spoke to|talking to"
    r"|tells|told|speaking (?:[a-z]+ )?(?:on|to|with)|via|writing (?:for|in)) (?:The )?(?:[A-Z][a-z]+ )?"
    r"(?:[a-z]+ ){0,3}$"
)
_SOURCE_AFTER = re.compile(
    r",? (?:\[[^]\n]*\] )?(?:(?:first )?report(?:s|ed)|has (?:learnt|learned|seen)|understands)\b"
    r"|\)|(?:['’]s?)? (?:column|pundit|website)\b"
)
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?(?: \([A-Z][\w. /]*\))? ?[-–—]{1,2} ")
_LONGER_BEFORE = re.compile(r"(?:[a-z,;] (?!The )[A-Z][A-Za-z]+ |\w-)$")
_LONGER_AFTER = re.compile(r" [A-Z][a-z]+\b")
_JOINING = frozenset("and de for in la of on the to".split())
_RANGE = re.compile(r"[IVX\d]+[-–][IVX\d]+")


def subjects(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out what is no subject at any of its places."""
    by_name: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.text].append(mention)
    named = {i for m in mentions for i in range(m.span.start, m.span.end)}
    words = {word for m in mentions for word in m.text.split()}
    kept = {
        name
        for name, places in by_name.items()
        if not all(m.kind == "organisation" and _is_source(text, m.span) for m in places)
        and not (len(places) < OFTEN and all(m.kind == "organisation" and _torn(text, m.span, named) for m in places))
        and not (len(places) == 1 and (_is_pair(name, words) or _is_misspelt(name, by_name)))
    }
    return [m for m in mentions if m.text in kept and not _is_dateline(text, m.span)]


def is_name(text: str) -> bool:
    """Say whether a name has the shape of a tag: short, no date or range (`Parts I-III`) at its end, no word twice."""
    words = fold(text).split()
    if not words or ODD.search(text) or text.islower() or BARE.fullmatch(text):
        return False
    if words[0] in CALENDAR or words[-1] in CALENDAR or re.fullmatch(r"(19|20)\d\d", words[-1]):
        return False
    if _RANGE.fullmatch(text.split()[-1]) or any(w in words[i + 2 :] for i, w in enumerate(words) if w not in _JOINING):
        return False
    return len(words) <= LONGEST_NAME and not (len(words) == 1 and words[0] in NOT_ALONE)


def _is_source(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 30]
    return bool(_SOURCE_BEFORE.search(before) or _SOURCE_AFTER.match(after))


def _is_dateline(text: str, span: Span) -> bool:
    opens = span.start == 0 or text[span.start - 1] == "\n"
    return opens and bool(_DATELINE.match(text[span.end : span.end + 40]))


def _torn(text: str, span: Span, named: set[int]) -> bool:
    """Say whether a name goes on, by its capitals, where no other name is: `All Harbour Club`."""
    before = _LONGER_BEFORE.search(text[max(0, span.start - 40) : span.start])
    after = _LONGER_AFTER.match(text[span.end : span.end + 40])
    if before and span.start - 2 not in named:
        return True
    return bool(after) and " " in text[span.start : span.end] and span.end + 1 not in named


def _is_pair(name: str, words: set[str]) -> bool:
    """Say whether a hyphen joins two names of the article: `the Quill-Doe feud`."""
    one, _, other = name.partition("-")
    return one in words and other in words


def _is_misspelt(name: str, others: dict[str, list[Mention]]) -> bool:
    """Say whether a single name lacks one letter of the last word of another, or has one more or another."""
    if " " in name or len(name) < SHORTEST:
        return False
    sure = (other for other, places in others.items() if other != name and (" " in other or len(places) > 1))
    return any(_nearly(name, other.split()[-1]) for other in sure)


def _nearly(one: str, other: str) -> bool:
    """Compare two words.

    >>> _nearly("Harber", "Harbor"), _nearly("Harbr", "Harbor"), _nearly("Harbors", "Harbor"), _nearly("Ada", "Doe")
    (True, True, False, False)
    """
    if abs(len(one) - len(other)) > 1 or one.startswith(other) or other.startswith(one):
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    end = min(len(one), len(other)) - start
    tail = next((i for i in range(end) if one[-1 - i] != other[-1 - i]), end)
    return start + tail >= max(len(one), len(other)) - 1
