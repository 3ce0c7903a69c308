"""Who `he` and `she` are: a pronoun in, the full name of a person out, or nobody.

A pronoun is the person whom the sentences before it are about: the nearest sentence that names anybody it can stand
for must name just one such person, or have one as its subject. A person's gender is what the article shows: titles
(`Mr.`), words for men and women beside the name, the commonest given names. Limits: of two men in turn the wrong one
may be taken when the nearer sentence is about the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from newsdigest.analyse.role_words import is_job
from newsdigest.analyse.speaker_genders import Gender, of_word
from newsdigest.analyse.speaker_mentions import by_role, full, mention_of, person_inside
from newsdigest.analyse.speaker_setting import Setting
from newsdigest.analyse.speaker_subjects import phrase, subject
from newsdigest.model import Mention

LOOK_BACK = 3
"""Paragraphs in which the person behind a pronoun is looked for. Names right on 400 development articles with 1, 3, 6:
.897, .908, .908."""
FARTHEST = 12
"""Sentences, where paragraphs are long. 6 to 24 are alike."""
_DEEPEST = 4
GENDER: dict[str, Gender] = {"he": "he", "her": "she", "him": "he", "his": "he", "she": "she"}


def behind(setting: Setting, pronoun: Token) -> str | None:
    """Give the person that a pronoun stands for, if that is safe to say."""
    outer = _outer(setting, pronoun)
    if outer is not None:
        return outer
    last = setting.sentence_at(pronoun.idx)
    for number in range(last, max(-1, last - FARTHEST), -1):
        sentence = setting.sentences[number]
        if sentence.paragraph < setting.sentences[last].paragraph - LOOK_BACK:
            return None
        tokens = setting.words(sentence.span.start, min(sentence.span.end, pronoun.idx))
        described = _described_subject(setting, tokens, pronoun)
        if described is not None:
            return by_role(setting, phrase(described))
        people = [(m, t) for t in tokens if (m := _person(setting, t, pronoun))]
        if people:
            return _one_of(setting, people)
    return None


def _person(setting: Setting, token: Token, pronoun: Token) -> Mention | None:
    """Give the person that a word names, if the pronoun fits."""
    mention = setting.named.get(token.i)
    if mention is None or mention.kind != "person":
        return None
    known = setting.gender.get(setting.full[mention.text])
    return mention if known is None or known == GENDER[pronoun.lower_] else None


def _outer(setting: Setting, pronoun: Token) -> str | None:
    """`Doe says she would call it "over"`: Doe."""
    token = pronoun.head
    for _ in range(_DEEPEST):
        token = token.head
        head = subject(setting, token) if token.i in setting.cues else None
        if head is not None and head.i < pronoun.i and setting.told[head.i]:
            mention = _person(setting, head, pronoun)
            if mention is not None:
                return full(setting, mention)
    return None


def _described_subject(setting: Setting, tokens: Sequence[Token], pronoun: Token) -> Token | None:
    """Find the nameless person whom a sentence is about: `A spokeswoman said that Doe …`."""
    described = (
        t
        for t in tokens
        if t.tag_ == "NN" and t.dep_ == "nsubj" and t.head.dep_ == "ROOT" and is_job(t) and t.head.i in setting.cues
    )
    fitting = (t for t in described if of_word(t.lower_) in (None, GENDER[pronoun.lower_]))
    return next((t for t in fitting if not _named(setting, t)), None)


def _named(setting: Setting, head: Token) -> bool:
    return bool(mention_of(setting, head) or person_inside(setting, head, phrase(head)))


def _one_of(setting: Setting, people: Sequence[tuple[Mention, Token]]) -> str | None:
    names = {full(setting, mention) for mention, _ in people}
    if len(names) == 1:
        return names.pop()
    subjects = {full(setting, mention) for mention, token in people if _leads(token)}
    if len(subjects) == 1:
        return subjects.pop()
    sure = names & setting.gender.keys()
    return sure.pop() if len(sure) == 1 and not subjects else None


def _leads(token: Token) -> bool:
    """Say whether a word is the subject of its sentence's main clause."""
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "ccomp")
