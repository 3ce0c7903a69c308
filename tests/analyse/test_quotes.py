from __future__ import annotations

import pytest
from newsdigest.analyse import quote_marks
from newsdigest.model import Span

from tests.analyse.reading import parsed, quote_objects, said, story

pytestmark = pytest.mark.model

WHO = "Laura Bennett runs a bakery in Leeds with Peter Hartmann."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“We are ready,” Laura Bennett said.", "We are ready,"),
        ("“We are ready,” said Laura Bennett.", "We are ready,"),
        ("“Are we ready?” Laura Bennett asked.", "Are we ready?"),
        ("“We are ready,” Laura Bennett, the owner, told Le Monde.", "We are ready,"),
        ("“We are ready,” according to Laura Bennett.", "We are ready,"),
        ("In a letter to the mayor, the owner, Laura Bennett, said: “We are ready.”", "We are ready."),
        ("Laura Bennett said: “We are ready.”", "We are ready."),
        ("Laura Bennett said the town was “ready” and left.", "ready"),
        ("According to Laura Bennett, “We are ready.”", "We are ready."),
        ("Laura Bennett rejected the plan, saying “we are not ready.”", "we are not ready."),
        ("The plan, described by Laura Bennett as “a scandal,” failed.", "a scandal,"),
        ("It was a plan that Laura Bennett once called “the best in town”.", "the best in town"),
        ("The owner, Laura Bennett, said it was “ready”.", "ready"),
        ("“We are ready for the winter.” – Laura Bennett", "We are ready for the winter."),
        ("Laura Bennett: “We are ready for the winter.”", "We are ready for the winter."),
        ('"We are ready," Laura Bennett said.', "We are ready,"),
        ("'We are ready,' Laura Bennett said.", "We are ready,"),
        ("«We are ready», Laura Bennett said.", "We are ready"),
        ("''We are ready,'' Laura Bennett said.", "We are ready,"),
    ],
)
def test_a_quotation_is_given_to_whom_its_cue_names(line: str, words: str) -> None:
    assert said(line) == [(words, "Laura Bennett")]


def test_a_surname_is_given_in_its_fullest_form() -> None:
    found = quote_objects(WHO, "“We are ready,” Bennett said.")
    assert [(q.speaker, q.cue, q.attribution) for q in found] == [("Laura Bennett", "said", "named")]


def test_a_surname_of_two_people_is_left_as_it_stands() -> None:
    lines = ("Laura Bennett and John Bennett run a bakery.", "“We are ready,” Bennett said.")
    assert said(*lines) == [("We are ready,", "Bennett")]


def test_a_quotation_around_its_cue_has_one_speaker() -> None:
    line = "“We are ready,” Laura Bennett said. “Nobody can stop us now.”"
    assert [(q.text, q.speaker, q.attribution) for q in quote_objects(line)] == [
        ("We are ready,", "Laura Bennett", "named"),
        ("Nobody can stop us now.", "Laura Bennett", "continuation"),
    ]


def test_two_speakers_in_one_paragraph_keep_their_words() -> None:
    line = "“We are ready,” said Laura Bennett. “We are not,” said Peter Hartmann."
    assert said(line) == [("We are ready,", "Laura Bennett"), ("We are not,", "Peter Hartmann")]


def test_a_quotation_over_paragraphs_goes_on_with_its_speaker() -> None:
    found = quote_objects("Laura Bennett said: “We are ready.", "“We will open in May.”")
    assert [(q.speaker, q.attribution) for q in found] == [
        ("Laura Bennett", "named"),
        ("Laura Bennett", "continuation"),
    ]


def test_a_line_with_a_colon_introduces_the_quotation_below() -> None:
    assert said("According to Laura Bennett:", "“We are ready for the winter.”") == [
        ("We are ready for the winter.", "Laura Bennett")
    ]


def test_a_role_stands_for_the_one_person_who_has_it() -> None:
    lines = ("Siemens CEO Laura Bennett spoke in Leeds.", "“We are ready,” said the Siemens CEO.")
    found = quote_objects(*lines)
    assert [(q.speaker, q.attribution) for q in found] == [("Laura Bennett", "description")]


def test_a_role_of_two_people_is_kept_in_the_article_s_words() -> None:
    lines = ("The director Laura Bennett met the director Peter Hartmann.", "“We are ready,” said the director.")
    assert said(*lines) == [("We are ready,", "the director")]


def test_an_unnamed_speaker_is_kept_in_the_article_s_words() -> None:
    found = quote_objects("“We are ready,” said a spokesman for the town.")
    assert [(q.speaker, q.attribution) for q in found] == [("a spokesman for the town", "description")]


def test_a_pronoun_is_the_person_whom_the_sentence_before_is_about() -> None:
    found = quote_objects("Laura Bennett opened a second bakery. “We are ready,” she said.")
    assert [(q.speaker, q.attribution) for q in found] == [("Laura Bennett", "pronoun")]


def test_a_pronoun_between_two_people_is_nobody() -> None:
    lines = ("The bakery of Laura Bennett lies beside that of Helen Hartmann.", "“We are ready,” she said.")
    assert said(*lines) == [("We are ready,", None)]


def test_whoever_is_named_in_a_quotation_is_not_behind_a_pronoun() -> None:
    lines = ("Laura Bennett opened a bakery.", "“Peter Hartmann is jealous,” she said.")
    assert said(*lines) == [("Peter Hartmann is jealous,", "Laura Bennett")]


def test_the_listener_is_not_the_speaker() -> None:
    assert said("“We are ready,” Laura Bennett told Peter Hartmann.") == [("We are ready,", "Laura Bennett")]


