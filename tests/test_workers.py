"""Processes that work here: what is done, what is lost and why, and that none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest import workers
from newsdigest.errors import DigestError, EngineError
from newsdigest.workers import Lost, Task

from tests import work
from tests.building import ROOT

OWNER = """
import sys
from newsdigest import workers
from tests import work
if __name__ == "__main__":
    for number, _ in workers.run(workers.Task(work.trace, work.ready, 0), [(sys.argv[1], n) for n in range(200)], 2):
        print(number, flush=True)
"""


def outcome(
    function: Callable[[Any], Any],
    works: Sequence[object],
    processes: int = 1,
    seconds: int = 0,
    prepare: Callable[[], None] = work.ready,
) -> dict[int, object]:
    """Give what comes of each piece; each comes once."""
    found = list(workers.run(Task(function, prepare, seconds), works, processes))
    assert len(found) == len({number for number, _ in found})
    return dict(found)


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_each_piece_of_work_is_done_once(processes: int) -> None:
    assert outcome(work.double, range(12), processes) == {n: 2 * n for n in range(12)}


def test_no_work_needs_nothing() -> None:
    assert outcome(work.double, []) == {}


def test_work_and_results_may_be_larger_than_a_pipe() -> None:
    found = outcome(work.large, [3_000_000, 5, 2_000_000], 2)
    assert {number: len(made) for number, made in found.items() if isinstance(made, bytes)} == {
        0: 3_000_000,
        1: 5,
        2: 2_000_000,
    }
    assert outcome(len, [bytes(3_000_000), b"five"], 2) == {0: 3_000_000, 1: 4}


@pytest.mark.parametrize("function", [work.long, work.deaf])
def test_a_piece_that_takes_too_long_is_lost_and_no_other(function: Callable[[int], int]) -> None:
    started = time.monotonic()
    assert outcome(function, range(6), 2, seconds=1) == {n: Lost.TIME if n == 3 else 2 * n for n in range(6)}
    assert time.monotonic() - started < 60


def test_only_the_time_of_computing_counts() -> None:
    assert outcome(work.idle, [1.5], seconds=1) == {0: 1.5}


def test_each_piece_has_its_own_time() -> None:
    assert outcome(work.moment, [0.4] * 5, seconds=1) == dict.fromkeys(range(5), 0.4)


def test_to_prepare_takes_no_piece_s_time() -> None:
    assert outcome(work.double, [1], seconds=1, prepare=work.slow) == {0: 2}


def test_a_piece_that_ends_its_process_is_lost_and_no_other() -> None:
    assert outcome(work.fatal, range(6), 2) == {n: Lost.FAULT if n == 3 else 2 * n for n in range(6)}


def test_what_nobody_foresaw_is_told_with_its_traceback_and_no_other_piece_is_lost(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert outcome(work.faulty, range(6)) == {n: Lost.FAULT if n == 3 else 2 * n for n in range(6)}
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_process_that_was_killed_once_costs_nothing(tmp_path: Path) -> None:
    places = [tmp_path / str(n) for n in range(3)]
    assert outcome(work.fatal_once, places, 2) == {0: "0", 1: "1", 2: "2"}


def test_a_piece_that_is_tried_again_is_the_last(tmp_path: Path) -> None:
    (tmp_path / "1").touch()
    (tmp_path / "2").touch()
    task = Task(work.fatal_once, work.ready, 0)
    found = list(workers.run(task, [tmp_path / str(n) for n in range(3)], 1))
    assert found == [(1, "1"), (2, "2"), (0, "0")]


def test_a_process_that_is_killed_from_outside_midway_costs_nothing(tmp_path: Path) -> None:
    results = workers.run(Task(work.trace, work.ready, 0), [(str(tmp_path), n) for n in range(8)], 2)
    found = [next(results)]
    while not (begun := (tmp_path / "2").exists() and (tmp_path / "2").read_text()):
        time.sleep(0.01)
    os.kill(int(begun), signal.SIGKILL)
    found += results
    assert sorted(found) == [(n, n) for n in range(8)]
    assert max(len((tmp_path / str(n)).read_text().split()) for n in range(8)) == 2


@given(st.lists(st.sampled_from((0, 1, 2, 3)), max_size=12), st.integers(min_value=1, max_value=3))
@settings(max_examples=8)
def test_whatever_is_lost_all_else_is_found(numbers: list[int], processes: int) -> None:
    expected = {place: Lost.FAULT if n == 3 else 2 * n for place, n in enumerate(numbers)}
    assert outcome(work.fatal, numbers, processes) == expected


@pytest.mark.parametrize(("prepare", "function"), [(work.unable, work.double), (work.ready, work.unsound)])
def test_what_was_foreseen_comes_through(prepare: Callable[[], None], function: Callable[[int], int]) -> None:
    with pytest.raises(DigestError, match=r"is missing"):
        outcome(function, [3], prepare=prepare)


def test_a_process_that_cannot_even_begin_is_told_with_what_to_do() -> None:
    with pytest.raises(EngineError, match=r"ended before it began.*build again, or with DIGEST_JOBS = 1"):
        outcome(work.double, [1], prepare=work.gone)


def test_who_stops_listening_leaves_no_process(tmp_path: Path) -> None:
    results = workers.run(Task(work.trace, work.ready, 0), [(str(tmp_path), n) for n in range(40)], 2)
    next(results)
    busy = {int(text) for place in tmp_path.iterdir() if (text := place.read_text())}
    assert busy <= {process.pid for process in active_children()}
    results.close()
    assert active_children() == []


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_the_one_that_it_works_for(ending: signal.Signals, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", OWNER, str(tmp_path)]
    owner = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert owner.stdout is not None
    owner.stdout.readline()
    if ending is signal.SIGINT:
        os.killpg(owner.pid, ending)  # as the keyboard does
    else:
        owner.send_signal(ending)
    _, complaint = owner.communicate(timeout=60)  # its streams are closed when the last process is gone
    assert complaint.count(b"Traceback") == (ending is signal.SIGINT)
    assert len(list(tmp_path.iterdir())) < 40
