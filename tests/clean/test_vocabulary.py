"""The tables of words: tidy themselves, and exact about the lines they name."""

from __future__ import annotations

import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean import vocabulary
from newsdigest.clean.vocabulary import LONGEST, VOCABULARIES, kind_by_words

TABLES = re.findall(r'\n(_\w+) = """\n(.*?)\n"""', inspect.getsource(vocabulary), re.DOTALL)


@pytest.mark.parametrize(("name", "table"), TABLES, ids=[name for name, _ in TABLES])
def test_a_table_is_sorted_in_small_letters_and_has_each_word_once(name: str, table: str) -> None:
    words = table.split()
    assert words == sorted(set(words))
    assert table == table.lower()


def test_there_are_tables() -> None:
    assert len(TABLES) > 2 * len(VOCABULARIES)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (["share", "on", "facebook"], "share bar"),
        (["facebook"], "share bar"),
        (["share", "prices"], ""),
        (["on", "the"], ""),
        (["health"], "menu"),
        (["music"] * 7, ""),
        (["share"] * (LONGEST + 1), ""),
        ([], ""),
    ],
)
def test_a_line_is_of_a_kind_by_all_its_words(said: list[str], kind: str) -> None:
    assert kind_by_words(said) == kind


@given(st.lists(st.sampled_from(sorted(VOCABULARIES[0].keys)), min_size=1, max_size=LONGEST), st.text(min_size=9))
def test_one_foreign_word_makes_it_a_line_of_none(said: list[str], foreign: str) -> None:
    assert kind_by_words(said) == VOCABULARIES[0].kind
    assert kind_by_words([*said, foreign + "\0"]) == ""
