"""A repository that came with the articles is asked for dates; what it states is never run, and nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from newsdigest import stamp
from newsdigest.read.saved import saved_dates

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    who = {f"GIT_{role}_{what}": "jo@x.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": "2026-03-02T08:00:00Z", "GIT_COMMITTER_DATE": "2026-03-02T08:00:00Z"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **who, **when},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with a repository of its own and one article."""
    place = tmp_path / "content"
    place.mkdir()
    (place / "a.txt").write_text("one", encoding="utf-8")
    git(place, "init", "-q")
    git(place, "add", ".")
    git(place, "commit", "-qm", "one")
    return place


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a trace when it is run."""
    place = tmp_path / "trap"
    place.write_text(f"#!/bin/sh\ntouch {tmp_path / 'sprung'}\nexit 1\n", encoding="utf-8")
    place.chmod(0o755)
    return place


@pytest.mark.parametrize(
    "names",
    [
        ("core.pager", "pager.log", "core.editor"),
        ("core.fsmonitor", "core.sshCommand", "core.askPass", "credential.helper"),
        ("gpg.program", "gpg.ssh.program", "diff.external"),
    ],
)
def test_no_program_that_it_names_is_run(content: Path, trap: Path, names: tuple[str, ...]) -> None:
    for name in names:
        git(content, "config", name, str(trap))
    git(content, "config", "log.showSignature", "true")
    assert saved_dates(content)["a.txt"].isoformat() == "2026-03-02T08:00:00+00:00"
    assert not trap.with_name("sprung").exists()


@pytest.mark.parametrize("address", ["path", "ext::{trap}"])
def test_what_it_lacks_is_not_fetched(content: Path, trap: Path, address: str) -> None:
    tree = git(content, "rev-parse", "HEAD^{tree}")
    (content / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    settings = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": str(trap),
        "remote.origin.url": str(content / ".git") if address == "path" else address.format(trap=trap),
    }
    for name, value in settings.items():
        git(content, "config", name, value)
    assert "a.txt" in saved_dates(content)
    stamp._history(content, os.environ)
    assert not trap.with_name("sprung").exists()
