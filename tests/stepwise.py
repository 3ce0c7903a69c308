"""The command behind make, with a Pelican of no time at all, killed before any step of it that touches files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.building import ROOT

SCRIPT = """
import json, os, signal, sys
from pathlib import Path
import digest_build as build

place, left, can_exchange, status, lasting = Path(sys.argv[1]), *map(int, sys.argv[2:])

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

build.ROOT, build.CONTENT, build.CACHE, build.OUTPUT = place, place / "content", place / ".cache", place / "output"
build.NEW, build.OLD = build.CACHE / "site-new", build.CACHE / "site-old"
build.ACCOUNT, build.STAMP = build.CACHE / "account.json", build.CACHE / "stamp.json"
build.run_pelican = work
if not can_exchange:
    build.exchange = lambda one, other: False
sys.addaudithook(step)
sys.exit(build.main(["build"]))
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
    numbers = (str(int(value)) for value in (step, can_exchange, status, lasting))
    command = [sys.executable, "-c", SCRIPT, str(place), *numbers]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "SITEURL": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout
