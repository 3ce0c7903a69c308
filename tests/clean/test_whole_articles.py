"""Articles in unusual lines come out whole: wrapped without empty lines, or a conversation in short ones."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime

import pytest
from newsdigest.clean import clean
from newsdigest.model import Source, Story
from newsdigest.options import Options
from newsdigest.text import words

NOW = datetime(2026, 3, 9, tzinfo=UTC)
HEAD = "Old swimming hall to become a library\nBy Ada Brook\n3 May 2024\n"
PARAGRAPHS = (
    "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it. It "
    "will open again in two years, as a library with a cafe under its glass roof.",
    "Nobody was asked, said a swimmer who has come every morning for forty years, and she does not know where to go.",
    "The mayor said the hall had lost money since the day it opened. A new roof alone would cost more than all of the "
    "tickets sold in ten years, she said, and the boiler is older than she is. The basin will be kept for the "
    "children's books, and the diving board as a reminder of what the building was.",
    "Work begins in autumn, and is to last eighteen months.",
)
INTERVIEW = (
    "A swimmer remembers",
    "Q: When did you first come here?",
    "In 1949. My uncle took me.",
    "Q: And your uncle?",
    "He swam until he was ninety.",
    "Q: What did it cost?",
    "A coin, and you got soap for it.",
    "Q: Will you come back?",
    "They tell me that it will be a library, and I cannot read without my glasses, so what should I do in a library?",
    "Q: Have a coffee.",
    "That is what my sister says.",
)


def cleaned(text: str) -> Story:
    return clean(Source("a.txt", "txt", text, NOW), Options(), NOW)


@pytest.mark.parametrize("width", [65, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["", HEAD])
def test_a_wrapped_article_is_whole_with_and_without_empty_lines(width: int, between: str, head: str) -> None:
    story = cleaned(head + between + between.join(textwrap.fill(p, width) for p in PARAGRAPHS))
    whole = [word for paragraph in PARAGRAPHS for word in words(paragraph)]
    assert words(story.text) == whole


def test_a_conversation_in_short_lines_is_whole() -> None:
    story = cleaned("\n".join(INTERVIEW))
    assert [paragraph.text for paragraph in story.paragraphs] == list(INTERVIEW[1:])
    assert story.title == INTERVIEW[0]
