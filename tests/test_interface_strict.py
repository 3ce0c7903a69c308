"""What others may rely on, further: what counts as left out, what the report's page tells, how a build is ended."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from tests.building import ROOT, digests
from tests.project import run_build, start_build, touch

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _odd_corrections(content: Path) -> None:
    (content / "curation.toml").write_text("[nowhere]\nx = 1\n", encoding="utf-8")


def _hidden_file(content: Path) -> None:
    (content / ".hidden.txt").touch()


def _folder_of_parts(content: Path) -> None:
    (content / "quay_files").mkdir()
    (content / "quay_files" / "style.css").touch()
    (content / "quay.html").write_text("<p>", encoding="utf-8")


def _link_that_leads_out(content: Path) -> None:
    (content / "out.txt").symlink_to("../pelican.conf.py")


def _feed_without_text(content: Path) -> None:
    entry = "<item><title>Quay</title></item>"
    (content / "a.rss").write_text(f"<rss version='2.0'><channel>{entry * 2}</channel></rss>", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "status", "told"),
    [
        (_odd_corrections, 0, "warning: curation.toml: nowhere is not known"),
        (_hidden_file, 0, "0 articles, nothing skipped"),
        (_folder_of_parts, 1, "0 articles, 1 skipped:"),
        (_link_that_leads_out, 1, "leads out of the content folder"),
        (_feed_without_text, 1, "a.rss"),
    ],
)
def test_what_is_skipped_counts_as_left_out_and_a_warning_does_not(
    project: Path, content: Path, make: Callable[[Path], None], status: int, told: str
) -> None:
    make(content)
    ended, out, err = run_build(project, DIGEST_STRICT="1")
    assert (ended, err) == (status, "")
    assert told in out


def test_the_page_of_the_report_has_every_reason_and_every_warning_of_the_account(project: Path, content: Path) -> None:
    _odd_corrections(content)
    _link_that_leads_out(content)
    (content / "notes.docx").write_bytes(b"PK")
    _, out, _ = run_build(project)
    page = re.sub(
        r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", (project / "output/build-report.html").read_text("utf-8")))
    )
    reasons = [line.partition(": ")[2] for line in out.splitlines() if line.startswith(("  ", "warning: "))]
    assert len(reasons) == 3
    assert [reason for reason in reasons if reason not in page] == []


def test_a_build_that_is_told_to_end_leaves_the_site_and_the_next_one_is_as_any_other(project: Path) -> None:
    before = digests(project / "output")
    touch(project)
    account = project / ".cache" / "account.json"
    account.touch()
    building = start_build(project)
    while account.exists():  # until Pelican is about to start
        time.sleep(0.01)
    os.killpg(building.pid, signal.SIGTERM)
    out, _ = building.communicate()
    assert (building.returncode, out) == (-signal.SIGTERM, "")
    assert digests(project / "output") == before
    assert run_build(project)[0] == 0


def test_the_readme_tells_what_counts_and_how_the_other_commands_end() -> None:
    for told in (
        "| 143 |",
        "Warnings and notes\ndo not count",
        "`make serve` runs",
        "`make whoswho` ends",
        "*Build report*",
    ):
        assert told in README
