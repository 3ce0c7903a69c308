"""The cache of readings, stories and analyses: an SQLite file of records, addressed by what went into each.

The key of an analysis is a digest of the cleaned article, the options that matter, the versions of the language
packages and the code of the analysis itself; that of a reading, of the file's bytes and likewise, so a renamed file
keeps both; that of a file's stories, of all that reading and cleaning look at. So nothing needs to be invalidated by
hand. A table a type of record.
SQLite, as it updates one record cheaply and survives a crash by itself (10,000 records: load 1.2 s, save 1.0 s; a file
each 1.8 and 2.1); msgspec writes them, as MessagePack, and checks them.
A file that is not a usable cache is set aside and begun anew, and a record that is damaged counts as none: the cache
can be lost without harm. What no build uses any more stays for long, as a branch may be switched back; `prune` drops
the oldest of it, so the file stops growing.
"""

from __future__ import annotations

import gc
import hashlib
import sqlite3
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from newsdigest import places
from newsdigest.errors import CacheError
from newsdigest.model import Story
from newsdigest.options import Options

FILE = "digest.sqlite"
"""The name of the cache among the files of a project."""


FEW = 20_000
"""Records of a type that are never too many: analyses take some 2 KB each, a file's stories 6."""
VERSIONS = 5
"""As many records of each article may there be, else; half of them are left, so that dropping is rare."""
WAIT = 30
"""Seconds for which another build may write."""
_TABLE = "CREATE TABLE IF NOT EXISTS {} (key TEXT PRIMARY KEY, record BLOB NOT NULL)"  # rows are numbered as they come
_COMPANIONS = ("-journal", "-shm", "-wal")
"""How SQLite calls what it keeps beside a file."""
_BATCH = 500  # SQLite's default limit of variables in a statement is 999 in old versions


Record = TypeVar("Record")


def key(story: Story, options: Options, engine: str) -> str:
    """Make the address of a story's analysis; its path, identity and dates do not matter."""
    of_story = (story.title, story.byline, story.outlet, story.lang, story.paragraphs)
    parts = (engine, options.fast, options.summary_words, *of_story)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def reading_key(data: bytes, suffix: str, options: Options, engine: str) -> str:
    """Make the address of what was read in a file of these bytes."""
    parts = (engine, suffix, options.max_depth, options.max_entries, options.max_text)
    return hashlib.sha256(msgspec.json.encode(parts) + data).hexdigest()


@dataclass(frozen=True, slots=True)
class Origin:
    """What the stories of a file are made from, but for its bytes and the options."""

    path: str
    saved: datetime
    stated: tuple[object, ...]
    """What the owner states about its lines."""
    furniture: frozenset[str]
    """Lines that its neighbours carry too."""


def stories_key(data: bytes, origin: Origin, options: Options, engine: str) -> str:
    """Make the address of what became of a file of these bytes; the time of the build does not matter."""
    limits = (options.lang, options.max_bytes, options.max_depth, options.max_entries, options.max_text)
    lines = sorted(origin.furniture)
    parts = (engine, sys.version_info[:3], limits, origin.path, origin.saved, origin.stated, lines)
    return hashlib.sha256(msgspec.json.encode(parts) + data).hexdigest()


def load(path: Path, keys: Iterable[str], kind: type[Record]) -> dict[str, Record]:
    """Look up records; keys without one, and records that cannot be read, are left out of the answer.

    Raises CacheError when the cache is broken and cannot be set aside.
    """
    wanted = sorted(set(keys))
    found: dict[str, Record] = {}
    if not _is_there(path):
        return found
    try:
        with closing(_connect(path, kind)) as connection, uncollected():
            for start in range(0, len(wanted), _BATCH):
                found |= _decoded(_rows(connection, wanted[start : start + _BATCH], kind), kind)
    except sqlite3.DatabaseError as error:
        if _may_be_sound(error):
            return {}
        _set_aside(path, error)
    return found


