"""Roles in order: which one leads, and which ones say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from newsdigest.model import Entity, StatedRole
from newsdigest.options import Options
from newsdigest.views.library import Library, open_library
from newsdigest.views.roles import place_of, reported_roles, role_in, without_article

from tests.sample import ENTITIES, STORIES, edition

OKOYE = next(e for e in ENTITIES if e.name == "Inés Okoye")
STATED = OKOYE.roles[0].role
DAY = datetime(2026, 3, 9, 6, tzinfo=UTC)
SAME_DAY = tuple(replace(story, published=DAY.replace(hour=9 - n)) for n, story in enumerate(STORIES))
"""The sample's stories, newest first, all of one day."""
Stated = tuple[int | None, str | None, str | None]
"""The number of the story (None: the owner), the words, the organisation."""


def library(one_day: bool) -> Library:
    return open_library(replace(edition(), stories=SAME_DAY) if one_day else edition(), Options())


def told(*roles: Stated) -> Entity:
    made = (
        StatedRole(None if n is None else STORIES[n].id, replace(STATED, text=text, organisation=organisation))
        for n, text, organisation in roles
    )
    return replace(OKOYE, roles=tuple(made))


def rows(entity: Entity, one_day: bool = True) -> list[tuple[str | None, str | None, int]]:
    reported = reported_roles(library(one_day), entity)
    return [(one.role.text, one.role.organisation, len(one.statements)) for one in reported]


@pytest.mark.parametrize(
    ("one_day", "roles", "leads"),
    [
        (False, [(2, "diver", "Lumen Works"), (0, "biologist", None)], "biologist"),
        (True, [(0, "diver", None), (1, "biologist", None), (2, "biologist", None)], "biologist"),
        (False, [(0, "diver", None), (1, "biologist", None), (2, "biologist", None)], "diver"),
        (True, [(0, "diver", None), (1, "biologist", "Lumen Works")], "biologist"),
        (True, [(0, None, "Lumen Works"), (1, None, "Lumen Works"), (2, "biologist", None)], "biologist"),
        (True, [(1, "diver", None), (0, "biologist", None)], "biologist"),
        (False, [(0, "biologist", None), (None, "professor", None)], "professor"),
    ],
    ids=[
        "the newest day",
        "of one day what most articles state",
        "an older day does not count",
        "with an organisation before one without",
        "words before mere affiliation",
        "else the newest article",
        "the owner before all reports",
    ],
)
def test_the_role_that_leads(one_day: bool, roles: list[Stated], leads: str) -> None:
    assert rows(told(*roles), one_day)[0][0] == leads


def test_one_article_that_says_it_twice_counts_once() -> None:
    assert rows(told((1, "diver", None), (1, "diver", None), (0, "biologist", None)))[0][0] == "biologist"


@pytest.mark.parametrize("other", ["Marine biologist", "the marine biologist", "A marine biologist"])
def test_roles_that_differ_by_case_or_an_article_are_one_row_in_the_newest_words(other: str) -> None:
    assert rows(told((1, other, None), (0, "marine biologist", None))) == [("marine biologist", None, 2)]


def test_roles_in_different_organisations_are_different_rows() -> None:
    assert len(rows(told((0, "diver", "Lumen Works"), (0, "diver", "Harbour Council")))) == 2
    assert len(rows(told((0, "diver", "The Lumen Works"), (0, "diver", "Lumen Works")))) == 1


def test_the_order_in_which_statements_come_changes_nothing() -> None:
    roles: list[Stated] = [(0, "diver", None), (2, "a diver", None), (1, "biologist", None), (1, None, "Lumen Works")]
    assert rows(told(*roles)) == rows(told(*reversed(roles)))


def test_beside_a_name_in_an_article_stands_a_role_that_this_article_states() -> None:
    entity = told((0, "diver", None), (1, "biologist", None))
    role = role_in(library(True), entity, STORIES[1].id)
    assert role is not None
    assert role.text == "biologist"
    assert role_in(library(True), entity, STORIES[2].id) is None


@pytest.mark.parametrize(
    ("text", "bare"), [("The Mayor", "mayor"), ("an engineer", "engineer"), ("Theatre critic", "theatre critic")]
)
def test_only_a_whole_word_is_an_article(text: str, bare: str) -> None:
    assert without_article(text) == bare


@pytest.mark.parametrize(
    ("text", "organisation", "place"),
    [
        ("chair", "Lumen Works", "Lumen Works"),
        ("head of lumen works", "Lumen Works", None),
        (None, "Lumen Works", "Lumen Works"),
        ("chair", None, None),
    ],
)
def test_an_organisation_that_the_words_of_the_role_name_is_not_named_again(
    text: str | None, organisation: str | None, place: str | None
) -> None:
    assert place_of(replace(STATED, text=text, organisation=organisation)) == place
    assert place_of(None) is None
