"""Where analyses are made: a task and pieces of work come in; results or losses go out by number, as they are there.

In processes here (`workers`), or on the workers of a Dask scheduler where `Options.executor` names one: then in chunks,
and the scheduler gives the work of a lost worker to another. A chunk that fails is done again piece by piece; a piece
that fails by itself is lost. A worker with other code or another model refuses, as its results would differ. Dask is
imported only where it is named. Limits: whoever reaches a scheduler commands it, so it belongs in a network of one's
own; one machine gets all results.
"""

from __future__ import annotations

import os
import platform
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError
from typing import Any, Protocol, TypeVar

from newsdigest import engines, workers
from newsdigest.errors import DigestError, EngineError
from newsdigest.options import ENGINE, Options
from newsdigest.workers import KEPT, Lost, Task

AHEAD = 256
"""Chunks handed out before a result is waited for: two for each of 128 workers; at 25 articles each, 30 MB."""
ANSWER = 10
"""Seconds in which a scheduler must answer, and have a worker; in a network of one's own it takes a tenth of one."""
CHUNK = 25
"""Articles handed to a worker elsewhere at a time: some 3 s of work, beside which the way there does not count."""
SAME = "give it the same state of this project, then start it again by `make scheduler` or `make worker`"

Work = TypeVar("Work")
Result = TypeVar("Result")


class Future(Protocol):
    """What is asked of the promise of a result."""

    def exception(self) -> Any:
        """Wait for the result; give the error there is instead of it."""

    def result(self) -> Any:
        """Give the result."""

    def cancel(self) -> object:
        """Leave the work, where it has not begun."""


Submit = Callable[[object], Future]


def run(task: Task[Work, Result], works: Sequence[Work], options: Options) -> Iterator[tuple[int, Result | Lost]]:
    """Do all pieces of work. Raises EngineError where the engine fails, and what DigestError there is in a piece."""
    if options.executor:
        with _dask(options.executor.removeprefix(ENGINE), task) as submit:
            yield from _far(submit, works)
    else:
        yield from workers.run(task, works, min(options.jobs or os.cpu_count() or 1, len(works)))


def _far(submit: Submit, works: Sequence[object]) -> Iterator[tuple[int, Any]]:
    numbers = range(len(works))
    chunks = deque(numbers[start : start + CHUNK] for start in numbers[::CHUNK])
    waiting: deque[tuple[range, Future]] = deque()
    try:
        while chunks or waiting:
            while chunks and len(waiting) < AHEAD:
                chunk = chunks.popleft()
                waiting.append((chunk, submit([works[number] for number in chunk])))
            chunk, future = waiting.popleft()
            error = future.exception()
            if isinstance(error, DigestError):
                raise error
            if error is None:
                yield from zip(chunk, future.result(), strict=True)
            elif len(chunk) == 1:
                yield chunk[0], Lost.FAULT
            else:
                chunks.extendleft(chunk[i : i + 1] for i in reversed(range(len(chunk))))
    finally:
        for _, future in waiting:
            future.cancel()


@contextmanager
def _dask(host: str, task: Task[Any, Any]) -> Iterator[Submit]:
    try:
        from distributed import CancelledError, Client
    except ImportError as error:
        raise EngineError("DIGEST_EXECUTOR names Dask, which is not installed; `make engine` does that") from error
    try:
        client = Client(f"tcp://{host}", timeout=ANSWER, set_as_default=False)
    except OSError as error:
        raise EngineError(f"no Dask scheduler answers at {host}; start it there by `make scheduler`") from error
    with client:
        _ask_all(client, host)
        try:
            yield partial(client.submit, _on_worker, engine_digest(), task, pure=False)
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


def _on_worker(engine: str, task: Task[Work, Result], works: Sequence[Work]) -> list[Result]:
    refuse_unless(engine)
    task.prepare()
    results = []
    for work in works:
        with workers.limited(task.seconds):
            results.append(task.function(work))
    return results


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
    return engines.engine_digest(engines.ANALYSIS)
