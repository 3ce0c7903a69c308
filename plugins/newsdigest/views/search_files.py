"""The files of an index taken apart and put together: records are indexed in parts, and found in one index of them all.

In: the files that Pagefind makes of each part. Out: those of an index of all records, as if it had made them of all at
once: a browser loads and finds the same. So a part that has not changed need not be indexed again.
Method: k-way merging of sorted lists of words (Knuth, vol. 3, 5.4.1); the pages of a part follow those of the part
before it, so of a word's pages only the first number of each part changes, and all other bytes are taken as they are.
Limits: files of Pagefind 1.5, which are CBOR (RFC 8949), without its filters and orders; others are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate, groupby, takewhile
from typing import NamedTuple

import msgspec

from newsdigest.views.cbor import ARRAY, TEXT, UNSIGNED, coded, head, rows_at, string, text_at

FORMAT = "1.5."
"""How the version of Pagefind begins whose files are known here."""
CHUNK = 55_000
"""Bytes of the words that are loaded together; Pagefind comes to about as many by counting."""
NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
LIST = rb"(?:[\x80-\x97]|\x98.|\x99..)" + NUMBER + rb"*"
PAGE = rb"\x83(" + NUMBER + rb")" + LIST + LIST
ONE_PAGE = re.compile(PAGE, re.DOTALL)
ALL_PAGES = re.compile(rb"(?:" + PAGE + rb")*", re.DOTALL)
NOTHING_ELSE = b"\x80\x80"
"""Neither filters nor orders."""


class Places(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where a word stands: how many pages of a part, in order."""

    pages: int
    first: int
    last: int
    """By their numbers."""
    rest: bytes
    """All that comes after the first number."""


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A word of a part."""

    text: str
    places: Places
    variants: tuple[tuple[str, Places], ...]
    """With diacritics."""


class Part(NamedTuple):
    """The index of some of the records."""

    version: str = FORMAT
    ids: tuple[str, ...] = ()
    """Of its pages, in the order in which they were given."""
    lengths: tuple[int, ...] = ()
    """Of its pages, in words."""
    places: tuple[str, ...] = ()
    """Of its pages, as they were given."""
    fields: tuple[str, ...] = ()
    """Names of what is told of pages; the same in all parts."""
    words: Mapping[str, bytes] = {}
    """By the letters with which they begin, each list to be decoded when it is its turn."""


class Shown(msgspec.Struct):
    """What a file of Pagefind says of a page."""

    url: str


def read_part(files: Mapping[str, bytes]) -> Part:
    """Take the files of a part apart, given by their places; where no page has a word, there is nothing in them."""
    meta = next((data for path, data in files.items() if path.endswith(".pf_meta")), None)
    if not meta:
        return Part()
    version, at = text_at(meta, 1)
    if not version.startswith(FORMAT):
        raise ValueError(f"expected the files of Pagefind {FORMAT}x, found those of {version}")
    pages, at = rows_at(meta, at, (TEXT, UNSIGNED))
    chunks, at = rows_at(meta, at, (TEXT, TEXT, TEXT))
    if meta[at : at + 2] != NOTHING_ELSE:
        raise ValueError("expected an index without filters and orders")
    count, at = head(meta, at + 2)
    fields = []
    for _ in range(count):
        field, at = text_at(meta, at)
        fields.append(field)
    ids, lengths = zip(*pages, strict=True)
    places = tuple(place_of(files[f"fragment/{one}.pf_fragment"]) for one in ids)
    words = (word for _, _, name in chunks for word in read_words(files[f"index/{name}.pf_index"]))
    packed = {letter: msgspec.msgpack.encode(list(some)) for letter, some in groupby(words, lambda word: word.text[:1])}
    return Part(version, ids, lengths, places, tuple(fields), packed)


def place_of(fragment: bytes) -> str:
    """Tell of which document a file is that holds what a result shows."""
    return msgspec.json.decode(fragment, type=Shown).url.removeprefix("/")


def put_together(every: Sequence[Part], lang: str) -> Iterator[tuple[str, bytes]]:
    """Give the files of the index of all parts, by the ends of their names: words first, what is said of all last."""
    parts = [part for part in every if part.ids]
    if len({(part.version, part.fields) for part in parts}) != 1:
        raise ValueError("expected parts of one kind")
    files = []
    for first, last, data in _chunks(_entries(parts)):
        name = _name(lang, data)
        files.append((first, last, name))
        yield f"index/{name}.pf_index", data
    pages = [string(one) + coded(UNSIGNED, long) for part in parts for one, long in zip(*part[1:3], strict=True)]
    ranges = [b"".join(map(string, row)) for row in told_apart(files)]
    fields = [string(field) for field in parts[0].fields]
    data = b"".join((
        b"\x86", string(parts[0].version),
        coded(ARRAY, len(pages)), *(b"\x82" + page for page in pages),
        coded(ARRAY, len(ranges)), *(b"\x83" + row for row in ranges),
        NOTHING_ELSE, coded(ARRAY, len(fields)), *fields,
    ))  # fmt: skip
    yield f"pagefind.{_name(lang, data)}.pf_meta", data


def _name(lang: str, data: bytes) -> str:
    return f"{lang}_{blake2b(data, digest_size=5).hexdigest()}"


# --- words of several parts ---


def _entries(parts: Sequence[Part]) -> Iterator[tuple[str, bytes]]:
    """Give each word with its places in all parts, in order."""
    before = [0, *accumulate(len(part.ids) for part in parts)]
    decoder = msgspec.msgpack.Decoder(list[Word])
    for letter in sorted({letter for part in parts for letter in part.words}):
        found: dict[str, list[tuple[int, Word]]] = {}
        for offset, part in zip(before, parts, strict=False):
            for word in decoder.decode(part.words.get(letter, b"\x90")):
                found.setdefault(word.text, []).append((offset, word))
        for text in sorted(found):
            yield text, _entry(text, found.pop(text))


def _entry(text: str, found: Sequence[tuple[int, Word]]) -> bytes:
    """Write a word with its places in several parts, given with the number of the first page of each."""
    forms: dict[str, list[tuple[int, Places]]] = {}
    for offset, word in found:
        for form, places in word.variants:
            forms.setdefault(form, []).append((offset, places))
    others = [b"\x82" + string(form) + _joined(pieces) for form, pieces in forms.items()]
    here = _joined([(offset, word.places) for offset, word in found])
    return b"".join((b"\x83", string(text), here, coded(ARRAY, len(forms)), *others))


def _joined(pieces: Iterable[tuple[int, Places]]) -> bytes:
    """Let the pages of one part follow those of another; each is told by its distance from the one before."""
    total = previous = 0
    joined: list[bytes] = []
    for offset, places in pieces:
        if places.pages:
            joined += (b"\x83", coded(UNSIGNED, offset + places.first - previous), places.rest)
            previous = offset + places.last
            total += places.pages
    return coded(ARRAY, total) + b"".join(joined)


def _chunks(entries: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Divide words into files; give each with its first and its last word."""
    texts: list[str] = []
    waiting: list[bytes] = []
    size = 0
    for text, entry in entries:
        texts.append(text)
        waiting.append(entry)
        size += len(entry)
        if size >= CHUNK:
            yield texts[0], texts[-1], b"\x81" + coded(ARRAY, len(waiting)) + b"".join(waiting)
            texts, waiting, size = [], [], 0
    if waiting:
        yield texts[0], texts[-1], b"\x81" + coded(ARRAY, len(waiting)) + b"".join(waiting)


