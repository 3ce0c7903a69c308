"""Doubts about an entity, in words."""

from __future__ import annotations

import pytest
from newsdigest.link.notes import may_be

from tests.link.naming import Article, article, who

MILLS = "Larch Mills met Apex Foods in Springfield about the Willow contract. "
RAIN = "Rain fell on Northfield while the Harriers lost to Eastham. "
SEVERAL = "may be several people of this name: the 2 articles fall into 2 groups that have nothing else in common"


def pair(name: str, one: str = MILLS, two: str = RAIN) -> tuple[Article, Article]:
    return article("a", one + name, name), article("b", two + name, name)


def test_a_common_name_in_unrelated_articles_may_be_several_people() -> None:
    assert who(*pair("John Smith"))[0].notes == (SEVERAL,)


@pytest.mark.parametrize("name", ["Tiberius Quill", "John Quill", "Tiberius Smith", "John Ulric Smith", "Smith"])
def test_an_uncommon_name_is_one_person(name: str) -> None:
    assert who(*pair(name))[0].notes == ()


def test_articles_that_agree_are_on_one_person() -> None:
    assert who(*pair("John Smith", MILLS, MILLS))[0].notes == ()


def test_an_article_that_agrees_with_both_holds_them_together() -> None:
    both = article("c", MILLS + RAIN + "John Smith", "John Smith")
    assert who(*pair("John Smith"), both)[0].notes == ()


def test_the_same_role_makes_one_person() -> None:
    articles = (
        article("a", MILLS + "John Smith", "John Smith", role="John Smith", role_text="treasurer"),
        article("b", RAIN + "John Smith", "John Smith", role="John Smith", role_text="state treasurer"),
    )
    assert who(*articles)[0].notes == ()


def test_a_surname_that_three_bear_is_common_in_the_collection() -> None:
    family = article("c", "Ann Quill, Bea Quill and Cid Quill.", "Ann Quill | Bea Quill | Cid Quill")
    found = {one.name: one.notes for one in who(*pair("John Quill"), family)}
    assert found["John Quill"] == (SEVERAL,)


@pytest.mark.parametrize(
    ("names", "note"),
    [
        ((), ()),
        (("Don Doe",), ("may be Don Doe",)),
        (("Mike Doe", "Don Doe"), ("may be Don Doe or Mike Doe",)),
        (("A Doe", "B Doe", "C Doe", "D Doe"), ("may be one of 4 people, such as A Doe or B Doe",)),
    ],
)
def test_a_note_lists_few_and_counts_many(names: tuple[str, ...], note: tuple[str, ...]) -> None:
    assert may_be(names) == note
