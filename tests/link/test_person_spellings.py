"""Two spellings of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.link.person_spellings import alike, one_vowel_apart, slip, spelling


@pytest.mark.parametrize(
    ("a", "b"), [("phillip", "philip"), ("browne", "brown"), ("ritter", "riter"), ("raite", "rait")]
)
def test_doubled_letters_and_a_silent_e_make_no_other_name(a: str, b: str) -> None:
    assert alike(a, b)


@pytest.mark.parametrize(("a", "b"), [("brown", "braun"), ("dale", "dal"), ("daniel", "daniela"), ("lee", "le")])
def test_other_differences_and_short_words_are_not_alike(a: str, b: str) -> None:
    assert not alike(a, b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("kristen", "kristin", True),
        ("martin", "morton", False),
        ("christina", "christine", False),
        ("jean", "joan", False),
        ("aston", "eston", False),
        ("peter", "pater", True),
        ("karla", "karsa", False),
    ],
)
def test_one_vowel_inside_may_differ(a: str, b: str, expected: bool) -> None:
    assert one_vowel_apart(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("brwning", "browning", True),
        ("browning", "brwning", True),
        ("petitte", "pettitte", True),
        ("karlan", "karlen", True),
        ("wood", "woods", False),
        ("owning", "browning", False),
        ("rwning", "rowning", True),
        ("bron", "brown", False),
        ("harlan", "karlan", False),
    ],
)
def test_a_letter_that_is_missing_inside_is_a_slip(a: str, b: str, expected: bool) -> None:
    assert slip(a, b) is expected


@given(st.text("abelnrst", min_size=1, max_size=9), st.text("abelnrst", min_size=1, max_size=9))
def test_likeness_knows_no_order(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a)
    assert one_vowel_apart(a, b) == one_vowel_apart(b, a)
    assert slip(a, b) == slip(b, a)
    assert len(spelling(a)) <= len(a)
