from __future__ import annotations

import pytest
from newsdigest.analyse import quote_marks, speaker_subjects, speakers
from newsdigest.analyse.speaker_setting import setting
from newsdigest.model import Span

from tests.analyse.reading import mentions, parsed, role_objects, split

pytestmark = pytest.mark.model


def uttered(line: str, number: int = 0) -> tuple[str, str] | None:
    made, doc = parsed(line)
    known = setting(doc, split(line), mentions(line), role_objects(line), quote_marks.find(made))
    found = speakers.attribute(known, Span(0, len(made.text)), known.marks[number])
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


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“We are ready,” beamed the owner.", "the owner"),
        ("“We are ready,” the owner snorted happily.", "the owner"),
        ("The owner shot back, “We are ready.”", "The owner"),
        ("As the owner put it, “we are ready.”", "the owner"),
        ("“We are ready.” the owner said.", "the owner"),
        ("It was “the end of it all,” said the owner.", "the owner"),
        ("The owner sent a statement saying “we are ready.”", "The owner"),
        ("The owner wrote to the mayor, saying “we are ready.”", "The owner"),
        ("It was the mayor's promise to “end it all” that failed.", "the mayor"),
        ("The mayor's reply: “We are ready.”", "The mayor"),
    ],
)
def test_a_speaker_is_found_without_a_verb_of_the_table(line: str, words: str) -> None:
    found = uttered(line)
    assert found is not None
    assert found[0] == words


@pytest.mark.parametrize(
    "line",
    [
        "“We are ready,” it was on Monday.",
        "“We lost it.” The mayor of the town and his guests said that it rained.",
        "The owner would never call it “the end”.",
        "The sign, “We are ready,” which hung on the door for many years, fell.",
    ],
)
def test_whoever_stands_by_is_no_speaker(line: str) -> None:
    assert uttered(line) is None


def test_words_that_lead_up_to_a_fragment_go_before_those_behind_it() -> None:
    line = "The guests called the plan “a dream,” the owner said."
    assert uttered(line) == ("The guests", "called")


def test_a_verb_right_behind_a_fragment_goes_before_what_leads_up_to_it() -> None:
    assert uttered("The report describes “a long winter,” said the owner.") == ("the owner", "said")


def test_whoever_does_what_the_sentence_says_has_spoken_a_fragment() -> None:
    made, doc = parsed("The owner hopes to “end it all in May” with a feast.")
    known = setting(doc, split(), mentions(), role_objects(), quote_marks.find(made))
    found = speakers.governor(known, known.marks[0])
    assert found is not None
    assert made.text[found.span.start : found.span.end] == "The owner"


def test_a_thing_has_spoken_no_fragment() -> None:
    made, doc = parsed("The price wants to “end it all in May” with a feast.")
    known = setting(doc, split(), mentions(), role_objects(), quote_marks.find(made))
    assert speakers.governor(known, known.marks[0]) is None


def test_a_relative_pronoun_stands_for_the_speaker_too() -> None:
    line = "There was the owner, who said that they were “ready”."
    made, doc = parsed(line)
    known = setting(doc, split(line), mentions(line), role_objects(line), quote_marks.find(made))
    cue = next(token for token in doc if token.text == "said")
    reached = speaker_subjects.with_relative(known, cue, Span(10, 19))
    assert line[reached.start : reached.end] == "the owner, who"


def test_a_dateline_does_not_speak() -> None:
    assert uttered("LEEDS (AP) – The owner has left, saying that he was “ready”.") != ("LEEDS", "saying")


@pytest.mark.parametrize(
    ("sentence", "word", "speaks"),
    [
        ("The owner left.", "owner", True),
        ("She left.", "She", True),
        ("It fell.", "It", True),
        ("Nobody left.", "Nobody", False),
        ("The report fell.", "report", True),
        ("The price fell.", "price", False),
        ("He left on Monday.", "Monday", False),
        ("The two left.", "two", True),
    ],
)
def test_people_bodies_and_texts_may_speak(sentence: str, word: str, speaks: bool) -> None:
    _, doc = parsed(sentence)
    known = setting(doc, split(sentence), mentions(sentence), role_objects(sentence), [])
    token = next(token for token in doc if token.text == word)
    assert speaker_subjects.may_speak(known, token) is speaks
