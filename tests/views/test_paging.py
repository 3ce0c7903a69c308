"""Long lists on several pages: whole, in order, none too long, and each page leads to the others."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.views.paging import in_pages, pager


def paths(total: int) -> list[str]:
    return [f"list-{number}.html" for number in range(1, total + 1)]


def numbers(total: int, number: int) -> list[str]:
    way = pager(paths(total), number)
    assert way is not None
    return [step.text if step else "…" for step in way.steps]


@given(st.lists(st.integers(0, 30)), st.integers(1, 50))
def test_no_entry_is_lost_and_no_page_holds_more_than_it_has_room_for(entries: list[int], room: int) -> None:
    pages = in_pages(entries, room, lambda size: size)
    assert list(chain.from_iterable(pages)) == entries
    assert all(sum(page) <= room or len(page) == 1 for page in pages)
    assert all(pages) or pages == ((),)


def test_what_has_no_entries_has_one_empty_page() -> None:
    assert in_pages([], 10, len) == ((),)


def test_an_entry_that_is_larger_than_a_page_has_one_of_its_own() -> None:
    assert in_pages(["aa", "bbbbbb", "c"], 4, len) == (("aa",), ("bbbbbb",), ("c",))


def test_a_list_on_one_page_leads_nowhere() -> None:
    assert pager(paths(1), 1) is None


@pytest.mark.parametrize(
    ("total", "number", "shown"),
    [
        (2, 1, "1 2"),
        (5, 3, "1 2 3 4 5"),
        (9, 1, "1 2 3 … 9"),
        (9, 5, "1 … 3 4 5 6 7 … 9"),
        (9, 9, "1 … 7 8 9"),
        (400, 200, "1 … 198 199 200 201 202 … 400"),
    ],
)
def test_the_way_names_the_ends_and_the_pages_near(total: int, number: int, shown: str) -> None:
    assert " ".join(numbers(total, number)) == shown


def test_the_first_page_has_none_before_it_and_the_last_none_after_it() -> None:
    first, last = pager(paths(3), 1), pager(paths(3), 3)
    assert first is not None
    assert last is not None
    assert (first.before, first.after) == (None, "list-2.html")
    assert (last.before, last.after) == ("list-2.html", None)


@given(st.integers(2, 60), st.data())
def test_each_step_leads_to_the_page_of_its_number(total: int, data: st.DataObject) -> None:
    way = pager(paths(total), data.draw(st.integers(1, total)))
    assert way is not None
    assert [step.path for step in way.steps if step] == [f"list-{step.text}.html" for step in way.steps if step]


def test_the_first_page_may_have_room_of_its_own() -> None:
    assert in_pages(["aa", "b", "cc", "dd"], 4, len, first=2) == (("aa",), ("b", "cc"), ("dd",))
