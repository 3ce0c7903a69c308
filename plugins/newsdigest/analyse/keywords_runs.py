"""Cut the runs of adjectives and nouns of a parsed Doc into phrases that could be tags: `Place`s out.

In: the Doc, and which of its characters are closed (names of people, headings). A phrase ends in a noun, begins with no
dull adjective, and is not torn out of a name or a hyphenated word. Each part of a run is given with the whole it stands
in, so that whoever counts can tell `strike` from the `strike` of `rail strike`. Limits: as good as the tagger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Token

from newsdigest.analyse.keywords_words import CALENDAR, DULL, GENERIC, RUDE, VAGUE
from newsdigest.lexicon import HONORIFICS, MONTHS, ROLE_NOUNS
from newsdigest.text import fold, singular

LONGEST = 4
"""Words of a phrase that is no name."""
LONGEST_NAME = 6
LONGEST_RUN = 40
"""Words. A longer run of nouns is data; looking at all its parts would take minutes."""
RUN = frozenset({"ADJ", "NOUN", "PROPN"})
_SHORT_MONTHS = {month[:3].lower() for month in MONTHS}
NOT_ALONE = CALENDAR | DULL | GENERIC | VAGUE | _SHORT_MONTHS | {title.lower().rstrip(".") for title in HONORIFICS}
GLUE = frozenset("-&")
_NUMBER = re.compile(r"\d{1,2}|[IVX]{2,4}")
_AFTER_NUMBER = frozenset("ADP ADV AUX CCONJ PART PUNCT SPACE VERB".split())
_SCORE = frozenset("-–—/:%")
ODD = re.compile(r"[^\w\s.&'’+#/-]|https?|www\.|\.(?:com|org|net|co)\b|_|/|['’](?:all|d|ll|re|ve)\b")
BARE = re.compile(r"[\d\W]+|[a-z]{1,2}|\w*\d(?:st|nd|rd|th|s|m|bn|pm|am|km|kg|mph)")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a candidate."""

    key: str
    """What `text.fold` makes of it."""
    text: str
    start: int
    """The first character."""
    kind: str
    """The kind of the mention, `name`, `phrase`, or `loose`: `political view`, `Welsh family`, as the noun says little;
    `Ferry 2`."""
    within: str = ""
    """The key of the longer phrase that it is a part of."""


def runs(doc: Doc, closed: Set[int], people: Set[int]) -> Iterator[list[Token]]:
    """Yield the runs of adjectives and nouns; what stands right before a person is a title, not a subject."""
    run: list[Token] = []
    for token in doc:
        hyphen = token.text == "-" and bool(run) and not run[-1].whitespace_ and not token.whitespace_
        glue = hyphen or (token.text == "&" and bool(run))
        fit = token.pos_ in RUN or glue or (bool(run) and _numbers(run[-1], token))
        goes_on = fit and token.idx not in closed and not ODD.search(token.text)
        if run and (not goes_on or token.is_sent_start):
            if token.idx not in people:
                yield run
            run = []
        if goes_on:
            run.append(token)
    if run:
        yield run


def parts(run: list[Token], inside: Set[int], midway: Set[str]) -> Iterator[tuple[Place, int]]:
    """Yield the run without its dull beginning, and the parts of it, each with the character after it."""
    if len(run) > LONGEST_RUN or _ends_a_name(run[0]):
        return
    first = next((i for i, t in enumerate(run) if t.lower_ not in DULL and t.text not in GLUE), len(run))
    last = next((i for i in range(len(run) - 1, -1, -1) if _ends(run[i])), -1)
    numbered = last > first and run[last].pos_ == "NUM"
    whole = fold(_text(run[first : last + (not numbered)], midway)) if first <= last else ""
    for i in range(first, last + 1):
        for j in range(i, min(last + 1, i + LONGEST_NAME)):
            part, end = run[i : j + 1], run[j].idx + len(run[j])
            ends = _ends(part[-1]) and (part[-1].pos_ != "NUM" or i == first)
            if not ends or part[0].idx in inside or part[-1].idx in inside or end in inside:
                continue
            if not _torn(run, i, j) and _is_phrase(part):
                text = _text(part, midway)
                key = fold(text)
                alone = key == whole or part[-1].pos_ == "NUM"
                yield Place(key, text, part[0].idx, _kind(part), "" if alone else whole), end


