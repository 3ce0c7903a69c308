"""Work for processes of their own: what takes its time, its memory or its process, and leaves traces."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

from newsdigest.errors import DigestError


def ready() -> None:
    """Prepare nothing."""


def unable() -> None:
    """Say what is missing."""
    raise DigestError("the model is missing; install it")


def gone() -> None:
    """End before anything has begun."""
    os._exit(1)


def double(number: int) -> int:
    """Do what takes no time."""
    return 2 * number


def long(number: int) -> int:
    """Compute for ever at 3, and a moment at others."""
    while number == 3:
        pass
    return 2 * number


def deaf(number: int) -> int:
    """Be at 3 in a library that hears no alarm, for ever."""
    if number == 3:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGINT, signal.SIGTERM})
        re.match(r"(a|aa)+$", "a" * 100 + "b")
    return 2 * number


def idle(seconds: float) -> float:
    """Wait, which is not computing."""
    time.sleep(seconds)
    return seconds


def moment(seconds: float) -> float:
    """Compute for a moment."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return seconds


def slow() -> None:
    """Prepare for longer than a piece may take."""
    moment(1.5)


def fatal(number: int) -> int:
    """End the process at 3."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def faulty(number: int) -> int:
    """Meet at 3 what nobody foresaw."""
    return 2 * number if number != 3 else number // 0


def unsound(number: int) -> int:
    """Tell at 3 what was foreseen."""
    if number == 3:
        raise DigestError("three is missing")
    return 2 * number


def fatal_once(place: Path) -> str:
    """End the first process that tries."""
    if not place.exists():
        place.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return place.name


def trace(work: tuple[str, int]) -> int:
    """Leave a trace of having begun, take a while, and give back the number."""
    folder, number = work
    with Path(folder, str(number)).open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()}\n")
    time.sleep(0.3)
    return number


def large(number: int) -> bytes:
    """Give back more than fits into a pipe."""
    return bytes(number)
