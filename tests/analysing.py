"""Analyses made by a function of a test's own, in the process of the tests and at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from newsdigest import executor
from newsdigest.model import Analysis, Story
from newsdigest.options import Options
from newsdigest.workers import Lost, Task


def analyse_by(monkeypatch: pytest.MonkeyPatch, function: Callable[[Story, Options], Analysis | Lost]) -> None:
    """Have stories analysed by this function, whatever engine is chosen."""

    def run(
        task: Task[Story, Analysis], works: Sequence[Story], options: Options
    ) -> Iterator[tuple[int, Analysis | Lost]]:
        return ((number, function(story, options)) for number, story in enumerate(works))

    monkeypatch.setattr(executor, "run", run)
