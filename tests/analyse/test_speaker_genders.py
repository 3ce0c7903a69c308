from __future__ import annotations

import pytest
from newsdigest.analyse import quote_marks, speaker_genders
from newsdigest.analyse.speaker_setting import setting

from tests.analyse.reading import mentions, parsed, role_objects, split


def shown(*lines: str) -> dict[str, str]:
    made, doc = parsed(*lines)
    known = setting(doc, split(*lines), mentions(*lines), role_objects(*lines), quote_marks.find(made))
    return dict(known.gender)


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "name", "gender"),
    [
        ("Laura Bennett opened a bakery in Leeds.", "Laura Bennett", "she"),
        ("Peter Hartmann opened a bakery in Leeds.", "Peter Hartmann", "he"),
        ("Mrs. Hartmann opened a bakery in Leeds.", "Hartmann", "she"),
        ("Mr Hartmann opened a bakery in Leeds.", "Hartmann", "he"),
        ("Lady Hartmann opened a bakery in Leeds.", "Hartmann", "she"),
        ("The bakery of Sir Peter Hartmann opened in Leeds.", "Peter Hartmann", "he"),
        ("Congresswoman Robin Hartmann opened a bakery in Leeds.", "Robin Hartmann", "she"),
    ],
)
def test_a_title_or_a_given_name_shows_the_gender(line: str, name: str, gender: str) -> None:
    assert shown(line).get(name) == gender


@pytest.mark.model
def test_a_title_weighs_more_than_a_given_name() -> None:
    lines = ("Peter Hartmann opened a bakery in Leeds.", "Mrs. Hartmann lives in Leeds.")
    assert shown(*lines) == {"Peter Hartmann": "she"}


@pytest.mark.model
def test_titles_that_contradict_each_other_leave_the_given_name() -> None:
    lines = ("Peter Hartmann opened a bakery.", "Mrs. Hartmann lives in Leeds.", "Mr. Hartmann lives in York.")
    assert shown(*lines) == {"Peter Hartmann": "he"}


@pytest.mark.model
def test_a_role_shows_the_gender() -> None:
    assert shown("Robin Hartmann, a spokeswoman for Siemens, came to Leeds.").get("Robin Hartmann") == "she"


@pytest.mark.model
def test_of_a_surname_alone_nothing_is_known() -> None:
    assert shown("Hartmann opened a bakery in Leeds, said Siemens.") == {}


def test_no_name_is_given_to_both() -> None:
    assert not speaker_genders.GIVEN_TO_MEN & speaker_genders.GIVEN_TO_WOMEN
    assert not speaker_genders.MEN & speaker_genders.WOMEN


@pytest.mark.parametrize("table", ["GIVEN_TO_MEN", "GIVEN_TO_WOMEN"])
def test_given_names_are_single_words_with_a_capital(table: str) -> None:
    assert all(name.isalpha() and name.istitle() for name in getattr(speaker_genders, table))
