"""Appositions: what stands behind a person's name in, the roles and organisations in it out.

`Jane Doe (D-Ohio), 45, co-founder of Acme and a former mayor of Leeds,`: the first noun for a job behind the comma,
then the next that "and" joins; `Jane Doe of the Acme Institute`, `Jane Doe (Acme)`: an organisation. Limits: what
follows a second comma is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse.role_nouns import joined, of_noun
from newsdigest.analyse.role_words import (
    ARTICLES,
    CLOSES,
    LIKE_ROLES,
    LONGEST,
    OPENS_APPOSITION,
    POSSESSIVE,
    PRONOUNS,
    RELATIVES,
    Phrase,
    fits,
    is_hyphened,
    is_job,
    is_like_job,
    mention_at,
)
from newsdigest.model import Mention, Span

BESIDE = frozenset("at for from of with".split())
"""`Jane Doe of Acme`, `Jane Doe at the Acme Institute`."""
FINITE = frozenset("MD VBD VBP VBZ".split())
"""Tags of verbs: `According to Jane Doe, the driver is …` is no apposition."""
ASIDE = 6
"""Words of a bracket behind a name, with its brackets."""
GAP = 6
"""Words between that and the organisation: `Jane Doe of the Leeds law firm of Acme`."""
_PARTY = re.compile(r"(?:\(\s?(?:[A-Z]{1,4}[-–][A-Z][\w. ]{0,9}|[DIR]|[A-Z][a-z]+\.)\s?\)|, ?[DIR]-[A-Z][\w. ]{0,9},)")
"""A lawmaker's party and state: `(D-Ohio)`, `, R-Ohio,`, `(R)`."""


def after(last: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Jane Doe, co-founder of Acme and Beta`: the nouns in apposition."""
    doc, opening = last.doc, behind_party(last) + 1
    if opening == last.i + 1:
        aside = _aside(doc, opening)
        bracket = aside and doc[opening].text == "("
        yield from _beside(doc, last, opening if bracket else opening + aside, mentions)
    opening += _aside(doc, opening)
    if 0 < opening < len(doc) and doc[opening].text in OPENS_APPOSITION:
        yield from roles_from(doc, opening + 1, mentions)


def behind_party(last: Token) -> int:
    """Give the last word of the name, or of the party and state behind it."""
    doc = last.doc
    behind = doc[last.i + 1 : last.i + 12]
    found = _PARTY.match(behind.text)
    if not found:
        return last.i
    end = behind.start_char + len(found[0].rstrip(","))
    return max(t.i for t in behind if t.idx < end)


def roles_from(doc: Doc, start: int, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """Read one role that starts there, then those joined to it."""
    while start < len(doc):
        head = _first_job(doc, start, mentions)
        phrase = of_noun(head, mentions, start) if head is not None else None
        if head is None or phrase is None:
            return
        end = next((t.i for t in doc[head.i : head.i + 3 * LONGEST] if t.idx >= phrase.whole.end), len(doc))
        if end < len(doc) and (mention_at(doc[end], mentions, "person") or doc[end].tag_ in FINITE):
            return
        yield phrase
        start = joined(doc, end)


def _first_job(doc: Doc, start: int, mentions: Sequence[Mention]) -> Token | None:
    """Find the noun for a job in an apposition."""
    if start >= len(doc) or _is_no_noun(doc[start]):
        return None
    skipped = 2 if start + 2 < len(doc) and doc[start].lower_ == "one" and doc[start + 1].lower_ == "of" else 0
    for token in doc[start + skipped : start + LONGEST // 2]:
        verb = token.pos_ == "VERB" and _is_clause(token, start)
        stop = token.text in CLOSES or token.pos_ in ("ADP", "SCONJ", "AUX") or token.lower_ in RELATIVES
        named = mention_at(token, mentions, "organisation")
        if (stop or verb) and not named and not is_hyphened(token):
            return None
        if (is_job(token) or is_like_job(token)) and not named and not _goes_on(token, mentions):
            return token
    return None


def _is_no_noun(token: Token) -> bool:
    return (
        token.text in CLOSES
        or token.pos_ in ("CCONJ", "SCONJ")
        or token.tag_ in FINITE | {"TO"}
        or token.lower_ in RELATIVES
    )


def _is_clause(verb: Token, start: int) -> bool:
    """Say whether a verb ends the search, as it does not in `a retired teacher`, `the highest-ranking officer`."""
    return verb.i > start + 1 and not is_hyphened(verb) and verb.dep_ not in ("amod", "compound")


def _aside(doc: Doc, i: int) -> int:
    """Count the words of `, 45` in `Jane Doe, 45, chairman of Acme`, of `(left)` in `Jane Doe (left), chairman`."""
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].text.isdigit() and doc[i + 2].text == ",":
        return 2
    if i >= len(doc) or doc[i].text != "(":
        return 0
    closing = next((t.i for t in doc[i + 1 : i + ASIDE] if t.text == ")"), i)
    return 0 if closing == i or any(is_job(token) for token in doc[i:closing]) else closing + 1 - i


def _beside(doc: Doc, name: Token, i: int, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Jane Doe of the Acme Institute`, `Jane Doe (Acme)`: no role, an organisation."""
    if i + 2 >= len(doc):
        return
    if doc[i].text == "(" and (found := mention_at(doc[i + 1], mentions, "organisation")):
        if any(t.text == ")" and t.idx == found.span.end for t in doc[i + 2 : i + LONGEST]):
            yield Phrase(Span(doc[i].idx, found.span.end + 1), None, (found.text,))
        return
    i += doc[i].text == "," and doc[i + 1].lower_ == "of"
    if doc[i].lower_ not in BESIDE:
        return
    if doc[i].lower_ != "of" and (doc[i].head != name or name.dep_ not in ("nsubj", "nsubjpass")):
        return
    for token in doc[i + 1 : i + 1 + GAP]:
        found = mention_at(token, mentions, "organisation")
        if found is not None:
            yield Phrase(Span(doc[i].idx, found.span.end), None, (found.text,))
            return
        if not (fits(token) or token.lower_ in (*ARTICLES, *PRONOUNS, "of")):
            return


def _goes_on(token: Token, mentions: Sequence[Mention]) -> bool:
    """Say whether the noun is only the first part of another: `president` of `president's adviser`."""
    doc = token.doc
    if token.i + 1 >= len(doc) or mention_at(doc[token.i + 1], mentions, "person"):
        return False
    following = doc[token.i + 1]
    if following.pos_ == "ADJ" and not is_job(following) and following.lower_ not in LIKE_ROLES:
        return token.i + 2 < len(doc) and doc[token.i + 2].pos_ in ("ADJ", "NOUN", "PROPN")
    hyphen = following.text == "-" and not token.whitespace_ and not following.whitespace_
    return following.text in POSSESSIVE or following.pos_ in ("ADJ", "NOUN", "PROPN") or hyphen
