"""The stamp of a build: what went into it and what came out, so that a build of the same can be spared.

In: the project's folders, the environment, the moment; later the finished site with its account. Out: digests of both,
kept in a file with a checksum of its own. Only the standard library is needed, and no article is read: a file is known
by size, times and inode, and by its bytes too where it was changed within seconds before, as times as fresh as that
prove nothing (the method of Git's index, "racy git"). Whatever cannot be seen for certain gives no stamp: links to
folders, what may not be read, pages in reStructuredText, which can take in files from anywhere.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple, NotRequired, TypedDict

from newsdigest import places

RECENT = 2_000_000_000
"""Nanoseconds: the coarsest times that a disk keeps are those of FAT."""
PASSED_OVER = frozenset({".git", "__pycache__"})
"""Folders that change by themselves; what counts of git is asked for."""
PROGRAM = ("theme", "plugins")
PREFIXES = ("DIGEST_", "PYTHON")
"""Of variables that count, whoever reads them."""
QUOTED = re.compile(r"""["']([A-Za-z_][A-Za-z0-9_]*)["']""")
INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")
LAST_SECOND = 253_402_300_799
"""Of the year 9999. A file from after that has no day, so it bears that of the build."""
GIT_SECONDS = 60


class UnsureError(Exception):
    """Something that a build depends on cannot be seen for certain."""


class Account(TypedDict):
    """What a build tells of itself."""

    lines: list[str]
    skipped: int
    strict: bool
    lasting: NotRequired[bool]
    """Whether it would tell the same again."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build depends on."""

    digest: str
    recent: Mapping[str, str]
    """Digests of the files that were changed just before, by their paths."""
    moment: int
    """Nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A finished build."""

    inputs: Inputs
    site: str
    """Digest of the files that it wrote."""
    account: Account


def inputs(root: Path, content: Path, environment: Mapping[str, str], now: datetime) -> Inputs | None:
    """Look at all that a build of this project depends on, now; None where that cannot be seen for certain."""
    moment = int(now.timestamp() * 1_000_000_000)
    try:
        files = [*_listed(content), *(one for name in PROGRAM for one in _listed(root / name)), *_settings(root)]
        days = (now.date(), now.astimezone(UTC).date())  # settings may ask for them
        parts = (str(root), days, _python(), _variables(root, environment), _history(content, environment), files)
        recent = {file.path: _digest(file.path) for file in files if max(file.changed) > moment - RECENT}
    except (OSError, UnsureError, ValueError, subprocess.SubprocessError):
        return None
    return Inputs(sha256(repr(parts).encode()).hexdigest(), recent, moment)


def same(noted: Inputs, seen: Inputs) -> bool:
    """Tell whether nothing that counts has changed from the one moment to the other."""
    if noted.digest != seen.digest or noted.moment > seen.moment:
        return False
    try:
        return all(_digest(path) == digest for path, digest in noted.recent.items())
    except OSError:
        return False


def holds(stamp: Stamp, seen: Inputs | None, site: Path) -> bool:
    """Tell whether a build would make the site that is there."""
    try:
        return seen is not None and same(stamp.inputs, seen) and site_digest(site) == stamp.site
    except OSError:
        return False


def site_digest(site: Path) -> str:
    """Make the digest of a site: of the path, kind, size and time of each file in it; links to them do not count."""
    digest = sha256()
    for path, seen in _walked(site):
        kind = seen.st_mode if stat.S_ISDIR(seen.st_mode) else (seen.st_mode, seen.st_size, seen.st_mtime_ns)
        digest.update(f"{path!r} {kind}\n".encode())
    return digest.hexdigest()


def _walked(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    yield "", folder.lstat()
    ahead = [""]
    while ahead:
        inside = ahead.pop()
        with os.scandir(folder / inside) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = f"{inside}/{entry.name}" if inside else entry.name
                yield path, entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    ahead.append(path)


def read(path: Path) -> Stamp | None:
    """Read a stamp; one that is not whole is none."""
    if places.in_the_way(path):
        return None
    try:
        told, _, text = path.read_text(encoding="ascii").partition("\n")
        if told != _checksum(text):
            return None
        found = json.loads(text)
        return Stamp(Inputs(**found["inputs"]), found["site"], found["account"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write(path: Path, stamp: Stamp) -> None:
    """Keep a stamp; where there is no room for it, the next build is made."""
    text = json.dumps(asdict(stamp))
    with suppress(OSError):
        places.write(path, f"{_checksum(text)}\n{text}".encode("ascii"))


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


class _File(NamedTuple):
    path: str
    size: int
    changed: tuple[int, int]
    inode: int
    leads_to: str


def _listed(folder: Path) -> Iterator[_File]:
    """Yield each file below a folder. Raises OSError or UnsureError where one, or a folder, cannot be seen."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name in PASSED_OVER:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _listed(Path(entry.path))
            else:
                yield _file(entry.path, entry.stat(), entry.is_symlink())


def _file(path: str, seen: os.stat_result, link: bool = False) -> _File:
    readable = stat.S_ISREG(seen.st_mode) and os.access(path, os.R_OK)
    if not readable or not 0 <= seen.st_mtime <= LAST_SECOND or path.endswith(".rst"):
        raise UnsureError(path)
    leads_to = os.path.realpath(path) if link else ""
    return _File(path, seen.st_size, (seen.st_mtime_ns, seen.st_ctime_ns), seen.st_ino, leads_to)


def _settings(root: Path) -> list[_File]:
    return [_file(str(path), path.stat(), path.is_symlink()) for path in sorted(root.glob("*.py"))]


def _digest(path: str) -> str:
    with Path(path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _python() -> tuple[object, ...]:
    """Give what runs the program: Python, where it looks for packages, and which are installed there."""
    places = [Path(place) for place in sys.path if Path(place).is_dir()]
    packages = [
        (str(path), path.stat().st_mtime_ns)
        for place in places
        for path in sorted(place.iterdir())
        if path.name.endswith(INSTALLED)
    ]
    return sys.version, sys.executable, sys.path, packages


def _variables(root: Path, environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the variables whose names stand in quotes in the settings or in a plugin, with their values."""
    texts = [path.read_text(encoding="utf-8") for path in (*root.glob("*.py"), *root.glob("plugins/*.py"))]
    named = {name for text in texts for name in QUOTED.findall(text)}
    return sorted(pair for pair in environment.items() if pair[0] in named or pair[0].startswith(PREFIXES))


def _history(content: Path, environment: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Give what tells when files came: the newest commit, and where a shallow clone was cut."""
    git = shutil.which("git")
    if not git:
        return b"", b""
    command = [git, "-C", str(content), "rev-parse", "HEAD", "--show-prefix", "--git-path", "shallow"]
    outer = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
    done = subprocess.run(command, capture_output=True, timeout=GIT_SECONDS, check=False, env=outer)  # noqa: S603
    if done.returncode:
        return b"", b""
    cut = content / os.fsdecode(done.stdout.splitlines()[-1])
    return done.stdout, cut.read_bytes() if cut.is_file() else b""
