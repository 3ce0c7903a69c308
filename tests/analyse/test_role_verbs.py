from __future__ import annotations

import pytest

from tests.analyse.reading import stated as roles_of

pytestmark = pytest.mark.model
Stated = tuple[str, str | None, str | None]


def of(line: str, person: str = "Laura Bennett") -> list[Stated]:
    return [found for found in roles_of(line) if found[0] == person]


@pytest.mark.parametrize(
    ("line", "role", "organisation"),
    [
        ("Laura Bennett was the chairwoman of Siemens.", "chairwoman", "Siemens"),
        ("Laura Bennett became a senator in May.", "senator", None),
        ("Laura Bennett was reinstated as director.", "director", None),
        ("Laura Bennett was elected chairwoman of Siemens.", "chairwoman", "Siemens"),
        ("The board elected Laura Bennett to be chairwoman of Siemens.", "chairwoman", "Siemens"),
        ("Karl Weber appointed Laura Bennett as director of Siemens.", "director", "Siemens"),
        ("Laura Bennett, who was appointed director of Siemens in May, agreed.", "director", "Siemens"),
        ("Laura Bennett will remain a director of Siemens.", "director", "Siemens"),
        ("Laura Bennett stepped down as chief executive of Siemens in May.", "chief executive", "Siemens"),
        ("Laura Bennett, who was chief executive of Siemens until 2012, agreed.", "chief executive", "Siemens"),
    ],
)
def test_a_statement_is_a_role(line: str, role: str, organisation: str | None) -> None:
    assert of(line) == [("Laura Bennett", role, organisation)]


def test_what_an_apposition_is_said_to_be_is_a_role_too() -> None:
    line = "Laura Bennett, an economist who is the director of the Kessler Foundation, agreed."
    assert of(line) == [("Laura Bennett", "economist", None), ("Laura Bennett", "director", "Kessler Foundation")]


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett would be a great mayor.",
        "Laura Bennett is not a member of the board.",
        "Laura Bennett will become chairwoman of Siemens.",
        "Laura Bennett may be the next director of Siemens.",
        "Laura Bennett never was a director of Siemens.",
        "The board might elect Laura Bennett to be chairwoman of Siemens.",
        "Siemens was not founded by Laura Bennett.",
        "Siemens would not hire Laura Bennett to lead its research.",
        "Laura Bennett would leave and join Siemens.",
        "Laura Bennett named Karl Weber director of Siemens.",
        "Laura Bennett, who appointed Karl Weber director of Siemens, agreed.",
    ],
)
def test_what_may_be_is_denied_or_somebody_elses_is_no_role(line: str) -> None:
    assert of(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett, who heads Siemens, left.",
        "Laura Bennett founded Siemens in 1990.",
        "Siemens was founded in 1990 by Laura Bennett.",
        "Siemens, led by Laura Bennett, grew.",
        "Founded in 1990 by Laura Bennett, Siemens is a big company.",
        "Siemens is a German company founded by Laura Bennett.",
        "Laura Bennett works for Siemens.",
        "Laura Bennett joined Siemens in May.",
        "Laura Bennett was hired by Siemens.",
        "Siemens hired Laura Bennett to lead its research.",
    ],
)
def test_a_verb_shows_the_organisation_only(line: str) -> None:
    assert of(line) == [("Laura Bennett", None, "Siemens")]


def test_who_teaches_somewhere_belongs_there() -> None:
    line = "Laura Bennett, who teaches law at Stanford University, agreed."
    assert of(line) == [("Laura Bennett", None, "Stanford University")]


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett wrote on Facebook that she agreed.",
        "Laura Bennett bought a car from Siemens.",
        "Laura Bennett met the heads of Siemens.",
        "Siemens was praised by Laura Bennett.",
        "Laura Bennett might work for Siemens.",
    ],
)
def test_other_verbs_show_nothing(line: str) -> None:
    assert of(line) == []
