"""Reading: one file of the content folder to a `Source`, or the reason why it can't be one.

A path comes in; a `Source` with text as found goes out. `FORMATS` names the function of each suffix: bytes to text and
notes. Raises UnusableFileError, with what was found and what its owner can do, for files that are no article: empty,
binary, too large, of an unknown kind, gone, unreadable, or links that lead out of the folder.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from newsdigest.errors import UnusableFileError
from newsdigest.model import Source
from newsdigest.options import Options
from newsdigest.read import plain

FORMATS: Mapping[str, Callable[[bytes], tuple[str, tuple[str, ...]]]] = {"txt": plain.read}
"""Suffix without its dot, lower case -> the function that reads such bytes."""

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


def read_file(path: Path, root: Path, saved: datetime, options: Options) -> Source:
    """Read a file of the content folder `root`. Raises UnusableFileError when it cannot become an article."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        known = ", ".join(f".{name}" for name in sorted(FORMATS))
        raise UnusableFileError(f"files of the kind {path.suffix or path.name!r} cannot be read; expected {known}")
    data = _bytes_of(_inside(path, root), options)
    _check_text(data)
    text, notes = FORMATS[suffix](data)
    if not text.strip():
        raise UnusableFileError("the file holds nothing but white space; save the article again or delete the file")
    return Source(path.relative_to(root).as_posix(), suffix, text, saved, notes)


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


def _check_text(data: bytes) -> None:
    if not data:
        raise UnusableFileError("the file is empty; save the article again or delete the file")
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            raise UnusableFileError(f"the file is {kind}, not text; save the article as text")
    if plain.is_wide(data):
        return
    sample = data[:SAMPLE]
    control = sum(map(sample.count, plain.CONTROL_BYTES))
    if control > CONTROL_SHARE * len(sample):
        raise UnusableFileError("the file is binary (many control bytes), not text; save the article as text")


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
