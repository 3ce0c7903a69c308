"""Where a page forgot to end a drawing, the text behind its beginning is read as browsers read it."""

from __future__ import annotations

import time

import pytest
from lxml.html import document_fromstring, tostring
from newsdigest.options import Options
from newsdigest.read import page
from newsdigest.read.page_blocks import page_of
from newsdigest.read.page_drawings import BREAKING_OUT, broken_out

FIRST = "The quay at Northport was closed on Monday after part of its wall fell into the harbour."
SECOND = "Nobody was hurt, and the ferries will leave from the old pier until the end of the month."
THIRD = "The harbour office said that the wall had last been looked at eleven years ago."


def lines(source: str) -> list[str]:
    return [block.text for block in page_of(document_fromstring(source), 200, 10_000).blocks]


def tag_of(source: str) -> str | None:
    found = broken_out(next(document_fromstring(f"<body>{source}</body>").iter("svg", "annotation")))
    return None if found is None else str(found.tag)


@pytest.mark.parametrize(
    "opened", ["<svg>", "<svg><path d='x'>", "<svg aria-hidden=true><g><path>", "<svg hidden><g/>"]
)
def test_an_article_goes_on_behind_a_drawing_that_is_never_closed(opened: str) -> None:
    source = f"<article><h1>Quay</h1><p>{FIRST}</p>{opened}<p>{SECOND}</p><p>{THIRD}</p></article>"
    (found,) = page.read(source.encode(), Options())
    assert found.text.split("\n") == ["Quay", FIRST, SECOND, THIRD]
    assert found.frame == (1,)


@pytest.mark.parametrize("inner", ["p", "div", "h2", "ul", "blockquote", "table", "pre", "span", "em"])
def test_elements_of_html_end_a_drawing(inner: str) -> None:
    assert inner in BREAKING_OUT
    assert tag_of(f"<svg><g><title>no</title><{inner}>yes") == inner


@pytest.mark.parametrize(
    ("stated", "ends"),
    [
        ("color=red", "font"),
        ("FACE='serif'", "font"),
        ("size", "font"),
        ("x=1 size=2", "font"),
        ("", None),
        ("data-color=x", None),
    ],
)
def test_lettering_ends_a_drawing_where_it_says_which(stated: str, ends: str | None) -> None:
    assert tag_of(f"<svg><g><title><font size=1>no</title><font {stated}>yes") == ends


@pytest.mark.parametrize(
    "closed",
    [
        "<svg><path d='x'/><title>no</title><text>no</text></svg>",
        "<svg><foreignObject><p>no</p></foreignObject></svg>",
        "<svg><desc><p>no</p></desc><g><title><b>no</b></title></g></svg>",
        "<svg><section>no</section><a href='x'>no</a></svg>",
        "<math><annotation>no</annotation></math>",
    ],
)
def test_a_drawing_without_elements_that_end_it_is_no_text(closed: str) -> None:
    assert tag_of(closed) is None
    assert lines(f"<body><p>one</p>{closed}<p>two</p></body>") == ["one", "two"]


def test_no_other_element_is_ended_so() -> None:
    assert broken_out(document_fromstring("<body><button><p>no</p></button></body>").find(".//button")) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<p>one</p><svg><text>no</text><g>no<p>two</p> three <path>no</path></g>four</svg>five",
            "one|two|three nofourfive",
        ),
        ("<svg><path>no<p>one<svg><text>no</text><g><p>two", "one|two"),
        ("<svg><g><svg><path><p>one", "one"),
        ("<math><mi>x</mi><p>one</p><p>two", "x|one|two"),
        ("<math><annotation>no<p>one</p><p>two", "one|two"),
        ("<div hidden><svg><p>no</p></svg></div><p>one", "one"),
        ("<button><svg><path><p>no</p></button><p>one", "one"),
        ("<svg><path><p hidden>no</p><p>one", "one"),
        ("<a href='x'><svg><g><span>one</span></g></svg> two</a><p>three", "one two|three"),
    ],
)
def test_what_stands_before_is_left_out_and_what_follows_read(source: str, expected: str) -> None:
    assert "|".join(lines(f"<body>{source}</body>")) == expected


def test_the_places_of_the_text_are_those_outside_of_the_drawing() -> None:
    read = page_of(document_fromstring("<body><svg class='share'><path><p>one</p><div><p>two"), 200, 10_000)
    assert [element.tag for element in read.places][-4:] == ["body", "p", "div", "p"]
    assert [read.places[block.place].tag for block in read.blocks] == ["p", "p"]


@pytest.mark.parametrize("unit", ["<svg>", "<svg><p>", "<svg></svg>", "<svg><p></svg>", "<svg><desc>", "<g><svg><g>"])
def test_many_drawings_take_no_time(unit: str) -> None:
    root = document_fromstring(f"<body><p>one</p>{unit * 20_000}<p>two</p></body>")
    start = time.process_time()
    assert page_of(root, 200, 10_000).blocks
    assert time.process_time() - start < 10
    assert tostring(root)
