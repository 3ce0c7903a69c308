"""The day on which an article was published, and no other day that its page tells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.page_dates import day_in, published
from newsdigest.read.page_linked_data import LinkedData
from newsdigest.read.page_surroundings import Piece, Surroundings

DAY = "2024-05-03"
MOMENT = "2024-05-03T08:00:00+02:00"


def told(
    *after: str | Piece,
    before: tuple[str, ...] = (),
    linked: str = "",
    changed: str = "",
    metas: dict[str, tuple[str, ...]] | None = None,
    marked: tuple[str, ...] = (),
    lines: tuple[str, ...] = (),
    url: str = "",
) -> str:
    pieces = tuple(Piece(one) if isinstance(one, str) else one for one in after)
    around = Surroundings(pieces, tuple(map(Piece, before)))
    return published(around, LinkedData(date=linked, changed=changed), metas or {}, marked, lines, url)


@pytest.mark.parametrize(
    "text",
    [
        "May 3, 2024",
        "May 3 2024",
        "MAY 3RD, 2024",
        "3 May 2024",
        "3rd of May, 2024",
        "03-May-2024",
        "Friday, 3 May 2024, 11:30",
        "Posted on May 3, 2024 by Ada",
        "2024-05-03T23:59:59Z",
        "2024/5/3",
        "2024.05.03",
        "3. Mai 2024",
        "3 de mayo de 2024",
        "3 mai 2024",
        "3 maggio 2024",
        "3 mei 2024",
        "3 maj 2024",
    ],
)
def test_a_day_is_read_in_every_form(text: str) -> None:
    assert day_in(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("5.5.2024", "2024-05-05"),
        ("1er août 2024", "2024-08-01"),
    ],
)
def test_figures_are_read_where_they_can_be_one_day_only(text: str, day: str) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "03/05/2024",
        "May 2024",
        "2024",
        "© 2024",
        "May 3",
        "3 Mayor 2024",
        "Mark 12, 2020",
        "31 February 2024",
        "0001-01-01T00:00:00Z",
        "+1 212 555 2024",
        "1.2.3.2024",
        "99/99/2024",
        "version 2024.05",
        "",
    ],
)
def test_half_a_date_or_a_doubtful_one_is_none(text: str) -> None:
    assert day_in(text) == ""


@pytest.mark.parametrize("text", ["3 dİc 2024", "3 ſep 2024", "٣ May 2024"])
def test_letters_and_figures_that_only_look_like_others_raise_nothing(text: str) -> None:
    assert day_in(text) in ("", "2024-09-03", DAY)


@pytest.mark.parametrize(
    "name",
    [
        "article:published_time",
        "citation_publication_date",
        "datepublished",
        "dc.date.issued",
        "parsely-pub-date",
        "sailthru.date",
    ],
)
def test_metadata_tell_the_date_with_its_time(name: str) -> None:
    assert told(metas={name: (MOMENT,)}) == MOMENT


@pytest.mark.parametrize(
    "value", ["Fri May 03 2024 10:00:00 GMT+0200 (CEST)", "May 3, 2024", f"{DAY}UTC07:30:00+00:00"]
)
def test_metadata_in_another_form_tell_the_day(value: str) -> None:
    assert told(linked=value) == DAY


@pytest.mark.parametrize("name", ["article:modified_time", "og:updated_time", "last-modified", "expires", "revised"])
def test_the_date_of_a_change_is_none(name: str) -> None:
    assert told(metas={name: (MOMENT,)}, changed=MOMENT) == ""


@pytest.mark.parametrize(
    "pieces",
    [
        ("By Ada Brook", "May 3, 2024"),
        ("Published", "May 3, 2024", "Updated", "May 9, 2024"),
        ("Updated", "May 9, 2024", "Published", "May 3, 2024"),
        ("Updated May 9, 2024", "May 3, 2024"),
        ("Last updated:", "|", "May 9, 2024", "May 3, 2024"),
        ("Pool reporter", "May 3, 2024"),
        ("Pool editor", "May 3, 2024"),
        (Piece("yesterday", moment="2024-05-03T10:00"),),
        (Piece("05/03/2024", moment="2024-05-03T10:00"),),
        (Piece("May 9, 2024", marks=("entry-date updated",)), Piece("May 3, 2024", marks=("entry-date published",))),
        (Piece("May 3, 2024", marks=("entry-date published updated",)),),
    ],
)
def test_the_headline_s_date_counts_unless_it_is_that_of_a_change(pieces: tuple[str | Piece, ...]) -> None:
    assert told(*pieces) == DAY


@pytest.mark.parametrize(
    "piece",
    [
        "Updated May 3, 2024",
        "Last reviewed on 3 May 2024",
        "Aktualisiert am 3. Mai 2024",
        "Valid until 3 May 2024",
        "The council met on May 3, 2024.",
        "The council met on May 3, 2024, and voted to close the old swimming hall, although most people were not",
    ],
)
def test_another_date_at_the_headline_is_none(piece: str) -> None:
    assert told(piece) == ""


def test_what_readers_see_comes_before_the_metadata() -> None:
    assert told("May 3, 2024", linked="2025-11-05") == DAY


def test_metadata_of_the_same_day_add_the_time() -> None:
    assert told("May 3, 2024", linked=MOMENT) == MOMENT


def test_a_visible_date_that_is_that_of_the_last_change_gives_way_to_the_first() -> None:
    assert told("May 9, 2024", linked=DAY, changed="2024-05-09") == DAY
    assert told("May 3, 2024", linked=DAY, changed=DAY) == DAY


def test_a_date_just_before_the_headline_counts_where_nothing_is_stated() -> None:
    assert told(before=("News", "May 3, 2024")) == DAY
    assert told(before=("May 9, 2024",), linked=DAY) == DAY
    assert told(before=("a", "b", "c", "May 3, 2024")) == ""


@pytest.mark.parametrize(
    ("marked", "day"),
    [((DAY,), DAY), ((DAY, "3 May 2024", "the author"), DAY), ((DAY, "2024-05-09"), ""), ((), ""), (("x",), "")],
)
def test_an_element_marked_as_the_date_counts_if_it_is_the_only_one(marked: tuple[str, ...], day: str) -> None:
    assert told(marked=marked) == day


@pytest.mark.parametrize(
    "lines",
    [
        ("Pool", "May 3, 2024", "The council voted."),
        ("May 3, 2024", "May 3, 2024"),
        ("Published", "May 3, 2024", "Baker wins prize", "May 9, 2024"),
        ("Posted on the 3rd of May 2024 at 19:00 by Ada Brook",),
        ("Updated", "May 9, 2024", "May 3, 2024"),
    ],
)
def test_the_only_date_among_the_lines_counts_or_the_only_labelled_one(lines: tuple[str, ...]) -> None:
    assert told(lines=lines) == DAY


@pytest.mark.parametrize(
    "lines",
    [
        ("May 3, 2024", "May 9, 2024"),
        ("Published May 3, 2024", "Published May 9, 2024"),
        ("Last updated", "May 3, 2024"),
        ("Page last modified May 3, 2024",),
        ("© 2024 Northern Quill",),
        ("The council met on May 3, 2024, to vote on the pool.",),
    ],
)
def test_several_dates_or_that_of_a_change_among_the_lines_are_none(lines: tuple[str, ...]) -> None:
    assert told(lines=lines) == ""


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/05/03/pool", DAY),
        ("https://example.org/news/2024-05-03-pool", DAY),
        ("https://example.org/news/pool-20240503", DAY),
        ("https://example.org/2024/05/pool", ""),
        ("https://example.org/2024/13/03/pool", ""),
        ("https://example.org/p/120240503", ""),
        ("https://example.org/p/202405031", ""),
        ("", ""),
    ],
)
def test_a_date_in_the_address_is_the_last_resort(url: str, day: str) -> None:
    assert told(url=url) == day
    assert told(url=url, linked="2020-01-01") == "2020-01-01"


@given(st.text(max_size=80))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    day = day_in(text)
    assert day == "" or len(day) == 10


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_that_is_written_out_is_read(day: date) -> None:
    assert day_in(f"{day:%B %d, %Y}") == day_in(f"{day:%d %b %Y}") == f"{day:%Y-%m-%d}"
