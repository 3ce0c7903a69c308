"""Headings, attributions and body are told apart; in doubt a paragraph is body."""

from __future__ import annotations

import pytest
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.paragraphs import paragraphs

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."


def kinds(text: str) -> list[str]:
    return [p.kind for p in paragraphs(lines_of(text))]


@pytest.mark.parametrize(
    "line",
    [
        "A library in its place",
        "What comes next?",
        "THE PLAN",
        "Years of debate: how it began",
        "1. The old hall",
        "Cost",
    ],
)
def test_a_short_line_above_a_paragraph_is_a_heading(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{PROSE}") == ["body", "heading", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "He said:",
        "It was over.",
        "“We shall miss it”",
        "- a list item",
        "03.04.2024, 14:30 Uhr",
        "(With files from Ada Brook)",
        "and then it was gone",
        "...",
        "word " * 30,
    ],
)
def test_other_short_lines_are_body(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{PROSE}") == ["body", "body", "body"]


def test_a_line_at_the_end_heads_nothing() -> None:
    assert kinds(f"{PROSE}\nA library in its place") == ["body", "body"]


def test_lines_below_a_colon_are_a_list() -> None:
    assert kinds(f"The rules are:\nNo swimming\nNo fires\n{PROSE}")[:3] == ["body"] * 3
    assert kinds(f"The rule is:\nNo swimming\n{PROSE}")[:2] == ["body"] * 2


def test_where_a_file_marks_its_headings_two_short_lines_are_a_list() -> None:
    lines = lines_of(f"The plan\n{PROSE}\nNo swimming\nNo fires\n{PROSE}\nWhat comes next\n{PROSE}")
    found = [p.kind for p in paragraphs(lines, frozenset({1}))]
    assert found == ["heading", "body", "body", "body", "body", "heading", "body"]


def test_below_a_marked_heading_a_short_line_is_a_heading_still() -> None:
    lines = lines_of(f"The plan\nHow it began\n{PROSE}")
    assert [p.kind for p in paragraphs(lines, frozenset({1}))] == ["heading", "heading", "body"]


def test_two_headings_may_follow_each_other_but_not_a_whole_list() -> None:
    assert kinds(f"Plans\nA library\n{PROSE}") == ["heading", "heading", "body"]
    assert kinds(f"Bread\nMilk\nEggs\nSalt\n{PROSE}")[:3] == ["body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brook, head of the swimming club",
        "Club president, Ada Brook",
        "— Ada Brook",
        "– Ada Brook, mayor of the town",
    ],
)
def test_a_name_with_a_role_or_a_dash_below_a_paragraph_is_an_attribution(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{PROSE}") == ["body", "attribution", "body"]


@pytest.mark.parametrize(
    "line", ["Ada Brook", "Ada Brook, in tears", "Bread, milk and eggs", "Ada Brook, mayor, left."]
)
def test_other_lines_with_a_name_are_no_attribution(line: str) -> None:
    assert "attribution" not in kinds(f"{PROSE}\n{line}\n{PROSE}")


def test_the_first_line_and_a_line_below_a_heading_attribute_nothing() -> None:
    assert "attribution" not in kinds(f"Ada Brook, mayor of the town\n{PROSE}")
    assert "attribution" not in kinds(f"{PROSE}\nA plan\nAda Brook, mayor of the town\n{PROSE}")


def test_text_is_never_changed() -> None:
    text = f"A plan\n{PROSE}\n— Ada Brook\n{PROSE}"
    assert "\n".join(p.text for p in paragraphs(lines_of(text))) == text


@pytest.mark.parametrize(
    "line",
    ["The hall was built in 1930.", "and then", "“It is over”", "- a list item", "2) another one", "He said:", "•"],
)
def test_a_line_that_ends_or_begins_like_a_text_is_no_heading(line: str) -> None:
    prose = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against."
    blocks = lines_of(f"{prose}\n{line}\n{prose}")
    assert [p.kind for p in paragraphs(blocks)][1] == "body"


@pytest.mark.parametrize("line", ["Tuesday, October 16, 2012", "2024-05-03", "3 May 2024"])
def test_a_day_is_no_heading(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{PROSE}") == ["body", "body", "body"]


def test_what_the_file_marks_is_a_heading_whatever_its_shape_unless_nothing_follows() -> None:
    lines = lines_of(f"{PROSE}\nIt was over.\n{PROSE}\nand then it was gone")
    assert [p.kind for p in paragraphs(lines, {2, 4})] == ["body", "heading", "body", "body"]
