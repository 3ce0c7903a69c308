"""Whatever is killed at whatever moment: output/ is the old site or the new one, and the next build is as any other."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import digest_search
import pytest
from newsdigest import store
from newsdigest.model import Analysis, StoryId

from tests import stepwise
from tests.building import ROOT, digests
from tests.project import STORIES, make_project, run_build, start_build, write_story
from tests.test_search_build import RECORDS

MOMENTS = int(os.environ.get("KILLS", "50"))
OTHER = STORIES["mill.txt"].replace("Monday", "Tuesday")
SAVING = """
import sys
from pathlib import Path
from newsdigest import store
from newsdigest.model import Analysis, StoryId

for batch in range(10**6):
    records = {f"{batch} {n}": Analysis(StoryId(f"{batch} {n}"), (), (), (), (), (), ()) for n in range(40)}
    store.save(Path(sys.argv[1]), records)
    if batch == 0:
        print("begun", flush=True)
"""


def seen(site: Path) -> set[str]:
    return {path.read_text() for path in site.iterdir()} if site.is_dir() else set()


@pytest.mark.parametrize("can_exchange", [True, False])
def test_killed_before_any_step_of_the_exchange_the_site_is_whole(tmp_path: Path, can_exchange: bool) -> None:
    fates = []
    for step in range(200):
        place = stepwise.make(tmp_path / str(step), "new")
        (place / "output").mkdir()
        for name in ("index.html", "more.html", "extra.html"):
            (place / "output" / name).write_text("old")
        ended, _ = stepwise.run(place, step=step, can_exchange=can_exchange, lasting=False)
        fates.append(seen(place / "output"))
        if not can_exchange:  # no site between two renames: any build brings the old one back, also one that fails
            assert stepwise.run(place, can_exchange=False, status=1, lasting=False)[0] == 2
        assert seen(place / "output") in ({"old"}, {"new"})
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    else:
        pytest.fail("the build never came to its end")
    assert len(fates) > 10
    assert fates[0] == {"old"}
    assert fates[-1] == {"new"}
    assert (set() in fates) == (not can_exchange)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("killed") / "project")


@pytest.fixture(scope="module")
def sites(project: Path) -> dict[str, dict[str, str]]:
    """The two sites between which the builds go back and forth; both are in the cache then."""
    made = {}
    for text in (OTHER, STORIES["mill.txt"]):
        write_story(project, "mill.txt", text)
        status, _, err = run_build(project)
        assert status == 0, err
        made[text] = digests(project / "output")
    assert made[OTHER] != made[STORIES["mill.txt"]]
    return made


def sound(cache: Path) -> bool:
    with closing(sqlite3.connect(cache)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.model
def test_killed_at_any_moment_of_a_build_the_site_is_the_old_or_the_new_one(
    project: Path, sites: dict[str, dict[str, str]]
) -> None:
    chance = random.Random(7)  # noqa: S311
    write_story(project, "mill.txt", OTHER)  # as it is, but of another time: so there is something to do
    started = time.monotonic()
    assert run_build(project)[0] == 0
    lasts = time.monotonic() - started
    for moment in range(MOMENTS):
        text = (OTHER, STORIES["mill.txt"])[moment % 2]
        write_story(project, "mill.txt", text)
        building = start_build(project)
        time.sleep(lasts * (moment + chance.random()) / MOMENTS)
        if moment % 3:
            os.killpg(building.pid, signal.SIGKILL)
        else:
            building.kill()  # and Pelican goes on alone
        building.wait()
        assert digests(project / "output") in sites.values(), moment
        assert sound(project / ".cache" / store.FILE)
    write_story(project, "mill.txt", OTHER)
    status, _, err = run_build(project)
    assert status == 0, err
    assert digests(project / "output") == sites[OTHER]
    assert not (project / ".cache" / "digest.broken").exists()
    assert {path.name for path in (project / ".cache").iterdir()} <= {
        "account.json",
        "build.lock",
        "findings.msgpack",
        "kept.msgpack",
        "stamp.json",
        store.FILE,
        "search",
        "links.msgpack",
        "templates.msgpack",
        "wordings.msgpack",
    }


@pytest.mark.model
def test_two_builds_at_once_come_one_after_the_other(project: Path, sites: dict[str, dict[str, str]]) -> None:
    write_story(project, "mill.txt", STORIES["mill.txt"])
    builds = [start_build(project) for _ in range(2)]
    complaints = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0]
    assert sum("Another build is at work; waiting for it." in told for told in complaints) == 1
    assert digests(project / "output") == sites[STORIES["mill.txt"]]


def test_a_pelican_that_outlives_its_build_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "plugins" / "newsdigest").mkdir(parents=True)
    for name in ("digest_build.py", *(f"newsdigest/{name}.py" for name in ("__init__", "errors", "places", "stamp"))):
        (tmp_path / "plugins" / name).write_bytes((ROOT / "plugins" / name).read_bytes())
    (tmp_path / "plugins" / "digest_run.py").write_text(
        "import os, sys, time\nfrom pathlib import Path\n"
        "place = Path(sys.argv[3])\nplace.mkdir()\n(place / 'begun').touch()\nspan = float(os.environ['LASTS'])\n"
        "time.sleep(span)\n(place / f'after {span}').touch()\n"
        'Path(os.environ["NEWSDIGEST_ACCOUNT"]).write_text(\'{"lines": [], "skipped": 0, "strict": false}\')\n'
    )
    first = start_build(tmp_path, LASTS="2.0")
    while not (tmp_path / ".cache" / "site-new" / "begun").exists():
        time.sleep(0.02)
    first.kill()
    status, _, err = run_build(tmp_path, LASTS="0.0")
    first.communicate()
    assert (status, err) == (0, "Another build is at work; waiting for it.\n")
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == ["after 0.0", "begun"]


def test_killed_while_saving_the_cache_has_all_records_of_a_batch_or_none(tmp_path: Path) -> None:
    chance, cache = random.Random(3), tmp_path / "cache.sqlite"  # noqa: S311
    for _ in range(8):
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(cache)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
            stdout=subprocess.PIPE,
        )
        assert saving.stdout is not None
        saving.stdout.readline()
        time.sleep(chance.random() / 20)
        saving.kill()
        saving.communicate()
        for batch in range(1000):
            found = store.load(cache, [f"{batch} {number}" for number in range(40)], Analysis)
            assert len(found) in (0, 40)
            if not found:
                break
        assert sound(cache)


def test_what_a_killed_build_left_to_undo_is_not_undone_in_the_cache_after_it(tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    record = Analysis(StoryId("a"), (), (), (), (), (), ())
    cache.write_bytes(b"no database at all, but a long text in its place" * 100)
    journal = tmp_path / "cache.sqlite-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    assert store.load(cache, ["a"], Analysis) == {}
    assert not journal.exists()
    store.save(cache, {"a": record})
    assert store.load(cache, ["a"], Analysis) == {"a": record}


@pytest.mark.parametrize("moment", ["drop_part", "make_part", "write_together"])
def test_an_index_that_was_half_renewed_is_not_taken_for_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    cache = tmp_path / "search"
    whole = digests(digest_search.current_index(RECORDS, "en", cache))
    with monkeypatch.context() as halfway:
        halfway.setattr(digest_search, moment, killed)
        with pytest.raises(KeyboardInterrupt):
            digest_search.current_index(RECORDS[:2], "en", cache)
    assert digests(digest_search.current_index(RECORDS, "en", cache)) == whole
