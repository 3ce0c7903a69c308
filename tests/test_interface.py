"""What others may rely on: the status of a build, its account, and that no part of a site is missing in silence."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.building import ROOT, digests
from tests.project import run_build, start_build, touch

PIPELINE = ("digest_templates", "digest_reader", "digest_analysis", "digest_pages", "digest_search", "digest_feeds")
UNTOUCHED = "The site was not built; output/ is as it was. The reason stands above."


@pytest.mark.parametrize(
    ("plugin", "line", "told"),
    [
        *((plugin, "import nowhere_at_all", f"Cannot load plugin `{plugin}`") for plugin in PIPELINE),
        ("digest_feeds", "register = None", "Cannot register plugin `digest_feeds`"),
        ("digest_search", "register = (", "SyntaxError"),
        ("newsdigest/views/__init__", "import nowhere_at_all", "No module named 'nowhere_at_all'"),
    ],
)
def test_a_site_without_one_of_its_plugins_is_not_built(project: Path, plugin: str, line: str, told: str) -> None:
    path, before = project / "plugins" / f"{plugin}.py", digests(project / "output")
    whole = path.read_text(encoding="utf-8")
    path.write_text(f"{whole}\n{line}\n", encoding="utf-8")
    status, out, err = run_build(project)
    path.write_text(whole, encoding="utf-8")
    assert (status, out) == (2, "")
    assert told in err
    assert UNTOUCHED in err
    assert digests(project / "output") == before


def test_settings_that_cannot_be_read_stop_the_build(project: Path) -> None:
    path = project / "pelican.conf.py"
    whole = path.read_text(encoding="utf-8")
    path.write_text(f"{whole}\nx = (\n", encoding="utf-8")
    status, _, err = run_build(project)
    path.write_text(whole, encoding="utf-8")
    assert status == 2
    assert "SyntaxError" in err
    assert "pelican.conf.py" in err


@pytest.mark.parametrize(("strict", "status"), [("", 0), ("off", 0), ("TRUE", 1)])
def test_left_out_files_change_the_status_only_when_strict(
    project: Path, content: Path, strict: str, status: int
) -> None:
    (content / "empty.txt").touch()
    ended, out, err = run_build(project, DIGEST_STRICT=strict)
    assert (ended, err) == (status, "")
    assert "empty.txt: the file is empty; save the article again or delete the file" in out


def test_nothing_left_out_is_status_0_also_when_strict(project: Path) -> None:
    assert run_build(project, DIGEST_STRICT="1")[0] == 0


def test_the_account_has_counts_reasons_and_finds_in_this_order(project: Path, content: Path) -> None:
    (content / "empty.txt").touch()
    (content / "notes.docx").write_bytes(b"PK")
    _, out, _ = run_build(project)
    patterns = (
        r"0 articles, 2 skipped:",
        r"  empty\.txt: the file is empty; .+",
        r"  notes\.docx: files ending in \.docx are not read; .+",
        r"0 people, 0 organisations, 0 quotations, 0 tags, \d feeds?",
        r"Built in \d+\.\d s\. Open output/index\.html",
    )
    lines = out.splitlines()
    assert len(lines) == len(patterns)
    assert [line for line, pattern in zip(lines, patterns, strict=True) if not re.fullmatch(pattern, line)] == []


def test_hand_written_pages_that_cannot_be_read_are_named_and_count_as_left_out(project: Path, content: Path) -> None:
    (content / "pages").mkdir()
    (content / "pages" / "bad.rst").write_text("Title\n=====\n\n:date: no day at all\n\nText.\n")
    (content / "pages" / "good.html").write_text("<html><head><title>Imprint</title></head><body>Here.</body></html>")
    ended, out, _ = run_build(project, DIGEST_STRICT="1")
    assert ended == 1
    assert "warning: Could not process pages/bad.rst" in out
    assert (project / "output" / "pages" / "good.html").exists()
    assert "pages/bad.rst" in (project / "output" / "build-report.html").read_text("utf-8")


def test_curation_that_cannot_be_read_stops_the_build_in_one_line(project: Path, content: Path) -> None:
    (content / "curation.toml").write_text("[article\n")
    ended, out, err = run_build(project)
    assert (ended, out) == (2, "")
    first, last = err.splitlines()
    assert first.startswith("newsdigest: ")
    assert "curation.toml" in first
    assert last == UNTOUCHED


def test_a_setting_that_makes_no_sense_stops_the_build_in_one_line(project: Path) -> None:
    path = project / "pelican.conf.py"
    whole = path.read_text(encoding="utf-8")
    path.write_text(f"{whole}\nDIGEST_TAGS = 'many'\n", encoding="utf-8")
    ended, out, err = run_build(project)
    path.write_text(whole, encoding="utf-8")
    assert (ended, out) == (2, "")
    first, last = err.splitlines()
    assert first.startswith("newsdigest: DIGEST_TAGS is 'many'")
    assert last == UNTOUCHED


@pytest.mark.parametrize("whole_group", [True, False])
def test_an_interrupted_build_leaves_the_site_and_ends_quietly(project: Path, whole_group: bool) -> None:
    before = digests(project / "output")
    touch(project)
    account = project / ".cache" / "account.json"
    account.touch()
    building = start_build(project)
    while account.exists():  # until Pelican is about to start
        time.sleep(0.01)
    time.sleep(0.1)
    os.kill(-building.pid if whole_group else building.pid, signal.SIGINT)
    out, err = building.communicate()
    assert (building.returncode, out) == (130, "")
    assert "digest_build.py" not in err
    assert digests(project / "output") == before
    assert run_build(project)[0] == 0


def test_the_readme_tells_each_status_and_each_kind_of_line() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    for status in ("| 0 |", "| 1 |", "| 2 |", "| 130 |"):
        assert status in told
    for kind in ("`warning: ", "`note: ", "`5 articles, 1 skipped:`"):
        assert kind in told
