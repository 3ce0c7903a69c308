"""When each file came to the folder.

A folder comes in; for every file in it goes out the time of the first git commit that added its path (author time,
UTC), else the time of its last modification. One `git log` over the folder; no repository, no git, a shallow clone or
a file that is not committed yet: the modification time. Limits: a renamed file counts as new; the
commits at which a shallow clone was cut say nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

GIT_SECONDS = 60
_LOG = (
    "log",
    "-z",
    "--no-renames",
    "--no-show-signature",
    "--diff-filter=A",
    "--name-only",
    "--relative",
    "--format=%x01%H %at",
    "--",
    ".",
)
_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""A repository that came with the articles may say whom to ask for what it lacks, and by which program: nobody."""


def saved_dates(folder: Path) -> Mapping[str, datetime]:
    """Give the date of each file below the folder, by its path in it (forward slashes), sorted by path."""
    added = _added(folder)
    found = {name: added.get(name) or _modified(path) for name, path in _files(folder)}
    return {name: at for name, at in sorted(found.items()) if at is not None}


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if name != ".git")
        below = Path(parent).relative_to(folder).as_posix()
        for name in sorted(names):
            yield name if below == "." else f"{below}/{name}", f"{parent}/{name}"


def _modified(path: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(os.stat(path).st_mtime), UTC)  # noqa: PTH116
    except (OSError, ValueError, OverflowError):
        return None


def _added(folder: Path) -> dict[str, datetime]:
    """Ask git once: the earliest commit that added each path."""
    cut = _shallow_commits(folder)
    found: dict[str, datetime] = {}
    at: datetime | None = None
    for part in _git(folder, *_LOG).split(b"\0"):
        name = part.removeprefix(b"\n")
        if name.startswith(b"\x01"):
            commit, _, seconds = name[1:].partition(b" ")
            at = None if commit in cut else _moment(seconds)
        elif name and at:
            path = os.fsdecode(name)
            found[path] = min(found.get(path, at), at)
    return found


def _shallow_commits(folder: Path) -> frozenset[bytes]:
    """Give the commits where a shallow clone was cut: they seem to add every file."""
    where = os.fsdecode(_git(folder, "rev-parse", "--git-path", "shallow").strip())
    try:
        return frozenset((folder / where).read_bytes().split()) if where else frozenset()
    except OSError:
        return frozenset()


def _moment(seconds: bytes) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _git(folder: Path, *arguments: str) -> bytes:
    """Run git in the folder, with fixed arguments and without a shell; nothing where it can't say anything."""
    git = shutil.which("git")
    if not git or not folder.is_dir():
        return b""
    command = [git, "-C", str(folder), *arguments]
    outer = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = {**outer, **_QUIET}
    try:
        done = subprocess.run(command, capture_output=True, timeout=GIT_SECONDS, check=False, env=env)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
