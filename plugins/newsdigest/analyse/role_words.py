"""Words of roles: tables, and what is asked of one token: a job, part of a title, an organisation's.

Lower case, sorted; most jobs stand in `lexicon.ROLE_NOUNS`. Limits: a job in no table, without an ending such as -er
behind "a", is not known for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsdigest.lexicon import ROLE_ABBREVIATIONS, ROLE_NOUNS
from newsdigest.model import Kind, Mention, Span

LONGEST = 24
"""Words of one phrase; a bound against clauses taken for a role, not tuned."""
FAMILY = frozenset(
    """
    aunt boyfriend brother child cousin daughter family fan father fiance fiancee friend girlfriend granddaughter
    grandfather grandmother grandson husband mother nephew niece parent relative roommate sibling sister son
    son-in-law twin uncle widow widower wife
    """.split()
)
"""What somebody is to another person is no role."""
LIKE_ROLES = frozenset(
    """
    aide ally brain brains face figure force general member native voice
    """.split()
)
"""`a leading voice in`, `a member of`: roles in an apposition or a statement only."""
MEMBERS = frozenset("anchor great insider major member moderator whip".split())
"""Roles behind a noun or "co-": `council member Jane Doe`, `majority whip`, `co-anchor`."""
PAIRS = frozenset(
    {
        ("attorney", "general"),
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
PORTFOLIOS = frozenset(
    """
    agriculture children culture defence defense education employment energy environment finance foreign health home
    housing interior justice labor labour planning science sports tourism trade transport treasury welfare
    """.split()
)
"""`Health Minister`: the first word is no organisation of its own."""
PARTISANS = frozenset("democrat independent republican".split())
QUALIFIERS = frozenset("acting designated elect founding leading managing outgoing retired visiting".split())
MORE_ROLES = frozenset(
    """
    advocate agent bishop businessman businesswoman capt. cartoonist choreographer cmdr. col. cook correspondent
    dictator freeholder fundraiser goalscorer graduate guitarist guru lecturer lineman litigator major medallist
    mogul neurosurgeon oligarch pharmacologist psychotherapist rancher rev. skipper speechwriter stalwart
    superdelegate tactician veteran
    """.split()
)
"""Roles that prove no name elsewhere."""
_AGENT = re.compile(r"(?:[^aeiou]er|or|ist|ian|[a-z]man|woman|ee|eer|ant|[^m]ent|ive)$")
_NO_AGENT = frozenset(
    """
    accent accident alternative anger answer archive bee beer behavior behaviour bellwether bidder border brainer
    cancer career center chamber changer chapter character chatter collective colour committee component computer
    content continent contingent corner corridor counter cover crater current danger debater degree dent dinner
    disaster disorder document door drive element elevator encounter error event everyman expletive extent factor
    favor favour fee fervor fervour festive finger flavor flavour floor furor gentleman glimmer guarantee handover
    harbor harbour horror human hunger imperative incentive incident indicator infant ingredient initiative interior
    knee laser layer ledger letter list liver makeover manner manufacturer marker matter megamerger melee member
    merger mirror misdemeanor missive moniker monitor murder narrative newspaper number objective offensive offer
    opener order other ouster pageant paper parameter parent percent perimeter perspective plant poster power prayer
    precedent precursor predictor presence quarter rancor rant register reminder remnant restaurant retailer
    retainer revolver river roster sector segment server settlement shelter shower simmer skyscraper slaughter
    specter spoiler sticker subcommittee summer super supplement takeover talent target teenager teleprompter tent
    testament theater thriller tiger together tower trailer transplant tree twist undercurrent voiceover warrant
    water winter woman
    """.split()
)
"""Nouns with such an ending that are no persons; from 250 news articles."""
LINKS = frozenset("at behind for from in of on to under with".split())
CLOSES = frozenset(', ; . : ( ) ! ? – — -- " “ ”'.split())
OPENS_APPOSITION = frozenset(", ( – — - --".split())
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
ARTICLES = frozenset("a an the".split())
PRONOUNS = frozenset("her his its my our their your".split())
NO_TITLES = frozenset("day fact moment reason thing time way year".split())
"""Before a title they open a clause: `the way Mayor Jane Doe left`."""
RELATIVES = frozenset("but that which who whom whose".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A statement beside a name: all of it, the role's words, the organisations named in it."""

    whole: Span
    role: Span | None
    organisations: tuple[str, ...]


