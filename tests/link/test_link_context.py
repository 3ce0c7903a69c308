"""Whether two articles are about the same thing."""

from __future__ import annotations

import pytest
from newsdigest.link.context import asker, names, parted, shared
from newsdigest.link.findings import Findings

from tests.link.naming import article

MILLS = "Larch Mills met Apex Foods in Springfield about the Willow contract."
RAIN = "Rain fell on Northfield while the Harriers lost to Eastham in March."


def test_names_are_words_never_written_small_and_no_months() -> None:
    assert names("Rain fell in March. The rain hit Larch-Willow on Monday, the Harriers said.") == {
        "Larch-Willow",
        "Harriers",
    }


@pytest.mark.parametrize(
    ("one", "two", "without", "expected"),
    [
        ("abcd", "abcx", "", ("a", "b", "c")),
        ("abcd", "abcx", "a", ("b", "c")),
        ("abcd", "abxy", "a", ()),
        ("abcdefgh", "abxyzuvw", "", ()),
        ("abcdefghijklmnopqrstuvwxyz0123456789", "abcABCDEFGHIJKLMNOPQRSTUVWXYZ0", "", ("0", "a", "b", "c")),
    ],
)
def test_articles_agree_when_they_share_enough_names(
    one: str, two: str, without: str, expected: tuple[str, ...]
) -> None:
    assert shared(frozenset(one), frozenset(two), frozenset(without)) == expected


def test_the_longest_shared_names_come_first() -> None:
    assert shared(frozenset({"Ab", "Cde", "Abcd"}), frozenset({"Ab", "Cde", "Abcd"}), frozenset()) == (
        "Abcd",
        "Cde",
        "Ab",
    )


def test_a_story_agrees_when_it_does_so_with_any_of_the_others() -> None:
    ask = asker([article(str(n), text)[0] for n, text in enumerate((MILLS, RAIN, MILLS))], Findings())
    assert ask(0, [1, 2], frozenset())
    assert ask(0, [1], frozenset()) == ()
    assert ask(0, [], frozenset()) == ()


def test_stories_are_parted_into_those_that_agree() -> None:
    ask = asker([article(str(n), text)[0] for n, text in enumerate((MILLS, RAIN, MILLS, RAIN, "Sun."))], Findings())
    assert parted(range(5), frozenset(), ask) == [0, 1, 0, 1, 4]
    assert parted([3, 2, 1], frozenset(), ask) == [3, 2, 3]
    assert parted([], frozenset(), ask) == []
