"""Helpers of these tests: an article of a few invented lines, parsed once, and what is found in it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from newsdigest.analyse import entities, nlp, quotes, roles, sentences
from newsdigest.model import Mention, Paragraph, ParagraphKind, Quote, Role, Sentence, Story, StoryId
from spacy.tokens import Doc


def story(*lines: str) -> Story:
    """Make an article; a line that starts with `# ` is a heading, with `~ ` an attribution."""
    return Story(
        id=StoryId("00000000-0000-5000-8000-000000000000"),
        path="a.txt",
        title="A title",
        title_origin="text",
        byline=(),
        outlet=None,
        url=None,
        published=None,
        published_origin="saved",
        saved=datetime(2024, 5, 1, tzinfo=UTC),
        lang="en",
        paragraphs=tuple(_paragraph(line) for line in lines),
        removed=(),
        line_count=len(lines),
    )


def _paragraph(line: str) -> Paragraph:
    kinds: dict[str, ParagraphKind] = {"# ": "heading", "~ ": "attribution"}
    kind = kinds.get(line[:2], "body")
    return Paragraph(line if kind == "body" else line[2:], kind)


@cache
def parsed(*lines: str) -> tuple[Story, Doc]:
    """Make and parse an article."""
    made = story(*lines)
    return made, nlp.parse(made)


@cache
def mentions(*lines: str) -> tuple[Mention, ...]:
    """Find the names."""
    return entities.find(*parsed(*lines))


def names(kind: str, *lines: str) -> list[str]:
    """Give the different names of a kind, sorted."""
    return sorted({mention.text for mention in mentions(*lines) if mention.kind == kind})


def split(*lines: str) -> tuple[Sentence, ...]:
    """Find the sentences."""
    return sentences.split(*parsed(*lines))


def stated(*lines: str) -> list[tuple[str, str | None, str | None]]:
    """Find the roles: person, role, organisation."""
    return [(role.person, role.text, role.organisation) for role in role_objects(*lines)]


def role_objects(*lines: str) -> tuple[Role, ...]:
    """Find the roles."""
    return roles.find(*parsed(*lines), mentions(*lines))


@cache
def quote_objects(*lines: str) -> tuple[Quote, ...]:
    """Find the quotations."""
    return quotes.find(*parsed(*lines), split(*lines), mentions(*lines), role_objects(*lines))


def said(*lines: str) -> list[tuple[str, str | None]]:
    """Find the quotations: words and speaker."""
    return [(quote.text, quote.speaker) for quote in quote_objects(*lines)]
