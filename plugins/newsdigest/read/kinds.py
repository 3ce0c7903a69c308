"""What a file is, whatever its name says.

The bytes of a file and its suffix come in; the suffix of the format that it is read as goes out. A file is taken for
another kind only where its first bytes leave no doubt, and a page or a feed only where it also ends in a tag: a text
that shows a piece of HTML, or quotes the head of a mail, stays text. Raises UnusableFileError for what no module reads,
with what was found and what its owner can do. Limits: a mailbox of many mails, pages and feeds that were cut short.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from json import JSONDecodeError, JSONDecoder

from newsdigest.errors import UnusableFileError
from newsdigest.read import encoding

AS_TEXT = "save the article as text"
SIGNATURES: Mapping[bytes, tuple[str, str]] = {
    b"%!PS": ("a PostScript document", f"{AS_TEXT}, or as PDF"),
    b"7z\xbc\xaf": ("a 7z archive", f"unpack it, or {AS_TEXT}"),
    b"BZh9": ("a bzip2 archive", f"unpack it, or {AS_TEXT}"),
    b"GIF8": ("a GIF picture", AS_TEXT),
    b"ID3": ("a sound file", AS_TEXT),
    b"II*\x00": ("a TIFF picture", AS_TEXT),
    b"MM\x00*": ("a TIFF picture", AS_TEXT),
    b"MZ\x90": ("a Windows program", AS_TEXT),
    b"OggS": ("a sound file", AS_TEXT),
    b"PK\x03\x04": ("a zip archive, or a document of an office program", f"unpack or open it, and {AS_TEXT}"),
    b"RIFF": ("a sound, film or WebP file", AS_TEXT),
    b"Rar!\x1a": ("a RAR archive", f"unpack it, or {AS_TEXT}"),
    b"SQLite format 3": ("a database", AS_TEXT),
    b"\x1f\x8b": ("a gzip archive", f"unpack it, or {AS_TEXT}"),
    b"\x7fELF": ("a program", AS_TEXT),
    b"\x89PNG": ("a PNG picture", AS_TEXT),
    b"\xd0\xcf\x11\xe0": ("an old Word, Excel or Outlook document", f"open it, and {AS_TEXT}, or as PDF"),
    b"\xfd7zXZ": ("an xz archive", f"unpack it, or {AS_TEXT}"),
    b"\xff\xd8\xff": ("a JPEG picture", AS_TEXT),
    b"bplist00": ("a web archive of Safari", f"save the page as HTML, or {AS_TEXT}"),
    b"wOF2": ("a font", AS_TEXT),
    b"{\\rtf": ("an RTF document", f"open it, and {AS_TEXT}, or as PDF"),
}
"""First bytes of files that no module reads: what they are, what to do."""
OFFICE: Mapping[bytes, tuple[str, str]] = {
    b"application/epub+zip": ("an e-book (EPUB)", f"open it, and {AS_TEXT}"),
    b"application/vnd.oasis.opendocument": ("an OpenDocument file", f"open it, and {AS_TEXT}, or as PDF"),
    b"word/document.xml": ("a Word document", f"open it, and {AS_TEXT}, or as PDF"),
    b"xl/workbook.xml": ("an Excel workbook", f"open it, and {AS_TEXT}, or as PDF"),
}
"""Names inside of zip archives that tell what they are."""
SHORT = 64
"""Bytes of a file that is too short for control bytes to tell `ID3` from an article that begins with the word."""
HEAD = 20_000
"""Bytes in which a file shows what it is: the heads of mails that went a long way have 10,000."""
CONTROL_SHARE = 0.1
"""Share of control bytes from which a file is binary: random bytes have 0.11 of them, damaged text below 0.02."""

_COMMENTS = r"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*"
_HEAD_OF_PAGE = r"<(?:html|head)(?:\s[^>]*)?>"
_PAGE = re.compile(
    rf"{_COMMENTS}(?:<!doctype\s+html[^>]*>{_COMMENTS}(?:{_HEAD_OF_PAGE}|<(?:meta|title|link|script|body)\b)|{_HEAD_OF_PAGE})",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rf"{_COMMENTS}(?:<!doctype\s+rss[^>]*>{_COMMENTS})?<(?:rss\s[^>]*version=|feed\s[^>]*(?:2005/Atom|purl\.org/atom)"
    r"|rdf:RDF\s[^>]*(?:purl\.org/rss|netscape\.com/rdf))",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)$", re.MULTILINE)
_RECORD = re.compile(r"\s*(?:\[\s*)?(?=\{\s*\")")
_AFTER_RECORD = re.compile(r"\s*(?:\Z|[\],{])")
TRAVELLED = frozenset("delivered-to dkim-signature message-id received return-path".split())
"""Fields that mail programs write into the head of a mail, and people who quote one leave out."""


def _is_page(head: str, data: bytes) -> bool:
    return _PAGE.match(head) is not None and _ends_in_tag(data)


def _is_feed(head: str, data: bytes) -> bool:
    return _FEED.match(head) is not None and _ends_in_tag(data)


def _ends_in_tag(data: bytes) -> bool:
    return data[-HEAD:].replace(b"\x00", b"").rstrip().endswith(b">")


def _is_saved_page(head: str, data: bytes) -> bool:  # noqa: ARG001  # as every test of the table
    fields = _fields(head)
    packed = fields.get("content-type", "").lower().startswith("multipart/related")
    by_program = "snapshot-content-location" in fields or "saved by " in fields.get("from", "").lower()
    return packed and (by_program or ("to" not in fields and TRAVELLED.isdisjoint(fields)))


def _is_mail(head: str, data: bytes) -> bool:  # noqa: ARG001  # as every test of the table
    fields = _fields(head)
    written = "mime-version" in fields or not TRAVELLED.isdisjoint(fields)
    return written and "from" in fields and ("date" in fields or "subject" in fields)


def _fields(head: str) -> dict[str, str]:
    """Give the fields of a mail's head, which must be the first thing in the file."""
    found = _FIELDS.match(head.replace("\r\n", "\n").lstrip())
    return {name.lower(): value for name, value in _FIELD.findall(found[0])} if found else {}


