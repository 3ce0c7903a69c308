"""Values of an index's files: written as they are read, in the shortest form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.views.cbor import ARRAY, TEXT, UNSIGNED, coded, head, rows_at, string, text_at


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        (UNSIGNED, 0, b"\x00"),
        (UNSIGNED, 23, b"\x17"),
        (UNSIGNED, 24, b"\x18\x18"),
        (UNSIGNED, 255, b"\x18\xff"),
        (UNSIGNED, 256, b"\x19\x01\x00"),
        (UNSIGNED, 65_536, b"\x1a\x00\x01\x00\x00"),
        (TEXT, 3, b"\x63"),
        (ARRAY, 1000, b"\x99\x03\xe8"),
    ],
)
def test_numbers_take_as_few_bytes_as_the_standard_allows(kind: int, number: int, expected: bytes) -> None:
    assert coded(kind, number) == expected


@given(st.sampled_from((UNSIGNED, TEXT, ARRAY)), st.integers(0, 2**32 - 1))
def test_numbers_are_read_as_they_were_written(kind: int, number: int) -> None:
    data = coded(kind, number)
    assert head(data + b"\xff", 0) == (number, len(data))


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_texts_are_read_as_they_were_written(text: str) -> None:
    data = string(text)
    assert text_at(b"\xff" + data + b"\xff", 1) == (text, 1 + len(data))


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.integers(0, 70_000)), max_size=30))
def test_lists_of_lists_are_read_row_by_row(rows: list[tuple[str, int]]) -> None:
    data = coded(ARRAY, len(rows)) + b"".join(b"\x82" + string(text) + coded(UNSIGNED, n) for text, n in rows)
    assert rows_at(data, 0, (TEXT, UNSIGNED)) == (rows, len(data))
