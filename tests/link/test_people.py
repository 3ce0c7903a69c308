"""Which mentions are one person, first in an article, then across articles."""

from __future__ import annotations

import pytest

from tests.link.naming import article, forms, rule, who

ABOUT = "Larch Mills met Apex Foods in Springfield about the Willow contract. "
OTHER = "Rain fell on Northfield while the Harriers lost to Eastham. "


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("Jane Doe came. Doe spoke.", "Jane Doe | Doe", ["Jane Doe = Doe"]),
        ("Jane Doe came. Jane spoke.", "Jane Doe | Jane", ["Jane Doe = Jane"]),
        ("Doe spoke. It was Jane Doe.", "Jane Doe | Doe", ["Jane Doe = Doe"]),
        ("Dr. Jane Doe and Ms. Doe.", "Dr. Jane Doe | Ms. Doe", ["Jane Doe = Dr. Jane Doe, Ms. Doe"]),
        ("Jane A. Doe. Jane Doe. J. Doe.", "Jane A. Doe | Jane Doe | J. Doe", ["Jane A. Doe = J. Doe, Jane Doe"]),
        ("William Doe. Bill Doe. Bill.", "William Doe | Bill Doe | Bill", ["Bill Doe = Bill, William Doe"]),
        ("Jan van der Berg. Van der Berg. Berg.", "Jan van der Berg | Van der Berg | Berg",
         ["Jan van der Berg = Berg, Van der Berg"]),
        ("JANE DOE WINS. Jane Doe won.", "JANE DOE | Jane Doe", ["Jane Doe = JANE DOE"]),
        ("Jane Doe-Roe. Doe-Roe. Roe.", "Jane Doe-Roe | Doe-Roe | Roe", ["Jane Doe-Roe = Doe-Roe, Roe"]),
        ("John Doe, John D and Doe.", "John Doe | John D | Doe", ["John Doe = Doe, John D"]),
        ("Sam Oak and Saqan Elm. S. Ash. Saqan.", "Sam Oak | Saqan Elm | S. Ash | Saqan",
         ["S. Ash", "Sam Oak", "Saqan Elm = Saqan"]),
        ("Tom Oak and Thomas Elm. Thomas.", "Tom Oak | Thomas Elm | Thomas", ["Thomas Elm = Thomas", "Tom Oak"]),
        ("Hale Elm sang. Hale won. R. Hale left.", "R. Hale | Hale Elm | Hale", ["Hale Elm = Hale", "R. Hale"]),
        ("Ron Hale met Hale Elm. Hale left.", "Ron Hale | Hale Elm | Hale", ["Hale Elm", "Ron Hale = Hale"]),
    ],
)  # fmt: skip
def test_one_article_makes_one_person_of_its_forms(text: str, people: str, expected: list[str]) -> None:
    assert forms(who(article("a", text, people))) == expected


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe", ["Doe", "Don Doe", "Mike Doe"]),
        ("Jane Doe met John Doe. J. Doe left.", "Jane Doe | John Doe | J. Doe", ["J. Doe", "Jane Doe", "John Doe"]),
        ("John Doe Jr. met John Doe Sr.", "John Doe Jr. | John Doe Sr.", ["John Doe Jr.", "John Doe Sr."]),
        ("John Doe met John Doe Jr.", "John Doe | John Doe Jr.", ["John Doe", "John Doe Jr."]),
        ("Mary and Ann met Ann & Don Doe, then Don Doe.", "Mary and Ann | Ann & Don Doe | Don Doe",
         ["Ann & Don Doe", "Don Doe", "Mary and Ann"]),
        ("Jane A. Doe met Jane B. Doe.", "Jane A. Doe | Jane B. Doe", ["Jane A. Doe", "Jane B. Doe"]),
    ],
)  # fmt: skip
def test_families_stay_apart_and_what_is_unclear_stays_alone(text: str, people: str, expected: list[str]) -> None:
    assert forms(who(article("a", text, people))) == expected


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("Jane Browning came. Brwning spoke.", "Jane Browning | Brwning", ["Jane Browning = Brwning"]),
        ("Brwning spoke. Jane Browning came.", "Jane Browning | Brwning", ["Brwning", "Jane Browning"]),
        ("Jane Browning met Jim Brawning. Brwning left.", "Jane Browning | Jim Brawning | Brwning",
         ["Brwning", "Jane Browning", "Jim Brawning"]),
    ],
)  # fmt: skip
def test_a_mistyped_surname_means_the_only_one_before_it_that_looks_so(
    text: str, people: str, expected: list[str]
) -> None:
    assert forms(who(article("a", text, people))) == expected


def test_a_surname_that_somebody_else_has_is_no_slip() -> None:
    found = who(
        article("a", "Jane Karlan came. Karlen spoke.", "Jane Karlan | Karlen"),
        article("b", OTHER + "Sue Karlen", "Sue Karlen"),
    )
    assert forms(found) == ["Jane Karlan", "Karlen", "Sue Karlen"]


def test_an_unclear_surname_says_whom_it_may_mean() -> None:
    unclear = who(article("a", "Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe"))[0]
    assert unclear.notes == ("may be Don Doe or Mike Doe",)


