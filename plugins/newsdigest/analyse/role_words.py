"""Words of roles: tables, and what is asked of one token: a job, part of a title, an organisation's.

Lower case, sorted; the jobs themselves stand in `lexicon.ROLE_NOUNS`. Limits: a job in no table, without an ending
such as -er behind "a", is not known for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from newsdigest.lexicon import ROLE_ABBREVIATIONS, ROLE_NOUNS
from newsdigest.model import Mention, Span

LONGEST = 24
"""Words of one phrase; a bound against clauses taken for a role, not tuned."""
FAMILY = frozenset(
    """
    aunt boyfriend brother child cousin daughter fan father friend girlfriend granddaughter grandfather grandmother
    grandson husband mother nephew niece parent relative roommate sibling sister son son-in-law twin uncle widow
    widower wife
    """.split()
)
"""What somebody is to another person is no role."""
LIKE_ROLES = frozenset(
    """
    aide ally brain brains face figure force general member native voice
    """.split()
)
"""`a leading voice in`, `a member of`: roles in an apposition or a statement only."""
PAIRS = frozenset(
    {
        ("attorney", "general"),
        ("board", "member"),
        ("cabinet", "member"),
        ("consul", "general"),
        ("director", "general"),
        ("first", "lady"),
        ("inspector", "general"),
        ("secretary", "general"),
        ("solicitor", "general"),
        ("surgeon", "general"),
        ("team", "principal"),
    }
)
"""Roles that only both words make."""
PARTISANS = frozenset("democrat independent republican".split())
QUALIFIERS = frozenset("acting designated founding leading managing outgoing retired visiting".split())
_AGENT = re.compile(r"(?:[^aeiou]er|or|ist|ian|man|woman|ee|eer|ant|ent|ive)$")
_NO_AGENT = frozenset("number other matter member order paper water winter summer center offer power".split())
LINKS = frozenset("at for from in of on to with".split())
CLOSES = frozenset(', ; . : ( ) ! ? – — -- " “ ”'.split())
OPENS_APPOSITION = frozenset(", ( – — - --".split())
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
ARTICLES = frozenset("a an the".split())
PRONOUNS = frozenset("her his its my our their your".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A statement beside a name: all of it, the role's words, the organisations named in it."""

    whole: Span
    role: Span | None
    organisations: tuple[str, ...]


def is_job(token: Token) -> bool:
    """Say whether a word is a person's job."""
    lower = token.lower_
    if (token.i > 0 and (token.nbor(-1).lower_, lower) in PAIRS) or lower in PARTISANS:
        return True
    return (
        lower in ROLE_NOUNS
        or lower in ROLE_ABBREVIATIONS
        or token.lemma_.lower() in ROLE_NOUNS
        or lower.rsplit("-", 1)[-1] in ROLE_NOUNS
    )


def fits(token: Token) -> bool:
    """Say whether a word may stand in the title before a job: `former`, `Acme`, `'s`, `sales`."""
    if token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text in POSSESSIVE or is_job(token):
        return not token.is_space and token.ent_type_ not in ("DATE", "TIME")
    return token.text in ("-", "&", "co", "vice", "then") or token.lower_ in QUALIFIERS


def is_like_job(head: Token) -> bool:
    """Say whether a noun can be a role where the sentence makes it one: `a leading voice in`, `a welder`."""
    lemma = head.lemma_.lower()
    if lemma in LIKE_ROLES:
        return any(child.dep_ in ("prep", "amod", "compound") for child in head.children)
    indefinite = any(child.lower_ in ARTICLES for child in head.lefts)
    return head.pos_ == "NOUN" and indefinite and is_agent(lemma)


def is_agent(noun: str) -> bool:
    """Say whether a noun has the ending of somebody who does something: `welder`, `applicant`."""
    return bool(_AGENT.search(noun)) and noun not in _NO_AGENT


def organisation_at(token: Token, mentions: Sequence[Mention]) -> str | None:
    """Give the organisation that a word belongs to."""
    for mention in mentions:
        if mention.kind == "organisation" and mention.span.start <= token.idx < mention.span.end:
            return mention.text
    return None
