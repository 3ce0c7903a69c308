from __future__ import annotations

import pytest
from newsdigest.analyse import role_phrases

from tests.analyse.reading import mentions, parsed
from tests.analyse.role_reading import words_of

pytestmark = pytest.mark.model
Found = list[tuple[str, str | None, tuple[str, ...]]]


def after(line: str, name: str = "Karl Weber") -> Found:
    _, doc = parsed(line)
    last = next(token for token in doc if token.idx + len(token.text) == line.index(name) + len(name))
    return [words_of(line, phrase) for phrase in role_phrases.after(last, mentions(line))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Karl Weber, chairman of Siemens, left.", [("chairman of Siemens", "chairman", ("Siemens",))]),
        ("Karl Weber, the chairman, left.", [("the chairman", "chairman", ())]),
        ("Karl Weber (chairman of Siemens) left.", [("chairman of Siemens", "chairman", ("Siemens",))]),
        ("Karl Weber, a member of the board, left.", [("a member of the board", "a member of the board", ())]),
        ("Karl Weber, one of the directors, left.", [("one of the directors", "one of the directors", ())]),
        ("Karl Weber - chairman of Siemens - left.", [("chairman of Siemens", "chairman", ("Siemens",))]),
    ],
)
def test_the_apposition_behind_a_name(line: str, found: Found) -> None:
    assert after(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "Karl Weber, the son of a baker, left.",
        "Karl Weber, who was late, left.",
        "Karl Weber, of course, left.",
        "Karl Weber left, chairman or not.",
        "Karl Weber, in a letter to the chairman, agreed.",
        "Karl Weber, however, left.",
        "Karl Weber, became chairman at last.",
        "According to Karl Weber, the driver is ill.",
        "After Karl Weber, the latest figures came as a shock.",
        "Karl Weber",
    ],
)
def test_what_is_no_apposition_gives_nothing(line: str) -> None:
    assert after(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Karl Weber, 45, chairman of Siemens, left.",
        "Karl Weber (45), chairman of Siemens, left.",
        "Karl Weber (pictured), chairman of Siemens, left.",
        "Karl Weber (born 1950), chairman of Siemens, left.",
        "Karl Weber (D-Ohio), chairman of Siemens, left.",
        "Karl Weber, R-Ohio, chairman of Siemens, left.",
    ],
)
def test_age_picture_and_party_are_stepped_over(line: str) -> None:
    assert [role for _, role, _ in after(line)] == ["chairman"]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Karl Weber, director of Siemens and a former mayor, left.", ["director", "a former mayor"]),
        ("Karl Weber, director of Siemens, and mayor of Hamburg, left.", ["director", "mayor of Hamburg"]),
        ("Karl Weber, president and chief executive of Siemens, left.", ["president and chief executive"]),
        ("Karl Weber, director of Siemens and Volkswagen, left.", ["director"]),
    ],
)
def test_roles_joined_by_and_are_told_apart(line: str, roles: list[str]) -> None:
    assert [role for _, role, _ in after(line)] == roles


def test_the_title_of_the_next_person_is_not_the_first_ones() -> None:
    assert after("Karl Weber, chairwoman Laura Bennett and two guests met.") == []


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("Karl Weber of Siemens left.", "of Siemens"),
        ("Karl Weber (Siemens) left.", "(Siemens)"),
        ("Karl Weber, 45, of the Kessler Foundation, left.", "of the Kessler Foundation"),
        ("Karl Weber of the Hamburg law firm of Siemens left.", "of the Hamburg law firm of Siemens"),
        ("Karl Weber at the Kessler Foundation said no.", "at the Kessler Foundation"),
    ],
)
def test_an_organisation_beside_a_name_is_where_somebody_belongs(line: str, statement: str) -> None:
    found = after(line)
    assert [(whole, role) for whole, role, _ in found] == [(statement, None)]
    assert found[0][2][0] in statement


def test_a_place_where_somebody_was_met_is_no_affiliation() -> None:
    assert after("She bought a car for Karl Weber from Siemens.") == []


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("Karl Weber (D-Ohio) left.", ")"),
        ("Karl Weber (R) left.", ")"),
        ("Karl Weber (Vt.) left.", ")"),
        ("Karl Weber, D-Ohio, left.", "Ohio"),
        ("Karl Weber (Siemens) left.", "Weber"),
        ("Karl Weber, 45, left.", "Weber"),
        ("Karl Weber", "Weber"),
    ],
)
def test_a_lawmakers_party_and_state_belong_to_the_name(line: str, last: str) -> None:
    _, doc = parsed(line)
    assert doc[role_phrases.behind_party(doc[1])].text == last
