"""A title is made of the verbatim words of the lead where a text states none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.leads import LONGEST, derived_title

MORE = "Harbour and ferry, ferry and harbour: the Harbour has never had a Ferry like it."


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (
            "The ferry will not sail to the islands before spring.",
            "The ferry will not sail to the islands before spring",
        ),
        (
            "The ferry was taken out of service after a fire in its engine room on Monday morning, which was "
            "put out within the hour.",
            "The ferry was taken out of service after a fire in its engine room on Monday morning",
        ),
        (
            "As the islands prepare for another winter without supplies from the mainland, the ferry has been sold "
            "to a company abroad.",
            "The ferry has been sold to a company abroad",
        ),
        (
            "It had to happen. The ferry has run aground near the lighthouse.",
            "The ferry has run aground near the lighthouse",
        ),
        ("Dr. Ada Brook of St. Olaf runs the ferry. It sails daily.", "Dr. Ada Brook of St. Olaf runs the ferry"),
        ("Everybody loves a good storm at sea. The ferry sank on Monday night.", "The ferry sank on Monday night"),
    ],
)
def test_the_first_sentence_that_says_what_it_is_about_is_taken_or_its_main_clause(lead: str, title: str) -> None:
    assert derived_title([lead, MORE, MORE]).casefold() == title.casefold()


@pytest.mark.parametrize(
    "dateline",
    [
        "EASTBY, March 6 (Coast Wire) - ",
        "EASTBY — ",
        "ST. IVES, N.D. (CW) -- ",
        "NORTH QUAY, Feb. 3 – ",
        "Osterby (cw) - ",
    ],
)
def test_the_place_and_day_before_the_lead_are_no_part_of_the_title(dateline: str) -> None:
    assert derived_title([f"{dateline}The ferry was sold on Monday.", MORE]) == "The ferry was sold on Monday"


@pytest.mark.parametrize(
    "lead", ["THE OLD SHIP — the Ferry — was sold on Monday", "Well-known Ferry (1931) — Sold on Monday"]
)
def test_other_words_before_a_dash_stay_in_the_title(lead: str) -> None:
    assert derived_title([f"{lead}.", MORE]) == lead


def test_a_clause_without_a_verb_is_not_enough() -> None:
    lead = (
        "The captain of the old ferry between the islands and the port, who has sailed for forty years, is to retire."
    )
    assert derived_title([lead, MORE]).endswith("is to retire")


def test_a_sentence_too_long_is_cut_at_a_word() -> None:
    title = derived_title(["ferry " * 200])
    assert len(title) <= LONGEST
    assert title.endswith("ferry…")


def test_an_open_quotation_is_not_cut() -> None:
    lead = "“The ferry is too old for these waters, and nobody says so. It was sold,” she said. The ferry will go."
    assert derived_title([lead, MORE]).count("“") == derived_title([lead, MORE]).count("”")


def test_another_script_gives_its_first_sentence_or_a_part_of_it() -> None:
    assert derived_title(["市長は新しい橋を開いた。" * 30]).startswith("市長は新しい橋を開いた。")


@given(st.lists(st.text(min_size=1, max_size=200), max_size=4))
def test_a_title_is_never_too_long(texts: list[str]) -> None:
    assert len(derived_title(texts)) <= LONGEST


def test_no_text_gives_no_title() -> None:
    assert derived_title([]) == ""


@pytest.mark.parametrize("opening", ["He", "However, he", "That"])
def test_a_title_is_never_made_of_a_sentence_that_points_back(opening: str) -> None:
    lead = f"{opening} was sure of the harbour. The harbour of Northaven opens on Friday after the storm."
    assert not derived_title([lead]).startswith(opening)


def test_a_title_is_made_of_words_of_the_text_only() -> None:
    lead = "As the storm moved on, the harbour of Northaven opened its gates to the first of ninety waiting ships."
    title = derived_title([lead])
    assert title.rstrip("…").lower() in lead.lower()
