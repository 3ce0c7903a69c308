"""Shapes of names: a run of words that the model takes for a name in, what of it is one out.

"Acme chief executive Jane Doe's" holds an organisation and a person; "the Acme Corp." one organisation. Spans are
token positions of the Doc, end exclusive. Limits: names in capitals only are taken as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsdigest.analyse.name_given import is_given_name
from newsdigest.analyse.name_words import (
    ABBREVIATIONS,
    ABSTRACT,
    EVENT_WORDS,
    GENERATION,
    LEGAL_ENDINGS,
    LONE_WORDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    THING_WORDS,
)
from newsdigest.lexicon import HONORIFICS, ROLE_ABBREVIATIONS, ROLE_NOUNS
from newsdigest.model import Kind

LONGEST_PERSON = 5
LONGEST_OTHER = 9
"""Words; bounds against lists and titles taken for one name, not tuned."""
LONGEST_ACRONYM = 4
"""Letters of a last word in capitals that is no surname where the first is none: `Acme DVR`."""
LABELS: dict[str, Kind] = {
    "FAC": "place",
    "GPE": "place",
    "LOC": "place",
    "ORG": "organisation",
    "PERSON": "person",
}
_ODD = re.compile(r"[\d@#/\\|<>{}=*_+]|\.(?:com|net|org|co)\b|https?")
_CAMEL = re.compile(r"(?!Ma?c[A-Z]|De[A-Z]|Di[A-Z]|Du[A-Z]|L[aei][A-Z]|Van[A-Z]|Fitz[A-Z])[A-Za-z]*[a-z][A-Z]")
_LETTERS = frozenset("CBE KC MBE MEP MP MSP OBE QC".split())
"""Behind a name, no part of it."""
_ORIGIN = re.compile(
    r"(?:Briton|Croat|Dane|Finn|Pole|Scot|Serb|Spaniard|Swede|Tory|Turk)|[A-Z][a-z]+(?:ean|ese|ian|ish|man|woman)"
)
INNER = frozenset("am are i is me my our this you your".split())
"""Words of songs and headlines, not of houses."""
_MARKS = frozenset("'s ’s ' ’ \" “ ” ‘ `` '' , . : ; & - – — -- ( ) [ ] ! ? … ...".split())
_DASHES = frozenset(("-", "–", "—", "--"))
_FIRST_NAMES_TOO = frozenset("dean porter".split())
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_MANY = frozenset("ceos cfos mps ngos pms".split())
_ARTICLES = frozenset(("a", "an", "the"))
NO_TITLES = frozenset(
    "champion executive fellow forward head keeper legend player principal star winner worker".split()
)
"""Jobs that are no titles: with a capital inside a sentence they belong to another name, `Star Wars`."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible name: tokens from start to end, exclusive, and what it is taken for."""

    start: int
    end: int
    kind: Kind


def proposals(doc: Doc) -> Iterator[Proposal]:
    """Yield the model's names, trimmed, split and held to the shape of a name."""
    for entity in doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is not None:
            breaks = _breaks_person if kind == "person" else _breaks_other
            for start, end in _lines(doc, entity.start, entity.end, breaks):
                for first, last in _coordinated(doc, start, end):
                    yield from shaped(doc, Proposal(first, last, kind))


def is_camel(text: str) -> bool:
    """Say whether a word has a capital inside, as companies' names have and surnames such as McDoe have not."""
    return " " not in text and _CAMEL.match(text) is not None