def test_an_organisation_can_speak() -> None:
    assert said("“We are ready,” Siemens said in a statement.") == [("We are ready,", "Siemens")]


def test_an_attribution_line_names_the_speaker_of_the_paragraph_above() -> None:
    found = quote_objects(WHO, "We are ready. We open in May.", "~ The owner, Laura Bennett")
    assert [(q.text, q.speaker, q.attribution) for q in found] == [
        ("We are ready. We open in May.", "Laura Bennett", "named")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It says “open” on the door.",
        "The so-called “safety net” cost them a lot.",
        "After the ouster, dubbed “the pause” in the office, they met again.",
        "Laura “Lolly” Bennett opened a bakery.",
        "Laura Bennett is the author of “Bread and Its Enemies”.",
    ],
)
def test_scare_quotes_nicknames_and_titles_are_no_quotations(line: str) -> None:
    assert said(line) == []


def test_a_whole_sentence_without_any_cue_is_a_quotation_of_nobody() -> None:
    found = quote_objects("Rain fell.", "“Nobody can stop us from opening in May.”", "They went home.")
    assert [(q.speaker, q.cue, q.attribution) for q in found] == [(None, None, "none")]


def test_quotations_are_verbatim_and_in_order() -> None:
    lines = (WHO, "“We are ready,” Bennett said. “Come and see.”", "Hartmann called it “a dream”.")
    text = story(*lines).text
    found = quote_objects(*lines)
    assert len(found) == 3
    assert all(text[q.span.start : q.span.end] == q.text for q in found)
    assert [q.span for q in found] == sorted(q.span for q in found)


def test_a_paragraph_that_is_all_quotation_goes_on_from_the_one_before() -> None:
    found = quote_objects("“We are ready,” Laura Bennett said on Monday.", "“We will open the doors in May.”", "Rain.")
    assert [(q.speaker, q.attribution) for q in found] == [
        ("Laura Bennett", "named"),
        ("Laura Bennett", "continuation"),
    ]


def test_words_behind_a_sentence_about_somebody_else_do_not_go_on() -> None:
    line = "“We are ready,” Laura Bennett said. Peter Hartmann wants to sell. “It is far too much work for one.”"
    assert [speaker for _, speaker in said(line)] == ["Laura Bennett", None]


def test_two_quotations_side_by_side_have_one_speaker() -> None:
    line = "Peter Hartmann came. “It is far too much work for one.” “We will have to sell,” said Laura Bennett."
    assert [speaker for _, speaker in said(line)] == ["Laura Bennett", "Laura Bennett"]


def test_a_paragraph_further_down_does_not_go_on() -> None:
    found = quote_objects("“We are ready,” Laura Bennett said.", "Rain fell.", "“We will open the doors in May.”")
    assert [q.speaker for q in found] == ["Laura Bennett", None]


@pytest.mark.parametrize("words", ["[They] are ready, too", "and we are glad", "(Rain) is what we need", "Come."])
def test_what_stands_alone_behind_a_quotation_goes_on_whatever_it_begins_with(words: str) -> None:
    line = f"“We are ready,” Laura Bennett said. “{words}”"
    assert said(line)[1:] == [(words, "Laura Bennett")]


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett said on “Morning Bread” that it rained.",
        "In an interview with “Bread and Tea,” Laura Bennett said that it rained.",
        "After the song “A Winter Dance,” Laura Bennett told them to go home.",
        "The baker known as “Crusty,” said Laura Bennett, went home.",
    ],
)
def test_titles_of_works_and_shows_are_no_quotations_though_a_cue_stands_by(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“Never,” said Laura Bennett.", "Never,"),
        ("Laura Bennett shouted “Bread!” and left.", "Bread!"),
        ("Laura Bennett called him “Mister Dough”.", "Mister Dough"),
        ("Laura Bennett said over the noise of the street, “Never.”", "Never."),
        ("Laura Bennett said: “Never Again.”", "Never Again."),
    ],
)
def test_words_with_capitals_are_quotations_where_they_are_said(line: str, words: str) -> None:
    assert said(line) == [(words, "Laura Bennett")]


@pytest.mark.parametrize("mark", ["it's", "don't", "the bakers' pride"])
def test_apostrophes_do_not_end_a_quotation_in_two_apostrophes(mark: str) -> None:
    assert said(f"''We know {mark},'' said Laura Bennett.") == [(f"We know {mark},", "Laura Bennett")]


def test_single_marks_are_none_where_double_ones_are_the_rule() -> None:
    lines = ("Laura Bennett said it was ‘over’.", "“We are ready,” said Laura Bennett. “We open in May.”")
    assert [words for words, _ in said(*lines)] == ["We are ready,", "We open in May."]


def test_a_fragment_of_speech_needs_no_cue_but_a_few_words() -> None:
    assert said("Laura Bennett hopes to “end it all in May” with a feast.") == [("end it all in May", "Laura Bennett")]
    assert said("Laura Bennett wants a “safety net” for all.") == []


def test_the_name_in_its_sentence_is_where_the_speaker_stands() -> None:
    (quote,) = quote_objects("“We are ready,” Laura Bennett said.")
    assert (quote.where, quote.cue) == (Span(16, 29), "said")


def test_quotations_are_found_before_hundreds_of_unclosed_marks() -> None:
    line = "“We are ready,” she said. " * 300 + '"We lost it all ' * 300
    made, doc = parsed(line)
    marks = quote_marks.find(made)
    assert len(marks) == 300
    assert len(quote_objects(line)) == 300
    assert doc.text == line
