from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.analyse import entities, nlp, roles
from newsdigest.model import Mention, Span

from tests.analyse.reading import mentions, parsed, role_objects, stated, story

pytestmark = pytest.mark.model
WORDS = (
    """
    , . : ( ) - “ ” a the of at and Siemens’s Siemens Karl Weber Laura Bennett Sen. Lt. former director president
    one who was named by founded chairwoman Germany D-Ohio 45 2012 until mayor spokesman mother Hamburg-based
    """
).split()


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Siemens CEO Peter Hartmann resigned.", [("Peter Hartmann", "CEO", "Siemens")]),
        ("Siemens co-founder Peter Hartmann resigned.", [("Peter Hartmann", "co-founder", "Siemens")]),
        (
            "Siemens’ CTO (Chief Technology Officer), Laura Bennett, left.",
            [("Laura Bennett", "CTO (Chief Technology Officer)", "Siemens")],
        ),
        (
            "It was former Siemens chief executive Peter Hartmann.",
            [("Peter Hartmann", "former Siemens chief executive", "Siemens")],
        ),
        ("On Monday acting mayor Peter Hartmann resigned.", [("Peter Hartmann", "acting mayor", None)]),
        ("Secretary of State Laura Bennett spoke.", [("Laura Bennett", "Secretary of State", None)]),
        ("Then Republican Sen. Laura Bennett spoke.", [("Laura Bennett", "Republican Sen.", None)]),
    ],
)
def test_a_title_before_a_name_is_a_role(line: str, roles: list[tuple[str, str | None, str | None]]) -> None:
    assert stated(line) == roles


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Peter Hartmann, the CEO of Siemens, resigned.", [("Peter Hartmann", "CEO", "Siemens")]),
        (
            "Peter Hartmann, co-founder of Siemens and Volkswagen, resigned.",
            [("Peter Hartmann", "co-founder", "Siemens"), ("Peter Hartmann", "co-founder", "Volkswagen")],
        ),
        (
            "Laura Bennett, a leading voice in Volkswagen’s new unit, resigned.",
            [("Laura Bennett", "leading voice in Volkswagen’s new unit", "Volkswagen")],
        ),
        ("Laura Bennett, 45, head of sales at Siemens, resigned.", [("Laura Bennett", "head of sales", "Siemens")]),
        (
            "Laura Bennett, an engineer working on Volkswagen’s phones, left.",
            [("Laura Bennett", "engineer", "Volkswagen")],
        ),
        (
            "Laura Bennett, Volkswagen’s chief financial officer, left.",
            [("Laura Bennett", "chief financial officer", "Volkswagen")],
        ),
        ("Laura Bennett, a retired teacher, was there.", [("Laura Bennett", "retired teacher", None)]),
        (
            "The director of the Kessler Foundation, Laura Bennett, resigned.",
            [("Laura Bennett", "director", "Kessler Foundation")],
        ),
    ],
)
def test_an_apposition_is_a_role(line: str, roles: list[tuple[str, str | None, str | None]]) -> None:
    assert stated(line) == roles


def test_a_task_that_somebody_was_hired_for_shows_the_organisation_only() -> None:
    found = stated("Volkswagen hired Laura Bennett, founder of Brondel Labs, to lead its research.")
    assert ("Laura Bennett", None, "Volkswagen") in found
    assert any(role == "founder" for _, role, _ in found)


@pytest.mark.parametrize("line", ["Volkswagen’s Laura Bennett agreed.", "Then Laura Bennett of Volkswagen agreed."])
def test_a_possessive_alone_states_only_the_organisation(line: str) -> None:
    assert stated(line) == [("Laura Bennett", None, "Volkswagen")]


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett, wife of Peter Hartmann, left.",
        "Laura Bennett, the mother of two children, left.",
        "Laura Bennett, and the presidents of France and Chile, left.",
        "Laura Bennett, however, left the room.",
        "Laura Bennett bought a car from Siemens.",
        "The president met Laura Bennett.",
    ],
)
def test_what_is_no_role_is_not_made_one(line: str) -> None:
    assert [role for person, role, _ in stated(line) if person == "Laura Bennett"] == []


def test_a_name_in_a_compound_has_no_role() -> None:
    assert stated("Tom Moor spoke. It was said by Moor-era ministers.") == []


def test_each_person_of_a_list_keeps_the_own_role() -> None:
    found = stated("Siemens chairman Karl Weber and Volkswagen chief executive Laura Bennett met.")
    assert found == [("Karl Weber", "chairman", "Siemens"), ("Laura Bennett", "chief executive", "Volkswagen")]


