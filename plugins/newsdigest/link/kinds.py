"""One kind for one name: a company that a few articles take for a person is a company everywhere.

In: the analyses. Out: for each, the kind of each of its mentions.
Method: over the collection the kind of most mentions wins; an organisation when it is even with a person, and only a
place when it mostly is one. A place stays a place, and words of a person's full name in the same article stay persons
(`Ford` beside `Jane Ford` is no car maker). Limits: a city that mostly stands for itself is not its football club.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdigest.corrections import Curation
from newsdigest.link import person_names
from newsdigest.model import Analysis, Entity, Kind, Mention


def settled(analyses: Sequence[Analysis]) -> list[tuple[Kind, ...]]:
    """Settle the kind of every mention."""
    keys = {text: fold(text) for text in {m.text for one in analyses for m in one.mentions}}
    owned = [parts_of_full_names(analysis) for analysis in analyses]
    votes = Counter(
        (key, m.kind)
        for one, parts in zip(analyses, owned, strict=True)
        for m in one.mentions
        if (key := keys[m.text]) not in parts
    )
    won = {(key, kind): _majority(key, kind, votes) for key, kind in votes}
    return [
        tuple(m.kind if (key := keys[m.text]) in parts else won[key, m.kind] for m in one.mentions)
        for one, parts in zip(analyses, owned, strict=True)
    ]


def _majority(name: str, kind: Kind, votes: Counter[tuple[str, Kind]]) -> Kind:
    person, organisation, place = (votes[name, k] for k in ("person", "organisation", "place"))
    if kind == "place" or place > person + organisation:
        return "place"
    return "person" if person > organisation else "organisation"


def parts_of_full_names(analysis: Analysis) -> frozenset[str]:
    """Collect the words of all full names of persons in an article."""
    full = (person_names.parse(m.text) for m in analysis.mentions if m.kind == "person")
    return frozenset(token for name in full if name.full for token in name.tokens)


def fold(text: str) -> str:
    """Reduce a name to what its kind is voted on by."""
    return " ".join(person_names.parse(text).tokens)


# --- the owner's word ---


def recalled(
    analyses: Sequence[Analysis], entities: Sequence[Entity], curation: Curation
) -> tuple[Analysis, ...] | None:
    """Give analyses in which the names that were taken for places are what the owner says; None if there are none."""
    known = {(text.casefold(), one.kind) for one in entities for text in (one.name, *(a.text for a in one.aliases))}
    wanted = {
        fold(one.name): one.kind
        for one in curation.entities
        if one.kind in ("person", "organisation")
        and not any((one.name.casefold(), kind) in known for kind in ("person", "organisation") if kind != one.kind)
    }
    if not any(m.kind == "place" and fold(m.text) in wanted for one in analyses for m in one.mentions):
        return None
    return tuple(replace(one, mentions=tuple(_recalled(m, wanted) for m in one.mentions)) for one in analyses)


def _recalled(mention: Mention, wanted: Mapping[str, Kind | None]) -> Mention:
    kind = wanted.get(fold(mention.text)) if mention.kind == "place" else None
    return Mention(mention.span, mention.text, kind) if kind else mention
