"""One sentence for lists: verbatim, short, complete, and understood by whoever has nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse.summary_gist import LEADING, LONGEST, gist

from tests.analyse.test_summary import PLAIN, people_in, story_of

MAIN = "The harbour town of Brimsea will close its only bridge to lorries from next spring"
REST = "its fish traders fear that the longer way will cost them their morning customers in the city for good"
LONG = f"{MAIN} and so {REST}."
OTHER = "Engineers found deep cracks in two of the bridge's five pillars during an inspection in March."


def found(*texts: str, summary: tuple[int, ...] = (0,), title: str = "", people: tuple[str, ...] = ()) -> str:
    """The gist of an article of these sentences, one a paragraph; empty where there is none."""
    story, sentences = story_of(*texts, title=title)
    span = gist(story, sentences, summary, people_in(story, *people))
    return story.text[span.start : span.end] if span else ""


def test_a_short_first_sentence_is_the_gist() -> None:
    assert found(f"{MAIN}.", OTHER) == f"{MAIN}."


def test_the_summary_begins_where_the_article_does_not() -> None:
    assert found(f"{MAIN}.", OTHER, summary=(1,)) == OTHER


def test_without_a_sentence_there_is_no_gist() -> None:
    assert found(summary=()) == ""


@pytest.mark.parametrize("remark", ["Unfortunately", "Interestingly enough", "To be fair", "Sadly"])
def test_a_sentence_that_begins_with_its_author_s_opinion_is_none(remark: str) -> None:
    judged = f"{remark}, the harbour town of Brimsea will close its only bridge to lorries."
    assert found(judged, OTHER) == OTHER
    assert found(judged) == ""


@pytest.mark.parametrize("joint", ["; ", " – ", " - ", " -- ", ", but ", ", while ", ", although ", ", which "])
def test_of_a_long_sentence_the_main_clause_is_left(joint: str) -> None:
    assert found(f"{MAIN}{joint}{REST}.") == MAIN


@pytest.mark.parametrize(
    "sentence",
    [
        LONG,
        f"Because {MAIN}, but {REST}.",
        f"Brimsea, but {MAIN} and {REST}.",
        f"{MAIN} – as planned – and so {REST}.",
        f"{MAIN}, which was built in a hurry, and so {REST}.",
        f"Its mayor said: “{MAIN}, but {REST}.”",
        f"{MAIN}, but {REST}, according to the engineers of the county.",
        f"{MAIN}, although {REST}, the mayor of the town said.",
        f"{MAIN}, saying that {REST}.",
    ],
)
def test_where_no_clause_stands_by_itself_there_is_none(sentence: str) -> None:
    assert found(sentence) == ""


def test_the_longest_clause_that_fits_is_taken() -> None:
    assert found(f"{MAIN}, but not to cars, while {REST}.") == f"{MAIN}, but not to cars"


def test_another_sentence_of_the_summary_stands_in_for_one_that_is_too_long() -> None:
    assert found(LONG, "Nobody in town expected it at all.", OTHER, summary=(0, 2)) == OTHER


def test_then_one_of_the_beginning_of_the_article() -> None:
    assert found(LONG, OTHER, LONG, summary=(0, 2)) == OTHER
    assert found(*[LONG] * LEADING, OTHER) == ""


@pytest.mark.parametrize(
    "unfit",
    [
        "However, engineers found deep cracks in two of its five pillars in March.",
        "She found deep cracks in two of the bridge's five pillars in March.",
        "“We found deep cracks in two of the pillars,” said Ada Quill.",
        "What would you do about deep cracks in two of five pillars?",
        "Photo: deep cracks in two of the bridge's five pillars.",
    ],
)
def test_what_cannot_be_read_by_itself_never_stands_in(unfit: str) -> None:
    assert found(LONG, unfit, summary=(0, 1), people=("Ada Quill",)) == ""


def test_a_title_taken_from_the_text_is_not_said_again() -> None:
    assert found(f"{MAIN}.", OTHER, title=f"{MAIN}…") == OTHER
    assert found(f"{MAIN}.", OTHER, title="Bridge") == f"{MAIN}."


@given(
    st.lists(
        st.lists(
            st.sampled_from(["Brimsea ", "– ", ", but ", "; ", "“", "He ", "bridge ", "closes ", ", saying "]),
            max_size=40,
        ),
        max_size=5,
    ),
    st.integers(0, 4),
)
def test_a_gist_is_the_short_beginning_of_a_sentence_of_the_text(parts: list[list[str]], begin: int) -> None:
    texts = ["".join(part) + "." for part in parts]
    text = found(*texts, *PLAIN, summary=(begin,))
    assert len(text.split()) <= LONGEST
    assert any(sentence.startswith(text) for sentence in (*texts, *PLAIN))
