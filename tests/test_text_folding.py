"""Keys for comparing names and phrases, explained acronyms, words that carry a text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from newsdigest.text import IRREGULAR, acronyms, content_words, fold, singular


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rail Strikes", "rail strike"),
        ("the rail strike", "rail strike"),
        ("Quill's ferry", "Quill ferry"),
        ("Quill’s ferry", "Quill ferry"),
        ("data-centre", "data centres"),
        ("U.S.", "US"),
        ("Böll", "Boll"),
        ("ferries", "ferry"),
        ("taxes", "tax"),
        ("AT&T", "at&t"),
    ],
)
def test_fold_joins_forms_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C#"), ("C", "C++"), ("C#", "C++"), ("bus", "bu"), ("ship", "shop"), ("!!!", "???"), ("The", "")],
)
def test_fold_keeps_different_names_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
@example("…")
def test_fold_of_any_text_has_neither_capitals_nor_double_spaces(text: str) -> None:
    assert fold(text) == fold(text).lower()
    assert "  " not in fold(text)


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("ships", "ship"),
        ("ferries", "ferry"),
        ("ties", "tie"),
        ("boxes", "box"),
        ("prizes", "prize"),
        ("heroes", "hero"),
        ("shoes", "shoe"),
        ("glass", "glass"),
        ("gas", "gas"),
    ],
)
def test_singular_cuts_the_ending_of_a_plural(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("child", "children"),
        ("crisis", "crises"),
        ("fisherman", "fishermen"),
        ("foot", "feet"),
        ("man", "men"),
        ("mouse", "mice"),
        ("movie", "movies"),
        ("taxi", "taxis"),
        ("virus", "viruses"),
        ("wife", "wives"),
        ("woman", "women"),
    ],
)
def test_an_irregular_plural_is_its_singular(one: str, many: str) -> None:
    assert fold(f"the old {many}") == fold(f"the old {one}")


def test_what_is_singular_stays() -> None:
    assert [word for word in IRREGULAR.values() if singular(word) != word] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Union of Rail Workers (URW) met", {"URW": "Union of Rail Workers"}),
        ("said Brimsea Ferry Line (BFL)", {"BFL": "Brimsea Ferry Line"}),
        ("new high-speed rail (HSR) lines", {"HSR": "high-speed rail"}),
        ("Ada Quill (QRS) met", {}),
        ("(ABC) met", {}),
        ("a ship (the Ada) left", {}),
    ],
)
def test_acronyms_are_those_whose_letters_begin_the_words_before(text: str, expected: dict[str, str]) -> None:
    assert acronyms(text) == expected


def test_content_words_leave_out_function_words_and_endings() -> None:
    assert content_words("The unions' strikes don't end Ada’s day") == ["union", "strike", "end", "ada", "day"]
