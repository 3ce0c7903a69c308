"""One kind for one name: a company that a few articles take for a person is a company everywhere.

In: the analyses. Out: for each, the kind of each of its mentions.
Method: over the collection the kind of most mentions wins; an organisation when it is even with a person, and only a
place when it mostly is one. A place stays a place, and words of a person's full name in the same article stay persons
(`Ford` beside `Jane Ford` is no car maker). Limits: a city that mostly stands for itself is not its football club.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsdigest.link import names
from newsdigest.model import Analysis, Kind


def settled(analyses: Sequence[Analysis]) -> list[tuple[Kind, ...]]:
    """Settle the kind of every mention."""
    votes: Counter[tuple[str, Kind]] = Counter()
    owned = [_parts_of_full_names(analysis) for analysis in analyses]
    for analysis, parts in zip(analyses, owned, strict=True):
        votes.update((fold, m.kind) for m in analysis.mentions if (fold := _fold(m.text)) not in parts)
    return [
        tuple(m.kind if _fold(m.text) in parts else _majority(_fold(m.text), m.kind, votes) for m in one.mentions)
        for one, parts in zip(analyses, owned, strict=True)
    ]


def _majority(name: str, kind: Kind, votes: Counter[tuple[str, Kind]]) -> Kind:
    person, organisation, place = (votes[name, k] for k in ("person", "organisation", "place"))
    if kind == "place" or place > person + organisation:
        return "place"
    return "person" if person > organisation else "organisation"


def _parts_of_full_names(analysis: Analysis) -> frozenset[str]:
    full = (names.parse(m.text) for m in analysis.mentions if m.kind == "person")
    return frozenset(token for name in full if name.full for token in name.tokens)


def _fold(text: str) -> str:
    return " ".join(names.parse(text).tokens)
