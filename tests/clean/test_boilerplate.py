"""The cascade of rules: what each takes, and what none may take."""

from __future__ import annotations

import pytest
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.boilerplate import RULES, cascade

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
OTHER = (
    "In its place a library is planned, with room for ninety thousand books and a theatre in the former boiler house."
)


def rules(text: str) -> dict[str, str]:
    return {block.text: rule for block, rule in cascade(lines_of(text)).items()}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("* * *", "separator line"),
        ("The hall in 1950. (Photo credit: City Archive)", "image caption or credit"),
        ("The hall in 1950 (Image: Ada Brook)", "image caption or credit"),
        ("Photo by Ada Brook", "image caption or credit"),
        ("Photo: Ada Brook/Northern Press", "image caption or credit"),
        ("A swimmer dives | Shutterstock", "image caption or credit"),
        ("A swimmer dives (Bo Lund via Swift Images)", "image caption or credit"),
        ("File photo", "image caption or credit"),
        ("You must be logged in to post a comment", "account"),
        ("Please log in to continue", "account"),
        ("0 Comments", "comment thread"),
        ("Share this article", "share bar"),
        ("Facebook Twitter Email", "share bar"),
        ("Sign up for our newsletter", "newsletter"),
        ("Get the latest news in your inbox every morning", "newsletter"),
        ("This site uses cookies to make it better.", "cookie notice"),
        ("Subscribe", "account"),
        ("READ MORE: Pool opens again", "links to other articles"),
        ("Related: Pool opens again", "links to other articles"),
        ("You may also like", "links to other articles"),
        ("© 2024 Northern Press. All rights reserved.", "legal notice"),
        ("5 min read", "reading time and dates"),
        ("Advertisement", "advertisement"),
        ("Reach the reporters on Twitter at @adabrook", "note on the author"),
        ("Follow Ada Brook on Twitter", "note on the author"),
        ("Looking for a new kitchen? Get three free quotes today", "advertisement"),
        ("Try our crossword app free for a month!", "advertisement"),
    ],
)
def test_a_sure_line_is_taken_by_its_rule(line: str, rule: str) -> None:
    assert rules(f"{PROSE}\n{line}\n{OTHER}") == ({line: rule} if line != "File photo" else {})


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a tenth in early trading",
        "Subscribers left in droves, the company said.",
        "Read more books, the librarian advises her pupils.",
        "The photo by his bed shows his mother.",
        "Pictures by the artist sell for millions.",
        "Tax credits: what you need to know",
        "Image is everything, she says.",
        "Why did the pool close?",
        "Need for speed",
        "Want to know why the council voted as it did?",
        "Find the council in the old library",
        "What lies ahead for the old hall?",
        "Copyright law is older than the library.",
        "Comments by the mayor were not welcome.",
        "Follow the money, said the councillor.",
        "Related diseases are rarer.",
        "Advertisements for swimming lessons were cancelled.",
        "Der Stadtrat hat abgestimmt",
        "Le conseil municipal a voté mardi",
        "- a list item",
        "3-0",
    ],
)
def test_a_doubtful_line_stays(line: str) -> None:
    assert rules(f"{PROSE}\n{line}\n{OTHER}") == {}


def test_a_caption_that_its_credit_line_repeats_goes_with_it() -> None:
    found = rules(f"{PROSE}\nThe hall in 1950.\nThe hall in 1950. (Image credit: City Archive)\n{OTHER}")
    assert set(found.values()) == {"image caption or credit"}
    assert len(found) == 2


def test_the_second_copy_of_a_paragraph_goes_and_the_first_stays() -> None:
    blocks = lines_of(f"{PROSE}\n{OTHER}\n{PROSE.upper()}\nYes.\nYes.")
    assert [(b.first, rule) for b, rule in cascade(blocks).items()] == [(3, "repeated paragraph")]


def test_a_call_that_shares_a_word_with_the_article_stays() -> None:
    assert rules(f"{PROSE}\nLooking for swimming lessons? Get them here today\n{OTHER}") == {}


def test_rule_names_are_words_for_readers() -> None:
    assert all(rule.name.replace(" ", "").isalpha() for rule in RULES)


