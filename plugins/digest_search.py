"""Search: an index of the finished site, which the search page asks in the browser.

Pelican's seam: a generator of its own. What is found is decided in `newsdigest.views`; Pagefind makes the index, out of
documents that are written for it, in parts that are put together; a part is indexed again only where something in it
has changed. A site without an index is whole: its search page leads to the archive and the other lists.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from newsdigest import indexer, views
from newsdigest.engines import SEARCH, engine_digest
from newsdigest.indexer import FAILURES
from newsdigest.places import clear, in_the_way, is_folder, write
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

NO_ROOM = os.strerror(errno.ENOSPC)
"""How Python calls it; then no site is made, as a smaller one would only have room by chance."""
WHOLE = "whole"
"""A file that names the parts of an index, and tells of all files; it lies beside whole ones only."""
INTERFACES = re.compile("pagefind-(component-ui|highlight|modular-ui|ui|worker)")
"""Files of Pagefind that our page needs not, and starts faster without."""
UNKNOWN = (
    "newsdigest: the form of the files of Pagefind {} is not known, so the index of the search is made whole whenever"
    " something changes, which takes several times as long; Pagefind {}x is known\n"
)
"""Tells what another version costs."""


class Division(NamedTuple):
    """Records that are indexed together."""

    records: Sequence[views.SearchRecord]
    end: str = ""
    """Of the ids of its results, where there are several parts."""
    fields: Sequence[str] = ()
    """That one of its documents must tell, so that all parts number them alike."""


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
    known = version("pagefind").startswith(views.SEARCH_FORMAT)
    if not known:
        sys.stderr.write(UNKNOWN.format(version("pagefind"), views.SEARCH_FORMAT))
    number = (parts or views.search_parts_of(len(records))) if known else 1
    divided = {f"{n}-{views.search_digest(some)}": some for n, some in views.search_parts(records, number).items()}
    language, index, engine = lang.partition("-")[0].lower(), cache / "index", f"{engine_digest(SEARCH)}-{lang}"
    renewed = renewed_parts if known else renewed_whole
    made: Sequence[views.SearchPart] = ()
    with suppress(*FAILURES):  # where something is missing or damaged, or made by another engine, all is made anew
        former = noted(cache)
        if former[0] == engine:
            made = renewed(divided, former[1:], language, cache)
    if not made:
        clear(cache)  # a link there is not followed: what it leads to is not ours to delete
        for folder in ("fragment", "index"):
            (index / folder).mkdir(parents=True)
        made = renewed(divided, (), language, cache)
    ids = {place: one for part in made for place, one in zip(part.places, part.ids, strict=True)}
    write(index / "facets.json", views.search_facets(records, ids))
    names = (engine, *divided)
    write(cache / WHOLE, " ".join((*names, listed(cache, names))).encode())
    return index


def noted(cache: Path) -> Sequence[str]:
    """Give the engine and the parts of an index that is whole."""
    if is_folder(cache) and not in_the_way(cache / WHOLE):
        *names, told = (cache / WHOLE).read_text(encoding="utf-8").split()
        if told == listed(cache, names):
            return names
    return ("",)


def listed(cache: Path, names: Sequence[str]) -> str:
    """Tell by a short text of what parts an index is, and which files it has, of which sizes and times."""
    told = []
    for folder in (cache, cache / "index", cache / "index" / "fragment", cache / "index" / "index"):
        with os.scandir(folder) as entries:
            seen = ((entry.name, entry.stat(follow_symlinks=False)) for entry in entries if entry.name != WHOLE)
            told += sorted(f"{name} {of.st_mode} {of.st_size} {of.st_mtime_ns}" for name, of in seen)
    return blake2b("\n".join((*names, *told)).encode(), digest_size=16).hexdigest()


def renewed_parts(
    divided: Mapping[str, Sequence[views.SearchRecord]], former: Sequence[str], lang: str, cache: Path
) -> Sequence[views.SearchPart]:
    """Bring an index up to date, and give its parts."""
    index = cache / "index"
    if list(divided) != former:
        (cache / WHOLE).unlink(missing_ok=True)  # first: one that was half renewed must not be taken for a whole one
        for name in (name for name in former if name not in divided):
            drop_part(cache / name, index)
        for name in (name for name in divided if name not in former):
            number = name.partition("-")[0]
            several = (f"-{number}", views.SEARCH_FIELDS) if len(divided) > 1 else ()
            make_part(Division(divided[name], *several), lang, cache / name, index)
    parts = [read_part(cache / name) for name in divided]
    if list(divided) != former:
        write_together(parts, lang, index)
    return parts


def renewed_whole(
    divided: Mapping[str, Sequence[views.SearchRecord]], former: Sequence[str], lang: str, cache: Path
) -> Sequence[views.SearchPart]:
    """Make an index at once, as it is where the form of its files is not known, and tell what it has as one part."""
    ((name, records),) = divided.items()
    if not former:
        files = {file.path: file.content for file in indexer.run_pagefind(documents(Division(records), 0), lang)}
        shown = {Path(path).stem: data for path, data in files.items() if path.endswith(".pf_fragment")}
        places = (views.search_place_of(indexer.unpacked(data)) for data in shown.values())
        needed = {path: data for path, data in files.items() if not INTERFACES.match(path)}
        if len([path for path in needed if path.startswith("wasm.")]) > 1:
            del needed["wasm.unknown.pagefind"]
        for path, data in needed.items():
            (cache / "index" / path).parent.mkdir(exist_ok=True)
            write(cache / "index" / path, data)
        note_part(views.SearchPart(ids=tuple(shown), places=tuple(places)), cache / name)
    return [read_part(cache / name)] if former in ((), [name]) else ()


def documents(part: Division, telling: int) -> Iterator[tuple[str, str]]:
    """Write the documents of a part, of which so many tell all that could be told, if as empty."""
    for number, record in enumerate(part.records):
        yield views.search_place(record), views.search_document(record, part.fields if number < telling else ())


def make_part(part: Division, lang: str, place: Path, index: Path) -> None:
    """Index the documents of a part; its ids have an end of their own, as they are told apart in their part only."""
    files, made = indexed(documents(part, 1), lang)
    if made.ids and part.fields and made.fields != part.fields:  # the one that tells all has no words, and is left out
        files, made = indexed(documents(part, len(part.records)), lang)
    for name in made.ids:
        with open(f"{index}/fragment/{name}{part.end}.pf_fragment", "xb") as fragment:  # noqa: PTH123  # 100,000 files
            fragment.write(files[f"fragment/{name}.pf_fragment"])
    if made.ids:
        for name in ("pagefind-entry.json", "pagefind.js", wasm(json.loads(files["pagefind-entry.json"]), lang)):
            write(index / name, files[name])
    note_part(made._replace(ids=tuple(name + part.end for name in made.ids)), place)


def indexed(documents: Iterable[tuple[str, str]], lang: str) -> tuple[Mapping[str, bytes], views.SearchPart]:
    """Have documents indexed; give the files, and what they hold."""
    files = {file.path: file.content for file in indexer.run_pagefind(documents, lang)}
    return files, views.search_part({path: indexer.unpacked(data) for path, data in files.items() if ".pf_" in path})


def note_part(part: views.SearchPart, place: Path) -> None:
    """Note what there is of a part."""
    place.write_bytes(msgspec.msgpack.encode(part))


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
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    made = {index / wasm(entry, lang)}
    for name, data in views.search_together(parts, lang):
        made.add(index / name)
        if not (index / name).exists():
            (index / name).write_bytes(indexer.packed(data))
    for path in {*index.glob("index/*"), *index.glob("*.pf_meta"), *index.glob("wasm.*")} - made:
        path.unlink()
    meta = next(path for path in made if path.suffix == ".pf_meta")
    entry["languages"][lang] |= {"hash": meta.name.split(".")[1], "page_count": sum(len(part.ids) for part in parts)}
    write(index / "pagefind-entry.json", json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())


def wasm(entry: Mapping[str, Any], lang: str) -> str:
    """Name the program that searches an index of this language, or of any if it is not known."""
    return f"wasm.{entry['languages'][lang]['wasm'] or 'unknown'}.pagefind"


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
