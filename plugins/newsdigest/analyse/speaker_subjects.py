"""Who does what a verb says: a cue and the parse around it in, the head of the words that name the speaker out.

A cue's subject, or its agent where it is passive, speaks; of a verb without one, that of the verb it hangs on. Not
everything does: names, jobs, bodies and texts speak, prices and mornings don't; nor does a letter that somebody sends.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from newsdigest.analyse.cues import MESSAGES, SPEAKING_NOUNS, SPEAKING_PRONOUNS, THINKING
from newsdigest.analyse.name_words import ORGANISATION_WORDS
from newsdigest.analyse.role_words import is_agent, is_job
from newsdigest.analyse.speaker_setting import Setting
from newsdigest.model import Span

_SPEAKING = SPEAKING_NOUNS | MESSAGES | ORGANISATION_WORDS
_CARRIES_SUBJECT = frozenset("advcl ccomp conj dep parataxis pcomp xcomp".split())
_RELATIVE = frozenset("that which who whom".split())
_ATTACHED = frozenset("at for from in of with".split())
_DASHES = frozenset("( - -- – —".split())
_LONGEST_DESCRIPTION = 12
_DEEPEST = 4
_NEAR = 60
"""Characters: `Jane Doe, the owner of the shop, who`."""


def speaker_of(setting: Setting, token: Token) -> Token | None:
    """Give the head of the words that name the speaker, where the word is a cue."""
    if token.lower_ == "according" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to":
        return next((t for t in token.nbor(1).children if t.dep_ == "pobj" and setting.told[t.i]), None)
    if token.i not in setting.cues:
        return None
    head = subject(setting, token) or _beside(token)
    if head is None or not setting.told[head.i] or not may_speak(setting, head):
        return None
    return head


def may_speak(setting: Setting, head: Token) -> bool:
    """Say whether a word is somebody or something that speaks: a name, a job, a body, a text; no `price`."""
    aged = head.lower_ == "old" and head.i > 0 and head.nbor(-1).text == "-"  # the 46-year-old
    if head.i in setting.named or aged:
        return not (is_place(setting, head) and _is_dateline(head))
    lemma = head.lemma_.lower()
    if head.ent_type_ in ("DATE", "TIME"):
        return False
    if head.pos_ in ("PRON", "DET", "NUM", "ADJ"):
        return head.lower_ in SPEAKING_PRONOUNS
    if is_job(head) or is_agent(lemma) or lemma in _SPEAKING:
        return True
    return head.text[0].isupper() and not (head.is_sent_start and head.pos_ != "PROPN")


def is_somebody(setting: Setting, head: Token) -> bool:
    """Say whether a word is a person or an organisation that is known or has a job."""
    if head.lower_ in ("he", "she"):
        return True
    mention = setting.named.get(head.i)
    return mention.kind != "place" if mention is not None else is_job(head)


def may_own(setting: Setting, head: Token) -> bool:
    """Say whether a word before `'s` is somebody: a name, a job, `his`."""
    return head.lower_ in ("his", "her") or head.i in setting.named or is_job(head)


def _is_dateline(head: Token) -> bool:
    """Recognise `LEEDS (Acme News) – `."""
    following = head.nbor(1).text if head.i + 1 < len(head.doc) else ""
    return head.left_edge.is_sent_start is True and following in _DASHES


def is_place(setting: Setting, head: Token) -> bool:
    """Say whether a word names a place."""
    mention = setting.named.get(head.i)
    return mention is not None and mention.kind == "place"


def subject(setting: Setting, verb: Token, depth: int = 0) -> Token | None:
    """Give the head of whoever does what the verb says: its subject, agent, or that of the verb it hangs on."""
    children = [child for child in verb.children if setting.told[child.i]]
    agent = next((t for by in children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"), None)
    if agent is not None or _is_passive(verb, children):
        return agent
    own = next((child for child in children if child.dep_ == "nsubj"), None)
    if own is not None:
        return _antecedent(setting, verb, own, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _sender(setting, verb, depth) or verb.head
    if verb.dep_ in _CARRIES_SUBJECT and depth < _DEEPEST and verb.head.pos_ in ("VERB", "AUX"):
        return subject(setting, verb.head, depth + 1)
    return None


def _sender(setting: Setting, verb: Token, depth: int) -> Token | None:
    """`Doe sent a letter saying`, `Doe wrote to Roe, saying`: neither the letter speaks nor Roe."""
    noun = verb.head
    sent = noun.lemma_.lower() in MESSAGES or verb.dep_ == "acl"
    if sent and noun.dep_ == "dobj" and depth < _DEEPEST:
        return subject(setting, noun.head, depth + 1)
    return None


def _is_passive(verb: Token, children: Sequence[Token]) -> bool:
    """`dubbed`, `was dubbed`: nobody did it, unless "by" follows; but `has dubbed`, `had said and called`."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in children):
        return True
    active = verb.dep_ == "conj" or any(child.dep_ in ("aux", "nsubj") for child in children)
    return verb.tag_ == "VBN" and not active


def _antecedent(setting: Setting, verb: Token, own: Token, depth: int) -> Token:
    if own.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return _sender(setting, verb, depth) or verb.head
    return own


def with_relative(setting: Setting, cue: Token, where: Span) -> Span:
    """Reach from a speaker to the pronoun that stands for them: `Jane Doe, who`."""
    subjects = (t for t in cue.children if t.dep_ == "nsubj" and t.lower_ in _RELATIVE and setting.told[t.i])
    pronoun = next((t for t in subjects if 0 <= t.idx - where.end < _NEAR), None)
    return Span(where.start, pronoun.idx + len(pronoun.text)) if pronoun is not None else where


def _beside(cue: Token) -> Token | None:
    """Where the parser sees no subject: the name or pronoun beside the cue."""
    if cue.lemma_.lower() in THINKING:
        return None
    before = cue.i - 2 if cue.i and cue.nbor(-1).text == "," else cue.i - 1
    for i in (cue.i + 1, before):
        if 0 <= i < len(cue.doc) and not (i > cue.i and cue.lemma_ == "tell"):
            token = cue.doc[i]
            if token.lower_ in ("he", "she", "they") or (token.pos_ == "PROPN" and token.dep_ not in ("dobj", "pobj")):
                return _head_of_name(token)
    return None


def _head_of_name(token: Token) -> Token:
    while token.dep_ == "compound" and token.head.i == token.i + 1:
        token = token.head
    return token


def phrase(head: Token) -> Span:
    """Give the words that belong to a head: `a spokesman for the company`."""
    first, last = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in _ATTACHED and child.i == last + 1:
            last = child.right_edge.i
    if last - first >= _LONGEST_DESCRIPTION or any(child.dep_ == "relcl" for child in head.lefts):
        lefts = [t.i for t in head.lefts if t.dep_ in ("det", "compound", "amod")]
        first, last = min([head.i, *lefts]), head.i
    while head.doc[first].is_punct and first < head.i:
        first += 1
    return Span(head.doc[first].idx, head.doc[last].idx + len(head.doc[last].text))
