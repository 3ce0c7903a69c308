"""What the library reaches on short articles of our own: one trap each, floors that stay."""

from __future__ import annotations

import pytest

from tests.quality.passage_scores import FIGURES, Passage, counts, f1, faults, found, passages, plain

pytestmark = pytest.mark.model

FLOORS = {
    "people": 0.91,
    "organisations": 0.78,
    "quotes": 0.93,
    "roles": 0.88,
}
"""F1 over all passages: what is reached, rounded down. Raise them when more is reached; never lower them."""


@pytest.mark.parametrize("figure", FIGURES)
def test_no_figure_falls_below_its_floor(figure: str) -> None:
    reached = f1(counts(figure))
    print(f"\n{figure}: {dict(counts(figure))} F1 {reached:.3f}", *faults(figure), sep="\n    ")
    assert reached >= FLOORS[figure]


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.name)
def test_what_a_passage_expects_stands_in_it(passage: Passage) -> None:
    text = plain(passage.text)
    for figure in FIGURES:
        for row in passage.expected[figure]:
            assert all(part in text or not part for part in row[:2]), row
    people = {name for (name,) in passage.expected["people"]}
    assert {person for person, _, _ in passage.expected["roles"]} <= people


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.name)
def test_quotations_and_roles_are_in_the_article_s_words(passage: Passage) -> None:
    text, got = plain(passage.text), found(passage.name)
    assert [words for words, _ in got["quotes"] if words not in text] == []
    assert [role for _, role, _ in got["roles"] if role not in text] == []


def test_there_is_a_passage_for_each_of_thirty_traps() -> None:
    assert len({passage.trap for passage in passages()}) == len(passages()) >= 30


def test_no_passage_names_a_pronoun_a_person() -> None:
    pronouns = {"he", "her", "him", "i", "it", "she", "they", "we", "who", "you"}
    names = {name for passage in passages() for (name,) in found(passage.name)["people"]}
    assert not names & pronouns


def test_one_of_two_people_with_a_surname_is_never_guessed() -> None:
    names = {name for (name,) in found("same-surname")["people"]}
    assert {"helena brandt", "tobias brandt"} <= names
