"""Clubs that are called by their city."""

from __future__ import annotations

import pytest
from newsdigest.link.organisation_clubs import plays, sport
from newsdigest.model import Span

from tests.link.naming import article, forms, who

ICE = "Eastby beat Northfield. The goaltender stopped the puck; hockey is fast. "
BALL = "Eastby 2 Northfield 1. The goalkeeper of the soccer league fell. "


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Hockey tonight", "The puck drops.", "ice hockey"),
        ("", "RUGBY - Results", "rugby"),
        ("Budget passed", "One member likes soccer.\nSo they say.", "soccer"),
        ("Budget passed", "They met.\nOne member likes soccer.", ""),
        ("A soccer and rugby week", "Soccer lost, rugby won.", ""),
        ("", "", ""),
    ],
)
def test_the_words_of_a_game_tell_the_sport(title: str, text: str, expected: str) -> None:
    assert sport(title, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eastby 2 Northfield 1", True),
        ("Eastby lost to Northfield", True),
        ("Fans beat Eastby", True),
        ("Eastby made the shirts", False),
        ("Eastby, a sponsor", False),
    ],
)
def test_a_club_is_known_by_scores_and_verbs_of_playing(text: str, expected: bool) -> None:
    start = text.index("Eastby")
    assert plays(text, [Span(start, start + 6)]) is expected


def test_clubs_of_one_city_in_two_games_are_two() -> None:
    found = who(article("a", ICE, houses="Eastby"), article("b", BALL, houses="Eastby"))
    assert forms(found) == ["Eastby", "Eastby"]
    assert [one.id for one in found] == ["eastby", "eastby-2"]


@pytest.mark.parametrize("other", [ICE, "Shares of Eastby fell."])
def test_a_club_is_one_in_all_articles_on_its_game_and_on_none(other: str) -> None:
    assert len(who(article("a", ICE, houses="Eastby"), article("b", other, houses="Eastby"))) == 1


def test_a_league_or_a_sponsor_is_the_same_in_all_games() -> None:
    ice, ball = ICE + "URW won against Larch Shoes.", BALL + "URW won. Larch Shoes pays."
    found = who(article("a", ice, houses="URW | Larch Shoes"), article("b", ball, houses="URW | Larch Shoes"))
    assert forms(found) == ["Larch Shoes", "URW"]
