"""Statements: what a clause says that a person is or does for an organisation: a name in, roles and organisations out.

`Doe was the chairman of Acme`, `Doe was named chairman`, `Doe, who heads Acme`, `Doe founded Acme`, `Doe works for
Acme`, `Acme, led by Doe,`, `Acme hired Doe to lead its labs`. What only may be or is denied (`would be chairman`)
states nothing. Limits: the clauses are the parser's; a verb alone shows the organisation, no role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from newsdigest.analyse.role_nouns import joined, of_noun
from newsdigest.analyse.role_phrases import roles_from
from newsdigest.analyse.role_words import LONGEST, Phrase, is_closed, mention_at, organisation_at
from newsdigest.model import Mention, Span

BEING = frozenset("be become remain".split())
NAMED_AS = frozenset(
    """
    appoint choose confirm crown designate elect hire instal install name nominate promote re-elect reappoint recruit
    reelect reinstate select swear tap
    """.split()
)
"""`was named chairman`, `was reinstated as chief executive`."""
ACTING = frozenset("act resign retire serve step work".split())
"""`served as chairman`."""
HIRING = frozenset("appoint bring choose employ engage enlist hire name nominate pick poach recruit select tap".split())
TASKS = frozenset("chair coach direct edit head helm lead manage oversee own run spearhead teach".split())
"""`hired Jane Doe to lead its labs`."""
MAKING = frozenset("co-found cofound establish form found join".split())
"""`Jane Doe founded Acme`, `Acme was founded by Jane Doe`."""
WORKING = {
    "coach": ("at", "for"),
    "consult": ("for",),
    "cover": ("for",),
    "fly": ("for",),
    "lecture": ("at",),
    "play": ("for",),
    "report": ("for",),
    "serve": ("in", "on", "with"),
    "teach": ("at",),
    "volunteer": ("at", "for", "with"),
    "work": ("at", "for", "in", "with"),
    "write": ("for",),
}
"""`Jane Doe works for Acme`, `teaches at Acme`."""
DOUBTFUL = frozenset("can could may might must never not n't n’t should to will would".split())


def stated(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """Give what the clauses around a name state."""
    for token in tokens:
        for clause in _relatives(token):
            yield from _of_clause(clause, mentions)
        if token.dep_ in ("nsubj", "nsubjpass"):
            for verb in _verbs(token.head):
                yield from _of_clause(verb, mentions)
        if token.dep_ == "appos" and token.head.i < tokens[0].i - 1 and is_closed(token.doc, tokens[-1]):
            yield from _before_comma(token.head, tokens[0], mentions)
        if token.dep_ in ("dobj", "nsubj") and token.head.pos_ == "VERB":
            yield from _hired(token, mentions)
        if token.dep_ == "dobj" and token.head.lemma_.lower() in NAMED_AS and not _is_doubtful(token.head):
            yield from (p for noun in _complements(token.head) if (p := of_noun(noun, mentions)) is not None)
        agent = token.head if token.dep_ == "conj" else token
        if agent.dep_ == "pobj" and agent.head.lower_ == "by":
            yield from _made_by(agent, mentions)


def _relatives(name: Token) -> Iterator[Token]:
    """Give the verbs of `Doe, who is …` and of `Doe, an economist who is …`."""
    for child in name.children:
        if child.dep_ == "relcl":
            yield child
        if child.dep_ == "appos" and child.i > name.i:
            yield from (clause for clause in child.children if clause.dep_ == "relcl")


def _verbs(verb: Token) -> Iterator[Token]:
    """Give a verb and those joined to it that have no subject of their own."""
    if _is_doubtful(verb):
        return
    yield verb
    for other in verb.conjuncts:
        if other.i > verb.i and not any(child.dep_ in ("nsubj", "nsubjpass") for child in other.children):
            yield other


def _of_clause(verb: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    if _is_doubtful(verb):
        return
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    for head in _complements(verb) if passive or verb.lemma_.lower() not in NAMED_AS else ():
        phrase = of_noun(head, mentions)
        if phrase is not None:
            yield phrase
            start = joined(
                head.doc, next((t.i for t in head.doc[head.i :] if t.idx >= phrase.whole.end), len(head.doc))
            )
            yield from roles_from(head.doc, start, mentions)
        yield from (p for clause in head.children if clause.dep_ == "relcl" for p in _of_clause(clause, mentions))
    lemma = verb.lemma_.lower()
    if lemma in TASKS | MAKING:
        yield from (p for child in verb.children if child.dep_ == "dobj" for p in _organisation(verb, child, mentions))
    links = WORKING.get(lemma, ()) + (("by",) if lemma in HIRING else ())
    objects = [n for p in verb.children if p.lower_ in links for n in p.children if n.dep_ == "pobj"]
    yield from (phrase for noun in objects for phrase in _organisation(verb, noun, mentions))


def _is_doubtful(verb: Token) -> bool:
    doubts = {child.lower_ for child in verb.children if child.dep_ in ("advmod", "aux", "neg")} & DOUBTFUL
    if verb.lemma_ == "remain":
        doubts -= {"will"}
    if verb.head.lemma_.lower() in NAMED_AS:
        doubts -= {"to"}
    return bool(doubts)


def _complements(verb: Token) -> Iterator[Token]:
    """Give the nouns that a verb makes its subject."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if (lemma in BEING and child.dep_ == "attr") or (lemma in NAMED_AS and child.dep_ in ("oprd", "attr")):
            yield child
        if lemma in NAMED_AS | ACTING and child.lower_ == "as":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
        if lemma in NAMED_AS and child.dep_ == "xcomp" and child.lemma_ in ("be", "become", "serve"):
            yield from _complements(child)


