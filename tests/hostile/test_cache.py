"""What lies in the cache's places and is not ours is never followed; what is damaged there is made anew."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import digest_build
import digest_search
import pytest
from newsdigest import kept, stamp, store
from newsdigest.errors import CacheError
from newsdigest.model import Analysis, StoryId

from tests.building import work_in
from tests.hostile.wrecks import WRECKS, intact, strangers
from tests.test_search_build import RECORDS

RECORD = Analysis(StoryId("the-id-of-an-article"), (), (), (), (), (), (3, 5))
COMPANIONS = ("digest.sqlite-journal", "digest.sqlite-shm", "digest.sqlite-wal")


def flipped(data: bytes, number: int) -> bytes:
    """Change one bit, as a failing disk does."""
    at, bit = divmod(number, 8)
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


def written(cache: Path) -> bytes:
    """Give the one record of a cache as it is written there."""
    with closing(sqlite3.connect(cache)) as connection:
        ((whole,),) = connection.execute(f"SELECT record FROM {store._table(Analysis)}").fetchall()  # noqa: S608
    assert isinstance(whole, bytes)
    return whole


@pytest.mark.parametrize("kind", WRECKS)
@pytest.mark.parametrize("name", ["digest.sqlite", "digest.broken", *COMPANIONS])
def test_the_cache_begins_anew_whatever_is_in_the_place_of_its_files(tmp_path: Path, name: str, kind: str) -> None:
    elsewhere, cache = strangers(tmp_path), tmp_path / ".cache" / "digest.sqlite"
    cache.parent.mkdir()
    if name == "digest.broken":
        cache.write_bytes(b"no database, but long enough to be taken for one" * 40)
    WRECKS[kind](cache.with_name(name), elsewhere)
    assert store.load(cache, ["a"], Analysis) == {}
    store.save(cache, {"a": RECORD})
    assert store.load(cache, ["a"], Analysis) == {"a": RECORD}
    assert not cache.is_symlink()
    assert intact(elsewhere)


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TABLE {} (key TEXT PRIMARY KEY)",
        "CREATE TABLE {} (a, b, c)",
        "CREATE TABLE other (key, record); CREATE VIEW {} AS SELECT * FROM other",
        "CREATE TABLE other (a); CREATE INDEX {} ON other (a)",
    ],
)
@pytest.mark.parametrize("looked_up", [True, False])
def test_a_database_of_another_make_is_set_aside(tmp_path: Path, made: str, looked_up: bool) -> None:
    cache = tmp_path / "digest.sqlite"
    with closing(sqlite3.connect(cache)) as connection:
        connection.executescript(made.format(store._table(Analysis)))
    if looked_up:
        assert store.load(cache, ["a"], Analysis) == {}
    store.save(cache, {"a": RECORD})
    assert store.load(cache, ["a"], Analysis) == {"a": RECORD}
    assert cache.with_suffix(".broken").is_file()


def test_a_database_that_is_locked_is_not_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, connect = tmp_path / "digest.sqlite", sqlite3.connect
    store.save(cache, {"a": RECORD})
    with closing(sqlite3.connect(cache)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", lambda path, timeout: connect(path, timeout=0))
        assert store.load(cache, ["a"], Analysis) == {}
        with pytest.raises(CacheError, match="locked"):
            store.save(cache, {"b": RECORD})
    assert store.load(cache, ["a"], Analysis) == {"a": RECORD}


def test_a_record_with_any_bit_changed_is_none(tmp_path: Path) -> None:
    cache = tmp_path / "digest.sqlite"
    store.save(cache, {"a": RECORD})
    whole = written(cache)
    rows = {str(number): flipped(whole, number) for number in range(8 * len(whole))}
    store._insert(cache, [("a", whole), *rows.items()], Analysis)
    assert store.load(cache, ["a", *rows], Analysis) == {"a": RECORD}


@pytest.mark.parametrize(
    "record", [b"", b"\xff", 5, 0.5, "text", "NULL", b"\x00\x00\x00\x00", b'{"story_id":"\xf4\x28"}']
)
def test_a_record_of_another_make_is_none(tmp_path: Path, record: bytes) -> None:
    cache = tmp_path / "digest.sqlite"
    store.save(cache, {"a": RECORD})
    foreign = store._sealed("b", written(cache)[4:].replace(b"the-id", b"\xf4\x28-id"))
    store._insert(cache, [("a", record), ("b", foreign)], Analysis)
    assert store.load(cache, ["a", "b"], Analysis) == {}


def test_a_record_in_the_place_of_another_is_none(tmp_path: Path) -> None:
    cache = tmp_path / "digest.sqlite"
    store.save(cache, {"a": RECORD})
    with closing(sqlite3.connect(cache)) as connection, connection:
        connection.execute(f"UPDATE {store._table(Analysis)} SET key = 'b'")  # noqa: S608
    assert store.load(cache, ["b"], Analysis) == {}


def test_notes_with_any_bit_changed_never_bring_a_wrong_file(tmp_path: Path) -> None:
    digest, notes, site = kept.digest_of(b"one"), tmp_path / kept.FILE, tmp_path / "site"
    shelf = kept.open_shelf(site, None, notes)
    for name in ("a", "b"):
        kept.put(shelf, f"{name}.html", kept.digest_of(name.encode()), partial(str.encode, name))
    kept.note(shelf, "both", digest, ["a.html", "b.html"])
    kept.close_shelf(shelf, notes)
    whole = notes.read_bytes()
    for number in range(8 * len(whole)):
        notes.write_bytes(flipped(whole, number))
        shelf = kept.open_shelf(tmp_path / str(number), site, notes)
        assert kept.keep(shelf, "both", digest) in ((), ("a.html", "b.html"))


@pytest.mark.parametrize("kind", WRECKS)
def test_notes_are_kept_whatever_is_in_their_place(tmp_path: Path, kind: str) -> None:
    elsewhere, notes = strangers(tmp_path), tmp_path / kept.FILE
    WRECKS[kind](notes, elsewhere)
    shelf = kept.open_shelf(tmp_path / "new", tmp_path, notes)
    assert shelf.former is None
    kept.close_shelf(shelf, notes)
    assert kept.open_shelf(tmp_path / "new", tmp_path, notes).former == tmp_path
    assert intact(elsewhere)


@pytest.mark.parametrize("text", ["[" * 100_000, "null", "[]", "{}", '{"inputs": {}}', "5" * 5000, '"' + "a" * 100])
def test_a_stamp_that_tells_nothing_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "stamp.json"
    path.write_text(f"{sha256(text.encode()).hexdigest()}\n{text}", encoding="utf-8")
    assert stamp.read(path) is None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a site, and a Pelican of no time at all."""

    def run(lock: int) -> int:
        new = digest_build.movable(digest_build.NEW)
        digest_build.clear(new)
        digest_build.clear(digest_build.ACCOUNT)
        new.mkdir()
        (new / "index.html").write_text("new", encoding="utf-8")
        told = {"lines": ["1 article"], "skipped": 0, "strict": False, "lasting": True}
        digest_build.ACCOUNT.write_text(json.dumps(told), encoding="utf-8")
        return 0

    root = tmp_path / "project"
    for name in ("content", "output", "plugins", "theme"):
        (root / name).mkdir(parents=True)
    work_in(root, monkeypatch, CONTENT=root / "content")
    monkeypatch.setattr(digest_build, "run_pelican", run)
    monkeypatch.delenv("SITEURL", raising=False)
    return root


