"""The owner's corrections, and what they do to an article.

`file` reads content/curation.toml, `unmatched` finds what has no effect any more. People, organisations and tags are
corrected where all articles are linked.
"""

from __future__ import annotations

import uuid
from dataclasses import replace

from newsdigest.corrections import Curation, StoryCorrection
from newsdigest.curation.file import load, parse
from newsdigest.curation.unmatched import unmatched_lines, unmatched_outlets, unmatched_stories
from newsdigest.model import Story, StoryId
from newsdigest.text import story_id

__all__ = ["correct_story", "load", "parse", "unmatched_lines", "unmatched_outlets", "unmatched_stories"]


def correct_story(story: Story, curation: Curation) -> Story:
    """Apply what the owner states about this article. A new address leaves the identity; only `id` changes it."""
    return next((_corrected(story, one) for one in curation.stories if one.path == story.path), story)


def _corrected(story: Story, one: StoryCorrection) -> Story:
    return replace(
        story,
        id=_identity(one.id) if one.id else story.id,
        title=one.title or story.title,
        title_origin="correction" if one.title else story.title_origin,
        byline=story.byline if one.author is None else one.author,
        outlet=one.source or story.outlet,
        url=one.url or story.url,
        published=one.date or story.published,
        published_origin="correction" if one.date else story.published_origin,
        byline_origin=story.byline_origin if one.author is None else "correction",
        outlet_origin="correction" if one.source else story.outlet_origin,
        url_origin="correction" if one.url else story.url_origin,
    )


def _identity(given: str) -> StoryId:
    """Take a UUID as it is; make one of any other text."""
    try:
        return StoryId(str(uuid.UUID(given)))
    except ValueError:
        return story_id(given)
