"""Menus before and link lists after the article go, where a text is a whole page; elsewhere nothing does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from newsdigest.clean import frame
from newsdigest.clean.blocks import Block, lines_of
from newsdigest.clean.kinds import kind_of

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
MENU = "Home\nNews\nSport\nLog in\nSubscribe\nWeather\nTravel\nFood\nMusic\nBooks"
LINKS = "Contact us\nHelp\nJobs\nAbout\nPress\nTerms of use\nShop\nGames\nPuzzles\nArchive"


def is_page(blocks: Sequence[Block]) -> bool:
    return frame.is_page(blocks, [kind_of(block.text) for block in blocks])


def page_frame(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return frame.page_frame(blocks, [kind_of(block.text) for block in blocks])


def kept(text: str) -> str:
    blocks = lines_of(text)
    gone = page_frame(blocks)
    return "\n".join(block.text for block in blocks if block not in gone)


def test_only_the_stretch_of_prose_is_left_of_a_page() -> None:
    article = f"{PROSE}\nA library is planned\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}"
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_an_article_is_left_as_it_is() -> None:
    text = f"Pool to close\n{PROSE}\nSubscribe\nLog in\n{PROSE}"
    assert kept(text) == text


def test_a_long_list_of_results_without_a_menu_is_no_page() -> None:
    results = "\n".join(f"North {n} South {n + 1}" for n in range(40))
    assert not is_page(lines_of(f"{PROSE}\n{results}"))
    assert kept(f"{PROSE}\n{results}") == f"{PROSE}\n{results}"


def test_an_article_in_sections_between_lists_keeps_them_all() -> None:
    lists = "\n".join(f"item {n}" for n in range(20))
    article = "\n".join(f"{PROSE}\n{lists}" for _ in range(5)) + f"\n{PROSE}"
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_a_page_without_a_sentence_is_left_as_it_is() -> None:
    text = f"{MENU}\n{LINKS}\n{MENU}"
    assert kept(text) == text


def test_nothing_is_no_page() -> None:
    assert page_frame(()) == ()


@pytest.mark.parametrize(
    "line",
    ["Home", "About us", "Blog Archive", "Recent comments", "Search this site", "Sports", "Log in", "FAQ"],
)
def test_words_of_menus_tell_a_page(line: str) -> None:
    lines = "\n".join(f"Place {n}" for n in range(24))
    assert is_page(lines_of(f"{line}\n{lines}\n{line}\n{PROSE}"))
    assert not is_page(lines_of(f"{line}\n{lines}\nPlace 24\n{PROSE}"))


def test_a_word_of_a_menu_inside_the_article_stays() -> None:
    article = f"{PROSE}\nHealth\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}"
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_long_headlines_of_other_articles_below_do_not_count_as_prose() -> None:
    headline = "The long and winding story of how a small town lost its baker, its butcher and, at last, its only bank"
    teasers = "\n".join(f"{headline}\nBread\nMoney" for _ in range(6))
    assert kept(f"{MENU}\n{PROSE}\n{PROSE}\n{teasers}\n{LINKS}").count(headline) <= 1


LONG = "Nobody was asked, said a swimmer who has come every morning for forty years, and who will go to the river now."


def test_a_part_of_the_article_behind_a_box_of_the_page_stays() -> None:
    box = "Share on Facebook\nSign up for our newsletter\nMost read\nLog in\nAdvertisement\nSubscribe"
    part = f"{PROSE}\n{PROSE}\n{PROSE}"
    text = kept(f"{MENU}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n{box}\n{part}\n{LINKS}")
    assert text.count(PROSE) == 7


def test_a_lead_above_a_long_list_of_names_stays() -> None:
    lead = f"{PROSE} {PROSE}"
    names = "\n".join(f"Pool number {n}" for n in range(40))
    article = f"{lead}\n{names}\n" + "\n".join(f"{PROSE} {LONG}" for _ in range(12))
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_a_short_part_below_the_foot_of_the_article_goes_and_above_it_stays() -> None:
    names = "\n".join(f"Pool number {n}" for n in range(12))
    article = "\n".join(f"{PROSE} {LONG}" for _ in range(12))
    text = kept(f"{MENU}\n{article}\n{names}\nShare on Facebook\n{PROSE} {PROSE}\n{LINKS}")
    assert not text.endswith(f"{PROSE} {PROSE}")
    assert kept(f"{MENU}\n{article}\n{names}\n{PROSE} {PROSE}\n{LINKS}").endswith(f"{PROSE} {PROSE}")


def test_two_parts_about_different_things_both_stay_where_neither_is_most_of_the_page() -> None:
    box = "Share on Facebook\nSign up for our newsletter\nMost read\nLog in\nAdvertisement\nSubscribe"
    other = "Wheat harvests were poor again this autumn, farmers complain, because heavy rains flooded their fields."
    article = f"{PROSE}\n{PROSE}\n{box}\n{other}\n{other}"
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_the_last_list_of_the_article_stays_up_to_the_words_of_the_page() -> None:
    items = "swimming hall\ncouncil of Tuesday\npeople against the hall"
    article = f"{PROSE}\n{LONG}\n{PROSE}\n{LONG}\n{items}"
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_headlines_of_other_things_after_the_article_go() -> None:
    other = "Baker wins prize for bread\nWhy cats sleep\nBetter gardens in five steps"
    article = f"{PROSE}\n{LONG}\n{PROSE}\n{LONG}"
    assert kept(f"{MENU}\n{article}\n{other}\n{LINKS}") == article


def test_a_last_paragraph_that_was_cut_off_stays() -> None:
    article = (
        f"{PROSE}\n{LONG}\n{PROSE}\n{LONG}\n{LONG[:-1]} and wonders whether the water will be as cold as it was..."
    )
    assert kept(f"{MENU}\n{article}\n{LINKS}") == article


def test_a_poem_with_a_note_below_is_no_page() -> None:
    poem = "\n".join(f"The river takes the {n}th of stones" for n in range(30))
    assert kept(f"{poem}\n{PROSE}") == f"{poem}\n{PROSE}"


def test_the_time_grows_with_the_text_where_many_parts_could_be_joined() -> None:
    part = f"{PROSE}\n" + "Share on Facebook\n" * 6
    assert len(page_frame(lines_of(f"{MENU}\n{part * 3000}"))) > 0
