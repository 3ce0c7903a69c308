"""Titles: what stands before a person's name in, the roles and organisations in it out.

`Acme president and chief executive (CEO), Jane Doe`, `Secretary of State Jane Doe`, `the head of the Acme Institute,
Jane Doe,`, `her former rival, Sen. Jane Doe,` (two), `Acme's Jane Doe`: words are walked to the left as long as they
can belong to a title; its last word, or the one before "of", must be a job. An organisation at its front is no part
of the role. Limits: a title that holds a verb or a number is cut there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse.role_nouns import NAMING, of_noun
from newsdigest.analyse.role_words import (
    ARTICLES,
    CLOSES,
    LINKS,
    LONGEST,
    NO_TITLES,
    PARTISANS,
    POSSESSIVE,
    PRONOUNS,
    Phrase,
    fits,
    is_closed,
    is_common,
    is_dash,
    is_job,
    is_title,
    mention_at,
    stretch,
)
from newsdigest.lexicon import HONORIFICS, ROLE_ABBREVIATIONS
from newsdigest.model import Mention, Span

INSIDE = frozenset("ADJ ADP CCONJ DET NOUN NUM PART PRON PROPN".split())
"""Kinds of words between a job and the name: `head of the Acme Institute and its labs, Jane Doe`."""


def before(first: Token, last: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """Read `Acme chief executive (CEO), Jane Doe`, `her rival, Sen. Jane Doe`, `Acme's Jane Doe`."""
    doc, end = first.doc, _skip_honorifics(first)
    if end > 1 and doc[end - 1].lower_ in NAMING and (named := of_noun(doc[end - 2], mentions)) is not None:
        yield named
        return
    closed = is_closed(doc, last)
    title = _title(doc, end, mentions, closed)
    if title is None:
        affiliation = _affiliation(doc, end, mentions)
        if affiliation is not None:
            yield affiliation
        return
    start, phrase = title
    yield phrase
    if start > 0 and doc[start - 1].text == "," and closed:
        earlier = _title(doc, start, mentions, closed)
        if earlier is not None:
            yield earlier[1]


def _skip_honorifics(first: Token) -> int:
    doc, end = first.doc, first.i
    while end > 0 and not is_job(doc[end - 1]):
        if doc[end - 1].text in HONORIFICS or (doc[end - 1].is_space and "\n" not in doc[end - 1].text):
            end -= 1
        elif end > 1 and doc[end - 1].text == "." and f"{doc[end - 2].text}." in HONORIFICS:
            end -= 2
        else:
            break
    return end


def _title(doc: Doc, end: int, mentions: Sequence[Mention], closed: bool) -> tuple[int, Phrase] | None:
    """Give the first word of the title that ends there, and the title."""
    last = _skip_comma_and_brackets(doc, end)
    with_comma = doc[end - 1].text == "," if end else False
    start = _title_start(doc, _front(doc, last, mentions), last, mentions)
    if start < last:
        one = _one_of(doc, start)
        if doc[last - 1].tag_ in ("NNS", "NNPS") and is_job(doc[last - 1]) and one is None:
            return None
        start = start if one is None else one
        if with_comma and not (closed or _opens_sentence(doc, start)):
            return None
        return start, _split_front(doc, start, end - with_comma, mentions)
    return _with_preposition(doc, end - 1, mentions) if with_comma and closed else None


def _skip_comma_and_brackets(doc: Doc, end: int) -> int:
    """Step over `(Chief Executive Officer),` and over a lone comma, to the last word of the title."""
    position = end - 1 if end and doc[end - 1].text == "," else end
    if position > 0 and doc[position - 1].text == ")":
        for i in range(position - 2, max(-1, position - 8), -1):
            if doc[i].text == "(":
                return i
        return end
    return position


def _opens_sentence(doc: Doc, start: int) -> bool:
    """Say whether nothing but an article stands before, in the sentence or the quotation's clause."""
    first = start - 1 if start and doc[start - 1].lower_ in ARTICLES else start
    return first == 0 or bool(doc[first].is_sent_start) or doc[first - 1].is_quote or doc[first - 1].is_space


def _one_of(doc: Doc, start: int) -> int | None:
    """Find the start of `one of the company's directors`."""
    of = start - 2 if start > 1 and doc[start - 1].lower_ in ARTICLES | PRONOUNS else start - 1
    return of - 1 if of > 0 and doc[of].lower_ == "of" and doc[of - 1].lower_ == "one" else None


