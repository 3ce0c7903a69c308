from __future__ import annotations

import pytest
from newsdigest.analyse.speaker_setting import full_names

from tests.analyse.reading import quote_objects


@pytest.mark.parametrize(
    ("name", "others", "full"),
    [
        ("Doe", ["Jane Doe", "Doe"], "Jane Doe"),
        ("Jane", ["Jane Doe", "Jane"], "Jane Doe"),
        ("Doe", ["Jane Doe", "Jane Ann Doe"], "Jane Ann Doe"),
        ("Doe", ["Jane Doe", "John Doe"], "Doe"),
        ("Doe", ["Doe", "Roe"], "Doe"),
        ("Jane Doe", ["Jane Doe", "Doe"], "Jane Doe"),
        ("Doe", ["Jane Doerr"], "Doe"),
    ],
)
def test_the_fullest_form_is_given_where_just_one_person_has_it(name: str, others: list[str], full: str) -> None:
    assert full_names([name, *others])[name] == full


def speaker(*lines: str) -> tuple[str | None, str]:
    quote = quote_objects(*lines)[-1]
    return quote.speaker, quote.attribution


@pytest.mark.model
def test_the_organisation_tells_two_people_of_one_role_apart() -> None:
    lines = ("Siemens CEO Laura Bennett met Volkswagen CEO Peter Hartmann.", "“We are ready,” said the Volkswagen CEO.")
    assert speaker(*lines) == ("Peter Hartmann", "description")


@pytest.mark.model
def test_a_person_in_apposition_to_the_speaker_is_the_speaker() -> None:
    assert speaker("“We are ready,” said the owner, Laura Bennett.") == ("Laura Bennett", "named")


@pytest.mark.model
def test_a_place_does_not_speak_by_name() -> None:
    assert speaker("“We are ready,” said the mayor of Leeds.") == ("the mayor of Leeds", "description")


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("“We lost the whole harvest,” a neighbour said.", "a neighbour"),
        ("“We lost the whole harvest,” the report said.", "the report"),
        ("“We lost the whole harvest,” a welder said.", "a welder"),
        ("“We lost the whole harvest,” the company said.", "the company"),
        ("“We lost the whole harvest,” the price said.", None),
        ("“We lost the whole harvest,” the morning said.", None),
    ],
)
def test_only_people_bodies_and_texts_are_described_as_speakers(line: str, speaker: str | None) -> None:
    assert [quote.speaker for quote in quote_objects(line)] == [speaker]


@pytest.mark.model
def test_the_person_behind_a_title_is_the_speaker_and_not_the_listener() -> None:
    title = quote_objects("Jane Miller came. The shadow leader of the House Jane Miller said: “We lost it all again.”")
    aide = quote_objects("Jane Miller came. An aide to Jane Miller said: “We lost it all again.”")
    assert [quote.speaker for quote in title] == ["Jane Miller"]
    assert [quote.speaker for quote in aide] != ["Jane Miller"]


@pytest.mark.model
def test_a_quotation_left_open_has_the_speaker_of_the_next() -> None:
    found = quote_objects("“We lost the whole harvest.", "“We will sell the farm,” said Jane Miller.")
    assert [(quote.speaker, quote.attribution) for quote in found] == [
        ("Jane Miller", "continuation"),
        ("Jane Miller", "named"),
    ]


@pytest.mark.model
def test_a_quotation_opened_again_in_its_paragraph_keeps_its_speaker() -> None:
    found = quote_objects('Jane Miller said: "We lost the whole harvest. "We will have to sell the farm."')
    assert [quote.speaker for quote in found] == ["Jane Miller", "Jane Miller"]


@pytest.mark.model
def test_a_quotation_that_goes_on_is_not_given_to_the_speaker_of_the_next() -> None:
    line = 'Jane Miller said: "We lost. "Some had warned us." The chairman Paul Harris said: "We will sell the farm."'
    assert [quote.speaker for quote in quote_objects(line)] == ["Jane Miller", "Jane Miller", "Paul Harris"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("chairman", "Paul Harris"),
        ("village chairman", "Paul Harris"),
        ("national chairman", "The national chairman"),
        ("former chairman", "The former chairman"),
    ],
)
def test_a_description_is_somebody_only_if_all_of_it_is_known(who: str, speaker: str) -> None:
    line = f"Village chairman Paul Harris came on Monday. The {who} said: “We will have to sell the farm.”"
    assert [quote.speaker for quote in quote_objects(line)] == [speaker]


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("“We lost,” said the 46-year-old from Leeds.", "the 46-year-old from Leeds"),
        ("“We lost,” one of the owners said.", "one of the owners"),
        ("“We lost,” said an aide to the mayor.", "an aide"),
        ("“We lost,” the mayor's office said.", "the mayor's office"),
        ("“We lost,” tweeted Qrzwv.", "Qrzwv"),
    ],
)
def test_who_has_no_name_is_kept_in_the_article_s_words(line: str, speaker: str) -> None:
    (quote,) = quote_objects(line)
    assert (quote.speaker or "").startswith(speaker)


@pytest.mark.model
def test_a_name_that_no_other_holds_is_its_own_fullest_form() -> None:
    assert full_names(["Doe"]) == {"Doe": "Doe"}
