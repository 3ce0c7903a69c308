from __future__ import annotations

import pytest
from newsdigest.analyse import role_titles

from tests.analyse.reading import mentions, parsed
from tests.analyse.role_reading import words_of

pytestmark = pytest.mark.model
Found = list[tuple[str, str | None, tuple[str, ...]]]


def before(line: str, name: str = "Karl Weber") -> Found:
    _, doc = parsed(line)
    first = next(token for token in doc if token.idx == line.index(name))
    last = next(token for token in doc if token.idx + len(token.text) == line.index(name) + len(name))
    return [words_of(line, phrase) for phrase in role_titles.before(first, last, mentions(line))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Siemens chairman Karl Weber left.", ("Siemens chairman", "chairman", ("Siemens",))),
        ("Siemens’s chairman Karl Weber left.", ("Siemens’s chairman", "chairman", ("Siemens",))),
        ("The chairman, Karl Weber, left.", ("chairman", "chairman", ())),
        ("Former chairman Karl Weber left.", ("Former chairman", "Former chairman", ())),
        ("Attorney General Karl Weber left.", ("Attorney General", "Attorney General", ())),
        ("Mayor-elect Karl Weber left.", ("Mayor-elect", "Mayor-elect", ())),
        ("Secretary of State Karl Weber left.", ("Secretary of State", "Secretary of State", ())),
        ("Siemens’s Karl Weber left.", ("Siemens’s", None, ("Siemens",))),
        ("Judge Dr. Karl Weber left.", ("Judge", "Judge", ())),
    ],
)
def test_the_title_before_a_name(line: str, found: tuple[str, str | None, tuple[str, ...]]) -> None:
    assert before(line) == [found]


@pytest.mark.parametrize(
    "line",
    [
        "Nobody saw Karl Weber leave.",
        "A friend, Karl Weber, left.",
        "In Leeds Karl Weber left.",
        "After meeting the chairman, Karl Weber left the room.",
        "Among the guests were two mayors, Karl Weber, and a singer.",
        "They met the mayors Karl Weber and Laura Bennett.",
        "Karl Weber left.",
    ],
)
def test_what_is_no_title_gives_nothing(line: str) -> None:
    assert before(line) == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Award-winning thriller writer Karl Weber left.", "Award-winning thriller writer"),
        ("Hamburg-based strategist Karl Weber left.", "Hamburg-based strategist"),
        ("World 100m champion Karl Weber left.", "World 100m champion"),
        ("The longest-serving director, Karl Weber, left.", "longest-serving director"),
        ("Deputy prime minister Karl Weber left.", "Deputy prime minister"),
        ("HAMBURG - Mayor Karl Weber left.", "Mayor"),
        ("They met council member Karl Weber.", "council member"),
        ("They praised the way acting mayor Karl Weber left.", "acting mayor"),
        ("The Children’s Minister, Karl Weber, left.", "Children’s Minister"),
    ],
)
def test_a_title_is_whole_and_begins_where_it_begins(line: str, role: str) -> None:
    assert [found for _, found, _ in before(line)] == [role]


@pytest.mark.parametrize(
    ("line", "role", "organisations"),
    [
        ("Siemens president and chief executive Karl Weber left.", "president and chief executive", ("Siemens",)),
        ("The president and the chief executive, Karl Weber, left.", "chief executive", ()),
        ("United Federation of Teachers spokesman Karl Weber left.", "spokesman", ("United Federation of Teachers",)),
        ("Labor Party (LP) candidate Karl Weber left.", "candidate", ("Labor Party",)),
        ("It was former Siemens director Karl Weber.", "former Siemens director", ("Siemens",)),
        ("Ex-Siemens director Karl Weber left.", "Ex-Siemens director", ()),
        ("Health Minister Karl Weber left.", "Health Minister", ()),
        ("Coast Guard spokesman Lt. Karl Weber left.", "spokesman", ("Coast Guard",)),
        ("The head of the Kessler Foundation, Karl Weber, left.", "head", ("Kessler Foundation",)),
        ("The head of the office, Karl Weber, left.", "head of the office", ()),
    ],
)
def test_an_organisation_in_front_or_behind_of_is_told_apart(
    line: str, role: str, organisations: tuple[str, ...]
) -> None:
    found = before(line)
    assert [(words, names) for _, words, names in found] == [(role, organisations)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("One of its directors, Karl Weber, left.", "One of its directors"),
        ("One of the authors of the report, Karl Weber, left.", "One of the authors of the report"),
        ("It was one of Germany's best scientists, Karl Weber.", "one of Germany's best scientists"),
    ],
)
def test_one_of_several_stays_one_of_several(line: str, role: str) -> None:
    assert [words for _, words, _ in before(line)] == [role]


def test_a_person_in_front_of_a_title_is_part_of_it() -> None:
    line = "Bennett campaign manager Karl Weber met Laura Bennett, whom he knows."
    assert [role for _, role, _ in before(line)] == ["Bennett campaign manager"]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Her former rival, Senator Karl Weber, agreed.", ["Senator", "former rival"]),
        ("Another Siemens employee, attorney Karl Weber, agreed.", ["attorney", "employee"]),
    ],
)
def test_a_title_behind_another_is_a_second_role(line: str, roles: list[str]) -> None:
    assert [role for _, role, _ in before(line)] == roles


def test_somebody_can_be_introduced_by_a_name_given() -> None:
    assert before("A worker named Karl Weber agreed.") == [("A worker", "A worker", ())]
