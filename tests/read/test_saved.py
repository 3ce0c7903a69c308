"""The day a file came to the folder: its first commit, else its modification time."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsdigest.read.saved import saved_dates

MODIFIED = datetime(2019, 1, 1, tzinfo=UTC)
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
LATER = datetime(2021, 1, 1, tzinfo=UTC)


def git(folder: Path, *arguments: str, at: datetime = FIRST) -> None:
    who = {f"GIT_{role}_{what}": "jo@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": at.isoformat(), "GIT_COMMITTER_DATE": at.isoformat()}
    env = {**os.environ, **who, **when, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=env)


def put(folder: Path, name: str, text: str = "text") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (MODIFIED.timestamp(), MODIFIED.timestamp()))


def commit(folder: Path, at: datetime) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "more", at=at)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q")
    return folder


def test_a_committed_file_has_the_time_of_the_commit_that_added_it(repo: Path) -> None:
    put(repo, "a.txt")
    commit(repo, FIRST)
    put(repo, "a.txt", "changed")
    commit(repo, LATER)
    assert saved_dates(repo) == {"a.txt": FIRST}


def test_a_file_that_was_deleted_and_added_again_keeps_its_first_day(repo: Path) -> None:
    put(repo, "a.txt")
    commit(repo, FIRST)
    git(repo, "rm", "-q", "a.txt")
    git(repo, "commit", "-q", "-m", "less", at=LATER)
    put(repo, "a.txt", "again")
    commit(repo, LATER)
    assert saved_dates(repo) == {"a.txt": FIRST}


def test_a_file_not_committed_has_its_modification_time(repo: Path) -> None:
    put(repo, "a.txt")
    commit(repo, FIRST)
    put(repo, "new.txt")
    assert saved_dates(repo) == {"a.txt": FIRST, "new.txt": MODIFIED}


def test_a_folder_inside_a_repository_names_its_files_from_itself(repo: Path) -> None:
    put(repo, "content/north/a.txt")
    put(repo, "other.txt")
    commit(repo, FIRST)
    assert saved_dates(repo / "content") == {"north/a.txt": FIRST}


@pytest.mark.parametrize("name", [" a.txt", "nü.txt", 'quo"te.txt', "two\nlines.txt", "-dash.txt", "日本.txt"])
def test_odd_file_names_are_found(name: str, repo: Path) -> None:
    put(repo, name)
    commit(repo, FIRST)
    assert saved_dates(repo) == {name: FIRST}


def test_without_a_repository_the_modification_time_counts(tmp_path: Path) -> None:
    put(tmp_path, "b.txt")
    put(tmp_path, "a/c.txt")
    found = saved_dates(tmp_path)
    assert list(found.items()) == [("a/c.txt", MODIFIED), ("b.txt", MODIFIED)]


def test_without_git_the_modification_time_counts(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(repo, "a.txt")
    commit(repo, FIRST)
    monkeypatch.setenv("PATH", "")
    assert saved_dates(repo) == {"a.txt": MODIFIED}


def test_an_empty_repository_is_no_trouble(repo: Path) -> None:
    put(repo, "a.txt")
    assert saved_dates(repo) == {"a.txt": MODIFIED}


def test_the_cut_of_a_shallow_clone_dates_nothing(repo: Path, tmp_path: Path) -> None:
    put(repo, "a.txt")
    commit(repo, FIRST)
    put(repo, "b.txt")
    commit(repo, LATER)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "shallow")
    for name in ("a.txt", "b.txt"):
        os.utime(tmp_path / "shallow" / name, (MODIFIED.timestamp(), MODIFIED.timestamp()))
    assert saved_dates(tmp_path / "shallow") == {"a.txt": MODIFIED, "b.txt": MODIFIED}


def test_links_in_a_loop_or_to_nothing_do_not_matter(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "dead.txt").symlink_to("nowhere.txt")
    assert saved_dates(tmp_path) == {"a.txt": MODIFIED}


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert saved_dates(tmp_path / "nowhere") == {}


def test_git_variables_of_the_caller_do_not_lead_elsewhere(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(repo, "a.txt")
    commit(repo, FIRST)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert saved_dates(repo) == {"a.txt": FIRST}
