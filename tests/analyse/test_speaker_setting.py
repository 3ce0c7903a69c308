from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse import quote_marks
from newsdigest.analyse.speaker_setting import Setting, full_names, setting
from newsdigest.model import Span

from tests.analyse.reading import mentions, parsed, role_objects, split


def settings(*lines: str) -> Setting:
    made, doc = parsed(*lines)
    return setting(doc, split(*lines), mentions(*lines), role_objects(*lines), quote_marks.find(made))


@pytest.mark.model
def test_words_of_a_stretch_are_those_outside_marks_without_white_space() -> None:
    known = settings("The  owner said “we lost” then.", "Rain fell.")
    assert [token.text for token in known.words(0, len(known.text))] == "The owner said then . Rain fell .".split()


@pytest.mark.model
def test_an_empty_article_has_no_words() -> None:
    known = settings()
    assert known.words(0, 10) == []
    assert known.sentence_at(0) == -1


@pytest.mark.model
def test_only_names_that_stand_wholly_in_a_stretch_are_in_it() -> None:
    known = settings("Laura Bennett met Peter Hartmann.")
    assert [m.text for m in known.mentions(Span(0, len(known.text)))] == ["Laura Bennett", "Peter Hartmann"]
    assert [m.text for m in known.mentions(Span(6, len(known.text)))] == ["Peter Hartmann"]


@pytest.mark.model
def test_the_sentence_at_a_place_is_the_last_that_has_begun() -> None:
    known = settings("Rain fell. The owner left.", "It was dark.")
    assert [known.sentence_at(i) for i in (0, 10, 11, len(known.text) - 1)] == [0, 0, 1, 2]


@pytest.mark.model
def test_the_next_mark_is_the_next_that_opens_or_the_end() -> None:
    known = settings("“We lost,” he said. “We go home.”")
    second = known.text.index("“We go")
    assert (known.next_mark(0, 99), known.next_mark(5, 99), known.next_mark(5, 10), known.next_mark(25, 99)) == (
        0, second, 10, 99,
    )  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "cues"),
    [
        ("The owner said that he left.", ["said"]),
        ("The owner will say it tomorrow.", ["say"]),
        ("As the owner puts it, we lost.", ["puts"]),
        ("The owner puts bread on the table.", []),
        ("The owner would not call it over.", []),
        ("The owner wants to describe it.", []),
        ("“The mayor said no,” it read.", ["read"]),
        ("The call was long.", []),
    ],
)
def test_cues_are_verbs_that_tell_what_was_said(line: str, cues: list[str]) -> None:
    known = settings(line)
    assert [token.text for token in known.tokens if token.i in known.cues] == cues


def test_the_fullest_form_stays_what_it_is() -> None:
    assert full_names(["Jane Doe", "Doe", "Jane"]) == {"Jane Doe": "Jane Doe", "Doe": "Jane Doe", "Jane": "Jane Doe"}


@given(st.lists(st.lists(st.sampled_from("Ann Bea Cox Doe Eli".split()), min_size=1, max_size=3, unique=True)))
def test_a_fuller_form_holds_all_words_of_the_name(names: list[list[str]]) -> None:
    people = [" ".join(name) for name in names]
    for name, full in full_names(people).items():
        assert full in people
        assert set(name.split()) <= set(full.split())
