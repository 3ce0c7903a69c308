from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse.name_scores import clubs, elsewhere, is_game, plays
from newsdigest.model import Span

from tests.analyse.reading import names, parsed

REPORT = "The match was the last of the season: the striker scored before halftime and the coach smiled."


def found(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [text[span.start : span.end] for span in clubs(text)]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Eastby Town 2 Westby 0", ["Eastby Town", "Westby"]),
        ("EASTBY 4 Westby 0", ["EASTBY", "Westby"]),
        ("Eastby (Acmeland) 78 Westby Giants (Beland) 70 (halftime 40-31)", ["Eastby", "Westby Giants"]),
        ("Eastby 1 (Doe 76) Westby 2 (Roe 45,", ["Eastby", "Westby"]),
        ("Eastby (B) 1 Westby (C) 2", ["Eastby (B)", "Westby (C)"]),
        ("SV 1860 Eastby 17 4 6 7 25", ["SV 1860 Eastby"]),
        ("Eastby Town 22 7 5 10 25 29 26", ["Eastby Town"]),
        ("X-EASTBY 12 1 0 351 199", ["EASTBY"]),
        ("Eastby v Westby United", ["Eastby", "Westby United"]),
        ("EASTBY AT WESTBY", ["EASTBY"]),
    ],
)
def test_clubs_stand_before_the_figures(line: str, named: list[str]) -> None:
    assert found(line, "Northby 1 Southby 1") == [*named, "Northby", "Southby"]


@pytest.mark.parametrize(
    "line",
    [
        "Eastby has 22 shops, 7 bakers and 5 schools.",
        "Then 2 of 3 left",
        "Eastby 2.5% Westby 3.1%",
        "Jane Doe 68 68",
        "Brazil 2 Norway 1",
        "Eastby " * 40 + "2 Westby 0",
    ],
)
def test_other_lines_name_no_club(line: str) -> None:
    assert found(line, "Northby 1 Southby 1", "Northby 2 Southby 2") == ["Northby", "Southby"] * 2


def test_one_line_alone_proves_nothing() -> None:
    assert found("Chapter 1 Section 2", "and then some prose.") == []


def test_a_list_of_players_is_none_of_clubs() -> None:
    assert found("Anna Doe 70 71 68", "Maria Roe 70 72 69", "Peter Poe 71 72 69") == []


def test_an_international_tournament_names_no_club() -> None:
    assert found("Brazil 2 Norway 1", "Kenya 0 Zedland 3", "Peru 1 Chile 1") == []


def test_a_club_is_meant_elsewhere_unless_something_happens_in_its_town() -> None:
    text = "Eastby 2 Westby 0\nNorthby 1 DOVER 1\nIt rained in Westby. Eastby and Northby went home."
    spans = clubs(text)
    assert elsewhere(text, spans, {"Northby": "person"}) == {"Eastby"}


@pytest.mark.model
def test_the_clubs_of_a_table_are_organisations_in_the_article() -> None:
    lines = ("Eastby Town 2 Westby 0", "Northby 1 Southby Rangers 3", "Afterwards Southby Rangers thanked everybody.")
    assert names("organisation", *lines) == ["Eastby Town", "Northby", "Southby Rangers", "Westby"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "named", "club"),
    [
        ("Leicester beat Derby 2-1.", "Leicester", True),
        ("They lost against Leicester on Monday.", "Leicester", True),
        ("Leicester striker Jane Doe left.", "Leicester", True),
        ("The road to Leicester was closed.", "Leicester", False),
        ("Norway beat Sweden 2-1.", "Norway", False),
    ],
)
def test_a_place_that_plays_is_its_club(line: str, named: str, club: bool) -> None:
    _, doc = parsed(line)
    at = next(token.i for token in doc if token.text == named)
    assert plays(doc, at, at + 1) is club


@pytest.mark.model
def test_only_a_report_of_a_game_turns_places_into_clubs() -> None:
    assert is_game(parsed(REPORT)[1])
    assert not is_game(parsed("The coach left town after the final bell.")[1])
    assert "Liverpool" in names("organisation", REPORT, "Yesterday Liverpool beat Bristol 2-1.")
    assert "Liverpool" not in names("organisation", "Yesterday Liverpool beat Bristol to the contract.")


@given(st.text("ABab 12()v\n", max_size=80))
def test_what_is_found_lies_in_one_line(text: str) -> None:
    spans = clubs(text)
    assert spans == sorted(spans)
    assert all(isinstance(span, Span) and "\n" not in text[span.start : span.end] for span in spans)


def test_long_tables_are_read_in_no_time() -> None:
    started = time.process_time()
    assert len(clubs("Eastby Town 22 7 5 10 25\n" * 5000 + "A AT " * 20000)) == 5000
    assert time.process_time() - started < 2
