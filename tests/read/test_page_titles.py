"""Which of a page's titles is the headline of its article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.page_titles import title, without_names

POOL = "Council votes to close the pool"


@pytest.mark.parametrize(
    "stated",
    [
        [POOL],
        [f"{POOL} | Northern Quill"],
        [f"{POOL} - Local - Northern Quill"],
        [f"Northern Quill: {POOL}"],
        [f"{POOL} – Northern Quill", "Pool closes"],
        [POOL.upper()],
        ["Council votes to close the pool!"],
    ],
)
def test_the_heading_that_a_stated_title_repeats_is_the_title(stated: list[str]) -> None:
    assert title(stated, ["Northern Quill", "News", POOL, "Read more"], [], []) == POOL


def test_the_stated_title_counts_where_the_heading_holds_more_than_the_title() -> None:
    assert title([POOL], [f"{POOL} Posted on 3 May by Ada Brook"], [], []) == POOL
    assert title([POOL], [f"Opinion{POOL}"], [], []) == POOL


def test_a_heading_in_capitals_is_shown_as_the_page_states_it() -> None:
    assert title([f"{POOL} | Northern Quill"], [POOL.upper()], [], []) == POOL


def test_a_heading_that_words_the_title_anew_counts() -> None:
    stated = ["Why must the pool close? 5 reasons from the council"]
    assert title(stated, ["The pool will close, says council"], [], []) == "The pool will close, says council"


@pytest.mark.parametrize("heading", ["Our blog", "Ada Brook", "Sign up for all the news of the day", ""])
def test_a_heading_that_has_nothing_to_do_with_the_stated_title_does_not(heading: str) -> None:
    assert title([POOL], [heading], [], []) == POOL


@pytest.mark.parametrize("sites", [["Northern Quill"], ["NorthernQuill"], ["northern quill", "x"]])
@pytest.mark.parametrize("heading", ["Northern Quill", "NORTHERN QUILL"])
def test_the_name_of_the_site_is_never_the_title(heading: str, sites: list[str]) -> None:
    assert title([f"{POOL} | Northern Quill"], [heading], [], sites) == POOL


def test_what_one_title_adds_to_another_is_the_name_of_the_site() -> None:
    assert title([POOL, f"Quill Data Blog: {POOL}"], ["Quill Data Blog", "What we think"], [], []) == POOL


def test_a_site_that_is_named_after_the_article_loses_no_title() -> None:
    assert title([POOL], [POOL], [], [POOL]) == POOL


def test_without_a_heading_the_part_of_a_title_that_the_page_shows_as_a_line_counts() -> None:
    lines = ["Home", "News", POOL, "The council voted on Tuesday."]
    assert title([f"{POOL} - Some Long Name of a Site"], [], lines, []) == POOL


def test_lines_of_one_or_two_words_confirm_nothing() -> None:
    assert title(["Pool news: it closes"], [], ["Pool news"], []) == "Pool news: it closes"


def test_without_a_heading_or_line_a_title_loses_the_names_of_the_site() -> None:
    assert title([f"{POOL} | Quill"], [], [], ["Quill"]) == POOL
    assert title([f"{POOL} | Quill"], [], [], []) == f"{POOL} | Quill"


def test_without_a_stated_title_the_only_heading_counts() -> None:
    assert title([], [POOL], [], []) == POOL
    assert title([], [POOL, POOL], [], []) == POOL
    assert title([], [POOL, "Baker wins prize"], [], []) == ""
    assert title([], [], [POOL], []) == ""


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Pool to close | Quill", {"quill", ""}, "Pool to close"),
        ("Quill - Pool to close", {"quill", ""}, "Pool to close"),
        ("Quill » Pool to close » Quill", {"quill", ""}, "Pool to close"),
        ("Pool to close :: Quill Online", {"quillonline", ""}, "Pool to close"),
        ("Pool to close | News | Quill", {"quill", ""}, "Pool to close | News"),
        ("Pool - to close", {"quill", ""}, "Pool - to close"),
        ("Pool-to-close", {"close", ""}, "Pool-to-close"),
        ("Quill", {"quill", ""}, "Quill"),
        ("", {""}, ""),
    ],
)
def test_names_of_the_site_are_cut_at_the_ends_of_a_title(text: str, names: set[str], rest: str) -> None:
    assert without_names(text, names) == rest


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "市長は新しい計画を発表した", "а | б"])
def test_a_title_in_any_writing_stays_as_it_is(text: str) -> None:
    assert title([text], [text], [text], []) == text


WORDS = st.lists(st.sampled_from(["Pool", "closes", "|", " - ", ":", "Quill", "", "•", "x"]), max_size=12).map(" ".join)


@given(
    st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=2)
)
def test_a_title_is_never_made_up(stated: list[str], headings: list[str], lines: list[str], sites: list[str]) -> None:
    found = title(stated, headings, lines, sites)
    assert any(found in text for text in [*stated, *headings, ""])
