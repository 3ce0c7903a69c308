"""Tell which idea a candidate stands for: its text and the story in, an `Idea` out.

An idea is what an owner's rename says, else an entity of the who's who that the story names by this form, else the
long form of an acronym that the collection explains in one way only, else the folded text itself. What stands in lower
case is no name: `apples` are not `Apple`. Limit: a form that two people of one story share stays a text of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsdigest.link.folding import fold
from newsdigest.model import Entity, EntityId, Story, StoryId
from newsdigest.packed import Small
from newsdigest.text import acronyms, singular

OTHER_IN_PLURAL = frozenset({"aids", "arms", "customs", "glasses", "goods", "spirits"})
"""Plurals that are no more of their singular, lower case."""
_ODD = re.compile(r"[][:;|\"“”(){}]")
SHORT_FORMS = {
    "eu": "europeanunion",
    "greatbritain": "unitedkingdom",
    "uae": "unitedarabemirate",
    "uk": "unitedkingdom",
    "un": "unitednation",
    "us": "unitedstate",
    "usa": "unitedstate",
}
"""Forms that news never explains and their long forms, both as `idea_key` makes them."""


class Idea(Small, frozen=True):
    """What a tag is about."""

    key: str
    name: str | None = None
    """As decided by the who's who or the owner; None: the commonest form."""
    entity_id: EntityId | None = None


@dataclass(frozen=True, slots=True)
class Ideas:
    """All that is known of the collection for telling ideas apart."""

    renames: Mapping[str, str]
    named: Mapping[tuple[StoryId, str], tuple[Entity, ...]]
    """Entities by story and key of a form."""
    whole: Mapping[str, tuple[Entity, ...]]
    """Entities by key of their name."""
    longer: Mapping[str, str]
    """Keys of acronyms to keys of their long forms."""

    def of(self, text: str, story_id: StoryId) -> Idea:
        """Tell the idea of a candidate."""
        own = idea_key(text)
        renamed = self.renames.get(own)
        key = idea_key(renamed) if renamed else own
        short, key = key, self.longer.get(key, key)
        if text.islower() and not renamed:
            return Idea(key)
        named = self.named
        entities = named.get((story_id, key)) or named.get((story_id, short)) or self.whole.get(key, ())
        if len(entities) != 1:
            return Idea(key, renamed)
        entity = entities[0]
        renamed = renamed or self.renames.get(idea_key(entity.name))
        return Idea(idea_key(renamed) if renamed else f"@{entity.id}", renamed or _best_name(entity), entity.id)


def _best_name(entity: Entity) -> str:
    """Give its name, or its longest other one where that has a colon or a word twice: `Quill Ada Quill`."""
    if _is_fit(entity.name):
        return entity.name
    others = sorted((alias.text for alias in entity.aliases), key=lambda text: (-len(text), text))
    return next(filter(_is_fit, others), entity.name)


def _is_fit(name: str) -> bool:
    words = name.lower().split()
    return not _ODD.search(name) and not any(len(word) > 3 and word in words[i + 2 :] for i, word in enumerate(words))


@lru_cache(maxsize=262144)
def idea_key(text: str) -> str:
    """Fold without word borders: `start-up`, `start up` and `Startups` are one."""
    return folded(text).replace(" ", "")


def folded(text: str) -> str:
    """Fold a tag as `text.fold` does, but for plurals that mean something else: `Aids` are no more `aid`."""
    return text.lower() if text.lower() in OTHER_IN_PLURAL else fold(text)


def ideas(stories: Sequence[Story], entities: Sequence[Entity], renames: Iterable[tuple[str, str]]) -> Ideas:
    """Collect what the collection says of its names and acronyms."""
    named: defaultdict[tuple[StoryId, str], list[Entity]] = defaultdict(list)
    whole: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        whole[idea_key(entity.name)].append(entity)
        for key in sorted({idea_key(form) for form in (entity.name, *(alias.text for alias in entity.aliases))}):
            for appearance in entity.appearances:
                named[appearance.story_id, key].append(entity)
    return Ideas(
        {idea_key(old): new for old, new in renames},
        {place: tuple(found) for place, found in named.items()},
        {key: tuple(found) for key, found in whole.items()},
        _acronyms(stories),
    )


def is_plural_name(text: str, story: str) -> bool:
    """Say whether a story has a plural in capitals only, inside a sentence too: the club `Anchors` is no `anchor`."""
    if not text.isalpha() or not text.istitle() or singular(text.lower()) == text.lower():
        return False
    inside = re.search(rf"(?<=[\w,] ){text}\b", story)
    return bool(inside) and len(re.findall(rf"\b{text}\b", story)) > 1 and not re.search(rf"\b{text.lower()}\b", story)


def _acronyms(stories: Iterable[Story]) -> dict[str, str]:
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for story in stories:
        for short, long in acronyms(story.text).items():
            meanings[idea_key(short)].add(idea_key(long))
    return SHORT_FORMS | {short: min(long) for short, long in meanings.items() if len(long) == 1}
