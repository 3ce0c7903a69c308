"""Files of the site that stands, kept in the new one where all that they are made from is the same.

In: the site that stands, the folder of the new one, and for each file a digest of all that its bytes depend on, or one
for a bundle of files that are made together. Out: the files in the new folder: second links to the old ones, or anew.
Method: a file's digest is noted with its mode, size, time and inode, and counts only as long as these are the same; so
a file that somebody edited, or one of a site that was built otherwise, is made anew (constructive traces with early
cutoff: Mokhov et al., Build Systems à la Carte, 2018). No file of the site is ever written to: new ones take its place.
Limits: on a disk without hard links everything is made anew.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsdigest import places

FILE = "kept.msgpack"
"""The name of the notes among the files of a project's cache."""
DIGEST = 16
"""Bytes."""
LINKED = re.compile(rb"/[a-z0-9.-]+\.html")
"""The end of an address. What begins with one sign is found three times as fast as what begins with one of several."""


class Noted(NamedTuple):
    """What is known of a file of a site."""

    digest: bytes
    mode: int
    size: int
    time: int
    """Nanoseconds, of its last change."""
    inode: int


class Bundled(NamedTuple):
    """Files that are made together, of the same things."""

    digest: bytes
    paths: tuple[str, ...]


class Notes(NamedTuple):
    """What is known of a site: its files by their paths, its bundles by their names."""

    files: dict[str, Noted]
    bundles: dict[str, Bundled]


@dataclass(slots=True)
class Shelf:
    """The two sites, and what is noted of them."""

    site: Path
    """The new one; nothing lies where a file will be written."""
    former: Path | None
    """The one that stands; None: everything is made anew."""
    known: Notes
    """Of the one that stands."""
    made: Notes = field(default_factory=lambda: Notes({}, {}))
    """Of the new one."""
    folders: set[str] = field(default_factory=set)
    """That there are in the new one."""


def open_shelf(site: Path, former: Path | None, notes: Path) -> Shelf:
    """Begin a site; notes that cannot be read are as good as none."""
    data = recall(notes) if former else b""
    return Shelf(site, former, msgspec.msgpack.decode(data, type=Notes)) if data else Shelf(site, None, Notes({}, {}))


def close_shelf(shelf: Shelf, notes: Path) -> None:
    """Write down what the files were made from; where that cannot be, the next site is made anew."""
    remember(notes, msgspec.msgpack.encode(shelf.made))


def recall(path: Path, *made_from: bytes) -> bytes:
    """Give what was remembered in this file, if it was made from the same and is whole; else nothing."""
    if places.in_the_way(path) or not path.exists():
        return b""
    try:
        told = path.read_bytes()
    except OSError:
        return b""
    return told[DIGEST:] if told[:DIGEST] == digest_of(told[DIGEST:], *made_from) else b""


def remember(path: Path, data: bytes, *made_from: bytes) -> None:
    """Remember what was made from things of these digests; where that cannot be, it is made again."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        places.write(path, digest_of(data, *made_from) + data)


def put(shelf: Shelf, path: str, digest: bytes | None, make: Callable[[], bytes]) -> None:
    """Put a file into the new site: the one that stands, if its digest is this one, else what `make` gives.

    A digest of None stands for a file of which nobody knows what it depends on; it is always made.
    """
    noted = shelf.known.files.get(path)
    if noted and noted.digest == digest and _linked(shelf, path, noted):
        return
    told = _written(_place(shelf, path), make())
    if digest:
        shelf.made.files[path] = _note(digest, told)


def keep(shelf: Shelf, name: str, digest: bytes) -> tuple[str, ...]:
    """Put all files of a bundle into the new site, and give their paths, if its digest is this one; else do nothing."""
    known = shelf.known.bundles.get(name)
    if not known or known.digest != digest:
        return ()
    files = [(path, shelf.known.files.get(path)) for path in known.paths]
    if not all(noted and _linked(shelf, path, noted) for path, noted in files):
        for path, _ in files:
            if shelf.made.files.pop(path, None):
                os.unlink(_place(shelf, path))  # noqa: PTH108
        return ()
    shelf.made.bundles[name] = known
    return known.paths


def note(shelf: Shelf, name: str, digest: bytes, paths: Iterable[str]) -> None:
    """Remember which files were made from the same."""
    shelf.made.bundles[name] = Bundled(digest, tuple(paths))


def digest_of(*parts: bytes) -> bytes:
    """Make the digest of all that a file depends on, in this order."""
    digest = blake2b(digest_size=DIGEST)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def together(*parts: bytes | None) -> bytes | None:
    """Make one digest of several; none where one is not known."""
    known = [part for part in parts if part]
    return digest_of(*known) if len(known) == len(parts) else None


def by_end(told: Mapping[str, object]) -> Mapping[bytes, bytes]:
    """Encode what is told of pages, by the ends of their addresses; several may have one end."""
    found: defaultdict[bytes, bytes] = defaultdict(bytes)
    for path, one in told.items():
        found[f"/{path.rpartition('/')[2]}".encode()] += msgspec.json.encode(one)
    return found


def linked(ends: Mapping[bytes, bytes], text: bytes) -> list[bytes]:
    """Give what `by_end` knows of the pages whose addresses stand in a text; rather one too many."""
    return [ends[end] for end in sorted(ends.keys() & LINKED.findall(text))]


def _place(shelf: Shelf, path: str) -> str:
    """Give the place of a new file, whose folder is there."""
    place = f"{shelf.site}/{path}"
    folder = place.rpartition("/")[0]
    if folder not in shelf.folders:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # 100,000 files: a Path each costs more than its link
        shelf.folders.add(folder)
    return place


def _linked(shelf: Shelf, path: str, noted: Noted) -> bool:
    """Give the file that stands a second place, if it is the one that is noted."""
    if not shelf.former:
        return False
    place = _place(shelf, path)
    try:
        os.link(f"{shelf.former}/{path}", place)
    except OSError:
        return False
    if _note(noted.digest, os.stat(place)) == noted:  # noqa: PTH116
        shelf.made.files[path] = noted
        return True
    os.unlink(place)  # noqa: PTH108
    return False


def _written(place: str, data: bytes) -> os.stat_result:
    """Write a new file, without what Python's own `open` asks the disk for besides."""
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while data:
            data = data[os.write(file, data) :]
        return os.fstat(file)
    finally:
        os.close(file)


def _note(digest: bytes, told: os.stat_result) -> Noted:
    return Noted(digest, told.st_mode, told.st_size, told.st_mtime_ns, told.st_ino)
