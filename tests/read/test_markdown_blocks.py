"""A Markdown file becomes blocks without marks, a line each."""

from __future__ import annotations

import pytest
from newsdigest.text import words

from tests.read.markdowns import HOSTILE, lines, read
from tests.timing import grows_less


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The bridge\nopened on\nMonday.", ["The bridge opened on Monday."]),
        ("One.\n\nTwo.\n\n\n\nThree.", ["One.", "Two.", "Three."]),
        ("Ada Moor  \nDunmore\\\nLake", ["Ada Moor", "Dunmore", "Lake"]),
        ("# Bridge #\n\nText.", ["Bridge", "Text."]),
        ("Bridge\n======\n\nTimes\n-----\n\nText.", ["Bridge", "Times", "Text."]),
        ("- one\n- two\n  wraps\n\n1. three\n2. four", ["one", "two wraps", "three", "four"]),
        ("- one\n\n  more\n  - inner\n- two", ["one", "more", "inner", "two"]),
        ("> It is red,\n> she said.\n> > Who?", ["It is red, she said.", "Who?"]),
        ("> [!note] Mind\n> the gap\n> ahead", ["Mind", "the gap ahead"]),
        ("> [!quote]- *Ada Moor*\n> It is red.", ["Ada Moor", "It is red."]),
        ("> [!tip]\n> Mind the gap.", ["Mind the gap."]),
        ("It is red. ^37066d\n\n- one ^first-item\n- 10 ^2", ["It is red.", "one", "10 ^2"]),
        ("| Day | Ferry |\n|---|:-:|\n| Mon | *two* |", ["Day | Ferry", "Mon | two"]),
        ("```python\nx = 1\n\ny = *z*\n```", ["x = 1", "y = *z*"]),
        ("Text.\n\n    indented *code*", ["Text.", "indented *code*"]),
        ("One.\n\n***\n\nTwo.\n\n---", ["One.", "Two."]),
        (
            "One.[^1] Two.[^note]\n\n[^1]: First\n  note.\n[^note]: https://example.org",
            ["One. Two.", "First note.", "https://example.org"],
        ),
        ("See [the bridge][b] and [b].\n\n[b]: https://example.org 'Title'", ["See the bridge and b."]),
    ],
)
def test_each_block_is_a_line(source: str, text: list[str]) -> None:
    assert lines(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It is *red* and **wide** and ***new***.", "It is red and wide and new."),
        ("It is __red__ and ~~blue~~ `wide_open`.", "It is red and blue wide_open."),
        ("A [link](https://example.org 'x') and <https://example.org/a>.", "A link and https://example.org/a."),
        ("A ![picture](a.png) and [![one](b.png)](c) more.", "A and more."),
        ("![[a.png]] In [[Dunmore]] by [[people/Ada|Ada Moor]].", "In Dunmore by Ada Moor."),
        ("It is ==most== red, 1 == 1.", "It is most red, 1 == 1."),
        ("It <b>is</b> red <!-- no --> here.", "It is red here."),
        ("AT&amp;T &copy; 5 \\* 3 &nosuch;", "AT&T © 5 * 3 &nosuch;"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("An [unknown] [reference][x] \\[stays\\]", "An [unknown] [reference][x] [stays]"),
    ],
)
def test_marks_inside_a_line_are_gone_and_the_words_stay(source: str, text: str) -> None:
    assert read(source).text == text


def test_a_line_break_in_html_is_a_line_break() -> None:
    assert lines("One<br>two<BR/>three") == ["One", "two", "three"]


def test_blocks_of_html_are_read_as_on_a_page() -> None:
    source = "<div><p>The bridge <b>opened</b>.</p>\n\n<p>It is red.</p></div>\n\nThe *end*.\n\n<!-- a comment -->"
    assert lines(source) == ["The bridge opened.", "It is red.", "The end."]


def test_an_empty_line_stands_between_blocks_but_not_between_items_and_rows() -> None:
    source = "One.\n\n- a\n- b\n\nTwo.\n\n|a|b|\n|-|-|\n|c|d|"
    assert read(source).text == "One.\n\na\nb\n\nTwo.\n\na | b\nc | d"


# --- what only its writer sees ---


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One. %% ask Jane %%\n\nTwo.", ["One.", "Two."]),
        ("One.\n\n%%\nask Jane\n\n- or Jo: 5% off\n%%\n\nTwo.", ["One.", "Two."]),
        ("%%x%%\n%%y%%\n\nOne.", ["One."]),
    ],
)
def test_comments_are_told_but_not_published(source: str, text: list[str]) -> None:
    assert lines(source) == text
    assert read(source).notes == (f"{source.count('%%') // 2} of the notes between %% not published",)


@pytest.mark.parametrize(
    "source", ["100%% sure, or 90%% sure", "%% one is open", "It is 5 %% of 6.", "```\n%%time\nx = 1 %% y\n```"]
)
def test_signs_that_make_no_comment_stay(source: str) -> None:
    assert words(read(source).text) == words(source)
    assert read(source).notes == ()


# --- limits ---


@pytest.mark.parametrize(
    "source", [">" * 40 + " deep", "\n".join("  " * n + "- deep" for n in range(30)), "- " * 40 + "deep"]
)
def test_text_nested_too_deep_is_taken_as_it_stands_and_told(source: str) -> None:
    found = read(source)
    assert words(found.text) == words(source)
    assert "20 deep inside one another" in found.notes[0]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    assert grows_less(18, lambda text: read("Text.\n\n" + text), piece, size=10_000, times=6)  # 36 would be quadratic
