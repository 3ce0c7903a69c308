"""A page becomes the lines that its reader sees."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring
from newsdigest.read.page_blocks import Page, page_of

DEPTH, SIZE = 200, 1_000_000


def page(source: str, max_depth: int = DEPTH, max_text: int = SIZE, hidden: bool = False) -> Page:
    return page_of(document_fromstring(source), max_depth, max_text, hidden)


def lines(source: str) -> list[str]:
    return [block.text for block in page(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>one <b>bold</b>, <i>two</i></p>", ["one bold, two"]),
        ("<p>sp<b>l</b>it</p>", ["split"]),
        ("<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>", ["one", "two", "three"]),
        ("<dl><dt>Name</dt><dd>Value</dd></dl>", ["Name", "Value"]),
        ("<h2>Head</h2>text", ["Head", "text"]),
        ("<p>  many \n  spaces&nbsp;\t here </p>", ["many spaces here"]),
        ("<p>He said <q>so</q>.</p>", ["He said “so”."]),
        ("<details><summary>More</summary><p>Text</p></details>", ["More", "Text"]),
        ("<figure><img alt='no'><figcaption>Caption</figcaption></figure>", ["Caption"]),
        ("<my-story><p>one</p></my-story>", ["one"]),
        ("before<!-- no --> and<?no no?> after", ["before and after"]),
        ("<p>one</p>&nbsp;<p>\u200b</p><p>two</p>", ["one", "two"]),
        ("<p>unclosed<p>next<div>third", ["unclosed", "next", "third"]),
        ("<p>before <embed src=x> <b>after</b></p>", ["before after"]),
    ],
)
def test_each_block_is_a_line(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>no()</script>",
        "<style>no {}</style>",
        "<template><p>no</p></template>",
        "<noscript>no</noscript>",
        "<form><label>no</label><input value=no><textarea>no</textarea><button>no</button></form>",
        "<select><option>no</option></select>",
        "<svg><title>no</title><text>no</text></svg>",
        "<iframe>no</iframe>",
        "<video>no</video>",
        "<p hidden>no</p>",
        "<div aria-hidden='true'><p>no</p></div>",
        "<div style='color: red; DISPLAY : none'>no</div>",
        "<div style='visibility:hidden'>no</div>",
        "<dialog>no</dialog>",
        "<math><annotation>no</annotation></math>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(unseen: str) -> None:
    assert lines(f"<body><p>one</p>{unseen}<p>two</p></body>") == ["one", "two"]


@pytest.mark.parametrize(
    "shown",
    [
        "<p hidden='until-found'>yes</p>",
        "<dialog open>yes</dialog>",
        "<div aria-hidden='false'>yes</div>",
        "<div><template shadowrootmode='open'><p>yes</p></template></div>",
        "<div><template shadowmode='open'><p>yes</p></template></div>",
    ],
)
def test_what_only_seems_hidden_is_read(shown: str) -> None:
    assert lines(f"<body>{shown}</body>") == ["yes"]


def test_hidden_parts_are_read_on_request_but_scripts_never() -> None:
    source = "<p>one</p><div hidden><p>two</p><script>no()</script></div>"
    assert [block.text for block in page(source, hidden=True).blocks] == ["one", "two"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one<br><br>two", ["one", "two"]),
        ("one<br>\n<br/>two", ["one", "two"]),
        ("First line<br>Second line", ["First line", "Second line"]),
        ("the line goes<br>on here", ["the line goes on here"]),
        ("ended.<br><br>and lower case", ["ended.", "and lower case"]),
        ("one<br>2 eggs<br>", ["one", "2 eggs"]),
        ("<br><br>one", ["one"]),
    ],
)
def test_a_line_break_ends_a_line_unless_the_sentence_goes_on(source: str, expected: list[str]) -> None:
    assert lines(f"<p>{source}</p>") == expected


def test_preserved_text_keeps_its_lines_and_paragraphs() -> None:
    source = "<pre>Dear all,\nthe hall is\nopen again.\n\nyours, the board</pre>"
    assert lines(source) == ["Dear all, the hall is open again.", "yours, the board"]


def test_a_row_of_data_is_one_line() -> None:
    source = "<table><tr><th>Town<th>Votes</tr><tr><td>Upper <b>Dale</b><td>1,204</tr><tr><td>|<td></tr></table>"
    assert lines(source) == ["Town | Votes", "Upper Dale | 1,204", "| |"]


@pytest.mark.parametrize(
    "row",
    [
        "<td><p>Menu</p></td><td><p>Story</p></td>",
        "<td>Menu</td><td><div>Story</div></td>",
    ],
)
def test_the_columns_of_a_layout_table_are_lines_of_their_own(row: str) -> None:
    assert lines(f"<table><tr>{row}</tr></table>") == ["Menu", "Story"]


def test_long_cells_are_lines_of_their_own() -> None:
    column = "word " * 80
    assert lines(f"<table><tr><td>Menu</td><td>{column}</td></tr></table>") == ["Menu", column.strip()]


def test_ruby_reads_as_the_word_without_its_pronunciation() -> None:
    assert lines("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>です。</p>") == ["漢字です。"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("&#146;tis &#147;it&#148; &#150; &#133;", "’tis “it” – …"),
        ("Fish &amp; chips &eacute; &copy", "Fish & chips é ©"),
        ("a &bogus; b", "a &bogus; b"),
        ("a&#0;b &#xD800;", "a□b □"),
        ("a\u202eb\u200bc", "abc"),
    ],
)
def test_entities_and_odd_characters_come_out_clean(source: str, expected: str) -> None:
    assert lines(f"<p>{source}</p>") == [expected]


@pytest.mark.parametrize(
    ("source", "share"),
    [
        ("<p>no link at all</p>", 0.0),
        ("<p><a href=x>all of it</a></p>", 1.0),
        ("<a href=x><p>all of it</p></a>", 1.0),
        ("<p>half<a href=x>half</a></p>", 0.5),
        ("<ul><li><a>aa</a> <a>bb</a> | <a>cc</a></ul>", 6 / 7),
    ],
)
def test_the_share_of_a_line_in_links_is_known(source: str, share: float) -> None:
    (block,) = page(source).blocks
    assert block.linked == pytest.approx(share)


def test_headings_are_known_also_around_other_elements() -> None:
    blocks = page("<h2><div><a href=x>Head</a></div></h2><p>text</p><h3>Low<br>er</h3>").blocks
    assert [(block.text, block.heading) for block in blocks] == [("Head", True), ("text", False), ("Low er", True)]


def test_each_block_knows_the_elements_around_it() -> None:
    found = page("<body><main><section><p>one <b>bold</b></p></section></main></body>")
    (block,) = found.blocks
    around, place = [], block.place
    while place:
        around.append(found.places[place].tag)
        place = found.parents[place]
    assert around == ["p", "section", "main", "body", "html"]


def test_places_too_deep_count_as_the_one_around_them() -> None:
    found = page("<div>" * 50 + "<p>one</p><p>two</p>" + "</div>" * 50, max_depth=10)
    assert [block.text for block in found.blocks] == ["one", "two"]
    assert len(found.places) == 11
    assert len({block.place for block in found.blocks}) == 1


def test_reading_ends_soon_after_the_longest_text_allowed() -> None:
    found = page("<p>nine char</p>" * 100, max_text=50)
    assert [len(found.blocks), sum(len(block.text) for block in found.blocks)] == [6, 54]


def test_white_space_does_not_count_towards_the_longest_text() -> None:
    assert len(page("<p>a</p>   \n \n" * 100, max_text=150).blocks) == 100
