from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.analyse.name_given import LIST, given_names, is_given_name, runs, word_end

from tests.analyse.reading import parsed


def found(*lines: str) -> list[str]:
    _, doc = parsed(*lines)
    return [doc[start:end].text for start, end in runs(doc)]


@pytest.mark.parametrize(
    ("word", "known", "certain"),
    [
        ("Johanna", True, True),
        ("JOHANNA", True, True),
        ("Zoë", True, True),
        ("Anne-Marie", True, True),
        ("Geneva", True, False),
        ("Ed", True, False),
        ("Will", False, False),
        ("May", False, False),
        ("The", False, False),
        ("Acmeton", False, False),
        ("-", False, False),
    ],
)
def test_first_names_are_told_from_words_and_places(word: str, known: bool, certain: bool) -> None:
    assert is_given_name(word) is known
    assert is_given_name(word, certain=True) is certain


def test_the_list_is_sorted_without_repetitions_and_says_whose_it_is() -> None:
    lines = LIST.read_text("utf-8").splitlines()
    names = [line.rstrip("?") for line in lines if not line.startswith("#")]
    assert names == sorted(set(names))
    assert "licence" in " ".join(line for line in lines if line.startswith("#"))


def test_what_is_certain_is_known() -> None:
    known, certain = given_names()
    assert certain < known
    assert all(name.rstrip("?") == name for name in known)


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Then Johanna Brandvold came.", ["Johanna Brandvold"]),
        ("Then Johanna K. Brandvold came.", ["Johanna K. Brandvold"]),
        ("Then J. R. Brandvold came.", ["J. R. Brandvold"]),
        ("Then CJ Brandvold came.", ["CJ Brandvold"]),
        ("Then Johanna van der Brandvold came.", ["Johanna van der Brandvold"]),
        ("Then Johanna Al-Brandvold came.", ["Johanna Al-Brandvold"]),
        ("Then Johanna “Jo” Brandvold came.", ["Johanna “Jo” Brandvold"]),
        ('Then Johanna "The Vole" Brandvold came.', ['Johanna "The Vole" Brandvold']),
        ("Then Queen Johanna II came.", ["Johanna II"]),
        ("The spokesman Xqyl Brandvold came.", ["Xqyl Brandvold"]),
        ("1. Johanna Brandvold (Norway) 71.3", ["Johanna Brandvold"]),
        ("The list: Johanna Brandvold 5-1, Henrik Tveit 7-2.", ["Johanna Brandvold", "Henrik Tveit"]),
    ],
)
def test_a_first_name_and_capitals_behind_it_are_a_person(line: str, names: list[str]) -> None:
    assert found(line) == names


@pytest.mark.model
@pytest.mark.parametrize(
    "line",
    [
        "They won the Johanna Brandvold Award.",
        "They sued Johanna Brandvold & Co yesterday.",
        "The Johanna Foundation came.",
        "Then Johanna came.",
        "They met in St Johanna Brandvold yesterday.",
        "The firms of the U.S. Senate and the U.N. Brandvold met.",
        "It was said that Johanna Said nothing.",
        "A Johanna-style Cup was held.",
        "They signed the Geneva Brandvold last year.",
    ],
)
def test_what_a_word_beside_it_makes_a_thing_is_none(line: str) -> None:
    assert found(line) == []


@pytest.mark.model
def test_a_word_that_the_article_writes_small_is_no_surname() -> None:
    assert found("The report came late.", "Then Johanna Report came.") == []


@pytest.mark.model
def test_capitals_only_are_a_person_where_the_surname_also_stands_in_small_letters() -> None:
    assert found("SURGEON GENERAL: JOHANNA BRANDVOLD", "Brandvold is a doctor.") == ["JOHANNA BRANDVOLD"]
    assert found("SURGEON GENERAL: JOHANNA BRANDVOLD", "She is a doctor.") == []


@pytest.mark.model
def test_a_word_ends_behind_its_hyphens() -> None:
    _, doc = parsed("Johanna Al-Brandvold came - late.")
    assert [doc[i : word_end(doc, i)].text for i in (0, 1, 5)] == ["Johanna", "Al-Brandvold", "-"]


@pytest.mark.model
@given(text=st.text(alphabet="Aab .-“”\"',\nXIJ", max_size=40))
@settings(max_examples=60, deadline=None)
def test_runs_are_in_order_and_apart_in_any_text(text: str) -> None:
    if text.strip():
        _, doc = parsed(text)
        spans = list(runs(doc))
        assert all(0 <= start < end <= len(doc) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
