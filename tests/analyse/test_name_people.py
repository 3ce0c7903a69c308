from __future__ import annotations

import time
from itertools import pairwise

import pytest
from newsdigest.analyse import name_people, name_shapes
from newsdigest.analyse.name_people import proposals
from newsdigest.analyse.name_shapes import Proposal
from newsdigest.model import Kind
from spacy.tokens import Doc

from tests.analyse.reading import parsed

pytestmark = pytest.mark.model


def found(monkeypatch: pytest.MonkeyPatch, line: str, *by_model: tuple[str, Kind]) -> list[tuple[str, str]]:
    """Give what is proposed where the model sees just this, and countries."""
    doc = parsed(line)[1].copy()
    doc.ents = tuple(entity for entity in doc.ents if entity.label_ == "GPE")

    def model(doc: Doc) -> list[Proposal]:
        spans = [(doc.char_span(line.index(text), line.index(text) + len(text)), kind) for text, kind in by_model]
        return [Proposal(span.start, span.end, kind) for span, kind in spans if span is not None]

    monkeypatch.setattr(name_shapes, "proposals", model)
    return [(doc[p.start : p.end].text, p.kind) for p in proposals(doc)]


def test_people_whom_the_model_misses_are_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, "Then Johanna Brandvold came.") == [("Johanna Brandvold", "person")]


def test_the_letter_of_a_temperature_begins_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Heat it to 115 degrees F. Stir well, F. Brandvold said."
    assert found(monkeypatch, line, ("F. Stir", "person"), ("F. Brandvold", "person")) == [("F. Brandvold", "person")]


def test_a_street_bears_the_name_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, "Come to 12 W. Brandvold St. Suite 3.", ("W. Brandvold", "person")) == []


def test_the_longer_of_two_runs_for_one_person_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Then Johanna Maria Brandvold came."
    assert found(monkeypatch, line, ("Maria Brandvold", "person")) == [("Johanna Maria Brandvold", "person")]


def test_the_models_longer_name_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Then Johanna Brandvold, Jr. came."
    assert found(monkeypatch, line, ("Johanna Brandvold, Jr.", "person")) == [("Johanna Brandvold, Jr.", "person")]


def test_a_surname_that_the_model_takes_for_a_place_belongs_to_its_first_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, "Then Johanna Brandvold came.", ("Brandvold", "place")) == [
        ("Johanna Brandvold", "person")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Then striker Johanna Brandvold came.",
        "Then Mrs Johanna Brandvold came.",
        "A report by Johanna Brandvold came.",
        "Then Johanna Brandvold and Henrik Tveit came.",
        "Then Henrik Tveit, Johanna Brandvold came.",
        "She beat Johanna Brandvold (Norway) twice.",
        "They came with Johanna Brandvold (57th) twice.",
        "Then Johanna Brandvold came, and they saw Brandvold again.",
        "With Henrik Tveit, Maria Lund, Odd Lie - Johanna Brandvold.",
    ],
)
def test_what_the_model_takes_for_a_body_is_a_person_where_the_place_shows_it(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    assert ("Johanna Brandvold", "person") in found(monkeypatch, line, ("Johanna Brandvold", "organisation"))


@pytest.mark.parametrize("line", ["They work with Johanna Brandvold again.", "Johanna Brandvold cut its forecast."])
def test_and_stays_a_body_elsewhere(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    assert found(monkeypatch, line, ("Johanna Brandvold", "organisation")) == [("Johanna Brandvold", "organisation")]


def test_a_longer_body_keeps_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Then Friends of Johanna Brandvold came."
    body: tuple[str, Kind] = ("Friends of Johanna Brandvold", "organisation")
    assert found(monkeypatch, line, body) == [body]


def test_in_a_list_of_people_the_word_before_a_surname_is_its_first_name(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "The team: Johanna Brandvold, Henrik Tveit, Brynhka Lund, Maria Lie."
    assert ("Brynhka Lund", "person") in found(monkeypatch, line, ("Lund", "person"))


def test_elsewhere_it_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, "In May, Brynhka Lund came.", ("Lund", "person")) == [("Lund", "person")]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("We saw the musical Tolvek Brandvold again.", False),
        ("Serve it with Tolvek Brandvold for breakfast.", False),
        ("We met coach Tolvek Brandvold again.", True),
        ("We met Tolvek Brandvold, 45, again.", True),
        ("We met Tolvek Brandvold and Johanna Lie again.", True),
        ("We met Tolvek Brandvold, and Brandvold left.", True),
        ("Yesterday Tolvek Brandvold left.", True),
        ("We met T. Brandvold again.", True),
        ("We met Ed Brandvold again.", True),
    ],
)
def test_an_unknown_first_name_needs_something_that_shows_a_person(
    monkeypatch: pytest.MonkeyPatch, line: str, kept: bool
) -> None:
    name = next(form for form in ("Tolvek Brandvold", "T. Brandvold", "Ed Brandvold") if form in line)
    assert ((name, "person") in found(monkeypatch, line, (name, "person"))) is kept


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Veteran Spaniard Johanna Brandvold left.", "Spaniard Johanna Brandvold"),
        ("Q. Johanna Brandvold left?", "Q. Johanna Brandvold"),
        ("It was a Johanna Brandvold-style party.", "Johanna Brandvold-style"),
    ],
)
def test_an_origin_a_question_mark_and_a_suffix_are_no_part_of_a_name(
    monkeypatch: pytest.MonkeyPatch, line: str, name: str
) -> None:
    assert found(monkeypatch, line, (name, "person")) == [("Johanna Brandvold", "person")]


def test_proposals_never_overlap() -> None:
    _, doc = parsed("Johanna Brandvold, Henrik Tveit and J. Lund of Acme Bank met Queen Maria II in Lie, Norway.")
    spans = [(p.start, p.end) for p in name_people.proposals(doc)]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_thousands_of_names_are_proposed_in_seconds() -> None:
    _, doc = parsed(", ".join(f"Johanna Brandvold{'aeiou'[i % 5]}n" for i in range(3000)))
    started = time.process_time()
    assert len(proposals(doc)) > 2000
    assert time.process_time() - started < 4
