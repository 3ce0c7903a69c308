"""How sentences are weighed against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.analyse.summary_features import bags, chances, likeness, repeats, scores, vectors

FERRY = "The ferry to the island sails on Monday with new engines and an old captain."
FARES = "Fares for the ferry rise on Monday to pay for the new engines of the island line."
SOUP = "Somebody in the harbour kitchen cooked a memorable tomato soup with basil and cream."


def scored(*texts: str, title: str = "") -> list[float]:
    return scores(texts, bags(texts), title)


def test_the_earlier_of_two_equal_sentences_scores_higher() -> None:
    first, second = scored(FERRY, FERRY)
    assert first > second


def test_what_is_like_the_rest_of_the_article_scores_higher() -> None:
    values = scored("Nobody came.", FERRY, SOUP, FARES, "The captain likes the island.")
    assert values[1] > values[2]


def test_words_of_the_title_raise_a_score() -> None:
    assert scored(FERRY, SOUP, title="Soups with basil")[1] > scored(FERRY, SOUP)[1]


def test_an_article_without_content_words_is_scored_all_the_same() -> None:
    assert len(scored("And so on.", "Then some.")) == 2


def test_likeness_of_a_sentence_to_itself_is_one_and_to_a_stranger_nothing() -> None:
    ferry, soup = vectors(bags([FERRY, SOUP]))
    assert likeness(ferry, ferry) == pytest.approx(1)
    assert likeness(ferry, soup) == 0


def test_half_the_words_of_the_shorter_sentence_make_a_repetition() -> None:
    ferry, fares, soup = bags([FERRY, FARES, SOUP])
    assert repeats(ferry, fares)
    assert not repeats(ferry, soup)


def test_figures_count_double_among_the_words_that_two_sentences_share() -> None:
    grew = "The ferry line grew 5.5 per cent last year, its best since the flood."
    again = "A report of the harbour office says on Monday the line grew 5.5 per cent."
    assert repeats(*bags([grew, again]))
    assert not repeats(*bags([grew.replace("5.5", "some"), again.replace("5.5", "some")]))


def test_a_word_is_the_likelier_in_a_summary_the_earlier_it_stands_and_the_more_often() -> None:
    chance = chances(bags([FERRY, SOUP, FARES]), "")
    assert chance["ferry"] > chance["island"] - 1e-9 > chance["basil"]
    assert chance["engine"] > chance["captain"] > chance["soup"]


def test_a_word_of_the_title_is_likelier_in_a_summary() -> None:
    counts = bags([FERRY, SOUP])
    assert chances(counts, "Basil soup")["basil"] > chances(counts, "")["basil"]


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=20))
def test_the_chance_of_each_word_is_a_probability(texts: list[str], title: str) -> None:
    counts = bags(texts)
    found = chances(counts, title)
    assert set(found) == {word for bag in counts for word in bag}
    assert all(0 < chance < 1 for chance in found.values())


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=20))
def test_any_texts_have_a_score_each(texts: list[str], title: str) -> None:
    assert len(scores(texts, bags(texts), title)) == len(texts)


@given(st.lists(st.sampled_from([FERRY, FARES, SOUP, ""]), min_size=2, max_size=5))
def test_likeness_is_symmetric_and_at_most_one(texts: list[str]) -> None:
    one, other, *_ = vectors(bags(texts))
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 1 + 1e-9
