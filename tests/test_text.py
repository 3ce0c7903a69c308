"""Helpers on strings: identities, places of paragraphs, safe characters, slugs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.model import Paragraph
from newsdigest.text import (
    SLUG_LENGTH,
    WITHHELD,
    all_withheld,
    counted,
    has_words,
    letters,
    paragraph_spans,
    slugify,
    story_id,
    straight,
    unique_slugs,
    with_gaps,
    withheld,
    without_unsafe_characters,
    words,
)


def test_an_identity_never_changes() -> None:
    assert story_id("https://example.org/a") == "195ec0cf-de95-5439-815f-d24b650bfcec"
    assert story_id("a") != story_id("b")
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", story_id("a"))


@pytest.mark.parametrize(
    ("text", "some", "every"),
    [
        ("the pier", False, False),
        (f"the {WITHHELD * 4}", True, False),
        (f" {WITHHELD * 3} {WITHHELD}  ", True, True),
        ("   ", False, True),
        ("", False, False),
    ],
)
def test_a_text_tells_whether_words_of_it_are_withheld(text: str, some: bool, every: bool) -> None:
    assert (withheld(text), all_withheld(text)) == (some, every)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the pier", "the pier"),
        (f"the {WITHHELD * 4}", "the […]"),
        (f"the {WITHHELD * 4} {WITHHELD}\n\n{WITHHELD} opens {WITHHELD}", "the […] opens […]"),
    ],
)
def test_words_that_are_withheld_show_as_one_gap_where_they_stand_together(text: str, shown: str) -> None:
    assert with_gaps(text) == shown


@given(st.lists(st.text(max_size=20), max_size=6))
def test_paragraph_spans_point_at_the_paragraphs_of_the_joined_text(texts: list[str]) -> None:
    joined = "\n\n".join(texts)
    spans = list(paragraph_spans(Paragraph(text) for text in texts))
    assert [joined[span.start : span.end] for span in spans] == texts


@pytest.mark.parametrize(
    ("number", "noun", "written"),
    [
        (0, ("tag",), "0 tags"),
        (1, ("person", "people"), "1 person"),
        (2, ("tag",), "2 tags"),
        (2_000, ("person", "people"), "2,000 people"),
    ],
)
def test_a_number_and_its_noun_agree(number: int, noun: tuple[str, ...], written: str) -> None:
    assert counted(number, *noun) == written


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x85", "\u202e", "\u200b", "\ufeff", "\ud800", "\uffff"])
def test_characters_that_feeds_forbid_or_that_deceive_are_dropped(char: str) -> None:
    assert without_unsafe_characters(f"a{char}b") == "ab"


def test_ordinary_white_space_and_emoji_stay() -> None:
    assert without_unsafe_characters("a\tb\nc é 日本 🎉") == "a\tb\nc é 日本 🎉"


@given(st.text(max_size=40))
def test_straightening_quotation_marks_keeps_every_offset(text: str) -> None:
    assert len(straight(text)) == len(text)


def test_straight_folds_curly_marks() -> None:
    assert straight("“It’s”") == '"It\'s"'


@given(st.text())
def test_letters_are_what_is_no_sign_space_or_underscore_without_case(text: str) -> None:
    assert letters(text) == re.sub(r"[\W_]+", "", text).casefold()


@given(st.text(alphabet="ab ’'.-_\n3é"))
def test_a_text_has_words_where_some_can_be_listed(text: str) -> None:
    assert has_words(text) == bool(words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Read more: The pool!", "read MORE the pool"),
        ("STRASSE", "straße"),
        ("data_centre", "data centre"),
        ("* * *", ""),
    ],
)
def test_lines_with_the_same_letters_are_the_same(one: str, other: str) -> None:
    assert letters(one) == letters(other)


def test_words_keep_inner_marks() -> None:
    assert words("Jane Doe's 1.5m, twenty-one.") == ["Jane", "Doe's", "1.5m", "twenty-one"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("C'est déjà l'été", "cest-deja-lete"),
        ("  A -- B  ", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("!!!", "untitled"),
        ("🎉", "untitled"),
        ("日本語", "ri-ben-yu"),
    ],
)
def test_a_slug_is_plain_ascii(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=400))
def test_a_slug_is_always_a_safe_short_file_name(text: str) -> None:
    assert re.fullmatch(rf"[a-z0-9-]{{1,{SLUG_LENGTH}}}", slugify(text))


@given(st.lists(st.text(max_size=8), max_size=12))
def test_slugs_are_unique_and_in_order(names: list[str]) -> None:
    slugs = unique_slugs(names)
    assert len(set(slugs)) == len(names) == len(slugs)


def test_languages_that_differ_only_in_signs_have_slugs_of_their_own() -> None:
    assert unique_slugs(["C", "C#", "C++"]) == ["c", "c-2", "c-3"]
