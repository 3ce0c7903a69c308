"""From the words that name a speaker to a name: a mention's, in its fullest form, where just one fits.

A pronoun is the person whom the sentences before it are about: the nearest sentence that names anybody must have one
person as its subject, or name just one. "The Acme chief executive" is whoever is stated to be that, if it is just one.
Limits: no gender is known, so two people in turn are never told apart by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsdigest.analyse.cues import SPEAKING_NOUNS
from newsdigest.analyse.name_words import ORGANISATION_WORDS
from newsdigest.analyse.quote_marks import Marked
from newsdigest.analyse.role_words import ARTICLES, is_agent, is_job
from newsdigest.analyse.speakers import doc_tokens, is_cue, phrase
from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.model import Attribution, Mention, Role, Sentence, Span
from newsdigest.text import fold

PRONOUNS = frozenset("he her him she".split())
LOOK_BACK = 3
"""Paragraphs in which the person behind a pronoun is looked for. Names right on 100 development articles with 0, 1, 3,
6: .679, .768, .781, .781."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """What goes into a Quote about its speaker."""

    name: str | None
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Setting:
    """All of an article that it takes to name a speaker."""

    doc: Doc
    text: str
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    roles: Sequence[Role]
    marks: Sequence[Marked]


def name(setting: Setting, head: Token, span: Span) -> Speaker:
    """Name the speaker that the words of a span stand for."""
    if head.lower_ in PRONOUNS:
        person = behind_pronoun(setting, head)
        return Speaker(person, "pronoun" if person else "none")
    mention = _mention_of(setting.mentions, head)
    if mention is not None:
        return Speaker(fullest(mention, setting.mentions), "named")
    if head.pos_ == "PRON":
        return Speaker(None, "none")
    inside = _person_inside(setting, head, span)
    if inside is not None:
        return Speaker(fullest(inside, setting.mentions), "named")
    described = by_role(setting, span)
    if described is None and not _may_speak(head):
        return Speaker(None, "none")
    return Speaker(described or setting.text[span.start : span.end], "description")


def _person_inside(setting: Setting, head: Token, span: Span) -> Mention | None:
    """Find the person in `leader of the House Jane Doe`, or in `Doe afterwards`; not in `an aide to Jane Doe`."""
    for mention in setting.mentions:
        if mention.kind == "person" and span.start <= mention.span.start and mention.span.end <= span.end:
            before = doc_tokens(setting.doc, Span(span.start, mention.span.start))
            if mention.span.end == span.end and before and before[-1].pos_ in ("NOUN", "PROPN"):
                return mention
            if mention.span.start == span.start and not before and head.pos_ == "ADV":
                return mention
    return None


def _may_speak(head: Token) -> bool:
    """Say whether a noun is somebody or something that speaks: a job, a body, a text; no `price`, no `morning`."""
    lemma = head.lemma_.lower()
    if is_job(head) or is_agent(lemma) or lemma in SPEAKING_NOUNS | ORGANISATION_WORDS:
        return True
    return head.text[0].isupper() and not (head.is_sent_start and head.pos_ != "PROPN")


def _mention_of(mentions: Iterable[Mention], head: Token) -> Mention | None:
    """Find the mention that holds the head, or a person's in apposition: `its owner, Jane Doe,`."""
    heads = [head, *(child for child in head.children if child.dep_ == "appos")]
    for token in heads:
        for mention in mentions:
            if mention.span.start <= token.idx < mention.span.end and (token is head or mention.kind == "person"):
                return mention if mention.kind != "place" else None
    return None


def fullest(mention: Mention, mentions: Iterable[Mention]) -> str:
    """Give the longest form of a name in the article, where just one person or organisation has it."""
    if mention.kind != "person":
        return mention.text
    own = set(mention.text.split())
    people = {m.text for m in mentions if m.kind == "person" and own < set(m.text.split())}
    longest = {text for text in people if not any(set(text.split()) < set(other.split()) for other in people)}
    return longest.pop() if len(longest) == 1 else mention.text


def by_role(setting: Setting, span: Span) -> str | None:
    """Find behind `the Acme chief executive` the one person with that role, and that organisation if one is named."""
    words = fold(setting.text[span.start : span.end]).split()
    if not words or not any(word in ROLE_NOUNS for word in words):
        return None
    inside = [m for m in setting.mentions if m.span.start >= span.start and m.span.end <= span.end]
    organisations = {m.text for m in inside if m.kind == "organisation"}
    fitting = {
        _full(role.person, setting.mentions)
        for role in setting.roles
        if role.text
        and _same_role(fold(f"{role.text} {role.organisation or ''}").split(), words)
        and (not organisations or role.organisation in organisations)
    }
    return fitting.pop() if len(fitting) == 1 else None


def _full(text: str, mentions: Iterable[Mention]) -> str:
    return fullest(Mention(Span(0, len(text)), text, "person"), mentions)


def _same_role(role: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether all that a description says is in the role: `the world champion` is no `former club champion`."""
    return all(word in role for word in words if word not in ARTICLES)


def behind_pronoun(setting: Setting, pronoun: Token) -> str | None:
    """Give the person that a pronoun stands for, if that is safe to say."""
    earlier = [s for s in setting.sentences if s.span.start <= pronoun.idx]
    if not earlier:
        return None
    here = earlier[-1]
    for sentence in reversed(earlier):
        if sentence.paragraph < here.paragraph - LOOK_BACK:
            return None
        tokens = [
            token
            for token in doc_tokens(setting.doc, sentence.span)
            if token.idx < pronoun.idx and not any(m.outer.start <= token.idx < m.outer.end for m in setting.marks)
        ]
        described = _described_subject(setting, tokens)
        if described is not None:
            return by_role(setting, phrase(described))
        people = _people(setting, tokens)
        if people:
            return _one_of(setting, people, tokens)
    return None


def _described_subject(setting: Setting, tokens: Sequence[Token]) -> Token | None:
    """Find the nameless person whom a sentence is about: `A spokeswoman said that Doe …`."""
    described = (
        t
        for t in tokens
        if t.tag_ == "NN" and t.dep_ == "nsubj" and t.head.dep_ == "ROOT" and is_job(t) and is_cue(t.head)
    )
    return next((t for t in described if not _named(setting, t)), None)


def _named(setting: Setting, head: Token) -> bool:
    return bool(_mention_of(setting.mentions, head) or _person_inside(setting, head, phrase(head)))


def _people(setting: Setting, tokens: Sequence[Token]) -> list[tuple[Mention, Token]]:
    starts = {token.idx: token for token in tokens}
    return [(m, starts[m.span.start]) for m in setting.mentions if m.kind == "person" and m.span.start in starts]


def _one_of(setting: Setting, people: Sequence[tuple[Mention, Token]], tokens: Sequence[Token]) -> str | None:
    names = {fullest(mention, setting.mentions) for mention, _ in people}
    if len(names) == 1:
        return names.pop()
    subjects = {
        fullest(mention, setting.mentions)
        for mention, _ in people
        if any(_inside(token, mention) and _leads(token) for token in tokens)
    }
    return subjects.pop() if len(subjects) == 1 else None


def _inside(token: Token, mention: Mention) -> bool:
    return mention.span.start <= token.idx < mention.span.end


def _leads(token: Token) -> bool:
    """Say whether a word is the subject of its sentence's main clause."""
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "ccomp")
