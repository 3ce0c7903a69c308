"""Whom a surname means where two people of an article have it."""

from __future__ import annotations

import pytest
from newsdigest.link.person_namesakes import whom

from tests.link.naming import article, forms, rule, who


@pytest.mark.parametrize(
    ("places", "people", "expected"),
    [
        ([1, 2], [[0]], [0, 0]),
        ([1], [[0], [2]], [0]),
        ([2], [[0], [1]], [None]),
        ([0, 2], [[1], [3]], [0, 0]),
        ([0], [[1], [2]], [None]),
        ([3, 4], [[0, 2], [1]], [0, 0]),
        ([3, 5], [[0, 2], [1, 4]], [0, 1]),
        ([1, 3], [[0], [2, 4]], [0, None]),
        ([3], [[0], [1], [2]], [None]),
        ([4], [[0, 3], [1], [2]], [0]),
        ([3], [[0, 1], [2]], [None]),
        ([1, 2, 3, 4, 6, 7, 9], [[0], [5]], [0, 0, 0, 0, None, 0, 0]),
        ([1, 2, 3, 5, 7], [[0], [4]], [0, 0, 0, None, None]),
        ([1, 2, 3, 4, 8], [[0], [5, 7]], [0, 0, 0, 0, 1]),
        ([1, 2, 3, 4, 8], [[0], [5], [6]], [0, 0, 0, 0, None]),
    ],
    ids=str,
)
def test_a_surname_follows_the_name_that_was_repeated_to_tell_two_apart(
    places: list[int], people: list[list[int]], expected: list[int | None]
) -> None:
    assert [whom(places, people)[at] for at in places] == expected


def test_the_headline_goes_with_the_one_the_article_calls_so() -> None:
    text = "DOE RETURNS. Don Doe won. Doe wept. With Mike Doe."
    assert forms(who(article("a", text, "Don Doe | Mike Doe | Doe | DOE"))) == ["Don Doe = DOE, Doe", "Mike Doe"]


def test_a_repeated_full_name_says_who_is_meant() -> None:
    text = "Don Doe met Mike Doe. Doe left. Then Don Doe sat. Doe laughed."
    found = who(article("a", text, "Don Doe | Mike Doe | Doe"))
    assert forms(found) == ["Doe", "Don Doe = Doe", "Mike Doe"]
    assert found[0].notes == ("may be Don Doe or Mike Doe",)
    assert rule(found, "Doe") == "the Doe last named in full"


def test_the_surname_an_article_has_long_used_still_means_its_owner_after_a_relative_came() -> None:
    text = "Don Doe won. Doe sat. Doe ate. Doe sang. Doe left. His father Mike Doe wept. Doe said so to Roe. Doe spoke."
    found = who(article("a", text, "Don Doe | Mike Doe | Doe | Roe"))
    assert {one.name: one.appearances[0].mentions for one in found} == {
        "Don Doe": (0, 1, 2, 3, 4, 8), "Mike Doe": (5,), "Doe": (6,), "Roe": (7,),
    }  # fmt: skip
