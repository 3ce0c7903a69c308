"""What each name is: the proposals of a whole article in, one kind a string out.

Each proposal is a vote; a title, an age or a role beside a name, a place where companies stand, and the full name that
a surname belongs to weigh more. An acronym in brackets is its organisation's. A lone word that nothing proves is no
person. Limits: one string is of one kind in an article, so a firm that bears its owner's surname goes with the
stronger side.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from spacy.symbols import PROPN, nsubj
from spacy.tokens import Doc, Token

from newsdigest.analyse.name_bodies import spelt_out
from newsdigest.analyse.name_companies import (
    companies,
    explained_things,
    is_employer,
    is_introduced,
    is_located,
    is_work,
    products,
    says_so,
)
from newsdigest.analyse.name_given import is_given_name
from newsdigest.analyse.name_scores import is_game, plays
from newsdigest.analyse.name_shapes import Proposal, is_camel, is_person_shape, is_role
from newsdigest.analyse.name_words import (
    EVENT_WORDS,
    GENERATION,
    KIN,
    LONE_WORDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
)
from newsdigest.lexicon import HONORIFICS, ROLE_NOUNS
from newsdigest.model import Kind

KINDS: tuple[Kind, ...] = ("organisation", "person", "place")
SURE = 3
"""Votes for a person where a title, a role or an age stands beside the name."""
ROLES_OF_FIRMS = frozenset(
    """
    broker developer giant investor leader operator owner partner pioneer producer publisher retailer rival sponsor
    trader winner
    """.split()
)
"""Roles that companies have too; but `Labour leader Jane Doe`."""
LICENSED = 2
"""Votes for a person where a full name in the article ends in this word."""
COMPANY = 3
"""Votes for an organisation where the word stands in a place for companies. Of these weights 1, 3 and 9 (2: 1, 2 and 4)
were tried on 289 development articles: people's F1 .869 to .871."""
PLAYS = 3
"""Votes for a club where a place in a report of a game does what clubs do. Of 1, 2, 3 and 4 organisations' F1 was best
with 1 and 3 (.769), half by half with 3."""
BEFORE_PLACES = frozenset("across at in inside near outside throughout".split())

UTTERING = frozenset("add argue explain insist joke reply say tell warn".split())
"""Who does this is somebody, if no place or company. Lemmas."""

Votes = Mapping[str, Counter[Kind]]


def kinds(doc: Doc, found: Sequence[Proposal]) -> dict[str, Kind]:
    """Decide what each string that was proposed for a name is; doubtful ones are left out."""
    proved = {_text(doc, proposal) for proposal in found if named_as_person(doc, proposal)}
    houses = companies(doc)
    votes = _counted(doc, found, proved, houses)
    taken = _words_of_others(votes) | houses
    proved |= _speakers(doc) - taken
    for name in proved:
        votes[name]["person"] += name not in houses
    text, tokens = doc.text, list(doc)  # made anew at each access
    alone = {token.text for token in tokens if token.pos == PROPN}
    located = {token.text for before, token in pairwise(tokens) if before.lower_ in BEFORE_PLACES}
    for name in _full_names(votes):
        proved |= _licensed(votes, name, houses, alone, located)
    winners = {name: _winner(count) for name, count in votes.items()}
    small = {token.text for token in tokens if token.is_lower}
    sure = {n: kind for n, kind in winners.items() if kind != "person" or n in proved or _could_be_person(n, small)}
    known = sure | _acronyms(text, sure)
    for letters, name in spelt_out(text).items():
        if known.get(letters) == "organisation" and name.split()[-1].lower() not in EVENT_WORDS:
            known.setdefault(name, "organisation")
        elif known.get(letters) == "organisation":
            del known[letters]
    things = (products(doc, [(p.start, p.end) for p in found]) | explained_things(text)) - houses
    return {n: kind for n, kind in known.items() if kind != "organisation" or n not in things or says_so(n)}


def _counted(
    doc: Doc, found: Sequence[Proposal], proved: Set[str], houses: Set[str]
) -> defaultdict[str, Counter[Kind]]:
    """Count the votes of all proposals and of the places where they stand; titles of works are left out."""
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    game = is_game(doc)
    for proposal in found:
        named = named_as_person(doc, proposal)
        located = proposal.kind == "organisation" and is_located(doc, proposal.start, proposal.end)
        kind: Kind = "person" if named else "place" if located else proposal.kind
        votes[_text(doc, proposal)][kind] += SURE if named else 1
        votes[_text(doc, proposal)]["organisation"] += COMPANY * is_introduced(doc, proposal.start)
        if game and proposal.kind == "place" and plays(doc, proposal.start, proposal.end):
            votes[_text(doc, proposal)]["organisation"] += PLAYS
    for name in {_text(doc, p) for p in found if is_employer(doc, p.start, p.end)} - proved:
        votes[name]["organisation"] += votes[name]["person"] + COMPANY
    for name in houses:
        votes[name]["organisation"] += COMPANY
    for title in {_text(doc, p) for p in found if is_work(doc, p.start, p.end)} - proved:
        del votes[title]
    return votes


