"""A former role is never shown as the present one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest.model import Entity, Paragraph, Role, Span, StatedRole
from newsdigest.options import Options
from newsdigest.views.library import Library, open_library
from newsdigest.views.role_cards import RoleCard, role_cards
from newsdigest.views.roles import leading_role, role_in

from tests.sample import ENTITIES, STORIES, edition

PERSON = next(e for e in ENTITIES if e.name == "Inés Okoye")
Stated = tuple[int | None, str, str, str | None]
"""The number of the story, newest first (None: the owner), its statement, the role in it, the organisation."""


def told(*stated: Stated) -> tuple[Library, Entity]:
    """The sample with stories that consist of these statements, and the person whom they are about."""
    texts = {n: "\n\n".join(s for m, s, _, _ in stated if m == n) or "Nothing." for n in range(len(STORIES))}
    stories = tuple(replace(s, paragraphs=(Paragraph(texts[n]),)) for n, s in enumerate(STORIES))
    analyses = tuple(replace(a, sentences=(), mentions=(), roles=(), quotes=(), summary=()) for a in edition().analyses)
    roles = []
    for number, statement, text, organisation in stated:
        start = texts[number].index(statement) if number is not None else 0
        role = Role(Span(start, start + len(statement)), text, PERSON.name, organisation)
        roles.append(StatedRole(None if number is None else stories[number].id, role))
    person = replace(PERSON, roles=tuple(roles), quotes=(), appearances=(), companions=())
    return open_library(replace(edition(), stories=stories, analyses=analyses, entities=()), Options()), person


def lead(*stated: Stated) -> str | None:
    role = leading_role(*told(*stated))
    return role.text if role else None


def cards(*stated: Stated) -> list[RoleCard]:
    return list(role_cards(*told(*stated)))


@pytest.mark.parametrize(
    "statement",
    [
        "Okoye was the mayor",
        "Okoye had been a mayor",
        "Okoye, mayor until 2020",
        "Okoye, mayor from 2009 to 2012",
        "Okoye, formerly mayor",
        "Okoye resigned as mayor",
        "Okoye used to be mayor",
        "former Eastby mayor Okoye",
        "ex-Eastby mayor Okoye",
    ],
)
def test_a_role_that_its_article_gives_as_past_does_not_stand_beside_the_name(statement: str) -> None:
    assert lead((0, statement, "mayor", None)) is None
    (card,) = cards((0, statement, "mayor", None))
    assert (card.standing, card.leads) == ("given as past in the source", False)


@pytest.mark.parametrize(
    "statement",
    ["Okoye is the mayor", "Okoye was named mayor", "mayor Okoye", "Okoye was elected mayor", "the mayor, Okoye"],
)
def test_a_role_that_somebody_has_or_came_to_stands(statement: str) -> None:
    assert lead((0, statement, "mayor", None)) == "mayor"
    assert cards((0, statement, "mayor", None))[0].standing == ""


@pytest.mark.parametrize("text", ["former mayor", "ex-mayor", "then-mayor", "late mayor", "one-time mayor"])
def test_a_role_whose_own_words_say_that_it_is_past_may_stand_beside_the_name(text: str) -> None:
    assert lead((0, f"{text} Okoye", text, None)) == text


@pytest.mark.parametrize("text", ["late-night host", "expert", "executive", "pastor"])
def test_only_whole_words_say_that_a_role_is_past(text: str) -> None:
    assert cards((0, f"{text} Okoye", text, None))[0].standing == ""


def test_a_role_that_a_newer_article_calls_former_has_ended() -> None:
    stated: tuple[Stated, ...] = ((1, "mayor Okoye", "mayor", None), (0, "former mayor Okoye", "former mayor", None))
    assert lead(*stated) == "former mayor"
    assert [card.standing for card in cards(*stated)] == [
        "given as past in the source",
        "an article at least as new calls this role former",
    ]


def test_a_role_that_only_an_older_article_calls_former_stands_again() -> None:
    assert lead((0, "mayor Okoye", "mayor", None), (1, "former mayor Okoye", "former mayor", None)) == "mayor"


@pytest.mark.parametrize(
    ("text", "organisation", "ended"),
    [
        ("chair", "Lumen Works", True),
        ("chair", None, True),
        ("deputy chair", "Lumen Works", False),
        ("chair", "Harbour Council", False),
    ],
)
def test_only_the_role_that_is_called_former_has_ended(text: str, organisation: str | None, ended: bool) -> None:
    former: Stated = (0, "former chair Okoye", "former chair", "Lumen Works")
    found = {(c.text, c.organisation): c.leads for c in cards(former, (1, f"{text} Okoye", text, organisation))}
    assert found[text, organisation] is not ended


def test_an_organisation_inside_the_words_is_the_same_as_one_beside_them() -> None:
    found = cards((0, "Lumen’s former chair Okoye", "Lumen’s former chair", None), (1, "chair Okoye", "chair", "Lumen"))
    assert [card.leads for card in found] == [True, False]


def test_of_one_day_a_role_that_stands_comes_before_one_that_has_ended() -> None:
    stated: tuple[Stated, ...] = ((0, "former mayor Okoye", "former mayor", None), (0, "chair Okoye", "chair", None))
    assert lead(*stated) == "chair"


def test_what_the_owner_states_stands_whatever_articles_say() -> None:
    assert lead((0, "former mayor Okoye", "former mayor", None), (None, "mayor", "mayor", None)) == "mayor"


def test_in_its_own_article_a_past_role_is_not_shown_beside_the_name() -> None:
    library, person = told((0, "Okoye was the mayor", "mayor", None))
    assert role_in(library, person, STORIES[0].id) is None
