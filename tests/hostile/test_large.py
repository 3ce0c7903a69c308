"""A hundred large inputs by chance become articles, or are named, in bounded time and memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.large import KINDS, SIZE, SUFFIXES, large

ROOT = Path(__file__).resolve().parents[2]
INPUTS, AT_ONCE = 100, 25
MEMORY = 1_000_000_000
"""Bytes of address space; a hundred such inputs, one after the other, took 270 MB."""
SECONDS = 20
"""CPU time an input; the slowest of a hundred took 4."""
CHILD = f"""
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "plugins")!r}]
from newsdigest.errors import UnusableFileError
from tests.hostile.large import large
from tests.read.test_every_format import read_and_clean
for number in map(int, sys.argv[1:]):
    suffix, data = large(number)
    started = time.process_time()
    try:
        told = f"{{len(read_and_clean(suffix, data))}} articles"
    except UnusableFileError as error:
        told = str(error)
    print(number, time.process_time() - started, told, sep="\\t", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input."""

    number: int
    seconds: float
    told: str


def outcomes(numbers: range) -> list[Outcome]:
    """Read and clean some in a process that cannot have more memory."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, numbers)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return [Outcome(int(number), float(seconds), told) for number, seconds, told in rows]


@pytest.mark.parametrize("first", range(0, INPUTS, AT_ONCE))
def test_each_large_input_becomes_articles_or_is_named_within_time_and_memory(first: int) -> None:
    found = outcomes(range(first, first + AT_ONCE))
    assert len(found) == AT_ONCE
    assert [one for one in found if one.seconds > SECONDS] == []
    assert [one for one in found if not one.told.endswith(" articles") and "; " not in one.told] == []


def test_the_inputs_are_large_and_the_same_each_time() -> None:
    assert large(8) == large(8)
    assert large(8)[0] == "txt"
    assert len(large(8)[1]) > SIZE * 0.8
    assert len(KINDS) % 2  # as there are eight formats, each kind comes in each of them
    assert len(SUFFIXES) == 8


def test_the_memory_of_a_process_can_be_bounded() -> None:
    greedy = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY},) * 2); bytes({MEMORY})"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, encoding="utf-8", check=False)
    assert "MemoryError" in done.stderr
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != MEMORY
