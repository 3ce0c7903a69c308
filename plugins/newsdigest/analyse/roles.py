"""Roles: what an article says that a person is: a Story, its parse and mentions in, `Role`s out, sorted.

Read beside each person's name: a title before it (`Acme chief executive Jane Doe`), an apposition behind it (`Jane
Doe, co-founder of Acme and Beta,`: two roles), a statement (`Doe was the chairman of Acme`), or what shows an
organisation only (`Acme's Jane Doe`, `Acme hired Doe to lead its labs`: no role). The words are verbatim, without
article, `former` and `acting` included. Limits: a role stated without the name (`the chairman resigned`) is nobody's;
family relations are no roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse import role_phrases, role_titles
from newsdigest.analyse.role_words import LONGEST, Phrase, organisation_at
from newsdigest.model import Mention, Role, Span, Story

BEING = frozenset("be become remain".split())
NAMED_AS = frozenset(
    """
    appoint choose confirm crown designate elect hire install name nominate promote re-elect reappoint recruit
    reelect reinstate swear tap
    """.split()
)
"""`was named chairman`, `was reinstated as chief executive`."""
_OPENING = re.compile(
    r"(?:(?:an?|the|earlier|later|meanwhile|yesterday)\s+)+(?=\w)|(?-i:[a-z]+)['’]s\s+", re.IGNORECASE
)
"""Words before a role that are none of it: an article, an adverb, an owner."""
HIRING = frozenset("appoint bring choose employ engage enlist hire name nominate pick poach recruit select tap".split())
TASKS = frozenset("chair coach direct edit head helm lead manage oversee own run spearhead teach".split())
"""`hired Jane Doe to lead its labs`."""


def find(story: Story, doc: Doc, mentions: tuple[Mention, ...]) -> tuple[Role, ...]:
    """Give what the article says its people are."""
    text = story.text
    found: list[Role] = []
    for mention in mentions:
        if mention.kind == "person":
            tokens = _tokens(doc, mention.span)
            if tokens:
                found += _of_person(text, tokens, mention, mentions)
    return tuple(sorted(set(found), key=lambda r: (r.span, r.person, r.text or "", r.organisation or "")))


def _tokens(doc: Doc, span: Span) -> list[Token]:
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(part) if part is not None else []


def _of_person(text: str, tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> Iterator[Role]:
    before = role_titles.before(tokens[0].doc, tokens[0], mentions)
    if before is not None:
        yield from _roles(text, before, mention)
    for phrase in role_phrases.after(tokens[-1].doc, tokens[-1], mentions):
        yield from _roles(text, phrase, mention)
    for phrase in _stated(tokens, mentions):
        yield from _roles(text, phrase, mention)


def _roles(article: str, phrase: Phrase, mention: Mention) -> Iterator[Role]:
    start, end = min(phrase.whole.start, mention.span.start), max(phrase.whole.end, mention.span.end)
    text = _bare(article[phrase.role.start : phrase.role.end]) if phrase.role else None
    for organisation in phrase.organisations or (None,):
        yield Role(Span(start, end), text, mention.text, organisation)


def _bare(role: str) -> str | None:
    """Take off what stands before a role; what holds no letter then is none."""
    opening = _OPENING.match(role)
    bare = role[opening.end() :] if opening else role
    return bare if any(c.isalpha() for c in bare) and "\n" not in bare else None


def _stated(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Doe was the chairman of Acme`, `Doe was named chairman`, `Acme hired Doe to lead its labs`."""
    for token in tokens:
        verb = token.head
        if token.dep_ == "appos" and verb.i < tokens[0].i - 1 and tokens[0].nbor(-1).text == ",":
            yield from _before_comma(verb, tokens[0], mentions)
        for clause in token.children:
            if clause.dep_ == "relcl":
                yield from (p for head in _complements(clause) if (p := role_phrases.of_noun(head, mentions)))
                yield from _running(clause, mentions)
        if token.dep_ in ("nsubj", "nsubjpass"):
            for head in _complements(verb):
                phrase = role_phrases.of_noun(head, mentions)
                if phrase is not None:
                    yield phrase
        if token.dep_ in ("dobj", "nsubj") and verb.pos_ == "VERB":
            yield from _task(token, verb, mentions)


def _before_comma(head: Token, first: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """Read `the director of Acme, Jane Doe,`."""
    phrase = role_phrases.of_noun(head, mentions)
    if phrase is not None and phrase.whole.end == first.nbor(-1).idx:
        yield phrase


def _complements(verb: Token) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if lemma in BEING and child.dep_ == "attr":
            yield child
        if lemma in NAMED_AS and child.dep_ in ("oprd", "attr"):
            yield child
        if lemma in (*NAMED_AS, "serve", "work", "act", "resign", "quit", "retire") and child.lower_ == "as":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _task(person: Token, verb: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    hiring = verb if verb.lemma_.lower() in HIRING else verb.head
    if hiring.lemma_.lower() not in HIRING:
        return
    employer = next((t for t in hiring.children if t.dep_ == "nsubj"), None)
    organisation = organisation_at(employer, mentions) if employer is not None else None
    for task in _tasks([hiring, verb, person]):
        end = max((t.i for t in task.subtree if not t.is_punct), default=task.i)
        if organisation and end - task.i < LONGEST:
            last = task.doc[end]
            start = min(employer.idx if employer else task.idx, task.idx)
            yield Phrase(Span(start, last.idx + len(last.text)), None, (organisation,))


def _running(verb: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Jane Doe, who heads the Acme Institute`: the verb and its object."""
    noun = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if verb.lemma_.lower() in TASKS and noun is not None and 0 < noun.i - verb.i < LONGEST // 2:
        span = Span(verb.idx, noun.idx + len(noun.text))
        organisation = organisation_at(noun, mentions)
        if organisation:
            yield Phrase(span, None, (organisation,))


def _tasks(heads: Iterable[Token]) -> Iterator[Token]:
    seen = set()
    for head in heads:
        for child in head.children:
            if child.lemma_.lower() in TASKS and child.tag_ == "VB" and child.i not in seen:
                seen.add(child.i)
                yield child
