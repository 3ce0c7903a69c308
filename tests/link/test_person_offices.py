"""Offices named before a name, and what they join."""

from __future__ import annotations

import pytest
from newsdigest.link.person_offices import offices
from newsdigest.model import Span

from tests.link.naming import article, forms, rule, who


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("President Doe spoke.", "Doe", {"President"}),
        ("the Prime Minister Jane Doe spoke.", "Jane Doe", {"Prime Minister"}),
        ("President-elect Doe spoke.", "Doe", {"President"}),
        ("Vice president Doe spoke.", "Doe", set()),
        ("President Roe met Doe.", "Doe", set()),
        ("Senator Doe spoke.", "Doe", set()),
    ],
)
def test_an_office_stands_directly_before_the_name(text: str, name: str, expected: set[str]) -> None:
    start = text.index(name)
    assert offices(text, [Span(start, start + len(name))]) == expected


def test_a_surname_joins_the_only_person_whom_other_articles_give_the_same_office() -> None:
    full = article("a", "President Jane Doe opened the bridge at Eastby.", "Jane Doe")
    found = who(full, article("b", "The budget of President Doe fell in the Senate.", "Doe"))
    assert forms(found) == ["Jane Doe = Doe"]
    assert rule(found, "Doe") == "the only Doe in an article that also says President"
    assert forms(who(full, article("b", "The budget of Governor Doe fell.", "Doe"))) == ["Doe", "Jane Doe"]
