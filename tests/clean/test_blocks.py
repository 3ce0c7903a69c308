"""Lines become blocks: one a line, or joined where the file was wrapped at a fixed width."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.blocks import Block, count_words, ends_sentence, is_prose, lines_of, unwrapped, word_count
from newsdigest.text import words

FIRST = "The old bridge over the river was closed on Monday after divers found a crack in one of its four pillars. " * 3
SECOND = "Drivers will have to take the tunnel, which was built for half as many cars and floods when it rains. " * 3


def test_lines_keep_their_numbers_in_the_file_and_know_of_empty_lines_before() -> None:
    assert lines_of("\none\ntwo\n \nthree") == (
        Block(2, 2, "one", gap=True),
        Block(3, 3, "two"),
        Block(5, 5, "three", gap=True),
    )


@pytest.mark.parametrize("width", [55, 65, 72, 80, 100])
def test_paragraphs_wrapped_at_a_width_are_joined(width: int) -> None:
    paragraphs = [FIRST.strip(), SECOND.strip()]
    text = "\n\n".join(textwrap.fill(p, width) for p in paragraphs)
    blocks = unwrapped(lines_of(text))
    assert [b.text for b in blocks] == paragraphs
    assert blocks[0].first == 1
    assert blocks[1].last == text.count("\n") + 1


def test_wrapped_paragraphs_without_empty_lines_are_told_apart_by_their_short_last_line() -> None:
    text = textwrap.fill(FIRST.strip(), 70) + "\nShort end.\n" + textwrap.fill(SECOND.strip(), 70)
    assert [b.text for b in unwrapped(lines_of(text))][1:] == ["Short end.", SECOND.strip()]


def test_one_line_paragraphs_are_never_joined() -> None:
    lines = lines_of("\n".join([FIRST, "A heading", SECOND, FIRST + SECOND]))
    assert unwrapped(lines) == lines


def test_lists_of_short_lines_are_never_joined() -> None:
    lines = lines_of("Home\nWorld\nSport\nWeather\nContact us\nHelp")
    assert unwrapped(lines) == lines


def test_nothing_gives_nothing() -> None:
    assert unwrapped(lines_of("")) == ()


@given(st.text("ab \n.", max_size=400))
def test_joining_keeps_every_word_in_order(text: str) -> None:
    assert " ".join(b.text for b in unwrapped(lines_of(text))).split() == text.split()


@pytest.mark.parametrize(
    "text", ["He left.", "Really?”", 'He said "no."', "彼は帰った。", "And so on…", "It is known.[12]"]
)
def test_a_sentence_ends_with_its_mark_and_what_closes_after_it(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["A heading", "Home |", "the end,", ""])
def test_other_lines_do_not_end_as_sentences(text: str) -> None:
    assert not ends_sentence(text)


def test_prose_is_long_and_wide_characters_count_double() -> None:
    assert is_prose("x" * 80)
    assert is_prose("市" * 40)
    assert not is_prose("x" * 79)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("a famous fes-\ntival of song", "a famous festival of song"),
        ("a well-\nknown singer of the town", "a well-known singer of the town"),
        ("an un-\nheard of thing in the town", "an un-heard of thing in the town"),
        ("in pre-\nand post-war times of town", "in pre- and post-war times of town"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_the_whole_word_stands_elsewhere(broken: str, whole: str) -> None:
    start, end = broken.split("\n")
    head = "The festival of Arlen has songs from all of the towns along the lake."
    lines = [head, f"{'x ' * 60}"[: len(head) - len(start) - 1] + f" {start}", f"{end} {'y ' * 60}"[: len(head)]]
    lines += ["The songs are sung by all who come, and by those who only came to eat", "and to drink."]
    (block,) = unwrapped(lines_of("\n".join(lines)))
    assert whole in block.text


def test_a_long_address_does_not_hide_that_the_file_was_wrapped() -> None:
    text = "\n\n".join(textwrap.fill(p, 72) for p in [FIRST.strip(), SECOND.strip()] * 6)
    blocks = unwrapped(lines_of(f"{text}\n\nhttps://example.org/{'a' * 150}"))
    assert [b.text for b in blocks[:2]] == [FIRST.strip(), SECOND.strip()]


def test_equal_blocks_have_equal_hashes() -> None:
    one, other = lines_of("Pool to close"), lines_of("Pool to close")
    assert one == other
    assert hash(one[0]) == hash(other[0])


@pytest.mark.parametrize(
    ("text", "count"), [("The pool's shut.", 3), ("港务局开放", 3), ("AI 港口", 2), ("", 0), ("—", 0)]
)
def test_words_are_counted_also_where_no_spaces_part_them(text: str, count: int) -> None:
    assert word_count(text) == count


@given(st.text(alphabet=st.sampled_from("aZ9_ .'-,\t\né’")) | st.text())
def test_words_are_counted_as_they_are_listed(text: str) -> None:
    assert count_words(text) == len(words(text))
