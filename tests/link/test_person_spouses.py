"""Mr and Mrs Doe are two people."""

from __future__ import annotations

import pytest
from newsdigest.link.person_spouses import told_apart

from tests.link.naming import Article, article, forms, rule, who


def titled(one: Article) -> list[str]:
    story, analysis = one
    found = told_apart(story.text, list(enumerate(analysis.mentions)))
    return [found.get(at, "") for at in range(len(analysis.mentions))]


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("John Doe came. Mr Doe sat. Mrs. Doe sang.", "John Doe | Doe", ["Mr John Doe", "Mr Doe", "Mrs Doe"]),
        ("Mrs Doe sang. John Doe came. Mr. Doe sat.", "John Doe | Doe", ["Mrs Doe", "Mr John Doe", "Mr Doe"]),
        ("Mrs Jane Doe met John Doe. Mr Doe left.", "Jane Doe | John Doe | Doe",
         ["Mrs Jane Doe", "Mr John Doe", "Mr Doe"]),
        ("Lady Doe and Sir Doe.", "Doe", ["Lady Doe", "Sir Doe"]),
        ("John Doe came. Mr Doe sat. Doe left.", "John Doe | Doe", ["", "", ""]),
        ("Mr Doe met Mrs Roe.", "Doe | Roe", ["", ""]),
        ("Jane Doe and John Doe. Mr Doe and Mrs Doe.", "Jane Doe | John Doe | Doe", ["", "", "Mr Doe", "Mrs Doe"]),
    ],
)  # fmt: skip
def test_titles_tell_two_of_one_surname_apart(text: str, people: str, expected: list[str]) -> None:
    assert titled(article("a", text, people)) == expected


def test_a_wife_who_is_only_called_mrs_is_not_her_husband() -> None:
    text = "John Doe came. Mr Doe sat. His wife sang. Mrs Doe sings daily."
    found = who(article("a", text, "John Doe | Doe", quote="Doe"))
    assert forms(found) == ["John Doe = Doe", "Mrs Doe = Doe"]
    assert [one.appearances[0].mentions for one in found] == [(0, 1), (2,)]
    assert rule(found[1:], "Doe") == "same name without the title"
    assert rule(found, "Doe") == "the only Doe in its article"


def test_a_full_name_with_its_title_takes_the_surname_with_it() -> None:
    text = "Mrs Jane Doe met John Doe. Mr Doe left. Mrs Doe stayed."
    assert forms(who(article("a", text, "Jane Doe | John Doe | Doe"))) == ["Jane Doe = Doe", "John Doe = Doe"]


def test_where_nobody_knows_who_is_mr_it_stays_unresolved() -> None:
    found = who(article("a", "Jane Doe met Jo Doe. Mr Doe left. Mrs Doe stayed.", "Jane Doe | Jo Doe | Doe"))
    assert [one.notes for one in found] == [(), (), ("may be Jane Doe or Jo Doe",), ("may be Jane Doe or Jo Doe",)]


def test_a_wife_of_one_article_is_not_the_man_of_another() -> None:
    about = "Larch Mills met Apex Foods in Springfield about the Willow contract. "
    found = who(
        article("a", about + "John Doe came. Mr Doe sat. Mrs Doe sang.", "John Doe | Doe"),
        article("b", about + "Doe sat again.", "Doe"),
    )
    assert {one.name: len(one.appearances) for one in found} == {"John Doe": 2, "Mrs Doe": 1}


def test_a_title_that_belongs_to_the_mention_makes_nobody_else() -> None:
    about = "Larch Mills met Apex Foods in Springfield about the Willow contract. "
    found = who(article("a", about + "Doe spoke.", "Doe"), article("b", about + "Ms. Doe spoke.", "Ms. Doe"))
    assert len(found) == 1
