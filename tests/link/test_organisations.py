"""Which mentions are one organisation."""

from __future__ import annotations

import pytest

from tests.link.naming import article, forms, rule, who

ABOUT = "Larch Mills met Apex Foods in Springfield about the Willow contract. "
OTHER = "Rain fell on Northfield while the Harriers lost to Eastham. "


@pytest.mark.parametrize(
    ("houses", "expected"),
    [
        ("Acme Corp. | Acme | Acme", ["Acme = Acme Corp."]),
        ("Fair Markets Authority | FMA", ["Fair Markets Authority = FMA"]),
        ("Acme Motor Co. | Acme", ["Acme Motor Co. = Acme"]),
        ("Springfield Herons | Herons", ["Springfield Herons = Herons"]),
        ("Acme Group Corp. | Acme | Acme", ["Acme = Acme Group Corp."]),
        ("Reed Party | Reed | Reed", ["Reed = Reed Party"]),
        ("The Ledger | Ledger | Ledger", ["Ledger = The Ledger"]),
        ("Acme.com | Acme | Acme", ["Acme = Acme.com"]),
        ("Eastby Harriers | Eastby | Harriers", ["Eastby Harriers = Eastby, Harriers"]),
        ("Larch University | University", ["Larch University = University"]),
        ("Federal Reed Board | Fed", ["Federal Reed Board = Fed"]),
        ("British Reed Party | Reed", ["British Reed Party = Reed"]),
        ("LarchWillow | LW", ["LarchWillow = LW"]),
        ("Federal Reed Board | Federal Oak Board | Fed", ["Fed", "Federal Oak Board", "Federal Reed Board"]),
        ("Federal Reed Board | Federal Oak Market | FOM | Fed",
         ["Federal Oak Market = FOM", "Federal Reed Board = Fed"]),
        ("American Reed | American", ["American", "American Reed"]),
        ("Union Congress | Congress", ["Congress", "Union Congress"]),
        ("Oak Bank | Elm Bank | Bank", ["Bank", "Elm Bank", "Oak Bank"]),
        ("Acme Motor | Acme Foods | Acme", ["Acme", "Acme Foods", "Acme Motor"]),
    ],
)  # fmt: skip
def test_one_article_makes_one_house_of_its_forms(houses: str, expected: list[str]) -> None:
    text = ". ".join(houses.split(" | "))
    assert forms(who(article("a", text, houses=houses))) == expected


def test_legal_endings_join_across_articles() -> None:
    found = who(article("a", ABOUT + "Acme Inc.", houses="Acme Inc."), article("b", OTHER + "Acme", houses="Acme"))
    assert len(found) == 1


def test_an_acronym_that_one_article_explains_is_known_in_all() -> None:
    found = who(
        article("a", ABOUT + "Fair Markets Authority (FMA)", houses="Fair Markets Authority | FMA"),
        article("b", OTHER + "FMA", houses="FMA"),
    )
    assert [len(one.appearances) for one in found] == [2]
    assert found[0].name == "FMA"
    assert rule(found, "Fair Markets Authority") == "initials of the full name"


def test_an_acronym_that_nobody_explains_joins_only_when_the_articles_agree() -> None:
    full = article("a", ABOUT + "Fair Markets Authority", houses="Fair Markets Authority")
    assert len(who(full, article("b", ABOUT + "FMA", houses="FMA"))) == 1
    assert len(who(full, article("b", OTHER + "FMA", houses="FMA"))) == 2


def test_an_acronym_of_two_houses_stays_alone_and_says_so() -> None:
    found = who(
        article("a", ABOUT + "Fair Markets Authority", houses="Fair Markets Authority"),
        article("b", ABOUT + "Fine Meat Association", houses="Fine Meat Association"),
        article("c", ABOUT + "FMA", houses="FMA"),
    )
    assert [one.name for one in found] == ["Fair Markets Authority", "Fine Meat Association", "FMA"]
    assert found[2].notes == ("may be Fair Markets Authority or Fine Meat Association",)


