"""Looking for text in a site that it must not hold: in every file of it, packed ones too, eight words in a row."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from newsdigest.text import words

RUN = 8
"""Words in a row that nobody writes by chance."""
READABLE = frozenset({".csv", ".html", ".js", ".json", ".opml", ".txt", ".xml"})
PACKED = frozenset({".pf_fragment", ".pf_index", ".pf_meta"})
TAGS = re.compile(r"<[^<>]*>")
ESCAPES = re.compile(r"\\u([0-9a-f]{4})")


def runs(text: str) -> set[tuple[str, ...]]:
    """List every run of words, as far as letters go."""
    found = [word.casefold() for word in words(text)]
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def files(site: Path) -> list[Path]:
    """List the files of a site that hold text."""
    return [path for path in sorted(site.rglob("*")) if path.suffix in READABLE | PACKED]


def text_of(path: Path) -> str:
    """Read a file of a site, whatever it is."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix in PACKED else data).decode("utf-8", "replace")


def readings(path: Path) -> Iterator[str]:
    """Give a file as it stands, and its text without markup and escapes, once and twice removed."""
    plain = text_of(path)
    yield plain
    for _ in range(2):
        plain = unescape(TAGS.sub("", ESCAPES.sub(lambda match: chr(int(match[1], 16)), plain)))
        yield plain


def leaks(site: Path, banned: Iterable[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Find what of it stands in the files of a site."""
    sought = set(banned)
    found = ((path, run) for path in files(site) for text in readings(path) for run in runs(text) & sought)
    return sorted({(path.relative_to(site).as_posix(), " ".join(run)) for path, run in found})
