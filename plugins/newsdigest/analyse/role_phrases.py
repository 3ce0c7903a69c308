"""Nouns that say what a person is: a name's end or a noun in, the phrase around the noun and its organisations out.

`Jane Doe, 45, co-founder of Acme and Beta,`: the first noun for a job behind the comma, all words to the next comma or
clause; an organisation behind "of", "at", "for", "in" is no part of the role. Limits: a comma inside a role ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse.role_words import (
    ARTICLES,
    CLOSES,
    FAMILY,
    LINKS,
    LONGEST,
    OPENS_APPOSITION,
    POSSESSIVE,
    PRONOUNS,
    Phrase,
    fits,
    is_job,
    is_like_job,
)
from newsdigest.lexicon import MONTHS, WEEKDAYS
from newsdigest.model import Mention, Span

CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
_JOINS = re.compile(r"\s*(?:,|,? ?(?:and|&)(?: the)?)\s*")
"""Between two organisations of one role: `co-founder of Acme and Beta`."""


def after(doc: Doc, last: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Jane Doe, co-founder of Acme and Beta`: the nouns in apposition."""
    yield from _of_organisation(doc, last.i + 1, mentions)
    start = last.i + 2 + _age(doc, last.i + 1)
    if start >= len(doc) or doc[start - 1].text not in OPENS_APPOSITION or _is_no_noun(doc[start]):
        return
    for token in doc[start : start + LONGEST // 2]:
        if (
            token.text in CLOSES
            or token.pos_ in ("ADP", "SCONJ", "AUX")
            or (token.pos_ == "VERB" and _is_clause(token, start))
        ):
            return
        if not _goes_on(token, mentions) and (phrase := of_noun(token, mentions, start)) is not None:
            yield phrase
            return


def _is_no_noun(token: Token) -> bool:
    return token.text in CLOSES or token.pos_ in ("CCONJ", "SCONJ") or token.lower_ in ("who", "whose", "whom", "which")


def _is_clause(verb: Token, start: int) -> bool:
    """Say whether a verb ends the search, as it does not in `a retired teacher`, `the highest-ranking officer`."""
    return verb.i > start + 1 and verb.nbor(-1).text != "-" and verb.dep_ not in ("amod", "compound")


def _age(doc: Doc, i: int) -> int:
    """Count the words of `45,` in `Jane Doe, 45, chairman of Acme`."""
    aged = i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].text.isdigit() and doc[i + 2].text == ","
    return 2 if aged else 0


def _of_organisation(doc: Doc, i: int, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Jane Doe of the Acme Institute`: no role, an organisation."""
    name = i + 1 + (i + 1 < len(doc) and doc[i + 1].lower_ == "the")
    if name < len(doc) and doc[i].lower_ == "of":
        found = [m for m in mentions if m.kind == "organisation" and m.span.start <= doc[name].idx < m.span.end]
        yield from (Phrase(Span(doc[i].idx, m.span.end), None, (m.text,)) for m in found)


def _goes_on(token: Token, mentions: Sequence[Mention]) -> bool:
    """Say whether the noun is only the first part of another: `president` of `president's adviser`."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    return following.text in POSSESSIVE or (
        following.pos_ in ("ADJ", "NOUN", "PROPN") and not _in_person(following, mentions)
    )


def _in_person(token: Token, mentions: Sequence[Mention]) -> bool:
    return any(m.kind == "person" and m.span.start <= token.idx < m.span.end for m in mentions)


def of_noun(head: Token, mentions: Sequence[Mention], start: int | None = None) -> Phrase | None:
    """Give the phrase around a noun that names a job, an office or a standing; None for any other noun."""
    if head.lemma_.lower() in FAMILY or not (is_job(head) or is_like_job(head)):
        return None
    if start is not None and any(token.lemma_.lower() in FAMILY for token in head.doc[start : head.i]):
        return None
    start = _phrase_start(head) if start is None else start
    end = _phrase_end(head)
    doc = head.doc
    whole = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))
    inside = [
        m for m in mentions if m.kind == "organisation" and whole.start <= m.span.start and m.span.end <= whole.end
    ]
    return Phrase(whole, _role_span(doc, start, head.i, end, inside), _organisations(doc, inside))


def _phrase_start(head: Token) -> int:
    start = head.i
    while start > 0:
        token = head.doc[start - 1]
        if not (fits(token) or token.lower_ in ARTICLES | PRONOUNS or token.pos_ in ("NUM", "DET")):
            break
        start -= 1
        if token.lower_ in ARTICLES | PRONOUNS:
            break
    return start


def _phrase_end(head: Token) -> int:
    """Walk right over prepositions and what hangs on them, to the next comma, clause or year."""
    doc, end = head.doc, head.i + 1
    while end < len(doc) and end - head.i < LONGEST:
        token = doc[end]
        if (
            token.text in CLOSES
            or token.is_space
            or (token.is_digit and len(token.text) == 4)
            or token.text in CALENDAR
            or token.pos_ in ("AUX", "SCONJ")
            or token.lower_ in ("who", "which", "whose", "that", "but")
        ):
            break
        if token.pos_ == "VERB" and token.tag_ != "VBG" and token.i != head.i:
            break
        if end == head.i + 1 and token.lower_ not in LINKS | {"and", "&"} and token.tag_ != "VBG" and token.text != "-":
            break
        end += 1
    while end > head.i + 1 and (doc[end - 1].pos_ in ("CCONJ", "ADP", "DET", "ADV") or _is_cut_off(doc, end)):
        end -= 1
    return end


def _is_cut_off(doc: Doc, end: int) -> bool:
    """Say whether the last word goes on behind a hyphen, or is the hyphen: `of the Acme-` of `Acme-based`."""
    hyphen = doc[end - 1].text == "-" or (end < len(doc) and doc[end].text == "-")
    return hyphen and not doc[end - 1].whitespace_


def _role_span(doc: Doc, start: int, head: int, end: int, inside: Sequence[Mention]) -> Span:
    """Find the role's own words: without "the", `working on …`, and the organisation behind "of"."""
    while start < head and doc[start].lower_ in ("the", *PRONOUNS):
        start += 1
    front = [m for m in inside if m.span.start == doc[start].idx]
    if front:
        start = min(head, next((i for i in range(start, end) if doc[i].idx >= front[0].span.end), head))
        while start < head and doc[start].text in POSSESSIVE:
            start += 1
    if head + 1 < end and doc[head + 1].tag_ == "VBG":
        return Span(doc[start].idx, doc[head].idx + len(doc[head].text))
    for i in range(head + 1, end):
        rest = doc[i + 1 : end]
        if doc[i].lower_ in LINKS and any(m.span.start <= t.idx < m.span.end for m in inside for t in rest[:2]):
            last = doc[i - 2] if doc[i - 1].tag_ == "VBG" and i - 2 >= head else doc[i - 1]
            return Span(doc[start].idx, last.idx + len(last.text))
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def _organisations(doc: Doc, inside: Sequence[Mention]) -> tuple[str, ...]:
    """Give the organisation before the noun, else the first behind it and those joined to it by "and"."""
    names: list[str] = []
    previous = 0
    for mention in inside:
        between = doc.char_span(previous, mention.span.start, alignment_mode="contract") if names else None
        if not names or (between is not None and _JOINS.fullmatch(between.text)):
            names.append(mention.text)
            previous = mention.span.end
    return tuple(dict.fromkeys(names))
