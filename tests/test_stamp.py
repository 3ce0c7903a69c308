"""The stamp of a build: whatever a build depends on is seen, what does not count is not, and in doubt there is none."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from newsdigest import stamp

from tests.stamped import ENVIRONMENT, NOW, SETTINGS, make_project, seen


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def write(path: str, text: str) -> Callable[[Path], object]:
    return lambda project: (project / path).write_text(text)


def rename(old: str, new: str) -> Callable[[Path], object]:
    return lambda project: (project / old).rename(project / new)


def exchanged(project: Path) -> None:
    """Put another file of the same size and time in the place of one."""
    path, other = project / "content" / "a.txt", project / "other"
    other.write_text("two")
    shutil.copystat(path, other)
    other.replace(path)


def same_size_and_time(project: Path) -> None:
    path = project / "content" / "a.txt"
    before = path.stat()
    path.write_text("eno")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def link(project: Path) -> None:
    """Put a link to a file in the place of its twin: all is the same but the place."""
    path = project / "theme" / "static" / "main.css"
    path.rename(project / "main.css")
    path.symlink_to(project / "main.css")


@pytest.mark.parametrize(
    "change",
    [
        write("content/a.txt", "other"),
        write("content/new.txt", "new"),
        write("content/curation.toml", "[tags]"),
        write("content/.hidden", "hidden"),
        write("content/pages/imprint.html", "other"),
        write("theme/templates/base.html", "other"),
        write("theme/static/more.css", "more"),
        write("plugins/newsdigest/text.py", "other"),
        write("plugins/digest_more.py", ""),
        write("pelican.conf.py", SETTINGS + "X = 1"),
        write("helper.py", "what the settings may import"),
        rename("content/a.txt", "content/c.txt"),
        rename("content/deep", "content/deeper"),
        lambda project: (project / "content" / "a.txt").unlink(),
        lambda project: os.utime(project / "content" / "a.txt", (1, 1)),
        exchanged,
        same_size_and_time,
        link,
    ],
)
def test_whatever_changes_among_the_files_is_seen(project: Path, change: Callable[[Path], object]) -> None:
    before = seen(project)
    change(project)
    assert not stamp.same(before, seen(project))


@pytest.mark.parametrize(
    "change",
    [
        lambda project: None,
        lambda project: (project / "content" / "a.txt").read_text("utf-8"),
        write("README.md", "nothing that a build reads"),
        write("output/index.html", "is looked at by itself"),
        lambda project: (project / "plugins" / "newsdigest" / "__pycache__").mkdir(),
        lambda project: (project / "content" / "empty").mkdir(),
        lambda project: (project / "content" / ".git").mkdir(),
    ],
)
def test_what_no_build_reads_does_not_count(project: Path, change: Callable[[Path], object]) -> None:
    before = seen(project)
    change(project)
    assert stamp.same(before, seen(project))


def test_the_target_of_a_link_is_watched(project: Path) -> None:
    link(project)
    before = seen(project)
    (project / "main.css").write_text("other css")
    assert not stamp.same(before, seen(project))
    before = seen(project)
    (project / "theme" / "static" / "main.css").unlink()
    (project / "theme" / "static" / "main.css").symlink_to(project / "content" / "a.txt")
    assert not stamp.same(before, seen(project))


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ({"SITEURL": "https://example.org"}, True),
        ({"SITEURL": None}, True),
        ({"NAME_OF_SITE": "Other"}, True),
        ({"SOURCE_DATE_EPOCH": "1"}, True),
        ({"DIGEST_STRICT": "1"}, True),
        ({"DIGEST_ANYTHING": "1"}, True),
        ({"PYTHONPATH": "/elsewhere"}, True),
        ({"HOME": "/home/ben"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_variables_count_that_the_settings_or_a_plugin_may_read(
    project: Path, changed: dict[str, str | None], counts: bool
) -> None:
    after = {name: value for name, value in (ENVIRONMENT | changed).items() if value is not None}
    assert stamp.same(seen(project), seen(project, after)) == (not counts)


@pytest.mark.parametrize(
    ("passed", "same"),
    [
        (timedelta(0), True),
        (timedelta(hours=9), True),
        (timedelta(hours=12), False),  # the next day here
        (timedelta(days=1), False),
        (timedelta(seconds=-5), False),  # the clock was set back: what was past may lie ahead
    ],
)
def test_the_day_counts_and_a_clock_that_goes_back(project: Path, passed: timedelta, same: bool) -> None:
    assert stamp.same(seen(project), seen(project, now=NOW + passed)) == same


def test_another_python_or_other_packages_count(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = project / "site-packages"
    (place / "ftfy-6.3.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(place), str(project / "nowhere")])
    before = seen(project)
    (place / "yake.py").touch()
    assert stamp.same(before, seen(project))
    (place / "ftfy-6.3.dist-info").rename(place / "ftfy-6.4.dist-info")
    assert not stamp.same(before, seen(project))
    (place / "ftfy-6.4.dist-info").rename(place / "ftfy-6.3.dist-info")
    assert stamp.same(before, seen(project))
    (place / "ftfy-6.3.dist-info" / "RECORD").touch()  # installed again
    assert not stamp.same(before, seen(project))
    before = seen(project)
    monkeypatch.setattr(sys, "version", "3.99")
    assert not stamp.same(before, seen(project))


def test_times_as_fresh_as_the_look_at_them_prove_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "content" / "a.txt"
    fresh = datetime.fromtimestamp(path.stat().st_mtime + 1, NOW.tzinfo)
    before, later = seen(project, now=fresh), seen(project, now=fresh + timedelta(seconds=30))
    assert set(before.recent) >= {str(path)}
    assert later.recent == {}
    assert stamp.same(before, later)
    told = path.stat()
    path.write_text("eno")
    monkeypatch.setattr(stamp, "_file", lambda path, *_: stamp._File(path, 3, (1, told.st_ctime_ns), 1, ""))
    blind = seen(project, now=fresh)
    path.write_text("neo")
    assert blind.digest == seen(project, now=fresh).digest
    assert not stamp.same(blind, seen(project, now=fresh))
    path.unlink()
    assert not stamp.same(blind, blind)


@pytest.mark.parametrize(
    "change",
    [
        lambda project: (project / "content" / "folder").symlink_to(project / "theme"),
        lambda project: (project / "content" / "gone").symlink_to(project / "nowhere"),
        lambda project: (project / "content" / "loop").symlink_to("loop"),
        lambda project: os.mkfifo(project / "content" / "pipe"),
        lambda project: os.utime(project / "content" / "a.txt", (-9, -9)),
        write("content/pages/about.rst", "may include any file"),
        lambda project: shutil.rmtree(project / "theme"),
        lambda project: (project / "pelican.conf.py").write_bytes(b"\xff"),
    ],
)
def test_what_cannot_be_seen_for_certain_gives_no_inputs(project: Path, change: Callable[[Path], object]) -> None:
    change(project)
    assert stamp.inputs(project, project / "content", ENVIRONMENT, NOW) is None


def test_a_file_that_may_not_be_read_gives_no_inputs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not path.endswith("b.html"))
    assert stamp.inputs(project, project / "content", ENVIRONMENT, NOW) is None


def test_two_projects_are_two(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "copy")
    assert not stamp.same(seen(project), seen(tmp_path / "copy"))
