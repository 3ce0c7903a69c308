from __future__ import annotations

import pytest

from tests.analyse.reading import quote_objects, said

pytestmark = pytest.mark.model

WORDS = "We are ready for the winter."


@pytest.mark.parametrize("dash", ["–", "—", "-", "―", "~"])
def test_a_name_behind_a_dash_signs_a_quotation(dash: str) -> None:
    assert said(f"“{WORDS}” {dash} Laura Bennett") == [(WORDS, "Laura Bennett")]


def test_a_signature_that_is_no_known_name_is_kept_as_it_stands() -> None:
    found = quote_objects("Rain fell on the town.", f"“{WORDS}” – Qrzt Wvbn.")
    assert [(q.speaker, q.attribution) for q in found] in (
        [("Qrzt Wvbn", "description")],
        [("Qrzt Wvbn", "named")],
    )


def test_a_sentence_behind_a_dash_signs_nothing() -> None:
    (quote,) = quote_objects("Rain fell on the town.", f"“{WORDS}” – that was all there was to read.")
    assert quote.speaker is None


@pytest.mark.parametrize(
    "line",
    [
        f"Laura Bennett: “{WORDS}”",
        f"Rain fell. Laura Bennett: “{WORDS}”",
        f"The bakery opens in May - Laura Bennett: “{WORDS}”",
        f"Ms. Laura Bennett: “{WORDS}”",
    ],
)
def test_a_name_and_a_colon_go_before_a_quotation(line: str) -> None:
    assert said(line) == [(WORDS, "Laura Bennett")]


def test_whom_somebody_tells_is_not_the_speaker_though_a_colon_follows() -> None:
    assert said(f"Peter Hartmann told Laura Bennett: “{WORDS}”") == [(WORDS, "Peter Hartmann")]


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next_by_its_cue() -> None:
    assert said("Later Laura Bennett wrote to Peter Hartmann:", f"“{WORDS}”") == [(WORDS, "Laura Bennett")]


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next_by_its_only_name() -> None:
    assert said("The bakery of Laura Bennett has a sign in the window:", f"“{WORDS}”") == [(WORDS, "Laura Bennett")]


def test_a_paragraph_that_names_two_people_and_says_nothing_introduces_nobody() -> None:
    lines = ("From the letters of Laura Bennett and Peter Hartmann:", f"“{WORDS}”")
    assert said(*lines) == [(WORDS, None)]


def test_a_sentence_that_says_something_lends_its_speaker_to_the_next() -> None:
    found = quote_objects(f"The town was late this year, Laura Bennett said. “{WORDS}”")
    assert [(q.speaker, q.cue, q.attribution) for q in found] == [("Laura Bennett", None, "named")]


def test_a_sentence_in_another_paragraph_lends_nothing() -> None:
    lines = ("The town was late this year, Laura Bennett said.", "Rain fell on Leeds.", f"“{WORDS}”")
    assert said(*lines) == [(WORDS, None)]


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett praised the town for what it had done over the winter.",
        "The town, Laura Bennett argued in a letter, had done what it could.",
        "Laura Bennett replied with a laugh, saying that Peter Hartmann had told her so.",
    ],
)
def test_a_paragraph_that_is_all_quotation_has_the_first_speaker_of_the_sentence_above(line: str) -> None:
    assert said(line, f"“{WORDS}”") == [(WORDS, "Laura Bennett")]


def test_a_paragraph_that_is_partly_quotation_has_nothing_from_above() -> None:
    assert said("Laura Bennett praised the town.", f"“{WORDS}” There was more of it on the back.") == [(WORDS, None)]


def test_an_attribution_line_takes_the_whole_paragraph_and_what_is_in_its_marks() -> None:
    found = said(f"“{WORDS} “Come and see.”", "~ – Laura Bennett, the owner")
    assert found == [(f"{WORDS} “Come and see.", "Laura Bennett")]


def test_an_attribution_line_that_names_nobody_is_kept_as_it_stands() -> None:
    assert said(WORDS, "~ – The owner") == [(WORDS, "The owner")]


def test_where_the_speaker_stands_is_told() -> None:
    line = f"Laura Bennett: “{WORDS}”"
    (quote,) = quote_objects(line)
    assert quote.where is not None
    assert line[quote.where.start : quote.where.end] == "Laura Bennett"
