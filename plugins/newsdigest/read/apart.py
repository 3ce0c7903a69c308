"""Reading in a process apart, which can be ended at any moment: an alarm does not stop a parser that is written in C.

A file's bytes go to the process, what was found in them comes back. The process starts with the first file it is asked
for and serves all that follow; after a file that it had to be ended for, or that ended it, it starts anew. Whoever
waits may be interrupted (by an alarm, by the keyboard): then the process ends in the middle of its work.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process

from newsdigest import read
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read.found import Reading

ENDED = (
    "reading it ended the program that reads, by a fault in a library or for want of memory; "
    "save the article's text alone, and please report the file"
)


@dataclass(slots=True)
class Apart:
    """The process, once there is one."""

    pool: ProcessPoolExecutor | None = None
    pid: int = 0


def reading(apart: Apart, data: bytes, kind: str, options: Options) -> Reading:
    """Do what `read.reading` does, in the process. Raises UnusableFileError also where the file is the end of it."""
    task: Future[Reading] | None = None
    try:
        task = (apart.pool or _started(apart)).submit(read.reading, data, kind, options)
        return task.result()
    except BrokenProcessPool as error:
        end(apart)
        raise UnusableFileError(ENDED) from error
    finally:
        if task is None or not task.done():
            end(apart)


def _started(apart: Apart) -> ProcessPoolExecutor:
    apart.pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_prepare)
    apart.pid = apart.pool.submit(os.getpid).result()
    return apart.pool


def _prepare() -> None:
    """Keep the process quiet, and let it end with the one that it works for, however that ends."""
    logging.disable()
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def end(apart: Apart) -> None:
    """End the process, whatever it is doing."""
    pool, pid = apart.pool, apart.pid
    apart.pool, apart.pid = None, 0
    if pid:  # 0: it was interrupted while it started, and ends by itself
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    if pool:
        pool.shutdown()
