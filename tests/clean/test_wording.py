"""Tables of wording: what of a line must match, and when the patterns are made."""

from __future__ import annotations

import subprocess
import sys

import pytest
from newsdigest.clean.wording import whole_line, wording

TABLE = (r"(buy|order) it now", r"sold out( again)?")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Buy it now", True),
        ("» ORDER IT NOW!", True),
        ("sold out", True),
        ("Sold out again.", True),
        ("Sold out again in Dunmore", False),
        ("We sold out", False),
        ("*" * 21 + "sold out", False),
        ("", False),
    ],
)
def test_a_line_matches_from_its_first_letter_to_its_last(line: str, told: bool) -> None:
    assert (whole_line(TABLE).fullmatch(line) is not None) is told
    assert wording("shop", "buy order sold", TABLE).fits(line) is told


def test_a_line_that_is_too_long_is_of_no_wording() -> None:
    assert wording("shop", "", (".*",), longest=5).fits("12345")
    assert not wording("shop", "", (".*",), longest=5).fits("123456")


def test_the_words_of_a_table_are_kept_one_by_one() -> None:
    assert wording("shop", "buy order  sold", TABLE).words == {"buy", "order", "sold"}


def test_a_build_that_cleans_nothing_makes_no_table() -> None:
    path = f"import sys; sys.path[:] = {sys.path!r}"
    asked = f"{path}; import newsdigest.clean, newsdigest.clean.furniture; print(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "newsdigest.clean.blocks" in loaded
    assert loaded.isdisjoint({"newsdigest.clean.article", "newsdigest.clean.phrases", "newsdigest.clean.dates"})