def _coordinated(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Part `SoftAcme and Beta`: two names, where one shows by a capital inside that it is one by itself."""
    if (
        end - start == 3
        and doc[start + 1].lower_ == "and"
        and (is_camel(doc[start].text) or is_camel(doc[end - 1].text))
    ):
        return [(start, start + 1), (end - 1, end)]
    return [(start, end)]


def _lines(doc: Doc, start: int, end: int, breaks: Callable[[Token], bool]) -> Iterator[tuple[int, int]]:
    for i in range(start, end):
        if breaks(doc[i]):
            if i > start:
                yield start, i
            start = i + 1
    if end > start:
        yield start, end


def _breaks_person(token: Token) -> bool:
    """`Jane Doe 71`, `DOE / Agency`, `SKIING - DOE`: digits, strokes and free-standing dashes end a person's name."""
    return token.is_space or any(c.isdigit() or c in "/|" for c in token.text) or _is_spaced_dash(token)


def _is_spaced_dash(token: Token) -> bool:
    spaced = token.i > 0 and bool(token.nbor(-1).whitespace_) and bool(token.whitespace_)
    return token.text in _DASHES and spaced


def _breaks_other(token: Token) -> bool:
    """`Acme, Beta`, `Acme (Beta`: two names; but `Acme, Inc.`."""
    legal = token.i + 1 < len(token.doc) and token.nbor(1).lower_.rstrip(".") in LEGAL_ENDINGS
    return token.is_space or token.text in "()[]" or _is_spaced_dash(token) or (token.text == "," and not legal)


def shaped(doc: Doc, proposal: Proposal) -> Iterator[Proposal]:
    """Yield the names inside a proposal: none, one, or an organisation and a person beside a role."""
    start, end = _trimmed(doc, proposal.start, _before_verb(doc, proposal))
    start += proposal.kind == "person" and is_led_by_origin(doc, start, end)
    cut = _after_role(doc, start, end) if proposal.kind != "place" else start
    if start < cut < end:
        left = _trimmed(doc, start, _before_role(doc, start, cut))
        if left[0] < left[1]:
            yield from _valid(doc, Proposal(*left, "organisation"))
        start, end = _trimmed(doc, cut, end)
        yield from _valid(doc, Proposal(start, end, "person"))
    elif start < end:
        yield from _valid(doc, Proposal(start, end, proposal.kind))


def _before_verb(doc: Doc, proposal: Proposal) -> int:
    """End `Acme National Committee entered Polling Day` where its sentence goes on."""
    inner = (doc[i] for i in range(proposal.start + 1, proposal.end))
    return next((token.i for token in inner if token.is_lower and token.tag_ in _FINITE), proposal.end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_frame(doc[start]):
        start += 1
    while start < end and (_is_tail(doc[end - 1]) or doc[end - 1].lower_ in _ARTICLES):
        end -= 1
    return start, end


def _is_frame(token: Token) -> bool:
    """Say whether a first word is no part of a name. "The" in the middle of a sentence is."""
    if token.lower_ == "the":
        return token.text == "the" or bool(token.is_sent_start) or token.is_upper
    small = token.is_lower and token.lower_ not in PARTICLES
    return token.text in _MARKS or token.lower_ in _ARTICLES or token.text in HONORIFICS or small


def _is_tail(token: Token) -> bool:
    title = token.is_upper and len(token.text) == 3 and is_role(token)
    small = token.is_lower and token.is_alpha and token.tag_ not in ("NNP", "NNPS")
    return token.text in _MARKS or token.text in _LETTERS or small or title


def is_led_by_origin(doc: Doc, start: int, end: int) -> bool:
    """Recognise `Briton Jane Doe`, `Frenchman Doe`; but `Ian Doe`, `Norman Doe`."""
    if end - start < 2 or not _ORIGIN.fullmatch(doc[start].text):
        return False
    return not is_given_name(doc[start].text) and (end - start == 2 or is_given_name(doc[start + 1].text))


def is_role(token: Token) -> bool:
    """Say whether a word names a job: `CEO`, `chairman`, `presidents`; but no `Star` in `Star Wars`."""
    if token.lower_ in NO_TITLES and token.text.istitle() and not (token.i and token.nbor(-1).lower_ in _TITLE_PARTS):
        return bool(token.is_sent_start) and token.i + 1 < len(token.doc) and token.nbor(1).ent_type_ == "PERSON"
    return (token.lower_ in ROLE_NOUNS and token.lower_ not in _FIRST_NAMES_TOO) or token.lower_ in ROLE_ABBREVIATIONS


def _after_role(doc: Doc, start: int, end: int) -> int:
    """Give where a person's name starts behind the last role in the run; `start` where there is none."""
    for i in range(end - 2, start - 1, -1):
        if is_role(doc[i]) and doc[i + 1].lower_ not in ("of", "for", "and"):
            return i + 1
        if doc[i].lower_ in ORGANISATION_WORDS:
            break
    return start


def _before_role(doc: Doc, start: int, cut: int) -> int:
    end = cut
    while end > start and (is_role(doc[end - 1]) or doc[end - 1].is_lower or doc[end - 1].lower_ in _TITLE_PARTS):
        end -= 1
    return end


_TITLE_PARTS = frozenset("chief co deputy executive former general managing senior vice -".split())


def _valid(doc: Doc, proposal: Proposal) -> Iterator[Proposal]:
    kind = _kind_by_words(doc, proposal)
    start, end = proposal.start, proposal.end
    text = doc[start:end].text
    if start >= end or kind is None or _ODD.search(text) or text.lower() in NOT_NAMES | ABBREVIATIONS | LONE_WORDS:
        return
    if not any(token.text[:1].isupper() for token in doc[start:end]):
        return
    if end - start <= LONGEST_OTHER and (kind != "person" or is_person_shape([token.text for token in doc[start:end]])):
        yield Proposal(start, end, kind)


def _kind_by_words(doc: Doc, proposal: Proposal) -> Kind | None:
    words = [token.lower_.rstrip(".") for token in doc[proposal.start : proposal.end]]
    if len(words) > 1 and (words[-1] in LEGAL_ENDINGS or words[-1] in ORGANISATION_WORDS or _of_body(words)):
        return "organisation"
    if proposal.kind == "person" and len(words) > 1 and words[-1] in THING_WORDS | _MANY:
        return None
    if proposal.kind == "organisation" and _is_no_body(words, doc[proposal.end - 1]):
        return None
    if proposal.kind == "place" and len(words) == 1 and is_camel(doc[proposal.start].text):
        return "organisation"
    return proposal.kind


def _is_no_body(words: list[str], last: Token) -> bool:
    """`Acme Cup`, `Rural Reorganisation`, `Acme-born`, `Save Our Acme`: an event, an idea, a quality, a title."""
    if last.tag_ == "JJ" or not INNER.isdisjoint(words):
        return True
    job = last.tag_ in ("NN", "NNP") and is_role(last) and words[0] != "the"
    return len(words) > 1 and (job or words[-1] in EVENT_WORDS or words[-1].endswith(ABSTRACT))


def _of_body(words: list[str]) -> bool:
    """`University of Acme`, `Ministry of Health`."""
    return words[0] in ORGANISATION_WORDS and words[1] in ("of", "for")


def is_person_shape(words: list[str]) -> bool:
    """Say whether words could be a person's name: capitals, initials, particles between, no digit."""
    named = [word for word in words if word not in GENERATION and word not in (".", "-", "'", "’")]
    if not 1 <= len(named) <= LONGEST_PERSON or (len(named) > 1 and named[0].lower() in INNER):
        return False
    if not all(word[0].isupper() or word.lower() in PARTICLES or word.startswith(("al-", "el-")) for word in named):
        return False
    if named[-1].isupper() and len(named[-1]) <= LONGEST_ACRONYM and not (len(named) > 1 and named[0].isupper()):
        return False
    return len(named[-1].rstrip(".")) > 1 and (len(named) > 1 or not named[0].endswith("."))
