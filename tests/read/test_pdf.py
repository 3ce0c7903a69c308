"""A PDF gives its article: paragraphs, headings, what is printed around them, and what its properties say truly."""

from __future__ import annotations

import pytest
from newsdigest.model import Stated
from newsdigest.read.pdf import PRINTED

from .pdfs import LEFT, TOP, column, drawn, lines, one, pages

FIRST = ("The old pier of the town opened again on Monday, four", "years after a storm had closed it to all visitors.")
SECOND = (
    "The mayor said that ships would be back before the",
    "summer, and that the works had cost less than planned.",
)
THIRD = ("Nobody knows yet who will run the small cafe at its end,", "which had been open for a hundred years.")
JOINED = [" ".join(paragraph) for paragraph in (FIRST, SECOND, THIRD)]


def test_lines_become_paragraphs_where_gaps_part_them() -> None:
    assert lines(column(FIRST, SECOND, THIRD)) == JOINED


def test_lines_become_paragraphs_where_indents_begin_them() -> None:
    assert lines(column(FIRST, SECOND, THIRD, gap=14, indent=12)) == JOINED


def test_a_line_without_a_full_stop_before_an_indent_is_its_own_block() -> None:
    text = column(("The mayor and the pier",), FIRST, SECOND, THIRD, gap=14, indent=12)
    assert lines(text) == ["The mayor and the pier", *JOINED]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    short = (FIRST[0], "years after a storm.")
    assert lines(column(short, SECOND, THIRD, gap=14)) == [" ".join(short), f"{JOINED[1]} {JOINED[2]}"]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    left, right = column(FIRST, SECOND[:1], y=100), column(SECOND[1:], THIRD, x=320)
    assert lines([*left, *right]) == JOINED
    assert lines(left, column(SECOND[1:], THIRD)) == JOINED


def test_a_new_column_begins_a_paragraph_after_a_full_stop() -> None:
    assert lines([*column(FIRST, SECOND, y=100), *column(THIRD, x=320)]) == JOINED
    indented = column(FIRST, SECOND, gap=14, indent=12, y=100)
    assert lines([*indented, *column(THIRD, x=320, indent=12)]) == JOINED


def test_a_sentence_may_end_at_the_end_of_a_column_inside_of_an_indented_paragraph() -> None:
    second = (*SECOND, "It went well.", "He thanked all who had helped to build it up again.")
    left = column(FIRST, second[:3], gap=14, indent=12, y=100)
    assert lines([*left, *column(second[3:], x=320)])[-1] == " ".join(second)


def test_larger_lines_are_headings_except_the_title_above_the_text() -> None:
    title = [(LEFT + 40, 780.0, 22.0, "Pier opens again"), (LEFT + 90, 753.0, 22.0, "after four years")]
    heading = [(LEFT, 640.0, 15.0, "Less than planned")]
    found = one(pages(drawn([*title, *column(FIRST, SECOND, y=720), *heading, *column(THIRD, y=615)])))
    assert found.text.split("\n") == ["Pier opens again after four years", *JOINED[:2], "Less than planned", JOINED[2]]
    assert found.headings == (4,)


def test_each_point_of_a_list_is_a_block() -> None:
    points = [
        (LEFT, 700.0, 11.0, "\x95 One is the pier, which is"),
        (LEFT + 12, 686.0, 11.0, "open."),
        (LEFT, 672.0, 11.0, "\x95 Two."),
    ]
    shown = [(x, y, size, text.replace("\x95", "•")) for x, y, size, text in points]
    assert lines([*column(FIRST, SECOND, y=780), *shown])[2:] == ["• One is the pier, which is open.", "• Two."]


@pytest.mark.parametrize(
    ("foot", "framed"),
    [
        ("Page 7 of 9", True),
        ("7", True),
        ("- 7 -", False),
        ("p. 7", True),
        ("7/9", True),
        ("file:///home/jo/pier.html 1/1", True),
        ("11/22/26, 6:52 AM Pier opens again", True),
        ("22.11.2026, 06:52 Pier opens again", True),
        ("1 of 3 11/22/2026, 06:52", True),
        ("Seven boats came.", False),
        ("In 2026 7 boats came", False),
    ],
)
def test_page_numbers_and_what_browsers_print_are_the_frame(foot: str, *, framed: bool) -> None:
    found = one(pages(drawn([*column(FIRST, SECOND), (LEFT, 30, 8, foot)])))
    assert found.text.split("\n")[2] == foot
    assert found.frame == ((3,) if framed else ())