def test_the_role_and_its_statement_are_verbatim() -> None:
    lines = ("Siemens CEO Peter Hartmann resigned.", "Laura Bennett, a former director of Volkswagen, did not.")
    text = story(*lines).text
    found = role_objects(*lines)
    assert [text[r.span.start : r.span.end] for r in found] == [
        "Siemens CEO Peter Hartmann",
        "Laura Bennett, a former director of Volkswagen",
    ]
    assert all(r.text is not None and r.text in text[r.span.start : r.span.end] for r in found)


def test_a_name_without_a_role_has_none() -> None:
    assert stated("Laura Bennett met Peter Hartmann in Leeds.", "They talked.") == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Laura Bennett, a biologist, spoke.", "biologist"),
        ("(NNW)Russian President Laura Bennett spoke.", "Russian President"),
        ("Undecided voter Laura Bennett spoke.", "Undecided voter"),
        ("Shop owner Laura Bennett spoke.", "Shop owner"),
        ("Laura Bennett was the club's first female winner.", "first female winner"),
        (
            "Laura Bennett, chief executive of the Hamburg-based group, spoke.",
            "chief executive of the Hamburg-based group",
        ),
        ("Laura Bennett became a judge in 2004.", "judge"),
        ("Earlier chief constable Laura Bennett spoke.", "chief constable"),
        ("Laura Bennett, editor in chief, spoke.", "editor in chief"),
        ("Laura Bennett, director of Florida sales, spoke.", "director of Florida sales"),
    ],
)
def test_a_role_is_a_noun_phrase_without_article_owner_or_year(line: str, role: str) -> None:
    assert role in [text for _, text, _ in stated(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Laura Bennett, who has run the bakery, spoke.",
        "Laura Bennett, wife of a local actress, spoke.",
        "Laura Bennett, who teaches Latin, spoke.",
        "The film was made by the executive producer of Laura Bennett.",
    ],
)
def test_a_verb_a_relative_or_a_work_gives_no_role(line: str) -> None:
    assert [text for person, text, _ in stated(line) if text] == []


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("Then Sen. Laura Bennett (D-Ohio) spoke.", "Sen. Laura Bennett (D-Ohio)"),
        ("Laura Bennett, director of Siemens until 2012, spoke.", "Laura Bennett, director of Siemens until 2012"),
    ],
)
def test_the_statement_holds_party_and_term(line: str, statement: str) -> None:
    (role,) = role_objects(line)
    assert line[role.span.start : role.span.end] == statement
    assert role.text in ("Sen.", "director")


def test_two_ways_of_reading_give_one_role() -> None:
    assert stated("Their new director, Laura Bennett, spoke.") == [("Laura Bennett", "new director", None)]


@pytest.mark.parametrize("line", ["They met fellow Laura Bennett.", "Then veteran Laura Bennett won."])
def test_a_word_that_says_nothing_alone_is_no_role(line: str) -> None:
    assert stated(line) == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Acting director Laura Bennett spoke.", "Acting director"),
        ("Laura Bennett, then director of Siemens, spoke.", "then director"),
        ("Laura Bennett, formerly director of Siemens, spoke.", "formerly director"),
        ("Laura Bennett, a retired director of Siemens, spoke.", "retired director"),
        ("Ex-director Laura Bennett spoke.", "Ex-director"),
        ("Interim director Laura Bennett spoke.", "Interim director"),
        ("Outgoing director Laura Bennett spoke.", "Outgoing director"),
        ("The late director Laura Bennett is missed.", "late director"),
    ],
)
def test_what_a_role_is_no_longer_or_not_yet_stays_in_its_words(line: str, role: str) -> None:
    assert [text for _, text, _ in stated(line)] == [role]


def test_an_organisation_that_only_the_model_sees_is_enough_beside_a_role() -> None:
    line = "Laura Bennett, a senior fellow at the Brookings Institution, spoke."
    made, doc = parsed(line)
    person = next(mention for mention in mentions(line) if mention.kind == "person")
    found = roles.find(made, doc, (person,))
    assert [(role.text, role.organisation) for role in found] == [("senior fellow", "Brookings Institution")]


def test_a_party_and_state_taken_for_a_name_has_no_role() -> None:
    line = "Rep. Laura Bennett, D-Ohio, chairwoman of Siemens, spoke."
    made, doc = parsed(line)
    party = Mention(Span(line.index("D-Ohio"), line.index(", chair")), "D-Ohio", "person")
    assert roles.find(made, doc, (party,)) == ()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_whatever_is_read_a_role_is_verbatim_and_its_statement_holds_it(line: str) -> None:
    made = story(line)
    doc = nlp.parse(made)
    for role in roles.find(made, doc, entities.find(made, doc)):
        statement = made.text[role.span.start : role.span.end]
        assert role.person in statement
        assert (role.text or "") in statement
        assert role.text or role.organisation
