"""Lines are joined as they were before they were set, and hyphens go only where that is sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.pdf_lines import Block, Line, blocks, usual_size
from newsdigest.text import words


def joined(*texts: str) -> str:
    """Set lines 12 points apart and read them."""
    (block,) = blocks([Line(text, 1, 50, 700 - 12 * number, 10) for number, text in enumerate(texts)])
    return block.text


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        ("the pier of the town, the har", "bour and the ships of it", "the har bour"),
        ("they have no employ-", "ment since the pier closed", "employment since"),
        ("they have no employ\u00ad", "ment since the pier closed", "employment since"),
        ("they have no employ\u2010", "ers since the pier closed", "employers since"),
        ("a fast-", "growing town on the river", "a fast-growing town"),
        ("a sun\u2010", "lit town on the river", "a sunlit town"),
        ("an old har-", "bour, and the harbour of today", "old harbour, and"),
        ("a well-", "known, a well-known and wellknown town", "a well-known, a"),
        ("in the years 2004-", "2005 the pier was closed", "years 2004-2005 the"),
        ("the Jones-", "Smith of the old pier", "the Jones-Smith of"),
        ("by e-", "ment he meant nothing at all", "by e-ment he"),
        ("the pier was closed -", "and so was the harbour", "closed - and so"),
        ("the pier was closed –", "and so was the harbour", "closed – and so"),
        ("the pier was clo-", "“sed” for so many years", "clo- “sed”"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_that_is_sure(first: str, second: str, result: str) -> None:
    assert result in joined(first, second)


def test_a_typesetter_s_hyphen_stays_where_the_text_has_it_inside_of_lines_too() -> None:
    assert "a sun\u2010lit town" in joined("a well\u2010known and a sun\u2010", "lit town on the river")


@pytest.mark.parametrize("end", [".", "!", "?”", ".)", "…", "。"])
def test_a_short_line_that_ends_a_sentence_is_the_last_of_its_paragraph(end: str) -> None:
    long = "the old pier of the town was open again after a storm"
    lines = [long, long, f"It is red{end}", f"The mayor of {long}", f"and {long}."]
    found = blocks([Line(text, 1, 50, 700 - 12 * number, 10) for number, text in enumerate(lines)])
    assert len(found) == 2


def test_lines_of_another_size_are_blocks_of_their_own() -> None:
    lines = [Line("Big", 1, 50, 700, 20), Line("small", 1, 50, 688, 10), Line("smaller", 1, 50, 676, 8)]
    assert [block.text for block in blocks(lines)] == ["Big", "small", "smaller"]
    assert usual_size(blocks(lines)) == 8


def test_a_document_without_lines_has_no_blocks() -> None:
    assert blocks([]) == []
    assert usual_size([]) == 0


def test_a_line_of_the_text_that_two_pages_have_in_their_middle_is_no_furniture() -> None:
    page = [Line(f"line {number} of the text", 1, 50, 700 - 40 * number, 10) for number in range(9)]
    both = [*page, *(Line(line.text.replace("line", "row"), 2, line.x, line.y, 10) for line in page)]
    both[4], both[13] = (Line("The pier is open.", n, 50, 540, 10) for n in (1, 2))
    assert [block.text for block in blocks(both) if block.text == "The pier is open." and block.furniture] == []


LINES = st.lists(
    st.builds(
        Line,
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=30).filter(
            lambda text: bool(text.strip())
        ),
        st.integers(1, 3),
        st.floats(-1e6, 1e6),
        st.floats(-1e6, 1e6),
        st.floats(0, 100),
    ),
    max_size=30,
)


@given(LINES)
def test_no_letter_is_lost_whatever_stands_where(lines: list[Line]) -> None:
    def letters(texts: list[str]) -> list[str]:
        return sorted("".join(char for text in texts for char in text if char.isalnum()))

    assert letters([block.text for block in blocks(lines)]) == letters([line.text for line in lines])


@given(LINES)
def test_every_line_is_in_one_block_in_the_order_of_first_lines(lines: list[Line]) -> None:
    found: list[Block] = blocks(lines)
    assert len(found) <= len(lines)
    assert bool(found) == bool(lines)
    assert (
        not lines
        or words(found[0].text)[:1] in ([], words(lines[0].text)[:1])
        or found[0].text.startswith(lines[0].text[:1])
    )
