"""Whatever stands in a file: one clear article or one clear refusal, never a crash, and in linear time."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean import clean
from newsdigest.errors import UnusableFileError
from newsdigest.model import Source, Story
from newsdigest.options import Options
from newsdigest.read.encoding import text_of

from tests.timing import grows_less

NOW = datetime(2024, 6, 2, tzinfo=UTC)
PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."


def story(text: str) -> Story:
    return clean(Source("a.txt", "txt", text, NOW), Options(), NOW)


HOSTILE = {
    "a script as title": "<script>alert(1)</script>",
    "an image with a handler as title": '<img src=x onerror="alert(1)">',
    "a path as title": "../../../etc/passwd",
    "an absolute path as title": "/etc/passwd and more",
    "a drive as title": "C:\\Windows\\System32",
    "emoji only": "🎉🎊✨",
    "emoji with joiners": "👩‍👩‍👧‍👦 family 🏳️‍🌈",
    "300 characters": "Pool " * 60,
    "300 letters": "x" * 300,
    "300 wide characters": "市" * 300,
    "a null character": "Pool\x00 to close",
    "control characters": "Pool\x1b[31m to\x07 close",
    "bidirectional overrides": "Pool \u202eesolc ot\u202c",
    "right to left": "المدينة تغلق المسبح القديم",
    "combining marks": "P" + "\u0301" * 200 + "ool",
    "a template": "{{ 7 * 7 }} {% include 'x' %}",
    "markdown": "# [Pool](javascript:alert(1)) `x` **b**",
    "an entity": "&lt;b&gt; &amp;amp; &#0; &#x110000; &#55296;",
    "a long entity": "&" + "a" * 5000 + ";",
    "quotation marks": "\"'“”‘’«»",
    "a lone surrogate": "Pool \ud800 to close",
    "a header label alone": "Title:",
    "a header with a script": "Title: <script>x</script>",
    "a header with a wild address": "URL: javascript:alert(1)",
    "a header with a wild date": "Date: 9999-99-99T99:99:99Z",
    "a year too far": "Date: 2099-12-31",
    "an identity with a path": "Id: ../../x",
    "a very long header": "Source: " + "x" * 5000,
    "a language that is none": "Language: <b>",
    "brackets without end": "(" * 3000,
    "dots": "." * 3000,
    "spaces": "a" + " " * 3000 + "b",
    "a byline without end": "By " + "Ada and " * 500,
    "a credit without end": "Photo: " + "Ada/" * 500,
    "names without end": "Ada Brook, " * 300,
    "a million commas": "," * 100_000,
    "a title that looks like a comment counter": "12 Comments",
    "a template of a comment": "<!-- x -->",
    "a percent format": "%s %n %(x)s {0} {x.__class__}",
    "a line separator": "Pool\u2028to close",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_first_line_gives_an_article_with_a_plain_title(line: str) -> None:
    found = story(f"{line}\n\n{PROSE}\n\n{PROSE} It rained.")
    assert found.title
    assert len(found.title) <= 200
    assert "\n" not in found.title
    assert not any(
        ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000
        for c in found.title + found.text.replace("\n", "")
    )
    assert PROSE in found.text


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_line_alone_gives_an_article_or_a_refusal(line: str) -> None:
    with suppress(UnusableFileError):
        found = story(line)
        assert found.paragraphs
        assert found.title


def test_an_address_that_is_no_web_address_is_not_taken() -> None:
    assert story(f"URL: javascript:alert(1)\n{PROSE}").url is None


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text: str) -> None:
    with suppress(UnusableFileError):
        assert story(text).title


@given(st.binary(max_size=400))
def test_no_bytes_make_reading_and_cleaning_fail(data: bytes) -> None:
    text, _ = text_of(data)
    with suppress(UnusableFileError):
        assert story(text).paragraphs


def attempt(text: str) -> None:
    with suppress(UnusableFileError):
        story(text)


LONG = {
    "words on one line": "word and more ",
    "sentences on one line": "It rained.Then it stopped. ",
    "letters without a space": "x",
    "entities": "&amp;",
    "brackets": "(x[",
    "quotation marks": "“a” ",
    "commas": "a, the ",
    "short lines": "Home\n",
    "bylines": "By Ada Brook\n",
    "paragraphs": PROSE + "\n",
    "empty lines": "a\n\n",
    "wrapped lines": "The old bridge over the river was closed on Monday after divers\n",
    "names": "Ada Brook\n",
    "comment heads": "Jo says:\n" + PROSE + "\n",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_time_grows_with_the_text(piece: str) -> None:
    assert grows_less(9, attempt, piece, size=25_000, times=4)  # 16 would be quadratic


def test_a_line_of_five_million_characters_passes() -> None:
    found = story("It rained on the old town and on the new one. " * 110_000)
    assert len(found.paragraphs) == 1
    assert found.title == "It rained on the old town and on the new one"
