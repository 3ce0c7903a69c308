"""Reading: one file of the content folder to a `Source` for each article in it, or the reason why there is none.

A path comes in; the articles in the file go out, with text as found. `FORMATS` names the function of each suffix: bytes
to what was found in them; a file that surely is of another kind than its name says is read as what it is (`kinds`).
Raises UnusableFileError, with what was found and what its owner can do, for files that hold no article: empty, binary,
too large, of an unknown kind, gone, unreadable, or links that lead out of the folder.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from pathlib import Path

from newsdigest.errors import UnusableFileError
from newsdigest.model import Skipped, Source
from newsdigest.options import Options
from newsdigest.read import kinds, plain
from newsdigest.read.found import Found, Reading, too_long
from newsdigest.text import story_id

Reader = Callable[[bytes, Options], Iterable[Found]]


def _when_asked(module: str) -> Reader:
    """Give the function of a format's module, which is loaded with its libraries when a file first needs it."""

    def read(data: bytes, options: Options) -> Iterable[Found]:
        reader: Reader = import_module(f"{__name__}.{module}").read
        return reader(data, options)

    return read


_FEED, _MAIL, _MARKDOWN, _MHTML, _PAGE, _PDF, _RECORDS = map(
    _when_asked, ("feed", "mail", "markdown", "mhtml", "page", "pdf", "records")
)
FORMATS: Mapping[str, Reader] = {
    "atom": _FEED,
    "eml": _MAIL,
    "htm": _PAGE,
    "html": _PAGE,
    "json": _RECORDS,
    "jsonl": _RECORDS,
    "markdown": _MARKDOWN,
    "md": _MARKDOWN,
    "mht": _MHTML,
    "mhtml": _MHTML,
    "ndjson": _RECORDS,
    "pdf": _PDF,
    "rss": _FEED,
    "txt": plain.read,
    "xml": _FEED,
}
"""Suffix without its dot, lower case -> the function that reads such bytes. The modules and libraries that read other
formats than text load in twenty times the time that a text takes, so they are loaded when a file asks for them."""
BINARY = frozenset({"eml", "mht", "mhtml", "pdf"})
"""Suffixes of formats that are no text, or may hold what is none; their modules check the bytes themselves."""

ENTRY = re.compile(r"#[0-9a-f]{12}$")
"""How the path of an article ends that is one of several in its file."""


Readings = Callable[[bytes, str, Options], Reading]
"""Given a file's bytes and what it is read as: reads them, or remembers what came of it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What came out of one file: its articles, and its entries that cannot become one."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...] = ()


def reading(data: bytes, suffix: str, options: Options) -> Reading:
    """Read the bytes of a file. Raises UnusableFileError when no article can come of it."""
    return Reading(tuple(FORMATS[suffix](data, options)))


def read_file(path: Path, root: Path, saved: datetime, options: Options, readings: Readings = reading) -> Contents:
    """Read a file of the content folder `root`. Raises UnusableFileError when no article can come of it."""
    return contents_of(path, root, data_of(path, root, options), saved, options, readings)


def data_of(path: Path, root: Path, options: Options) -> bytes:
    """Give the bytes of a file that may hold articles. Raises UnusableFileError where it cannot."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        known = ", ".join(f".{name}" for name in sorted(FORMATS))
        raise UnusableFileError(f"files of the kind {path.suffix or path.name!r} cannot be read; expected {known}")
    data = _bytes_of(_inside(path, root), options)
    if not data:
        raise UnusableFileError("the file is empty; save the article again or delete the file")
    return data


def contents_of(
    path: Path, root: Path, data: bytes, saved: datetime, options: Options, readings: Readings = reading
) -> Contents:
    """Read a file that holds these bytes. Raises UnusableFileError when no article can come of it."""
    kind, every = _found(data, path.suffix.lower().removeprefix("."), options, readings)
    name = path.relative_to(root).as_posix()
    found = [(_place(name, one), one, one.problem or _problem(one, options)) for one in every]
    if len(found) == 1 and found[0][2]:
        raise UnusableFileError(found[0][2])
    return Contents(
        sources=tuple(_source(place, kind, saved, one) for place, one, problem in found if not problem),
        skipped=tuple(Skipped(place, problem) for place, _, problem in found if problem),
    )


