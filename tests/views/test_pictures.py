"""The geometry of the pictures: nothing meets, nothing leaves the frame."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.views.lettering import SIZE, width
from newsdigest.views.pictures import ARCS, FAN, MARK, THICK, WIDTH, Bond, Mark, Named, Picture, arcs, fan, thickness

SHORT = Named("people/ada-quill.html", "Ada Quill", "person")
LONG = Named("organisations/council.html", "The Council of all Harbours, Tides and Northern Channels", "organisation")
NAMES = st.lists(
    st.builds(
        Named,
        path=st.just("people/x.html"),
        name=st.text(min_size=1, max_size=80),
        kind=st.sampled_from(["person", "organisation"]),
        number=st.integers(0, 12_000),
    ),
    min_size=1,
    max_size=14,
)


def boxes(picture: Picture) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of each label, and of the number at the end of its row."""
    return [box for mark in picture.marks for box in (*_lines(mark), *_number(mark))]


def _lines(mark: Mark) -> list[tuple[int, int, int, int]]:
    return [(mark.label, line.y - SIZE + 2, mark.label + width(line.text), line.y + 3) for line in mark.lines]


def _number(mark: Mark) -> list[tuple[int, int, int, int]]:
    if mark.number is None:
        return []
    return [(WIDTH - width(str(mark.number)), mark.lines[0].y - SIZE + 2, WIDTH, mark.lines[0].y + 3)]


def meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def is_sound(picture: Picture) -> None:
    found = boxes(picture)
    for left, top, right, bottom in found:
        assert 0 <= left <= right <= picture.width
        assert 0 <= top < bottom <= picture.height
    assert not [(one, other) for n, one in enumerate(found) for other in found[:n] if meet(one, other)]
    for mark in picture.marks:
        assert MARK <= mark.y <= picture.height - MARK
    assert all(other.y - one.y >= 24 for one, other in pairwise(picture.marks))


def star(others: list[Named]) -> list[Bond]:
    return [Bond((0, place), max(1, one.number), near=place % 2 == 0) for place, one in enumerate(others)]


@given(NAMES)
def test_labels_of_a_fan_meet_neither_each_other_nor_the_frame(others: list[Named]) -> None:
    is_sound(fan(others, star(others)))


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_labels_of_a_column_meet_neither_each_other_nor_the_frame(groups: list[list[Named]]) -> None:
    count = sum(map(len, groups))
    is_sound(arcs(groups, [Bond((0, place), place, near=True) for place in range(1, count)]))


def test_each_tie_of_a_fan_leads_from_its_centre_to_the_mark_of_its_name() -> None:
    picture = fan([SHORT, LONG, SHORT], [Bond((0, n), 1, near=True) for n in range(3)])
    for tie, mark in zip(picture.ties, picture.marks, strict=True):
        numbers = [int(n) for n in re.findall(r"\d+", tie.path)]
        assert numbers[:2] == [MARK, picture.centre]
        assert numbers[-2:] == [FAN, mark.y] == [mark.x, mark.y]


def test_an_arc_bows_to_the_left_between_its_two_marks_and_stays_inside() -> None:
    picture = arcs([[SHORT, LONG], [SHORT]], [Bond((2, 0), 3, near=True), Bond((0, 1), 1, near=True)])
    long, short = ([int(n) for n in re.findall(r"\d+", tie.path)] for tie in picture.ties)
    ys = [mark.y for mark in picture.marks]
    assert (long[1], long[-1], short[1], short[-1]) == (ys[0], ys[2], ys[0], ys[1])
    assert long[3] * 2 == ys[2] - ys[0]
    assert short[2] < long[2] <= ARCS - 2 * MARK


def test_groups_stand_apart() -> None:
    near, far = (arcs(groups, ()).marks for groups in ([[SHORT, SHORT]], [[SHORT], [SHORT]]))
    assert far[1].y - far[0].y > near[1].y - near[0].y


def test_a_name_that_is_cut_is_known_in_full() -> None:
    long, short = fan([LONG, SHORT], ()).marks
    assert (long.whole, short.whole) == (LONG.name, "")
    assert [line.text for line in short.lines] == ["Ada Quill"]


def test_a_person_and_an_organisation_are_told_apart() -> None:
    assert [mark.person for mark in fan([SHORT, LONG], ()).marks] == [True, False]


@pytest.mark.parametrize(("number", "shown"), [(0, None), (1, None), (2, 2), (345, 345)])
def test_a_number_is_shown_where_it_says_something(number: int, shown: int | None) -> None:
    (mark,) = fan([Named("p", "Ada Quill", "person", number)], ()).marks
    assert mark.number == shown


@pytest.mark.parametrize(
    ("weight", "most", "units"), [(1, 1, 1), (3, 6, 3), (6, 6, 6), (1, 300, 1), (150, 300, 3), (300, 300, 6)]
)
def test_a_tie_is_as_thick_as_its_weight_up_to_a_limit(weight: int, most: int, units: int) -> None:
    assert thickness(weight, most) == units


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_heavier_tie_is_never_thinner(one: int, other: int) -> None:
    light, heavy = sorted((one, other))
    assert 1 <= thickness(light, heavy) <= thickness(heavy, heavy) <= THICK


def test_nobody_makes_an_empty_picture() -> None:
    assert arcs((), ()) == Picture(WIDTH, 0, (), ())