def _ends_a_name(token: Token) -> bool:
    """Say whether a run is the rest of a name not seen whole: `Nine Harbours`, `All Ports`, `Queen of the Harbours`."""
    if token.pos_ != "PROPN" or token.is_sent_start:
        return False
    near = list(token.doc[max(0, token.i - 3) : token.i])[::-1]
    before = list(takewhile(lambda t: not t.nbor().is_sent_start, near))
    linked = [t.lower_ for t in before[:2]] == ["the", "of"] or [t.lower_ for t in before[:1]] == ["of"]
    head = next((t for t in before if t.lower_ not in ("of", "the")), None)
    if head is None or not head.is_title:
        return False
    return linked or (head is before[0] and (head.pos_ == "NUM" or not head.is_sent_start))


def _numbers(name: Token, token: Token) -> bool:
    """Say whether a number belongs to the name before it: `Ferry 2`; no score, date or amount."""
    proper = name.pos_ == "PROPN" or (name.is_title and not name.is_sent_start)
    if not proper or name.lower_ in NOT_ALONE or not name.whitespace_ or not _NUMBER.fullmatch(token.text):
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is None or (after.pos_ in _AFTER_NUMBER and after.text not in _SCORE)


def _kind(part: list[Token]) -> str:
    if part[-1].pos_ == "NUM":
        return "loose"
    of_people = len(part) == 2 and part[0].ent_type_ == "NORP" and part[1].pos_ == "NOUN"
    general = singular(part[-1].lower_) in GENERIC and all(token.pos_ == "ADJ" for token in part[:-1])
    return "loose" if of_people or general else "phrase"


def _ends(token: Token) -> bool:
    return token.pos_ in ("NOUN", "NUM", "PROPN") and token.lower_ not in VAGUE


def _torn(run: list[Token], i: int, j: int) -> bool:
    """Say whether a part begins or ends at a hyphen, or within a sequence of proper nouns."""
    if run[i].text in GLUE or run[j].text in GLUE or (i == 0 and _hangs(run[0])):
        return True
    borders = [*pairwise(run[max(0, i - 1) : i + 1]), *pairwise(run[j : j + 2])]
    return any(GLUE & {a.text, b.text} or a.pos_ == b.pos_ == "PROPN" for a, b in borders)


def _hangs(token: Token) -> bool:
    """Say whether a word is the rest of a hyphenated one: the `ferry` of `two-ferry plan`."""
    return token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_


def _text(part: list[Token], midway: Set[str]) -> str:
    """Give the words of a part; a capital that only the beginning of a sentence explains becomes small."""
    text, first = "".join(t.text_with_ws for t in part).strip(), part[0]
    if not first.is_sent_start or first.pos_ == "PROPN" or not first.is_title:
        return text
    if first.text in midway:
        return text
    return text[0].lower() + text[1:]


def _is_phrase(part: list[Token]) -> bool:
    words = [t.lower_.rstrip(".") for t in part if t.text not in GLUE]
    if len("".join(words)) < 2 or part[0].text.startswith("-") or not RUDE.isdisjoint(words):
        return False
    if words[-1] in ROLE_NOUNS or (words[-1] in NOT_ALONE and any(word in ROLE_NOUNS for word in words)):
        return False
    if len(words) > LONGEST or part[0].lower_ in DULL or (part[-1].pos_ == "NUM" and len(part) == 1):
        return False
    if any(BARE.fullmatch(t.text) for t in part if t.text not in GLUE and t.pos_ != "NUM"):
        return False
    if words[0] in CALENDAR or words[-1] in CALENDAR or (len(part) == 1 and _is_people(part[0])):
        return False
    if part[0].pos_ == "NOUN" and part[0].text.islower() and part[-1].pos_ == "PROPN" and part[-1].is_title:
        return False  # `moon Titan`: what a thing is, before its name
    return not all(singular(word) in NOT_ALONE or word in NOT_ALONE for word in words)


def _is_people(token: Token) -> bool:
    """Say whether a word is `Welsh` or `European`, which name no subject; `Democrats` do."""
    return token.ent_type_ == "NORP" and not token.lower_.endswith("s")