def is_job(token: Token) -> bool:
    """Say whether a word is a person's job."""
    if token.text == "." and token.i > 0 and not token.nbor(-1).whitespace_:
        return _is_role(token.nbor(-1).lower_ + ".")
    lower, before = token.lower_, _before(token)
    if lower == "elect":
        return before is not None and token.nbor(-1).text == "-" and is_job(before)
    if (before is not None and (before.lower_, lower) in PAIRS) or lower in PARTISANS:
        return True
    if lower in MEMBERS:
        return before is not None and (before.pos_ in ("NOUN", "PROPN") or before.lower_ == "co")
    if token.pos_ in ("AUX", "VERB") and not _is_role(lower):
        return False
    return _is_role(lower) or _is_role(token.lemma_.lower()) or _is_role(lower.rsplit("-", 1)[-1])


def _is_role(word: str) -> bool:
    return word in ROLE_NOUNS or word in ROLE_ABBREVIATIONS or word in MORE_ROLES


def _before(token: Token) -> Token | None:
    """Give the word before, over a hyphen."""
    if token.i > 1 and token.nbor(-1).text == "-":
        return token.nbor(-2)
    return token.nbor(-1) if token.i > 0 else None


def fits(token: Token) -> bool:
    """Say whether a word may stand in the title before a job: `former`, `Acme`, `'s`, `sales`, `award-winning`."""
    if token.is_space:
        return "\n" not in token.text
    if is_dash(token):
        return False
    if token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text in POSSESSIVE or is_job(token):
        return token.ent_type_ not in ("DATE", "TIME") or is_hyphened(token)
    if token.text in ("-", "&", "co", "vice", "then") or token.lower_ in QUALIFIERS or is_hyphened(token):
        return True
    return token.dep_ == "amod" and token.tag_ in ("VBN", "VBG")


def is_dash(token: Token) -> bool:
    """Say whether a hyphen stands between spaces, as behind the place in `LEEDS - Mayor Jane Doe`."""
    return token.text in ("-", "–", "—", "--") and (
        token.i == 0 or bool(token.nbor(-1).whitespace_) or bool(token.whitespace_)
    )


def is_hyphened(token: Token) -> bool:
    """Say whether a word is part of another, as in `Leeds-based`, `100m`."""
    doc, i = token.doc, token.i
    after = i + 1 < len(doc) and not token.whitespace_ and (doc[i + 1].text == "-" or token.is_digit)
    before = i > 0 and not doc[i - 1].whitespace_ and (doc[i - 1].text == "-" or doc[i - 1].is_digit)
    return (after and not doc[i + 1].is_punct) or (after and doc[i + 1].text == "-") or (before and token.is_alpha)


def is_like_job(head: Token) -> bool:
    """Say whether a noun can be a role where the sentence makes it one: `a leading voice in`, `a welder`."""
    lemma = head.lemma_.lower()
    if head.tag_ == "NNS":
        return False
    if lemma in LIKE_ROLES:
        return any(child.dep_ in ("prep", "amod", "compound") for child in head.children)
    indefinite = any(child.lower_ in ARTICLES for child in head.lefts)
    return head.pos_ == "NOUN" and indefinite and is_agent(lemma)


def is_title(token: Token) -> bool:
    """Say whether a word before a name is its title: a job, or a noun of somebody who does something: `voter Doe`."""
    lemma = token.lemma_.lower()
    doer = token.tag_ == "NN" and token.dep_ == "compound" and is_agent(lemma) and lemma not in FAMILY
    return is_job(token) or (doer and token.head.i > token.i)


def is_agent(noun: str) -> bool:
    """Say whether a noun has the ending of somebody who does something: `welder`, `applicant`."""
    return bool(_AGENT.search(noun)) and noun not in _NO_AGENT


def mention_at(token: Token, mentions: Sequence[Mention], kind: Kind) -> Mention | None:
    """Give the name of a kind that a word belongs to."""
    return next((m for m in mentions if m.kind == kind and m.span.start <= token.idx < m.span.end), None)


def organisation_at(token: Token, mentions: Sequence[Mention]) -> str | None:
    """Give the organisation that a word belongs to."""
    mention = mention_at(token, mentions, "organisation")
    return mention.text if mention else None


def is_common(name: Mention, words: Iterable[Token]) -> bool:
    """Say whether what was taken for an organisation is a common noun: `Health Minister`, `Shop owner`.

    No common noun has capitals inside: the tagger takes `AcmeWorks` for one.
    """
    first = next((t for t in words if t.idx == name.span.start), None)
    lone = first is not None and name.span.end == first.idx + len(first.text) and name.text[1:].islower()
    return name.text.lower() in PORTFOLIOS or (lone and first is not None and first.tag_ in ("NN", "NNS"))


def stretch(doc: Doc, start: int, end: int) -> Span:
    """Give the characters of some tokens."""
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def is_closed(doc: Doc, last: Token) -> bool:
    """Say whether a name ends its phrase: a comma, a bracket, a full stop follows."""
    return last.i + 1 >= len(doc) or doc[last.i + 1].text in CLOSES or doc[last.i + 1].is_space
