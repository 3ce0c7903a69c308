"""Texts: encodings, control characters, empty and binary files, monstrous lines, other languages' syntax."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

from tests.clean.test_hostile import HOSTILE
from tests.hostile.case import Case, coded, prose, text


def zipped() -> bytes:
    """Make an archive with an article in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("article.txt", prose("zip"))
    return file.getvalue()


def tarred() -> bytes:
    """Make an archive of the other kind."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("article.txt"), io.BytesIO())
    return file.getvalue()


ENCODINGS = (
    coded("ascii.txt", "ascii", "Nothing but seven bits", title="Nothing but seven bits"),
    coded("big5.txt", "utf-8", "港口重新開放", title="港口重新開放"),
    coded("bom-8.txt", "utf-8-sig", "A mark at its start", title="A mark at its start"),
    coded(
        "bom-16-big.txt", "utf-16-be", "\ufeffSixteen bits, the big end first", title="Sixteen bits, the big end first"
    ),
    coded("bom-16-little.txt", "utf-16", "Sixteen bits a character", title="Sixteen bits a character"),
    coded("bom-32.txt", "utf-32", "Thirty-two bits a character", title="Thirty-two bits a character"),
    coded("bom-twice.txt", "utf-8", "\ufeff\ufeffTwo marks at its start", title="Two marks at its start"),
    coded("cp1252.txt", "cp1252", "Café in Málaga öffnet", title="Café in Málaga öffnet"),
    coded("latin1.txt", "latin-1", "\xa9 Ça et là", keeps="quay"),
    coded("mac.txt", "mac-roman", "Café in Málaga öffnet", keeps="quay"),
    coded("no-bom-16.txt", "utf-16-le", "Sixteen bits without a mark", keeps="quay"),
    coded("utf-7.txt", "utf-7", "Seven bits for all +", keeps="quay"),
    Case("broken-8.txt", b"A headline with \xff\xfe in it\n\n" + prose("broken-8.txt").encode(), keeps="quay"),
    Case("cut-8.txt", (prose("cut-8.txt") + "naïve").encode()[:-3], keeps="quay"),
    Case("mixed.txt", "Café und ".encode() + "Málaga\n\n".encode("cp1252") + prose("mixed.txt").encode(), keeps="quay"),
    Case("mojibake.txt", f"CafÃ© opens\n\n{prose('mojibake.txt')}".encode(), title="Café opens"),
    Case("overlong.txt", b"Slash \xc0\xaf and null \xc0\x80\n\n" + prose("overlong.txt").encode(), lacks="\x00"),
    Case("surrogates.txt", b"Half \xed\xa0\x80 characters\n\n" + prose("surrogates.txt").encode(), lacks="\ud800"),
)
NOTHING = (
    Case("bom-alone.txt", b"\xef\xbb\xbf", skipped="; "),
    Case("bom-16-alone.txt", b"\xff\xfe", skipped="; "),
    Case("empty.txt", b"", skipped="the file is empty"),
    Case("line-breaks.txt", b"\r\n" * 500, skipped="; "),
    Case("no-break-spaces.txt", "\u00a0\u3000\u2003\n".encode() * 20, skipped="; "),
    Case("nulls.txt", bytes(5000), skipped="; "),
    Case("one-letter.txt", b"x", keeps="x"),
    Case("one-null.txt", b"\x00", skipped="; "),
    Case("spaces.txt", b" \n\t\n  ", skipped="white space"),
    Case("zero-width.txt", "\u200b\u200d\ufeff\u2060\n".encode() * 9, skipped="; "),
)
OTHER_KINDS = (
    Case("all-bytes.txt", bytes(range(256)) * 40, skipped="; "),
    Case("bzip.txt", bz2.compress(prose("bzip").encode()), skipped="; "),
    Case("database.txt", b"SQLite format 3\x00" + bytes(range(64)) * 40, skipped="; "),
    Case("docx.html", b"PK\x03\x04....word/document.xml", skipped="; "),
    Case("elf.txt", b"\x7fELF\x02\x01\x01" + bytes(90), skipped="; "),
    Case("gif.md", b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!", skipped="; "),
    Case("gzip.txt", gzip.compress(prose("gzip").encode(), mtime=0), skipped="; "),
    Case("jpeg.html", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200), skipped="; "),
    Case("notes.docx", b"PK\x03\x04", skipped="files ending in .docx are not read"),
    Case("page.txt", f"<!DOCTYPE html><html><body><h1>A page</h1><p>{prose('page.txt')}</p>".encode(), title="A page"),
    Case("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(300), skipped="; "),
    Case("tar.txt", tarred(), skipped="; "),
    Case("xz.txt", lzma.compress(prose("xz").encode()), skipped="; "),
    Case("zip.html", zipped(), skipped="; "),
    Case("zip.txt", zipped(), skipped="; "),
)
CHARACTERS = (
    text("bell.txt", "Bell\x07 and\x00 null", title="Bell and null"),
    text("bidi.txt", "Price \u202egnihtemos", lacks="\u202e"),
    text(
        "bidi-body.txt", "A line turned round", "\n\u2067Turned\u2069 and \u202dturned\u202c again.\n", lacks="\u2067"
    ),
    text("c1.txt", "Next\u0085line and \u009b31m colour", lacks="\u009b"),
    text("combining.txt", "Z" + "\u0335" * 500 + "algo", keeps="quay"),
    text("emoji.txt", "🎉🎉🎉", title="🎉🎉🎉"),
    text("escape.txt", "\x1b]0;owned\x07\x1b[31mRed", lacks="\x1b"),
    text("form-feed.txt", "A page\x0cbreak\x0band a tab", lacks="\x0c"),
    text("no-characters.txt", "Ends \ufffe and \uffff here", lacks="\uffff"),
    text("normal-forms.txt", "Cafe\u0301 and Café", keeps="quay"),
    text("private.txt", "Private \ue000 and tagged \U000e0041", keeps="quay"),
    text("right-to-left.txt", "المدينة تغلق المسبح القديم", title="المدينة تغلق المسبح القديم"),
    text("separators.txt", "One\u2028line\u2029of three", lacks="\u2028"),
    text("soft-hyphens.txt", "Har\u00adbour re\u00adopens", keeps="quay"),
    text("variation.txt", "x\ufe0f\ufe0f\ufe0f\u200d\u200d", keeps="quay"),
)
SYNTAX = (
    text("ansi-c.txt", "%s %n %x {0.__class__} ${HOME} $(id) `id`", title="%s %n %x {0.__class__} ${HOME} $(id) `id`"),
    text("dots.txt", "../../../etc/passwd", keeps="quay"),
    text("formula.txt", '=HYPERLINK("https://x.example";"Quay")', keeps="quay"),
    text("formula-at.txt", "@SUM(1+1)*cmd|' /C calc'!A0", keeps="quay"),
    text("formula-plus.txt", "+1-1 and -1+1", keeps="quay"),
    text("jinja.txt", "Title {{ 7*7 }} {% raw %}", lacks="49"),
    text("jinja-body.txt", "Braces", "\n{{ config }} {% include 'x' %} {# hidden #} {{\n", keeps="{% include 'x' %}"),
    text("markdown.txt", "# [Quay](javascript:alert(1)) `x` **b**", keeps="quay"),
    text("pelican.txt", "{filename}other.txt and {static}x |tag|y", keeps="quay"),
    text("sql.txt", "Robert'); DROP TABLE analysis;--", title="Robert'); DROP TABLE analysis;--"),
    text("yaml.txt", "---\n!!python/object/apply:os.system ['id']\n---", keeps="quay"),
)
MONSTERS = (
    Case("huge-line.txt", b"word and another one " * 10_000, keeps="another"),
    Case("huge-word.txt", b"x" * 200_000, keeps="xxx"),
    text("brackets.txt", "Open brackets", "(" * 30_000 + "[" * 30_000, keeps="quay"),
    text("commas.txt", "Commas", "," * 60_000, keeps="quay"),
    text("initials.txt", "Initials", "A. " * 2_000, keeps="quay"),
    text("long-title.txt", "Very long title " * 19, keeps="quay"),
    text("names.txt", "Names", "Ada Harlow, " * 1_000, keeps="quay"),
    text("quotes.txt", "Quotes", "“a” " * 2_000, keeps="quay"),
    text("quotes-open.txt", "Open quotes", "“" * 4_000, keeps="quay"),
    text("spaces-inside.txt", "a" + " " * 30_000 + "b", keeps="quay"),
    text("short-lines.txt", "Short lines", "x\n" * 2_000, keeps="quay"),
)
FIRST_LINES = tuple(
    text(f"first-line-{number:02}.txt", line, keeps="quay") for number, line in enumerate(HOSTILE.values())
)
CASES = (*ENCODINGS, *NOTHING, *OTHER_KINDS, *CHARACTERS, *SYNTAX, *MONSTERS, *FIRST_LINES)
