from __future__ import annotations

import pytest

from tests.analyse.reading import quote_objects

pytestmark = pytest.mark.model


def speaker(*lines: str) -> tuple[str | None, str]:
    quote = quote_objects(*lines)[-1]
    return quote.speaker, quote.attribution


@pytest.mark.parametrize(
    "lines",
    [
        ("Laura Bennett opened a bakery in Leeds.", "“We are ready,” she said."),
        ("Laura Bennett met Peter Hartmann in Leeds.", "“We are ready,” she said."),
        ("Peter Hartmann met Laura Bennett in Leeds.", "“We are ready,” she said."),
        ("The bakery of Laura Bennett lies beside that of Peter Hartmann.", "“We are ready,” she said."),
        ("Laura Bennett opened a bakery.", "Peter Hartmann came.", "“We are ready,” she said."),
        ("Laura Bennett opened a bakery.", "Rain fell.", "“We are ready,” she said."),
        ("“We are ready,” Laura Bennett said.", "“We open in May,” she added."),
        ("Laura Bennett opened a bakery.", "“Anna Hartmann is jealous,” she said."),
    ],
)
def test_a_pronoun_is_the_last_person_whom_it_fits(lines: tuple[str, ...]) -> None:
    assert speaker(*lines) == ("Laura Bennett", "pronoun")


@pytest.mark.parametrize(
    "lines",
    [
        ("Nobody was in Leeds.", "“We are ready,” she said."),
        ("Laura Bennett opened it.", *["It rained."] * 4, "“We are ready,” she said."),
        ("Peter Hartmann opened a bakery in Leeds.", "“We are ready,” she said."),
        ("Rumours about Laura Bennett and Anna Hartmann went round.", "“We are ready,” she said."),
        ("Laura Bennett and her team worked all night.", "“We are ready,” they said."),
    ],
)
def test_where_it_is_not_safe_to_say_a_pronoun_is_nobody(lines: tuple[str, ...]) -> None:
    assert speaker(*lines) == (None, "none")


def test_a_pronoun_is_not_looked_for_over_many_sentences_of_one_paragraph() -> None:
    line = "Laura Bennett opened it. " + "It rained. " * 14 + "“We are ready,” she said."
    assert speaker(line) == (None, "none")


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett says she would find it “over and done with”.",
        "Laura Bennett told reporters that she had called it “over and done with”.",
        "Peter Hartmann left when Laura Bennett said that she thought it “over and done with”.",
    ],
)
def test_whoever_says_what_a_pronoun_says_is_behind_it(line: str) -> None:
    assert speaker(line)[0] == "Laura Bennett"


def test_a_pronoun_behind_a_nameless_speaker_is_nobody_named() -> None:
    line = "Jane Miller had spoken on Monday. But a spokeswoman said this was old. “It was never so,” she said."
    assert speaker(line)[0] is None


def test_a_pronoun_behind_a_role_is_the_one_person_who_has_it() -> None:
    lines = ("Siemens chairwoman Laura Bennett came.", "The chairwoman said it was late.", "“We are ready,” she said.")
    assert speaker(*lines)[0] == "Laura Bennett"


def test_the_words_that_stand_for_an_unknown_speaker_are_told() -> None:
    lines = ("Nobody was in Leeds.", "“We are ready,” she said.")
    (quote,) = quote_objects(*lines)
    text = "\n\n".join(lines)
    assert quote.where is not None
    assert text[quote.where.start : quote.where.end] == "she"
