"""A whole project in a folder of the test's own, with a little content, and the command behind make run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.building import ROOT

STORIES = {
    "ferry.txt": "Ferry returns to the lake\n\nThe ferry of Northmere runs again, said Ada Harlow, its captain. "
    "“We are glad to be back,” Harlow said. The boat had lain in the dock for two winters.\n",
    "mill.txt": "Old mill opens its doors\n\nThe mill of Southmere opened on Monday after a year of repairs. Its wheel "
    "turns again, the miller Ben Imrie said. “Come and see it,” Imrie said.\n",
}


def make_project(place: Path, stories: Mapping[str, str] = STORIES) -> Path:
    """Copy the program, with what Python made of it, and put articles into its content."""
    for folder in ("plugins", "theme"):
        shutil.copytree(ROOT / folder, place / folder)
    shutil.copy2(ROOT / "pelican.conf.py", place)
    (place / "content").mkdir()
    for name, text in stories.items():
        write_story(place, name, text)
    return place


def write_story(project: Path, name: str, text: str) -> None:
    """Write an article that does not depend on the day of the test."""
    (project / "content" / name).write_text(f"Date: 2026-03-02\n\n{text}", encoding="utf-8")


def touch(project: Path) -> None:
    """Let a project look changed, so that it is built again."""
    os.utime(project / "pelican.conf.py")


def environment(**extra: str) -> dict[str, str]:
    """Give the environment of a build that can be repeated."""
    return {**os.environ, "SOURCE_DATE_EPOCH": "1790000000", "SITEURL": "", "DIGEST_STRICT": "", **extra}


def start_build(project: Path, before: Sequence[str] = (), **extra: str) -> subprocess.Popen[str]:
    """Start the command in a group of its own, perhaps below another command."""
    return subprocess.Popen(
        [*before, sys.executable, "-B", "plugins/digest_build.py", "build"],
        cwd=project,
        env=environment(**extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def run_build(project: Path, before: Sequence[str] = (), **extra: str) -> tuple[int, str, str]:
    """Run the command to its end; give status, output and complaints."""
    started = start_build(project, before, **extra)
    out, err = started.communicate(timeout=300)
    return started.returncode, out, err
