"""Bodies whose names go on: proposals in, the same out with `of the Treasury` behind `Department`.

`U.S. Department | of the Treasury`, `Patriotic Union | of Acmeland`, `Acme | NV`: the model stops too early. What
follows is taken in while it is capitalised, and proposals inside it are left out. Limits: one `of`; no "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from newsdigest.analyse.name_shapes import Proposal
from newsdigest.analyse.name_words import LEGAL_ENDINGS
from newsdigest.lexicon import ROLE_NOUNS

GOES_ON = frozenset(
    """
    academy association authority board bureau centers centre center chamber college commission committee council court
    department faculty federation institute ministry office school society union university
    """.split()
)
"""Last words of a name that has a second half."""


PORTFOLIOS = frozenset("Minister Ministers Secretary".split())
"""Behind a single word: `Transport Minister`, an office and no organisation."""
_BRACKETS = re.compile(r"((?:(?:[A-Z][\w-]*|and|for|in|of|on|the) ){2,9})\(([A-Z]{2,7})\)")
_SMALL = frozenset("and for in of on the".split())


def spelt_out(text: str) -> dict[str, str]:
    """Find the acronyms in brackets behind the names that they stand for, letter by letter."""
    found: dict[str, str] = {}
    for match in _BRACKETS.finditer(text):
        words = match[1].split()
        for first in range(len(words)):
            big = [word for word in words[first:] if word not in _SMALL]
            if words[first] in big and "".join(word[0] for word in big) == match[2]:
                found[match[2]] = " ".join(words[first:])
                break
    return found


def is_office_or_word(doc: Doc, proposal: Proposal) -> bool:
    """Recognise `Transport` in `Transport Minister`, and a common word that only opens its sentence: `Share this`."""
    word = doc[proposal.start]
    if proposal.kind != "organisation" or proposal.end - proposal.start > 1:
        return False
    office = proposal.end < len(doc) and doc[proposal.end].text in PORTFOLIOS
    return office or (bool(word.is_sent_start) and word.text.istitle() and word.tag_ in ("NN", "VB", "VBP"))


def completed(doc: Doc, found: Iterable[Proposal]) -> list[Proposal]:
    """Let the names of bodies run to their end; leave out what is none."""
    longer: list[Proposal] = []
    for proposal in found:
        if (longer and proposal.start < longer[-1].end) or is_office_or_word(doc, proposal):
            continue
        end = _end(doc, proposal) if proposal.kind == "organisation" else proposal.end
        longer.append(Proposal(proposal.start, end, proposal.kind))
    return longer


def _end(doc: Doc, proposal: Proposal) -> int:
    end = proposal.end
    if end < len(doc) and doc[end].lower_.rstrip(".") in LEGAL_ENDINGS and doc[end].text[0].isupper():
        return end + 1
    if doc[end - 1].lower_ not in GOES_ON or end + 1 >= len(doc) or doc[end].text not in ("of", "for"):
        return end
    start = behind = end + 1 + (doc[end + 1].text == "the")
    while behind < len(doc) and _is_part(doc, behind):
        behind += 1
    return behind if behind > start else end


def _is_part(doc: Doc, i: int) -> bool:
    return doc[i].is_alpha and doc[i].text[0].isupper() and doc[i].lower_ not in ROLE_NOUNS