def _organisation(verb: Token, noun: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`heads the Acme Institute`, `runs Acme's labs`: the verb, and the organisation in its object."""
    for token in [noun, *noun.lefts, *(t for child in noun.lefts for t in child.lefts)]:
        name = mention_at(token, mentions, "organisation")
        if name is not None and 0 < token.i - verb.i < LONGEST // 2:
            yield Phrase(Span(verb.idx, name.span.end), None, (name.text,))
            return


def _before_comma(head: Token, first: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """Read `the director of Acme, Jane Doe,`."""
    phrase = of_noun(head, mentions)
    comma = first.nbor(-1)
    if phrase is not None and comma.text == "," and phrase.whole.end == comma.idx:
        yield phrase


def _made_by(name: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Acme was founded by Jane Doe`, `the Acme Institute, led by Jane Doe,`."""
    verb = name.head.head
    if verb.lemma_.lower() not in TASKS | MAKING or verb.tag_ != "VBN" or _is_doubtful(verb):
        return
    for owner in _made(verb):
        organisation = mention_at(owner, mentions, "organisation")
        if organisation is not None and abs(name.i - owner.i) < LONGEST:
            start, end = min(organisation.span.start, name.head.idx), max(organisation.span.end, name.idx)
            yield Phrase(Span(start, end), None, (organisation.text,))


def _made(verb: Token) -> Iterator[Token]:
    """Give what was led: `Acme was founded`, `Acme, led by`, `Acme is a firm founded`, `Founded in 1990, Acme is`."""
    if verb.dep_ == "acl":
        yield verb.head
        verb = verb.head.head if verb.head.dep_ in ("appos", "attr") else verb
        yield verb
    if verb.dep_ in ("advcl", "conj"):
        verb = verb.head
    yield from (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))


def _hired(person: Token, mentions: Sequence[Mention]) -> Iterator[Phrase]:
    """`Acme hired Doe to lead its labs`."""
    verb = person.head
    hiring = verb if verb.lemma_.lower() in HIRING else verb.head
    if hiring.lemma_.lower() not in HIRING or _is_doubtful(hiring):
        return
    employer = next((t for t in hiring.children if t.dep_ == "nsubj"), None)
    organisation = organisation_at(employer, mentions) if employer is not None else None
    for task in _tasks([hiring, verb, person]):
        end = max((t.i for t in task.subtree if not t.is_punct), default=task.i)
        if organisation and end - task.i < LONGEST:
            last = task.doc[end]
            start = min(employer.idx if employer else task.idx, task.idx)
            yield Phrase(Span(start, last.idx + len(last.text)), None, (organisation,))


def _tasks(heads: Iterable[Token]) -> Iterator[Token]:
    seen = set()
    for head in heads:
        for child in head.children:
            if child.lemma_.lower() in TASKS and child.tag_ == "VB" and child.i not in seen:
                seen.add(child.i)
                yield child
