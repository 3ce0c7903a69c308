"""Where a name stands: its sentence, its heading, or what is near it in a text without end."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from newsdigest.model import Mention, Paragraph, Sentence, Span
from newsdigest.views.places import NEAR, WHOLE, around, places

from tests.sample import ANALYSES, STORIES, span

STORY, ANALYSIS = STORIES[0], ANALYSES[0]


def words_at(where: Span) -> str:
    return STORY.text[where.start : where.end]


def test_a_name_stands_in_its_sentence() -> None:
    found = places(STORY, ANALYSIS)
    sentences = {sentence.span for sentence in ANALYSIS.sentences}
    assert len(found) == len(ANALYSIS.mentions)
    assert set(found) <= sentences
    for where, mention in zip(found, ANALYSIS.mentions, strict=True):
        assert mention.text in words_at(where)


def test_a_name_in_a_heading_stands_in_the_whole_heading() -> None:
    analysis = replace(ANALYSIS, mentions=(Mention(span(STORY, "pier becomes"), "pier becomes", "person"),))
    assert [words_at(where) for where in places(STORY, analysis)] == ["What the pier becomes"]


def test_an_article_without_sentences_shows_paragraphs() -> None:
    found = places(STORY, replace(ANALYSIS, sentences=()))
    assert {words_at(where) for where in found} <= {paragraph.text for paragraph in STORY.paragraphs}


def test_a_name_in_a_sentence_of_a_page_is_shown_with_what_stands_near() -> None:
    text = "word " * 500 + "Ada Quill " + "word " * 500
    story = replace(STORY, paragraphs=(Paragraph(text),))
    whole, hit = Span(0, len(text)), Span(2500, 2509)
    analysis = replace(ANALYSIS, sentences=(Sentence(whole, 0),), mentions=(Mention(hit, "Ada Quill", "person"),))
    (near,) = places(story, analysis)
    shown = text[near.start : near.end].split()
    assert set(shown) == {"word", "Ada", "Quill"}  # and no part of a word
    assert 100 < len(shown) < 125


def test_a_sentence_that_can_be_shown_whole_is() -> None:
    text = "Ada Quill " + "x " * (WHOLE // 2 - 6)
    story = replace(STORY, paragraphs=(Paragraph(text),))
    whole = Span(0, len(text))
    analysis = replace(
        ANALYSIS, sentences=(Sentence(whole, 0),), mentions=(Mention(Span(0, 9), "Ada Quill", "person"),)
    )
    assert places(story, analysis) == (whole,)


def test_a_name_in_one_endless_word_is_shown_alone() -> None:
    unbroken = "x" * 1000 + "Quill" + "x" * 1000
    assert around(unbroken, Span(0, 2005), Span(1000, 1005)) == Span(1000, 1005)


@given(st.text(alphabet="ab ", min_size=1, max_size=3000), st.data())
def test_what_is_near_a_name_holds_it_and_lies_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    near = around(text, Span(0, len(text)), Span(start, end))
    assert 0 <= near.start <= start < end <= near.end <= len(text)
    assert near.end - near.start <= 2 * NEAR + end - start
