"""What the disk refuses is told in one line, with what to do; the site stays as it was."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import digest_search
import pytest
from newsdigest import store
from newsdigest.errors import CURES, CacheError, explained
from newsdigest.model import Analysis, StoryId

from tests.building import digests
from tests.project import make_project, run_build, touch
from tests.test_search_build import RECORDS

MERE_MORTAL = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
"""What takes from root the right to read and write everything."""
UNTOUCHED = "output/ is as it was"


@pytest.fixture(scope="module")
def mortal() -> tuple[str, ...]:
    if os.geteuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may read and write everything, and there is no setpriv")
    return MERE_MORTAL


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of sixteen megabytes."""
    place = tmp_path_factory.mktemp("small")
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place)]
    if os.geteuid() or not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be made by root only")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def leave_room(disk: Path, kilobytes: int) -> None:
    """Fill a disk up to so many kilobytes."""
    ballast = disk / "ballast"
    ballast.unlink(missing_ok=True)
    free = shutil.disk_usage(disk).free
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - 1024 * kilobytes))


@pytest.mark.parametrize(
    ("place", "mode", "told"),
    [
        (".", 0o555, "output: Permission denied; let it be read and written to"),
        (".cache", 0o555, "account.json: Permission denied; let it be read and written to"),
        (".cache", 0o000, "build.lock: Permission denied; let it be read and written to"),
        ("output", 0o555, "output: Permission denied; let it be read and written to"),
        ("content", 0o000, "The folder content/ cannot be read; let it be read"),
    ],
)
def test_a_folder_that_may_not_be_used_is_named_and_the_site_stays(
    project: Path, mortal: tuple[str, ...], place: str, mode: int, told: str
) -> None:
    before, allowed = digests(project / "output"), (project / place).stat().st_mode
    touch(project)
    (project / place).chmod(mode)
    try:
        status, out, err = run_build(project, mortal)
    finally:
        (project / place).chmod(allowed)
    assert (status, out) == (2, "")
    assert told in err
    assert UNTOUCHED in err
    assert len(err.splitlines()) == 1
    assert digests(project / "output") == before


def test_a_project_that_may_not_be_written_to_at_all_is_told(tmp_path: Path, mortal: tuple[str, ...]) -> None:
    place = make_project(tmp_path / "project", {})
    place.chmod(0o555)
    status, _, err = run_build(place, mortal)
    place.chmod(0o755)
    assert status == 2
    assert f"{place / '.cache'}: Permission denied; let it be read and written to, and build again" in err


def test_files_and_folders_that_may_not_be_read_are_named_and_the_rest_is_built(
    tmp_path: Path, mortal: tuple[str, ...]
) -> None:
    place = make_project(tmp_path / "project", {"secret.txt": "Not for you"})
    (place / "content" / "closed").mkdir()
    (place / "content" / "secret.txt").chmod(0)
    (place / "content" / "closed").chmod(0)
    status, out, _ = run_build(place, mortal)
    (place / "content" / "closed").chmod(0o755)
    assert status == 0
    assert "  secret.txt: the file cannot be opened (Permission denied); check its permissions" in out
    assert "  closed: a folder that cannot be opened (Permission denied)" in out


@pytest.mark.parametrize("blocks", [0, 4, 16])
def test_files_that_may_not_grow_are_told_and_the_site_stays(project: Path, blocks: int) -> None:
    before = digests(project / "output")
    touch(project)
    status, _, err = run_build(project, ("sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh"))
    assert status == 2
    assert "File too large" in err
    assert "and build again" in err
    assert UNTOUCHED in err
    assert "Traceback" not in err
    assert digests(project / "output") == before


def test_a_build_writes_no_bytecode_that_a_full_disk_could_cut_short(tmp_path: Path) -> None:
    place = make_project(tmp_path / "project")
    for made in (place / "plugins").rglob("__pycache__"):
        shutil.rmtree(made)
    assert run_build(place)[0] == 0
    assert list(place.rglob("*.pyc")) == []


def test_a_full_disk_is_told_and_the_site_stays(small_disk: Path) -> None:
    place = make_project(small_disk / "project", {})
    assert run_build(place)[0] == 0
    before = digests(place / "output")
    for kilobytes in (0, 24, 72):
        leave_room(small_disk, kilobytes)
        touch(place)
        status, _, err = run_build(place)
        assert status == 2
        assert "No space left on device" in err
        assert "and build again" in err
        assert UNTOUCHED in err
        assert "Traceback" not in err
        assert digests(place / "output") == before
    leave_room(small_disk, 4000)
    assert run_build(place)[0] == 0
    assert digests(place / "output") == before
    shutil.rmtree(place)


def test_a_cache_that_has_no_room_says_so_and_keeps_what_it_has(small_disk: Path) -> None:
    cache = small_disk / "cache.sqlite"
    records = {str(n): Analysis(StoryId(f"{n}" * 50), (), (), (), (), (), ()) for n in range(4000)}
    leave_room(small_disk, 4000)
    store.save(cache, {"first": records["0"]})
    leave_room(small_disk, 100)
    with pytest.raises(CacheError, match=r"cache\.sqlite cannot be written .* full\); make room"):
        store.save(cache, records)
    assert store.load(cache, ["first", "1"], Analysis) == {"first": records["0"]}


def test_an_index_that_has_no_room_is_not_taken_for_a_whole_one(small_disk: Path) -> None:
    cache = small_disk / "search"
    leave_room(small_disk, 4000)
    whole = digests(digest_search.current_index(RECORDS, "en", cache))
    shutil.rmtree(cache)
    for kilobytes in (20, 40, 60):
        leave_room(small_disk, kilobytes)
        with pytest.raises(digest_search.FAILURES, match="No space left on device"):
            digest_search.current_index(RECORDS, "en", cache)
    leave_room(small_disk, 4000)
    assert digests(digest_search.current_index(RECORDS, "en", cache)) == whole


def test_a_broken_cache_that_cannot_be_set_aside_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "cache.sqlite").write_bytes(b"no database" * 100)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CacheError, match=r"cannot be written .*Permission denied\); make room"):
        store.load(tmp_path / "cache.sqlite", ["a"], Analysis)


@pytest.mark.parametrize("number", sorted(CURES))
def test_every_error_of_a_disk_says_where_what_and_what_to_do(number: int) -> None:
    told = explained(OSError(number, os.strerror(number), "a/file"), Path("place"))
    assert told == f"a/file: {os.strerror(number)}; {CURES[number]}, and build again"
    assert explained(OSError(number, "x"), Path("place")).startswith("place: x; ")
