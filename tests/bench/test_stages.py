"""The clock: time goes to the stage that is on, to the inner one of two, and adds up to all."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import stages
from tests.bench.stages import SEAMS, STAGES, Clock


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The CPU seconds, to be set by the test."""
    seconds = [0.0]
    monkeypatch.setattr(stages, "cpu", lambda: seconds[0])
    return iter([seconds]).__next__()  # type: ignore[return-value]


def test_what_passes_before_the_first_stage_is_the_start(now: list[float]) -> None:
    clock = Clock()
    now[0] = 2
    clock.turn()
    assert clock.spent == {"start": 2}


def test_a_stage_inside_another_counts_for_itself_alone(now: list[float]) -> None:
    clock = Clock()
    with clock.stage("pages"):
        now[0] = 1
        with clock.stage("data"):
            now[0] = 4
        now[0] = 9
    assert clock.spent == {"start": 0, "pages": 6, "data": 3}


def test_a_stage_ends_also_where_it_fails(now: list[float]) -> None:
    clock = Clock()
    with pytest.raises(ValueError, match="no"), clock.stage("pages"):
        raise ValueError("no")
    assert clock.on == ["start"]


def test_a_watched_function_does_what_it_did(now: list[float]) -> None:
    clock = Clock()

    def longer(word: str, times: int = 1) -> str:
        now[0] += 5
        return word * times

    assert clock.watched(longer, "feeds")("ab", times=2) == "abab"
    assert clock.spent["feeds"] == 5


def test_a_watched_generator_counts_while_it_makes_its_pieces(now: list[float]) -> None:
    clock = Clock()

    def pieces(number: int) -> Iterator[int]:
        for one in range(number):
            now[0] += 1
            yield one

    for _ in clock.watched(pieces, "data")(3):
        now[0] += 10
    clock.turn()
    assert clock.spent == {"data": 3, "start": 30}


def test_processes_that_have_ended_count() -> None:
    before = stages.cpu()
    subprocess.run([sys.executable, "-c", "sum(range(2_000_000))"], check=True)
    assert stages.cpu() > before + 0.01


def test_the_memory_is_this_process_s_own() -> None:
    code = "from tests.bench.stages import peak; print(peak())"
    held = bytearray(200_000_000)
    held[::4096] = b"x" * len(held[::4096])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 1 < float(done.stdout) < 100


def test_every_seam_has_a_stage_of_the_table() -> None:
    assert {stage for _, _, stage in SEAMS} <= set(STAGES)


def test_the_times_are_left_as_a_file(tmp_path: Path, now: list[float]) -> None:
    now[0] = 3
    stages.leave(Clock(), tmp_path / "told.json")
    told = json.loads((tmp_path / "told.json").read_text())
    assert told["stages"] == {"start": 3}
    assert told["peak"] > 1
