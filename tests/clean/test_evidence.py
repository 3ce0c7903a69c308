"""What each line of a text counts for or against the article."""

from __future__ import annotations

import pytest
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.evidence import COUNTED, EVIDENCE, MOST_FURNITURE, MOST_SHORT, points, subjects
from newsdigest.clean.kinds import kind_of

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
OTHER = "Swimming in the hall is cheap, people told the council on Tuesday, and most of them were against closing it."
FOREIGN = "A baker in another country won a prize for bread last month, which took eleven years and much flour to make."


def counted(*lines: str) -> list[int]:
    blocks = lines_of("\n".join(lines))
    return points(blocks, [kind_of(block.text) for block in blocks], [subjects(block.text) for block in blocks])


def test_a_paragraph_in_the_words_of_the_text_counts_its_length() -> None:
    assert counted(PROSE, OTHER) == [len(PROSE), len(OTHER)]


def test_a_paragraph_in_other_words_counts_half() -> None:
    assert counted(PROSE, OTHER, FOREIGN)[2] == len(FOREIGN) // 2


def test_a_very_long_paragraph_counts_no_more_than_its_limit() -> None:
    assert counted(PROSE * 9, OTHER)[0] == COUNTED


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Share on Facebook", -150),
        ("Health", -150),
        ("Advertisement", -75),
        ("Back to top", -75),
        ("3 May 2024", -100),
        ("- bring your own towel", -10),
        ("2) bring your own towel", -10),
        ("The cost of water", -30),
        ("A baker in another country won a prize for bread last month, which took him eleven…", 0),
    ],
)
def test_a_line_counts_by_the_first_row_that_holds(line: str, value: int) -> None:
    assert counted(PROSE, line, OTHER)[1] == value


def test_lines_in_a_row_count_against_the_article_only_up_to_a_limit() -> None:
    assert sum(counted(*(f"Place {n}" for n in range(99)))) >= MOST_SHORT
    assert sum(counted(*["Share on Facebook"] * 99)) >= MOST_FURNITURE


def test_a_sentence_between_them_begins_the_count_anew() -> None:
    lists = [f"Place {n}" for n in range(99)]
    assert sum(value for value in counted(*lists, PROSE, *lists) if value < 0) == 2 * MOST_SHORT


def test_the_last_row_holds_for_any_line() -> None:
    assert len({row.name for row in EVIDENCE}) == len(EVIDENCE)
    assert counted("x") == [EVIDENCE[-1].points]


def test_short_words_tell_nothing_of_a_subject() -> None:
    assert subjects("The old Halls of a town") == ["halls"]
