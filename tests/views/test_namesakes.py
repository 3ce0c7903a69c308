"""Who may be taken for whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest.model import Alias, Entity, EntityId, Kind
from newsdigest.text import slugify
from newsdigest.views.namesakes import family_name, namesakes

from tests.sample import ENTITIES, STORIES

BASE = ENTITIES[2]


def named(name: str, *aliases: str, kind: Kind = "person", articles: int = 1) -> Entity:
    seen = tuple(replace(BASE.appearances[0], story_id=story.id) for story in STORIES[:articles])
    forms = tuple(Alias(alias, "stated") for alias in aliases)
    return replace(BASE, id=EntityId(slugify(name)), name=name, kind=kind, aliases=forms, appearances=seen)


def meet(one: Entity, other: Entity) -> bool:
    found = namesakes((one, other))
    assert (one.id in found) is (other.id in found)
    return one.id in found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (named("Ann Harlow"), named("Bo Harlow"), True),
        (named("Ann Harlow"), named("Bo Harlow Jr."), True),
        (named("Inés Okoye"), named("Ada Okoyé"), True),
        (named("Ann Harlow"), named("Harlow"), True),
        (named("Ann Harlow"), named("Ann Lee"), False),
        (named("Ann Harlow"), named("Harlow Lee"), False),
        (named("Ann Harlow", "Annie"), named("Bo Lee", "Annie"), True),
    ],
)
def test_people_meet_in_a_surname_or_a_form_of_their_names(one: Entity, other: Entity, expected: bool) -> None:
    assert meet(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Tide",), ("Tide Council",), True),
        (("The Tide",), ("Tide Council",), True),
        (("Tide Works",), ("Tide Council",), False),
        (("Council",), ("Tide Council",), False),
        (("Tide",), ("Tideway",), False),
        (("Union of Rail Workers", "URW"), ("United River Wardens", "URW"), True),
    ],
)
def test_organisations_meet_in_a_form_or_where_one_name_begins_the_other(
    one: tuple[str, ...], other: tuple[str, ...], expected: bool
) -> None:
    assert meet(named(*one, kind="organisation"), named(*other, kind="organisation")) is expected


def test_a_person_is_never_taken_for_an_organisation() -> None:
    assert not meet(named("Harlow"), named("Harlow Works", "Harlow", kind="organisation"))


def test_those_of_most_articles_come_first_whatever_the_order_of_the_edition() -> None:
    others = (named("Cy Harlow"), named("Bo Harlow", articles=3), named("Al Harlow"))
    one = named("Ann Harlow")
    for entities in ((one, *others), (*reversed(others), one)):
        assert [e.name for e in namesakes(entities)[one.id]] == ["Bo Harlow", "Al Harlow", "Cy Harlow"]


def test_nobody_is_a_namesake_of_their_own() -> None:
    assert namesakes((named("Tide Tide", "Tide", kind="organisation"), named("Ann Harlow", "Harlow"))) == {}


@pytest.mark.parametrize(
    ("name", "word"),
    [("Ann de Witt Jr.", "witt"), ("Plato", "plato"), ("Jr.", "jr."), ("", ""), ("Ole Ångström III", "angstrom")],
)
def test_a_person_is_filed_under_the_last_word_that_is_no_suffix(name: str, word: str) -> None:
    assert family_name(name) == word
