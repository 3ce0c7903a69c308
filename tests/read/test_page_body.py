"""Of the blocks of a page, the article is found."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring
from newsdigest.read.page_blocks import Block, page_of
from newsdigest.read.page_body import article, is_listing, is_prose

SENTENCES = (
    "The harbour board said on Monday that the new quay will open in the spring, after two years of work.",
    "It had been put off three times since the storm, which took away the old crane and most of the wall.",
    "Fishermen who had moved their boats to the next bay were told that they may come back in April.",
    "The mayor called the work a promise kept, and thanked the divers who had laid the first stones.",
    "What it has cost will be known in the summer, when the last of the bills from abroad are paid.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li><li><a href=/c>Weather</a></li></ul>"
OTHER = "A sentence about something else that is long enough to be read as prose by anybody who sees it."
TEASER = (
    "<div class=item><h3><a href=/x>Another story</a></h3><p>The opening words of that story, for readers.</p></div>"
)


def kept(body: str) -> list[str]:
    page = page_of(document_fromstring(f"<html><body>{body}</body></html>"), 200, 1_000_000)
    chosen = article(page)
    return [block.text for i, block in enumerate(page.blocks) if i in chosen]


def listing(body: str) -> bool:
    return is_listing(page_of(document_fromstring(f"<html><body>{body}</body></html>"), 200, 1_000_000))


@pytest.mark.parametrize(
    "page",
    [
        "{menu}<main><article>{story}</article></main>{menu}",
        "<div>{menu}</div><div><div><div>{story}</div></div></div><div>{menu}</div>",
        "<table><tr><td>{menu}</td><td>{story}</td><td>{menu}</td></tr></table>",
        "<nav>{menu}</nav>{story}<footer>{menu}<p>{other}</p></footer>",
        "<header>{menu}</header><form id=page><div>{story}</div></form>",
        "<div class=sidebar><div class=content>{story}</div></div>",
        "<div id=comments-open>{story}</div>",
    ],
)
def test_the_article_is_found_in_any_layout(page: str) -> None:
    assert kept(page.format(menu=MENU, story=STORY, other=OTHER)) == list(SENTENCES)


def test_text_that_only_line_breaks_divide_is_found_in_an_old_layout() -> None:
    story = "<br><br>".join(SENTENCES)
    page = f"<table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td><td>{story}</td></tr></table>{MENU}"
    assert kept(page) == list(SENTENCES)


@pytest.mark.parametrize(
    "extra",
    [
        "<aside><p>{other}</p></aside>",
        "<nav><p>{other}</p></nav>",
        "<form><p>{other}</p></form>",
        "<figure><img><figcaption>{other}</figcaption></figure>",
        "<div role=complementary><p>{other}</p></div>",
        "<div class='post-comments'><p>{other}</p></div>",
        "<div class='relatedPosts'><p>{other}</p></div>",
        "<section id='newsletter-signup'><p>{other}</p></section>",
        "<div class='AuthorBio'><p>{other}</p></div>",
        "<p class='story__caption'>{other}</p>",
        '<div class="cookie_notice">{other}</div>',
    ],
)
def test_what_the_markup_calls_something_else_is_no_part_of_it(extra: str) -> None:
    first, end, rest = STORY.partition("</p>")
    assert kept(f"<article>{first}{end}{extra.format(other=OTHER)}{rest}</article>") == list(SENTENCES)


@pytest.mark.parametrize("name", ["commentary", "adage", "shared-history", "navy", "metal"])
def test_words_that_only_begin_alike_say_nothing(name: str) -> None:
    assert kept(f"<article>{STORY}<div class={name}><p>{OTHER}</p></div></article>") == [*SENTENCES, OTHER]


def test_an_article_that_is_called_something_else_is_still_one() -> None:
    assert kept(f"<div class='widget author'>{STORY}</div>") == list(SENTENCES)


def test_long_comments_below_a_shorter_article_are_set_aside() -> None:
    comments = f"<div class=comment><p>{OTHER}</p></div>" * 4
    assert kept(f"<main><div>{STORY}</div><div class=comments>{comments}</div></main>") == list(SENTENCES)


def test_lines_that_are_mostly_links_are_no_part_of_it() -> None:
    link = "<p><a href=/x>See what else the board has said about this</a> today</p>"
    assert kept(f"<article>{STORY}{link}<p>Read the <a href=/y>plan</a>.</p></article>")[5:] == ["Read the plan."]


def test_headings_lists_and_short_lines_inside_the_article_stay() -> None:
    inner = "<h2>The cost</h2><ul><li>stone</li><li>steel</li></ul><p>Nobody knows.</p>"
    assert kept(f"{MENU}<article>{STORY}{inner}</article>")[5:] == ["The cost", "stone", "steel", "Nobody knows."]


def test_the_headline_is_told_by_the_page_itself_and_set_aside() -> None:
    assert kept(f"<article><h1>Quay opens in spring</h1>{STORY}</article>") == list(SENTENCES)


def test_paragraphs_beside_the_largest_part_belong_to_the_article() -> None:
    page = f"<main>{MENU}<div><p>{OTHER}</p><p>{OTHER}</p><div class=rest>{STORY}</div></div></main>"
    assert kept(page) == [OTHER, OTHER, *SENTENCES]


def test_an_article_in_several_parts_of_one_kind_is_whole() -> None:
    parts = "".join(f"<div class=chunk><p>{sentence}</p></div>" for sentence in SENTENCES[1:])
    page = f"<main><div class=chunk>{STORY * 4}</div>{parts}</main>{MENU}"
    assert kept(page) == [*(SENTENCES * 4), *SENTENCES[1:]]


def test_what_stands_beside_the_element_with_most_of_the_prose_is_not_the_article() -> None:
    page = f"<main><div class=story>{STORY}</div><div class=box><p>{OTHER}</p></div></main>"
    assert kept(page) == list(SENTENCES)


@pytest.mark.parametrize("around", ["{story}{teasers}", "{teasers}{story}"])
def test_teasers_before_or_after_the_article_are_set_aside(around: str) -> None:
    page = around.format(story=f"<div>{STORY}</div>", teasers=f"<div>{TEASER * 6}</div>")
    assert kept(f"<main>{page}</main>") == list(SENTENCES)


def test_items_with_linked_headings_inside_the_article_stay() -> None:
    found = kept(f"<main>{STORY}{TEASER * 3}{STORY}</main>")
    assert [found[:5], found[-5:]] == [list(SENTENCES), list(SENTENCES)]
    assert found.count("The opening words of that story, for readers.") == 3


def test_two_items_are_no_list_of_teasers() -> None:
    assert len(kept(f"<main>{STORY}{TEASER * 2}</main>")) == 7


def test_of_several_articles_the_one_with_the_headline_is_it() -> None:
    first = f"<article><h1>Quay opens</h1>{STORY}</article>"
    more = f"<article><h2>More</h2><p>{OTHER}</p><p>{OTHER}</p></article>"
    assert kept(f"<main>{more}{first}{more * 3}</main>") == list(SENTENCES)


def test_articles_without_a_headline_are_all_kept() -> None:
    assert kept(f"<main><article>{STORY}</article><article>{STORY}</article></main>") == [*SENTENCES, *SENTENCES]


def test_a_headline_in_an_element_of_its_own_says_nothing() -> None:
    page = f"<main><article><h1>Quay opens</h1></article><article>{STORY}</article></main>"
    assert kept(page) == list(SENTENCES)


def test_a_page_without_prose_keeps_its_lines_but_not_its_links() -> None:
    assert kept(f"{MENU}<p>Quay</p><p>open</p>") == ["Quay", "open"]


def test_an_empty_page_has_no_article() -> None:
    assert kept("") == []


@pytest.mark.parametrize(
    ("text", "linked", "expected"),
    [
        (SENTENCES[0], 0.0, True),
        (SENTENCES[0], 0.3, True),
        (SENTENCES[0], 0.5, False),
        ("He left.", 0.0, False),
        ("The harbour board and the fishermen of the bay", 0.0, False),
        ("“The harbour board and the fishermen of the bay agreed.”", 0.0, True),
        ("The harbour board and the fishermen of the bay agreed.[12]", 0.0, True),
        ("word " * 50, 0.0, True),
        ("市長は、多くの住民がより安全な道路を望んでいると述べた。", 0.0, True),
        ("قال رئيس البلدية إن الطريق الجديد سيفتح في الربيع المقبل؟", 0.0, True),
        ("महापौर ने कहा कि नई सड़क वसंत में खुल जाएगी और सबके लिए होगी।", 0.0, True),
    ],
)
def test_prose_is_a_sentence_or_more_and_not_a_link(text: str, linked: float, expected: bool) -> None:
    assert is_prose(Block(text, 0, linked)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TEASER * 8, True),
        (f"<div>{TEASER * 8}</div><footer><p>{OTHER}</p></footer>", True),
        (f"<div>{STORY}</div>{TEASER * 3}", False),
        (STORY, False),
        (MENU, False),
        ("", False),
    ],
)
def test_a_page_of_teasers_is_told_from_an_article(body: str, expected: bool) -> None:
    assert listing(body) == expected


def test_the_same_page_gives_the_same_article() -> None:
    page = f"<main>{MENU}{STORY}{TEASER * 5}<div class='related ad promo'>{OTHER}</div></main>"
    assert len({tuple(kept(page)) for _ in range(5)}) == 1
