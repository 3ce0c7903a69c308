"""Which sixth and later tags an article gets."""

from __future__ import annotations

import pytest
from newsdigest.link import tags
from newsdigest.model import Analysis, Entity, Keyword, StoryId
from newsdigest.options import Options

from tests.link.test_tags import entity_of, story_of

FIVE = tuple((text, 10.0) for text in ("Quill Line", "bridge", "council", "ferry", "rail strike"))


def sixth_of(*candidates: tuple[str, float], entities: tuple[Entity, ...] = ()) -> list[str]:
    keywords = tuple(Keyword(text, score) for text, score in (*FIVE, *candidates))
    analysis = Analysis(StoryId("s0"), (), (), (), (), keywords, ())
    found, (slugs,), _ = tags.choose([story_of(0)], [analysis], entities, (), (), Options())
    return [tag.name for slug in slugs for tag in found if tag.slug == slug][5:]


@pytest.mark.parametrize(
    ("text", "score", "kept"),
    [
        ("soup", 0.7, True),
        ("soup", 0.69, False),
        ("Brimsea", 0.6, False),
        ("strike", 3.0, True),
        ("strike", 2.9, False),
        ("rail", 9.0, True),
        ("Line", 9.0, False),
        ("strike of the Quill Line", 9.0, False),
    ],
)
def test_it_is_a_worthy_word_or_a_strong_part_of_a_phrase(text: str, score: float, kept: bool) -> None:
    assert sixth_of((text, score)) == ([text] if kept else [])


@pytest.mark.parametrize(("score", "kept"), [(0.5, ["Ada Quill"]), (0.49, [])])
def test_a_name_of_the_who_is_who_may_be_weaker(score: float, kept: list[str]) -> None:
    assert sixth_of(("Ada Quill", score), entities=(entity_of("Ada Quill"),)) == kept


@pytest.mark.parametrize(("score", "number"), [(0.7, 3), (0.69, 2), (0.1, 2)])
def test_from_the_third_on_a_tag_has_to_be_worth_it(score: float, number: int) -> None:
    keywords = (Keyword("bridge", 0.9), Keyword("ferry", 0.8), Keyword("soup", score))
    analysis = Analysis(StoryId("s0"), (), (), (), (), keywords, ())
    found, _, _ = tags.choose([story_of(0)], [analysis], [], (), (), Options())
    assert len(found) == number


def test_an_article_has_two_tags_however_weak() -> None:
    keywords = tuple(Keyword(text, 0.1) for text in ("bridge", "ferry", "soup"))
    analysis = Analysis(StoryId("s0"), (), (), (), (), keywords, ())
    found, _, _ = tags.choose([story_of(0)], [analysis], [], (), (), Options())
    assert [tag.name for tag in found] == ["bridge", "ferry"]


def test_only_one_part_of_a_phrase_stands_beside_it() -> None:
    assert sixth_of(("strike", 5.0), ("rail strike vote", 3.9)) == ["strike"]


def test_nothing_is_repeated_word_for_word() -> None:
    assert sixth_of(("strike of rail", 9.0), ("strikes on the rail", 9.0)) == []


def test_an_article_with_fewer_than_five_subjects_is_not_filled_up_with_their_parts() -> None:
    keywords = tuple(Keyword(text, 9.0) for text in ("rail strike", "strike", "rail"))
    analysis = Analysis(StoryId("s0"), (), (), (), (), keywords, ())
    (tag, *rest), _, _ = tags.choose([story_of(0)], [analysis], [], (), (), Options())
    assert (tag.name, rest) == ("rail strike", [])
