"""A text as its scorer gives it, a paragraph a line, as a story; and its offsets as the scorer counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from newsdigest.model import Paragraph, Span, Story, StoryId
from newsdigest.text import paragraph_spans

SAVED = datetime(2000, 1, 1, tzinfo=UTC)


def story_of(text: str) -> tuple[Story, Callable[[Span], list[int]]]:
    """Give the story of a text that needs no cleaning, and what turns a span of the story into one of the text."""
    lines = [(match.start(), match.group()) for match in re.finditer(r"\S[^\n]*(?<=\S)", text)]
    story = plain_story("a.txt", [line for _, line in lines])
    starts = [span.start for span in paragraph_spans(story.paragraphs)]

    def position(at: int) -> int:
        number = max(0, bisect_right(starts, at) - 1)
        return lines[number][0] + at - starts[number]

    return story, lambda span: [position(span.start), position(span.end - 1) + 1]


def plain_story(name: str, paragraphs: Sequence[str]) -> Story:
    """Make a story of paragraphs and nothing else."""
    return Story(
        id=StoryId(name), path=name, title="", title_origin="text", byline=(), outlet=None, url=None, published=None,
        published_origin="saved", saved=SAVED, lang="en", paragraphs=tuple(map(Paragraph, paragraphs)), removed=(),
        line_count=len(paragraphs),
    )  # fmt: skip
