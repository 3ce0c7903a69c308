"""The names of people as their scorer wants them: texts in, for each a list of spans.

python eval_people.py --predict names_adapter:people        (plugins/ and tests/quality/ on the path)
"""

from __future__ import annotations

from collections.abc import Iterable

from newsdigest.analyse import entities, nlp
from plain_story import story_of


def people(texts: Iterable[str]) -> list[list[list[int]]]:
    """Find the people of each text."""
    return [list(_found(text)) for text in texts]


def _found(text: str) -> Iterable[list[int]]:
    story, back = story_of(text)
    return (back(m.span) for m in entities.find(story, nlp.parse(story)) if m.kind == "person")
