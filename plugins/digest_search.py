"""Search: an index of the finished site, which the search page asks in the browser.

Pelican's seam: a generator of its own. What is found is decided in `newsdigest.views`; Pagefind makes the index, out of
documents that are written for it, in parts that are put together; a part is indexed again only where something in it
has changed. A site without an index is whole: its search page leads to the archive and the other lists.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import shutil
import sys
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread
from typing import IO

import msgspec
from newsdigest import views
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

NO_ROOM = os.strerror(errno.ENOSPC)
"""How Python calls it; then no site is made, as a smaller one would only have room by chance."""
FAILURES = (EOFError, LookupError, OSError, ValueError, msgspec.MsgspecError, zlib.error)
"""What can come of it: not started, ended too early, files that cannot be written, or read again."""
SIGNATURE = b"pagefind_dcd"
"""Stands at the head of each of its packed files."""
STAMP = "parts"
"""The file that names the parts that an index is made of; it lies beside whole ones only."""


class File(msgspec.Struct):
    """One that Pagefind has made."""

    path: str
    content: bytes


class Payload(msgspec.Struct):
    """What an answer of Pagefind says."""

    type: str
    message: str = ""
    files: tuple[File, ...] = ()


class Answer(msgspec.Struct):
    """One of Pagefind."""

    payload: Payload


class SearchGenerator(Generator):  # type: ignore[misc]  # Pelican carries no types
    """Writes the index; needs `context["library"]`."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002  # Pelican's signature
        """Put the index beside the pages; where that fails, say so and leave the site as it is."""
        library: views.Library = self.context["library"]
        records = tuple(views.search_records(library))
        place = Path(self.output_path, views.SEARCH_INDEX)
        try:
            if records:
                cache = Path(self.settings["CACHE_PATH"]).resolve() / "search"
                index = current_index(records, library.options.lang, cache)
                shutil.copytree(index, place, copy_function=link_or_copy)
        except FAILURES as error:
            shutil.rmtree(place, ignore_errors=True)
            if NO_ROOM in str(error):
                sys.exit(f"newsdigest: the index of the search: {NO_ROOM}; make room there, and build again")
            sys.stderr.write(f"newsdigest: the site has no search, as its index could not be made: {error}\n")


def current_index(records: Sequence[views.SearchRecord], lang: str, cache: Path, parts: int = 0) -> Path:
    """Give the folder of the index of these records, of whose parts only those are made that are not there yet."""
    divided = views.search_parts(records, parts or views.search_parts_of(len(records)))
    language, index = lang.partition("-")[0].lower(), cache / "index"
    made: Sequence[views.SearchPart] = ()
    if (cache / STAMP).is_file() and index.is_dir():
        with suppress(*FAILURES):  # where something is missing or damaged, all is made anew
            made = renewed_parts(divided, language, cache)
    if not made:
        if cache.exists():
            shutil.rmtree(cache)
        for folder in ("fragment", "index"):
            (index / folder).mkdir(parents=True)
        made = renewed_parts(divided, language, cache)
    rows = (zip(own, part.ids, strict=True) for own, part in zip(divided.values(), made, strict=True))
    ids = {views.search_place(record): one for row in rows for record, one in row}
    put(index / "facets.json", views.search_facets(records, ids))
    return index


def renewed_parts(
    divided: Mapping[int, Sequence[views.SearchRecord]], lang: str, cache: Path
) -> Sequence[views.SearchPart]:
    """Bring an index up to date, and give its parts."""
    index, stamp, alone = cache / "index", cache / STAMP, len(divided) == 1
    before = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    names = {f"{number}-{digest_of(documents(part, alone), lang)}": number for number, part in divided.items()}
    if before != list(names):
        stamp.unlink(missing_ok=True)  # first: an index that was half renewed must not be taken for a whole one
        for name in set(before).difference(names):
            drop_part(cache / name, index)
        for name in [name for name in names if name not in before]:
            end = "" if alone else f"-{names[name]}"
            make_part(documents(divided[names[name]], alone), end, lang, cache / name, index)
    parts = [read_part(cache / name) for name in names]
    if before != list(names):
        write_together(parts, lang, index)
        stamp.write_text("\n".join(names), encoding="utf-8")
    return parts


def documents(records: Sequence[views.SearchRecord], alone: bool) -> Iterator[tuple[str, str]]:
    """Write the documents of a part; where there are several, the first tells all that could be told, if as empty."""
    for number, record in enumerate(records):
        yield views.search_place(record), views.search_document(record, () if alone or number else views.SEARCH_FIELDS)


def digest_of(documents: Iterable[tuple[str, str]], lang: str) -> str:
    """Tell by a short text whether documents, the language or Pagefind have changed."""
    digest = blake2b(repr((version("pagefind"), lang)).encode(), digest_size=16)
    for place, text in documents:
        digest.update(f"{place}\0{text}\0".encode())
    return digest.hexdigest()


