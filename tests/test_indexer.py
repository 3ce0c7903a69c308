"""The indexer: the same files for the same documents, and a word where there are none."""

from __future__ import annotations

import gzip
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import indexer

DOCUMENTS = [(f"{n}.html", f"<html><h1>Title {n}</h1>Herons nest late.</html>") for n in range(40)]


def test_documents_become_files_which_are_the_same_each_time() -> None:
    once, again = (sorted((file.path, file.content) for file in indexer.run_pagefind(DOCUMENTS, "en")) for _ in "12")
    assert once == again
    assert sum(path.startswith("fragment/") for path, _ in once) == len(DOCUMENTS)


def test_results_are_numbered_in_the_order_of_their_documents() -> None:
    told = {}
    for documents in (DOCUMENTS, DOCUMENTS[::-1]):
        files = {
            file.path: indexer.unpacked(file.content)
            for file in indexer.run_pagefind(documents, "en")
            if "pf_" in file.path
        }
        meta = next(data for path, data in files.items() if path.endswith(".pf_meta"))
        ids = sorted(
            (path[9:-12] for path in files if path.startswith("fragment/")), key=lambda one: meta.index(one.encode())
        )
        told[documents[0][0]] = [files[f"fragment/{one}.pf_fragment"].split(b'"')[3].decode() for one in ids]
    assert told["0.html"] == [f"/{place}" for place, _ in DOCUMENTS]
    assert told["39.html"] == told["0.html"][::-1]


@given(st.binary(max_size=300))
def test_files_are_packed_as_they_are_unpacked(data: bytes) -> None:
    assert indexer.unpacked(indexer.packed(data)) == data


@given(st.binary(max_size=300))
def test_packed_files_are_those_of_gzip_with_neither_time_nor_system(data: bytes) -> None:
    told = indexer.packed(data)
    assert told[:10] == b"\x1f\x8b\x08" + bytes(6) + b"\xff"
    assert gzip.decompress(told) == indexer.SIGNATURE + data


def test_what_pagefind_complains_of_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    said = b64encode(b'{"message_id":1,"payload":{"type":"Error","message":"no such file"}}')
    monkeypatch.setattr(indexer, "answered", lambda *_: [said])
    with pytest.raises(ValueError, match="Pagefind: no such file"):
        indexer.run_pagefind([("a.html", "<html></html>")], "en")


def test_a_pagefind_that_ends_too_early_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(EOFError, match="ended before it had answered"):
        indexer.run_pagefind([("a.html", "<html>long" + "er" * 99_999)] * 9, "en")
