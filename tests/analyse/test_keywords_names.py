"""Which names of an article could be its tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse.keywords_names import is_name, subjects
from newsdigest.model import Kind, Mention, Span


def kept(text: str, *names: tuple[str, Kind]) -> list[str]:
    mentions = [
        Mention(Span(start, start + len(name)), name, kind)
        for name, kind in names
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    return [m.text for m in subjects(text, sorted(mentions, key=lambda m: m.span))]


def houses_of(text: str, *names: str) -> list[str]:
    return kept(text, *((name, "organisation") for name in names))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They beat non-League Quill today.", "League Quill"),
        ("She asked the All Harbour Club about it.", "Harbour Club"),
        ("It was told to Harbour Affairs Minister Ada Quill.", "Harbour Affairs"),
        ("We ate Fig Quill Cookies there.", "Quill Cookies"),
    ],
)
def test_a_part_of_a_longer_name_is_no_subject(text: str, name: str) -> None:
    assert houses_of(text, name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is one of Brimsea's Quill Museums today.", "Quill Museums"),
        ("She asked The Quill Club about it.", "Quill Club"),
        ("It was built by Quill Ferries in May.", "Quill Ferries"),
        ("In May, Quill Ferries sank.", "Quill Ferries"),
        ("She rode a Quill Runabout home.", "Quill"),
    ],
)
def test_a_name_that_only_stands_beside_a_capital_is_one(text: str, name: str) -> None:
    assert houses_of(text, name) == [name]


def test_what_stands_beside_another_name_is_a_subject() -> None:
    found = houses_of("They saw the Brimsea Quill Museum.", "Brimsea", "Quill Museum")
    assert found == ["Brimsea", "Quill Museum"]


def test_a_name_that_stands_often_is_believed() -> None:
    assert len(houses_of("The All Harbour Club. The All Harbour Club. The All Harbour Club.", "Harbour Club")) == 3


def test_a_name_is_believed_where_it_stands_alone_once() -> None:
    assert len(houses_of("She asked the All Harbour Club. The Harbour Club knew.", "Harbour Club")) == 2


def test_two_names_with_a_hyphen_are_no_third() -> None:
    names = ("Ada Quill", "Bob Doe", "Quill-Doe")
    assert "Quill-Doe" not in houses_of("Ada Quill met Bob Doe. It ended the Quill-Doe feud.", *names)


def test_a_double_name_whose_halves_are_nobody_else_stays() -> None:
    assert houses_of("Ada Quill-Doe sailed.", "Ada Quill-Doe") == ["Ada Quill-Doe"]


@pytest.mark.parametrize(
    ("other", "kept_too"),
    [
        ("Heronbury", False),
        ("Heronbrg", False),
        ("Heronbuurg", False),
        ("Heronburgh", True),
        ("Heronbay", True),
        ("Heron", True),
    ],
)
def test_a_name_with_one_letter_wrong_is_no_other(other: str, kept_too: bool) -> None:
    text = f"Ada Heronburg spoke. Later {other} left."
    assert (other in kept(text, ("Ada Heronburg", "person"), (other, "person"))) is kept_too


def test_two_names_that_stand_once_and_look_alike_are_two() -> None:
    names = ("Brimsea", "Brimses")
    assert kept("From Brimsea to Brimses.", *((name, "place") for name in names)) == ["Brimsea", "Brimses"]


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("Ada Quill", True),
        ("Quill Ada Quill", False),
        ("Port of Brimsea and Port of Quill", False),
        ("Isle of Quill and of Doe", True),
        ("Harbours I-III", False),
        ("Harbour 3", True),
        ("Budget: Fees", False),
        ("y’all", False),
        ("We’ll Sail", False),
        ("Quill’s Harbour", True),
        ("Monday Club", False),
        ("Harbour 1999", False),
        ("quill", False),
        ("", False),
    ],
)
def test_a_name_has_the_shape_of_a_tag(text: str, fit: bool) -> None:
    assert is_name(text) is fit


@given(st.text(max_size=40))
def test_no_text_breaks_the_rules(text: str) -> None:
    assert is_name(text) in (True, False)
    assert all(m.text for m in subjects(text, []))
