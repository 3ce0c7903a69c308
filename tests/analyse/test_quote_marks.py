from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse.quote_marks import find, in_paragraph

from tests.analyse.reading import story


def inside(text: str) -> list[str]:
    return [text[m.inner.start : m.inner.end] for m in in_paragraph(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Yes," said Doe.', ["Yes,"]),
        ("“Yes,” said Doe. “No.”", ["Yes,", "No."]),
        ("«Oui», said Doe.", ["Oui"]),
        ("„Ja“, said Doe.", ["Ja"]),
        ("``Yes,'' said Doe.", ["Yes,"]),
        ("''Yes,'' said Doe. ''No.''", ["Yes,", "No."]),
        ("'Yes,' said Doe.", ["Yes,"]),
        ("‘Yes,’ said Doe.", ["Yes,"]),
        ("He said it was “ over ” now.", ["over"]),
        ("Doe called it 'the workers' revolt' then.", ["the workers' revolt"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ('“Straight end," she said.', ["Straight end,"]),
        ("“Turned the wrong way,“ she said.", ["Turned the wrong way,"]),
        ("''It isn't over,'' she said.", ["It isn't over,"]),
        ("''The workers' revolt,'' she said.", ["The workers' revolt,"]),
        ("``It isn't over,'' she said.", ["It isn't over,"]),
    ],
)
def test_words_in_marks_are_found(text: str, words: list[str]) -> None:
    assert inside(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the workers' fault, is it?",
        "In the '90s they rocked 'n' rolled.",
        "Doe's and Roe's dogs' bowls.",
        "A 6'2\" man came in.",
        "‘Tis nothing.",
        "No mark at all.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert inside(text) == []


def test_an_open_mark_that_another_follows_is_dropped() -> None:
    assert inside('"We lost, she said. "We go home," said Doe.') == ["We go home,"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('Doe said: "We lost. "We go home."', [("We lost.", False), ("We go home.", True)]),
        (
            'Doe said: "Why? "Nobody knows. "Rain fell."',
            [("Why?", False), ("Nobody knows.", True), ("Rain fell.", True)],
        ),
        ('He called it "bad and "good."', [("good.", False)]),
        ('"We lost," she said. "We go home."', [("We lost,", False), ("We go home.", False)]),
    ],
)
def test_a_mark_behind_a_full_stop_opens_the_same_quotation_again(line: str, found: list[tuple[str, bool]]) -> None:
    assert spans(line) == found


def spans(*lines: str) -> list[tuple[str, bool]]:
    made = story(*lines)
    return [(made.text[m.inner.start : m.inner.end], m.continues) for m in find(made)]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert spans("Doe said: “We lost.", "“We go home.”", "Rain fell.") == [("We lost.", False), ("We go home.", True)]


def test_a_paragraph_that_opens_with_an_unclosed_mark_is_one_quotation() -> None:
    assert spans("“We lost.", "Rain fell.") == [("We lost.", False)]


def test_an_unclosed_mark_inside_a_paragraph_is_none() -> None:
    assert spans("Doe said “we lost.", "Rain fell.") == []


def test_single_marks_are_dropped_where_double_ones_are_the_rule() -> None:
    assert spans("It was ‘over’ then.", "“We lost.” “We go.”") == [("We lost.", False), ("We go.", False)]


def test_single_marks_stay_where_they_are_the_rule() -> None:
    found = [words for words, _ in spans("‘We lost,’ she said. ‘We go.’ ‘Why?’", "They sang “Rain” then.")]
    assert found == ["We lost,", "We go.", "Why?", "Rain"]


def test_headings_hold_no_quotation() -> None:
    assert spans("# “We lost,” says Doe", "Rain fell.") == []


@given(st.text(alphabet="aB .,'\"“”‘’«»„`\n-", max_size=80))
def test_the_words_lie_inside_their_marks_in_order(text: str) -> None:
    found = in_paragraph(text)
    for marked in found:
        assert marked.outer.start < marked.inner.start < marked.inner.end <= marked.outer.end
        assert text[marked.inner.start : marked.inner.end].strip()
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
