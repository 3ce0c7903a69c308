"""The map of the analysis: a function and pieces of work come in; the results go out, in order, each as it is there.

Runs in processes here, or on the workers of a Dask scheduler where `Options.executor` names one; both take work by a
`submit` that gives a future, so that all else is the same. The scheduler gives the work of a lost worker to another; a
worker with other code or another model refuses, as its results would differ. Dask is imported only where it is named.
Limits: whoever reaches a scheduler commands it, so it belongs in a network of one's own; one machine gets all results.
"""

from __future__ import annotations

import os
import platform
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

from newsdigest import store
from newsdigest.errors import EngineError
from newsdigest.options import ENGINE, Options

AHEAD = 256
"""Pieces of work handed out before a result is waited for: two for each of 128 workers; at 25 articles each, 30 MB."""
ANSWER = 10
"""Seconds in which a scheduler must answer, and have a worker; in a network of one's own it takes a tenth of one."""
KEPT = "what was analysed before is kept, so build again"
SAME = "give it the same state of this project, then start it again by `make scheduler` or `make worker`"

Work = TypeVar("Work")
Result = TypeVar("Result")


class Future(Protocol):
    """What a local and a remote future have in common."""

    def result(self) -> Any:
        """Wait for what the work came to; raise what it raised."""

    def cancel(self) -> object:
        """Leave the work, where it has not begun."""


Submit = Callable[[Callable[..., object], object], Future]


def run(function: Callable[[Work], Result], works: Sequence[Work], options: Options) -> Iterator[Result]:
    """Apply an importable function to each piece of work. Raises EngineError where its engine fails."""
    jobs = min(options.jobs or os.cpu_count() or 1, len(works))
    engine = _dask(options.executor.removeprefix(ENGINE)) if options.executor else _processes(jobs)
    waiting: deque[Future] = deque()
    with engine as submit:
        try:
            for work in works:
                waiting.append(submit(function, work))
                if len(waiting) == AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def _processes(jobs: int) -> Iterator[Submit]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            yield pool.submit
        except BrokenProcessPool as error:
            message = "a process of the analysis was ended from outside, maybe for want of memory"
            raise EngineError(f"{message}; {KEPT}, or with DIGEST_JOBS = 1") from error


@contextmanager
def _dask(host: str) -> Iterator[Submit]:
    try:
        from distributed import CancelledError, Client, KilledWorker
    except ImportError as error:
        raise EngineError("DIGEST_EXECUTOR names Dask, which is not installed; `make engine` does that") from error
    try:
        client = Client(f"tcp://{host}", timeout=ANSWER, set_as_default=False)
    except OSError as error:
        raise EngineError(f"no Dask scheduler answers at {host}; start it there by `make scheduler`") from error
    with client:
        _ask_all(client, host)
        try:
            yield partial(client.submit, _on_worker, engine_digest(), pure=False)
        except KilledWorker as error:
            message = f"several workers of {host} ended over the same articles, for want of memory or of this project"
            raise EngineError(f"{message}; {KEPT}, or with DIGEST_EXECUTOR empty") from error
        except CancelledError as error:
            raise EngineError(f"the scheduler at {host} was lost; {KEPT}") from error


def _ask_all(client: Any, host: str) -> None:
    """Make sure that there are workers, and that all can load the work: a worker that cannot would die of it."""
    try:
        client.run_on_scheduler(import_module, __name__)
        client.wait_for_workers(1, timeout=ANSWER)
        client.run(import_module, __name__)
        client.run(refuse_unless, engine_digest())
    except TimeoutError as error:
        raise EngineError(f"no worker at {host}; start one by `make worker SCHEDULER={host}`") from error
    except ImportError as error:
        raise EngineError(f"the scheduler or a worker of {host} is not in this project ({error}); {SAME}") from error
    crowded = sorted(address for address, threads in client.nthreads().items() if threads > 1)
    if crowded:
        raise EngineError(f"the worker {crowded[0]} has several threads, the model bears one; use `make worker`")
    versions = client.get_versions()
    here, there = (versions[of]["packages"]["distributed"] for of in ("client", "scheduler"))
    if here != there:
        raise EngineError(f"the scheduler at {host} runs Dask {there}, but here is {here}; give both the same")


def _on_worker(engine: str, function: Callable[[Work], Result], work: Work) -> Result:
    refuse_unless(engine)
    return function(work)


def refuse_unless(engine: str) -> None:
    """Raise EngineError in a process where the analysis is not, or is another than, the one of this digest."""
    try:
        same = engine_digest() == engine
    except PackageNotFoundError as error:
        raise EngineError(f"a worker on {platform.node()} lacks the package {error.name}; {SAME}") from error
    if not same:
        raise EngineError(f"a worker on {platform.node()} has other code, packages or another model than here; {SAME}")


@cache
def engine_digest() -> str:
    """Tell what the analysis of this process depends on, as it was when it began."""
    return store.engine_digest(store.ANALYSIS)