def make_part(documents: Iterable[tuple[str, str]], end: str, lang: str, part: Path, index: Path) -> None:
    """Index the documents of a part; its ids have an end of their own, as they are told apart in their part only."""
    files = {file.path: file.content for file in run_pagefind(documents, lang)}
    entry = json.loads(files["pagefind-entry.json"])
    told = entry["languages"][lang]
    chunks = {Path(path).stem: unpacked(data) for path, data in files.items() if path.startswith("index/")}
    made = views.search_part(unpacked(files[f"pagefind.{told['hash']}.pf_meta"]), chunks)
    ids = tuple(one + end for one in made.ids)
    for one, name in zip(made.ids, ids, strict=True):
        (index / "fragment" / f"{name}.pf_fragment").write_bytes(files[f"fragment/{one}.pf_fragment"])
    for name in ("pagefind-entry.json", "pagefind.js", f"wasm.{told['wasm'] or 'unknown'}.pagefind"):
        put(index / name, files[name])
    part.write_bytes(msgspec.msgpack.encode(made._replace(ids=ids)))


def read_part(part: Path) -> views.SearchPart:
    """Read what was noted of a part."""
    return msgspec.msgpack.decode(part.read_bytes(), type=views.SearchPart)


def drop_part(part: Path, index: Path) -> None:
    """Delete what there is of a part."""
    for name in read_part(part).ids:
        (index / "fragment" / f"{name}.pf_fragment").unlink()
    part.unlink()


def write_together(parts: Sequence[views.SearchPart], lang: str, index: Path) -> None:
    """Write the files of the index of all parts; those that stay the same are left, others go."""
    made = set()
    for name, data in views.search_together(parts, lang):
        made.add(index / name)
        if not (index / name).exists():
            (index / name).write_bytes(gzip.compress(SIGNATURE + data, 6, mtime=0))
    for path in {*index.glob("index/*"), *index.glob("*.pf_meta")} - made:
        path.unlink()
    meta = next(path for path in made if path.suffix == ".pf_meta")
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    entry["languages"][lang] |= {"hash": meta.name.split(".")[1], "page_count": sum(len(part.ids) for part in parts)}
    put(index / "pagefind-entry.json", json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())


def run_pagefind(documents: Iterable[tuple[str, str]], lang: str) -> tuple[File, ...]:
    """Let Pagefind index documents in this order; one index for all languages, or a search would find only its own."""
    asked: list[dict[str, object]] = [{"type": "NewIndex", "config": {"force_language": lang, "keep_index_url": True}}]
    asked += [{"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": text} for path, text in documents]
    asked += [{"type": "GetFiles", "index_id": 0}]
    from pagefind.service import get_executable  # only here: most builds of what has not changed need none

    command = [str(get_executable()), "--service"]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, bufsize=0) as process:  # noqa: S603
        asking = Thread(target=ask, args=(process.stdin, asked))
        asking.start()
        packed = answered(process.stdout, len(asked))
        asking.join()
    answers = [msgspec.json.decode(b64decode(one), type=Answer).payload for one in packed]
    for answer in answers:
        if answer.type == "Error":
            raise ValueError(f"Pagefind: {answer.message}")
    return answers[-1].files


def ask(pipe: IO[bytes], asked: Iterable[Mapping[str, object]]) -> None:
    """Put questions to Pagefind; when it has ended, nobody listens."""
    packed = (msgspec.json.encode({"message_id": n, "payload": payload}) for n, payload in enumerate(asked))
    data = memoryview(b"".join(b64encode(one) + b"," for one in packed))
    with suppress(OSError, ValueError):
        while data:
            data = data[pipe.write(data) :]


def answered(pipe: IO[bytes], count: int) -> Sequence[bytes]:
    """Wait for so many answers of Pagefind."""
    pieces, seen = [], 0
    while seen < count:
        pieces.append(os.read(pipe.fileno(), 1 << 16))
        if not pieces[-1]:
            raise EOFError("Pagefind ended before it had answered")
        seen += pieces[-1].count(b",")
    return b"".join(pieces).split(b",")[:count]


def unpacked(data: bytes) -> bytes:
    """Undo how Pagefind packs a file."""
    return gzip.decompress(data).removeprefix(SIGNATURE)


def put(path: Path, data: bytes) -> None:
    """Put a file into the place of another, to which a site may have a link."""
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)


def link_or_copy(source: str, target: str) -> None:
    """Give a file a second place, which is quick; another disk, or one without links, gets a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def search_generator(pelican: object) -> type[Generator]:  # noqa: ARG001  # Pelican's signature
    """Name the generator."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(search_generator)
