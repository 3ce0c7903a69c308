"""Applying corrections to articles."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from newsdigest.corrections import Curation, StoryCorrection
from newsdigest.curation import correct_story, unmatched_stories
from newsdigest.text import story_id

from tests.sample import STORIES

TIDE = STORIES[0]
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def corrections(**values: object) -> Curation:
    return Curation(stories=(StoryCorrection(TIDE.path, **values),))  # type: ignore[arg-type]


def test_an_article_without_corrections_stays_as_it_is() -> None:
    assert correct_story(TIDE, Curation()) is TIDE
    assert correct_story(TIDE, Curation(stories=(StoryCorrection("other.txt", title="x"),))) is TIDE
    assert correct_story(TIDE, corrections()) == TIDE


def test_a_corrected_title_and_date_say_that_they_are_corrections() -> None:
    found = correct_story(TIDE, corrections(title="New", date=WHEN))
    assert (found.title, found.title_origin) == ("New", "correction")
    assert (found.published, found.published_origin) == (WHEN, "correction")


def test_what_is_not_corrected_keeps_its_origin() -> None:
    found = correct_story(TIDE, corrections(source="The Ledger"))
    assert (found.title_origin, found.published_origin) == (TIDE.title_origin, TIDE.published_origin)
    assert found.outlet == "The Ledger"


@pytest.mark.parametrize("names", [("Ada Quill",), ()])
def test_authors_can_be_replaced_and_removed(names: tuple[str, ...]) -> None:
    assert correct_story(TIDE, corrections(author=names)).byline == names


def test_a_new_address_leaves_the_identity() -> None:
    found = correct_story(TIDE, corrections(url="https://new.example/x"))
    assert (found.url, found.id) == ("https://new.example/x", TIDE.id)


def test_an_identity_is_a_uuid_whatever_was_written() -> None:
    given = "6D0F7E3C-4F43-5C7E-9D5B-0F3D2F6A1C58"
    assert correct_story(TIDE, corrections(id=given)).id == given.lower()
    assert correct_story(TIDE, corrections(id="tide")).id == story_id("tide")
    assert uuid.UUID(correct_story(TIDE, corrections(id="tide")).id)


def test_the_text_is_never_touched() -> None:
    found = correct_story(
        TIDE, corrections(title="New", date=WHEN, author=(), source="x", url="https://x.example", id="y")
    )
    assert (found.paragraphs, found.removed, found.path) == (TIDE.paragraphs, TIDE.removed, TIDE.path)


@pytest.mark.parametrize(
    ("path", "warnings"),
    [
        ("a/tide.txt", ()),
        ("a/tied.txt", ('curation.toml: [article."a/tied.txt"] matches no file; did you mean a/tide.txt?',)),
        ("zzz", ('curation.toml: [article."zzz"] matches no file',)),
    ],
)
def test_a_section_on_no_file_is_a_warning_with_the_nearest(path: str, warnings: tuple[str, ...]) -> None:
    given = Curation(stories=(StoryCorrection(path, title="x"),))
    assert unmatched_stories(given, [story.path for story in STORIES]) == warnings
