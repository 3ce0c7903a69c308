"""Which articles give nearly the same text, and how much of it."""

from __future__ import annotations

import random
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link import versions as module
from newsdigest.link.findings import Findings
from newsdigest.link.versions import ALIKE, COMMON, SHOWN, VERSION, Versions, find_versions
from newsdigest.link.wording import runs_of

Groups = tuple[tuple[int, ...], ...]


def text(name: str, sentences: int = 20) -> str:
    """Tell a tale of nine words a sentence that shares no run of words with a tale of another name."""
    return " ".join(f"On {name}day{n} the {name} told tale{n} of {name}{n} again." for n in range(sentences))


def found(*texts: str) -> Versions:
    return find_versions([runs_of(one) for one in texts], Findings())


def edited(tale: str, every: int) -> str:
    """Change a word in every so many."""
    return " ".join(f"changed{n}" if n % every == 0 else word for n, word in enumerate(tale.split()))


FOX, MILL = text("fox"), text("mill")


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ((), ()),
        (("",), ()),
        (("", ""), ()),
        ((FOX, MILL), ()),
        ((FOX, FOX), ((0, 1),)),
        ((FOX.upper(), FOX), ((0, 1),)),
        ((FOX, MILL, FOX, MILL), ((0, 2), (1, 3))),
        ((FOX, text("fox", 18) + " The agency says so."), ((0, 1),)),
        ((FOX, edited(FOX, 30)), ((0, 1),)),
        ((FOX, edited(FOX, 4)), ()),
        ((FOX, text("fox", 8)), ((0, 1),)),
        ((FOX, text("fox", 5)), ()),
        ((FOX + " " + MILL, FOX, MILL), ((0, 1, 2),)),
        ((" ".join([FOX, MILL, text("owl"), text("elk")]), FOX, MILL), ()),
        (("The pool is open again.", "The pool is open again."), ((0, 1),)),
        (("The pool is open again today.", "The pool is shut again today."), ()),
    ],
    ids=[
        "no story",
        "a story without text",
        "two without text",
        "two texts",
        "one text",
        "one text in capitals",
        "two texts twice",
        "the end cut and an agency named",
        "a word changed in thirty",
        "a word changed in four",
        "the beginning only",
        "a brief of a quarter",
        "two texts in one file are hardly news, and one source all the same",
        "a round of briefs and two of them",
        "a line",
        "a line that says the opposite",
    ],
)
def test_nearly_the_same_text_makes_a_group(texts: tuple[str, ...], groups: Groups) -> None:
    assert found(*texts).groups == groups


def test_a_chain_of_half_overlaps_makes_no_group() -> None:
    tale = text("fox", 60).split(". ")
    steps = [". ".join(tale[n : n + 20]) for n in range(0, 40, 4)]
    groups = found(*steps).groups
    assert max(map(len, groups)) <= 3
    assert found(steps[0], steps[1]).groups == ((0, 1),)
    assert found(steps[0], steps[3]).groups == ()


def test_the_fullest_stands_for_its_versions() -> None:
    assert found(MILL, text("fox", 15), FOX, text("fox", 18)).origin == (0, 2, 2, 2)


def test_how_much_is_the_same_is_told_from_both_sides() -> None:
    shares = found(FOX, text("fox", 10)).shares
    assert shares == {0: {1: 1.0}, 1: {0: 0.5}}


def test_a_changed_word_counts_as_one_word() -> None:
    assert found(FOX, edited(FOX, 30)).shares[0][1] == pytest.approx(29 / 30, abs=0.01)


def test_a_text_that_shares_half_is_told_of_without_being_a_version() -> None:
    made = found(FOX + " " + MILL, MILL + " " + text("owl"))
    assert made.groups == ()
    assert made.shares[0][1] == pytest.approx(0.5, abs=0.02)


def test_many_versions_are_held_against_the_first_ones() -> None:
    made = found(*(f"{FOX} Number{n} ends here." for n in range(40)))
    assert made.groups == (tuple(range(40)),)
    assert set(made.shares[39]) == set(range(SHOWN + 1))


@pytest.mark.parametrize("copies", [50, 200])
def test_the_texts_compared_grow_with_the_stories(copies: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    share = module._share
    monkeypatch.setattr(module, "_share", lambda runs, others: compared.append(1) or share(runs, others))
    found(*(f"{FOX} Number{n} ends here." for n in range(copies)))
    assert len(compared) <= copies * (1 + 2 * (SHOWN + 1))


def test_a_line_that_all_carry_leads_nowhere() -> None:
    line = "The desk of the paper contributed to this report from the capital."
    texts = [f"{text(f'tale{n}', 3)} {line}" for n in range(COMMON + 10)]
    assert found(*texts).groups == ()


TALES = st.lists(st.tuples(st.sampled_from(["fox", "mill", "owl"]), st.integers(0, 12), st.integers(4, 40)), max_size=9)


@given(TALES, st.randoms(use_true_random=False))
def test_groups_are_disjoint_and_each_version_shares_most_with_the_fullest(
    tales: list[tuple[str, int, int]], chance: random.Random
) -> None:
    texts = sorted({edited(text(name, sentences), every) for name, sentences, every in tales})
    chance.shuffle(texts)
    made = found(*texts)
    members = [i for group in made.groups for i in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 and group == tuple(sorted(group)) for group in made.groups)
    assert all(made.origin[made.origin[i]] == made.origin[i] for i in range(len(texts)))
    assert all(0 <= share <= 1 for others in made.shares.values() for share in others.values())
    for group in made.groups:
        first = made.origin[group[0]]
        near = [max(made.shares[i][first], made.shares[first][i]) for i in group if i in made.shares[first]]
        assert all(share >= VERSION >= ALIKE for share in near)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=40), st.sets(st.integers(0, 12)))
def test_the_share_counts_each_word_of_a_run_in_common_once(runs: list[int], others: set[int]) -> None:
    covered = {at + word for at, run in enumerate(runs) if run in others for word in range(module.RUN)}
    assert module._share(array("I", runs), others) == len(covered) / (len(runs) + module.RUN - 1)


def test_the_runs_of_two_texts_are_told_from_those_of_one() -> None:
    runs = [array("I", range(0, 400, 4)), array("I", range(200, 600, 4)), array("I", range(1000, 1400, 4))]
    again = module._met_again(runs)
    assert again >= set(range(200, 400, 4))
    assert len(again) < 150
