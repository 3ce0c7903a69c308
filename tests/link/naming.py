"""Small collections for the tests of names: a text and the names to be found in it, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from newsdigest.link.entities import group
from newsdigest.model import Analysis, Entity, Kind, Mention, Paragraph, Quote, Role, Span, Story, StoryId

SAVED = datetime(2026, 3, 9, tzinfo=UTC)
Article = tuple[Story, Analysis]


def article(
    key: str, text: str, people: str = "", houses: str = "", places: str = "", days: int = 0, **given: str
) -> Article:
    """Make an article; its names are given in one string each, parted by `|`, and found wherever they stand.

    `role` and `quote` name the form (one of the names) that a role or a quotation belongs to.
    """
    kinds: dict[Kind, str] = {"person": people, "organisation": houses, "place": places}
    names = {name.strip(): kind for kind, row in kinds.items() for name in row.split("|") if name.strip()}
    longest = sorted(names, key=lambda name: (-len(name), name))
    found = re.finditer("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest) or r"(?!)", text)
    mentions = tuple(Mention(Span(*m.span()), m[0], names[m[0]]) for m in found)
    story = Story(
        id=StoryId(key), path=f"{key}.txt", title=key, title_origin="text", byline=(), outlet=None, url=None,
        published=SAVED - timedelta(days=days), published_origin="text", saved=SAVED, lang="en",
        paragraphs=(Paragraph(text),), removed=(), line_count=1,
    )  # fmt: skip
    whole = Span(0, len(text))
    roles = (Role(whole, given["role_text"], given["role"], None),) if "role" in given else ()
    quotes = (Quote(whole, text, given["quote"], "said", "named"),) if "quote" in given else ()
    return story, Analysis(story.id, (), mentions, roles, quotes, (), ())


def who(*articles: Article) -> list[Entity]:
    """Group the names of some articles, given newest first."""
    return list(group(tuple(story for story, _ in articles), tuple(analysis for _, analysis in articles)))


def forms(entities: Sequence[Entity]) -> list[str]:
    """Show each entity as its name and its other forms: `Jane Doe = Doe, Ms. Doe`."""
    return [
        " = ".join([one.name, *([", ".join(a.text for a in one.aliases)] if one.aliases else [])]) for one in entities
    ]


def rule(entities: Sequence[Entity], form: str) -> str:
    """Say why a form was joined."""
    return next(alias.rule for one in entities for alias in one.aliases if alias.text == form)
