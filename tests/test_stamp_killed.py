"""Killed at whatever step, the next builds come to the right site: no stamp stands for a site that it is not of."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.stepwise import make, run, write

NOTHING = "1 article\nNothing changed; the site stays as it is. Open output/index.html\n"


def site(place: Path) -> set[str]:
    return {path.read_text("utf-8") for path in (place / "output").iterdir()}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_killed_before_any_step_the_next_build_makes_the_right_site_and_the_one_after_it_nothing(
    tmp_path: Path, can_exchange: bool
) -> None:
    for number, step in enumerate(range(0, 400, 2)):
        place = make(tmp_path / str(step), "old")
        assert run(place)[0] == 0
        write(place, "new")
        ended, _ = run(place, step=step, can_exchange=can_exchange)
        text = ("new", "old")[number % 2]
        write(place, text)
        assert run(place, can_exchange=can_exchange)[0] == 0
        assert site(place) == {text}
        assert run(place) == (0, NOTHING)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    else:
        pytest.fail("the build never came to its end")


def test_a_build_that_fails_leaves_the_stamp_of_the_site_that_stands(tmp_path: Path) -> None:
    place = make(tmp_path / "place", "old")
    assert run(place)[0] == 0
    (place / "content" / "bad.txt").touch()
    assert run(place, status=1) == (2, "")
    assert run(place, status=1) == (2, "")
    (place / "content" / "bad.txt").unlink()
    assert run(place, status=1) == (0, NOTHING)
    assert site(place) == {"old"}
