"""Linking stays affordable: the work grows with the collection, not with its square."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from newsdigest.link import people
from newsdigest.link.findings import Findings
from newsdigest.link.grouping import Forms
from newsdigest.link.person_names import Fit, Name, fit

GIVEN = ("Ada", "Bo", "Cid", "Dora", "Emil", "Finn", "Gus", "Hal", "Ines", "Jo")


def collection(size: int) -> Iterator[Forms]:
    """Make articles with three people each, one named twice; a tenth of the surnames come again and again."""
    for number in range(size):
        surnames = [f"Q{number:x}ill", f"B{number % max(1, size // 10):x}rn", f"T{number // 2:x}ld"]
        names = [f"{GIVEN[(number + at) % len(GIVEN)]} {surname}" for at, surname in enumerate(surnames)]
        yield {text: (at,) for at, text in enumerate([*names, surnames[1], f"{names[0][0]}. {surnames[0]}"])}


def comparisons(size: int, monkeypatch: pytest.MonkeyPatch) -> int:
    count = 0

    def counted(a: Name, b: Name) -> Fit | None:
        nonlocal count
        count += 1
        return fit(a, b)

    monkeypatch.setattr(people, "fit", counted)
    people.cluster(list(collection(size)), lambda _: frozenset(), lambda *_: (), Findings())
    return count


def test_four_times_the_articles_ask_four_times_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = comparisons(250, monkeypatch), comparisons(1000, monkeypatch)
    assert few >= 250
    assert many < 5 * few
