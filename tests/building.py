"""Build a whole site in a test, as the command behind `make` does, but into a folder of the test's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import digest_build
import pytest

ROOT = Path(__file__).resolve().parent.parent
SITEURL = "https://user.github.io/repo"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left behind."""

    output: Path
    status: int
    log: str
    account: str
    """Its lines, joined."""


def work_in(root: Path, monkeypatch: pytest.MonkeyPatch, **places: Path) -> None:
    """Let the command behind make work in a folder of the test's own; `places` are those that lie elsewhere in it."""
    cache = root / ".cache"
    known = {"ROOT": root, "CACHE": cache, "OUTPUT": root / "output", "ACCOUNT": cache / "account.json"}
    swapped = {"NEW": cache / "site-new", "OLD": cache / "site-old", "STAMP": cache / "stamp.json"}
    for name, place in (known | swapped | places).items():
        monkeypatch.setattr(digest_build, name, place)


def build(
    content: Path, place: Path, *, siteurl: str = SITEURL, cache: Path | None = None, extra: str = "", **env: str
) -> Built:
    """Build content into place/output; `extra` is Python added to the settings, `env` goes to the process."""
    place.mkdir(parents=True, exist_ok=True)
    cache = cache or place / "cache"
    settings = place / "settings.py"
    base = (
        (ROOT / "pelican.conf.py").read_text(encoding="utf-8").replace("__file__", repr(str(ROOT / "pelican.conf.py")))
    )
    settings.write_text(
        f"{base}\nCACHE_PATH = {str(cache)!r}\nTHEME = {str(ROOT / 'theme')!r}\n{extra}\n", encoding="utf-8"
    )
    told = cache / "account.json"
    done = subprocess.run(
        [sys.executable, str(digest_build.RUN), str(settings), str(content), str(place / "output")],
        cwd=place,
        env={
            **os.environ,
            "SITEURL": siteurl,
            "SOURCE_DATE_EPOCH": "1790000000",
            "COLUMNS": "200",
            "PYTHONDONTWRITEBYTECODE": "1",
            "NEWSDIGEST_ACCOUNT": str(told),
            **env,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    account = "\n".join(json.loads(told.read_text(encoding="utf-8"))["lines"]) if told.exists() else ""
    return Built(place / "output", done.returncode, done.stdout + done.stderr, account)


def digests(folder: Path) -> dict[str, str]:
    """Give the digest of every file below a folder, by its relative path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
