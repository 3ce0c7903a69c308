"""Whether two strings may name one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.link.person_names import compatible, explain, fit, parse, position


@pytest.mark.parametrize(
    ("text", "given", "last", "suffix", "full"),
    [
        ("Jane Doe", ("jane",), "doe", "", True),
        ("Dr. Jane A. Doe Jr.", ("jane", "a"), "doe", "jr", True),
        ("Doe, Jane", ("jane",), "doe", "", True),
        ("Doe, Jr.", (), "doe", "jr", False),
        ("John Doe, III", ("john",), "doe", "iii", True),
        ("Sen. Doe", (), "doe", "", False),
        ("J.K. Doe", ("j", "k"), "doe", "", True),
        ("JK Doe", ("j", "k"), "doe", "", True),
        ("JANE DOE", ("jane",), "doe", "", True),
        ("Jan van der Berg", ("jan",), "berg", "", True),
        ("van der Berg", (), "berg", "", False),
        ("Van Sample", ("van",), "sample", "", True),
        ("Omar al-Sample", ("omar",), "sample", "", True),
        ("al-Sample", (), "sample", "", False),
        ("Anne-Marie O’Doe", ("anne", "marie"), "odoe", "", True),
        ("Zoë Dœ", ("zoe",), "doe", "", True),
        ('Vincent "the Hat" Doe', ("vincent",), "doe", "", True),
        ("Jane Doe, MD", ("jane",), "doe", "", True),
        ("Prince", (), "prince", "", False),
        (".", (), ".", "", False),
    ],
)
def test_a_name_is_taken_apart(text: str, given: tuple[str, ...], last: str, suffix: str, full: bool) -> None:
    name = parse(text)
    assert (name.given, name.last, name.suffix, name.full) == (given, last, suffix, full)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Prof. Sir Jane Doe", "Jane Doe"),
        ("Doe, Jane", "Jane Doe"),
        ("Jane Doe Jr.", "Jane Doe Jr."),
        ("Mr", "Mr"),
        ("Apex's Jane Doe", "Jane Doe"),
        ("Joan of Larch", "Joan of Larch"),
        ("Queen of Larch", "Queen of Larch"),
        ("John Roe and Apex's Jane Doe", "John Roe and Apex's Jane Doe"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, bare: str) -> None:
    assert parse(text).text == bare


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jane Doe", "jane DOE"),
        ("Jane Doe", "Ms. Jane Doe"),
        ("Jane Doe", "Jane A. Doe"),
        ("Jane Doe", "Jane Ann Doe"),
        ("Jane A. Doe", "Jane Ann Doe"),
        ("J. Doe", "Jane Doe"),
        ("J.A. Doe", "Jane Ann Doe"),
        ("Bill Doe", "William Doe"),
        ("Bob Doe", "Robert P. Doe"),
        ("Mike Doe", "Mickey Doe"),
        ("José Núñez", "Jose Nunez"),
        ("Jean-Luc Doe", "Jean Luc Doe"),
        ("Jan van der Berg", "Jan Berg"),
        ("A. Ivor Doe", "Ivor Doe"),
        ("Jane Doe", "Jane Doe-Roe"),
        ("Kristen Doe", "Kristin Doe"),
        ("Phillip Doe", "Philip Doe"),
        ("Jane Browne", "Jane Brown"),
        ("Apex's Jane Doe", "Jane Doe of Larch"),
        ("Jane D.", "Jane Doe"),
        ("Doe", "Jane Doe"),
        ("Roe", "Jane Doe-Roe"),
        ("Jane", "Jane Doe"),
        ("Billy", "William Doe"),
        ("Berg", "Jan van der Berg"),
        ("Doe", "Jane Doe Jr."),
    ],
)
def test_these_may_be_one_person(a: str, b: str) -> None:
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jane Doe", "John Doe"),
        ("Jane Doe", "Jane Roe"),
        ("Jane A. Doe", "Jane B. Doe"),
        ("J.A. Doe", "Jane Beth Doe"),
        ("John Doe", "John Doe Jr."),
        ("John Doe Sr.", "John Doe Jr."),
        ("John Doe II", "John Doe III"),
        ("Doe Sr.", "John Doe Jr."),
        ("Bill Doe", "Robert Doe"),
        ("Daniel Doe", "Daniela Doe"),
        ("Christine Doe", "Christina Doe"),
        ("Jane Browne", "John Brown"),
        ("J. Doe", "William Doe"),
        ("Doe", "Roe"),
        ("Van Sample", "Jim Sample"),
        ("S.", "Sam Doe"),
    ],
)
def test_these_are_two_people(a: str, b: str) -> None:
    assert not compatible(a, b)
    assert not compatible(b, a)


@pytest.mark.parametrize(
    ("short", "full", "where"),
    [
        ("Doe", "Jane Doe", "last"),
        ("Mr. Doe", "Jane Doe", "last"),
        ("Jane", "Jane Doe", "first"),
        ("Ann", "Jane Ann Doe", "middle"),
        ("Bill", "William Doe", "nickname"),
        ("García", "Ana García López", "middle"),
        ("Jo", "Jane Doe", None),
    ],
)
def test_a_short_form_has_its_place_in_the_full_name(short: str, full: str, where: str | None) -> None:
    assert position(parse(short), parse(full)) == where


@pytest.mark.parametrize("one", ["Jane Doe", "John Doe", "Jane John Doe", "John", "Jane"])
@pytest.mark.parametrize("couple", ["Jane & John Doe", "Jane and John Doe"])
def test_two_people_in_one_name_are_neither_of_them(one: str, couple: str) -> None:
    assert parse(couple).couple
    assert not parse(one).couple
    assert not compatible(one, couple)
    assert compatible("Jane & John Doe", couple)


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ("Dr. Jane Doe", "Jane Doe", "same name with a title"),
        ('Jane "Smash" Doe', "Jane Doe", "same name with a nickname"),
        ("JANE DOE", "Jane Doe", "same name, other spelling"),
        ("Jane Doe", "Jane Ann Doe", "same name, middle name left out"),
        ("J. Doe", "Jane Doe", "initials of the full name"),
        ("Jane A. Doe", "Jane Ann Doe", "initials of the full name"),
        ("Bill Doe", "William Doe", "Bill is short for William"),
        ("William Doe", "Bill Doe", "Bill is short for William"),
        ("Ivor Doe", "A. Ivor Doe", "same name, first name left out"),
        ("Al Doe", "R. Albert Doe", "named by the middle name"),
    ],
)
def test_a_join_is_explained_in_words(form: str, name: str, words: str) -> None:
    assert explain(form, name) == words


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        ("Jane Doe", "Jane A. Doe", True),
        ("J. A. Doe", "Jane Ann Doe", True),
        ("J. Doe", "Jane Doe", False),
        ("Bill Doe", "William Doe", False),
        ("Jane Doe", "Jane Doe-Roe", False),
        ("Kristen Doe", "Kristin Doe", False),
        ("Jane Browne", "Jane Brown", False),
    ],
)
def test_only_close_forms_are_sure_across_articles(a: str, b: str, sure: bool) -> None:
    found = fit(parse(a), parse(b))
    assert found is not None
    assert found.sure is sure


WORD = st.text("abcdefgéø'-. ,JMr", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=4).map(" ".join), st.lists(WORD, min_size=1, max_size=4).map(" ".join))
def test_any_two_strings_can_be_compared_in_either_order(a: str, b: str) -> None:
    assert compatible(a, b) == compatible(b, a)
    assert parse(a).tokens
