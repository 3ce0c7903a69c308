"""Short lines with people's names in them, and lines that only look so."""

from __future__ import annotations

import pytest
from newsdigest.clean.names import is_name, names_in, stated_names


@pytest.mark.parametrize(
    "text",
    ["Ada Brook", "Mary-Ann O’Dell", "J. R. Lund", "Ludwig van den Berg", "Éva Kovács", "May Lindt", "Tom Reed Jr."],
)
def test_a_full_name_is_one(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada",
        "Staff Reporter",
        "Use Case",
        "The End",
        "Ada Brook 3",
        "ada brook",
        "Closing Time.",
        "Subscribe Now",
        "Monday Evening",
        "Northern Broadcasting Service",
        "What A Very Long Day It Was",
        "Ada <b>Brook</b>",
        "Ada B",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Brook", ("Ada Brook",)),
        ("Ada Brook and Bo Lund", ("Ada Brook", "Bo Lund")),
        ("Ada Brook, Bo Lund, and Cy Marsh", ("Ada Brook", "Bo Lund", "Cy Marsh")),
        ("Ada Brook & Bo Lund", ("Ada Brook", "Bo Lund")),
        ("ADA BROOK", ("Ada Brook",)),
        ("Dr. Ada Brook", ("Ada Brook",)),
        ("Ada Brook, Staff Writer", ("Ada Brook",)),
        ("Ada Brook and Bo Lund, Senior Correspondents", ("Ada Brook", "Bo Lund")),
        ("Tom Reed, Jr.", ("Tom Reed Jr",)),
        ("Ada Brook, Ada Brook", ("Ada Brook",)),
        ("Ada Brook and the whole crew", ()),
        ("a committee of experts", ()),
        ("Staff", ()),
        ("", ()),
        ("Ada Brook " * 30, ()),
    ],
)
def test_a_byline_gives_its_names_or_none_at_all(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Brook", ("Ada Brook",)),
        ("By Ada Brook", ("Ada Brook",)),
        ("by: Ada Brook and Bo Lund", ("Ada Brook", "Bo Lund")),
        ("Ada Brook; Bo Lund, and Cy Marsh", ("Ada Brook", "Bo Lund", "Cy Marsh")),
        ("Ada Brook und Bo Lund", ("Ada Brook", "Bo Lund")),
        ("Ada", ("Ada",)),
        ("Reuters", ("Reuters",)),
        ("Ada Brook, ADA BROOK", ("Ada Brook",)),
        ("Ada Brook (PQR), van der Lund and Ola", ("Ada Brook", "van der Lund", "Ola")),
        ("Ada Brook, MS, RD", ("Ada Brook",)),
        ("Ada Brook, EdD, CPAM®", ("Ada Brook",)),
        ("Ada Brook, Staff Writer", ("Ada Brook",)),
        ("Ada Brook, Northern Daily News", ("Ada Brook",)),
        ("Ada Brook, quill.example.org", ("Ada Brook",)),
        ("Ada Brook | The Northern Quill", ("Ada Brook",)),
        ("Ada Brook - Chief Economist", ("Ada Brook",)),
        ("Ada Brook-Lund", ("Ada Brook-Lund",)),
        ("Tom Reed, Jr.", ("Tom Reed Jr.",)),
        ("Northern Daily News", ("Northern Daily News",)),
        ("PQR, XYZ News", ("PQR", "XYZ News")),
        ("Ada Brook and Emily Post", ("Ada Brook", "Emily Post")),
        ("Ada Brook, RN, and Bo Lund, editor", ("Ada Brook", "Bo Lund")),
        ("123", ()),
        ("", ()),
        ("<b>Ada</b>", ()),
        ("Ada Brook " * 30, ()),
    ],
)
def test_stated_names_stand_as_they_are_without_what_follows_them(text: str, names: tuple[str, ...]) -> None:
    assert stated_names(text) == names
