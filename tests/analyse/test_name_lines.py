from __future__ import annotations

import pytest
from newsdigest.analyse.name_lines import (
    contents,
    headlines,
    in_capitals,
    is_believed,
    is_headline,
    is_lost_in_capitals,
    menus,
)
from newsdigest.analyse.name_shapes import Proposal
from newsdigest.model import Kind

from tests.analyse.reading import names, parsed, story


def test_headlines_are_given_by_where_they_stand() -> None:
    made = story("# Rain Falls on Acmeton", "Rain fell on the whole of the town.", "Nothing Happens When Nobody Leaves")
    assert [made.text[s.start : s.end] for s in headlines(made)] == [
        "Rain Falls on Acmeton",
        "Nothing Happens When Nobody Leaves",
    ]


MENU = ["Home", "About us", "Paper Crafts", "The Weaver Club", "Toys", "Contact"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Rain fell on the town.", *MENU, "Rain fell again."], {1, 2, 3, 4, 5, 6}),
        (MENU[:5], set()),
        ([*MENU[:3], "It rained.", *MENU[3:]], set()),
        ([f"{line} 2" for line in MENU], set()),
    ],
)
def test_many_short_lines_in_a_row_are_a_menu(lines: list[str], found: set[int]) -> None:
    assert menus(lines) == found


TITLES = [
    "1. Who Pays for the Harbour Wall? (May 3, 2021)",
    "2. Wexcombe Again (May 5, 2021)",
    "3. Wexcombe Redux (May 7, 2021) (Johanna Brandvold)",
    "4. The Mill and Its Owners (May 8, 2021)",
    "5. Lessons of the Flood (June 1, 2021)",
    "6. A Vote That Nobody Wanted (June 2, 2021)",
]
WINNERS = [f"{place}. Johanna Brandvold (Norway) 1:24.{place}" for place in range(1, 7)]
FIRMS = [f"{place}. Harbour Mills, maker of flour, Acmeton" for place in range(1, 7)]
STEPS = [f"{place}. Heat the Acme oven to {place}00 degrees and wait" for place in range(1, 7)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Rain fell.", *TITLES, "Rain fell again."], {1, 2, 3, 4, 5, 6}),
        (TITLES[:5], set()),
        (WINNERS, set()),
        (FIRMS, set()),
        (STEPS, set()),
    ],
)
def test_a_numbered_list_in_title_case_is_one_of_titles(lines: list[str], found: set[int]) -> None:
    assert contents(lines) == found


@pytest.mark.model
def test_a_list_of_titles_names_nobody_but_apart() -> None:
    assert names("person", *TITLES) == ["Johanna Brandvold"]


@pytest.mark.model
def test_a_menu_names_nobody_but_in_full() -> None:
    assert names("organisation", *MENU) == []
    assert names("person", *MENU, "Johanna Brandvold") == ["Johanna Brandvold"]
    assert len(headlines(story(*MENU))) == len(MENU)
    assert headlines(story(*MENU), rows=False) == []


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("12. Nothing Happens When Nobody Leaves the House (May 3, 2005)", True),
        ("12. Jane Miller (Norway) 1:24.5", False),
        ("Rain fell on the town (Monday 3 May)", False),
        ("RAIN FALLS ON THE WHOLE TOWN", False),
        ("Rain Falls", False),
    ],
)
def test_a_number_and_brackets_do_not_hide_a_headline(text: str, headline: bool) -> None:
    assert is_headline(text) is headline


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "longer"),
    [
        ("Acme Agency / Johanna Maria Brandvold / File Photo", True),
        ("Johanna Maria Brandvold", True),
        ("Council Praises Johanna Maria Brandvold", False),
        ("Johanna Brandvold Praises Council", False),
    ],
)
def test_a_full_name_in_a_headline_is_believed_a_longer_one_where_no_word_touches_it(line: str, longer: bool) -> None:
    _, doc = parsed(line)
    at = next(token.i for token in doc if token.text == "Johanna")
    assert is_believed(doc, Proposal(at, at + 2, "person"))
    assert is_believed(doc, Proposal(at, at + 3, "person")) is longer
    assert not is_believed(doc, Proposal(at, at + 2, "organisation"))
    assert not is_believed(doc, Proposal(at + 1, at + 2, "person"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "kinds", "found"),
    [
        ("BRANDVOLD LEADS IN ACMETON", {"Johanna Brandvold": "person"}, ["BRANDVOLD"]),
        ("JOHANNA BRANDVOLD LEADS", {"Johanna Brandvold": "person"}, ["BRANDVOLD", "JOHANNA BRANDVOLD"]),
        ("The BRANDVOLD leads", {"Johanna Brandvold": "person"}, []),
        ("LIE LEADS IN ACMETON", {"Johanna Lie": "person"}, []),
        ("ACME LEADS IN TOWN", {"Acme": "organisation"}, []),
        ("ACME LEADS IN TOWN", {"Johanna Acme": "person", "Acme": "organisation"}, []),
        ("THERE IS LITTLE HOPE. They hope", {"Johanna Hope": "person"}, []),
    ],
)
def test_people_are_found_again_in_lines_of_capitals(line: str, kinds: dict[str, Kind], found: list[str]) -> None:
    assert list(in_capitals(parsed(line)[1], kinds)) == found


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "word", "lost"),
    [
        ("EUROPE BACKS DOE", "EUROPE", True),
        ("The firm EUROPE backs Doe", "EUROPE", False),
        ("Europe Backs Doe", "Europe", False),
        ("THE WHO SAYS NO", "WHO", False),
    ],
)
def test_an_organisation_is_doubted_in_a_line_of_capitals(line: str, word: str, lost: bool) -> None:
    _, doc = parsed(line)
    at = next(token.i for token in doc if token.text == word)
    assert is_lost_in_capitals(doc, Proposal(at, at + 1, "organisation")) is lost
    assert not is_lost_in_capitals(doc, Proposal(at, at + 1, "person"))


@pytest.mark.model
def test_a_heading_in_capitals_names_the_person_of_the_article() -> None:
    lines = ("BRANDVOLD TO COACH ACMETON", "Johanna Brandvold has signed for two years, the club said.")
    assert names("person", *lines) == ["BRANDVOLD", "Johanna Brandvold"]


@pytest.mark.model
def test_a_credit_line_names_the_photographer() -> None:
    lines = ("Acme Agency / Johanna Brandvold / File Photo", "The dollar rose against the yen on Monday.")
    assert "Johanna Brandvold" in names("person", *lines)