def _could_be_person(name: str, small: Set[str]) -> bool:
    """Doubt a single word that only the model takes for a person, and words that the article also writes small.

    Of 305 such single words in the development articles 73 were people.
    """
    words = name.split()
    return len(words) > 1 and not all(word.lower() in small for word in words)


def _text(doc: Doc, proposal: Proposal) -> str:
    return doc[proposal.start : proposal.end].text


def _speakers(doc: Doc) -> set[str]:
    """Find the single capitalised words that say something: `Doe said`, `said Doe`; as common nouns twice."""
    count: Counter[str] = Counter()
    for token in doc:
        if token.dep == nsubj and token.head.lemma_.lower() in UTTERING and _may_be_surname(token):
            named = token.pos_ == "PROPN" or not token.is_sent_start or token.ent_type_ == "PERSON"
            count[token.text] += 2 if named else 1
    seen = {token.text for name in doc.ents if name.label_ == "PERSON" for token in name}
    return {word for word, points in count.items() if points > 1 and word in seen}


def _may_be_surname(token: Token) -> bool:
    before = token.nbor(-1) if token.i else token
    alone = bool(token.is_sent_start) or before.pos_ != "PROPN" or before.ent_type_ in ("DATE", "TIME")
    word = token.text
    return (
        alone
        and word.istitle()
        and len(word) > 2
        and token.tag_ in ("NNP", "NN")
        and token.ent_type_ in ("", "PERSON")
        and not any(child.dep_ in ("det", "poss") for child in token.children)
        and word.lower() not in NOT_NAMES | LONE_WORDS | ORGANISATION_WORDS | ROLE_NOUNS
    )


def _words_of_others(votes: Votes) -> set[str]:
    """Collect the words in names that were also proposed for organisations and places."""
    return {word for name, count in votes.items() if count["organisation"] + count["place"] for word in name.split()}


def _winner(count: Counter[Kind]) -> Kind:
    return max(KINDS, key=lambda kind: (count[kind], kind == "person"))


def named_as_person(doc: Doc, proposal: Proposal) -> bool:
    """Say whether a title, a role or an age beside a name shows a person: `coach Jane Doe`, `Doe, 45,`."""
    words = [token.text for token in doc[proposal.start : proposal.end]]
    if (
        not is_person_shape(words)
        or is_camel(words[-1])
        or words[-1].lower() in ORGANISATION_WORDS
        or words[0] == "The"
    ):
        return False
    if len(words) > 1 and _has_role_behind(doc, proposal.end):
        return True
    return _has_title(doc, proposal.start, len(words)) or _has_age(doc, proposal.end)


def _has_role_behind(doc: Doc, end: int) -> bool:
    """`Jane Doe, the executive director of`."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    for token in doc[end + 1 : end + 5]:
        if is_role(token):
            return token.lower_ not in ROLES_OF_FIRMS
        if token.is_punct or token.pos_ in ("ADP", "AUX", "CCONJ", "PRON", "VERB"):
            return False
    return False


def _has_title(doc: Doc, start: int, length: int) -> bool:
    if start == 0:
        return False
    before = doc[start - 1]
    behind = start + length
    if behind < len(doc) and doc[behind].tag_ in ("NN", "NNS") and is_role(doc[behind]):
        return False  # `chief Acme correspondent`
    full = length > 1 or is_given_name(doc[start].text, certain=True)
    leads = before.lower_ == "leader" and length > 1 and start > 1 and doc[start - 2].pos_ == "PROPN"
    title = is_role(before) and (full or before.text[0].isupper()) and (leads or before.lower_ not in ROLES_OF_FIRMS)
    return title or before.text in HONORIFICS or (full and before.lower_ in KIN)


def _has_age(doc: Doc, end: int) -> bool:
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    return doc[end + 1].text.isdigit() and len(doc[end + 1].text) == 2 and doc[end + 2].text == ","


def _licensed(
    votes: defaultdict[str, Counter[Kind]], name: str, houses: Set[str], alone: Set[str], located: Set[str]
) -> set[str]:
    """Let a full name vote for its surname, and more softly for its first name, standing alone."""
    surname, first = last_name(name), name.split()[0]
    if name.isupper():
        surname, first = surname.title(), first.title()
    if surname not in houses and (surname in votes or surname in alone):
        outvoted = votes[surname]["organisation"] + (0 if surname in located else votes[surname]["place"])
        votes[surname]["person"] += outvoted + LICENSED
    if first not in houses and first in votes:
        votes[first]["person"] += 1
    return {surname, first}


def _full_names(votes: Votes) -> list[str]:
    return [name for name, count in votes.items() if " " in name and _winner(count) == "person"]


def last_name(name: str) -> str:
    """Give the surname of a full name: `Jane Doe Jr.` -> `Doe`."""
    words = [word.rstrip(",") for word in name.split()]
    named = [word for word in words if word not in GENERATION]
    return named[-1] if named else name


def _acronyms(text: str, known: Mapping[str, Kind]) -> dict[str, Kind]:
    """`Acme Board of Trade (ABT)`: what stands in brackets is the organisation too."""
    found: dict[str, Kind] = {}
    for name, kind in known.items():
        if kind == "organisation":
            match = re.search(re.escape(name) + r"\s\(([A-Z][A-Z&.-]{1,7})\)", text)
            if match:
                found[match[1]] = kind
    return found