def test_a_surname_means_the_first_until_a_namesake_enters() -> None:
    found = who(article("a", "Don Doe won. Doe wept. Mike Doe came. Doe left.", "Don Doe | Mike Doe | Doe"))
    assert forms(found) == ["Doe", "Don Doe = Doe", "Mike Doe"]
    assert [one.appearances[0].mentions for one in found] == [(3,), (0, 1), (2,)]
    assert rule(found, "Doe") == "the Doe last named in full"


@pytest.mark.parametrize(
    ("form", "people", "words"),
    [
        ("Doe", "Jane Doe | Doe", "the only Doe in its article"),
        ("Dr. Jane Doe", "Jane Doe | Dr. Jane Doe", "same name with a title"),
        ("J. Doe", "Jane Doe | J. Doe", "initials of the full name"),
        ("Jane Doe", "Jane Ann Doe | Jane Doe", "same name, middle name left out"),
    ],
)
def test_every_form_says_why_it_was_joined(form: str, people: str, words: str) -> None:
    text = ". ".join(people.split(" | "))
    assert rule(who(article("a", text, people)), form) == words


def test_the_same_full_name_is_one_person_in_all_articles() -> None:
    found = who(article("a", ABOUT + "Jane Doe", "Jane Doe"), article("b", OTHER + "Jane Doe", "Jane Doe"))
    assert [[seen.story_id for seen in one.appearances] for one in found] == [["a", "b"]]


def test_a_lone_surname_joins_the_only_person_when_the_articles_agree() -> None:
    found = who(article("a", ABOUT + "Jane Doe", "Jane Doe"), article("b", ABOUT + "Doe said no.", "Doe"))
    assert forms(found) == ["Jane Doe = Doe"]
    assert rule(found, "Doe") == "the only Doe in an article that shares Springfield and Willow with the others"


def test_a_lone_surname_stays_alone_when_the_articles_have_nothing_in_common() -> None:
    found = who(article("a", ABOUT + "Jane Doe", "Jane Doe"), article("b", OTHER + "Doe said no.", "Doe"))
    assert forms(found) == ["Doe", "Jane Doe"]
    assert found[0].notes == ("may be Jane Doe",)


def test_a_lone_surname_stays_alone_when_two_people_have_it() -> None:
    texts = (ABOUT + "Don Doe", "Don Doe"), (ABOUT + "Mike Doe", "Mike Doe"), (ABOUT + "Doe said no.", "Doe")
    found = who(*(article(str(number), text, people) for number, (text, people) in enumerate(texts)))
    assert forms(found) == ["Doe", "Don Doe", "Mike Doe"]
    assert found[0].notes == ("may be Don Doe or Mike Doe",)


@pytest.mark.parametrize("form", ["Bill Doe", "W. Doe"])
def test_a_weak_form_joins_across_articles_only_when_these_agree(form: str) -> None:
    full = article("a", ABOUT + "William Doe", "William Doe")
    assert len(who(full, article("b", ABOUT + form, form))) == 1
    assert forms(who(full, article("b", OTHER + form, form))) == sorted(["William Doe", form])


def test_a_name_without_middle_name_stays_alone_between_two() -> None:
    found = who(
        article("a", "Jane A. Doe", "Jane A. Doe"),
        article("b", "Jane B. Doe", "Jane B. Doe"),
        article("c", "Jane Doe", "Jane Doe"),
    )
    assert forms(found) == ["Jane A. Doe", "Jane B. Doe", "Jane Doe"]
    assert found[2].notes == ("may be Jane A. Doe or Jane B. Doe",)


def test_a_form_that_one_article_explains_is_known_in_all() -> None:
    found = who(
        article("a", ABOUT + "William Doe, called Bill Doe", "William Doe | Bill Doe"),
        article("b", OTHER + "Bill Doe", "Bill Doe"),
    )
    assert forms(found) == ["Bill Doe = William Doe"]


def test_of_equally_full_forms_the_most_frequent_names_the_person() -> None:
    found = who(article("a", "Jose Roe. José Roe. José Roe.", "Jose Roe | José Roe"))
    assert forms(found) == ["José Roe = Jose Roe"]


def test_many_namesakes_are_counted_not_listed() -> None:
    names = ["Ann Doe", "Bea Doe", "Cid Doe", "Dan Doe", "Eve Doe"]
    found = who(article("a", ", ".join(names) + ". Doe.", " | ".join([*names, "Doe"])))
    assert next(one for one in found if one.name == "Doe").notes == (
        "may be one of 5 people, such as Ann Doe or Bea Doe",
    )


@pytest.mark.parametrize(("form", "people"), [("Smith", 2), ("President", 2), ("Karlan", 1)])
def test_a_common_word_alone_means_one_person_only_where_the_articles_agree(form: str, people: int) -> None:
    texts = ABOUT, OTHER, ABOUT
    found = who(*(article(str(number), f"{text} {form} said no.", form) for number, text in enumerate(texts)))
    assert sorted(len(one.appearances) for one in found) == ([1, 2] if people == 2 else [3])


def test_an_office_of_a_place_is_called_by_the_office_alone() -> None:
    text = "The Governor of Larch sat. The Governor left."
    assert forms(who(article("a", text, "Governor of Larch | Governor"))) == ["Governor of Larch = Governor"]
