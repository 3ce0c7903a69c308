"""The headline as the file states it, without what a site adds to it."""

from __future__ import annotations

import pytest
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.titles import MAX_TITLE, plain_title, stated_title, without_site

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."


def title(text: str) -> str | None:
    block = stated_title(lines_of(text))
    return block.text if block else None


@pytest.mark.parametrize(
    "line",
    [
        "Pool to close",
        "Who will pay for the pool?",
        "“It is over”",
        "POOL TO CLOSE AT LAST",
        "🏊🏊🏊",
        "<script>x</script>",
    ],
)
def test_a_first_line_that_is_no_sentence_is_the_title(line: str) -> None:
    assert title(f"{line}\n\n{PROSE}\n{PROSE}") == line


@pytest.mark.parametrize("line", [PROSE, "It is over.", "and so it goes", "He said:", "11/06/2012", "x" * 700])
def test_a_first_line_that_is_a_sentence_or_a_part_of_one_is_none(line: str) -> None:
    assert title(f"{line}\n\n{PROSE}") is None


def test_a_single_line_is_no_title() -> None:
    assert title("Pool to close") is None
    assert title("") is None


def test_on_a_whole_page_the_line_that_shares_most_words_with_the_article_is_the_title() -> None:
    lines = lines_of(
        f"Home\nTop stories of the day and week\nThe council and the old swimming hall\nPrint it now or never\n{PROSE}"
    )
    found = stated_title(lines, framed=lines[:4])
    assert found is not None
    assert found.text == "The council and the old swimming hall"


@pytest.mark.parametrize(
    ("line", "head", "outlet"),
    [
        ("Pool to close today (example.com) 13", "Pool to close today", "example.com"),
        ("Pool to close today [news.example.org]", "Pool to close today", "news.example.org"),
        ("Pool to close today | Northern Times", "Pool to close today", "Northern Times"),
        ("Pool to close today - Northern Herald", "Pool to close today", "Northern Herald"),
        ("Pool to close today | Local", "Pool to close today", None),
        ("Pool to close today - a question of trust", "Pool to close today - a question of trust", None),
        ("Pool (1930) 13", "Pool (1930) 13", None),
        ("Pool | Northern Times", "Pool | Northern Times", None),
        ("Pool to close today", "Pool to close today", None),
    ],
)
def test_what_a_site_adds_is_cut_and_gives_the_outlet(line: str, head: str, outlet: str | None) -> None:
    assert without_site(line) == (head, outlet)


def test_a_long_title_is_cut_at_a_word() -> None:
    cut = plain_title("word " * 100)
    assert len(cut) <= MAX_TITLE
    assert cut.endswith("word…")
    assert plain_title("x" * 300) == "x" * (MAX_TITLE - 1) + "…"


SWIM = f"{PROSE} Swimmers have used the hall since 1930. A library will take the place of the swimming hall one day."


@pytest.mark.parametrize(
    "top",
    [
        "Northern Quill\nA view from the hills\nHome\nSwimming hall to close",
        "Northern Quill\nArchive\nProfile\nSwimming hall to close\nA sad day",
        "Trending now on our pages\nBaker wins prize for bread\nFive ways to sleep well\nSwimming hall to close",
        "Northern Quill\nNewer Post Older Post Home\nThursday, May 2nd, 2024\nSwimming hall to close",
    ],
    ids=["name and tagline", "a deck below", "teasers of other articles", "a date"],
)
def test_below_the_top_of_a_page_the_title_is_the_line_whose_words_the_article_uses(top: str) -> None:
    assert title(f"{top}\n{SWIM}") == "Swimming hall to close"


@pytest.mark.parametrize("top", ["Pool to close", "Pool to close\nSwimming hall makes way for a library"])
def test_a_headline_with_its_deck_stays_the_first_line(top: str) -> None:
    assert title(f"{top}\n{SWIM}") == "Pool to close"


def test_of_equal_lines_the_one_nearest_to_the_article_is_the_title() -> None:
    lines = "Baker wins the prize\nGardener wins the prize\nFarmer loses a bet\nSinger comes back home"
    assert title(f"Welcome\n{lines}\n{PROSE}") == "Singer comes back home"


@pytest.mark.parametrize(
    "line", ["The Northern Courier", "Ada Brook, Swimming Editor", "HOME > SWIMMING > HALL", "The Swimming Hall Post"]
)
def test_an_outlet_a_signature_and_a_path_are_no_headline(line: str) -> None:
    assert title(f"Pool makes way for books\nThe end came on Monday\n{line}\nNorth\n{SWIM}") != line


def test_where_no_line_of_a_page_s_top_can_be_a_headline_there_is_none() -> None:
    assert title(f"Home\nNews\nSport\nTravel\n{SWIM}") is None
