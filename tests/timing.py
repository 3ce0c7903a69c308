"""How time grows with the text, on a machine that may be busy with something else."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 4
LEAST = 0.01
"""Seconds; shorter times say nothing."""


def grows_less(than: float, work: Callable[[str], object], piece: str, size: int, times: int) -> bool:
    """Tell whether the CPU time grows less often than that when a text of so many characters grows so many times.

    The best try counts, so the first that is good enough is the last.
    """
    texts = [piece * (length // len(piece)) for length in (size, size * times)]
    return any(_seconds(work, texts[1]) / max(_seconds(work, texts[0]), LEAST) < than for _ in range(TRIES))


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start
