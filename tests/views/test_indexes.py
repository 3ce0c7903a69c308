"""The indexes from A to Z."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest import views
from newsdigest.model import EntityId, Kind
from newsdigest.options import Options
from newsdigest.views.indexes import NamesPage, TagsPage, names_pages, tags_pages
from newsdigest.views.library import Library

from tests.sample import ENTITIES, edition, empty

LIBRARY = views.open_library(edition(), Options())


def names_page(library: Library, kind: Kind) -> NamesPage:
    (page,) = names_pages(library, kind)
    return page


def tags_page(library: Library) -> TagsPage:
    (page,) = tags_pages(library)
    return page


def filed(name: str, kind: Kind) -> str:
    """Under which letter a name is found."""
    only = replace(ENTITIES[0], name=name, kind=kind, id=EntityId("x"))
    (group,) = names_page(views.open_library(replace(edition(), entities=(only,)), Options()), kind).letters
    return group.letter


@pytest.mark.parametrize(
    ("name", "kind", "letter"),
    [
        ("Ada Quill", "person", "Q"),
        ("Ann de Witt", "person", "W"),
        ("Bo Lind Jr.", "person", "L"),
        ("Bo Lind III", "person", "L"),
        ("Eşref Ünal", "person", "U"),
        ("Øystein Ås", "person", "A"),
        ("Solo", "person", "S"),
        ("Jr.", "person", "J"),
        ("3-Kay", "person", "#"),
        ("🎉", "person", "#"),
        ("The Harbour Post", "organisation", "H"),
        ("A Better Pier", "organisation", "B"),
        ("Theatre Guild", "organisation", "T"),
        ("Harbour Council", "organisation", "H"),
        ("4 Winds", "organisation", "#"),
    ],
)
def test_people_are_filed_by_the_last_word_and_organisations_by_the_first(name: str, kind: Kind, letter: str) -> None:
    assert filed(name, kind) == letter


def test_letters_stand_in_order_and_have_anchors() -> None:
    letters = names_page(LIBRARY, "person").letters
    assert [(group.letter, group.anchor) for group in letters] == [
        ("B", "letter-b"),
        ("O", "letter-o"),
        ("Q", "letter-q"),
    ]


def test_people_under_one_letter_stand_by_family_name_then_by_the_whole_name() -> None:
    names = ("Zed Moor", "Ann Moore", "Ann Moor")
    people = tuple(replace(ENTITIES[2], name=n, id=EntityId(str(i))) for i, n in enumerate(names))
    (group,) = names_page(views.open_library(replace(edition(), entities=people), Options()), "person").letters
    assert [card.name for card in group.entries] == ["Ann Moor", "Zed Moor", "Ann Moore"]


def test_each_name_is_in_its_own_index_only() -> None:
    people, organisations = names_page(LIBRARY, "person"), names_page(LIBRARY, "organisation")
    assert {c.name for g in people.letters for c in g.entries} == {"Ada Quill", "Inés Okoye", "Tomas Brandt"}
    assert {c.name for g in organisations.letters for c in g.entries} == {"Lumen Works", "Harbour Council"}
    assert people.lead.startswith("3 named in the articles")
    assert (people.meta.path, organisations.meta.path) == ("people.html", "organisations.html")


def test_names_in_a_single_article_stand_under_their_letter_only() -> None:
    once = tuple(replace(e, appearances=e.appearances[:1]) for e in ENTITIES)
    page = names_page(views.open_library(replace(edition(), entities=once), Options()), "person")
    assert (page.most, len(page.letters)) == ((), 3)


def test_by_number_of_articles_comes_the_most_named_first() -> None:
    assert [card.name for card in names_page(LIBRARY, "organisation").most] == ["Lumen Works", "Harbour Council"]


def test_subjects_of_several_articles_are_listed_by_their_number_too() -> None:
    page = tags_page(views.open_library(edition(), Options(tag_pages=1)))
    assert [tag.name for tag in page.most] == ["Ada Quill", "northern channel", "turbines"]
    assert page.total == 4
    assert [group.letter for group in page.letters] == ["A", "N", "T"]
    assert [tag.name for tag in page.letters[2].entries] == ["tidal power", "turbines"]


def test_a_name_that_is_the_tag_of_one_article_stands_in_no_index_of_subjects() -> None:
    few = [replace(tag, stories=tag.stories[:1]) if tag.entity_id else tag for tag in edition().tags]
    page = tags_page(views.open_library(replace(edition(), tags=tuple(few)), Options()))
    assert [tag.name for group in page.letters for tag in group.entries] == ["northern channel", "turbines"]


def test_a_subject_without_a_page_stands_in_no_index() -> None:
    page = tags_page(LIBRARY)
    assert page.total == 3
    names = [tag.name for group in page.letters for tag in group.entries]
    assert names == ["Ada Quill", "northern channel", "turbines"]


def test_without_names_and_subjects_the_indexes_are_empty() -> None:
    library = views.open_library(empty(), Options())
    assert names_page(library, "person").letters == ()
    assert tags_page(library).letters == ()
