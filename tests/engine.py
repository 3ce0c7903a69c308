"""A Dask scheduler and its workers for tests, each a process that can be killed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.building import ROOT

PROJECT = f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"


class Cluster:
    """A scheduler on this machine, and the workers that were started for it."""

    def __init__(self, place: Path, path: str) -> None:
        self.place = place
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        port = self.host.rpartition(":")[2]
        self.scheduler = self._start("scheduler", path, "--host", "127.0.0.1", "--port", port)
        self.workers: list[subprocess.Popen[bytes]] = []

    def work(self, threads: int = 1, path: str = PROJECT) -> subprocess.Popen[bytes]:
        """Start a worker, and wait until the scheduler knows it."""
        from distributed import Client

        worker = self._start("worker", path, f"tcp://{self.host}", "--no-nanny", "--nthreads", str(threads))
        self.workers.append(worker)
        living = sum(one.poll() is None for one in self.workers)
        with Client(f"tcp://{self.host}", timeout=60, set_as_default=False) as client:
            client.wait_for_workers(living, timeout=60)
        return worker

    def dismiss(self) -> None:
        """End all workers, and wait until the scheduler knows that they are gone."""
        from distributed import Client

        for worker in self.workers:
            worker.kill()
            worker.wait()
        self.workers.clear()
        with Client(f"tcp://{self.host}", timeout=60, set_as_default=False) as client:
            while client.nthreads():
                time.sleep(0.1)

    def end(self) -> None:
        """End everything."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _start(self, part: str, path: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments, "--no-dashboard"]
        environment = {**os.environ, "PYTHONPATH": path}
        with (self.place / f"{part}.log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.place, env=environment, stdout=log, stderr=log)


@contextmanager
def cluster(place: Path, path: str = PROJECT) -> Iterator[Cluster]:
    """Start a scheduler without workers; end it and all its workers afterwards."""
    started = Cluster(place, path)
    try:
        yield started
    finally:
        started.end()
