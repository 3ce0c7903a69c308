"""What stands near the headline of a page, before the article begins."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring
from newsdigest.read.page_surroundings import AFTER, BEFORE, Surroundings, surroundings

POOL = "Council votes to close the pool"
PROSE = "<p>The council voted on Tuesday to close the old swimming hall, although most who spoke were against it.</p>"


def around(markup: str, title: str = POOL) -> Surroundings:
    return surroundings(document_fromstring(f"<body>{markup}</body>"), title)


def after(markup: str) -> list[str]:
    return [piece.text for piece in around(markup).after]


def test_pieces_come_in_their_order_from_the_headline_on_and_backwards_before_it() -> None:
    found = around(f"<p>Home</p><p>News</p><h1>{POOL}</h1><p>By <a>Ada Brook</a></p><p>3 May 2024</p>")
    assert [piece.text for piece in found.after] == ["By", "Ada Brook", "3 May 2024"]
    assert [piece.text for piece in found.before] == ["News", "Home"]


@pytest.mark.parametrize(
    "headline",
    [
        f"<h1>{POOL}</h1>",
        f"<h1>{POOL.upper()}</h1>",
        "<h1>Council votes<br>to close <i>the pool</i></h1>",
        f"<h2>{POOL}</h2>",
        f"<div>{POOL}</div>",
        f"<h1>Quill</h1><h1>{POOL}</h1>",
    ],
)
def test_the_headline_is_found_whatever_element_it_is_in(headline: str) -> None:
    assert after(f"{headline}<p>By Ada Brook</p>") == ["By Ada Brook"]


def test_what_the_heading_holds_beside_the_title_counts() -> None:
    assert after(f"<h1>{POOL} <small>by Ada Brook</small></h1><p>3 May 2024</p>")[1:] == ["by Ada Brook", "3 May 2024"]


@pytest.mark.parametrize("title", ["", "Baker wins prize", "!!!"])
def test_a_title_that_the_page_does_not_show_has_no_surroundings(title: str) -> None:
    assert around(f"<h1>{POOL}</h1><p>By Ada Brook</p>", title) == Surroundings()


def test_a_title_in_a_script_alone_is_not_shown() -> None:
    assert around(f"<script>{POOL}</script><p>By Ada Brook</p>") == Surroundings()


def test_pieces_end_where_the_third_paragraph_begins() -> None:
    assert len(after(f"<h1>{POOL}</h1>{PROSE}{PROSE}{PROSE}<p>3 May 2024</p>")) == 2
    assert after(f"<h1>{POOL}</h1>{PROSE}{PROSE}<p>3 May 2024</p>{PROSE}")[-1] == "3 May 2024"


def test_there_are_only_so_many_pieces() -> None:
    found = around(f"{'<p>x</p>' * 50}<h1>{POOL}</h1>{'<p>y</p>' * 100}")
    assert (len(found.after), len(found.before)) == (AFTER, BEFORE)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>By Ada Brook</script>",
        "<style>By Ada Brook</style>",
        "<template>By Ada Brook</template>",
        "<select><option>By Ada Brook</option></select>",
        "<p hidden>By Ada Brook</p>",
        '<p style="color:red; DISPLAY: none">By <b>Ada Brook</b></p>',
        "<!-- By Ada Brook -->",
    ],
)
def test_what_is_hidden_is_left_out(markup: str) -> None:
    assert after(f"<h1>{POOL}</h1>{markup}<p>shown</p>") == ["shown"]


def test_a_piece_bears_the_marks_of_the_elements_around_it_and_the_moment_of_its_time() -> None:
    markup = '<p class="Byline"><a rel="author" href="/people/ada">Ada</a> <time datetime="2024-05-03">today</time></p>'
    name, moment = around(f"<h1>{POOL}</h1>{markup}").after
    assert "author" in name.marks[0]
    assert "/people/ada" in name.marks[0]
    assert name.marks[1] == "byline"
    assert (name.moment, moment.moment) == ("", "2024-05-03")


def test_marks_of_any_length_are_cut() -> None:
    (piece,) = around(f'<h1>{POOL}</h1><p class="{"x" * 100_000}">Ada</p>').after
    assert len(piece.marks[0]) <= 200


def test_a_text_after_an_element_belongs_to_the_element_around_both() -> None:
    (_, piece) = around(f'<h1>{POOL}</h1><p class="byline"><b>By</b> Ada Brook</p>').after
    assert piece.marks[0] == "byline"


def test_ten_thousand_headings_are_no_trouble() -> None:
    assert around("<h2>x</h2>" * 10_000 + "<p>y</p>") == Surroundings()
