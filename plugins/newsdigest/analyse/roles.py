"""Roles: what an article says that a person is: a Story, its parse and mentions in, `Role`s out, sorted.

Read beside each person's name: a title before it (`Acme chief executive Jane Doe`), an apposition behind it (`Jane
Doe, co-founder of Acme and Beta,`: two roles), a statement (`Doe was the chairman of Acme`), or what shows an
organisation only (`Acme's Jane Doe`, `Acme hired Doe to lead its labs`: no role). The words are verbatim, without
article, `former` and `acting` included. Limits: a role stated without the name (`the chairman resigned`) is nobody's;
family relations are no roles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse import role_phrases, role_titles, role_verbs
from newsdigest.analyse.role_words import LONGEST, POSSESSIVE, Phrase, is_job
from newsdigest.model import Mention, Role, Span, Story

_OPENING = re.compile(
    r"(?:(?:an?|the|earlier|later|meanwhile|yesterday)\s+)+(?=\w)|(?-i:[a-z]+)['’]s\s+", re.IGNORECASE
)
"""Words before a role that are none of it: an article, an adverb, an owner."""
LONE = frozenset("fellow rival veteran winner".split())
"""Roles only with a word beside: nobody is just a `fellow`."""
_PARTY = re.compile(r"[A-Z]-[A-Z]\S*")
"""Of `Jane Doe, D-Ohio`: taken for a name."""
_COMPOUND = re.compile(r"[-‐‑]\w")
"""Goes on behind the name in `Doe-era ministers`, which says nothing of Doe."""


def find(story: Story, doc: Doc, mentions: tuple[Mention, ...]) -> tuple[Role, ...]:
    """Give what the article says its people are."""
    text = story.text
    found: list[Role] = []
    known = tuple(sorted((*mentions, *_unlisted(doc, mentions)), key=lambda m: m.span))
    for mention in mentions:
        named = not _PARTY.fullmatch(mention.text) and not _COMPOUND.match(text, mention.span.end)
        if mention.kind == "person" and named:
            tokens = _tokens(doc, mention.span)
            if tokens:
                found += _once(_of_person(text, tokens, mention, _near(known, doc, tokens)))
    return tuple(sorted(set(found), key=lambda r: (r.span, r.person, r.text or "", r.organisation or "")))


def _unlisted(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give organisations of several words that the model alone sees: beside a role that is enough."""
    taken = {i for m in mentions for i in range(m.span.start, m.span.end)}
    for name in doc.ents:
        first, last = name[0].lower_ == "the", len(name) - (name[-1].text in POSSESSIVE)
        words = name[first:last]
        capital = sum(token.is_title or token.is_upper for token in words)
        free = capital > 1 and taken.isdisjoint((words.start_char, words.end_char - 1))
        if free and name.label_ == "ORG" and not any(is_job(token) or token.is_space for token in words):
            yield Mention(Span(words.start_char, words.end_char), words.text, "organisation")


def _tokens(doc: Doc, span: Span) -> list[Token]:
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(part) if part is not None else []


def _near(mentions: Sequence[Mention], doc: Doc, tokens: Sequence[Token]) -> Sequence[Mention]:
    """Give the mentions of the stretch around a name that a statement can reach."""
    start = doc[max(0, tokens[0].i - 2 * LONGEST)].idx
    end = doc[min(len(doc) - 1, tokens[-1].i + 2 * LONGEST)].idx
    first = bisect_left(mentions, start, key=lambda m: m.span.start)
    return mentions[max(0, first - 1) : bisect_left(mentions, end + 1, lo=first, key=lambda m: m.span.start)]


def _of_person(text: str, tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> Iterator[Role]:
    ending = role_phrases.behind_party(tokens[-1])
    party = tokens[-1].doc[ending].idx + len(tokens[-1].doc[ending].text)
    for phrase in role_titles.before(tokens[0], tokens[-1], mentions):
        yield from _roles(text, phrase, Span(mention.span.start, party), mention.text)
    for phrase in role_phrases.after(tokens[-1], mentions):
        yield from _roles(text, phrase, mention.span, mention.text)
    for phrase in role_verbs.stated(tokens, mentions):
        yield from _roles(text, phrase, mention.span, mention.text)


def _roles(article: str, phrase: Phrase, name: Span, person: str) -> Iterator[Role]:
    start, end = min(phrase.whole.start, name.start), max(phrase.whole.end, name.end)
    text = _bare(article[phrase.role.start : phrase.role.end]) if phrase.role else None
    for organisation in phrase.organisations or (None,):
        if text or organisation:
            yield Role(Span(start, end), text, person, organisation)


def _bare(role: str) -> str | None:
    """Take off what stands before a role; what holds no letter then is none."""
    opening = _OPENING.match(role)
    bare = role[opening.end() :] if opening else role
    bare = bare.rpartition(")")[2] if bare.count(")") > bare.count("(") else bare
    bare = bare.strip()
    return bare if any(c.isalpha() for c in bare) and "\n" not in bare and bare.lower() not in LONE else None


def _once(roles: Iterable[Role]) -> Iterator[Role]:
    """Keep the longest statement where two ways of reading found the same."""
    kept: list[Role] = []
    for role in sorted(
        set(roles), key=lambda r: (r.span.start - r.span.end, r.span, r.text or "", r.organisation or "")
    ):
        if not any(_says(other, role) for other in kept):
            kept.append(role)
            yield role


def _says(other: Role, role: Role) -> bool:
    inside = other.span.start <= role.span.start and role.span.end <= other.span.end
    same = role.text is None or (other.text is not None and other.text.endswith(role.text))
    return inside and same and role.organisation in (None, other.organisation)
