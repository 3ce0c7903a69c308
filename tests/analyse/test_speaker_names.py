from __future__ import annotations

import pytest
from newsdigest.analyse.speaker_names import fullest
from newsdigest.model import Kind, Mention, Span

from tests.analyse.reading import quote_objects


def mention(text: str, kind: Kind = "person") -> Mention:
    return Mention(Span(0, len(text)), text, kind)


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
    assert fullest(mention(name), [mention(other) for other in others]) == full


def test_an_organisation_keeps_the_form_it_is_named_by() -> None:
    everyone = [mention("Acme", "organisation"), mention("Acme Holdings", "organisation"), mention("Jane Acme")]
    assert fullest(everyone[0], everyone) == "Acme"


def test_a_surname_is_not_an_organisation_s() -> None:
    assert fullest(mention("Kessler"), [mention("Kessler"), mention("Robert Kessler Ltd", "organisation")]) == "Kessler"


def speaker(*lines: str) -> tuple[str | None, str]:
    quote = quote_objects(*lines)[-1]
    return quote.speaker, quote.attribution


@pytest.mark.model
@pytest.mark.parametrize(
    "lines",
    [
        ("Laura Bennett opened a bakery in Leeds.", "“We are ready,” she said."),
        ("Laura Bennett met Peter Hartmann in Leeds.", "“We are ready,” she said."),
        ("Laura Bennett opened a bakery.", "Rain fell.", "“We are ready,” she said."),
        ("“We are ready,” Laura Bennett said.", "“We open in May,” she added."),
    ],
)
def test_a_pronoun_is_the_last_person_that_a_sentence_is_about(lines: tuple[str, ...]) -> None:
    assert speaker(*lines) == ("Laura Bennett", "pronoun")


@pytest.mark.model
@pytest.mark.parametrize(
    "lines",
    [
        ("Nobody was in Leeds.", "“We are ready,” she said."),
        (
            "Laura Bennett opened it.",
            "It rained.",
            "It rained.",
            "It rained.",
            "It rained.",
            "“We are ready,” she said.",
        ),
        ("Rumours about Laura Bennett and Peter Hartmann went round.", "“We are ready,” she said."),
        ("Laura Bennett and her team worked all night.", "“We are ready,” they said."),
    ],
)
def test_where_it_is_not_safe_to_say_a_pronoun_is_nobody(lines: tuple[str, ...]) -> None:
    assert speaker(*lines) == (None, "none")


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
def test_a_pronoun_behind_a_nameless_speaker_is_nobody_named() -> None:
    lines = ("Jane Miller had spoken on Monday. But a spokeswoman said this was old. “It was never so,” she said.",)
    assert [quote.speaker for quote in quote_objects(*lines)] == [None]


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
