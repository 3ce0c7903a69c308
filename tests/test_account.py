"""The account names every file that was left out, and counts what was found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest.account import counted, depth, lines
from newsdigest.model import Edition, Skipped
from newsdigest.options import FAST_ABOVE, Options

from tests.sample import edition

EMPTY = Edition((), (), (), (), (), (), (), ())


def test_an_empty_folder_has_an_account_too() -> None:
    assert lines(EMPTY, feeds=1) == (
        "0 articles, nothing skipped",
        "0 people, 0 organisations, 0 quotations, 0 tags, 1 feed",
    )


def test_every_file_left_out_is_named_with_its_reason() -> None:
    account = lines(replace(EMPTY, skipped=(Skipped("a.txt", "empty"), Skipped("b.doc", "not read"))), feeds=1)
    assert account[:3] == ("0 articles, 2 skipped:", "  a.txt: empty", "  b.doc: not read")


def test_warnings_and_notes_are_told() -> None:
    sample = edition()
    first = replace(sample.stories[0], notes=("only 12 words are left",))
    account = lines(replace(sample, stories=(first, *sample.stories[1:]), warnings=("no such name",)), feeds=2)
    assert "warning: no such name" in account
    assert f"note: {first.path}: only 12 words are left" in account


def test_people_organisations_and_quotations_are_counted() -> None:
    sample = edition()
    people = sum(entity.kind == "person" for entity in sample.entities)
    quotes = sum(len(analysis.quotes) for analysis in sample.analyses)
    told = "\n".join(lines(sample, feeds=2))
    assert f"{people} people" in told
    assert f"{quotes} quotation" in told
    assert "2 feeds" in told


@pytest.mark.parametrize(
    ("number", "one", "many", "text"),
    [
        (0, "tag", None, "0 tags"),
        (1, "tag", None, "1 tag"),
        (2, "person", "people", "2 people"),
        (1234, "x", None, "1,234 xs"),
    ],
)
def test_numbers_carry_their_nouns(number: int, one: str, many: str | None, text: str) -> None:
    assert counted(number, one, many) == text


def test_a_fast_analysis_is_told_in_one_line_with_its_reason_and_the_way_out() -> None:
    assert depth(Options(), FAST_ABOVE) == depth(Options(analysis="thorough"), 9_999) == ()
    (line,) = depth(Options(), FAST_ABOVE + 1)
    assert "more than 500" in line
    assert 'DIGEST_ANALYSIS to "thorough"' in line
    (line,) = depth(Options(analysis="fast"), 3)
    assert "as chosen" in line
    assert "\n" not in line
