"""Pages made to break a reader: nothing is raised, nothing takes long, nothing is made up."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import ParserError
from lxml.html import HTMLParser, document_fromstring
from newsdigest.model import Stated
from newsdigest.read.page_facts import facts

POOL = "Council votes to close the pool"
SECONDS = 3.0
"""For a page of a megabyte, on a slow machine; a tenth of it is usual."""


def read(page: str, lines: tuple[str, ...] = ()) -> Stated:
    return facts(document_fromstring(page, HTMLParser(huge_tree=True)), lines)


def data(script: str) -> str:
    return f'<title>{POOL}</title><script type="application/ld+json">{script}</script><h1>{POOL}</h1>'


@pytest.mark.parametrize(
    "page",
    [
        data("[" * 200_000),
        data('{"@type":"Article","author":' + "[" * 900 + '"Ada Brook"' + "]" * 900 + "}"),
        data('{"a":' * 1_000 + "1" + "}" * 1_000),
        data("[" + ",".join(['{"@type":"Article","headline":"Pool"}'] * 20_000) + "]"),
        data('{"@type":"Article","headline":' + "9" * 100_000 + "}"),
        data('{"@type":"Article","datePublished":"2024-05-03' + "x" * 500_000 + '"}'),
        data(", " * 400_000 + "{"),
        f"<title>{POOL}</title>" + '<meta name="author" content="Ada">' * 10_000 + f"<h1>{POOL}</h1>",
        f"<title>{POOL}</title>" + f"<h1>{POOL} x</h1>" * 20_000,
        f"<title>{POOL}</title>" + "<h1>" * 1_000 + POOL,
        f"<title>{POOL}</title>" + "<div>" * 1_500 + f"<h1>{POOL}</h1>By <b>Ada Brook</b>",
        f"<title>{POOL}</title><h1>{POOL}</h1>" + "<b>By</b>" * 50_000,
        f"<title>{POOL}</title><h1>{POOL}</h1>" + '<time datetime="2024">x</time>' * 30_000,
        f"<title>{POOL}</title><h1>{POOL}</h1>" + '<a rel="author">Ada Brook</a>' * 30_000,
        f"<title>{'A | ' * 100_000}</title><h1>{POOL}</h1>",
        f"<title>{POOL}</title><h1>{'By ' * 100_000}</h1>",
        f'<title>{POOL}</title><h1>{POOL}</h1><p class="{"author " * 100_000}">Ada Brook</p>',
        f"<!--{'saved from url=(0)' * 50_000}--><title>{POOL}</title>",
        f'<link rel="canonical" href="https://{"a." * 100_000}org/x"><title>{POOL}</title>',
    ],
)
def test_a_page_of_any_size_and_depth_is_read_in_time(page: str) -> None:
    start = time.process_time()
    found = read(page)
    assert time.process_time() - start < SECONDS
    assert found.title is None or len(found.title) <= 500


def test_lines_without_number_and_without_end_are_no_trouble() -> None:
    start = time.process_time()
    read(f"<title>{POOL} | Quill</title>", ("By Ada Brook",) * 300_000 + ("May 3, 2024 " * 100_000,))
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("value", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "https://", "data:,x"])
def test_no_address_but_those_of_the_web_is_taken(value: str) -> None:
    page = f'<link rel="canonical" href="{value}"><meta property="og:url" content="{value}"><title>{POOL}</title>'
    assert read(page).url is None


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "{{ author }}", "Ada\\u0000", "@ada", "ada@example.org"])
def test_no_author_is_made_of_markup_or_addresses(name: str) -> None:
    escaped = name.replace("<", "&lt;")
    assert read(f'<meta name="author" content="{escaped}"><title>{POOL}</title>').authors == ()


PIECES = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<title>",
        "</title>",
        "<p class=byline>",
        "</p>",
        "By ",
        "Ada Brook",
        "May 3, 2024",
        "<time datetime=2024-05-03>",
        "</time>",
        "<br>",
        "<!--",
        "-->",
        '<script type="application/ld+json">',
        '{"@type": "Article", "headline": "Pool", "author": "Bo Lund"',
        "}",
        "</script>",
        '<meta property="og:title" content="Pool | Quill">',
        '<link rel="canonical" href="https://example.org/pool">',
        "<svg>",
        "<?php ",
        "&#0;",
        "\u202e",
        "Pool | Quill",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=10), max_size=25))
def test_any_tangle_of_elements_gives_texts_or_nothing(pieces: list[str]) -> None:
    try:
        found = read("".join(pieces).encode("utf-8", "ignore").decode(), tuple(pieces))
    except (ParserError, ValueError):  # the parser's: no page at all
        return
    said = [found.title, found.outlet, found.url, found.date, found.lang, *found.authors]
    assert all(one is None or (one == one.strip() and "\n" not in one) for one in said)
