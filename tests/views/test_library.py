"""The edition with its cross-references: the texts, of which few are held."""

from __future__ import annotations

from dataclasses import replace

from newsdigest.model import Edition, Paragraph, StoryId
from newsdigest.options import Options
from newsdigest.text import story_id
from newsdigest.views import open_library
from newsdigest.views.library import HELD

from tests.sample import STORIES, edition, empty


def named(number: int) -> StoryId:
    return story_id(f"a/{number}")


def of(count: int) -> Edition:
    stories = (
        replace(STORIES[0], id=named(n), paragraphs=(Paragraph(f"Tide {n}."), Paragraph("Ebb."))) for n in range(count)
    )
    return replace(empty(), stories=tuple(stories), story_tags=((),) * count)


def test_every_text_is_that_of_its_story_also_where_more_are_asked_for_than_are_held() -> None:
    texts = open_library(of(2 * HELD), Options()).texts
    for _ in range(2):
        assert [texts[named(number)] for number in range(2 * HELD)] == [f"Tide {n}.\n\nEbb." for n in range(2 * HELD)]


def test_a_text_that_is_asked_for_again_and_again_is_made_once() -> None:
    texts = open_library(edition(), Options()).texts
    assert texts[STORIES[0].id] is texts[STORIES[0].id]


def test_the_texts_are_those_of_all_stories_and_no_others() -> None:
    texts = open_library(edition(), Options()).texts
    assert list(texts) == [story.id for story in STORIES]
    assert len(texts) == len(STORIES)
    assert named(1) not in texts
