"""What is uncertain in the who's who: what the owner might want to look at, with a correction for each case.

In: an edition and the corrections it was made with. Out: doubts, those that touch most articles first.
Method: names that fit each other and were not joined (`doubts_merges`); names whose articles disagree on the kind; a
common name in articles that have nothing else in common (`notes`). A kind that the owner has stated is no doubt.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsdigest.corrections import Curation
from newsdigest.link.context import Agreement, asker
from newsdigest.link.doubts_lines import Doubt, doubt_lines
from newsdigest.link.doubts_merges import house_merges, person_merges
from newsdigest.link.findings import Findings
from newsdigest.link.kinds import fold, parts_of_full_names
from newsdigest.link.notes import several, worlds
from newsdigest.model import Edition, Entity, EntityId, Kind, StoryId

__all__ = ["Doubt", "doubt_lines", "doubts"]

SPLIT = 0.2
"""Share of its articles that take a name for another kind, from which on the kind is in doubt."""
NOUN: dict[Kind, str] = {"organisation": "an organisation", "person": "a person", "place": "a place"}


@dataclass(slots=True)
class _Name:
    """A name of the collection, whatever its kind."""

    votes: dict[Kind, dict[StoryId, None]] = field(default_factory=dict)
    """The articles that take it for each kind."""
    spelt: Counter[str] = field(default_factory=Counter)
    owners: Counter[EntityId | None] = field(default_factory=Counter)
    """Whose its mentions are in the end; None: places are nobody's."""


def doubts(edition: Edition, curation: Curation) -> tuple[Doubt, ...]:
    """Find all doubts of an edition."""
    path = {story.id: story.path for story in edition.stories}
    called = references(edition.entities)
    agree = asker(edition.stories, Findings())
    stated = {fold(one.name) for one in curation.entities if one.kind}
    found = [
        *person_merges([one for one in edition.entities if one.kind == "person"], called, edition.stories),
        *house_merges([one for one in edition.entities if one.kind == "organisation"], called, edition.stories, agree),
        *_kinds(edition, called, path, stated),
        *_several(edition, called, path, agree),
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.files), one.why, one.section, one.name)))


def references(entities: Sequence[Entity]) -> dict[EntityId, str]:
    """Call each entity by its name where no other of its kind bears that, else by its address."""
    bearers = Counter((one.kind, one.name.casefold()) for one in entities)
    return {one.id: one.name if bearers[one.kind, one.name.casefold()] == 1 else one.id for one in entities}


# --- kinds ---


def _kinds(
    edition: Edition, called: Mapping[EntityId, str], path: Mapping[StoryId, str], stated: set[str]
) -> Iterator[Doubt]:
    kind_of: dict[EntityId | None, Kind] = {one.id: one.kind for one in edition.entities}
    for key, name in sorted(_names(edition).items()):
        owner = min(name.owners, key=lambda one: (-name.owners[one], str(one)))
        now = kind_of.get(owner, "place")
        others = sorted((kind for kind in name.votes if kind != now), key=lambda k: (-len(name.votes[k]), k))
        enough = others and len(name.votes[others[0]]) >= SPLIT * sum(map(len, name.votes.values()))
        if enough and len(name.votes) > 1 and key not in stated:
            text = min(name.spelt, key=lambda text: (-name.spelt[text], text))
            files = tuple(path[story] for story in name.votes[others[0]])
            why = f"“{text}” is {NOUN[now]} here, but {NOUN[others[0]]} in {len(files)} of {_articles(name)}"
            yield Doubt(now if owner else others[0], called[owner] if owner else text, why, files, kind=others[0])


def _articles(name: _Name) -> str:
    count = len({story for stories in name.votes.values() for story in stories})
    return f"{count} articles" if count > 1 else "its one article"


def _names(edition: Edition) -> dict[str, _Name]:
    """Gather what each name is taken for, how it is spelt and whose it is."""
    owners = {
        (seen.story_id, at): one.id for one in edition.entities for seen in one.appearances for at in seen.mentions
    }
    found: dict[str, _Name] = defaultdict(_Name)
    for analysis in edition.analyses:
        parts = parts_of_full_names(analysis)
        for at, mention in enumerate(analysis.mentions):
            key = fold(mention.text)
            if key not in parts:
                found[key].votes.setdefault(mention.kind, {})[analysis.story_id] = None
                found[key].spelt[mention.text] += 1
                found[key].owners[owners.get((analysis.story_id, at))] += 1
    return found


# --- several of one name ---


def _several(
    edition: Edition, called: Mapping[EntityId, str], path: Mapping[StoryId, str], agree: Agreement
) -> Iterator[Doubt]:
    groups = worlds(edition.entities, edition.stories, agree)
    for one in edition.entities:
        if one.id not in groups:
            continue
        ordered = sorted(groups[one.id], key=lambda group: (-len(group), path[group[0]]))
        apart = tuple(
            (f"{one.name} ({number})", tuple(path[story] for story in group))
            for number, group in enumerate(ordered[1:], start=2)
        )
        why = f"“{one.name}” {several(len(one.appearances), len(ordered))}"
        yield Doubt("person", called[one.id], why, tuple(path[seen.story_id] for seen in one.appearances), apart=apart)
