"""Site furniture repeats, articles don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.furniture import furniture
from newsdigest.text import letters

FOOT = "Get our harbour letter every Friday, free of charge, and read what others will only read on Monday, they say."
HEAD = "This story is part of a series on water, paid for by the readers of the Lake Post and nobody else at all, ever."
BACKGROUND = (
    "The pool was built in 1931 by the miners of the valley, who dug it themselves on their Sundays, for four years."
)


def article(number: int, *, head: str = "", middle: str = "", foot: str = "") -> list[str]:
    own = [
        f"The pool of town {number} opened on Monday after {number} years of repairs, and {number} swimmers came.",
        f"Its mayor, the {number}th to promise this day, cut a ribbon of {number} old swimming costumes, and waved.",
        f"Tickets cost {number} coins, and children under {number} swim for nothing, said page {number} of the plan.",
        f"A choir of {number} sang about {number} summers, and the band played the tune of {number} years ago twice.",
        f"Whoever has lost one of {number} keys may ask at desk {number}, where {number} others wait for theirs, too.",
        f"In {number} years the roof will need another {number} coats of paint, and {number} painters have applied.",
        f"The next {number} pools of the valley are to open in {number} months, unless {number} pipes burst again.",
    ]
    lines = [head, *own[:3], middle, *own[3:], foot]
    return [line for line in lines if line]


def group(texts: list[list[str]]) -> frozenset[str]:
    return furniture([("", lines) for lines in texts])[""]


@pytest.mark.parametrize(("place", "line"), [("foot", FOOT), ("head", HEAD), ("middle", "Read more in the app")])
def test_a_paragraph_at_the_edge_of_five_articles_or_a_short_line_anywhere_is_furniture(place: str, line: str) -> None:
    assert group([article(n, **{place: line}) for n in range(3, 8)]) == {letters(line)}


def test_three_articles_prove_a_short_line_but_no_paragraph() -> None:
    assert group([article(n, foot=FOOT, middle="Read more in the app") for n in (3, 4, 5)]) == {"readmoreintheapp"}


def test_two_articles_prove_nothing() -> None:
    assert group([article(3, foot=FOOT), article(4, foot=FOOT), article(5)]) == frozenset()


def test_a_background_paragraph_told_again_stays() -> None:
    assert group([article(n, middle=BACKGROUND) for n in (3, 4, 5, 6)]) == frozenset()


def test_a_short_heading_of_a_series_stays() -> None:
    assert group([article(n, middle="The cost") for n in (3, 4, 5)]) == frozenset()


def test_a_heading_at_the_end_stays() -> None:
    assert group([article(n, foot="Verdict") for n in (3, 4, 5)]) == frozenset()


@pytest.mark.parametrize("place", ["middle", "foot"])
def test_a_short_sentence_told_again_stays(place: str) -> None:
    assert group([article(n, **{place: "The trial continues."}) for n in (3, 4, 5, 6)]) == frozenset()


def test_one_story_in_several_papers_is_no_furniture() -> None:
    assert group([[*article(3), f"Paper number {n} printed it."] for n in range(5)]) == frozenset()


def test_copies_of_a_story_do_not_hide_the_furniture_of_others() -> None:
    texts = [article(n, foot=FOOT) for n in range(3, 8)] + [article(9, foot=FOOT)] * 3
    assert letters(FOOT) in group(texts)


def test_case_and_marks_do_not_count() -> None:
    forms = (FOOT, FOOT.upper(), f"* {FOOT} *", FOOT, FOOT)
    assert group([article(n, foot=form) for n, form in enumerate(forms, start=3)]) == {letters(FOOT)}


def test_folders_know_nothing_of_each_other() -> None:
    found = furniture([(f"folder {n % 2}", article(n, foot=FOOT)) for n in (4, 6, 8, 3, 5, 7, 9, 11)])
    assert found == {"folder 0": frozenset(), "folder 1": frozenset({letters(FOOT)})}


def test_a_line_without_letters_is_none() -> None:
    assert group([article(n, foot="* * *") for n in (3, 4, 5)]) == frozenset()


@given(st.lists(st.lists(st.sampled_from(["a", "b b b", FOOT, HEAD, "", "…"]), max_size=5), max_size=6))
def test_the_order_of_articles_does_not_matter(texts: list[list[str]]) -> None:
    if texts:
        assert group(texts) == group(texts[::-1])