@pytest.mark.parametrize(
    "heading",
    [
        "Latest stories",
        "Recent News Stories",
        "Top Related Stories",
        "More Stories in Gadgets",
        "Most Discussed",
        "Most recently commented",
        "More from the Northern Quill",
        "Related",
        "You may also like",
        "READ MORE",
    ],
)
def test_a_list_of_links_goes_with_its_heading(heading: str) -> None:
    links = ["Baker wins a prize for bread", "Why do cats sleep all day?", "Five ways to a better garden"]
    found = rules("\n".join([PROSE, OTHER, heading, *links[::2]]))
    assert {text for text, rule in found.items() if rule == "links to other articles"} == {heading, *links[::2]}


def test_the_line_before_a_paragraph_stays_after_a_list_of_links() -> None:
    found = rules(f"{PROSE}\nRelated stories\nBaker wins a prize\nWhat comes next\n{OTHER}")
    assert found == {"Related stories": "links to other articles", "Baker wins a prize": "links to other articles"}


@pytest.mark.parametrize(
    "line", ["Latest stories of a swimmer", "The most discussed plan", "Top stories sell.", "More read than ever"]
)
def test_a_heading_of_the_article_heads_no_list_of_links(line: str) -> None:
    assert rules(f"{PROSE}\n{line}\n{OTHER}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday",
        "Home is where the pool was",
        "Comment was not to be had from the council",
        "Subscribers to the paper wrote in",
        "Print is dead, said the baker",
        "More from life was what they wanted, and less of it",
        "Follow the river to the old mill",
        "The image by the door is a fake",
        "Reader, she married him",
        "Sign here, said the mayor",
        "Tweeting birds wake the town",
        "Register of old boats to be kept",
        "Copyright law changes in spring",
        "Advertisements for the hall were free",
    ],
)
def test_a_line_of_the_article_that_begins_like_the_page_stays(line: str) -> None:
    assert rules(f"{PROSE}\n{line}\n{OTHER}") == {}


@pytest.mark.parametrize("line", ["Newer Post Older Post Home", "Older posts", "Newer entries | Older entries | Home"])
def test_links_to_newer_and_older_posts_go(line: str) -> None:
    assert list(rules(f"{PROSE}\n{line}\n{OTHER}")) == [line]


HEADLINES = ("Baker wins a prize for bread", "Five ways to a better garden", "Why cats sleep all day")
TEASER = "It took him eleven years and more flour than he likes to say, but the jury in the capital was in no doubt."
LATER = "Nobody was asked, said a swimmer who has come every morning for forty years, and she will go to the river now."


def articles(*lines: str) -> str:
    return "\n".join([PROSE, OTHER, LATER, f"{LATER} {OTHER} {LATER}", *lines])


def test_a_list_of_articles_with_their_teasers_goes_where_it_ends_the_text() -> None:
    listed = [line for headline in HEADLINES for line in (headline, TEASER.replace("eleven", headline.split()[0]))]
    found = rules(articles("You might also like", *listed))
    assert set(found) == {"You might also like", *listed}
    assert set(found.values()) == {"links to other articles"}


def test_an_article_that_goes_on_below_such_a_heading_is_whole() -> None:
    assert rules(
        articles("More stories", HEADLINES[0], TEASER, LATER[::-1] + ".", HEADLINES[1], TEASER[::-1] + ".")
    ) == {"More stories": "links to other articles"}


def test_a_list_at_the_beginning_does_not_take_the_article() -> None:
    text = f"Related stories\n{HEADLINES[0]}\n{PROSE}\nThe cost\n{OTHER}\nThe river\n{LATER}"
    assert set(rules(text)) == {"Related stories"}


def test_sections_of_one_paragraph_below_a_link_to_read_more_stay() -> None:
    assert rules(articles("Read more", "The cost", TEASER, "The river", TEASER.replace("eleven", "nine"))) == {
        "Read more": "links to other articles"
    }


def test_a_line_that_other_articles_of_the_folder_carry_goes() -> None:
    blocks = lines_of(f"{PROSE}\nThe Arlen Post is printed on Mondays\n{OTHER}")
    assert cascade(blocks, frozenset({"thearlenpostisprintedonmondays"})) == {blocks[1]: "repeated across files"}
