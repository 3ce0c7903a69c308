"""The command behind make: the old site stays until a new one is whole, and its exit status can be relied on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import digest_build
import pytest

from tests.building import work_in


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with an old site, and paths that point at it."""
    work_in(tmp_path, monkeypatch, CONTENT=tmp_path)
    monkeypatch.delenv("SITEURL", raising=False)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("old")
    return tmp_path


def pelican_that(
    monkeypatch: pytest.MonkeyPatch, project: Path, status: int = 0, strict: bool = False, skipped: int = 0
) -> None:
    """Stand in for Pelican: write a page, leave an account, end with a status."""

    def run(lock: int) -> int:
        (project / ".cache" / "site-new").mkdir()
        (project / ".cache" / "site-new" / "index.html").write_text("new")
        account = {"lines": ["3 articles"], "strict": strict, "skipped": skipped}
        (project / ".cache" / "account.json").write_text(json.dumps(account))
        return status

    monkeypatch.setattr(digest_build, "run_pelican", run)


def page(project: Path) -> str:
    return (project / "output" / "index.html").read_text()


def test_a_whole_build_replaces_the_site_and_tells_where_to_look(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pelican_that(monkeypatch, project)
    assert digest_build.main(["build"]) == 0
    assert page(project) == "new"
    out = capsys.readouterr().out
    assert out.startswith("3 articles\nBuilt in ")
    assert out.endswith("Open output/index.html\n")


def test_a_failed_build_leaves_the_old_site_and_no_debris(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pelican_that(monkeypatch, project, status=1)
    assert digest_build.main(["build"]) == 2
    assert page(project) == "old"
    assert not (project / ".cache" / "site-new").exists()
    assert "output/ is as it was" in capsys.readouterr().err


@pytest.mark.parametrize(("strict", "skipped", "status"), [(True, 1, 1), (True, 0, 0), (False, 1, 0)])
def test_left_out_files_are_an_error_only_when_strict(
    project: Path, monkeypatch: pytest.MonkeyPatch, strict: bool, skipped: int, status: int
) -> None:
    pelican_that(monkeypatch, project, strict=strict, skipped=skipped)
    assert digest_build.main(["build"]) == status
    assert page(project) == "new"


def test_a_site_lost_between_two_renames_comes_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".cache").mkdir()
    (project / "output").rename(project / ".cache" / "site-old")
    pelican_that(monkeypatch, project, status=1)
    assert digest_build.main(["build"]) == 2
    assert page(project) == "old"


@pytest.mark.parametrize(
    "url",
    [
        "user.github.io/repo",
        "https://user.github.io/repo/",
        "/repo",
        "https://",
        "ftp://x",
        "http://[bad",
        "https://a b",
        " https://a",
        "https://a\nb",
        "https://a/?q=1",
        "https://a/#x",
        "https://a/..",
        "https://a//b",
        "https://user:password@a",
        'https://"><script>',
    ],
)
def test_an_address_that_would_break_every_link_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    monkeypatch.setenv("SITEURL", url)
    assert digest_build.main(["build"]) == 2
    assert "expected the site's address" in capsys.readouterr().err
    assert page(project) == "old"


@pytest.mark.parametrize("url", ["", "https://user.github.io/repo", "http://127.0.0.1:8000"])
def test_a_good_address_is_taken(url: str) -> None:
    assert digest_build.bad_address(url) is None


def test_a_missing_content_folder_is_a_clear_message(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(digest_build, "CONTENT", project / "nowhere")
    assert digest_build.main(["build"]) == 2
    assert "There is no folder nowhere/" in capsys.readouterr().err


def test_a_file_in_place_of_the_cache_is_a_clear_message(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".cache").touch()
    assert digest_build.main(["build"]) == 2
    assert ".cache is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_link_or_a_file_in_place_of_the_output_is_replaced(
    project: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    elsewhere = project / "elsewhere"
    (project / "output").rename(elsewhere)
    if kind == "link":
        (project / "output").symlink_to(elsewhere)
    else:
        (project / "output").write_text("a file")
    pelican_that(monkeypatch, project)
    for _ in range(2):
        assert digest_build.main(["build"]) == 0
        assert page(project) == "new"
    assert (elsewhere / "index.html").read_text() == "old"


def test_pelican_is_told_where_to_leave_the_account(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".cache").mkdir()
    (project / ".cache" / "account.json").write_text("of an earlier build")
    seen: dict[str, object] = {}

    def run(command: list[str], **how: object) -> subprocess.CompletedProcess[bytes]:
        seen.update(how, command=command)
        return subprocess.CompletedProcess(command, 0, b"")

    monkeypatch.setattr(digest_build.subprocess, "run", run)
    assert digest_build.run_pelican(5) == 0
    assert seen["pass_fds"] == (5,)
    assert seen["env"]["NEWSDIGEST_ACCOUNT"] == str(project / ".cache" / "account.json")
    assert not (project / ".cache" / "account.json").exists()


def test_two_folders_change_places_in_one_step_where_both_are_there(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    (one / "page").touch()
    assert not digest_build.exchange(one, other)
    assert (one / "page").exists()
    other.mkdir()
    if digest_build.exchange(one, other):  # not every disk can
        assert (other / "page").exists()
        assert not (one / "page").exists()


def test_a_system_without_an_exchange_renames_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pelican_that(monkeypatch, project)
    monkeypatch.setattr(digest_build.ctypes, "CDLL", lambda name: object())
    assert digest_build.main(["build"]) == 0
    assert page(project) == "new"
    assert sorted(path.name for path in (project / ".cache").iterdir()) == ["account.json", "build.lock"]


def test_a_run_ends_with_all_that_waits_for_its_end_but_takes_nothing_apart() -> None:
    program = """
import atexit, sys
sys.path.insert(0, sys.argv[1])
import digest_run

class Article:
    def __del__(self):
        print("taken apart", flush=True)

article = Article()
atexit.register(print, "told")
digest_run.leave()
"""
    plugins = str(Path(digest_build.__file__).parent)
    done = subprocess.run([sys.executable, "-c", program, plugins], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "told\n"
