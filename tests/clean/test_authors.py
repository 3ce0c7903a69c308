"""Who wrote it: bylines, lists of other articles' bylines, and author boxes."""

from __future__ import annotations

import pytest
from newsdigest.clean.authors import author_boxes, byline, bylines_of_others, reporters
from newsdigest.clean.blocks import Block, lines_of

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."


@pytest.mark.parametrize(
    ("text", "names", "date"),
    [
        ("By Ada Brook", ("Ada Brook",), ""),
        ("BY ADA BROOK", ("Ada Brook",), ""),
        ("Written by Ada Brook and Bo Lund", ("Ada Brook", "Bo Lund"), ""),
        ("By Ada Brook/May 3, 2024", ("Ada Brook",), "May 3, 2024"),
        ("By Ada Brook | Published May 3, 2024", ("Ada Brook",), "May 3, 2024"),
        ("Posted by Ada Brook on May 3, 2024", ("Ada Brook",), "May 3, 2024"),
        ("By Ada Brook, Staff Writer", ("Ada Brook",), ""),
        ("By Staff, May 3, 2024", (), "May 3, 2024"),
        ("By Ada Brook May 3, 2024 8:00 am", ("Ada Brook",), "May 3, 2024 8:00 am"),
        ("By April May May 3, 2024", ("April May",), "May 3, 2024"),
        ("By Ada Brook | 3 May 2024 | Share", ("Ada Brook",), "3 May 2024"),
        ("By Ada Brook May 3, 2024 8:00 am Share Save", ("Ada Brook",), "May 3, 2024 8:00 am"),
        ("By Ada Brook 3 May 2024 Share Tweet Email", ("Ada Brook",), "3 May 2024"),
        ("By Ada Brook • May 3, 2024 • 5 min read", ("Ada Brook",), "May 3, 2024"),
        ("By Ada Brook on May 3, 2024 / 12 comments", ("Ada Brook",), "May 3, 2024"),
        ("By Ada Brook in Eastby", ("Ada Brook",), ""),
        ("By Ada Brook in New York and Bo Lund in Eastby", ("Ada Brook", "Bo Lund"), ""),
        ("By Ada Brook, photographs by Bo Lund", ("Ada Brook",), ""),
        ("Words by Ada Brook. Pictures by Bo Lund", ("Ada Brook",), ""),
        ("By Ada Brook, Quill staff", ("Ada Brook",), ""),
        ("Interview by Ada Brook", ("Ada Brook",), ""),
        ("By Ada Brook 2 hours ago", ("Ada Brook",), ""),
        ("By Ada Brook Share Save", ("Ada Brook",), ""),
        ("By Ada Brook May 3, 2024 Updated May 4, 2024", ("Ada Brook",), "May 3, 2024"),
        ("By Ada Brook | Updated on May 4, 2024", ("Ada Brook",), ""),
    ],
)
def test_a_byline_gives_names_and_a_date(text: str, names: tuple[str, ...], date: str) -> None:
    found = byline(Block(1, 1, text))
    assert found is not None
    assert (found.names, found.date) == (names, date)


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday the hall was empty",
        "By far the best plan",
        "By the River",
        "By Design in Eastby",
        "by",
        "Stand by Me",
        "By Ada Brook left.",
    ],
)
def test_other_lines_are_no_bylines(text: str) -> None:
    assert byline(Block(1, 1, text)) is None


def test_a_list_of_bylines_after_the_article_belongs_to_others() -> None:
    lines = lines_of(
        f"{PROSE}\n{PROSE}\nPool opens\nBy Ada Brook/May 3, 2024\nBy Bo Lund/May 3, 2024\nBy Cy Marsh/May 2, 2024"
    )
    assert [b.first for b in bylines_of_others(lines)] == [4, 5, 6]


