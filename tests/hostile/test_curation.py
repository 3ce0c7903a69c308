"""A curation file that is broken in any way stops with one clear line; one that is only odd is a warning, or inert."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdigest import curation
from newsdigest.errors import CurationError

BROKEN = {
    "a bracket that is not closed": (b"[article\n", "Expected ']'"),
    "a date that is none": (b"[article.'x.txt']\ndate=9999-99-99\n", "line 2"),
    "a null character": (b"[tags]\nban=['\x00']\n", "Found invalid character"),
    "a section twice": (b"[tags]\nban=['x']\n[tags]\nban=['y']\n", "twice"),
    "a string that is not closed": (b"[tags]\nban=['x\n", 'Expected "\'"'),
    "a wrong escape": (b'[tags]\nban=["\\q"]\n', "line 2"),
    "all bytes": (bytes(range(256)), "save it as plain text in UTF-8"),
    "another code": ('[person."Café"]\nhide=true\n'.encode("cp1252"), "save it as plain text in UTF-8"),
    "another language": (b"tags:\n  - ban: x\n", "line 1"),
    "half a character": (b'[tags]\nban=["\\ud800"]\n', "line 2"),
    "lists without end": (b"a=" + b"[" * 5000, "mend that line"),
    "only a null": (b"\x00", "line 1"),
    "sixteen bits": ("[tags]\nban=['x']\n".encode("utf-16"), "save it as plain text in UTF-8"),
}
ODD = {
    "a date that is a time": (b"[article.'x.txt']\ndate=07:32:00\n", "expected a date such as 2024-05-17"),
    "a date that is a word": (b"[article.'x.txt']\ndate='soon'\n", "expected a date such as 2024-05-17"),
    "a date without end": (b"[article.'x.txt']\ndate=inf\n", "expected a date such as 2024-05-17"),
    "a kind that is none": (b"[person.'A']\nkind='robot'\n", 'expected "person", "organisation" or "place"'),
    "a list of sections": (b"[[article]]\ntitle='x'\n", "expected sections such as"),
    "a number for a section": (b"article=5\n", "expected sections such as"),
    "a number for a table": (b"[article.'x.txt']\nspeakers=5\n", "expected a table"),
    "a section of another name": (b"[nowhere]\nx=1\n", "nowhere is not known; known are"),
    "a table for a list": (b"[tags.ban]\nx=1\n", "expected a list of texts"),
    "a table in a section": (b"person.'A'.b.c.d=1\n", "b in [person"),
    "a wrong key": (b"[article.'x.txt']\ntitel='x'\n", "did you mean title?"),
    "all kinds in a list": (b"[tags]\nban=[1,'x',[]]\n", "expected a list of texts"),
    "numbers for names": (b"[tags]\nrename={x=5}\n", 'expected a table of "old" = "new"'),
}
INERT = {
    "a bomb for patterns": b"[tags]\nban=['(((((a+)+)+)+$']\n",
    "a mark at its start": b"\xef\xbb\xbf[tags]\nban=['x']\n",
    "a path": b"[article.'../../x']\ntitle='x'\n",
    "a ring": b"[person.'A']\nmerge=['B']\n[person.'B']\nmerge=['A']\n",
    "an empty name": b"[person.'']\nhide=true\n",
    "markup": b"[person.'<script>']\nrename='<script>zqx()</script>'\n",
    "nothing": b"",
    "one megabyte of remarks": b"# x\n" * 250_000,
    "oneself": b"[person.'A']\nmerge=['A']\n",
}


@pytest.mark.parametrize(("data", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_told_with_what_to_do(data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_bytes(data)
    with pytest.raises(CurationError) as raised:
        curation.load(tmp_path / "curation.toml")
    message = str(raised.value)
    assert message.startswith("curation.toml ")
    assert told in message
    assert ("; mend that line" in message) or ("; save it" in message)
    assert "\n" not in message


@pytest.mark.parametrize(("data", "told"), ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_a_warning_and_has_no_effect(data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_bytes(data)
    [warning] = curation.load(tmp_path / "curation.toml").warnings
    assert warning.startswith("curation.toml: ")
    assert told in warning


@pytest.mark.parametrize("data", INERT.values(), ids=INERT.keys())
def test_what_is_only_strange_is_taken_as_it_stands(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_bytes(data)
    assert curation.load(tmp_path / "curation.toml").warnings == ()


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to(path.name)], ids=["a folder", "a ring"])
def test_what_is_no_file_is_told(make: object, tmp_path: Path) -> None:
    make(tmp_path / "curation.toml")
    with pytest.raises(CurationError, match=r"^curation\.toml (cannot be read|is no regular file)"):
        curation.load(tmp_path / "curation.toml")
