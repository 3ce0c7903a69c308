"""Values of CBOR (RFC 8949), the form of an index's files: numbers from 0 up, texts, and lists of a known length.

In: bytes, and where a value stands in them. Out: the value, and where the next one stands; or a value's bytes.
Limits: no other values, and nothing that takes more than four bytes to count.
"""

from __future__ import annotations

from collections.abc import Sequence

UNSIGNED, TEXT, ARRAY = 0, 3, 4
"""Kinds of values."""


def rows_at(data: bytes, at: int, kinds: Sequence[int]) -> tuple[list[tuple[str | int, ...]], int]:
    """Read a list of lists, all of values of these kinds."""
    count, at = head(data, at)
    rows = []
    for _ in range(count):
        row: list[str | int] = []
        at += 1
        for kind in kinds:
            value, at = text_at(data, at) if kind == TEXT else head(data, at)
            row.append(value)
        rows.append(tuple(row))
    return rows, at


def text_at(data: bytes, at: int) -> tuple[str, int]:
    """Read a text."""
    long, at = head(data, at)
    return data[at : at + long].decode(), at + long


def head(data: bytes, at: int) -> tuple[int, int]:
    """Read a number, or how long a text or a list is."""
    small = data[at] & 31
    if small < 24:
        return small, at + 1
    end = at + 1 + (1 << (small - 24))
    return int.from_bytes(data[at + 1 : end], "big"), end


def coded(kind: int, number: int) -> bytes:
    """Write a number, or how long a text or a list is."""
    if number < 24:
        return bytes((kind << 5 | number,))
    if number < 256:
        return bytes((kind << 5 | 24, number))
    if number < 65536:
        return bytes((kind << 5 | 25, number >> 8, number & 255))
    return bytes((kind << 5 | 26,)) + number.to_bytes(4, "big")


def string(text: str) -> bytes:
    """Write a text."""
    data = text.encode()
    return coded(TEXT, len(data)) + data
