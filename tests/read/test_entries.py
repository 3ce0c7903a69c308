"""What feeds and exports share: text, titles and addresses out of values, each article once, and not too many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.options import Options
from newsdigest.read.entries import TAGS, TWICE, address_of, allowed, distinct, line_of, text_of
from newsdigest.read.found import Found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("The pier is open.", "The pier is open."),
        ("The <video> element, 3 < 4 and a<b", "The <video> element, 3 < 4 and a<b"),
        ("<p>The pier</p><p>is <b>open</b>.</p>", "The pier\nis open."),
        ("&lt;p&gt;The pier&lt;/p&gt;&lt;p&gt;is open.&lt;/p&gt;", "The pier\nis open."),
        ("Write &lt;p&gt; to begin a paragraph.", "Write &lt;p&gt; to begin a paragraph."),
        ("one\r\ntwo\x00\u2028three", "one\ntwo\nthree"),
        ("<script>alert(1)</script><p>The pier</p>", "The pier"),
        ("  \n", ""),
        ("<p></p>", ""),
    ],
)
def test_a_value_is_html_where_a_known_element_stands_in_it(value: str, text: str) -> None:
    assert text_of(value, Options()) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("One <b>line\nof text.\n\nTwo &amp; three.", "One line\nof text.\n\nTwo & three."),
        ("The <a href='https://pier.example'>pier</a>\r\nis <em>open</em>.", "The pier\nis open."),
        ("The <b>pier</b>\n<p>is open.</p>", "The pier\nis open."),
        ("The <b>pier</b>\n<script>x()</script>", "The pier"),
        ("The <b>pier\nis</b> open.<br>Yes.", "The pier is open.\nYes."),
        ("<b>The pier is open.</b>\n", "The pier is open."),
    ],
)
def test_a_text_with_lines_keeps_them_though_words_in_it_are_marked(value: str, text: str) -> None:
    assert text_of(value, Options(), lined=True) == text


def test_line_breaks_of_html_are_spaces_where_they_are_not_meant() -> None:
    assert text_of("The <b>pier</b>\n    is open.", Options()) == "The pier is open."


@pytest.mark.parametrize("name", TAGS)
def test_each_known_element_makes_html_of_a_value(name: str) -> None:
    assert f"<{name}" not in text_of(f"the pier <{name} class='x'>is open</{name}>", Options())


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("The pier", "The pier"),
        ("  The\n\tpier ", "The pier"),
        ("The<br/>pier", "The pier"),
        ("The &amp;lt;b&amp;gt;pier&amp;lt;/b&amp;gt;", "The pier"),
        ("x\u200b\x00\ud800y", "xy"),
        ("x" * 500, "x" * 500),
        ("x" * 501, None),
        ("x " * 3_000, None),
        (" ", None),
        ("", None),
    ],
)
def test_a_title_or_name_is_one_line_of_a_sane_length(value: str, line: str | None) -> None:
    assert line_of(value) == line


@pytest.mark.parametrize(
    ("value", "base", "address"),
    [
        ("https://pier.example/1", "", "https://pier.example/1"),
        ("HTTP://pier.example/1", "", "HTTP://pier.example/1"),
        ("https://pier.example/straße", "", "https://pier.example/straße"),
        ("/1", "https://pier.example/news/", "https://pier.example/1"),
        ("//quay.example/1", "https://pier.example/", "https://quay.example/1"),
        ("", "https://pier.example/", None),
        ("/1", "", None),
        ("mailto:jo@pier.example", "https://pier.example/", None),
        ("https://pier.example/a b", "", None),
        ("https://[pier/1", "", None),
        ("https://pier.example/\u202e1", "", None),
        ("https:///1", "", None),
        ("ftp://pier.example/1", "", None),
    ],
)
def test_an_address_is_whole_and_of_the_web(value: str, base: str, address: str | None) -> None:
    assert address_of(value, base) == address


@given(st.text(), st.text())
def test_no_text_makes_an_address_fail(value: str, base: str) -> None:
    for text in (value, f"http://{value}", f"https://[{value}"):
        found = address_of(text, base)
        assert found is None or found.encode()


def test_within_the_limit_nothing_is_left_out() -> None:
    assert allowed([1, 2, 3], Options(max_entries=3)) == ([1, 2, 3], ())


def test_over_the_limit_the_first_are_taken_and_the_rest_counted() -> None:
    taken, (rest,) = allowed(list(range(25_000)), Options())
    assert len(taken) == 20_000
    assert rest.problem == (
        "5,000 more articles are in the file than the 20,000 that are read of one; raise the setting DIGEST_MAX_ENTRIES"
    )
    assert allowed([1, 2, 3], Options(max_entries=2))[1][0].problem.startswith("1 more article is in the file than")


def test_an_article_that_comes_again_is_named_and_entries_without_a_key_are_kept() -> None:
    first, again, broken = Found("One", key="a"), Found("Two", key="a"), Found("", problem="broken")
    assert list(distinct([first, again, broken, broken])) == [
        *(first, Found("", key="a", problem=TWICE)),
        *(broken, broken),
    ]
