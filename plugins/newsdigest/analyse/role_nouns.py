"""A noun that says what a person is: the noun in, the phrase around it, its role and organisations out.

`a former director of sales at Acme and Beta in Leeds, Ohio,`: left to the article, right over prepositions to the next
comma, clause, date or role; an organisation at the front or behind "of", "at", "for", "in" is no part of the role.
Limits: a comma inside a role ends it, but for that of a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse.role_words import (
    ARTICLES,
    CLOSES,
    FAMILY,
    LINKS,
    LONGEST,
    POSSESSIVE,
    PRONOUNS,
    RELATIVES,
    Phrase,
    fits,
    is_dash,
    is_hyphened,
    is_job,
    is_like_job,
    mention_at,
    stretch,
)
from newsdigest.lexicon import MONTHS, WEEKDAYS
from newsdigest.model import Mention, Span

CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
CLOSING_QUOTES = frozenset("\" ” ’ ''".split())
OPENING_QUOTES = frozenset('" “ ‘ ``'.split())
BODIES = frozenset(
    "agency association bank body business charity club company firm foundation group institute organisation "
    "organization party school society studio union university".split()
)
"""`director of the parent company, Acme,`: the name behind the comma is its name."""
OUTSIDE = frozenset("competitor owner parent predecessor rival successor supplier".split())
"""`director of Acme's rival`: not of Acme."""
TERMS = frozenset("and between from in since till to until".split())
NAMING = frozenset("called dubbed named".split())
"""`founder of a group called Acme`."""
_JOINS = re.compile(r"\s*(?:,|,? ?(?:and|&)(?: the)?)\s*")
"""Between two organisations of one role: `co-founder of Acme and Beta`."""


def of_noun(head: Token, mentions: Sequence[Mention], start: int | None = None) -> Phrase | None:
    """Give the phrase around a noun that names a job, an office or a standing; None for any other noun."""
    if head.lemma_.lower() in FAMILY or not (is_job(head) or is_like_job(head)):
        return None
    if start is not None and any(token.lemma_.lower() in FAMILY for token in head.doc[start : head.i]):
        return None
    start = _phrase_start(head, mentions) if start is None else start
    doc, end = head.doc, _phrase_end(head, mentions)
    whole, final = stretch(doc, start, end), _term_end(doc, end)
    inside = [
        m
        for m in mentions
        if m.kind == "organisation"
        and whole.start <= m.span.start
        and m.span.end <= whole.end
        and not m.span.start <= head.idx < m.span.end
        and not _is_outside(doc, m, end)
    ]
    named = _named_behind(doc, end, mentions) if not inside else None
    told = Span(whole.start, named.span.end) if named else stretch(doc, start, final)
    role = _role_span(doc, start, head.i, end, inside)
    return Phrase(told, role, (named.text,) if named else _organisations(doc, inside))


def _is_outside(doc: Doc, name: Mention, end: int) -> bool:
    behind = [t for t in doc[max(0, end - LONGEST) : end] if t.idx >= name.span.end][:2]
    return len(behind) > 1 and behind[0].text in POSSESSIVE and behind[1].lower_ in OUTSIDE


def _named_behind(doc: Doc, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """Find the name behind the comma: `director of the parent company, Acme,`."""
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end - 1].lemma_.lower() not in BODIES:
        return None
    return mention_at(doc[end + 1], mentions, "organisation")


def _term_end(doc: Doc, end: int) -> int:
    """Take along how long it lasted: `until 2012`, `from 2009 to 2012`; it is told, but no part of the role."""
    if end + 1 >= len(doc) or doc[end].lower_ not in TERMS or doc[end + 1].ent_type_ != "DATE":
        return end
    ahead = doc[end + 1 : end + LONGEST // 3]
    return next((t.i for t in ahead if t.ent_type_ != "DATE" and t.lower_ not in TERMS), end)


def _phrase_start(head: Token, mentions: Sequence[Mention]) -> int:
    start, doc = head.i, head.doc
    while start > 0:
        token = doc[start - 1]
        named = mention_at(token, mentions, "organisation")
        if not (named or fits(token) or token.lower_ in ARTICLES | PRONOUNS or token.pos_ in ("NUM", "DET")):
            break
        start -= 1
        if token.lower_ in ARTICLES | PRONOUNS and not named:
            break
    return start


def _phrase_end(head: Token, mentions: Sequence[Mention]) -> int:
    """Walk right over prepositions and what hangs on them, to the next comma, clause, date or role."""
    doc, end = head.doc, head.i + 1
    while end < len(doc) and end - head.i < LONGEST:
        token = doc[end]
        if token.text in OPENING_QUOTES and doc[end - 1].lower_ in LINKS:
            return next((t.i + 1 for t in doc[end + 1 : end + LONGEST // 2] if t.text in CLOSING_QUOTES), end - 1)
        named = end > head.i + 1 and mention_at(token, mentions, "organisation") is not None
        if not named and (_ends_phrase(token, head) or (token.lower_ == "and" and _next_role(head, end))):
            break
        end += 1
    while end > head.i + 1 and (doc[end - 1].pos_ in ("CCONJ", "ADP", "DET", "ADV", "PART") or _is_cut_off(doc, end)):
        end -= 1
    return _with_region(doc, end, mentions)


def _ends_phrase(token: Token, head: Token) -> bool:
    doc, i = token.doc, token.i
    if token.text == "," and _is_list(doc, i):
        return False
    if token.text in CLOSES or "\n" in token.text or token.text in CALENDAR or is_dash(token):
        return True
    if token.is_digit and len(token.text) == 4:
        return doc[i - 1].pos_ != "PROPN"
    if token.pos_ in ("AUX", "SCONJ") or token.lower_ in RELATIVES:
        return True
    if token.lower_ in NAMING and doc[i - 1].pos_ == "NOUN" and i > head.i + 1:
        return False
    if token.pos_ == "VERB" and token.tag_ != "VBG" and not is_hyphened(token):
        return True
    if i == head.i + 1:
        return not (token.lower_ in LINKS | {"and", "&"} or token.tag_ == "VBG" or token.text == "-")
    return False


def _is_list(doc: Doc, i: int) -> bool:
    """Recognise the comma of `president of the climate, controls and security division`."""
    kinds = [(token.pos_, is_job(token)) for token in doc[i - 1 : i + 4]]
    joins = doc[i + 2].lower_ in ("and", "&") if i + 3 < len(doc) else False
    return joins and all(kinds[n] == ("NOUN", False) for n in (0, 2, 4))


def _next_role(head: Token, i: int) -> bool:
    """Say whether "and" starts another role, as it does not in `president and chief executive of Acme`."""
    own_article = i + 1 < len(head.doc) and head.doc[i + 1].lower_ in ARTICLES
    linked = own_article or any(t.lower_ in LINKS for t in head.doc[head.i + 1 : i])
    return linked and _is_role_ahead(head.doc, i + 1)


def _with_region(doc: Doc, end: int, mentions: Sequence[Mention]) -> int:
    """Take the second half of a place along: `mayor of Leeds, Ohio,`."""
    if end + 1 < len(doc) and doc[end].text == "," and mention_at(doc[end - 1], mentions, "place"):
        region = mention_at(doc[end + 1], mentions, "place")
        if region is not None:
            behind = next((t.i for t in doc[end + 1 :] if t.idx >= region.span.end), len(doc))
            if behind >= len(doc) or doc[behind].text in CLOSES or doc[behind].is_space:
                return behind
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
        return stretch(doc, start, head + 1)
    for i in range(head + 1, end):
        name = next(
            (m for m in inside for t in doc[i + 1 : min(i + 3, end)] if m.span.start <= t.idx < m.span.end), None
        )
        if doc[i].lower_ in LINKS and name is not None and name.span.start > doc[i].idx:
            return stretch(doc, start, end if _owns(doc, name, end) else i)
    return stretch(doc, start, end)


def _owns(doc: Doc, name: Mention, end: int) -> bool:
    """Say whether the role is in a part of the organisation: `director of Acme's Leeds office`."""
    behind = next((t for t in doc[max(0, end - LONGEST) : end] if t.idx >= name.span.end), None)
    return behind is not None and (behind.text in POSSESSIVE or behind.pos_ in ("NOUN", "PROPN"))


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


def _is_role_ahead(doc: Doc, start: int) -> bool:
    """Say whether a role of one person starts there: `a former mayor`, `chief executive`, `one of the owners`."""
    one_of = [token.lower_ for token in doc[start : start + 2]] == ["one", "of"]
    start += 2 * one_of
    for token in doc[start : start + LONGEST // 4]:
        if (is_job(token) or is_like_job(token)) and (one_of or token.tag_ not in ("NNS", "NNPS")):
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is None or following.text in CLOSES or following.pos_ not in ("NOUN", "PROPN", "PART"):
                return True
        if not (fits(token) or token.lower_ in ARTICLES):
            return False
    return False


def joined(doc: Doc, i: int) -> int:
    """Find the first word of the next role behind "and"; the end of the text where none follows."""
    i += i < len(doc) and doc[i].text == ","
    joins = i < len(doc) and doc[i].lower_ in ("and", "&") and _is_role_ahead(doc, i + 1)
    return i + 1 if joins else len(doc)
