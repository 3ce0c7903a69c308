"""The stamp of a build on the disk, and beside the site that it is of: it holds only where both are as they were."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from newsdigest import stamp
from newsdigest.stamp import Account, Stamp

from tests.stamped import ENVIRONMENT, make_project, seen

ACCOUNT: Account = {"lines": ["1 article, nothing skipped", "note: \udcff „ß“"], "skipped": 0, "strict": True}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, "-C", str(folder), *arguments], check=True, capture_output=True)


def test_a_commit_a_repository_and_the_cut_of_a_shallow_clone_count(project: Path) -> None:
    states = [seen(project)]
    git(project, "init", "-q")
    git(project, "add", "content")
    git(project, "commit", "-q", "-m", "one")
    states.append(seen(project))
    git(project, "commit", "-q", "--allow-empty", "-m", "two")
    states.append(seen(project))
    assert stamp.same(states[-1], seen(project, {**ENVIRONMENT, "GIT_DIR": "/nowhere"}))
    (project / ".git" / "shallow").write_bytes(b"0" * 40)
    states.append(seen(project))
    shutil.rmtree(project / ".git")
    states.append(seen(project))
    assert [state.digest == states[0].digest for state in states] == [True, False, False, False, True]
    assert len({state.digest for state in states}) == 4


def test_a_system_without_git_has_inputs_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert stamp.same(seen(project), seen(project))


@pytest.fixture
def whole(project: Path) -> Stamp:
    return Stamp(seen(project), stamp.site_digest(project / "output"), ACCOUNT)


def test_a_stamp_is_read_as_it_was_written(project: Path, whole: Stamp) -> None:
    given = replace(whole, inputs=replace(whole.inputs, recent={"a\udcff": "b"}))
    stamp.write(project / "stamp.json", given)
    assert stamp.read(project / "stamp.json") == given
    assert not (project / "stamp.new").exists()


def test_no_stamp_with_a_byte_more_less_or_other_is_taken(project: Path, whole: Stamp) -> None:
    path = project / "stamp.json"
    stamp.write(path, whole)
    good = path.read_bytes()
    for place in range(0, len(good), 7):
        for bad in (good[:place], good[:place] + b"x" + good[place:], good[:place] + b"\xff" + good[place + 1 :]):
            path.write_bytes(bad)
            assert stamp.read(path) is None
    path.write_bytes(good)
    assert stamp.read(path) == whole


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"inputs": {"x": 1}, "site": "", "account": {}}'])
def test_what_is_whole_but_no_stamp_is_not_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp.json").write_text(f"{stamp._checksum(text)}\n{text}")
    assert stamp.read(tmp_path / "stamp.json") is None
    assert stamp.read(tmp_path / "nowhere.json") is None
    assert stamp.read(tmp_path) is None


def test_where_a_stamp_cannot_be_written_there_is_none(tmp_path: Path, whole: Stamp) -> None:
    stamp.write(tmp_path / "nowhere" / "stamp.json", whole)
    (tmp_path / "folder.json" / "full").mkdir(parents=True)
    stamp.write(tmp_path / "folder.json", whole)
    assert not (tmp_path / "nowhere").exists()
    assert not (tmp_path / "folder.new").exists()


def edited(site: Path) -> None:
    (site / "index.html").write_text("a pagE")
    os.utime(site / "index.html", (5, 5))


def emptied(site: Path) -> None:
    shutil.rmtree(site)
    site.mkdir()


def linked_elsewhere(site: Path) -> None:
    site.rename(site.with_name("elsewhere"))
    site.symlink_to(site.with_name("elsewhere"))


@pytest.mark.parametrize(
    "change",
    [
        edited,
        emptied,
        linked_elsewhere,
        shutil.rmtree,
        lambda site: (site / "index.html").write_text("a longer page"),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "index.html").chmod(0o600),
        lambda site: (site / "index.html").rename(site / "index.htm"),
        lambda site: (site / "people" / "ada.html").rename(site / "ada.html"),
        lambda site: (site / "new.html").touch(),
        lambda site: (site / ".new").touch(),
        lambda site: (site / "new").mkdir(),
        lambda site: (site / "index.html").replace(site / "people" / "ada.html"),
        lambda site: (site / "people").chmod(0o700),
        lambda site: site.chmod(0o555),
    ],
)
def test_a_site_that_somebody_touched_is_not_the_one_of_the_stamp(
    project: Path, whole: Stamp, change: Callable[[Path], object]
) -> None:
    assert stamp.holds(whole, seen(project), project / "output")
    change(project / "output")
    assert not stamp.holds(whole, seen(project), project / "output")


def test_more_links_to_a_file_of_the_site_do_not_count(project: Path, whole: Stamp) -> None:
    os.link(project / "output" / "index.html", project / "kept.html")
    assert stamp.holds(whole, seen(project), project / "output")


def test_a_project_that_changed_or_cannot_be_seen_is_not_the_one_of_the_stamp(project: Path, whole: Stamp) -> None:
    assert not stamp.holds(whole, None, project / "output")
    (project / "content" / "a.txt").write_text("other")
    assert not stamp.holds(whole, seen(project), project / "output")
