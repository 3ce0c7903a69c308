"""Where candidates stand in an article, and what they are a part of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from newsdigest.analyse import nlp
from newsdigest.analyse.keywords_phrases import places
from newsdigest.analyse.keywords_runs import NOT_ALONE, Place
from newsdigest.analyse.keywords_words import CALENDAR, DULL, GENERIC, VAGUE
from newsdigest.model import Kind, Mention, Paragraph, Span, Story, StoryId


def found(text: str, *names: tuple[str, Kind]) -> dict[str, list[Place]]:
    saved = datetime(2024, 5, 1, tzinfo=UTC)
    paragraphs = tuple(Paragraph(part) for part in text.split("\n\n"))
    story = Story(StoryId("s"), "s", "", "text", (), None, None, None, "saved", saved, "en", paragraphs, (), 1)
    mentions = [
        Mention(Span(start, start + len(name)), name, kind)
        for name, kind in names
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    return places(story, nlp.parse(story), mentions)


@pytest.mark.model
def test_places_are_where_the_text_has_them_in_its_order() -> None:
    text = "The rail strike began. Nobody liked the rail strike."
    assert [place.start for place in found(text)["rail strike"]] == [4, 40]


@pytest.mark.model
def test_a_part_knows_the_longer_phrase() -> None:
    groups = found("The car ferry sank. The night ferry sailed. The ferry is old.")
    assert [place.within for place in groups["ferry"]] == ["car ferry", "night ferry", ""]


@pytest.mark.model
def test_a_name_has_the_kind_of_its_mention() -> None:
    assert {place.kind for place in found("Ada Quill sailed.", ("Ada Quill", "person"))["ada quill"]} == {"person"}


@pytest.mark.model
def test_a_name_too_long_for_a_tag_leaves_no_part_of_it() -> None:
    name = "Harbour Commission for the Northern Sea and the Quill Isles"
    assert found(f"The {name} met. The {name} rose.", (name, "organisation")) == {}


@pytest.mark.model
def test_an_adjective_before_a_general_word_is_loose() -> None:
    assert [place.kind for place in found("There were political views on fish.")["political view"]] == ["loose"]


@pytest.mark.model
def test_a_word_that_opens_a_sentence_is_shown_as_elsewhere() -> None:
    assert found("Trawlers left the port. The trawlers came back.")["trawler"][0].text == "trawlers"


@pytest.mark.model
def test_a_word_that_has_its_capital_elsewhere_too_keeps_it() -> None:
    texts = {p.text for p in found("Herons won again. The harbour cheered for Herons.").get("heron", [])}
    assert "herons" not in texts


@pytest.mark.model
@pytest.mark.parametrize("key", ["quill", "ada", "company shares", "share"])
def test_no_candidate_cuts_a_name(key: str) -> None:
    assert key not in found("Ada Quill Company sank.", ("Ada Quill Company", "organisation"))


@pytest.mark.model
@pytest.mark.parametrize("text", ["She won the Nine Harbours cup.", "He saw the Queen of the Harbours there."])
def test_the_rest_of_a_name_that_was_not_seen_whole_is_no_candidate(text: str) -> None:
    assert not [key for key in found(text) if key.startswith("harbour")]


@pytest.mark.model
def test_a_compound_with_a_hyphen_stays_whole() -> None:
    groups = found("The city needs a bike-sharing scheme. The bike-sharing scheme is late.")
    assert "bike sharing scheme" in groups
    assert "sharing scheme" not in groups


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("He was born in March.", "march"),
        ("The 1990s were cold.", "1990s"),
        ("See https://brimsea.example/ferry now.", "https"),
        ("The amount grew.", "amount"),
        ("A number of days passed.", "day"),
        ("Welsh sailors left.", "welsh"),
    ],
)
def test_dates_numbers_addresses_and_vague_words_are_no_candidates(text: str, key: str) -> None:
    assert not [found_key for found_key in found(text) if key in found_key.split()[-1:]]


@pytest.mark.parametrize("table", [CALENDAR, DULL, GENERIC, VAGUE])
def test_the_tables_are_in_lower_case_and_all_forbidden_alone(table: frozenset[str]) -> None:
    assert all(word == word.lower() for word in table)
    assert table <= NOT_ALONE


@pytest.mark.parametrize("word", ["adult", "ceo", "content", "defeat", "experience", "hold", "patch", "win", "yen"])
def test_words_that_would_fit_any_article_are_no_tag_alone(word: str) -> None:
    assert word in NOT_ALONE


@pytest.mark.parametrize("word", ["court", "economy", "football", "health", "police", "school", "tax"])
def test_words_that_name_a_subject_are(word: str) -> None:
    assert word not in NOT_ALONE


@pytest.mark.model
def test_neither_a_short_month_nor_a_letter_is_a_candidate() -> None:
    groups = found("The ferry sailed on Sept. 3 and Mar. 9. Plan A failed. The ferry has a Plan B.")
    assert not {"sept", "sep", "mar", "a", "b"} & groups.keys()


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("She saw the All Harbours win. The All Harbours won.", "", "harbour"),
        ("They left on a two-ferry convoy route.", "", "ferry convoy"),
        ("People live on the moon Brimsea. They call the moon Brimsea home.", "", "moon brimsea"),
        ("He sold a Quillpad 5 and she bought a Quillpad 5, at last.", "quillpad 5", "5"),
        ("They met at the Best 2. The Best 2 was full.", "", "2"),
        ("Brimsea beat Norden: Norden 2-1 Brimsea, as in May.", "norden", "norden 2"),
        ("He met Quill 12 times. Then he met Quill 12 times more.", "quill", "quill 12"),
    ],
)
@pytest.mark.model
def test_names_are_neither_torn_nor_stretched(text: str, there: str, absent: str) -> None:
    keys = found(text)
    assert not there or there in keys
    assert absent not in keys
