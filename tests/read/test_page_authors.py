"""Who is named as the author on a page, and who only seems to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.page_authors import MAX_AUTHORS, authors, is_name
from newsdigest.read.page_surroundings import Piece, Surroundings

ADA = ("Ada Brook",)
BOTH = ("Ada Brook", "Bo Lund")


def read(
    *after: str | Piece,
    before: tuple[str, ...] = (),
    linked: tuple[str, ...] = (),
    metas: dict[str, tuple[str, ...]] | None = None,
    signed: tuple[str, ...] = (),
    sites: tuple[str, ...] = ("The Northern Quill",),
    lines: tuple[str, ...] = (),
) -> tuple[str, ...]:
    pieces = tuple(Piece(one) if isinstance(one, str) else one for one in after)
    return authors(Surroundings(pieces, tuple(map(Piece, before))), linked, metas or {}, signed, sites, lines)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook",
        "Ada Brook, Staff Writer",
        "J. R. Lund",
        "Ludwig van den Berg",
        "Éva O’Dell",
        "ADA BROOK",
        "May Lindt",
        "Jo King",
        "Žofie Nová",
    ],
)
def test_a_full_name_is_one(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "Ada", "ada brook", "Sports Desk", "Get Started", "The Brook", "Ada 3", "Use Case", "May Monday"],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_name(text)


def test_nobody_is_named_where_nothing_is_stated() -> None:
    assert read() == ()


@pytest.mark.parametrize("name", ["author", "article:author", "citation_author", "dc.creator", "parsely-author", "byl"])
def test_metadata_name_authors(name: str) -> None:
    assert read(metas={name: BOTH}) == BOTH


@pytest.mark.parametrize(
    "value",
    [
        "",
        "admin",
        "Site Admin",
        "Staff",
        "undefined",
        "Editorial Team",
        "jbrook",
        "j_brook",
        "@AdaBrook",
        "Ada <b>",
        "{author}",
        "https://example.org/ada",
        "www.example.org",
        "ada@example.org",
        "User 20240503",
        "x" * 200,
    ],
)
def test_addresses_accounts_and_fillers_are_nobody(value: str) -> None:
    assert read(linked=(value,), metas={"author": (value,)}) == ()


@pytest.mark.parametrize("value", ["By Ada Brook", "by: Ada Brook", '"Ada Brook"', " Ada Brook, "])
def test_a_label_and_quotation_marks_are_no_part_of_a_name(value: str) -> None:
    assert read(linked=(value,)) == ADA


def test_nobody_is_named_twice() -> None:
    assert read(linked=("Ada Brook", "ADA BROOK", "Ada  Brook", "Bo Lund")) == BOTH


def test_there_are_only_so_many_authors() -> None:
    names = tuple(f"Ada {chr(65 + i // 26)}{chr(97 + i % 26)}" for i in range(100))
    assert len(read(linked=names)) == MAX_AUTHORS


def test_json_ld_comes_before_metadata_and_metadata_before_the_page() -> None:
    assert read("By Cy Marsh", linked=("Ada Brook",), metas={"author": ("Bo Lund",)}) == ADA
    assert read("By Cy Marsh", metas={"author": ("Bo Lund",)}) == ("Bo Lund",)


@pytest.mark.parametrize("stated", ["The Northern Quill", "NorthernQuill2", "Ada", "News Desk"])
def test_a_full_name_at_the_headline_comes_before_the_site_or_half_a_name(stated: str) -> None:
    assert read("By Ada Brook", linked=(stated,)) == ADA


def test_the_site_is_left_out_beside_a_person_but_stays_where_it_is_all_that_is_stated() -> None:
    assert read(linked=("Ada Brook", "The Northern Quill")) == ADA
    assert read(linked=("The Northern Quill",)) == ("The Northern Quill",)


def test_an_author_by_one_name_stays_where_it_is_all_that_is_stated() -> None:
    assert read(metas={"author": ("Ada",)}) == ("Ada",)


def test_a_name_in_a_library_s_order_is_turned() -> None:
    assert read(metas={"citation_author": ("Brook, Ada", "Lund, Bo C.")}) == ("Ada Brook", "Bo C. Lund")
    assert read(metas={"author": ("Ada, Bo",)}) == ("Ada, Bo",)


@pytest.mark.parametrize("label", ["Written by", "By"])
def test_a_preview_card_names_the_author_under_its_label(label: str) -> None:
    assert read(metas={"twitter:label1": (label,), "twitter:data1": ADA}) == ADA
    assert read(metas={"twitter:label1": ("Reading time",), "twitter:data1": ADA}) == ()


@pytest.mark.parametrize(
    "pieces",
    [
        ("By Ada Brook",),
        ("BY: Ada Brook",),
        ("— by Ada Brook —",),
        ("Written by Ada Brook",),
        ("Posted on May 3, 2024 by Ada Brook",),
        ("Author: Ada Brook",),
        ("By", "Ada Brook", "May 3, 2024"),
        ("Written by:", "Ada Brook", "Marketing Director"),
        ("By Ada Brook | Updated May 3",),
        ("By Ada Brook – May 3",),
        ("By Ada Brook on May 3",),
        ("By Ada Brook reporting for us",),
        ("Edited", "by", "Bo Lund", "Written", "by", "Ada Brook"),
        ("Photo by Bo Lund", "By Ada Brook"),
        ("By Ada Brook", ", Quill Courier"),
        ("By Ada Brook", "and", "Pool Editor"),
        ("Words by Ada Brook. Pictures by Bo Lund",),
        ("Von Ada Brook",),
        ("Par Ada Brook",),
    ],
)
def test_a_byline_at_the_headline_names_the_author(pieces: tuple[str, ...]) -> None:
    assert read(*pieces) == ADA


@pytest.mark.parametrize(
    "pieces",
    [
        ("By", "Ada Brook", "and", "Bo Lund", "May 3"),
        ("By", "Ada Brook", ",", "Bo Lund", "x"),
        ("By", "Ada Brook", "and Bo Lund", "Pool correspondent"),
        ("By Ada Brook and", "Bo Lund", "Cy Marsh"),
        ("By Ada Brook", "& Bo Lund", ", Quill Courier"),
    ],
)
def test_names_that_are_joined_in_a_byline_all_count(pieces: tuple[str, ...]) -> None:
    assert read(*pieces) == BOTH


def test_a_byline_is_given_whole_for_cleaning_to_part() -> None:
    assert read("By Ada Brook and Bo Lund") == ("Ada Brook and Bo Lund",)
    assert read("Von Ada Brook und Bo Lund") == ("Ada Brook und Bo Lund",)


@pytest.mark.parametrize(
    "piece",
    ["By the numbers", "By industry", "By Use Case", "Contact Us", "by 2030 all will be gone", "Bystanders", "Von"],
)
def test_other_words_at_the_headline_name_nobody(piece: str) -> None:
    assert read(piece) == ()


def test_an_organisation_in_a_byline_counts_last() -> None:
    assert read("By The Brook Agency") == ("The Brook Agency",)
    assert read("By Associated Quills") == ("Associated Quills",)
    assert read("By", "Contact Us") == ()


def test_a_byline_before_the_headline_counts() -> None:
    assert read(before=("on 3 May", "Ada Brook", "By:")) == ADA


@pytest.mark.parametrize("mark", ["post-author", "byline", "c-byline__name", "author", "/authors/ada-brook"])
def test_a_name_in_an_element_marked_as_the_author_s_counts(mark: str) -> None:
    assert read(Piece("Ada Brook", marks=("", mark))) == ADA


@pytest.mark.parametrize(
    ("text", "mark"), [("Ada Brook", "authority"), ("Marketing Director", "author"), ("Ada Brook", "")]
)
def test_another_mark_or_another_text_names_nobody(text: str, mark: str) -> None:
    assert read(Piece(text, marks=(mark,))) == ()


def test_the_only_byline_among_the_lines_counts() -> None:
    assert read(lines=("Pool to close", "By Ada Brook", "The council voted.", "By Ada Brook")) == ADA
    assert read(lines=("By Ada Brook", "Baker wins prize", "By Bo Lund")) == ()
    assert read(lines=("By Event Type", "By Ada Brook")) == ADA


def test_the_only_element_marked_anywhere_counts() -> None:
    assert read(signed=("", "Ada Brook", "Ada Brook")) == ADA
    assert read(signed=BOTH) == ()


def test_a_name_alone_beside_the_date_counts_last() -> None:
    assert read("May 3, 2024", "·", "Ada Brook", "Read more") == ADA
    assert read("Ada Brook", "3 May 2024") == ADA
    assert read(before=("Ada Brook", "May 3, 2024")) == ADA


@pytest.mark.parametrize(
    "pieces",
    [
        ("Ada Brook", "Read more"),
        ("Local News", "May 3, 2024"),
        (Piece("Ada Brook", marks=("/category/people",)), Piece("May 3, 2024")),
        ("Marketing Director", "May 3, 2024"),
        ("Ada Brook", "May 3, 2024", "Bo Lund"),
        ("Ada Brook, Bo Lund", "May 3, 2024"),
    ],
)
def test_a_name_elsewhere_a_section_or_several_names_beside_the_date_are_none(pieces: tuple[str | Piece, ...]) -> None:
    assert read(*pieces) == ()


@given(st.lists(st.text(max_size=40), max_size=5), st.lists(st.text(max_size=40), max_size=5))
def test_whatever_is_stated_authors_are_short_texts_of_it(pieces: list[str], stated: list[str]) -> None:
    names = read(*pieces, linked=tuple(stated), metas={"author": tuple(stated)}, lines=tuple(pieces))
    assert all(any(name in text for text in [*pieces, *stated]) or " " in name for name in names)
    assert len(set(names)) == len(names)
