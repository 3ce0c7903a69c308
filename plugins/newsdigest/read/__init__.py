"""Reading: one file of the content folder to a `Source` for each article in it, or the reason why there is none.

A path comes in; the articles in the file go out, with text as found. `FORMATS` names the function of each suffix: bytes
to what was found in them. Raises UnusableFileError, with what was found and what its owner can do, for files that hold
no article: empty, binary, too large, of an unknown kind, gone, unreadable, or links that lead out of the folder.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdigest.errors import UnusableFileError
from newsdigest.model import Skipped, Source
from newsdigest.options import Options
from newsdigest.read import encoding, feed, mail, markdown, mhtml, page, pdf, plain, records
from newsdigest.read.found import Found, Reading
from newsdigest.text import story_id

Reader = Callable[[bytes, Options], Iterable[Found]]

FORMATS: Mapping[str, Reader] = {
    "atom": feed.read,
    "eml": mail.read,
    "htm": page.read,
    "html": page.read,
    "json": records.read,
    "jsonl": records.read,
    "markdown": markdown.read,
    "md": markdown.read,
    "mht": mhtml.read,
    "mhtml": mhtml.read,
    "ndjson": records.read,
    "pdf": pdf.read,
    "rss": feed.read,
    "txt": plain.read,
    "xml": feed.read,
}
"""Suffix without its dot, lower case -> the function that reads such bytes."""
BINARY = frozenset({"eml", "mht", "mhtml", "pdf"})
"""Suffixes of formats that are no text, or may hold what is none; their modules check the bytes themselves."""

SIGNATURES = {
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"\x89PNG": "a PNG picture",
    b"7z\xbc\xaf": "a 7z archive",
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or Outlook document",
    b"\xff\xd8\xff": "a JPEG picture",
    b"BZh9": "a bzip2 archive",
    b"GIF8": "a GIF picture",
    b"ID3": "a sound file",
    b"MZ\x90": "a Windows program",
    b"OggS": "a sound file",
    b"PK\x03\x04": "a zip archive, or a document of an office program",
    b"RIFF": "a sound, film or WebP file",
    b"SQLite format 3": "a database",
    b"wOF2": "a font",
}
"""First bytes of files that are no text, and what they are."""
CONTROL_SHARE = 0.1
"""Share of control bytes from which a file is binary: random bytes have 0.11 of them, damaged text below 0.02."""
SAMPLE = 100_000
SHORT = 64
"""Bytes of a file that is too short for control bytes to tell `ID3` from an article that begins with the word."""
ENTRY = re.compile(r"#[0-9a-f]{12}$")
"""How the path of an article ends that is one of several in its file."""


Recall = Callable[[bytes, str, Callable[[], Reading]], Reading]
"""Given a file's bytes and suffix, and how to read them: remembers what came of it, or reads."""


def afresh(data: bytes, suffix: str, read: Callable[[], Reading]) -> Reading:  # noqa: ARG001  # a Recall
    """Remember nothing."""
    return read()


@dataclass(frozen=True, slots=True)
class Contents:
    """What came out of one file: its articles, and its entries that cannot become one."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...] = ()


def read_file(path: Path, root: Path, saved: datetime, options: Options, recall: Recall = afresh) -> Contents:
    """Read a file of the content folder `root`. Raises UnusableFileError when no article can come of it."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        known = ", ".join(f".{name}" for name in sorted(FORMATS))
        raise UnusableFileError(f"files of the kind {path.suffix or path.name!r} cannot be read; expected {known}")
    data = _bytes_of(_inside(path, root), options)
    _check(data, suffix)
    name = path.relative_to(root).as_posix()
    reading = recall(data, suffix, lambda: Reading(tuple(FORMATS[suffix](data, options))))
    found = [(_place(name, one), one, one.problem or _problem(one, options)) for one in reading.found]
    if len(found) == 1 and found[0][2]:
        raise UnusableFileError(found[0][2])
    return Contents(
        sources=tuple(_source(place, suffix, saved, one) for place, one, problem in found if not problem),
        skipped=tuple(Skipped(place, problem) for place, _, problem in found if problem),
    )


def _place(name: str, found: Found) -> str:
    """Name an article: by its file, or where that holds several, by the file and twelve digits of its key.

    With eight digits two of 20,000 entries would share a name in one file of twenty.
    """
    return f"{name}#{story_id(found.key).replace('-', '')[:12]}" if found.key else name


def _problem(found: Found, options: Options) -> str:
    if not found.text.strip():
        return "the file holds nothing but white space; save the article again or delete the file"
    if len(found.text) > options.max_text:
        limit = f"{options.max_text:,} characters"
        return f"longer than {limit}; shorten it, or raise the setting DIGEST_MAX_TEXT"
    return ""


def _source(place: str, suffix: str, saved: datetime, found: Found) -> Source:
    return Source(
        path=place,
        format=suffix,
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
    try:
        real = path.resolve(strict=True)
    except FileNotFoundError as error:
        reason = "a link to a file that does not exist" if path.is_symlink() else "the file vanished while it was read"
        raise UnusableFileError(f"{reason}; put it back or run again") from error
    except (OSError, RuntimeError) as error:
        raise UnusableFileError(f"the path cannot be followed ({_why(error)}); is it a link to itself?") from error
    if not real.is_relative_to(root.resolve()):
        raise UnusableFileError("a link that leads out of the content folder; copy the file itself into the folder")
    if not real.is_file():
        raise UnusableFileError("not a regular file; expected a text file")
    return real


def _bytes_of(path: Path, options: Options) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(min(options.max_bytes, sys.maxsize - 1) + 1)
    except FileNotFoundError as error:
        raise UnusableFileError("the file vanished while it was read; put it back or run again") from error
    except OSError as error:
        raise UnusableFileError(f"the file cannot be opened ({_why(error)}); check its permissions") from error
    if len(data) > options.max_bytes:
        limit = f"{options.max_bytes:,} bytes"
        raise UnusableFileError(f"larger than {limit}; shorten it, or raise the setting DIGEST_MAX_BYTES")
    return data


def _check(data: bytes, suffix: str) -> None:
    if not data:
        raise UnusableFileError("the file is empty; save the article again or delete the file")
    if suffix not in BINARY:
        _check_text(data)


def _check_text(data: bytes) -> None:
    sample = data[:SAMPLE]
    control = sum(map(sample.count, encoding.CONTROL_BYTES))
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature) and (control or not signature.isalnum() or len(data) < SHORT):
            raise UnusableFileError(f"the file is {kind}, not text; save the article as text")
    if encoding.is_wide(data):
        return
    if control > CONTROL_SHARE * len(sample):
        raise UnusableFileError("the file is binary (many control bytes), not text; save the article as text")


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
