"""The indexer: documents in, the files of an index out, by a conversation with Pagefind (pagefind.app), the program.

In: places and HTML of documents, in the order in which their results are numbered. Out: its files, as bytes. The same
documents give the same files: read from a disk, they would come in the order of that disk.
Limits: what it is told by its pipe and answers there is JSON in base64 with a comma after it (Pagefind 1.5).
"""

from __future__ import annotations

import gzip
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread
from typing import IO

import msgspec

FAILURES = (EOFError, OSError, ValueError, zlib.error)
"""What can come of it: not started, ended too early, files that cannot be unpacked."""
SIGNATURE = b"pagefind_dcd"
"""Stands at the head of each of its packed files."""
LEVEL = 6
"""Of packing: 9 takes 0.6 seconds more for 1,000 articles, and 1.5 % off the files."""


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
    return gzip.compress(SIGNATURE + data, LEVEL, mtime=0)
