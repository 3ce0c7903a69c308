"""Which articles belong together, and the reasons shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link import related as module
from newsdigest.link import related_vectors
from newsdigest.link.findings import Findings
from newsdigest.link.related import related
from newsdigest.link.versions import SHOWN, find_versions
from newsdigest.link.wording import runs, wordings
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
    return of_stories(stories, analyses, entities)


def of_stories(
    stories: list[Story], analyses: list[Analysis], entities: tuple[Entity, ...] = ()
) -> tuple[Related, ...]:
    read = wordings(stories, {})
    versions = find_versions([runs(read[story.id]) for story in stories], Findings())
    return related(stories, analyses, [() for _ in stories], entities, versions, read)


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


def test_who_writes_and_prints_the_articles_is_no_reason() -> None:
    stories = [replace(s, byline=("Ada Quill",), outlet="The Brimsea Post") for s in stories_of(STRIKE, TALKS)]
    line = tuple(Keyword(text, 1.0) for text in ("Brimsea Post", "night shifts", "rail strike"))
    analyses = [Analysis(s.id, (), (), (), (), line, ()) for s in stories]
    entities = (entity_of("Ada Quill", 0, 1), entity_of("Bob Reed", 0, 1))
    result = of_stories(stories, analyses, entities)
    assert {r.because for r in result} == {("shares Bob Reed, night shifts and rail strike",)}


def test_what_most_articles_name_is_no_reason() -> None:
    texts = [f"Report{n} from place{n} on item{n} and sum{n}." for n in range(module.FEW + 2)]
    everywhere = entity_of("Brimsea", *range(len(texts)))
    assert found(*texts, entities=(everywhere,)) == ()
    both = found(*texts, entities=(everywhere, entity_of("Ada Quill", 0, 1), entity_of("Bob Reed", 0, 1)))
    assert {r.because for r in both} == {("shares Ada Quill and Bob Reed",)}


@pytest.mark.parametrize(("names", "related_"), [(1, 0), (2, 2)])
def test_one_name_alone_makes_no_relatives_of_articles_that_are_else_unlike(
    names: int, related_: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ALONE", 1.0)
    entities = (entity_of("Ada Quill", 0, 1), entity_of("Bob Reed", 0, 1))[:names]
    assert len(found(STRIKE, SOUP, entities=entities)) == related_


def test_words_alone_are_no_reason() -> None:
    assert found(STRIKE, TALKS, SOUP) == ()


def test_two_versions_of_one_text_are_the_nearest_and_say_how_much_is_the_same() -> None:
    noted = f"An editor's note stands first here and tells nothing new at all. {LONG}"
    result = found(LONG, noted, STRIKE)
    assert pairs(result) == {("s0", "s1"), ("s1", "s0")}
    assert [r.because for r in result] == [("90 % the same text",), ("100 % the same text",)]


def test_what_versions_share_beside_the_text_is_said_first() -> None:
    result = found(LONG, LONG, entities=(entity_of("Ada Quill", 0, 1),))
    assert {r.because for r in result} == {("shares Ada Quill", "100 % the same text")}


def test_a_text_and_its_beginning_say_to_each_reader_how_much_is_known() -> None:
    tale = " ".join(f"word{n}" for n in range(100))
    result = found(tale, tale[: len(tale) // 2])
    assert [r.because for r in result] == [("98 % the same text",), ("50 % the same text",)]


def test_each_of_many_versions_names_others_and_says_so() -> None:
    result = found(*(f"{LONG} Version{n} ends here." for n in range(60)), STRIKE)
    assert all("% the same text" in r.because[0] for r in result)
    assert len({r.story_id for r in result}) == 60
    assert len(result) == 60 * SHOWN


def test_versions_leave_room_for_other_articles_and_stand_for_one_there() -> None:
    result = found(*[STRIKE] * 8, TALKS, keywords=(("rail strike",),) * 9)
    others = {r.story_id: r.other_id for r in result if "% the same text" not in r.because[-1]}
    assert others == {f"s{n}": "s8" for n in range(8)} | {"s8": "s0"}


def test_versions_make_a_name_no_more_common() -> None:
    people = (entity_of("Ada Quill", 0, 1, 2, 3, 4), entity_of("Bob Reed", 0, 4, 5))
    result = found(STRIKE, *[STRIKE] * 3, TALKS, SOUP, entities=people)
    because = {(r.story_id, r.other_id): r.because for r in result}
    assert because["s0", "s4"] == ("shares Ada Quill and Bob Reed",)


def test_what_is_not_read_still_counts_for_the_closest(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [STRIKE, TALKS, SOUP] * 4
    keywords = tuple(("rail strike",) if text != SOUP else ("soup",) for text in texts)
    whole = found(*texts, keywords=keywords)
    monkeypatch.setattr(related_vectors, "READ", 30)
    assert found(*texts, keywords=keywords) == whole


def test_a_story_has_five_relatives_at_most_the_best_first() -> None:
    texts = [f"Report{n} from place{n} on item{n} and sum{n}." for n in range(8)]
    result = found(*texts, keywords=(("rail strike",),) * 8)
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
