"""The addresses of tags: made of the folded form, and moved by no newer article."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link.tags import choose
from newsdigest.link.tags_ideas import idea_key
from newsdigest.model import Alias, Analysis, Appearance, Entity, EntityId, Keyword, Paragraph, Story, StoryId
from newsdigest.options import Options

FIRST = datetime(2024, 5, 1, tzinfo=UTC)


def slugs_of(*articles: tuple[str, ...], entities: tuple[Entity, ...] = (), one_day: bool = False) -> dict[str, str]:
    """Give the slugs of the shown names; the candidates of the articles stand oldest first."""
    stories, analyses = [], []
    for number, texts in enumerate(articles):
        day, key = FIRST + timedelta(days=0 if one_day else number), StoryId(f"s{number}")
        body = (Paragraph(""),)
        stories.append(Story(key, key, key, "text", (), None, None, None, "saved", day, "en", body, (), 1))
        keywords = tuple(Keyword(text, 100.0 - place) for place, text in enumerate(texts))
        analyses.append(Analysis(key, (), (), (), (), keywords, ()))
    tags, _, _ = choose(stories[::-1], analyses[::-1], entities, (), (), Options(tags=8))
    return {tag.slug: tag.name for tag in tags}


def entity_of(key: str, name: str, *aliases: str) -> Entity:
    forms = tuple(Alias(alias, "surname") for alias in aliases)
    return Entity(EntityId(key), name, "person", forms, (Appearance(StoryId("s0"), (0,)),), (), ())


def test_a_commoner_plural_changes_the_name_and_not_the_address() -> None:
    assert slugs_of(("wind turbine",)) == {"wind-turbine": "wind turbine"}
    more = ("wind turbines",)
    assert slugs_of(("wind turbine",), more, more) == {"wind-turbine": "wind turbines"}
    assert slugs_of(more) == {"wind-turbine": "wind turbines"}


@pytest.mark.parametrize(("first", "slug"), [("start-up", "start-up"), ("startups", "startup")])
def test_of_two_spellings_the_oldest_makes_the_address(first: str, slug: str) -> None:
    assert list(slugs_of((first,), ("startups",), ("startup",), ("start-up",))) == [slug]


def test_a_name_of_the_whos_who_has_its_address_there() -> None:
    found = slugs_of(("Quill",), entities=(entity_of("ada-quill", "Ada Mary Quill", "Quill"),))
    assert found == {"ada-quill": "Ada Mary Quill"}


def test_of_two_equal_addresses_the_older_stays() -> None:
    apple = entity_of("apple", "Apple")
    assert slugs_of(("Apple",), ("apples",), entities=(apple,)) == {"apple": "Apple", "apple-2": "apples"}


def test_articles_of_one_day_give_addresses_in_the_order_of_their_paths() -> None:
    assert slugs_of(("!!!",), ("???",), one_day=True) == {"tag": "!!!", "tag-2": "???"}
    assert slugs_of(("???",), ("!!!",), one_day=True) == {"tag": "???", "tag-2": "!!!"}


def test_signs_are_spoken() -> None:
    assert slugs_of(("C", "C#", "C++", "R&D")) == {"c": "C", "c-plus-plus": "C++", "c-sharp": "C#", "r-and-d": "R&D"}


WORDS = st.sampled_from(["ferry", "Ferries", "rail strike", "rail-strikes", "railstrike", "C", "C++", "r&d", "!", "?"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=6).map(tuple), max_size=5), st.lists(WORDS, max_size=6).map(tuple))
def test_a_newer_article_gives_no_address_to_another_idea(old: list[tuple[str, ...]], new: tuple[str, ...]) -> None:
    before, after = slugs_of(*old), slugs_of(*old, new)
    assert {slug: idea_key(after.get(slug, name)) for slug, name in before.items()} == {
        slug: idea_key(name) for slug, name in before.items()
    }
