"""What is no name at all: words that were taken for a person once, and that the collection also writes small.

In: entities and all texts. Out: the entities without them. Limits: a single word that is said to hold an office, or
to speak, stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdigest.model import Entity

_WORD = re.compile(r"\w+")


def without_noise(entities: Sequence[Entity], texts: Sequence[str]) -> list[Entity]:
    """Drop single words taken for a person once, with nothing said of them, that the collection also writes small."""
    doubtful = {one.id: one.name.lower() for one in entities if _slight(one)}
    names = frozenset(doubtful.values())
    small = {word for text in texts for word in names.intersection(_WORD.findall(text))} if names else set()
    return [one for one in entities if doubtful.get(one.id) not in small]


def _slight(one: Entity) -> bool:
    once = sum(len(seen.mentions) for seen in one.appearances) == 1
    return one.kind == "person" and once and not (" " in one.name or one.roles or one.quotes)
