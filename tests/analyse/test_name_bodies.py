from __future__ import annotations

import pytest
from newsdigest.analyse.name_bodies import completed, is_office_or_word, spelt_out
from newsdigest.analyse.name_shapes import Proposal, shaped

from tests.analyse.reading import names, parsed

ACRONYMS = [
    ("The Union of Eastby Dairy Farmers (UEDF) met.", {"UEDF": "Union of Eastby Dairy Farmers"}),
    ("Then Eastby for the Arts (EA) met.", {"EA": "Eastby for the Arts"}),
    ("The Eastby Dairy (UEDF) met.", {}),
    ("The dairy farmers (DF) met.", {}),
    ("Minister Jane Doe of Eastby Dairy Board (EDB) left.", {"EDB": "Eastby Dairy Board"}),
]


@pytest.mark.parametrize(("text", "found"), ACRONYMS)
def test_an_acronym_is_spelt_out_by_the_words_before_its_brackets(text: str, found: dict[str, str]) -> None:
    assert spelt_out(text) == found


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "name", "whole"),
    [
        ("The Department of the Treasury met.", "Department", "Department of the Treasury"),
        ("The Eastby Office for Fair Trade met.", "Eastby Office", "Eastby Office for Fair Trade"),
        ("The Eastby NV met.", "Eastby", "Eastby NV"),
        ("The Eastby Union of course met.", "Eastby Union", "Eastby Union"),
        ("The Eastby of Acme met.", "Eastby", "Eastby"),
    ],
)
def test_a_body_runs_to_its_end(line: str, name: str, whole: str) -> None:
    _, doc = parsed(line)
    span = doc.char_span(line.index(name), line.index(name) + len(name))
    assert span is not None
    after = (
        Proposal(span.end + 1, span.end + 2, "place") if whole != name else Proposal(len(doc) - 1, len(doc), "place")
    )
    given = [Proposal(span.start, span.end, "organisation"), after]
    got = completed(doc, given)
    assert doc[got[0].start : got[0].end].text == whole
    assert [p.start for p in got[1:]] == [p.start for p in given[1:] if p.start >= got[0].end]


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "word", "none"),
    [
        ("We met Transport Minister Jane Doe.", "Transport", True),
        ("We met Transport Secretary Jane Doe.", "Transport", True),
        ("Share this article with us.", "Share", True),
        ("We met Vextra director Jane Doe.", "Vextra", False),
    ],
)
def test_an_office_and_a_common_word_are_no_organisations(line: str, word: str, none: bool) -> None:
    _, doc = parsed(line)
    at = next(token.i for token in doc if token.text == word)
    assert is_office_or_word(doc, Proposal(at, at + 1, "organisation")) is none
    assert not is_office_or_word(doc, Proposal(at, at + 1, "person"))
    assert not is_office_or_word(doc, Proposal(at, at + 2, "organisation"))


@pytest.mark.model
def test_what_brackets_spell_out_is_an_organisation_where_its_letters_are() -> None:
    lines = (
        "The Union of Eastby Dairy Farmers (UEDF) met.",
        "The UEDF, a union, said so. UEDF officials agreed.",
    )
    assert {"UEDF", "Union of Eastby Dairy Farmers"} <= set(names("organisation", *lines))


@pytest.mark.model
def test_letters_of_a_thing_are_none() -> None:
    assert "EDL" not in names("organisation", "The Eastby Deaf Language (EDL) is old. Many people use EDL.")


@pytest.mark.model
@pytest.mark.parametrize(
    "name", ["Senior Vextra Manager", "Bring Your Brandvold", "Acme Sign Language", "Acme Data Display"]
)
def test_jobs_titles_and_ideas_are_no_organisations(name: str) -> None:
    _, doc = parsed(f"They talked about {name} in the evening.")
    span = doc.char_span(18, 18 + len(name))
    assert span is not None
    assert list(shaped(doc, Proposal(span.start, span.end, "organisation"))) == []


@pytest.mark.model
def test_a_party_that_sounds_like_a_person_is_told_by_its_members() -> None:
    lines = ("A Plaen Cymdor MP spoke.", "Plaen Cymdor won two seats.", "The Plaen Cymdor leader thanked Plaen Cymdor.")
    assert "Plaen Cymdor" not in names("person", *lines)
