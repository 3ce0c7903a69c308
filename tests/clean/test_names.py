"""Short lines with people's names in them, and lines that only look so."""

from __future__ import annotations

import pytest
from newsdigest.clean.names import is_name, names_in


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
