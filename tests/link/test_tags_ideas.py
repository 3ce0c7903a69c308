"""Which idea a text stands for in a story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from newsdigest.link.tags_ideas import Idea, idea_key, ideas, is_plural_name
from newsdigest.model import Alias, Appearance, Entity, EntityId, Paragraph, Story, StoryId

HERE, THERE = StoryId("here"), StoryId("there")


def story_of(story_id: StoryId, text: str) -> Story:
    saved = datetime(2024, 5, 1, tzinfo=UTC)
    body = (Paragraph(text),)
    return Story(story_id, "p", "t", "text", (), None, None, None, "saved", saved, "en", body, (), 1)


def entity_of(name: str, *aliases: str, at: StoryId = HERE) -> Entity:
    forms = tuple(Alias(alias, "surname") for alias in aliases)
    key = EntityId(name.lower().replace(" ", "-"))
    return Entity(key, name, "person", forms, (Appearance(at, (0,)),), (), ())


QUILL = entity_of("Ada Quill", "Quill")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("start-up", "Startups", True),
        ("start up", "startup", True),
        ("the Quill Line", "Quill Line's", True),
        ("C", "C++", False),
        ("aid", "Aids", False),
        ("AIDS", "Aids", True),
        ("ship", "shop", False),
    ],
)
def test_the_key_of_an_idea_knows_no_word_borders(one: str, other: str, same: bool) -> None:
    assert (idea_key(one) == idea_key(other)) is same


@pytest.mark.parametrize(
    ("short", "long"), [("EU", "European Union"), ("UAE", "United Arab Emirates"), ("UK", "Great Britain")]
)
def test_short_forms_that_news_never_explains_are_known(short: str, long: str) -> None:
    known = ideas([], [], [])
    assert known.of(short, HERE).key == known.of(long, HERE).key


def test_an_unknown_text_is_its_own_idea_without_a_decided_name() -> None:
    assert ideas([], [], []).of("rail strikes", HERE) == Idea("railstrike")


@pytest.mark.parametrize("form", ["Ada Quill", "ADA QUILL", "Quill", "Quill's"])
def test_any_form_of_an_entity_of_the_story_is_that_entity(form: str) -> None:
    assert ideas([], [QUILL], []).of(form, HERE) == Idea("@ada-quill", "Ada Quill", QUILL.id)


def test_the_full_name_of_an_entity_is_that_entity_in_any_story() -> None:
    assert ideas([], [QUILL], []).of("Ada Quill", THERE).entity_id == QUILL.id


def test_an_alias_is_nobody_in_a_story_that_does_not_name_the_entity() -> None:
    assert ideas([], [QUILL], []).of("Quill", THERE) == Idea("quill")


def test_lower_case_is_no_name() -> None:
    assert ideas([], [QUILL], []).of("quills", HERE) == Idea("quill")


def test_a_form_of_two_people_of_one_story_is_neither() -> None:
    assert ideas([], [QUILL, entity_of("Bob Quill", "Quill")], []).of("Quill", HERE) == Idea("quill")


def test_a_form_of_two_people_of_two_stories_is_the_one_of_this_story() -> None:
    known = ideas([], [QUILL, entity_of("Bob Quill", "Quill", at=THERE)], [])
    assert known.of("Quill", THERE).name == "Bob Quill"
    assert known.of("Quill", HERE).name == "Ada Quill"


def test_a_rename_decides_the_name() -> None:
    assert ideas([], [], [("Ships", "boat")]).of("ship", HERE) == Idea("boat", "boat")


def test_a_rename_of_a_name_keeps_the_entity() -> None:
    assert ideas([], [QUILL], [("ada quill", "Mayor")]).of("Quill", HERE) == Idea("mayor", "Mayor", QUILL.id)


def test_a_rename_may_lead_to_an_entity() -> None:
    assert ideas([], [QUILL], [("the mayor", "Ada Quill")]).of("mayor", HERE).entity_id == QUILL.id


def test_an_acronym_explained_anywhere_has_the_key_of_its_long_form() -> None:
    known = ideas([story_of(THERE, "The Union of Rail Workers (URW) met.")], [], [])
    assert known.of("URW", HERE) == known.of("Union of Rail Workers", HERE)


def test_an_acronym_with_two_meanings_has_its_own_key() -> None:
    texts = "The Union of Rail Workers (URW) met.", "The Ursa Radio Waves (URW) are heard."
    known = ideas([story_of(HERE, texts[0]), story_of(THERE, texts[1])], [], [])
    assert known.of("URW", HERE) == Idea("urw")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("U.S.", "USA"),
        ("US", "the united states"),
        ("UK", "United Kingdom"),
        ("UN", "United Nations"),
        ("Great Britain", "UK"),
    ],
)
def test_short_forms_that_nobody_explains_are_their_long_forms(short: str, long: str) -> None:
    known = ideas([], [], [])
    assert known.of(short, HERE).key == known.of(long, HERE).key


def test_an_entity_named_by_a_short_form_is_still_that_entity() -> None:
    council = entity_of("UN")
    assert ideas([], [council], []).of("UN", HERE).entity_id == council.id


@pytest.mark.parametrize(
    ("text", "story", "expected"),
    [
        ("Anchors", "Anchors won. The cup went to Anchors.", True),
        ("Anchors", "Anchors won. The cup went to Anchors, who sold their anchors.", False),
        ("Anchors", "Anchors are heavy. Anchors rust.", False),
        ("Anchors", "The cup went to Anchors.", False),
        ("anchors", "We saw anchors and more anchors.", False),
        ("Anchor", "Anchor won. The cup went to Anchor.", False),
        ("A+s", "", False),
    ],
)
def test_a_plural_in_capitals_only_is_a_name(text: str, story: str, expected: bool) -> None:
    assert is_plural_name(text, story) is expected


@pytest.mark.parametrize("name", ["Quill Ada Quill", "Ada: Quill", "Ada (Quill"])
def test_a_name_that_went_wrong_is_shown_in_its_longest_other_form(name: str) -> None:
    wrong = entity_of(name, "Quill", "Ada Quill")
    assert ideas([], [wrong], []).of("Quill", HERE).name == "Ada Quill"


def test_a_name_that_went_wrong_and_has_no_other_form_stays() -> None:
    assert ideas([], [entity_of("Ada: Quill")], []).of("Ada: Quill", HERE).name == "Ada: Quill"
