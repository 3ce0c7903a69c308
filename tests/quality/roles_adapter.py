"""The roles as their scorer wants them: texts in, plain lists out.

python eval_roles.py --task roles --predict roles_adapter:roles        (plugins/ and tests/quality/ on the path)
python eval_roles.py --task affil --predict roles_adapter:affiliations
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdigest.analyse import entities, nlp
from newsdigest.analyse import roles as stated
from newsdigest.model import Mention, Role
from plain_story import plain_story


def roles(texts: Sequence[str]) -> list[list[dict[str, object]]]:
    """Give for each named person all words beside the name that say who it is, each word of the text once."""
    return [list(_described(text)) for text in texts]


def affiliations(texts: Sequence[str]) -> list[list[dict[str, str]]]:
    """Give the organisations that people are said to belong to."""
    found = ([(role.person, role.organisation) for role in _read(text)[1] if role.organisation] for text in texts)
    return [[{"person": person, "org": organisation} for person, organisation in dict.fromkeys(one)] for one in found]


def _described(text: str) -> Iterator[dict[str, object]]:
    mentions, found = _read(text)
    for name in (mention.span for mention in mentions if mention.kind == "person"):
        own_roles = (r for r in found if r.person == text[name.start : name.end])
        spans = [r.span for r in own_roles if r.span.start <= name.start and name.end <= r.span.end]
        own = {i for span in spans for i in range(span.start, span.end) if not name.start <= i < name.end}
        if own:
            words = "".join(text[i] + ("" if i + 1 in own else " ") for i in sorted(own))
            yield {"person": [name.start, name.end], "role": words}


def _read(text: str) -> tuple[tuple[Mention, ...], tuple[Role, ...]]:
    story = plain_story("a.txt", text.split("\n\n"))
    doc = nlp.parse(story)
    mentions = entities.find(story, doc)
    return mentions, stated.find(story, doc, mentions)
