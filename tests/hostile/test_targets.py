"""The targets of `make fuzz` bear what the fuzzer starts from, and a little of what it makes of that."""

from __future__ import annotations

import random

import pytest
from newsdigest.read import FORMATS

from tests.hostile.case import prose
from tests.hostile.poison import CONTROLS, PAYLOADS
from tests.hostile.targets import MADE, TARGETS, throw_at_markup

MEAN = f"{CONTROLS}{''.join(PAYLOADS)}".encode()


def test_there_is_a_target_for_every_format_and_for_all_else_that_takes_text_of_others() -> None:
    assert set(TARGETS) == {*FORMATS, "corrections", "feeds", "markup"}


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_each_target_bears_its_specimen_whole_damaged_and_with_hostile_text_in_it(name: str) -> None:
    target, start = TARGETS[name]
    chance = random.Random(11)  # noqa: S311
    target(start)
    for _ in range(6):
        at = chance.randrange(len(start) + 1)
        target(start[:at] + MEAN + start[at + chance.randrange(40) :])
        target(start[:at] + chance.randbytes(30) + start[at:])


def test_the_target_for_markup_notices_an_element_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdigest.markup.body", lambda *_: "<p><img src=x></p>")
    assert "img" not in MADE
    with pytest.raises(AssertionError, match="img"):
        throw_at_markup(prose("markup").encode())
