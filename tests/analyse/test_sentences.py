from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse.sentences import LONGEST_JOINED, boundaries
from newsdigest.text import paragraph_spans

from tests.analyse.reading import split, story


def pieces(text: str, *parsed: int) -> list[str]:
    return [text[start:end] for start, end in boundaries(text, frozenset(parsed))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["One.", "Two.", "Three."],
        ["Was it?", "It was!", "So it goes…"],
        ["Mr. Doe and Dr. Roe met Gen. Poe in St. Acme.", "They left."],
        ["J. R. Doe spoke.", "K. Roe did not."],
        ["It fell 3.5 percent to 1.2 million.", "Then it rose."],
        ["The plan (see p. 4, i.e. the last) failed.", "Nobody cared."],
        ["Prices vs. Wages were the theme.", "It ended there."],
        ["“It is over,” she said.", "“We lost.”", "He left."],
        ['"It is over," she said.', '"We lost."', "He left."],
        ["He said “no.”", "She left."],
        ["It ended (at last).", "They went home."],
        ["He left… and came back.", "It rained."],
        ["It is called Acme.com in the papers.", "It is new."],
        ["“Really?” asked the owner.", "No."],
        ["It was 5 p.m. by then.", "Rain fell."],
        ["First line.", "– Second line."],
        ["The firm, Acme Inc. of Northport, closed.", "It had failed."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They moved to the U.S.", "Nobody followed."),
        ("She founded Acme Inc.", "He sold it."),
        ("The meeting ended at 5 p.m.", "Rain fell."),
        ("He trailed off...", "Nobody spoke."),
        ("“Why?”", "Nobody knew."),
    ],
)
def test_where_both_readings_are_usual_the_parser_decides(first: str, second: str) -> None:
    text = f"{first} {second}"
    assert pieces(text, len(first) + 1) == [first, second]
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He sat on the pier.", "She left."],
        ["It was called a “riot”.", "The pier was closed."],
        ["Was it on the pier?", "She left."],
        ['He told of "harbour lights?.', "She left."],
    ],
)
def test_a_sentence_ends_where_the_space_after_it_got_lost(sentences: list[str]) -> None:
    assert pieces("".join(sentences)) == sentences


@pytest.mark.parametrize("name", ["Harbour.Com", "pier.co", "A.Doe", "Q.E.D", "3.Two"])
def test_a_full_stop_within_a_name_ends_nothing(name: str) -> None:
    assert pieces(f"They look at {name} every day.") == [f"They look at {name} every day."]


def test_a_closing_mark_that_became_a_question_mark_closes() -> None:
    text = 'He told of "harbour? lights. Then she left.'
    assert pieces(text) == ['He told of "harbour? lights.', "Then she left."]


def test_a_start_that_only_the_parser_sees_is_none() -> None:
    assert pieces("The bridge over the river was closed.", 11) == ["The bridge over the river was closed."]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "«»"])
def test_a_quotation_of_several_sentences_is_kept_whole(opening: str, closing: str) -> None:
    text = f"She said: {opening}We lost. We go home.{closing} Then she left."
    assert pieces(text) == [f"She said: {opening}We lost. We go home.{closing}", "Then she left."]


def test_a_quotation_as_long_as_a_summary_is_split() -> None:
    sentence = "We have walked a very long way over these hills. "
    text = f"“{sentence * 12}We are home.”"
    found = pieces(text)
    assert len(found) > 1
    assert all(len(piece) <= LONGEST_JOINED for piece in found)


def test_an_empty_paragraph_has_no_sentence() -> None:
    assert boundaries("") == []
    assert boundaries("   ") == []


@given(st.text(alphabet="aB. \"“”'!?…)(1é\n", max_size=120))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    found = boundaries(text)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))


@given(st.text(max_size=200), st.frozensets(st.integers(0, 200)))
def test_whatever_the_parser_says_no_character_is_lost(text: str, parsed: frozenset[int]) -> None:
    assert "".join("".join(text[a:b].split()) for a, b in boundaries(text, parsed)) == "".join(text.split())


@pytest.mark.model
def test_headings_and_attributions_have_no_sentence() -> None:
    found = split("# The end of it", "It rained. It stopped.", "~ Jane Doe, owner", "Nobody came.")
    assert [sentence.paragraph for sentence in found] == [1, 1, 3]


@pytest.mark.model
def test_a_sentence_stays_in_its_paragraph_and_is_verbatim() -> None:
    lines = ("It rained on the harbour. It", "stopped. Jane Doe left", "without a word.")
    made = story(*lines)
    spans = list(paragraph_spans(made.paragraphs))
    for sentence in split(*lines):
        assert (
            spans[sentence.paragraph].start <= sentence.span.start < sentence.span.end <= spans[sentence.paragraph].end
        )
    assert [made.text[s.span.start : s.span.end] for s in split(*lines)][:2] == ["It rained on the harbour.", "It"]


@pytest.mark.model
def test_a_paragraph_that_the_model_reads_in_part_has_sentences_up_to_there() -> None:
    sentence = "The ferry of Eastby sailed again on Monday after a winter of repairs."
    lines = (" ".join([sentence] * 2000),)
    found = [story(*lines).text[s.span.start : s.span.end] for s in split(*lines)]
    assert len(found) > 1000
    assert set(found) == {sentence}
