from __future__ import annotations

import pytest
from newsdigest.analyse.name_shapes import Proposal, is_camel, is_person_shape, is_role, shaped
from newsdigest.model import Kind

from tests.analyse.reading import parsed

pytestmark = pytest.mark.model


def shapes(text: str, kind: Kind, before: str = "Then") -> list[tuple[str, str]]:
    _, doc = parsed(f"{before} {text}")
    first = len(before.split())
    return [(doc[p.start : p.end].text, p.kind) for p in shaped(doc, Proposal(first, len(doc), kind))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe", [("Jane Doe", "person")]),
        ("Jane Doe's", [("Jane Doe", "person")]),
        ("Jane Doe’s", [("Jane Doe", "person")]),
        ("Mr. Doe", [("Doe", "person")]),
        ("Dame Jane Doe", [("Jane Doe", "person")]),
        ("“Jane Doe", [("Jane Doe", "person")]),
        ("Jane Doe yesterday", [("Jane Doe", "person")]),
        ("Jane van der Doe", [("Jane van der Doe", "person")]),
        ("Acme CEO Jane Doe", [("Acme", "organisation"), ("Jane Doe", "person")]),
        ("Acme chief executive Jane Doe", [("Acme", "organisation"), ("Jane Doe", "person")]),
        ("Sen. Jane Doe", [("Jane Doe", "person")]),
        ("Acme Holdings", [("Acme Holdings", "organisation")]),
        ("Acme Inc.", [("Acme Inc.", "organisation")]),
        ("Harold Project", []),
        ("jane doe", []),
        ("@JaneDoe", []),
        ("https://jane.example", []),
        ("He", []),
        ("Monday", []),
        ("Dean Doe", [("Dean Doe", "person")]),
        ("Briton Johanna Doe", [("Johanna Doe", "person")]),
        ("Frenchman Doe", [("Doe", "person")]),
        ("Norman Doe", [("Norman Doe", "person")]),
        ("Adrian Henrik Doe", [("Adrian Henrik Doe", "person")]),
        ("Jane Doe QC", [("Jane Doe", "person")]),
        ("Acme DVR", []),
        ("N. Acmeton Ave", []),
        ("W. Acmeton St. Suite", []),
        ("JANE DOE", [("JANE DOE", "person")]),
    ],
)
def test_what_is_taken_for_a_person_is_trimmed_parted_or_refused(text: str, names: list[tuple[str, str]]) -> None:
    assert shapes(text, "person") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Acme Group", [("Acme Group", "organisation")]),
        ("The Acme Group", [("The Acme Group", "organisation")]),
        ("Acme Group's", [("Acme Group", "organisation")]),
        ("Acme Group &", [("Acme Group", "organisation")]),
        ("E. Acmeton St.", []),
        ("Acme National Committee entered Polling Day", [("Acme National Committee", "organisation")]),
        ("Lasting Friendship", []),
        ("Wider Consequences", []),
        ("API", []),
        ("Ministry of Health", [("Ministry of Health", "organisation")]),
        ("Acme’s CEO", [("Acme", "organisation")]),
    ],
)
def test_what_is_taken_for_an_organisation_likewise(text: str, names: list[tuple[str, str]]) -> None:
    assert shapes(text, "organisation") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Netherlands", [("Netherlands", "place")]),
        ("MapleSoft", [("MapleSoft", "organisation")]),
        ("McMurdo", [("McMurdo", "place")]),
    ],
)
def test_what_is_taken_for_a_place_likewise(text: str, names: list[tuple[str, str]]) -> None:
    assert shapes(text, "place") == names


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("MapleSoft", True),
        ("iBrick", True),
        ("McDoe", False),
        ("MacDoe", False),
        ("DeRoe", False),
        ("FitzRoe", False),
        ("Maple", False),
        ("NATO", False),
        ("Maple Soft", False),
    ],
)
def test_a_capital_inside_tells_a_company_s_name(word: str, verdict: bool) -> None:
    assert is_camel(word) is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Jane Doe", True),
        ("J. K. Doe", True),
        ("Jane Doe Jr.", True),
        ("Ana de la Roe", True),
        ("Doe", True),
        ("J.", False),
        ("Jane doe", False),
        ("Jane Ann Mary Sue Kay Doe", False),
        ("Jr.", False),
    ],
)
def test_the_shape_of_a_person_s_name(words: str, verdict: bool) -> None:
    assert is_person_shape(words.split()) is verdict


@pytest.mark.parametrize(
    ("word", "verdict"), [("chairman", True), ("CEO", True), ("Sen.", True), ("dean", False), ("table", False)]
)
def test_words_for_jobs(word: str, verdict: bool) -> None:
    _, doc = parsed(f"Then {word} spoke")
    assert is_role(doc[1]) is verdict
