"""How much room a text takes in a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.views.lettering import LINES, cut_short, fitted, width

ROOM = 170
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("Ada Quill", ("Ada Quill",)),
        ("  Ada \n Quill ", ("Ada Quill",)),
        ("The Harbour and Tidal Power Council", ("The Harbour and Tidal", "Power Council")),
        ("Ministry for Harbours, Tides, Piers and Northern Channels", ("Ministry for Harbours,", "Tides, Piers and…")),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwll", ("Llanfairpwllgwyngyllg", "ogerychwyrndrobwll")),
        ("港湾評議会の議長と北の水路", ("港湾評議会の議長と北の水", "路")),
    ],
)
def test_a_name_stands_on_one_line_or_two_and_is_cut_where_they_do_not_hold_it(
    text: str, lines: tuple[str, ...]
) -> None:
    assert fitted(text, ROOM) == lines


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [("illi", "aaaa"), ("aaaa", "AAAA"), ("AAAA", "MMWW"), ("nnnn", "жжжж"), ("nnnn", "字字字字"), ("字字", "🌊🌊")],
)
def test_letters_count_with_their_widths(narrower: str, wider: str) -> None:
    assert width(narrower) < width(wider)


def test_marks_above_letters_and_what_cannot_be_seen_take_no_room() -> None:
    assert width("e\u0301\u200d") == width("e")


@given(TEXTS, st.integers(60, 300))
def test_no_line_is_wider_than_the_room(text: str, room: int) -> None:
    lines = fitted(text, room)
    assert len(lines) <= LINES
    assert all(width(line) <= room for line in lines)


@given(TEXTS)
def test_lines_say_the_whole_text_or_show_that_they_do_not(text: str) -> None:
    lines = fitted(text, ROOM)
    shown, whole = ("".join("".join(said).split()) for said in (lines, [text]))
    assert cut_short(text, lines) == (shown != whole)
    if shown != whole:
        assert any(line.endswith("…") for line in lines)


@given(st.lists(st.sampled_from(["Ada", "Quill", "Lumen", "Works"]), max_size=5))
def test_a_text_of_few_short_words_is_never_cut(words: list[str]) -> None:
    assert not cut_short(" ".join(words), fitted(" ".join(words), 200))
