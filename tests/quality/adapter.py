"""The pipeline as the quality scorers call it: plain functions of a text, one a scorer."""

from __future__ import annotations

from datetime import UTC, datetime

from newsdigest.clean import clean
from newsdigest.model import Source
from newsdigest.options import Options

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def seed(text: str) -> dict[str, object]:
    """Clean one text: what it states about itself, and its body, a line a paragraph."""
    story = clean(Source("article.txt", "txt", text, NOW), Options(), NOW)
    return {
        "title": story.title,
        "authors": list(story.byline),
        "date": story.published.date().isoformat() if story.published else None,
        "source": story.outlet,
        "body": "\n".join(p.text for p in story.paragraphs),
    }