def test_an_explained_acronym_goes_before_a_longer_name_that_begins_with_it() -> None:
    found = who(
        article("a", ABOUT + "Fair Markets Authority, FMA", houses="Fair Markets Authority | FMA"),
        article("b", ABOUT + "FMA Council", houses="FMA Council"),
        article("c", ABOUT + "FMA", houses="FMA"),
    )
    assert sorted(len(one.appearances) for one in found) == [1, 2]


def test_a_clipped_form_that_one_article_uses_is_known_in_all() -> None:
    found = who(
        article("a", ABOUT + "Federal Reed Board. The Fed.", houses="Federal Reed Board | Fed"),
        article("b", OTHER + "The Fed.", houses="Fed"),
    )
    assert [len(one.appearances) for one in found] == [2]


def test_a_collection_about_one_story_joins_boldly() -> None:
    texts = [ABOUT + "Acme Motor", *[ABOUT] * 4, "Springfield heard of Acme."]
    articles = [article(str(at), text, houses="Acme Motor | Acme") for at, text in enumerate(texts)]
    assert forms(who(*articles)) == ["Acme Motor = Acme"]
    assert forms(who(articles[0], articles[-1])) == ["Acme", "Acme Motor"]


@pytest.mark.parametrize(("text", "count"), [(ABOUT, 1), (OTHER, 2)])
def test_a_part_of_a_name_joins_across_articles_only_when_these_agree(text: str, count: int) -> None:
    full = article("a", ABOUT + "Acme Motor", houses="Acme Motor")
    assert len(who(full, article("b", text + "Acme", houses="Acme"))) == count


def test_a_real_part_of_the_name_is_not_dropped_however_often_the_short_form_is_used() -> None:
    found = who(article("a", "Acme Motor Co. Acme. Acme. Acme.", houses="Acme Motor Co. | Acme"))
    assert found[0].name == "Acme Motor Co."


@pytest.mark.parametrize(
    ("branch", "alone", "expected"),
    [
        ("Acme Brazil", 3, "Acme"),
        ("Acme Brazil", 2, "Acme Brazil"),
        ("Old Acme", 3, "Acme"),
        ("Acme Group", 3, "Acme"),
        ("Acme Bank", 3, "Acme Bank"),
    ],
)
def test_a_branch_gives_the_house_no_name_where_articles_call_it_without(
    branch: str, alone: int, expected: str
) -> None:
    first = article("a", f"{ABOUT}{branch} grew. Acme too.", houses=f"{branch} | Acme | Larch Mills | Apex Foods")
    others = [
        article(f"b{n}", f"{ABOUT}Acme grew.", houses="Acme | Larch Mills | Apex Foods", days=n + 1)
        for n in range(alone)
    ]
    assert expected in [one.name for one in who(first, *others)]


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("Fair Markets Authority", "FMA", True),
        ("Apple Press", "AP", False),
    ],
)
def test_two_letters_are_too_few_to_join_articles(full: str, short: str, one: bool) -> None:
    found = who(article("a", ABOUT + full, houses=full), article("b", ABOUT + short, houses=short))
    assert (len(found) == 1) is one


def test_two_letters_join_within_an_article() -> None:
    assert len(who(article("a", "Apple Press rose. AP fell.", houses="Apple Press | AP"))) == 1


def test_a_town_taken_for_a_house_does_not_become_the_public_body_named_after_it() -> None:
    text = "Eastby Port Authority closed. The mayor of Eastby wept. The Port Authority did not."
    found = who(
        article("a", text, houses="Eastby Port Authority | Eastby | Port Authority", role="Eastby", role_text="x")
    )
    assert forms(found) == ["Eastby", "Eastby Port Authority = Port Authority"]
    assert [len(one.roles) for one in found] == [1, 0]
