"""Whether two strings may name one organisation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.link.organisation_forms import explain
from newsdigest.link.organisation_names import compatible, fit, parse


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The Acme Motor Co., Inc.", ("acme", "motor")),
        ("Acme.com", ("acme",)),
        ("Acme & Sons Ltd", ("acme", "and", "sons")),
        ("U.S. Survey Office", ("us", "survey", "office")),
        ("Acmé’s", ("acme",)),
        ("Co.", ("co",)),
        ("The", ("the",)),
        ("…", ("…",)),
    ],
)
def test_a_name_loses_what_is_not_the_house(text: str, tokens: tuple[str, ...]) -> None:
    assert parse(text).tokens == tokens


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme", "Acme Corp."),
        ("Acme", "The Acme"),
        ("Acme", "Acme.com"),
        ("Acme plc", "Acme Ltd"),
        ("Acme Motor Co.", "Acme"),
        ("Acme Group", "Acme"),
        ("Larch-Willow", "Larch Willow"),
        ("LarchWillow", "Larch Willow"),
        ("Acme Bros", "Acme Brothers"),
        ("Fair Markets Authority", "FMA"),
        ("Fair Markets Authority", "F.M.A."),
        ("Office for Fair Markets", "OFM"),
        ("Office of the Fair Market", "OFM"),
        ("U.S. Rock Survey", "USRS"),
        ("U.S. Rock Survey", "Rock Survey"),
        ("Springfield Herons", "Herons"),
        ("Larch & Willow", "Larch and Willow"),
        ("Port Authority", "Eastby Port Authority"),
        ("Eastby Police", "Eastby Police Force"),
        ("EPA", "Eastby Port Authority"),
        ("United Kingdom Rock Survey", "U.K. Rock Survey"),
        ("United Nations Rock Council", "Rock Council"),
        ("NY Herons", "New York Herons"),
        ("St. Quill Rovers", "Saint Quill Rovers"),
        ("LarchWorks", "LW"),
    ],
)
def test_these_may_be_one_house(a: str, b: str) -> None:
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme", "Apex"),
        ("Acme Motor", "Acme Foods"),
        ("Bank", "Bank of Larch"),
        ("National University", "University"),
        ("TLF", "Two Larches For"),
        ("TL", "Two Larches For"),
        ("FMA", "Fair Trade Authority"),
        ("fma", "Fair Markets Authority"),
        ("First Larch Bank", "Second Larch Bank"),
        ("Eastby", "Eastby Port Authority"),
        ("Eastby", "Eastby Dept. of Health"),
        ("Eastby", "Eastby City Council"),
        ("New Eastby", "New Eastby Police Department"),
        ("Eastby", "Eastby University"),
        ("EBC", "EBC Radio"),
        ("EBC", "EBC News Online"),
    ],
)
def test_these_are_two_houses(a: str, b: str) -> None:
    assert not compatible(a, b)
    assert not compatible(b, a)


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ("Acme", "Acme Inc.", "same name without “Inc.”"),
        ("Acme Inc.", "Acme", "same name with “Inc.”"),
        ("Acme Group plc", "Acme", "same name with “Group plc”"),
        ("Acme", "The Acme", "same name without “The”"),
        ("PRK", "Kestrel Party", "explained in brackets"),
        ("University", "Larch University", "named so in the same article"),
        ("ACME", "Acme", "same name, other spelling"),
        ("FMA", "Fair Markets Authority", "initials of the full name"),
        ("Acme", "Acme Motor Co.", "same name, last part left out"),
        ("Herons", "Springfield Herons", "same name, first part left out"),
    ],
)
def test_a_join_is_explained_in_words(form: str, name: str, words: str) -> None:
    assert explain(form, name) == words


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        ("Acme", "Acme Inc.", True),
        ("Acme Holdings", "Acme", True),
        ("Acme Motor", "Acme", False),
        ("EBC", "EBC Group", True),
        ("FMA", "Fair Markets Authority", False),
    ],
)
def test_only_endings_are_sure_across_articles(a: str, b: str, sure: bool) -> None:
    found = fit(parse(a), parse(b))
    assert found is not None
    assert found.sure is sure


WORD = st.text("abcATé&.'-, ", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=4).map(" ".join), st.lists(WORD, min_size=1, max_size=4).map(" ".join))
def test_any_two_strings_can_be_compared_in_either_order(a: str, b: str) -> None:
    assert compatible(a, b) == compatible(b, a)
    assert parse(a).tokens
