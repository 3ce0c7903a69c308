"""The indexer: documents in, the files of an index out, by a conversation with Pagefind (pagefind.app), the program.

In: places and HTML of documents, in the order in which their results are numbered. Out: its files, as bytes. The same
documents give the same files: read from a disk, they would come in the order of that disk.
Limits: what it is told by its pipe and answers there is JSON in base64 with a comma after it (Pagefind 1.5). Another
zlib (zlib-ng) packs the same words in other bytes; unpacked, which readers can use too, they are 2.6 times as large.
"""

from __future__ import annotations

import gzip
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from struct import pack
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread
from typing import IO

import msgspec

FAILURES = (EOFError, LookupError, OSError, ValueError, msgspec.MsgspecError, zlib.error)
"""What can come of it: not started, ended too early, files that cannot be written, unpacked or read again."""
SIGNATURE = b"pagefind_dcd"
"""Stands at the head of each of its packed files."""
LEVEL = 5
"""Of packing. For 1,000 articles, words of 3.9 MB: 4 makes 1.61 MB in 0.09 seconds, 5 makes 1.55 in 0.12, 6 makes 1.51
in 0.24, 9 makes 1.49 in 0.86; without looking for repetitions, 2.53 in 0.04."""
HEAD = bytes.fromhex("1f8b08000000000000ff")
"""Of a file of gzip (RFC 1952), of no time and no system; Python 3.13 writes another one than 3.11."""


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


def run_pagefind(documents: Iterable[tuple[str, str]], lang: str) -> tuple[File, ...]:
    """Let Pagefind index documents in this order; one index for all languages, or a search would find only its own."""
    asked: list[dict[str, object]] = [{"type": "NewIndex", "config": {"force_language": lang, "keep_index_url": True}}]
    asked += [{"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": text} for path, text in documents]
    asked += [{"type": "GetFiles", "index_id": 0}]
    from pagefind.service import get_executable  # only here: where nothing has changed, nothing is indexed

    command = [str(get_executable()), "--service"]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, bufsize=0) as process:  # noqa: S603
        asking = Thread(target=ask, args=(process.stdin, asked))
        asking.start()
        told = answered(process.stdout, len(asked))  # type: ignore[arg-type]  # it is a pipe
        asking.join()
    answers = [msgspec.json.decode(b64decode(one), type=Answer).payload for one in told]
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


def packed(data: bytes) -> bytes:
    """Pack a file as Pagefind does."""
    whole = SIGNATURE + data
    packer = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
    return b"".join((HEAD, packer.compress(whole), packer.flush(), pack("<LL", zlib.crc32(whole), len(whole) % 2**32)))
