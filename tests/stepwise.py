"""The command behind make, with a Pelican of no time at all, killed before any step of it that touches files.

Each run is a process, split off from one that has loaded the command: loading takes ten times as long as running it.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.building import ROOT

SCRIPT = """
import json, os, signal, sys
from pathlib import Path
import digest_build as build

def work(lock):
    build.clear(build.NEW)
    build.NEW.mkdir()
    for name in ("index.html", "more.html"):
        (build.NEW / name).write_text((build.CONTENT / "a.txt").read_text("utf-8"))
    told = {"lines": ["1 article"], "skipped": 0, "strict": False, "lasting": bool(lasting)}
    build.ACCOUNT.write_text(json.dumps(told))
    return status

def step(event, _):
    global left
    if event in ("open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "ctypes.dlopen", "ctypes.dlsym"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

def run():
    build.ROOT, build.CONTENT, build.CACHE, build.OUTPUT = place, place / "content", place / ".cache", place / "output"
    build.NEW, build.OLD = build.CACHE / "site-new", build.CACHE / "site-old"
    build.ACCOUNT, build.STAMP = build.CACHE / "account.json", build.CACHE / "stamp.json"
    build.run_pelican = work
    if not can_exchange:
        build.exchange = lambda one, other: False
    sys.addaudithook(step)
    return build.main(["build"])

for line in sys.stdin:
    place, left, can_exchange, status, lasting = json.loads(line)
    place, (reading, writing) = Path(place), os.pipe()
    child = os.fork()
    if not child:
        os.dup2(writing, 1)
        ended = run()
        sys.stdout.flush()
        os._exit(ended)
    os.close(writing)
    with open(reading) as told:
        text = told.read()
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text]), flush=True)
"""


def make(place: Path, text: str) -> Path:
    """Make a project of one article, which its site will consist of."""
    for folder in ("content", "theme", "plugins"):
        (place / folder).mkdir(parents=True)
    write(place, text)
    return place


def write(place: Path, text: str) -> None:
    """Change the article."""
    (place / "content" / "a.txt").write_text(text)


def run(
    place: Path, *, step: int = 9999, can_exchange: bool = True, status: int = 0, lasting: bool = True
) -> tuple[int, str]:
    """Run the command up to a step, with a Pelican that ends so; give how it ended and what it told."""
    process = server()
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps([str(place), step, can_exchange, status, lasting]) + "\n")
    process.stdin.flush()
    ended, text = json.loads(process.stdout.readline())
    return ended, text


@cache
def server() -> subprocess.Popen[str]:
    """Start the process from which the runs are split off."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "SITEURL": "", "PYTHONDONTWRITEBYTECODE": "1"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([sys.executable, "-c", SCRIPT], env=environment, encoding="utf-8", **pipes)
    atexit.register(process.communicate)
    return process
