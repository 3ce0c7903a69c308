"""The analysis as the scorer of people, organisations and quotations wants it: text in, plain lists out.

python score_people.py --predict people_adapter:people        (plugins/ and tests/quality/ on the path)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from newsdigest.analyse import entities, nlp, quotes, roles, sentences
from newsdigest.clean import clean
from newsdigest.model import Mention, Role, Source, Story
from newsdigest.options import Options

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def people(text: str) -> dict[str, list[object]]:
    """Give names, roles, organisations and quotations of one article, grouped within it."""
    story = story_of(text)
    doc = nlp.parse(story)
    mentions = entities.find(story, doc)
    stated = roles.find(story, doc, mentions)
    found = quotes.find(story, doc, sentences.split(story, doc), mentions, stated)
    persons = sorted({full_name(m.text, mentions) for m in mentions if m.kind == "person"})
    return {
        "persons": [{"name": name, "roles": list(_roles(name, stated, mentions))} for name in persons],
        "orgs": sorted({m.text for m in mentions if m.kind == "organisation"}),
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in found],
    }


def story_of(text: str) -> Story:
    """Clean a text as the site does, whether it is a body alone or a page as saved."""
    return clean(Source("article.txt", "txt", text, NOW), Options(), NOW)


def full_name(name: str, mentions: Iterable[Mention]) -> str:
    """Give the one longer name of the article that holds all words of this one."""
    words = set(name.split())
    longer = sorted({m.text for m in mentions if m.kind == "person" and words < set(m.text.split())})
    return longer[0] if len(longer) == 1 else name


def _roles(name: str, stated: Iterable[Role], mentions: tuple[Mention, ...]) -> Iterable[str]:
    return (role.text for role in stated if role.text and full_name(role.person, mentions) == name)
