"""A clock at the seams of a build, put there from outside: how much CPU time goes to which stage.

In: the process of a build, before Pelican starts in it. Out: a file with the seconds of each stage and the memory that
the process took at most. What runs inside another stage counts for itself alone; processes that it starts count too.
"""

from __future__ import annotations

import atexit
import inspect
import json
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SEAMS = (
    ("digest_analysis", "build_edition", "start"),
    ("digest_feeds", "write_feeds", "feeds"),
    ("digest_pages", "DigestGenerator.generate_output", "pages"),
    ("digest_pages", "open_site", "pages"),
    ("digest_search", "SearchGenerator.generate_output", "search"),
    ("digest_reader", "read_all", "read and clean"),
    ("newsdigest.pipeline", "analyse_all", "analyse"),
    ("newsdigest.pipeline", "build_edition", "link"),
    ("newsdigest.views", "downloads", "data"),
    ("pelican.generators", "ArticlesGenerator.generate_context", "read and clean"),
)
"""Module, function, stage. What stands in none of them is `start`: imports, settings, static files."""
STAGES = ("start", "read and clean", "analyse", "link", "pages", "search", "feeds", "data")

Work = Callable[..., Any]


class Clock:
    """Gives the time to the stage that is on."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.on = ["start"]
        self.last = 0.0

    def turn(self) -> None:
        """Give what passed since the last turn to the stage that is on."""
        now = cpu()
        self.spent[self.on[-1]] += now - self.last
        self.last = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Have a stage on for the length of a block."""
        self.turn()
        self.on.append(name)
        try:
            yield
        finally:
            self.turn()
            self.on.pop()

    def watched(self, work: Work, name: str) -> Work:
        """Have the stage on while a function works, or while a generator makes its next piece."""
        if inspect.isgeneratorfunction(work):
            return wraps(work)(lambda *given, **named: self.steps(work(*given, **named), name))

        @wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            with self.stage(name):
                return work(*given, **named)

        return timed

    def steps(self, pieces: Iterator[Any], name: str) -> Iterator[Any]:
        """Have the stage on while the next piece is made, not while it is used."""
        end = object()
        while True:
            with self.stage(name):
                piece = next(pieces, end)
            if piece is end:
                return
            yield piece


def cpu() -> float:
    """Give the CPU seconds of this process and of those it started that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def peak() -> float:
    """Give the most memory that this process had, in MiB; what `getrusage` says may be that of the one it came from."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+)", status.read_text(encoding="utf-8")) if status.exists() else None
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(found[1]) / 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def install(result: Path) -> None:
    """Put the clock to the seams that there are, and have its times written when the process ends."""
    clock = Clock()
    for module, name, stage in SEAMS:
        if find_spec(module.partition(".")[0]) is None:
            continue
        owner = import_module(module)
        *path, last = name.split(".")
        for part in path:
            owner = getattr(owner, part)
        setattr(owner, last, clock.watched(getattr(owner, last), stage))
    atexit.register(leave, clock, result)


def leave(clock: Clock, result: Path) -> None:
    """Write down the times."""
    clock.turn()
    result.write_text(json.dumps({"stages": clock.spent, "peak": peak()}), encoding="utf-8")