def _is_export(head: str, data: bytes) -> bool:
    """Tell whether a file begins with a JSON record that holds an article, and goes on as JSON."""
    if not _RECORD.match(head):
        return False
    from newsdigest.read.record_fields import keyed  # loads what reads pages
    from newsdigest.read.records import LISTS

    text, _ = encoding.decoded(data)
    start = _RECORD.match(text)
    try:
        value, end = JSONDecoder(strict=False).raw_decode(text, start.end() if start else 0)
    except (JSONDecodeError, RecursionError, ValueError):
        return False
    record = keyed(value)
    held = next((record[name] for name in LISTS if isinstance(record.get(name), list)), [value])
    first = next((one for one in held if isinstance(one, dict)), {}) if isinstance(held, list) else {}
    return _AFTER_RECORD.match(text, end) is not None and _is_article(keyed(first))


def _is_article(record: Mapping[str, object]) -> bool:
    from newsdigest.read.record_fields import ABRIDGED, FULL, TITLE, text_in

    return bool(text_in(record, FULL) or (text_in(record, TITLE) and text_in(record, ABRIDGED)))


def _is_pdf(head: str, data: bytes) -> bool:  # noqa: ARG001  # as every test of the table
    return re.match(rb"%PDF-\d", data) is not None


Sign = tuple[str, str, frozenset[str], Callable[[str, bytes], bool]]
KINDS: Sequence[Sign] = (
    ("pdf", "a PDF document", frozenset({"pdf"}), _is_pdf),
    ("html", "a web page", frozenset({"htm", "html", "mht", "mhtml"}), _is_page),
    ("rss", "a feed", frozenset({"atom", "rss", "xml"}), _is_feed),
    ("mhtml", "a web page saved as MHTML", frozenset({"mht", "mhtml"}), _is_saved_page),
    ("eml", "a mail", frozenset({"eml", "mht", "mhtml"}), _is_mail),
    ("json", "a JSON export", frozenset({"json", "jsonl", "ndjson"}), _is_export),
)
"""The kinds of files that are known by what they hold: how each is read, in words, the suffixes under which it is no
news, and how it is told."""


def kind_of(data: bytes, suffix: str) -> tuple[str, str]:
    """Give the suffix that a file should have, and in words what it is where that is not its own."""
    problem = _problem(data)
    if problem:
        raise UnusableFileError(problem)
    wide = encoding.is_wide(data[:HEAD])
    head = encoding.text_of(data[:HEAD])[0] if wide else data[:HEAD].decode("latin-1").removeprefix("ï»¿")
    return next((sign[:2] for sign in KINDS if suffix not in sign[2] and sign[3](head, data)), (suffix, ""))


def _problem(data: bytes) -> str:
    signature = next((one for one in SIGNATURES if data.startswith(one)), b"")
    if not signature or (signature.isalnum() and len(data) >= SHORT and not control_bytes(data)):
        return ""
    names = (OFFICE[name] for name in OFFICE if name in data) if signature.startswith(b"PK") else ()
    what, advice = next(iter(names), SIGNATURES[signature])
    return f"the file is {what}, not text; {advice}"


def control_bytes(data: bytes) -> int:
    """Count bytes at its beginning that no text holds."""
    return encoding.control_bytes(data[: encoding.SAMPLE])


def check_text(data: bytes) -> None:
    """Raise UnusableFileError where a file is no text."""
    if not encoding.is_wide(data) and control_bytes(data) > CONTROL_SHARE * len(data[: encoding.SAMPLE]):
        raise UnusableFileError(f"the file is binary (many control bytes), not text; {AS_TEXT}")
