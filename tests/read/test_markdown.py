"""A Markdown file becomes the text that its author meant, a line a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read import markdown
from newsdigest.read.found import Found
from newsdigest.text import words

from tests.timing import growth


def read(text: str) -> Found:
    (found,) = markdown.read(text.encode("utf-8", "replace"), Options())
    return found


def lines(text: str) -> list[str]:
    return [line for line in read(text).text.split("\n") if line]


# --- blocks ---


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
        ("> [!note] Mind\n> the gap", ["Mind the gap"]),
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


def test_headings_are_numbered_by_their_lines() -> None:
    found = read("# Bridge\n\nOne.\n\n## Times\n- a\n- b\n\nLast\n----\n")
    assert found.headings == (1, 5, 10)
    assert [found.text.split("\n")[number - 1] for number in found.headings] == ["Bridge", "Times", "Last"]


@pytest.mark.parametrize("line", ['{{< video "12" >}}', "{{% note %}}", "{% include ad.html %}"])
def test_what_another_program_would_have_filled_stands_around_the_article(line: str) -> None:
    found = read(f"One.\n\n{line}\n\nTwo.")
    assert [found.text.split("\n")[number - 1] for number in found.frame] == [line]


# --- what is stated ---


def test_front_matter_is_stated_and_no_text() -> None:
    assert read("---\ntitle: Bridge\ndate: 2026-03-02\n---\nIt is red.") == Found(
        "It is red.", Stated("Bridge", date="2026-03-02", origin="front matter")
    )


def test_damaged_front_matter_stands_above_the_article_and_is_told() -> None:
    found = read("---\ntitle: Bridge: red\n---\nIt is red.")
    assert found.text == "title: Bridge: red\n\nIt is red."
    assert (found.frame, found.stated.title) == ((1,), "Bridge: red")
    assert "taken line by line" in found.notes[0]


@pytest.mark.parametrize(
    "listed",
    [
        "- Author: [[Ada Moor]]\n- Full Title: Bridge opens\n- Category: #articles\n- URL: https://example.org/b",
        "* **Author:** Ada Moor\n* **Title:** Bridge opens\n* **URL:** <https://example.org/b>",
        "| Author | Ada Moor |\n|---|---|\n| Title | Bridge opens |\n| URL | https://example.org/b |",
    ],
)
def test_a_list_headed_metadata_is_stated(listed: str) -> None:
    found = read(f"# Bridge\n\n## Metadata\n{listed}\n\n## Highlights\n- It is red.")
    assert found.stated == Stated("Bridge opens", ("Ada Moor",), url="https://example.org/b", origin="header")
    kept = [line for n, line in enumerate(found.text.split("\n"), 1) if line and n not in found.frame]
    assert kept == ["Bridge", "Highlights", "It is red."]


def test_a_heading_metadata_without_a_list_is_a_heading() -> None:
    found = read("# Bridge\n\n## Metadata\n\nMetadata is data on data.")
    assert (found.frame, found.stated.title) == ((), "Bridge")


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# The *bridge*\n\nText.", "The bridge"),
        ("Lake Post\n\n# The bridge\n\nText.", "The bridge"),
        ("# The bridge\n\nText.\n\n# Times\n\nMore.", "The bridge"),
        ("Text.\n\n# The bridge\n\n# Times\n\nMore.", None),
        ("## The bridge\n\nText.", None),
        ("![](a.png)\n\nText.", None),
    ],
)
def test_the_top_heading_is_the_title_where_nothing_else_is_stated(source: str, title: str | None) -> None:
    assert read(source).stated == (Stated(title=title, origin="text") if title else Stated())


def test_the_top_heading_stays_a_line_where_something_is_stated() -> None:
    found = read("---\nauthor: Ada Moor\n---\n# The bridge\n\nText.")
    assert (found.stated.title, found.text) == (None, "The bridge\n\nText.")


# --- limits ---


def test_a_text_over_the_limit_is_refused_with_the_setting_that_raises_it() -> None:
    with pytest.raises(UnusableFileError, match=r"longer than 10 characters; .* DIGEST_MAX_TEXT"):
        markdown.read(b"x" * 11, Options(max_text=10))


@pytest.mark.parametrize(
    "text", ["", " \n", "---\ntitle: x\n---\n", "![](a.png)", "<!-- x -->", "***", "[a]: https://x.y"]
)
def test_a_file_without_text_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(UnusableFileError, match=r"no text .*; save the article again"):
        read(text)


@pytest.mark.parametrize(
    "source", [">" * 40 + " deep", "\n".join("  " * n + "- deep" for n in range(30)), "- " * 40 + "deep"]
)
def test_text_nested_too_deep_is_taken_as_it_stands_and_told(source: str) -> None:
    found = read(source)
    assert words(found.text) == words(source)
    assert "20 deep inside one another" in found.notes[0]


HOSTILE = (
    "*a _b [c ",
    "[",
    "![[]()",
    "**a *a ",
    "`a",
    "[a](<b",
    "<a ",
    "&a",
    "> ",
    "\\*",
    "a  \n",
    "1. a\n",
    "<p>a</p>\n\n",
    "[^1]: a\n",
    "==a",
    "[[a|",
    "| a ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    assert growth(lambda text: read("Text.\n\n" + text), piece, size=10_000, times=6) < 18  # 36 would be quadratic


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "# ", "\n", "\n\n", "    ", "- ", "```\n", "---\n", "title: x\n", "|-|\n", "word "]),
        max_size=40,
    )
)
def test_no_pieces_make_it_fail_and_numbers_stay_inside_the_text(pieces: list[str]) -> None:
    try:
        found = read("".join(pieces))
    except UnusableFileError:
        return
    count = found.text.count("\n") + 1
    assert all(1 <= number <= count for number in (*found.frame, *found.headings))


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    try:
        assert markdown.read(data, Options())
    except UnusableFileError as error:
        assert "; " in str(error)  # noqa: PT017  # refusal is one of two right answers
