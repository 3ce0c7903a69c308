"""Bytes of text become the text that was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.encoding import decoded, text_of

WESTERN = "Die Bürgermeisterin sagte, größere Straßen würden übermäßig viel Geld kosten – 3 000 €.\n" * 4
FRENCH = "L’été dernier, la société a déjà vendu ses pièces à l'étranger, a déclaré le président.\n" * 4
POLISH = "Burmistrz powiedział, że większość mieszkańców chce, żeby ulica była węższa i cicha.\n" * 4
RUSSIAN = "Мэр города сказал, что большинство жителей хочет более безопасных улиц.\n" * 4
GREEK = "Ο δήμαρχος της πόλης είπε ότι οι περισσότεροι κάτοικοι θέλουν ασφαλέστερους δρόμους.\n" * 4
JAPANESE = "市長は、多くの住民がより安全な道路を望んでいると述べた。新しい計画は来年始まる。\n" * 4
KOREAN = "시장은 대부분의 주민들이 더 안전한 도로를 원한다고 말했다. 새로운 계획은 내년에 시작된다.\n" * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (GREEK, "cp1253"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "utf-16-le"),
        (KOREAN, "cp949"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-16-be"),
        (WESTERN, "cp1252"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-32"),
    ],
)
def test_text_in_another_encoding_is_read_and_the_encoding_is_noted(text: str, encoding: str) -> None:
    read, notes = text_of(text.encode(encoding))
    assert read == text
    assert len(notes) == 1
    assert "read as" in notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_needs_no_note(encoding: str) -> None:
    assert text_of(JAPANESE.encode(encoding)) == (JAPANESE, ())


@pytest.mark.parametrize("text", ["Un café près d'ici.", "Café", "é"])
def test_a_short_latin_1_text_is_read(text: str) -> None:
    assert text_of(text.encode("latin-1"))[0] == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0c"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert text_of(f"one{end}two".encode()) == ("one\ntwo", ())


def test_control_characters_are_dropped_with_a_note() -> None:
    assert text_of(b"The bridge\x00 opened\x07.\tIt is red.") == (
        "The bridge opened.\tIt is red.",
        ("2 control characters removed",),
    )


def test_a_few_broken_bytes_do_not_change_the_encoding_of_the_rest() -> None:
    text, notes = text_of(FRENCH.encode() + b"caf\xe9 fin\n")
    assert text == FRENCH + "caf□ fin\n"
    assert "not quite UTF-8" in notes[0]


def test_utf16_with_an_odd_last_byte_keeps_the_rest() -> None:
    text, notes = text_of("Hello, world".encode("utf-16") + b"x")
    assert text.startswith("Hello, world")
    assert any("could not be read" in note for note in notes)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])))
def test_utf8_without_control_characters_comes_through_unchanged(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decoded(("x" + text).encode())[0] == "x" + text


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail_and_no_control_character_is_left(data: bytes) -> None:
    text, notes = text_of(data)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in text)
    assert all(isinstance(note, str) for note in notes)


def test_one_broken_byte_at_the_end_does_not_change_the_encoding_of_a_short_text() -> None:
    text, notes = text_of("Café “Zoé” is open — at last.".encode() + b"\xe2\x80")
    assert text == "Café “Zoé” is open — at last.□"
    assert notes == ("not quite UTF-8 (first at byte 37): unreadable bytes became □",)


@pytest.mark.parametrize("char", ["\ufffe", "\uffff", "\ufdd0", "\u202e", "\u200b", "\x01"])
def test_what_no_page_may_hold_is_taken_out_and_told(char: str) -> None:
    assert text_of(f"one{char} two".encode()) == ("one two", ("1 control character removed",))
