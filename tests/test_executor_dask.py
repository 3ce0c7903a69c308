"""Analyses on a real Dask scheduler with two workers: the same bytes, also when one is killed; and clear messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from newsdigest import executor, pipeline
from newsdigest.errors import DigestError, EngineError
from newsdigest.options import Options
from newsdigest.workers import Lost, Task

from tests import work
from tests.engine import Cluster, cluster
from tests.sample import STORIES

pytestmark = [
    pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed; `make engine` does that"),
    pytest.mark.xdist_group("dask"),
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


@pytest.fixture
def engine(shared: Cluster) -> Iterator[Cluster]:
    yield shared
    shared.dismiss()


DOUBLE = Task(work.double, work.ready, 0)
TRACE = Task(work.trace, work.ready, 0)


def options(engine: Cluster) -> Options:
    return Options(executor=f"dask://{engine.host}")


@pytest.mark.model
def test_two_workers_of_whom_one_is_killed_midway_find_byte_for_byte_what_is_found_here(
    engine: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = tuple(replace(STORIES[n % 3], id=f"s{n}", title=f"Report {n}") for n in range(48))
    monkeypatch.setattr(executor, "CHUNK", 4)
    victim, _ = engine.work(), engine.work()
    told: list[int] = []

    def watch(done: int, total: int) -> None:
        told.append(done)
        if done == 8:
            victim.kill()

    _, far = pipeline.analyse_all(stories, options(engine), tmp_path / "far.sqlite", watch)
    _, here = pipeline.analyse_all(stories, Options(jobs=1), tmp_path / "here.sqlite", lambda done, total: None)
    assert victim.wait() != 0
    assert told == list(range(49))
    assert any(one.mentions for one in far)
    assert msgspec.json.encode(far) == msgspec.json.encode(here)


def test_the_work_of_a_killed_worker_is_done_again_and_all_results_keep_their_order(
    engine: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executor, "CHUNK", 1)
    victim, _ = engine.work(), engine.work()
    results = []
    for number, _ in executor.run(TRACE, [(str(tmp_path), n) for n in range(24)], options(engine)):
        results.append(number)
        if number == 4:
            victim.kill()
    begun = [(tmp_path / str(n)).read_text().split() for n in range(24)]
    assert results == list(range(24))
    assert any(len(set(workers)) == 2 for workers in begun)
    assert len({worker for workers in begun for worker in workers}) == 2


def test_a_piece_of_work_that_fails_is_lost_and_no_other(engine: Cluster) -> None:
    engine.work()
    found = dict(executor.run(Task(work.faulty, work.ready, 0), range(6), options(engine)))
    assert found == {n: Lost.FAULT if n == 3 else 2 * n for n in range(6)}


@pytest.mark.parametrize(("function", "seconds"), [(work.fatal, 0), (work.long, 1)])
def test_a_piece_of_work_that_ends_every_worker_is_lost_and_no_other(
    engine: Cluster, function: Callable[[int], int], seconds: int
) -> None:
    for _ in range(9):
        engine.work()
    found = dict(executor.run(Task(function, work.ready, seconds), range(2, 5), options(engine)))
    assert found == {0: 4, 1: Lost.FAULT, 2: 8}


def test_what_was_foreseen_comes_through(engine: Cluster) -> None:
    engine.work()
    with pytest.raises(DigestError, match="the model is missing"):
        list(executor.run(Task(work.double, work.unable, 0), range(6), options(engine)))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "ANSWER", 1)
    with pytest.raises(EngineError, match=r"no Dask scheduler answers at 127\.0\.0\.1:9; start it"):
        list(executor.run(DOUBLE, [1], Options(executor="dask://127.0.0.1:9")))


def test_a_scheduler_without_workers_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "ANSWER", 1)
    with pytest.raises(EngineError, match=f"no worker at {engine.host}; start one by `make worker"):
        list(executor.run(DOUBLE, [1], options(engine)))


def test_a_worker_without_the_project_is_told(engine: Cluster) -> None:
    engine.work(path="")
    with pytest.raises(
        EngineError, match=r"scheduler or a worker of .* is not in this project \(No module named 'newsdigest'\)"
    ):
        list(executor.run(DOUBLE, [1], options(engine)))


def test_a_scheduler_without_the_project_is_told(tmp_path: Path) -> None:
    with (
        cluster(tmp_path, path="") as started,
        pytest.raises(EngineError, match=r"scheduler .* is not in this project"),
    ):
        list(executor.run(DOUBLE, [1], options(started)))


def test_a_worker_with_other_code_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.work()
    monkeypatch.setattr(executor, "engine_digest", lambda: "another")
    with pytest.raises(EngineError, match="has other code, packages or another model than here"):
        list(executor.run(DOUBLE, [1], options(engine)))


def test_a_worker_with_other_code_that_comes_later_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.work()
    monkeypatch.setattr(executor, "_ask_all", lambda client, host: None)
    monkeypatch.setattr(executor, "engine_digest", lambda: "another")
    with pytest.raises(EngineError, match="has other code, packages or another model than here"):
        list(executor.run(DOUBLE, [1], options(engine)))


def test_a_worker_with_several_threads_is_told(engine: Cluster) -> None:
    engine.work(threads=2)
    with pytest.raises(EngineError, match="has several threads, the model bears one; use `make worker`"):
        list(executor.run(DOUBLE, [1], options(engine)))


def test_another_version_of_dask_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client

    engine.work()
    versions = {of: {"packages": {"distributed": of}} for of in ("client", "scheduler")}
    monkeypatch.setattr(Client, "get_versions", lambda client: versions)
    with pytest.raises(EngineError, match="runs Dask scheduler, but here is client; give both the same"):
        list(executor.run(DOUBLE, [1], options(engine)))


def test_a_scheduler_that_is_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "CHUNK", 1)
    (tmp_path / "traces").mkdir()
    with cluster(tmp_path) as started:
        started.work()
        results = executor.run(TRACE, [(str(tmp_path / "traces"), n) for n in range(30)], options(started))
        assert next(results) == (0, 0)
        started.scheduler.kill()
        with pytest.raises(EngineError, match=r"the scheduler at .* was lost; what was analysed before is kept"):
            list(results)
