from __future__ import annotations

import pytest
from newsdigest.analyse import quote_marks, speakers
from newsdigest.model import Span

from tests.analyse.reading import parsed

pytestmark = pytest.mark.model


def uttered(line: str, number: int = 0) -> tuple[str, str] | None:
    made, doc = parsed(line)
    marks = quote_marks.find(made)
    found = speakers.attribute(doc, made.text, Span(0, len(made.text)), marks, marks[number])
    return None if found is None else (made.text[found.span.start : found.span.end], found.cue.text)


@pytest.mark.parametrize(
    ("line", "words", "cue"),
    [
        ("“We are ready,” said the owner of the shop.", "the owner of the shop", "said"),
        ("“We are ready,” the owner said on Monday.", "the owner", "said"),
        ("“We are ready,” she added.", "she", "added"),
        ("“Are we ready?” he asked.", "he", "asked"),
        ("The owner said that the town was “ready”.", "The owner", "said"),
        ("The owner smiled and said: “We are ready.”", "The owner", "said"),
        ("The owner refused to talk, saying “we are ready.”", "The owner", "saying"),
        ("The plan was called “a scandal” by the mayor.", "the mayor", "called"),
        ("A woman who described it as “a scandal” left.", "A woman", "described"),
        ("“We are ready,” according to the owner.", "the owner", "According".lower()),
        ("According to the owner, “we are ready.”", "the owner", "According"),
        ("“We are ready,” the owner told the mayor.", "the owner", "told"),
    ],
)
def test_the_subject_or_agent_of_the_cue_speaks(line: str, words: str, cue: str) -> None:
    assert uttered(line) == (words, cue)


@pytest.mark.parametrize(
    "line",
    [
        "The “safety net” cost them a lot.",
        "The plan, dubbed “the pause”, failed.",
        "It was called “the pause” in the office.",
        "I said “we are ready.”",
        "It says “open” on the door.",
    ],
)
def test_without_a_cue_or_somebody_who_speaks_nobody_does(line: str) -> None:
    assert uttered(line) is None


def test_each_quotation_has_the_nearest_speaker() -> None:
    line = "“We are ready,” said the owner, adding that the mayor had called it “a dream”."
    assert uttered(line, 0) == ("the owner", "said")
    assert uttered(line, 1) == ("the mayor", "called")


def test_nobody_inside_a_quotation_is_its_speaker() -> None:
    assert uttered("“The mayor said nothing,” said the owner.") == ("the owner", "said")


def test_a_long_description_is_cut_to_its_noun() -> None:
    found = uttered(
        "“We are ready,” said the owner of the shop in the street behind the station of the old town on the hill."
    )
    assert found is not None
    assert found[0].startswith("the owner")
    assert len(found[0].split()) <= 12


def test_words_of_a_span_are_given_without_white_space() -> None:
    made, doc = parsed("The  owner left.", "Rain fell.")
    words = [token.text for token in speakers.doc_tokens(doc, Span(0, len(made.text)))]
    assert words == ["The", "owner", "left", ".", "Rain", "fell", "."]


def test_an_empty_article_has_no_words() -> None:
    _, doc = parsed()
    assert speakers.doc_tokens(doc, Span(0, 0)) == []