@pytest.mark.parametrize("kind", WRECKS)
@pytest.mark.parametrize("name", ["account.json", "build.lock", "site-new", "site-old", "stamp.json", "stamp.json.new"])
def test_a_build_succeeds_whatever_is_in_the_place_of_its_files(project: Path, name: str, kind: str) -> None:
    elsewhere = strangers(project.parent)
    (project / ".cache").mkdir()
    WRECKS[kind](project / ".cache" / name, elsewhere)
    assert digest_build.main(["build"]) == 0
    assert (project / "output" / "index.html").read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in (project / ".cache").iterdir()) == ["account.json", "build.lock", "stamp.json"]
    assert intact(elsewhere)


def test_a_cache_that_the_owner_linked_is_used_and_what_lies_beside_our_files_stays(project: Path) -> None:
    big = strangers(project.parent)
    (project / ".cache").symlink_to(big)
    for _ in range(2):
        assert digest_build.main(["build"]) == 0
    assert (project / ".cache").is_symlink()
    assert (project / "output" / "index.html").read_text(encoding="utf-8") == "new"
    for name in ("account.json", "build.lock", "stamp.json"):
        (big / name).unlink()
    assert intact(big)


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_cache_on_another_disk_is_used_as_well(
    project: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    disk = Path("/dev/shm")  # noqa: S108
    if not disk.is_dir() or disk.stat().st_dev == project.stat().st_dev or not os.access(disk, os.W_OK):
        pytest.skip("there is no other disk")
    if not exchanges:
        monkeypatch.setattr(digest_build, "exchange", lambda one, other: False)
    (project / "output" / "index.html").write_text("old", encoding="utf-8")
    with TemporaryDirectory(dir=disk) as folder:
        elsewhere = strangers(Path(folder))
        (project / ".cache").symlink_to(folder)
        for _ in range(2):
            assert digest_build.main(["build"]) == 0
        assert (project / "output" / "index.html").read_text(encoding="utf-8") == "new"
        assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == [".cache"]
        assert intact(elsewhere)


@pytest.mark.parametrize("to", ["elsewhere", "elsewhere/letter.txt", "nowhere", "project/output"])
@pytest.mark.parametrize("exchanges", [True, False])
def test_an_output_that_is_a_link_makes_way_and_what_it_leads_to_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch, to: str, exchanges: bool
) -> None:
    elsewhere = strangers(project.parent)
    (project / "output").rmdir()
    (project / "output").symlink_to(project.parent / to)
    if not exchanges:
        monkeypatch.setattr(digest_build, "exchange", lambda one, other: False)
    for _ in range(2):
        assert digest_build.main(["build"]) == 0
        assert (project / "output" / "index.html").read_text(encoding="utf-8") == "new"
    assert not (project / "output").is_symlink()
    assert intact(elsewhere)


@pytest.mark.parametrize("kind", ["a link to a folder", "a link to itself", "a link to nothing"])
def test_the_index_of_the_search_is_not_made_where_a_link_leads(tmp_path: Path, kind: str) -> None:
    elsewhere, cache = strangers(tmp_path), tmp_path / "search"
    WRECKS[kind](cache, elsewhere)
    assert (digest_search.current_index(RECORDS, "en", cache) / "pagefind.js").is_file()
    assert not cache.is_symlink()
    assert intact(elsewhere)
