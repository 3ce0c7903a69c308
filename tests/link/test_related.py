"""Which articles belong together, and the reasons shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link import related as module
from newsdigest.link.related import related
from newsdigest.model import Analysis, Appearance, Entity, EntityId, Keyword, Paragraph, Related, Story, StoryId

STRIKE = "Train drivers walked out over night shifts, and the rail strike emptied every platform in Brimsea."
TALKS = "The drivers' union and the railway met again; the rail strike over night shifts may end on Friday."
SOUP = "A tomato soup with basil won the harbour kitchen's contest, to the surprise of its cook."
LONG = " ".join(f"Word{n} of the report number{n % 7} says that item{n * 3} costs sum{n * 5}." for n in range(12))


def stories_of(*texts: str) -> list[Story]:
    saved = datetime(2024, 5, 1, tzinfo=UTC)
    return [
        Story(
            StoryId(f"s{n}"),
            f"s{n}",
            f"s{n}",
            "text",
            (),
            None,
            None,
            None,
            "saved",
            saved,
            "en",
            (Paragraph(text),),
            (),
            1,
        )
        for n, text in enumerate(texts)
    ]


def found(
    *texts: str, keywords: tuple[tuple[str, ...], ...] = (), entities: tuple[Entity, ...] = ()
) -> tuple[Related, ...]:
    stories = stories_of(*texts)
    lines = [keywords[n] if n < len(keywords) else () for n in range(len(texts))]
    analyses = [
        Analysis(story.id, (), (), (), (), tuple(Keyword(text, 1.0) for text in line), ())
        for story, line in zip(stories, lines, strict=True)
    ]
    return related(stories, analyses, [() for _ in stories], entities)


def entity_of(name: str, *stories: int) -> Entity:
    places = tuple(Appearance(StoryId(f"s{n}"), (0,)) for n in stories)
    return Entity(EntityId(name.lower().replace(" ", "-")), name, "person", (), places, (), ())


def pairs(result: tuple[Related, ...]) -> set[tuple[str, str]]:
    return {(r.story_id, r.other_id) for r in result}


def test_no_story_and_one_story_have_no_relatives() -> None:
    assert found() == ()
    assert found(STRIKE) == ()


def test_two_stories_of_one_subject_are_related_both_ways() -> None:
    keywords = ("rail strike", "night shifts"), ("rail strike",), ("tomato soup",)
    assert pairs(found(STRIKE, TALKS, SOUP, keywords=keywords)) == {("s0", "s1"), ("s1", "s0")}


def test_what_is_shared_is_named() -> None:
    keywords = ("rail strike", "night shifts"), ("Rail strikes", "soup"), ("tomato soup",)
    result = found(STRIKE, TALKS, SOUP, keywords=keywords, entities=(entity_of("Ada Quill", 0, 1),))
    assert [r.because for r in result] == [
        ("shares Ada Quill and rail strike",),
        ("shares Ada Quill and Rail strikes",),
    ]


def test_the_rarest_is_named_first_and_three_at_most() -> None:
    people = (entity_of("Ada Quill", 0, 1, 2), entity_of("Bob Reed", 0, 1), entity_of("Cy Stone", 0, 1))
    result = found(STRIKE, TALKS, SOUP, keywords=(("rail strike", "Brimsea"),) * 2, entities=people)
    assert result[0].because == ("shares Bob Reed, Cy Stone and Brimsea",)


def test_a_reason_does_not_say_the_same_twice() -> None:
    keywords = (("strike", "rail strike"),) * 2
    assert len(found(STRIKE, TALKS, keywords=keywords)[0].because[0].split(" and ")) == 1


def test_words_alone_are_no_reason() -> None:
    assert found(STRIKE, TALKS, SOUP) == ()


def test_two_versions_of_one_text_are_the_nearest_and_say_so() -> None:
    result = found(LONG, f"An editor's note stands first here. {LONG}", STRIKE)
    assert pairs(result) == {("s0", "s1"), ("s1", "s0")}
    assert {r.because for r in result} == {("same text for the most part",)}
    assert all(r.score > 0.9 for r in result)


def test_a_text_and_its_beginning_are_two_versions() -> None:
    assert found(LONG, LONG[: len(LONG) // 2])[0].because == ("same text for the most part",)


def test_each_of_many_versions_finds_others_and_says_so() -> None:
    result = found(*(f"{LONG} Version{n} ends here." for n in range(60)), STRIKE)
    assert {r.because for r in result} == {("same text for the most part",)}
    assert len({r.story_id for r in result}) == 60


def test_what_is_not_read_still_counts_for_the_closest(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [STRIKE, TALKS, SOUP] * 4
    keywords = tuple(("rail strike",) if text != SOUP else ("soup",) for text in texts)
    whole = found(*texts, keywords=keywords)
    monkeypatch.setattr(module, "READ", 30)
    assert found(*texts, keywords=keywords) == whole


@pytest.mark.parametrize("copies", [40, 160])
def test_the_pairs_held_against_each_other_grow_with_the_stories(copies: int) -> None:
    shingled = [frozenset(range(0, 40, 4)) for _ in range(copies)]
    twins = module._twins(shingled)
    assert sum(map(len, twins.values())) <= 2 * module.BESIDE * copies
    assert set(twins) == set(range(copies))


def test_a_story_has_five_relatives_at_most_the_best_first() -> None:
    result = found(*[STRIKE, TALKS] * 5, keywords=(("rail strike",),) * 10)
    mine = [r for r in result if r.story_id == "s0"]
    assert len(mine) == 5
    assert mine == sorted(mine, key=lambda r: (-r.score, r.other_id))


def test_stories_keep_their_order() -> None:
    result = found(STRIKE, TALKS, STRIKE, keywords=(("rail strike",),) * 3)
    assert [r.story_id for r in result] == sorted(r.story_id for r in result)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([STRIKE, TALKS, SOUP, LONG, "", "!", "a b c d e"]), max_size=7))
def test_any_collection_relates_each_story_to_others_only_and_to_each_once(texts: list[str]) -> None:
    result = found(*texts, keywords=(("rail strike",),) * len(texts))
    assert all(r.story_id != r.other_id and 0 < r.score <= 1 and r.because for r in result)
    assert len(pairs(result)) == len(result)
