"""The cache stops growing: what no build uses goes, the oldest first, and never what this build uses."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from newsdigest import store
from newsdigest.model import Analysis, StoryId
from newsdigest.read.found import Reading

from tests.building import ROOT


def record(name: str) -> Analysis:
    return Analysis(StoryId(name), (), (), (), (), (), ())


def save(cache: Path, names: Iterable[str]) -> None:
    """Save records one after the other."""
    for name in names:
        store.save(cache, {name: record(name)})


def left(cache: Path) -> list[str]:
    """List what the cache holds."""
    with sqlite3.connect(cache) as connection:
        return sorted(key for (key,) in connection.execute("SELECT key FROM analysis_records"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "FEW", 8)
    return tmp_path / "cache.sqlite"


@pytest.mark.parametrize(
    ("saved", "used", "articles", "expected"),
    [
        ("abcdefgh", "", 1, "abcdefgh"),  # few enough
        ("abcdefghi", "", 2, "abcdefghi"),  # few for so many articles
        ("ihgfedcba", "", 1, "abcd"),  # the oldest go, down to half
        ("abcdefghi", "ab", 1, "abhi"),  # those in use stay, however old
        ("abcdefghi", "abcdefg", 1, "abcdefg"),  # also where they are more than half
        ("abcdefghi", "abcdefghi", 1, "abcdefghi"),
        ("abcdefghi", "xyz", 1, "fghi"),
    ],
)
def test_the_oldest_that_are_not_used_go_where_there_are_too_many(
    cache: Path, saved: str, used: str, articles: int, expected: str
) -> None:
    save(cache, saved)
    store.prune(cache, Analysis, used, articles)
    assert "".join(left(cache)) == expected


def test_a_cache_in_daily_use_stops_growing_and_keeps_what_is_used(cache: Path) -> None:
    steady = [f"steady {number}" for number in range(3)]
    save(cache, steady)
    sizes = []
    for day in range(60):
        save(cache, [f"day {day}"])
        store.prune(cache, Analysis, [*steady, f"day {day}"], 4)
        assert {*steady, f"day {day}"} <= set(left(cache))
        sizes.append(cache.stat().st_size)
    assert len(left(cache)) <= store.VERSIONS * 4
    assert max(sizes[30:]) <= max(sizes[:30])


def test_a_branch_that_is_switched_back_finds_all_its_records(cache: Path) -> None:
    here, there = [[f"{branch} {number}" for number in range(20)] for branch in ("here", "there")]
    for names in (here, there) * 3:
        save(cache, set(names) - set(left(cache)) if cache.exists() else names)
        store.prune(cache, Analysis, names, len(names))
        assert set(names) <= set(left(cache))
    assert left(cache) == sorted(here + there)


def test_each_type_is_counted_by_itself(cache: Path) -> None:
    save(cache, "abcdefgh")
    store.save(cache, {"r": Reading(())})
    store.prune(cache, Analysis, "", 1)
    store.prune(cache, Reading, "", 1)
    assert len(left(cache)) == 8
    assert store.load(cache, ["r"], Reading)


def test_what_was_kept_in_another_form_goes_and_a_missing_cache_is_not_made(cache: Path) -> None:
    store.prune(cache, Analysis, "", 1)
    assert not cache.exists()
    save(cache, "a")
    with sqlite3.connect(cache) as connection:
        connection.execute("CREATE TABLE analysis (key TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID")
    store.prune(cache, Analysis, "", 1)
    with sqlite3.connect(cache) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [
            ("analysis_records",)
        ]
    assert left(cache) == ["a"]


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_broken_cache_is_left_to_whoever_reads_it(cache: Path, content: bytes) -> None:
    cache.write_bytes(content)
    store.prune(cache, Analysis, "", 1)
    assert cache.read_bytes() == content


def test_a_cache_that_another_build_writes_to_is_left_alone(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(cache, "abcdefghi")
    monkeypatch.setattr(store, "WAIT", 0.1)
    with sqlite3.connect(cache, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        store.prune(cache, Analysis, "", 1)
        other.execute("ROLLBACK")
    assert len(left(cache)) == 9


PRUNING = """
import sys
from pathlib import Path
from newsdigest import store
from newsdigest.model import Analysis
store.FEW = 10
print("now", flush=True)
while True:
    store.save(Path(sys.argv[1]), {f"new {n}": Analysis(f"new {n}", (), (), (), (), (), ()) for n in range(50)})
    store.prune(Path(sys.argv[1]), Analysis, ["used"], 1)
"""


def test_a_build_that_is_killed_while_it_drops_records_leaves_a_sound_cache(tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    save(cache, ["used"])
    command = [sys.executable, "-c", PRUNING, str(cache)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    for moment in (0, 0.01, 0.02, 0.03, 0.05, 0.08):
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as at_work:
            assert at_work.stdout
            assert at_work.stdout.readline()
            time.sleep(moment)
            at_work.send_signal(signal.SIGKILL)
        with sqlite3.connect(cache) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.load(cache, ["used"], Analysis) == {"used": record("used")}
    assert not cache.with_suffix(".broken").exists()
