"""Taking stock: a content folder comes in; the files that may become articles, and what goes for all of them, go out.

Lists every file, also those that cannot become articles by their kind alone, and loads the corrections; reads none.
Hidden files, the corrections and hand-written pages are nobody's articles.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from newsdigest import curation, engines, read
from newsdigest.corrections import Curation
from newsdigest.model import Skipped, Story
from newsdigest.options import Options
from newsdigest.read import saved
from newsdigest.text import without_unsafe_characters

CURATION_FILE = "curation.toml"
PAGES_FOLDER = "pages"
PAGE_SUFFIXES = ("htm", "html", "rst")
"""What Pelican itself reads; such files in the pages folder are hand-written pages."""
PARTS = re.compile(
    r"(.+)(?:[_-](?:archivos|bestanden|bilder|dateien|fichiers|ficheiros|file|files|pliki)|\.fld)", re.IGNORECASE
)
"""How browsers name the folder with the parts of a page that was saved whole, in the languages of their users."""
INTAKE = "NEWSDIGEST_INTAKE"
"""The name under which the plugins hand an Intake on, among Pelican's settings."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file: its articles, and its entries that came to nothing."""

    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What became of files in earlier builds, and what is to be kept of this one."""

    known: dict[tuple[str, frozenset[str]], Ingested] = field(default_factory=dict)
    """By the file's path, and the lines that its neighbours carry too."""
    made: dict[str, Ingested] = field(default_factory=dict)
    """By its address in the cache."""
    used: set[str] = field(default_factory=set)
    """All addresses in the cache that were asked for."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A content folder before anything in it is read, and what goes for all of its files."""

    root: Path
    paths: tuple[str, ...]
    """Files that may become articles, relative to root, sorted."""
    pages: tuple[str, ...]
    """Hand-written pages, likewise."""
    skipped: tuple[Skipped, ...]
    """Files that cannot, by their kind alone."""
    saved: Mapping[str, datetime]
    curation: Curation
    options: Options
    warnings: tuple[str, ...]
    now: datetime
    cache: Path | None = None
    """Where readings, stories and analyses are kept; without it nothing is remembered."""
    engine: str = ""
    """Digest of the code that reads; part of the address of what is kept."""
    cleaner: str = ""
    """Likewise of the code that reads and cleans."""
    memory: Memory = field(default_factory=Memory)
    readings: read.Readings = read.reading
    """Reads what is not kept, where that is long enough to be watched."""


def take_stock(
    root: Path, options: Options, warnings: tuple[str, ...], now: datetime, cache: Path | None = None
) -> Intake:
    """List a folder's files and load its corrections. Raises CurationError when curation.toml is broken."""
    found = list(_files(root))
    usable = sorted(path for path, problem in found if problem is None)
    skipped = tuple(Skipped(path, problem) for path, problem in sorted(found) if problem is not None)
    stated = curation.load(root / CURATION_FILE)
    return Intake(
        root=root,
        paths=tuple(path for path in usable if not _is_page(path)),
        pages=tuple(filter(_is_page, usable)),
        skipped=skipped,
        saved=saved.saved_dates(root),
        curation=stated,
        options=options,
        warnings=(*warnings, *stated.warnings),
        now=now,
        cache=cache,
        engine=engines.engine_digest(engines.READING),
        cleaner=engines.engine_digest(engines.STORIES),
    )


def _files(root: Path, below: str = "") -> Iterator[tuple[str, str | None]]:
    """Yield each file's path and, where it can't be an article, the reason. Hidden files are nobody's articles."""
    try:
        entries = sorted(os.scandir(root / below), key=lambda e: e.name)
    except OSError as error:
        yield _spelt_out(below.removesuffix("/") or "."), f"a folder that cannot be opened ({error.strerror})"
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        name = below + entry.name
        if entry.name.startswith(".") or name == CURATION_FILE:
            continue
        if entry.is_dir(follow_symlinks=False) and _belongs_to_page(entry.name, names):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, f"{name}/")
        elif name != _spelt_out(name):
            yield _spelt_out(name), "its name holds characters that cannot be shown; rename it"
        elif not _is_file(entry):
            yield name, "no regular file (a link to a folder, or to nothing); put the files themselves here"
        elif not _is_page(name):
            yield name, _problem(name, sorted(read.FORMATS), "save the article as")
        elif not Path(entry.path).resolve().is_relative_to(root.resolve()):
            yield name, "a link that leads out of the content folder; copy the file itself into the folder"
        else:
            yield name, _problem(name, PAGE_SUFFIXES, "a hand-written page is")


def _is_page(name: str) -> bool:
    return name.startswith(f"{PAGES_FOLDER}/")


def _belongs_to_page(name: str, beside: Set[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts of a saved page that stands beside it."""
    found = PARTS.fullmatch(name)
    return found is not None and not beside.isdisjoint(f"{found[1]}.{suffix}" for suffix in ("htm", "html"))


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself
        return False


def _spelt_out(name: str) -> str:
    r"""Write line breaks, control characters and bytes that are no text as \n, \x1b, \udcff."""
    return "".join(
        ascii(char)[1:-1] if char in "\n\r\t" or not without_unsafe_characters(char) else char for char in name
    )


def _problem(name: str, known: Sequence[str], advice: str) -> str | None:
    _, dot, ending = name.rpartition(".")
    suffix = ending.lower() if dot and "/" not in ending else ""
    if suffix in known:
        return None
    endings = ", ".join(f".{ending}" for ending in known)
    what = f"files ending in .{suffix} are not read" if suffix else "the name has no ending"
    return f"{what}; {advice} {endings}"
