"""Analyses on a real Dask scheduler with two workers: the same bytes, also when one is killed; and clear messages."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from newsdigest import executor, pipeline
from newsdigest.errors import EngineError
from newsdigest.options import Options

from tests.engine import Cluster, cluster, die, trace
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


def options(engine: Cluster) -> Options:
    return Options(executor=f"dask://{engine.host}")


@pytest.mark.model
def test_two_workers_of_whom_one_is_killed_midway_find_byte_for_byte_what_is_found_here(
    engine: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = tuple(replace(STORIES[n % 3], id=f"s{n}", title=f"Report {n}") for n in range(48))
    monkeypatch.setattr(pipeline, "FAR_CHUNK", 4)
    victim, _ = engine.work(), engine.work()
    told: list[int] = []

    def watch(done: int, total: int) -> None:
        told.append(done)
        if done == 8:
            victim.kill()

    far = pipeline.analyse_all(stories, options(engine), tmp_path / "far.sqlite", watch)
    here = pipeline.analyse_all(stories, Options(jobs=1), tmp_path / "here.sqlite", lambda done, total: None)
    assert victim.wait() != 0
    assert told == list(range(49))
    assert any(one.mentions for one in far)
    assert msgspec.json.encode(far) == msgspec.json.encode(here)


def test_the_work_of_a_killed_worker_is_done_again_and_all_results_keep_their_order(
    engine: Cluster, tmp_path: Path
) -> None:
    victim, _ = engine.work(), engine.work()
    results = []
    for number in executor.run(trace, [(str(tmp_path), n) for n in range(24)], options(engine)):
        results.append(number)
        if number == 4:
            victim.kill()
    begun = [(tmp_path / str(n)).read_text().split() for n in range(24)]
    assert results == list(range(24))
    assert any(len(set(workers)) == 2 for workers in begun)
    assert len({worker for workers in begun for worker in workers}) == 2


def test_an_error_of_the_work_itself_comes_through_at_once(engine: Cluster) -> None:
    engine.work()
    with pytest.raises(TypeError):
        list(executor.run(operator.neg, [1, "x"], options(engine)))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "ANSWER", 1)
    with pytest.raises(EngineError, match=r"no Dask scheduler answers at 127\.0\.0\.1:9; start it"):
        list(executor.run(operator.neg, [1], Options(executor="dask://127.0.0.1:9")))


def test_a_scheduler_without_workers_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "ANSWER", 1)
    with pytest.raises(EngineError, match=f"no worker at {engine.host}; start one by `make worker"):
        list(executor.run(operator.neg, [1], options(engine)))


def test_a_worker_without_the_project_is_told(engine: Cluster) -> None:
    engine.work(path="")
    with pytest.raises(
        EngineError, match=r"scheduler or a worker of .* is not in this project \(No module named 'newsdigest'\)"
    ):
        list(executor.run(operator.neg, [1], options(engine)))


def test_a_scheduler_without_the_project_is_told(tmp_path: Path) -> None:
    with (
        cluster(tmp_path, path="") as started,
        pytest.raises(EngineError, match=r"scheduler .* is not in this project"),
    ):
        list(executor.run(operator.neg, [1], options(started)))


def test_a_worker_with_other_code_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.work()
    monkeypatch.setattr(executor, "engine_digest", lambda: "another")
    with pytest.raises(EngineError, match="has other code, packages or another model than here"):
        list(executor.run(operator.neg, [1], options(engine)))


def test_a_worker_with_other_code_that_comes_later_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.work()
    monkeypatch.setattr(executor, "_ask_all", lambda client, host: None)
    monkeypatch.setattr(executor, "engine_digest", lambda: "another")
    with pytest.raises(EngineError, match="has other code, packages or another model than here"):
        list(executor.run(operator.neg, [1], options(engine)))


def test_a_worker_with_several_threads_is_told(engine: Cluster) -> None:
    engine.work(threads=2)
    with pytest.raises(EngineError, match="has several threads, the model bears one; use `make worker`"):
        list(executor.run(operator.neg, [1], options(engine)))


def test_another_version_of_dask_is_told(engine: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client

    engine.work()
    versions = {of: {"packages": {"distributed": of}} for of in ("client", "scheduler")}
    monkeypatch.setattr(Client, "get_versions", lambda client: versions)
    with pytest.raises(EngineError, match="runs Dask scheduler, but here is client; give both the same"):
        list(executor.run(operator.neg, [1], options(engine)))


def test_work_that_kills_every_worker_is_told(engine: Cluster) -> None:
    for _ in range(4):
        engine.work()
    with pytest.raises(EngineError, match=r"several workers .* ended over the same articles"):
        list(executor.run(die, [1], options(engine)))


def test_a_scheduler_that_is_lost_is_told(tmp_path: Path) -> None:
    (tmp_path / "traces").mkdir()
    with cluster(tmp_path) as started:
        started.work()
        results = executor.run(trace, [(str(tmp_path / "traces"), n) for n in range(30)], options(started))
        assert next(results) == 0
        started.scheduler.kill()
        with pytest.raises(EngineError, match=r"the scheduler at .* was lost; what was analysed before is kept"):
            list(results)
