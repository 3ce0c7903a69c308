"""A function that keeps its answers gives the same as without, and looks for what it was not asked before only."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from newsdigest.link import organisations, people
from newsdigest.link.context import names
from newsdigest.link.findings import Findings
from newsdigest.link.grouping import Local
from newsdigest.link.organisation_clubs import sport
from newsdigest.link.versions import _between, _held_against
from newsdigest.link.wording import runs_of


def written(findings: Findings) -> Findings:
    """Write a findings down and read it again, as the next build does."""
    return Findings(msgspec.msgpack.decode(msgspec.msgpack.encode(findings.given), type=dict[bytes, Raw]))


def counting(asked: list[tuple[int, int]]) -> Callable[[int, int], int]:
    def add(one: int, two: int) -> int:
        asked.append((one, two))
        return one + two

    return add


@given(st.lists(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)))))
def test_what_the_build_before_was_asked_is_not_looked_for_again(builds: list[list[tuple[int, int]]]) -> None:
    findings, before = Findings(), set()
    for build in builds:
        looked: list[tuple[int, int]] = []
        add = findings.keeping(counting(looked), int)
        assert [add(*one) for one in build] == [sum(one) for one in build]
        assert set(looked) == set(build) - before
        findings, before = written(findings), set(build)


@given(st.lists(st.integers(-9, 9), unique=True), st.lists(st.integers(-9, 9), unique=True))
def test_a_build_leaves_what_it_was_asked_and_no_more(first: list[int], second: list[int]) -> None:
    def left(findings: Findings, numbers: list[int]) -> Findings:
        ask = findings.keeping(abs, int)
        for number in numbers:
            ask(number)
        return findings

    findings, alone = left(written(left(Findings(), first)), second), left(Findings(), second)
    assert {asked: bytes(told) for asked, told in findings.given.items()} == {
        asked: bytes(told) for asked, told in alone.given.items()
    }
    assert len(alone.given) == len(second)


def test_functions_with_equal_questions_have_answers_of_their_own() -> None:
    findings = Findings()
    assert (findings.keeping(min, int)(1, 2), findings.keeping(max, int)(1, 2)) == (1, 2)
    assert (written(findings).keeping(min, int)(1, 2), written(findings).keeping(max, int)(1, 2)) == (1, 2)


@pytest.mark.parametrize(
    ("one", "two"),
    [(("ab", "c"), ("a", "bc")), (("", "a"), ("a", "")), (("1", ""), ("", "1")), ((["a"], "b"), ([], "ab"))],
)
def test_questions_that_look_alike_are_told_apart(one: tuple[object, ...], two: tuple[object, ...]) -> None:
    ask = Findings().keeping(lambda *asked: [str(part) for part in asked], list[str])
    assert ask(*one) != ask(*two)


def test_the_order_of_a_set_or_a_table_makes_no_other_question() -> None:
    findings = Findings()
    ask = findings.keeping(lambda *asked: len(asked), int)
    for some in (["b", "a", "c"], ["c", "b", "a"]):
        ask(frozenset(some), dict.fromkeys(some, 1))
    assert len(findings.given) == 1


def test_an_answer_that_is_nothing_is_an_answer() -> None:
    findings = Findings()
    assert findings.keeping(lambda: "", str)() == ""
    assert len(findings.given) == 1


NAMES = st.dictionaries(
    st.sampled_from(("Ada Quill", "Quill", "Ms. Quill", "Tomas Brandt", "T. Brandt", "Lumen Works", "Lumen", "LW")),
    st.lists(st.integers(0, 30), min_size=1, max_size=3, unique=True).map(lambda places: tuple(sorted(places))),
)
TEXT = st.lists(st.sampled_from("Arlen beat Corby at rugby. The scrum of Arlen held rain and kelp".split())).map(
    " ".join
)
RUNS = TEXT.map(lambda text: runs_of(text).tobytes())
FUNCTIONS = st.one_of(
    st.tuples(st.just(names), st.just(frozenset[str]), st.tuples(TEXT)),
    st.tuples(st.just(sport), st.just(str), st.tuples(TEXT, TEXT)),
    st.tuples(
        st.just(_held_against),
        st.just(tuple[list[float], list[float]]),
        st.tuples(RUNS, st.lists(RUNS, max_size=3)),
    ),
    st.tuples(
        st.just(_between),
        st.just(list[tuple[float, float]]),
        st.tuples(RUNS, st.lists(RUNS, max_size=3)),
    ),
    st.tuples(
        st.just(organisations.in_article),
        st.just(list[Local]),
        st.tuples(NAMES, st.sampled_from(({}, {"LW": "Lumen Works"}))),
    ),
    st.tuples(
        st.just(people.in_article),
        st.just(list[Local]),
        st.tuples(NAMES, st.frozensets(st.sampled_from(("quill", "x")))),
    ),
)


@given(FUNCTIONS)
def test_what_is_remembered_is_what_was_found(
    asked: tuple[Callable[..., object], type[object], tuple[object, ...]],
) -> None:
    function, kind, args = asked
    findings = Findings()
    found = function(*args)
    assert findings.keeping(function, kind)(*args) == found
    assert written(findings).keeping(function, kind)(*args) == found
