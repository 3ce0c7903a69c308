"""Reading in a process apart finds the same, and can be ended whatever the process does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsdigest import read
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import apart
from newsdigest.read.found import Reading

from tests.read.specimens import SPECIMENS

OPTIONS = Options()


class BellError(BaseException):
    """What an alarm raises here."""


@pytest.fixture(scope="module")
def process() -> Iterator[apart.Apart]:
    one = apart.Apart()
    yield one
    apart.end(one)


def crash(data: bytes, kind: str, options: Options) -> Reading:
    """Stand in for a reader whose library fails without a word."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return Reading(())


def hang(data: bytes, kind: str, options: Options) -> Reading:
    """Stand in for a parser that listens to nobody."""
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.valid_signals()))
    while True:
        time.sleep(60)


def stumble(data: bytes, kind: str, options: Options) -> Reading:
    """Stand in for a reader with a fault."""
    raise ZeroDivisionError("by zero")


@pytest.mark.parametrize("suffix", sorted(SPECIMENS))
def test_what_is_found_is_the_same(process: apart.Apart, suffix: str) -> None:
    data = SPECIMENS[suffix]
    assert apart.reading(process, data, suffix, OPTIONS) == read.reading(data, suffix, OPTIONS)


def test_one_process_serves_all_files(process: apart.Apart) -> None:
    apart.reading(process, SPECIMENS["html"], "html", OPTIONS)
    first = process.pid
    with pytest.raises(UnusableFileError, match="is no JSON"):
        apart.reading(process, b"no json", "json", OPTIONS)
    apart.reading(process, SPECIMENS["pdf"], "pdf", OPTIONS)
    assert process.pid == first != os.getpid()


def test_a_fault_of_a_reader_is_told_as_it_is(process: apart.Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "reading", stumble)
    with pytest.raises(ZeroDivisionError, match="by zero"):
        apart.reading(process, b"", "html", OPTIONS)


def test_a_file_that_ends_the_process_is_refused_and_the_next_is_read(
    process: apart.Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(read, "reading", crash)
        with pytest.raises(UnusableFileError, match="ended the program that reads"):
            apart.reading(process, b"", "html", OPTIONS)
    assert apart.reading(process, SPECIMENS["md"], "md", OPTIONS).found


def test_who_waits_may_be_interrupted_and_the_process_ends_whatever_it_does(
    process: apart.Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart.reading(process, SPECIMENS["md"], "md", OPTIONS)
    before = process.pid

    def ring(*_: object) -> None:
        raise BellError

    monkeypatch.setattr(read, "reading", hang)
    usual = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    start = time.monotonic()
    try:
        with pytest.raises(BellError):
            apart.reading(process, b"", "html", OPTIONS)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)
    assert time.monotonic() - start < 20
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)
    monkeypatch.undo()
    assert apart.reading(process, SPECIMENS["md"], "md", OPTIONS).found


def test_a_process_that_was_never_needed_is_never_started() -> None:
    one = apart.Apart()
    apart.end(one)
    assert (one.pool, one.pid) == (None, 0)


def test_the_process_ends_with_a_build_that_is_killed() -> None:
    script = (
        "import os, signal\n"
        "from newsdigest.options import Options\n"
        "from newsdigest.read import apart\n"
        "one = apart.Apart()\n"
        "apart.reading(one, b'<p>It sails.</p>', 'html', Options())\n"
        "print(one.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(read.__file__).parents[2])}
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as build:
        assert build.stdout
        pid = int(build.stdout.readline())
        build.wait(20)
    end = time.monotonic() + 20
    while _runs(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    """Tell whether a process runs; one that has ended may still be listed where nobody asks how it ended."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat")
        return not state.exists() or state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_what_is_ended_can_be_ended_again_and_used_again() -> None:
    one = apart.Apart()
    apart.reading(one, SPECIMENS["md"], "md", OPTIONS)
    apart.end(one)
    apart.end(one)
    assert apart.reading(one, SPECIMENS["md"], "md", OPTIONS).found
    apart.end(one)