def told_apart(files: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Shorten the words between which files end to what tells them apart, as Pagefind does."""
    firsts, lasts = [first for first, _, _ in files], [last for _, last, _ in files]
    for n in range(1, len(files)):
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lasts[n - 1], firsts[n], strict=False)))
        if lasts[n - 1][: common + 1] >= firsts[n - 1]:
            lasts[n - 1] = lasts[n - 1][: common + 1]
        firsts[n] = firsts[n][: common + 1]
    return zip(firsts, lasts, (name for _, _, name in files), strict=True)


# --- words of one part ---


def read_words(data: bytes) -> Iterator[Word]:
    """Read a file of words."""
    count, at = head(data, 1)
    for _ in range(count):
        text, at = text_at(data, at + 1)
        places, at = _places(data, at)
        forms, at = head(data, at)
        variants = []
        for _ in range(forms):
            form, at = text_at(data, at + 1)
            stands, at = _places(data, at)
            variants.append((form, stands))
        yield Word(text, places, tuple(variants))


def _places(data: bytes, at: int) -> tuple[Places, int]:
    count, at = head(data, at)
    if not count:
        return Places(0, 0, 0, b""), at
    if count == 1 and (one := ONE_PAGE.match(data, at)):
        step, end = one[1], one.end()
        first = head(step, 0)[0]
        return Places(1, first, first, data[at + 1 + len(step) : end]), end
    found = ALL_PAGES.match(data, at)
    end = found.end() if found else at
    steps = ONE_PAGE.findall(data, at, end)
    if len(steps) != count:
        raise ValueError("expected the pages of a word")
    first = head(steps[0], 0)[0]
    last = first + sum(step[0] if len(step) == 1 else head(step, 0)[0] for step in steps[1:])
    return Places(count, first, last, data[at + 1 + len(steps[0]) : end]), end
