"""Killed at whatever step, the next builds come to the right site: no stamp stands for a site that it is not of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT

NOTHING = "1 article\nNothing changed; the site stays as it is. Open output/index.html\n"
STEPWISE = """
import json, os, signal, sys
from pathlib import Path
import digest_build as build

place, left, can_exchange, status = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "True", int(sys.argv[4])

def work(lock):
    build.remove(build.NEW)
    build.NEW.mkdir()
    for name in ("index.html", "more.html"):
        (build.NEW / name).write_text((build.CONTENT / "a.txt").read_text("utf-8"))
    told = {"lines": ["1 article"], "skipped": 0, "strict": False, "lasting": True}
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


def run(place: Path, *, step: int = 9999, can_exchange: bool = True, status: int = 0) -> tuple[int, str]:
    """Run the command with a Pelican of no time at all; kill it before a step that touches files."""
    command = [sys.executable, "-c", STEPWISE, str(place), str(step), str(can_exchange), str(status)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "SITEURL": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout


def make(place: Path, text: str) -> Path:
    for folder in ("content", "theme", "plugins"):
        (place / folder).mkdir(parents=True)
    write(place, text)
    return place


def write(place: Path, text: str) -> None:
    (place / "content" / "a.txt").write_text(text)


def site(place: Path) -> set[str]:
    return {path.read_text("utf-8") for path in (place / "output").iterdir()}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_killed_before_any_step_the_next_build_makes_the_right_site_and_the_one_after_it_nothing(
    tmp_path: Path, can_exchange: bool
) -> None:
    for number, step in enumerate(range(0, 400, 2)):
        place = make(tmp_path / str(step), "old")
        assert run(place)[0] == 0
        write(place, "new")
        ended, _ = run(place, step=step, can_exchange=can_exchange)
        text = ("new", "old")[number % 2]
        write(place, text)
        assert run(place, can_exchange=can_exchange)[0] == 0
        assert site(place) == {text}
        assert run(place) == (0, NOTHING)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    else:
        pytest.fail("the build never came to its end")


def test_a_build_that_fails_leaves_the_stamp_of_the_site_that_stands(tmp_path: Path) -> None:
    place = make(tmp_path / "place", "old")
    assert run(place)[0] == 0
    (place / "content" / "bad.txt").touch()
    assert run(place, status=1) == (2, "")
    assert run(place, status=1) == (2, "")
    (place / "content" / "bad.txt").unlink()
    assert run(place, status=1) == (0, NOTHING)
    assert site(place) == {"old"}
