"""Processes that work here, each of which may be lost: pieces of work come in, results or losses go out by number.

Results come as they are ready. A process has one piece at a time; the system itself ends one that has computed at its
piece for longer than it may, in whatever library it is. For each that ends another one begins. A piece that was too
long is lost; one whose process ended otherwise, for want of memory or by a fault, is tried once more when all else is
done. Whoever stops listening leaves no process; one whose owner is killed ends after its piece.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from newsdigest.errors import DigestError, EngineError

KEPT = "what was analysed before is kept, so build again"

Work = TypeVar("Work")
Result = TypeVar("Result")


class Lost(Enum):
    """Why there is no result."""

    TIME = "it took too long"
    FAULT = "it ended its process"


@dataclass(frozen=True, slots=True)
class Task(Generic[Work, Result]):
    """What is done with each piece of work: importable functions."""

    function: Callable[[Work], Result]
    prepare: Callable[[], None]
    """Done once a process, in its own time."""
    seconds: int
    """Of computing, which a piece may take; 0 = no limit."""


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    piece: int | None = None


def run(task: Task[Work, Result], works: Sequence[Work], processes: int) -> Iterator[tuple[int, Result | Lost]]:
    """Do all pieces. Raises EngineError where a process ends before it begins, and what DigestError there is in it."""
    left, again = deque(range(len(works))), set[int]()
    crew = [_begun(task) for _ in range(processes)]
    try:
        while left or any(worker.piece is not None for worker in crew):
            found = []
            for worker in _heard(crew):
                piece, answer = worker.piece, _answer(worker)
                if isinstance(answer, Lost):
                    crew[crew.index(worker)] = _begun(task)
                if piece is None:
                    continue
                if answer is Lost.FAULT and piece not in again:
                    again.add(piece)
                    left.append(piece)
                else:
                    found.append((piece, answer))
            for worker in crew:
                if left and worker.ready and worker.piece is None:
                    _give(worker, left.popleft(), works)
            yield from found
    finally:
        for worker in crew:
            worker.process.kill()
            worker.process.join()


def _begun(task: Task[Any, Any]) -> _Worker:
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(there, task), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _heard(crew: Sequence[_Worker]) -> list[_Worker]:
    """Wait until a process has something to say, or ends."""
    pipes = wait([worker.pipe for worker in crew])
    return [worker for worker in crew if worker.pipe in pipes]


def _answer(worker: _Worker) -> Any:
    """Give what a process says: that it is ready, its result, or why it ended."""
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join()
        if not worker.ready:
            message = "a process of the analysis ended before it began, maybe for want of memory"
            raise EngineError(f"{message}; {KEPT}, or with DIGEST_JOBS = 1") from None
        return Lost.TIME if worker.process.exitcode == -signal.SIGPROF else Lost.FAULT
    if isinstance(answer, DigestError):
        raise answer
    worker.ready, worker.piece = True, None
    return answer


def _give(worker: _Worker, piece: int, works: Sequence[object]) -> None:
    worker.piece = piece
    with suppress(OSError):  # it has just ended, which is heard next
        worker.pipe.send(works[piece])


def _serve(pipe: Connection, task: Task[Any, Any]) -> None:
    """Work as long as somebody asks for it; what is said first is that all is prepared."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it goes to whoever waits as well, who ends this process
    try:
        task.prepare()
        answer = None
        while True:
            pipe.send(answer)
            work = pipe.recv()
            with limited(task.seconds):
                answer = task.function(work)
    except DigestError as error:
        pipe.send(error)
    except (EOFError, ConnectionError):  # nobody asks any more
        pipe.close()


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Have the system end this process when it computes for longer: no library can hold that up, as it can an alarm."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