def _title_start(doc: Doc, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """Find where the title starts: its last word, or the one before "of", is a job; `end` where there is no title."""
    for i in range(start + 1, end):
        if doc[i].lower_ in ("of", "for") and i + 1 < end and is_job(doc[i - 1]):
            return start
    if start < end and is_title(doc[end - 1]):
        links = [i for i in range(start, end) if doc[i].lower_ in ("of", "for", "the")]
        return max([start, *(i + 1 for i in links if not mention_at(doc[i], mentions, "organisation"))])
    return end


def _front(doc: Doc, end: int, mentions: Sequence[Mention]) -> int:
    """Walk left over the words of a title; a person can only open it, as in `Doe campaign manager`."""
    start = end
    while start > 0 and end - start < LONGEST // 2:
        token = doc[start - 1]
        if (token.is_sent_end and start < end) or is_dash(token):
            break
        if mention_at(token, mentions, "person"):
            start = _with_person(doc, start, end, mentions)
            break
        named = mention_at(token, mentions, "organisation")
        if not (fits(token) or named or _of_state(doc, start - 1, end) or _joins(doc, start - 1, end, mentions)):
            break
        start -= 1
    named_at = {m.span.start for m in mentions}
    while start < end and doc[start].idx not in named_at and _is_no_opening(doc[start]):
        start += 1
    return start


def _is_no_opening(token: Token) -> bool:
    return token.lower_ in NO_TITLES | ARTICLES | {"and"} or token.text in POSSESSIVE | {"-", "&", ".", "of", "for"}


def _with_person(doc: Doc, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """Take the owner of a title along: `Doe campaign manager`, `Doe's lawyer`."""
    if start >= end or not (doc[start].text in POSSESSIVE or doc[start].pos_ in ("NOUN", "ADJ", "PROPN")):
        return start
    owner = mention_at(doc[start - 1], mentions, "person")
    while owner is not None and start > 0 and doc[start - 1].idx >= owner.span.start:
        start -= 1
    return start


def _joins(doc: Doc, i: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Recognise the "and" of `president and chief executive Jane Doe`, the bracket of `Acme Party (AP) leader`."""
    if doc[i].lower_ in ("and", "&"):
        return i > 0 and is_job(doc[i - 1]) and doc[i - 1].tag_ not in ("NNS", "NNPS") and is_job(doc[end - 1])
    if i == 0 or i + 1 >= end or doc[i].text not in ("(", ")"):
        return False
    return mention_at(doc[i - 1 if doc[i].text == ")" else i + 1], mentions, "organisation") is not None


def _of_state(doc: Doc, i: int, end: int) -> bool:
    """Recognise the "of" in `Secretary of State Jane Doe`, `Speaker of the House Jane Doe`: between two capitals."""
    if doc[i].lower_ == "the":
        return i > 0 and doc[i - 1].lower_ in ("of", "for")
    following = doc[i + 1 + (doc[i + 1].lower_ == "the")] if i + 2 < end else doc[min(i + 1, len(doc) - 1)]
    return doc[i].lower_ in ("of", "for") and i > 0 and following.text[0].isupper() and doc[i - 1].text[0].isupper()


def _with_preposition(doc: Doc, comma: int, mentions: Sequence[Mention]) -> tuple[int, Phrase] | None:
    """Read `the head of the Acme Institute, Jane Doe,`: from the first job all words run to the comma."""
    head = None
    for i in range(comma - 1, max(-1, comma - LONGEST), -1):
        token = doc[i]
        if token.pos_ not in INSIDE or is_dash(token) or mention_at(token, mentions, "person"):
            break
        plural = token.tag_ in ("NNS", "NNPS")
        if is_job(token) and doc[i + 1].lower_ in LINKS and (not plural or _one_of(doc, i) is not None):
            head = token
        if token.is_sent_start:
            break
    phrase = of_noun(head, mentions) if head is not None else None
    if head is None or phrase is None or phrase.whole.end != doc[comma - 1].idx + len(doc[comma - 1].text):
        return None
    start = next(t.i for t in doc[max(0, head.i - LONGEST) : comma] if t.idx >= phrase.whole.start)
    one = _one_of(doc, start)
    if one is not None:
        return one, Phrase(stretch(doc, one, comma), stretch(doc, one, comma), phrase.organisations)
    return start, phrase


def _split_front(doc: Doc, start: int, end: int, mentions: Sequence[Mention]) -> Phrase:
    """Part an organisation at the front from the title behind it."""
    whole = stretch(doc, start, end)
    named = [m for m in mentions if m.kind == "organisation" and whole.start <= m.span.start and m.span.end < whole.end]
    inside = [m for m in named if not is_common(m, doc[start:end])]
    role = start
    if inside and inside[0].span.start == whole.start and not _is_former(inside[0].text):
        role = next((i for i in range(start, end) if doc[i].idx >= inside[0].span.end), end - 1)
        role = _behind_short_form(doc, role)
    while role < end - 1 and doc[role].text in POSSESSIVE:
        role += 1
    present = tuple(m.text for m in inside[:1] if not _is_former(m.text))
    return Phrase(whole, stretch(doc, role, _without_rank(doc, role, end)), present)


def _without_rank(doc: Doc, start: int, end: int) -> int:
    """Cut the second title of `spokesman Lt. Jane Doe`, `Speaker of the House Rep. Jane Doe`."""
    last = end
    while last > start and (doc[last - 1].text == "." or f"{doc[last - 1].lower_.rstrip('.')}." in ROLE_ABBREVIATIONS):
        last -= 1
    office = start < last < end and not doc[last - 1].is_punct and doc[last - 1].lower_ not in PARTISANS
    jobs = any(is_job(token) for token in doc[start:last])
    return last if office and jobs else end


def _is_former(name: str) -> bool:
    """Say whether a name has swallowed the word that makes its role a past one: `Ex-Acme president`."""
    return name.lower().startswith(("ex-", "ex ", "former ", "then-"))


def _behind_short_form(doc: Doc, i: int) -> int:
    if doc[i].text != "(":
        return i
    return next((t.i + 1 for t in doc[i : i + LONGEST // 2] if t.text == ")"), i)


def _affiliation(doc: Doc, end: int, mentions: Sequence[Mention]) -> Phrase | None:
    """`Acme's Jane Doe`: no role, an organisation."""
    if end < 2 or doc[end - 1].text not in POSSESSIVE or doc[end - 2].text in CLOSES:
        return None
    owner = mention_at(doc[end - 2], mentions, "organisation")
    if owner is None:
        return None
    return Phrase(Span(owner.span.start, doc[end - 1].idx + len(doc[end - 1].text)), None, (owner.text,))
