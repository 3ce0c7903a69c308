"""What a text has often and is no tag all the same."""

from __future__ import annotations

import pytest

from tests.analyse.test_keywords import found

pytestmark = pytest.mark.model


def test_what_stands_in_no_sentence_comes_last() -> None:
    text = "The harbour sank.\n\nHerring Recipes\n\nThe bridge burned.\n\nBrimsea Soup Lovers"
    assert set(found(text)[:2]) == {"harbour", "bridge"}


def test_a_line_without_an_end_is_a_sentence_if_it_is_long() -> None:
    long = "the old ferry sails from the harbour to the isle of herrings and back again on every day of the year it can"
    assert found(f"Soup Lovers\n\n{long}")[0] != "Soup Lovers"


@pytest.mark.parametrize(("title", "fit"), [("A platform for herring", True), ("Herring", False)])
def test_a_faint_word_is_a_candidate_only_if_the_title_has_it(title: str, fit: bool) -> None:
    text = "The platform sank off the coast. Nobody saw the platform again. A new platform will come with the ferry."
    assert ("platform" in found(text, title=title)) is fit


def test_a_rude_word_is_no_candidate() -> None:
    text = "The bullshit went on at the harbour. Another bullshit ferry sank. It is all bullshit, she said."
    assert not [name for name in found(text) if "bullshit" in name]


def test_a_people_s_common_noun_that_stands_once_is_no_candidate() -> None:
    assert "French bakery" not in found("The bridge was sold to a French bakery. The bridge is old.")


def test_the_second_half_of_a_word_cut_at_its_hyphen_is_no_candidate() -> None:
    assert not [
        name for name in found("The chef -prepared meal was cold. The -prepared meal was late.") if name[0] == "-"
    ]
