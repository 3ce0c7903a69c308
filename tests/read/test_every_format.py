"""What holds for every format: a good file becomes an article, and no bytes at all make reading or cleaning fail."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsdigest.clean import clean
from newsdigest.errors import UnusableFileError
from newsdigest.model import Source
from newsdigest.options import Options
from newsdigest.read import BINARY, FORMATS, read_file
from newsdigest.read.found import Found
from newsdigest.text import without_unsafe_characters

from tests.read.specimens import SPECIMENS, WORD

NOW = datetime(2026, 3, 9, tzinfo=UTC)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(found: Found) -> None:
    """Hold what every format promises."""
    lines = found.text.split("\n")
    assert without_unsafe_characters(found.text) == found.text
    for numbers in (found.frame, found.headings):
        assert list(numbers) == sorted(set(numbers))
        assert all(1 <= number <= len(lines) for number in numbers)
    assert bool(found.problem) != bool(found.text.strip()) or not found.text.strip()


def read_and_clean(suffix: str, data: bytes) -> list[str]:
    """Give the text of each article in a file."""
    texts = []
    for one in FORMATS[suffix](data, Options()):
        check(one)
        source = Source(f"a.{suffix}", suffix, one.text, NOW, one.notes, one.stated, one.frame, one.headings, one.key)
        with suppress(UnusableFileError):
            texts.append(clean(source, Options(), NOW).text)
    return texts


def test_every_format_has_a_specimen() -> None:
    assert set(SPECIMENS) == set(FORMATS)


@pytest.mark.parametrize("suffix", sorted(SPECIMENS))
def test_a_good_file_of_every_format_becomes_an_article(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"ferry.{suffix}"
    path.write_bytes(SPECIMENS[suffix])
    contents = read_file(path, tmp_path, NOW, Options())
    assert contents.skipped == ()
    (source,) = contents.sources
    story = clean(source, Options(), NOW)
    assert WORD in story.text
    assert "<p>" not in story.text


@pytest.mark.parametrize("suffix", sorted(SPECIMENS))
@SLOW
@given(data=st.binary(max_size=600))
def test_no_bytes_make_a_reader_fail(suffix: str, data: bytes) -> None:
    with suppress(UnusableFileError):
        read_and_clean(suffix, data)


@pytest.mark.parametrize("suffix", sorted(SPECIMENS))
@SLOW
@given(start=st.floats(0, 1), length=st.integers(0, 60), noise=st.binary(max_size=30), times=st.integers(0, 3))
def test_no_damage_to_a_good_file_makes_a_reader_fail(
    suffix: str, start: float, length: int, noise: bytes, times: int
) -> None:
    good = SPECIMENS[suffix]
    at = int(start * len(good))
    with suppress(UnusableFileError):
        read_and_clean(suffix, good[:at] + noise * times + good[at + length :])


@pytest.mark.parametrize("suffix", sorted(set(SPECIMENS) - BINARY))
@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", b"\x00\x01\x02" * 50, b"", b" \n "])
def test_a_file_that_is_something_else_than_its_name_says_is_refused(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(data)
    with pytest.raises(UnusableFileError, match=r"; "):
        read_file(path, tmp_path, NOW, Options())