def save(path: Path, records: Mapping[str, object]) -> None:
    """Add records of one type, all or none. Raises CacheError when the disk is full or may not be written to."""
    rows = [(key, _sealed(key, msgspec.msgpack.encode(record))) for key, record in sorted(records.items())]
    kind = type(next(iter(records.values()), None))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _is_there(path)
        _insert(path, rows, kind)
    except OSError as error:
        raise _unwritable(path, error) from error
    except sqlite3.DatabaseError as error:
        if _may_be_sound(error):
            raise _unwritable(path, error) from error
        _set_aside(path, error)
        save(path, records)


def prune(path: Path, kind: type[object], used: Collection[str], articles: int) -> None:
    """Drop the oldest records of a type that this build did not use, where there are far too many; all or none.

    A build at the same time may miss one of them, and makes it anew. Where it cannot be done the next build will.
    """
    most = max(FEW, VERSIONS * articles)
    table = _table(kind)
    if not path.exists():
        return
    try:
        with closing(_connect(path, kind)) as connection, connection:
            connection.execute(f"DROP TABLE IF EXISTS {kind.__name__.lower()}")  # of versions that kept JSON
            (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
            if count > most:
                connection.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
                connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", [(key,) for key in used])
                unused = f"SELECT rowid FROM {table} WHERE key NOT IN used ORDER BY rowid LIMIT ?"  # noqa: S608
                connection.execute(f"DELETE FROM {table} WHERE rowid IN ({unused})", [count - most // 2])  # noqa: S608
    except sqlite3.Error:
        return


def _table(kind: type[object]) -> str:
    return f"{kind.__name__.lower()}_records"


def _connect(path: Path, kind: type[object]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT)
    connection.execute(_TABLE.format(_table(kind)))
    connection.execute("PRAGMA synchronous = OFF")  # a commit a file would wait for the disk each time
    return connection


def _insert(path: Path, rows: list[tuple[str, bytes]], kind: type[object]) -> None:
    with closing(_connect(path, kind)) as connection, connection:
        connection.executemany(f"INSERT OR REPLACE INTO {_table(kind)} VALUES (?, ?)", rows)  # noqa: S608


def _rows(connection: sqlite3.Connection, keys: list[str], kind: type[object]) -> list[tuple[str, bytes]]:
    marks = ", ".join("?" * len(keys))
    query = f"SELECT key, record FROM {_table(kind)} WHERE key IN ({marks})"  # noqa: S608
    return connection.execute(query, keys).fetchall()


def _decoded(rows: Iterable[tuple[str, bytes]], kind: type[Record]) -> dict[str, Record]:
    decoder = msgspec.msgpack.Decoder(kind)
    decoded = {}
    for name, record in rows:
        try:
            decoded[name] = decoder.decode(_opened(name, record))
        except (msgspec.DecodeError, TypeError, UnicodeDecodeError):
            continue
    return decoded


def _sealed(name: str, record: bytes) -> bytes:
    """Put a checksum before a record: a byte that the disk lost may leave it readable, but no longer true."""
    return zlib.crc32(name.encode() + record).to_bytes(4, "big") + record


def _opened(name: str, sealed: bytes) -> bytes:
    """Give the record; nothing where it is not what was written."""
    record = sealed[4:]
    return record if _sealed(name, record) == sealed else b""


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage among many new objects.

    Reading 10,000 records takes 0.4 s, else 1.3; linking as many articles 47 s, else 57, in the same memory.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _is_there(path: Path) -> bool:
    """Tell whether there is a file; what else is in its place is set aside, as SQLite would follow any link."""
    for name in _COMPANIONS:
        if places.in_the_way(companion := path.with_name(path.name + name)):
            places.clear(companion)
    if places.in_the_way(path):
        _set_aside(path, None)
    return path.exists()


def _may_be_sound(error: sqlite3.DatabaseError) -> bool:
    """Tell whether a file is only locked, full or not to be opened; tables other than ours make it none of ours."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # Python's own errors have none
    return isinstance(error, sqlite3.OperationalError) and code != sqlite3.SQLITE_ERROR


def _set_aside(path: Path, reason: sqlite3.DatabaseError | None) -> None:
    broken = path.with_suffix(".broken")
    try:
        places.clear(broken)
        path.replace(broken)
    except OSError as error:
        raise _unwritable(path, error) from reason


def _unwritable(path: Path, error: OSError | sqlite3.Error) -> CacheError:
    return CacheError(f"{path} cannot be written ({error}); make room, or let it be written to")