def test_headlines_between_such_bylines_go_with_them() -> None:
    lines = lines_of(f"{PROSE}\nBy Ada Brook\nPool opens\nBy Bo Lund\nPool shuts\nBy Cy Marsh\n{PROSE}")
    assert [b.first for b in bylines_of_others(lines)] == [2, 3, 4, 5, 6]


def test_two_bylines_are_left_alone() -> None:
    assert bylines_of_others(lines_of(f"{PROSE}\nBy Ada Brook\nBy Bo Lund")) == ()


def boxes(text: str) -> list[tuple[str, list[int]]]:
    return [(name, [b.first for b in lines]) for name, lines in author_boxes(lines_of(text))]


def test_a_name_a_job_and_a_note_are_a_box() -> None:
    text = f"{PROSE}\nAda Brook\nSenior Reporter\nAda Brook is a keen reporter of all that swims.\nMore"
    assert boxes(text) == [("Ada Brook", [2, 3, 4])]


def test_a_heading_above_the_box_goes_with_it() -> None:
    text = f"{PROSE}\nAbout the author\nAda Brook\nAda Brook covers pools and lakes for this paper."
    assert boxes(text) == [("Ada Brook", [2, 3, 4])]


def test_a_note_alone_at_the_end_is_one_where_the_article_does_not_name_the_person() -> None:
    note = "Ada Brook is a freelance journalist who lives by the sea."
    assert boxes(f"{PROSE}\n{note}") == [("Ada Brook", [2])]
    assert boxes(f"{PROSE} Ada Brook was there.\n{note}") == []
    assert boxes(f"{PROSE}\n{note}\n" + f"{PROSE}\n" * 3) == []


@pytest.mark.parametrize(
    "text",
    [
        "The studio was founded by Ada Brook in 1990 and has made forty films about the sea and those who live by it.",
        "Ada Brook is a swimmer.",
        "Swim School\nSwim School is a place where children learn to swim before they can read.",
        "Ada Brook\nAda Brook swam across the strait in nine hours and told nobody about it.",
        "Ada Brook\nMayor",
    ],
)
def test_body_text_is_no_note_on_the_author(text: str) -> None:
    assert boxes(f"{PROSE}\n{text}\n{PROSE}") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("+ Posted by Ada Brook // Executive Producer, Northern Games", ("Ada Brook",)),
        ("• By Ada Brook | Northern desk", ("Ada Brook",)),
        ("— by Ada Brook", ("Ada Brook",)),
    ],
)
def test_a_byline_may_begin_with_a_mark_and_end_with_a_job(text: str, names: tuple[str, ...]) -> None:
    found = byline(Block(1, 1, text))
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize("job", ["Authors", "Contributors", "Writers", "Editors"])
def test_a_heading_over_authors_makes_nobody_of_the_line_above_it(job: str) -> None:
    assert author_boxes(lines_of(f"{PROSE}\n{PROSE}\nNorthern Rovers\n{job}")) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Ada Brook in Eastby; editing by Bo Lund)", ("Ada Brook",)),
        (
            "Reporting by Ada Brook and Bo Lund; Additional reporting by Cy Marsh; Editing by Di Nook",
            ("Ada Brook", "Bo Lund"),
        ),
        ("(Reporting by Ada Brook in Eastby, Bo Lund in New York)", ("Ada Brook", "Bo Lund")),
        ("(Additional reporting by Cy Marsh)", ()),
        ("(Reporting by the Eastby newsroom)", ()),
        ("Reporting by Ada Brook has shown that the pool was never checked.", ()),
    ],
)
def test_the_line_that_ends_an_agency_s_report_names_who_wrote_it(line: str, names: tuple[str, ...]) -> None:
    assert reporters(lines_of(f"{PROSE}\n{line}")) == names


def test_two_such_lines_belong_to_two_articles() -> None:
    assert reporters(lines_of(f"{PROSE}\nReporting by Ada Brook\n{PROSE}\nReporting by Bo Lund")) == ()
