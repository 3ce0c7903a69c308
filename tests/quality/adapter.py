"""The pipeline as the quality scorers call it: plain functions of a text, one a scorer."""

from __future__ import annotations

from datetime import UTC, datetime

from newsdigest import read
from newsdigest.clean import clean
from newsdigest.model import Source, Story
from newsdigest.options import Options

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def seed(text: str) -> dict[str, object]:
    """Clean one text: what it states about itself, and its body, a line a paragraph."""
    return told(clean(Source("article.txt", "txt", text, NOW), Options(), NOW))


def page(html: str, url: str) -> dict[str, object]:  # a saved page does not know where it was found
    """Read and clean one saved page."""
    (found,) = read.FORMATS["html"](html.encode("utf-8", "replace"), Options())
    source = Source("a.html", "html", found.text, NOW, found.notes, found.stated, found.frame, found.headings)
    return told(clean(source, Options(), NOW))


def told(story: Story) -> dict[str, object]:
    """Give a story as the scorers want it."""
    return {
        "title": story.title,
        "authors": list(story.byline),
        "date": story.published.date().isoformat() if story.published else None,
        "source": story.outlet,
        "body": "\n".join(p.text for p in story.paragraphs),
    }
