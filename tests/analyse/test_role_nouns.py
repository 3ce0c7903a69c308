from __future__ import annotations

import pytest
from newsdigest.analyse import role_nouns

from tests.analyse.reading import mentions, parsed
from tests.analyse.role_reading import words_of

pytestmark = pytest.mark.model


def around(line: str, noun: str) -> tuple[str, str | None, tuple[str, ...]] | None:
    _, doc = parsed(line)
    phrase = role_nouns.of_noun(next(token for token in doc if token.text == noun), mentions(line))
    return words_of(line, phrase) if phrase else None


@pytest.mark.parametrize(
    ("line", "noun", "role"),
    [
        ("She is the mayor of Hamburg, Germany, now.", "mayor", "mayor of Hamburg, Germany"),
        ("She is the mayor of Hamburg, it seems.", "mayor", "mayor of Hamburg"),
        ("She is a former director of sales.", "director", "a former director of sales"),
        (
            "She is president of the energy, transport and health division.",
            "president",
            "president of the energy, transport and health division",
        ),
        (
            "She is founder of a group called Friends of the Oak.",
            "founder",
            "founder of a group called Friends of the Oak",
        ),
        ("She is author of “The Last Harbour”.", "author", "author of “The Last Harbour”"),
        ("She is director of the Hamburg-based group.", "director", "director of the Hamburg-based group"),
        ("She is a teacher who left early.", "teacher", "a teacher"),
        ("She is a teacher and lives in Hamburg.", "teacher", "a teacher"),
        ("She became a judge in 2004.", "judge", "a judge"),
        ("She is the attorney for one of four groups to sue.", "attorney", "attorney for one of four groups"),
    ],
)
def test_a_role_runs_to_the_end_of_its_noun_phrase(line: str, noun: str, role: str) -> None:
    found = around(line, noun)
    assert found is not None
    assert found[1] == role


@pytest.mark.parametrize(
    ("line", "noun", "role", "organisations"),
    [
        ("She is director of Siemens and Volkswagen.", "director", "director", ("Siemens", "Volkswagen")),
        ("She is Siemens’s director in Hamburg.", "director", "director in Hamburg", ("Siemens",)),
        (
            "She is director of Siemens’s Hamburg office.",
            "director",
            "director of Siemens’s Hamburg office",
            ("Siemens",),
        ),
        ("She is chair of the board of Siemens.", "chair", "chair of the board", ("Siemens",)),
        ("She is an engineer working on Volkswagen’s phones.", "engineer", "an engineer", ("Volkswagen",)),
    ],
)
def test_the_organisation_is_no_part_of_the_role_but_where_only_a_part_of_it_is_meant(
    line: str, noun: str, role: str, organisations: tuple[str, ...]
) -> None:
    found = around(line, noun)
    assert found is not None
    assert found[1:] == (role, organisations)


@pytest.mark.parametrize(
    ("line", "role", "organisation"),
    [
        (
            "She is a manager at Siemens’s parent company, Volkswagen.",
            "a manager at Siemens’s parent company",
            "Volkswagen",
        ),
        ("She is a manager at the car company, Volkswagen.", "a manager at the car company", "Volkswagen"),
    ],
)
def test_an_organisation_described_first_is_named_behind_the_comma(line: str, role: str, organisation: str) -> None:
    found = around(line, "manager")
    assert found is not None
    assert found[1:] == (role, (organisation,))


def test_who_works_for_a_rival_does_not_work_for_the_one_named() -> None:
    found = around("She is a manager at Siemens’s rival.", "manager")
    assert found == ("a manager at Siemens’s rival", "a manager at Siemens’s rival", ())


@pytest.mark.parametrize(
    ("line", "noun", "whole"),
    [
        ("She was director of Siemens until 2012, they say.", "director", "director of Siemens until 2012"),
        ("She was director from 2009 to 2012, they say.", "director", "director from 2009 to 2012"),
    ],
)
def test_how_long_it_lasted_is_told_and_no_part_of_the_role(line: str, noun: str, whole: str) -> None:
    found = around(line, noun)
    assert found is not None
    assert found[0] == whole
    assert found[1] == "director"


@pytest.mark.parametrize(("line", "noun"), [("She is the mother of two.", "mother"), ("It is a table.", "table")])
def test_a_noun_that_is_no_role_gives_none(line: str, noun: str) -> None:
    assert around(line, noun) is None


@pytest.mark.parametrize(
    ("line", "joins"),
    [
        ("and a former mayor, too.", True),
        ("and chief executive.", True),
        ("and one of the authors.", True),
        (", and a member of the board.", True),
        ("and the presidents of France and Chile.", False),
        ("and left.", False),
        ("but a mayor.", False),
    ],
)
def test_the_next_role_is_looked_for_behind_and(line: str, joins: bool) -> None:
    _, doc = parsed(line)
    assert (role_nouns.joined(doc, 0) < len(doc)) is joins
