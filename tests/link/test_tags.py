"""One idea, one tag; tags of an article that differ; the owner's bans and renames."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link import tags
from newsdigest.model import Alias, Analysis, Appearance, Entity, EntityId, Keyword, Paragraph, Story, StoryId, Tag
from newsdigest.options import Options


def story_of(number: int, text: str = "") -> Story:
    saved = datetime(2024, 5, 1, tzinfo=UTC)
    name = f"s{number}"
    body = (Paragraph(text),)
    return Story(StoryId(name), name, name, "text", (), None, None, None, "saved", saved, "en", body, (), 1)


def analysis_of(number: int, *texts: str) -> Analysis:
    keywords = tuple(Keyword(text, 100.0 - 10 * place) for place, text in enumerate(texts))
    return Analysis(StoryId(f"s{number}"), (), (), (), (), keywords, ())


def entity_of(name: str, *aliases: str, stories: tuple[int, ...] = (0,), key: str = "") -> Entity:
    places = tuple(Appearance(StoryId(f"s{number}"), (0,)) for number in stories)
    forms = tuple(Alias(alias, "surname") for alias in aliases)
    return Entity(EntityId(key or name.lower().replace(" ", "-")), name, "person", forms, places, (), ())


def chosen(
    *candidates: tuple[str, ...],
    entities: tuple[Entity, ...] = (),
    renames: tuple[tuple[str, str], ...] = (),
    bans: tuple[str, ...] = (),
    limit: int = 8,
    texts: tuple[str, ...] = (),
) -> tuple[tuple[Tag, ...], list[list[str]], tuple[str, ...]]:
    """Give the tags, their names per story, and what matched nothing."""
    stories = [story_of(i, texts[i] if i < len(texts) else "") for i in range(len(candidates))]
    analyses = [analysis_of(i, *found) for i, found in enumerate(candidates)]
    found, slugs, unmatched = tags.choose(stories, analyses, entities, renames, bans, Options(tags=limit))
    name = {tag.slug: tag.name for tag in found}
    return found, [[name[slug] for slug in line] for line in slugs], unmatched


def names_of(*candidates: str, entities: tuple[Entity, ...] = (), limit: int = 8) -> list[str]:
    return chosen(candidates, entities=entities, limit=limit)[1][0]


def test_no_story_no_tag() -> None:
    assert chosen() == ((), [], ())


def test_tags_stand_in_the_order_of_their_worth() -> None:
    assert names_of("ferry", "harbour", "bridge") == ["ferry", "harbour", "bridge"]


def test_all_tags_are_listed_by_name() -> None:
    assert [tag.name for tag in chosen(("ferry", "Bridge", "harbour"))[0]] == ["Bridge", "ferry", "harbour"]


def test_an_article_has_no_more_tags_than_the_setting_says() -> None:
    assert len(names_of(*"abcdefghijkl", limit=6)) == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ferry", "Ferries"),
        ("rail-strike", "rail strike"),
        ("start-up", "startups"),
        ("the Quill Line", "Quill Line"),
        ("Quill's", "Quill"),
    ],
)
def test_forms_of_one_idea_are_one_tag_over_the_collection(one: str, other: str) -> None:
    found, names, _ = chosen((one,), (other,))
    assert len(found) == 1
    assert found[0].stories == ("s0", "s1")
    assert names[0] == names[1]


def test_a_club_is_not_the_thing_it_is_named_after() -> None:
    texts = ("Anchors won. The cup went to Anchors.", "An old anchor.")
    found, names, _ = chosen(("Anchors",), ("anchor",), texts=texts)
    assert names == [["Anchors"], ["anchor"]]
    assert [tag.slug for tag in found] == ["anchor-2", "anchor"]


def test_the_commonest_form_is_shown() -> None:
    assert chosen(("ferries",), ("ferry",), ("ferries",))[1] == [["ferries"]] * 3


def test_an_explained_acronym_and_its_long_form_are_one_tag() -> None:
    text = "The Union of Rail Workers (URW) met."
    found, _, _ = chosen(("URW",), ("Union of Rail Workers",), ("URW",), texts=(text,))
    assert [(tag.name, len(tag.stories)) for tag in found] == [("URW", 3)]


def test_an_acronym_that_means_two_things_stays_alone() -> None:
    texts = ("The Union of Rail Workers (URW) met.", "Ursa Radio Waves (URW) are heard.")
    assert len(chosen(("URW",), ("Union of Rail Workers",), texts=texts)[0]) == 2


def test_an_alias_becomes_the_name_of_the_entity() -> None:
    found, _, _ = chosen(("Quill",), entities=(entity_of("Ada Quill", "Quill"),))
    assert [(tag.name, tag.entity_id) for tag in found] == [("Ada Quill", "ada-quill")]


def test_an_alias_of_somebody_in_another_story_is_left_alone() -> None:
    found, _, _ = chosen(("Quill",), ("Quill",), entities=(entity_of("Ada Quill", "Quill", stories=(1,)),))
    assert [tag.name for tag in found] == ["Ada Quill", "Quill"]


def test_an_alias_that_two_people_of_one_story_share_is_nobody() -> None:
    two = (entity_of("Ada Quill", "Quill"), entity_of("Bob Quill", "Quill"))
    assert [(tag.name, tag.entity_id) for tag in chosen(("Quill",), entities=two)[0]] == [("Quill", None)]


def test_two_people_of_the_same_name_have_a_tag_each() -> None:
    two = (entity_of("Ada Quill", stories=(0,), key="a"), entity_of("Ada Quill", stories=(1,), key="b"))
    found, names, _ = chosen(("Ada Quill",), ("Ada Quill",), entities=two)
    assert names == [["Ada Quill"], ["Ada Quill"]]
    assert {tag.slug: tag.entity_id for tag in found} == {"a": "a", "b": "b"}


def test_a_word_in_lower_case_is_no_entity() -> None:
    assert chosen(("herons",), entities=(entity_of("Heron"),))[0][0].entity_id is None


@pytest.mark.parametrize(
    ("better", "worse", "kept"),
    [
        ("strike", "rail strike", ["rail strike"]),
        ("rail strike", "strike", ["rail strike"]),
        ("Ada", "Ada Quill", ["Ada Quill"]),
        ("Brimsea", "Brimsea bridge", ["Brimsea"]),
        ("Ada Quill", "Bob Quill", ["Ada Quill", "Bob Quill"]),
        ("art", "party", ["art", "party"]),
        ("AI", "Spain", ["AI", "Spain"]),
        ("rail strike", "bus strike", ["rail strike", "bus strike"]),
        ("rail strike", "rail fares", ["rail strike", "rail fares"]),
    ],
)
def test_no_tag_repeats_another_of_its_article(better: str, worse: str, kept: list[str]) -> None:
    assert names_of(better, worse) == kept


def test_two_kinds_of_one_thing_come_only_where_there_are_too_few_others() -> None:
    others = ("ferry", "harbour", "bridge", "council")
    assert names_of("rail strike", "bus strike", *others, "market", limit=5) == ["rail strike", *others]
    assert names_of("rail strike", "bus strike", *others[:2]) == ["rail strike", *others[:2], "bus strike"]


def test_what_two_tags_say_of_one_thing_may_stand_among_others() -> None:
    assert names_of("rail strike", "rail fares", "ferry", "harbour", "bridge", "council")[:2] == [
        "rail strike",
        "rail fares",
    ]


def test_a_name_of_the_who_is_who_is_not_replaced_by_a_fuller_phrase() -> None:
    assert names_of("Quill", "Quill Line", entities=(entity_of("Quill"),)) == ["Quill"]


def test_what_most_articles_have_stands_last() -> None:
    _, names, _ = chosen(("ferry", "bridge"), ("ferry", "soup"), ("ferry", "fish"), ("ferry", "port"))
    assert names == [["bridge", "ferry"], ["soup", "ferry"], ["fish", "ferry"], ["port", "ferry"]]


def test_a_tag_that_links_goes_before_one_that_is_nearly_as_good() -> None:
    candidates = ("ferry", "bridge"), ("bridge",), ("soup",), ("fish",), ("port",)
    assert chosen(*candidates)[1][0] == ["bridge", "ferry"]


def test_a_banned_tag_makes_room_for_the_next() -> None:
    assert chosen(("ferry", "bridge", "soup"), bans=("FERRIES",), limit=2)[1] == [["bridge", "soup"]]


def test_a_ban_finds_an_entity_by_its_name_too() -> None:
    assert chosen(("Quill", "soup"), entities=(entity_of("Ada Quill", "Quill"),), bans=("Ada Quill",))[1] == [["soup"]]


def test_a_renamed_tag_joins_what_has_that_name() -> None:
    found, names, _ = chosen(("ship", "port"), ("Ferry",), renames=(("Ships", "ferry"),))
    assert names == [["ferry", "port"], ["ferry"]]
    assert {tag.name: len(tag.stories) for tag in found} == {"ferry": 2, "port": 1}


def test_a_renamed_entity_keeps_its_identity() -> None:
    renames = (("Ada Quill", "The Mayor"),)
    found, _, _ = chosen(("Quill",), entities=(entity_of("Ada Quill", "Quill"),), renames=renames)
    assert [(tag.name, tag.entity_id) for tag in found] == [("The Mayor", "ada-quill")]


def test_bans_and_renames_that_match_nothing_are_given_back() -> None:
    unmatched = chosen(("ferry", "soup"), renames=(("ship", "boat"), ("Ferry", "boat")), bans=("SOUP", "fish"))[2]
    assert unmatched == ("ship", "fish")


@pytest.mark.parametrize("names", [("C", "C#", "C++"), ("!!!", "???"), ("R&D", "RD"), ("日本", "中国")])
def test_tags_of_odd_names_have_addresses_of_their_own(names: tuple[str, ...]) -> None:
    found, _, _ = chosen(*((name,) for name in names))
    assert len({tag.slug for tag in found}) == len(names)
    assert all(tag.slug for tag in found)


def test_addresses_of_programming_languages_do_not_depend_on_each_other() -> None:
    assert [tag.slug for tag in chosen(("C",), ("C#",), ("C++",))[0]] == ["c", "c-sharp", "c-plus-plus"]


WORDS = st.sampled_from(["ferry", "Ferries", "rail strike", "strike", "Ada Quill", "Quill", "C", "C++", "soup", "!"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=9), max_size=6))
def test_tags_and_stories_agree_whatever_the_candidates(candidates: list[list[str]]) -> None:
    people = (entity_of("Ada Quill", "Quill", stories=tuple(range(len(candidates)))),)
    found, names, _ = chosen(*map(tuple, candidates), entities=people)
    having = {tag.name: [f"s{i}" for i, line in enumerate(names) if tag.name in line] for tag in found}
    assert {tag.name: list(tag.stories) for tag in found} == having
    assert len({tag.slug for tag in found}) == len(found)
    assert all(len(set(line)) == len(line) <= 8 for line in names)
    assert all(bool(line) == bool(given_) for line, given_ in zip(names, candidates, strict=True))
