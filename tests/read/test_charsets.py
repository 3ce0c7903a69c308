"""A stated charset is believed where the bytes agree with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.charsets import decoded

FRENCH = "L’été dernier, la société a vendu ses pièces à l’étranger, a déclaré le président.\n" * 3
RUSSIAN = "Мэр города сказал, что большинство жителей хочет более безопасных улиц.\n" * 3
CHINESE = "市长说，大多数居民希望街道更加安全。新计划将于明年开始。\n" * 3
JAPANESE = "市長は、多くの住民がより安全な道路を望んでいると述べた。\n" * 3


@pytest.mark.parametrize(
    ("text", "written", "stated"),
    [
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", "GBK"),
        (CHINESE, "utf-8", "utf-8"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH, "cp1252", "windows-1252"),
        (FRENCH, "utf-7", "utf-7"),
        (FRENCH, "utf-8", "UTF8"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "cp932", "x-sjis"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "mac-cyrillic", "x-mac-cyrillic"),
    ],
)
def test_a_true_charset_is_used_without_a_note(text: str, written: str, stated: str) -> None:
    assert decoded(text.encode(written), stated) == (text, ())


@pytest.mark.parametrize(
    "stated", ["iso-8859-1", "windows-1252", "gb2312", "us-ascii", "koi8-r", "big5", "no-such", ""]
)
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CHINESE])
def test_utf8_is_read_whatever_it_is_called(text: str, stated: str) -> None:
    assert decoded(text.encode(), stated)[0] == text


@pytest.mark.parametrize("stated", ["utf-8", "us-ascii", "no-such", "unicode", ""])
def test_what_does_not_fit_is_read_by_what_it_is_and_noted(stated: str) -> None:
    text, notes = decoded(FRENCH.encode("cp1252"), stated)
    assert text == FRENCH
    assert any("read as cp1252" in note for note in notes)


def test_the_note_names_the_charset_that_was_stated() -> None:
    text, notes = decoded(RUSSIAN.encode("koi8-r"), "iso-2022-jp")
    assert text == RUSSIAN
    assert notes == ("stated to be iso-2022-jp, not UTF-8: read as koi8_r",)


@pytest.mark.parametrize("stated", ["utf-16", "utf-16le", "unicode", "utf-8", "windows-1252"])
def test_a_byte_order_mark_says_more_than_what_is_stated(stated: str) -> None:
    assert decoded(FRENCH.encode("utf-16"), stated)[0] == FRENCH


def test_a_page_that_calls_its_bytes_utf_16_is_not_read_as_such() -> None:
    assert (
        decoded(b"<meta charset=utf-16><p>The bridge opened.", "utf-16")[0]
        == "<meta charset=utf-16><p>The bridge opened."
    )


@pytest.mark.parametrize(
    "stated", ["rot13", "zlib", "base64", "undefined", "idna", "punycode", "unicode_escape", "a\0b"]
)
def test_what_is_no_charset_of_text_is_passed_over(stated: str) -> None:
    assert decoded(rb"plain \u0041 text-", stated)[0] == rb"plain \u0041 text-".decode()


def test_a_text_cut_inside_a_character_keeps_its_charset() -> None:
    assert decoded(CHINESE.encode("gb18030")[:-2], "gb2312")[0].startswith(CHINESE[:-2])


def test_a_short_word_of_two_bytes_a_character_is_not_taken_for_utf8() -> None:
    word = "联通"  # its bytes are also two characters of UTF-8
    assert decoded(word.encode("gb2312"), "gb2312") == (word, ())


@given(st.binary(max_size=200), st.text(max_size=20) | st.sampled_from(["utf-8", "utf-7", "hz", "big5", "utf-16"]))
def test_no_bytes_under_no_name_make_it_fail(data: bytes, stated: str) -> None:
    text, _ = decoded(data, stated)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in text)
