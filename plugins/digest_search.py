"""Search: an index of the finished site, which the search page asks in the browser.

Pelican's seam: a generator of its own. What is found is decided in `newsdigest.views`; Pagefind makes the index, out of
documents that are written for it. As long as they stay the same, the index of the build before is taken. A site without
an index is whole: its search page leads to the archive and the other lists.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from newsdigest import views
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

INTERFACES = (
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-modular-ui.*",
    "pagefind-ui.*",
    "pagefind-worker.js",
)
"""Of what Pagefind writes; ours needs none of them, and starts faster without the worker."""
NO_ROOM = os.strerror(errno.ENOSPC)
"""How Python and Pagefind call it; then no site is made, as a smaller one would only have room by chance."""
ROOM = 1_000_000
"""Bytes that must be free when Pagefind has ended: on a full disk it cuts its files off, and says that all is well."""
FAILURES = (EOFError, OSError, ValueError, subprocess.SubprocessError)
"""What can come of it: not started, ended badly, files that cannot be written, or read again."""
SIGNATURE = b"pagefind_dcd"
"""Stands at the head of each of its files."""


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
            if NO_ROOM in reason(error):
                sys.exit(f"newsdigest: the index of the search: {NO_ROOM}; make room there, and build again")
            sys.stderr.write(f"newsdigest: the site has no search, as its index could not be made: {reason(error)}\n")


def current_index(records: Sequence[views.SearchRecord], lang: str, cache: Path) -> Path:
    """Give the folder of the index of these records, made anew only where something has changed."""
    documents = {views.search_place(record): views.search_document(record) for record in records}
    if cache.is_symlink():
        cache.unlink()  # never followed: what it leads to is not ours to delete
    index, stamp = cache / "index", cache / "digest"
    digest = digest_of(records, documents, lang)
    if not (index.is_dir() and stamp.is_file() and stamp.read_text(encoding="utf-8") == digest):
        stamp.unlink(missing_ok=True)  # first: an index that was half deleted must not be taken for a whole one
        if cache.exists():
            shutil.rmtree(cache)
        write(documents, cache / "documents")
        run_pagefind(cache, lang)
        shutil.rmtree(cache / "documents")
        drop_what_is_not_needed(index)
        (index / "facets.json").write_bytes(views.search_facets(records, result_ids(index)))
        stamp.write_text(digest, encoding="utf-8")
    return index


def digest_of(records: Sequence[views.SearchRecord], documents: Mapping[str, str], lang: str) -> str:
    """Tell by a short text whether records, their documents, the language or Pagefind have changed."""
    digest = sha256(repr((version("pagefind"), lang)).encode())
    for row in zip(records, documents.items(), strict=True):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def write(documents: Mapping[str, str], folder: Path) -> None:
    """Write each document to its place."""
    for parent in {(folder / place).parent for place in documents}:
        parent.mkdir(parents=True, exist_ok=True)
    for place, text in documents.items():
        (folder / place).write_text(text, encoding="utf-8")


def run_pagefind(cache: Path, lang: str) -> None:
    """Make the index; one for all languages, or a search would find only those of its own."""
    command = [sys.executable, "-m", "pagefind", "--site", "documents", "--output-path", "index", "--silent"]
    command += ["--keep-index-url", "--force-language", lang.partition("-")[0].lower()]
    subprocess.run(command, cwd=cache, check=True, capture_output=True, encoding="utf-8", errors="replace")  # noqa: S603
    if shutil.disk_usage(cache).free < ROOM:
        raise OSError(errno.ENOSPC, NO_ROOM, str(cache))


def drop_what_is_not_needed(index: Path) -> None:
    """Delete the interfaces of Pagefind, and its program for unknown languages where ours is known."""
    known = len(list(index.glob("wasm.*"))) > 1
    for pattern in (*INTERFACES, *(["wasm.unknown.*"] if known else [])):
        for path in index.glob(pattern):
            path.unlink()


def result_ids(index: Path) -> dict[str, str]:
    """Find by what id the index knows each document: how it names the file that holds what a result shows."""
    files = (index / "fragment").iterdir()
    told = ((json.loads(gzip.decompress(file.read_bytes())[len(SIGNATURE) :]), file.stem) for file in files)
    return {fragment["url"].removeprefix("/"): stem for fragment, stem in told}


def link_or_copy(source: str, target: str) -> None:
    """Give a file a second place, which is quick; another disk, or one without links, gets a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def reason(error: BaseException) -> str:
    """Say why there is no index: what Pagefind said, if it ran."""
    said = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else ""
    return said or str(error)


def search_generator(pelican: object) -> type[Generator]:  # noqa: ARG001  # Pelican's signature
    """Name the generator."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(search_generator)
