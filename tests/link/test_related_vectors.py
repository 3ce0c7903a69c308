"""Stories as vectors of their strongest terms, and how alike two of them are."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link import related_vectors as module
from newsdigest.link.related_vectors import STRONGEST, Vector, nearest, vectors

SHARES = {"words": 0.7, "names": 0.3}
TERMS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([1.0, 1.7, 2.1]), max_size=8)


def of_words(*bags: dict[str, float]) -> list[Vector]:
    return vectors({"words": bags}, {"words": 1.0})


def cosine(one: Vector, two: Vector) -> float:
    return sum(weight * two.get(term, 0.0) for term, weight in one.items())


def test_each_kind_has_its_share_of_the_length() -> None:
    (first, _) = vectors({"words": [{"sea": 1, "ship": 2}, {"sea": 1}], "names": [{"ann": 1}, {}]}, SHARES)
    assert math.hypot(first["words sea"], first["words ship"]) == pytest.approx(math.sqrt(0.7))
    assert first["names ann"] == pytest.approx(math.sqrt(0.3))


def test_a_term_counts_more_the_fewer_stories_have_it() -> None:
    first, *_ = of_words({"sea": 1, "kelp": 1}, {"sea": 1}, {"sea": 1})
    assert first["words kelp"] > first["words sea"]


def test_the_strongest_terms_are_kept_of_equals_the_first_by_letter() -> None:
    bag = {f"word{number:03}": 1.0 for number in reversed(range(STRONGEST + 9))}
    (only,) = of_words({**bag, "ship": 2.0})
    assert list(only) == ["words ship", *(f"words word{number:03}" for number in range(STRONGEST - 1))]


def test_a_story_without_terms_is_like_none() -> None:
    assert list(nearest(of_words({"sea": 1}, {}, {"sea": 2}))) == [{2: 1.0}, {}, {0: 1.0}]


def test_what_too_many_stories_have_makes_none_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_LIST", 2)
    alike = list(nearest(of_words(*[{"sea": 1.0}] * 3, *[{"kelp": 1.0}] * 2)))
    assert [sorted(one) for one in alike] == [[], [], [], [4], [3]]


def test_of_what_is_not_read_only_the_closest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "READ", 2)
    monkeypatch.setattr(module, "CLOSEST", 1)
    made = of_words({"kelp": 1, "sea": 1}, {"kelp": 1, "sea": 1}, {"sea": 1}, {"rain": 1})
    first, *_ = nearest(made)
    assert first == {1: pytest.approx(1.0)}


@pytest.mark.parametrize(("closest", "told"), [(1, [0]), (2, [0, 1]), (3, [0, 1, 2]), (9, [0, 1, 2])])
def test_of_those_that_are_equally_close_the_first_are_told(
    monkeypatch: pytest.MonkeyPatch, closest: int, told: list[int]
) -> None:
    monkeypatch.setattr(module, "READ", 4)
    monkeypatch.setattr(module, "CLOSEST", closest)
    same = {"kelp": 1.0, "sea": 1.0}
    *_, last = nearest(of_words(same, same, same, same))
    assert list(last) == told


@settings(max_examples=60, deadline=None)
@given(st.lists(TERMS, max_size=7))
def test_the_likeness_of_any_two_is_the_cosine_of_their_vectors(bags: list[dict[str, float]]) -> None:
    made = of_words(*bags)
    for i, alike in enumerate(nearest(made)):
        others = {j: cosine(made[i], two) for j, two in enumerate(made) if j != i}
        assert alike == {j: pytest.approx(value) for j, value in others.items() if value}