def test_what_stands_at_the_edge_of_the_pages_alike_is_the_frame() -> None:
    def page(number: int, *paragraphs: tuple[str, ...]) -> bytes:
        head = (LEFT, 790, 8, "The Pier Weekly | Town")
        return drawn([head, *column(*paragraphs), (LEFT, 20, 8, f"Copies {number}00 of March {number}")])

    found = one(pages(page(1, FIRST, SECOND[:1]), page(2, SECOND[1:], THIRD)))
    body = [line for number, line in enumerate(found.text.split("\n"), start=1) if number not in found.frame]
    assert body == JOINED
    assert [found.text.split("\n")[number - 1] for number in found.frame] == [
        *("The Pier Weekly | Town", "Copies 100 of March 1"),
        *("The Pier Weekly | Town", "Copies 200 of March 2"),
    ]


@pytest.mark.parametrize(
    ("foot", "url"),
    [
        ("https://pier.example/opens 1/1", "https://pier.example/opens"),
        ("https://pier.example/a-very-long-add… 1/1", None),
        ("https://pier.example/a-very-long-add... 1/1", None),
        ("file:///home/jo/pier.html 1/1", None),
        ("https://pier.example/opens", None),
    ],
)
def test_the_address_that_a_browser_prints_whole_on_each_page_is_the_article_s(foot: str, url: str | None) -> None:
    found = one(pages(drawn([*column(FIRST), (LEFT, 20, 8, foot)])))
    assert found.stated.url == url
    assert found.notes == ((PRINTED,) if url else ())


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Pier opens again", True),
        ("Pier opens again | The Pier Weekly", True),
        ("PIER OPENS AGAIN", True),
        ("Microsoft Word - draft.docx", False),
        ("untitled", False),
        ("Pier", False),
        ("Pier opens", True),
        ("Pier opened again", False),
        ("", False),
    ],
)
def test_a_title_among_the_properties_counts_where_the_text_has_it_too(title: str, *, taken: bool) -> None:
    text = drawn([(LEFT, TOP, 20, "Pier opens again"), *column(FIRST, y=720)])
    found = one(pages(text, info=b"<</Title(%s)/CreationDate(D:20260302080000Z)>>" % title.encode()))
    assert found.stated == Stated(title=title if taken else None, origin="document properties")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("Jane Doe; Bo Li", ("Jane Doe", "Bo Li")),
        ("Jane Doe and Bo Li", ("Jane Doe", "Bo Li")),
        ("Jane Doe; Jo Roe", ()),
        ("Administrator", ()),
        ("jdoe", ()),
    ],
)
def test_authors_among_the_properties_count_where_the_text_names_them_too(author: str, names: tuple[str, ...]) -> None:
    text = drawn(column(("By Jane Doe and Bo Li",), FIRST))
    assert one(pages(text, info=b"<</Author(%s)>>" % author.encode())).stated.authors == names


def test_the_day_on_which_a_pdf_was_made_is_no_date_of_publication() -> None:
    found = one(pages(drawn(column(FIRST)), info=b"<</CreationDate(D:20260302080000Z)/ModDate(D:20260302080000Z)>>"))
    assert found.stated.date is None


# --- what stands apart on one line ---


@pytest.mark.parametrize("gap", [30, 80, 200])
def test_a_byline_a_date_and_buttons_that_stand_apart_are_lines_of_their_own(gap: float) -> None:
    parts = ["By Ada Moor", "2 March 2026", "Share"]
    bar = [(LEFT + number * (80 + gap), TOP, 11.0, text) for number, text in enumerate(parts)]
    assert lines([*bar, *column(FIRST, SECOND, y=TOP - 30)]) == [*parts, *JOINED[:2]]


def test_words_of_a_line_that_is_spread_out_stay_together() -> None:
    words = "The pier of the Town opened again after the storm".split()
    spread = [(LEFT + 45 * number, TOP, 11.0, word) for number, word in enumerate(words)]
    assert lines([*spread, *column(SECOND, y=TOP - 30)])[0] == " ".join(words)


def test_rows_of_a_table_below_the_head_stay_lines() -> None:
    table = [(x, 300.0, 11.0, text) for x, text in ((LEFT, "Monday"), (200, "12 ships"), (400, "40 guests"))]
    text = [f"This is line {number} of the text on the pier." for number in range(16)]
    assert lines([*column(text), *table])[-1] == "Monday 12 ships 40 guests"
