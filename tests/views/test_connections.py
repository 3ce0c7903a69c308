"""The picture of the whole edition: which ties, in which order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest import views
from newsdigest.model import Entity, EntityId
from newsdigest.options import Options
from newsdigest.views.connections import NAMES, TIES, ConnectionsPage, Pair, arranged, chosen, connections_page, groups
from newsdigest.views.pictures import Bond

from tests.sample import ENTITIES, STORIES, edition, empty

LIBRARY = views.open_library(edition(), Options())
BONDS = st.lists(
    st.builds(
        Bond,
        ends=st.tuples(st.integers(0, 5), st.integers(6, 11)),
        weight=st.integers(1, 9),
        near=st.just(value=True),
    ),
    max_size=20,
)


def named(number: int) -> Entity:
    return replace(ENTITIES[0], id=EntityId(f"{number}"), name=f"Council {number}")


def pair(one: int, other: int, shared: int = 1) -> Pair:
    return Pair((named(one), named(other)), (STORIES[0].id,) * shared, 1)


def rows(page: ConnectionsPage) -> list[tuple[str, str, int, int]]:
    return [(row.one.text, row.other.text, row.shared, row.sentences) for row in page.ties]


def length(order: tuple[int, ...], bonds: list[Bond]) -> int:
    return sum(bond.weight * abs(order.index(bond.ends[0]) - order.index(bond.ends[1])) for bond in bonds)


def test_those_whom_a_sentence_names_together_are_tied_and_those_of_an_article_are_not() -> None:
    assert rows(connections_page(LIBRARY)) == [("Lumen Works", "Ada Quill", 2, 2)]


def test_the_strongest_ties_are_those_of_most_articles_then_of_most_sentences() -> None:
    weak, middle, strong = (
        Pair((named(0), named(n)), (STORIES[0].id,) * shared, sentences)
        for n, shared, sentences in ((1, 1, 9), (2, 2, 1), (3, 2, 2))
    )
    assert sorted((weak, middle, strong), key=lambda one: one.rank) == [strong, middle, weak]


def test_the_table_and_the_picture_show_the_same() -> None:
    page = connections_page(LIBRARY)
    assert page.picture is not None
    ends = {link.path for row in page.ties for link in (row.one, row.other)}
    assert sorted(mark.path for mark in page.picture.marks) == sorted(ends)
    assert [tie.width for tie in page.picture.ties] == [row.shared for row in page.ties]


def test_each_tie_is_drawn_between_its_two_names() -> None:
    page = connections_page(LIBRARY)
    assert page.picture is not None
    heights = {mark.path: mark.y for mark in page.picture.marks}
    for row, tie in zip(page.ties, page.picture.ties, strict=True):
        high, low = sorted((heights[row.one.path], heights[row.other.path]))
        assert tie.path.startswith(f"M104 {high}A")
        assert tie.path.endswith(f"104 {low}")


def test_without_ties_there_is_no_picture() -> None:
    for made in (empty(), replace(edition(), entities=tuple(replace(e, companions=()) for e in ENTITIES))):
        page = connections_page(views.open_library(made, Options()))
        assert (page.picture, page.ties, page.dated) == (None, (), False)


def test_a_companion_without_a_page_is_left_out() -> None:
    known = tuple(e for e in ENTITIES if e.name != "Ada Quill")
    assert rows(connections_page(views.open_library(replace(edition(), entities=known), Options()))) == []


def test_ties_that_would_bring_in_too_many_names_are_left_out_but_not_those_between_names_that_are_in() -> None:
    chain = [pair(n, n + 1) for n in range(NAMES + 5)]
    taken = chosen([*chain, pair(0, 2), pair(0, NAMES + 3)])
    assert taken == (*chain[: NAMES - 1], pair(0, 2))


def test_there_are_never_more_ties_than_can_be_told_apart() -> None:
    assert len(chosen(pair(n, m) for n in range(NAMES) for m in range(n))) == TIES


def test_names_that_nothing_ties_stand_in_groups_of_their_own_the_largest_first() -> None:
    found = groups(6, [Bond((0, 1), 1, near=True), Bond((4, 2), 1, near=True), Bond((2, 5), 1, near=True)])
    assert [sorted(group) for group in found] == [[2, 4, 5], [0, 1], [3]]


def test_the_middle_of_a_star_stands_in_the_middle() -> None:
    ((*order,),) = groups(5, [Bond((0, n), 1, near=True) for n in range(1, 5)])
    assert order[2] == 0


@given(BONDS)
@settings(deadline=None)
def test_every_name_stands_in_one_group_together_with_all_that_it_is_tied_to(bonds: list[Bond]) -> None:
    found = groups(12, bonds)
    assert sorted(name for group in found for name in group) == list(range(12))
    for bond in bonds:
        assert any(set(bond.ends) <= set(group) for group in found)


@given(BONDS, st.permutations(range(12)))
@settings(deadline=None)
def test_moving_names_makes_the_arcs_shorter_or_leaves_them(bonds: list[Bond], begun: list[int]) -> None:
    tied = defaultdict(list)
    for bond in dict.fromkeys(bonds):
        for end in bond.ends:
            tied[end].append(bond)
    order = arranged(begun, tied)
    assert sorted(order) == list(range(12))
    assert length(order, list(dict.fromkeys(bonds))) <= length(tuple(begun), list(dict.fromkeys(bonds)))


def test_a_full_picture_is_ordered_in_a_moment() -> None:
    bonds = [Bond((n, (n * 7 + 1) % NAMES), 1 + n % 5, near=True) for n in range(NAMES)] * 2
    start = perf_counter()
    groups(NAMES, bonds)
    assert perf_counter() - start < 5
