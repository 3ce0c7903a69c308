"""A file is read as what it is, where its first bytes leave no doubt; a text that only looks like another stays one."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.clean import clean
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import FORMATS, Contents, kinds, read_file

from tests.read.specimens import FIRST, MAIL, MARKDOWN, PAGE, RECORD, RSS, SPECIMENS, TEXT, WORD

NOW = datetime(2026, 3, 9, tzinfo=UTC)
KINDS = {"atom": "rss", "eml": "eml", "html": "html", "json": "json", "jsonl": "json", "mhtml": "mhtml", "pdf": "pdf"}
"""Specimens that are known by what they hold, and what they are read as."""


def contents(data: bytes, suffix: str, folder: Path) -> Contents:
    path = folder / f"ferry.{suffix}"
    path.write_bytes(data)
    return read_file(path, folder, NOW, Options())


def kind(data: bytes | str, suffix: str = "txt") -> str:
    return kinds.kind_of(data.encode() if isinstance(data, str) else data, suffix)[0]


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "eml", "xml", "json", "pdf"])
@pytest.mark.parametrize("specimen", sorted(KINDS))
def test_a_file_under_a_false_name_is_read_as_what_it_is_and_says_so(
    specimen: str, suffix: str, tmp_path: Path
) -> None:
    [source] = contents(SPECIMENS[specimen], suffix, tmp_path).sources
    assert WORD in clean(source, Options(), NOW).text
    right = FORMATS[suffix] is FORMATS[specimen]
    assert source.format == (suffix if right else KINDS[specimen])
    assert any("by what it holds; read as one" in note for note in source.notes) != right


@pytest.mark.parametrize("suffix", sorted(SPECIMENS))
def test_a_file_under_its_own_name_has_no_such_note(suffix: str, tmp_path: Path) -> None:
    [source] = contents(SPECIMENS[suffix], suffix, tmp_path).sources
    assert source.format == suffix
    assert not any("by what it holds" in note for note in source.notes)


def test_the_first_article_of_many_carries_the_note(tmp_path: Path) -> None:
    lines = [json.dumps({**RECORD, "url": f"https://example.org/{number}"}) for number in range(3)]
    sources = contents("\n".join(lines).encode(), "txt", tmp_path).sources
    assert [len(source.notes) for source in sources] == [1, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        MARKDOWN,
        f"<!DOCTYPE html> is how a page begins.\n\n{FIRST}",
        f"<html><body> and </body></html> are the first and the last tags of a page.\n\n{FIRST}",
        f"<b>Ferry</b> returns\n\n{FIRST} <br>",
        f"<rss version='2.0'> is how a feed begins, said Jo Hale.\n\n{FIRST}",
        f"From: Jo Hale\nTo: Ada Moor\nSubject: The ferry\nDate: 2 March 2026\n\n{FIRST}",
        f"Ferry returns\n\nFrom: a@example.org\nMessage-ID: <1>\nSubject: x\n\n{FIRST}",
        f"Content-Type: multipart/related is what it says.\n\n{FIRST}",
        f'{{"title": "Ferry", "text": "{FIRST}"}} is a record, said Jo Hale.\n',
        '{"name": "ferry", "version": "1.0", "private": true}',
        '["a", "list"]',
        '[{"x": 1}, {"x": 2}]',
        '{"items": 5}',
        "[Update] The ferry sails.",
        "{ferry} sails",
        '{"a": [',
        "ID3 is a sign that cars have, said the harbour board in a letter of three pages to all owners.",
        "MMS and II are no pictures.",
        "%PDF is a sign.",
        "",
    ],
    ids=range(21),
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_text_that_begins_like_something_else_stays_text(text: str, suffix: str) -> None:
    assert kind(text, suffix) == suffix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"\ufeff\r\n{PAGE}", "html"),
        (f"<?xml version='1.0'?>\n<!-- saved -->\n{PAGE}", "html"),
        ("<!doctype html><meta charset=utf-8><title>Ferry</title><p>It sails.</p>", "html"),
        (f"<html lang=en><p>{FIRST}</html>\n<!-- in 3 ms -->\n", "html"),
        (f"<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?>\n{RSS.split('?>', 1)[1]}", "rss"),
        (f"Received: from a by b;\n\tMon, 2 Mar 2026\n{MAIL}", "eml"),
        (
            'From: "Saved by Windows Internet Explorer 8"\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n',
            "mhtml",
        ),
        ('Subject: Ferry\nContent-Type: multipart/related;\n\ttype="text/html"\n\n--a', "mhtml"),
        (json.dumps({"items": [RECORD]}, indent=1), "json"),
        (f"{json.dumps({'title': 'Ferry', 'excerpt': FIRST})}\n{{", "json"),
    ],
    ids=range(10),
)
def test_what_stands_before_the_sign_does_not_hide_it(text: str, expected: str) -> None:
    text = text.replace("MIME-Version: 1.0", "Message-ID: <1@example.org>\nMIME-Version: 1.0", 1)
    assert kind(text) == expected


def test_sixteen_bits_a_character_hide_nothing() -> None:
    assert kind(PAGE.encode("utf-16")) == "html"
    assert kind(TEXT.encode("utf-16")) == "txt"
    assert kind(json.dumps([RECORD]).encode("utf-16-le")) == "json"


def test_a_mail_with_pictures_is_no_saved_page() -> None:
    mail = "From: a@example.org\nTo: b@example.org\nSubject: x\nMessage-ID: <1>\nContent-Type: multipart/related\n\n"
    assert [kind(mail, "eml"), kind(mail, "txt")] == ["eml", "eml"]


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "what", "advice"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word document", "open it"),
        (zipped("xl/workbook.xml"), "an Excel workbook", "open it"),
        (zipped("a.txt"), "a zip archive", "unpack"),
        (rb"{\rtf1\ansi The ferry sails.}", "an RTF document", "open it"),
        (b"bplist00\xd1\x01\x02" + bytes(80), "a web archive of Safari", "as HTML"),
        (b"Rar!\x1a\x07\x00", "a RAR archive", "unpack it"),
        (b"%!PS-Adobe-3.0\n", "a PostScript document", "as PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(80), "a PNG picture", "save the article as text"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "html", "eml", "pdf", "md", "xml"])
def test_what_no_module_reads_is_refused_under_any_name(
    data: bytes, what: str, advice: str, suffix: str, tmp_path: Path
) -> None:
    with pytest.raises(UnusableFileError, match=what) as caught:
        contents(data, suffix, tmp_path)
    assert advice in str(caught.value)


def test_what_cannot_be_read_as_what_it_is_says_both(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match=r"it is a PDF document: .*; "):
        contents(b"%PDF-1.7 and no more", "html", tmp_path)


@given(
    st.text(max_size=200) | st.sampled_from(["<", "{", "[{", "From: a\n"]).flatmap(lambda s: st.text().map(s.__add__))
)
@settings(max_examples=200, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    assert kind(text.encode("utf-8", "replace") + b" ") in {"txt", *KINDS.values()}
