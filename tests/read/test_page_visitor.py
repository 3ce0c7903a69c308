"""Whoever was signed in while a page was saved is named on no page of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.options import Options
from newsdigest.read.page import found_in
from newsdigest.read.page_visitor import discreet

SENTENCE = "The harbour board said on Monday that the new quay will open in the spring, after two years."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Signed in as ada@example.org", "Signed in as …"),
        ("You are logged in as Ada Moor", "You are logged in as …"),
        ("You’re signed in with: ada.moor+news@example.org", "You’re signed in with: …"),
        ("Logged-in as: amoor", "Logged-in as: …"),
        ("Welcome back, Ada!", "Welcome back, …"),
        ("Welcome back Ada", "Welcome back …"),
        ("WELCOME, ADA MOOR", "WELCOME, …"),
        ("Hi Ada", "Hi …"),
        ("Good evening, Ada", "Good evening, …"),
        ("Not Ada? Sign out", "Not …"),
        ("Account: ada@example.org", "Account: …"),
    ],
)
def test_a_greeting_around_the_article_names_nobody(line: str, shown: str) -> None:
    assert discreet([line, SENTENCE], {1}) == (shown, SENTENCE)


@pytest.mark.parametrize("line", ["Sign out", "Log out of your account", "My account", "Logoff"])
def test_an_address_beside_the_way_out_is_the_readers(line: str) -> None:
    lines = ["Ada <ada@example.org>", line, "Subscribe", SENTENCE]
    assert discreet(lines, {3}) == ("Ada <…>", line, "Subscribe", SENTENCE)


@pytest.mark.parametrize(
    "line",
    [
        "Welcome to Dunmore",
        "Contact: news@example.org",
        "Sign in",
        "Log in to read on",
        "Signed in ink",
        "Hiking",
        "Nothing? Not yet",
        f"Hi, {'Ada ' * 40}",
        "Hi Ada,",
        "Hey Dunmore: it is called a quay",
        "Hi there! I'm Ada.",
        "Welcome! Log into your account",
    ],
)
def test_other_lines_around_the_article_keep_every_word(line: str) -> None:
    assert discreet([line, "Sign in", SENTENCE], {2}) == (line, "Sign in", SENTENCE)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Hi, said Ada.", "Hi, said Ada."),
        ("Logged in as guest, he saw all letters.", "Logged in as guest, he saw all letters."),
        ("He wrote to ada@example.org.", "He wrote to ada@example.org."),
        ("Signed in as ada@example.org", "Signed in as …"),
    ],
)
def test_the_article_keeps_its_words_unless_a_line_says_only_who_is_signed_in(line: str, shown: str) -> None:
    assert discreet([line, "Log out"], {0}) == (shown, "Log out")


def test_a_saved_page_holds_no_trace_of_its_reader() -> None:
    source = (
        "<header><span>Signed in as ada@example.org</span><p>Hi, Ada</p><a href='/out'>Sign out</a></header>"
        f"<article><h1>Quay opens</h1>{f'<p>{SENTENCE}</p>' * 4}</article>"
    )
    found = found_in(source, (), Options())
    assert "Ada" not in found.text
    assert "ada@" not in found.text
    assert found.text.startswith("Signed in as …\nHi, …\nSign out\n")


@given(st.lists(st.text(max_size=120), max_size=8), st.sets(st.integers(0, 7)))
def test_no_line_is_lost_and_none_grows(lines: list[str], article: set[int]) -> None:
    shown = discreet(lines, article)
    assert len(shown) == len(lines)
    assert all(len(after) <= len(before) for before, after in zip(lines, shown, strict=True))