def _found(data: bytes, suffix: str, options: Options, readings: Readings) -> tuple[str, Sequence[Found]]:
    """Give what a file is read as, and what is found in it; what its name hides is noted at its first article."""
    kind, other = kinds.kind_of(data, suffix)
    if kind not in BINARY:
        kinds.check_text(data)
    try:
        found = readings(data, kind, options).found
    except UnusableFileError as error:
        raise UnusableFileError(f"it is {other}: {error}" if other else str(error)) from error
    first = next((one for one in found if not one.problem), None)
    note = f"is {other}, by what it holds; read as one"
    return kind, [replace(one, notes=(note, *one.notes)) if other and one is first else one for one in found]


def _place(name: str, found: Found) -> str:
    """Name an article: by its file, or where that holds several, by the file and twelve digits of its key.

    With eight digits two of 20,000 entries would share a name in one file of twenty.
    """
    return f"{name}#{story_id(found.key).replace('-', '')[:12]}" if found.key else name


def _problem(found: Found, options: Options) -> str:
    if not found.text.strip():
        return "the file holds nothing but white space; save the article again or delete the file"
    return too_long(found.text, options)


def _source(place: str, kind: str, saved: datetime, found: Found) -> Source:
    return Source(
        path=place,
        format=kind,
        text=found.text,
        saved=saved,
        stated=found.stated,
        frame=found.frame,
        headings=found.headings,
        notes=found.notes,
        key=found.key,
    )


def _inside(path: Path, root: Path) -> Path:
    """Follow links, but not out of the folder."""
    if _is_ordinary(str(path), str(root)):  # nearly all are, and it is told in a tenth of the time that following takes
        return path
    try:
        real = path.resolve(strict=True)
    except FileNotFoundError as error:
        reason = "a link to a file that does not exist" if path.is_symlink() else "the file vanished while it was read"
        raise UnusableFileError(f"{reason}; put it back or run again") from error
    except (OSError, RuntimeError) as error:
        raise UnusableFileError(f"the path cannot be followed ({_why(error)}); is it a link to itself?") from error
    if not real.is_relative_to(root) and not real.is_relative_to(root.resolve()):
        raise UnusableFileError("a link that leads out of the content folder; copy the file itself into the folder")
    if not real.is_file():
        raise UnusableFileError("not a regular file; expected a text file")
    return real


def _is_ordinary(path: str, root: str) -> bool:
    """Tell whether a path is that of a regular file in the folder, without a link on its way from there."""
    try:
        ordinary = stat.S_ISREG(os.lstat(path).st_mode) and ".." not in path
    except OSError:
        return False
    folder = os.path.dirname(path)  # noqa: PTH120
    while ordinary and len(folder) > len(root):
        ordinary = not os.path.islink(folder)  # noqa: PTH114
        folder = os.path.dirname(folder)  # noqa: PTH120
    return ordinary and folder == root


def _bytes_of(path: Path, options: Options) -> bytes:
    try:
        with path.open("rb") as file:
            whole = os.fstat(file.fileno()).st_size <= options.max_bytes  # else no more than tells that it is too large
            data = file.read() if whole else file.read(min(options.max_bytes, sys.maxsize - 1) + 1)
    except FileNotFoundError as error:
        raise UnusableFileError("the file vanished while it was read; put it back or run again") from error
    except OSError as error:
        raise UnusableFileError(f"the file cannot be opened ({_why(error)}); check its permissions") from error
    if len(data) > options.max_bytes:
        limit = f"{options.max_bytes:,} bytes"
        raise UnusableFileError(f"larger than {limit}; shorten it, or raise the setting DIGEST_MAX_BYTES")
    return data


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
