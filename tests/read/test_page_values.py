"""Values of a page's head: one line of plain text each, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring, fromstring
from newsdigest.read.page_values import MAX_METAS, MAX_VALUE, compact, folded, metas, plain, text_of


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Pool to close", "Pool to close"),
        ("  Pool\n to\tclose ", "Pool to close"),
        ("Pool &amp; hall", "Pool & hall"),
        ("Pool &amp;amp; hall&amp;#8217;s end", "Pool & hall’s end"),
        ("Pool &lt;script&gt;x&lt;/script&gt;", "Pool <script>x</script>"),
        ("Pool\x00 to\x1b close\u202e", "Pool to close"),
        ("\ud800Pool", "Pool"),
        ("Pool & hall", "Pool & hall"),
        ("", ""),
        (" \n ", ""),
        ("x" * (MAX_VALUE + 1), ""),
        ("&amp;" * 5000, ""),
        (None, ""),
        (3, ""),
        (["Pool"], ""),
    ],
)
def test_a_value_becomes_one_line_of_plain_text_or_nothing(value: object, shown: str) -> None:
    assert plain(value) == shown


@given(st.text())
def test_a_plain_value_has_no_line_end_and_no_control_character(value: str) -> None:
    shown = plain(value)
    assert "\n" not in shown
    assert shown == shown.strip()
    assert len(shown) <= MAX_VALUE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who’s to pay?", "WHO'S TO PAY"),
        ("Pool: to close", "pool to close"),
        ("“Pool” to close!", "Pool to close"),
    ],
)
def test_texts_of_the_same_words_are_folded_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("text", ["The Daily Quill", "the-daily quill", "THE DAILY QUILL®"])
def test_a_name_is_compared_as_an_address_has_it(text: str) -> None:
    assert compact(text) == "thedailyquill" or compact(text) == "the-dailyquill"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h1>Pool to close</h1>", "Pool to close"),
        ("<h1>Pool<br>to <i>close</i> now</h1>", "Pool to close now"),
        ("<h1>Pool<!-- not --> to close</h1>", "Pool to close"),
        ("<h1>\n  Pool\n  to close\n</h1>", "Pool to close"),
        ("<h1></h1>", ""),
        (f"<h1>{'word ' * 2000}</h1>", ""),
        (f"<h1>{'<b>' * 150}Pool{'</b>' * 150}</h1>", "Pool"),
    ],
)
def test_the_text_of_a_heading_is_one_line(markup: str, text: str) -> None:
    assert text_of(fromstring(markup)) == text


def test_meta_elements_are_collected_by_their_names_in_small_letters() -> None:
    tree = document_fromstring(
        '<meta name="Author" content="Ada Brook"><meta name="author" content="Bo Lund">'
        '<meta property="og:title" content=" Pool &amp;amp; hall "><meta itemprop="headline" content="Pool">'
        '<meta http-equiv="Content-Language" content="en"><p>x'
    )
    assert metas(tree) == {
        "author": ("Ada Brook", "Bo Lund"),
        "content-language": ("en",),
        "headline": ("Pool",),
        "og:title": ("Pool & hall",),
    }


@pytest.mark.parametrize(
    "markup",
    ['<meta name="author">', '<meta name="author" content=" ">', '<meta content="Ada">', "<meta charset=utf-8>"],
)
def test_a_meta_element_without_name_or_content_is_left_out(markup: str) -> None:
    assert metas(document_fromstring(f"{markup}<p>x")) == {}


def test_a_page_of_ten_thousand_meta_elements_is_read_in_part() -> None:
    tree = document_fromstring('<meta name="keyword" content="pool">' * 10_000 + "<p>x")
    assert len(metas(tree)["keyword"]) == MAX_METAS
