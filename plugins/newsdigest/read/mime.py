"""MIME: what mails and pages saved in one file are packed in.

The bytes of a file come in, its parts go out; for each part its headers as people read them and its content, decoded.
The standard library takes the file apart (by its older rules: its newer ones fail on damaged headers). What is stated
is believed only where the bytes agree: a boundary that never comes is found in the body, a false base64 is left alone,
a false charset gives way to what the bytes are. Limits: uuencoded text; quoted-printable that is not announced.
"""

from __future__ import annotations

import base64
import codecs
import quopri
import re
from collections.abc import Callable, Sequence
from email import message_from_string
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, getaddresses
from typing import TypeVar

from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read.charsets import decoded
from newsdigest.read.encoding import is_wide, plain, text_of

T = TypeVar("T")
PARSER_ERRORS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the standard library raises on damaged headers: `boundary*1=a; boundary*=b` gives a TypeError."""
MAX_HEADER = 4_000
"""Characters of a header that are read; RFC 5322 allows 998 a line, long subjects have 300."""
DEEPEST = 200
"""Containers inside one another that Python's own limit leaves room for, whatever the setting says."""
MENDED = 3
"""Containers with a false boundary inside one another that are put right: each costs as much as the whole."""
FALSE_BASE64 = 0.02
"""Share of bytes that base64 does not know: damaged mails have a few, text that is called base64 has 0.15 and more."""
_CONTAINER = re.compile(rb"(?:\A|[\r\n])content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_LONG = re.compile(rb"(?:\A|[\r\n])content-(?:type|disposition):(?:[^\r\n]|\r?\n[ \t]){2000}", re.IGNORECASE)
"""A header of so many parameters that the library would read them for minutes: its time grows with their square."""
_DELIMITER = re.compile(rb'^--([^\s"\\][^\r\n"\\]{0,200}?)[ \t]*\r?\nContent-[a-z-]+:', re.IGNORECASE | re.MULTILINE)
_ENCODED_WORDS = re.compile(r"(?:=\?[^?\s]+\?[bq]\?[^?]*\?=\s*)+", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|div|table|meta|\?xml)\b", re.IGNORECASE)
_META_PLACE = 4_096
"""Bytes in which a page states its charset; the standard asks for 1,024."""


# --- parts ---


def parsed(data: bytes, options: Options) -> Message:
    """Take a file apart. Raises UnusableFileError where it holds too much, or headers that nobody can read."""
    if is_wide(data):
        data = text_of(data)[0].encode()
    _check(sum(1 for _ in _CONTAINER.finditer(data)), "containers of parts", min(options.max_depth, DEEPEST))
    _check(data.count(b"\n--") + data.count(b"\r--"), "parts", options.max_entries)
    message = None if _LONG.search(data) else _message(data.removeprefix(codecs.BOM_UTF8).lstrip())
    if message is None:
        raise UnusableFileError("its headers are damaged beyond reading; save it again, or save its text alone")
    _mend(message, MENDED)
    return message


def _check(count: int, what: str, limit: int) -> None:
    if count > limit:
        raise UnusableFileError(f"{count:,} {what}, where up to {limit:,} are read; save its text alone")


def _message(data: bytes) -> Message | None:
    """Parse bytes as characters of the same numbers: so the library leaves them as they are."""
    try:
        return message_from_string(data.decode("latin-1"))
    except PARSER_ERRORS:
        return None


def _mend(message: Message, levels: int) -> None:
    """Find the parts of containers whose boundary never comes, and of a message that states no type."""
    for part in list(message.walk()):
        stated = kind(part).startswith("multipart/")
        if part.is_multipart() or not (stated or (part is message and "content-type" not in message)):
            continue
        found = _found_again(raw_bytes(part), needed=stated)
        if found:
            part.set_payload([*found])
        for one in found if levels > 1 else ():
            _mend(one, levels - 1)


def _found_again(body: bytes, *, needed: bool) -> list[Message]:
    """Take the boundary from the body; a body without one is itself the one part of what has to have some."""
    boundary = _DELIMITER.search(body)
    head = b'Content-Type: multipart/mixed; boundary="%s"\n\n' % boundary[1] if boundary else b""
    again = _message(head + body.lstrip()) if boundary or needed else None
    if again is None or not boundary:
        return [] if again is None else [again]
    return parts_of(again)


def parts_of(message: Message) -> list[Message]:
    """Give the parts of a container; none for a part with content."""
    return [part for part in message.get_payload() if isinstance(part, Message)] if message.is_multipart() else []


def root_of(container: Message, parts: Sequence[Message]) -> Message | None:
    """Give the part that the others of a `multipart/related` belong to: as stated, else the first with a text in it."""
    start = parameter(container, "start")
    stated = [part for part in parts if start and header(part, "content-id").strip("<>") == start]
    texts = [part for part in parts if kind(part).startswith(("text/html", "multipart/"))]
    return next(iter((*stated, *texts, *parts)), None)


def attached_mail(part: Message, options: Options) -> Message | None:
    """Give the mail that a part is: attached as a mail, in base64 against the rules, or as a file named `.eml`."""
    if kind(part) == "message/rfc822" and part.is_multipart():
        inner = parts_of(part)[0]
        coded = header(part, "content-transfer-encoding").lower().startswith("base64") and not inner.keys()
        return parsed(_from_base64(raw_bytes(inner))[0], options) if coded else inner
    if not part.is_multipart() and name_of(part).lower().endswith(".eml"):
        return parsed(bytes_of(part)[0], options)
    return None


# --- headers ---


def _tried(read: Callable[[], T], otherwise: T) -> T:
    """Read what stands in a header, unless it is damaged."""
    try:
        return read()
    except PARSER_ERRORS:
        return otherwise


def kind(part: Message) -> str:
    """Give the type of a part: `text/html`."""
    return _tried(part.get_content_type, "text/plain")


def parameter(part: Message, name: str) -> str:
    """Give a parameter of a part's type: `charset`, `start` (without brackets); empty where none can be read."""
    return _tried(lambda: collapse_rfc2231_value(part.get_param(name, "")), "").strip()


def is_attached(part: Message) -> bool:
    """Tell whether a part is meant to be saved, not shown."""
    return _tried(part.get_content_disposition, None) == "attachment"


def name_of(part: Message) -> str:
    """Give the name of an attached file, else its type."""
    found = _tried(part.get_filename, None) or ""
    return (_readable(found) or _readable(kind(part)))[:80]


def header(message: Message, name: str) -> str:
    """Give a header as people read it, on one line: `=?utf-8?q?Caf=C3=A9?=` is `Café`. Empty where there is none."""
    return _readable(str(message.get(name, "")))


def mailboxes(*values: str) -> list[tuple[str, str]]:
    """Give the names and addresses in values such as `Jane Doe <jane@example.org>, john@example.org`."""
    return _tried(lambda: _addresses(values), [])  # brackets inside one another end in a RecursionError


def _addresses(values: Sequence[str]) -> list[tuple[str, str]]:
    """Parse as all versions of Python once did: now they refuse every value for a single one that is odd, or empty."""
    try:
        return getaddresses(values, strict=False)
    except TypeError:  # a Python from before that was so has no such choice
        return getaddresses(values)


def _readable(value: str) -> str:
    """Decode a value of a header, in whichever of the two ways it is encoded."""
    raw = value[:MAX_HEADER]
    text = raw if any(ord(c) > 0xFF for c in raw) else text_of(raw.encode("latin-1"))[0]
    return " ".join(plain(_ENCODED_WORDS.sub(lambda found: _decoded_run(found[0]), text))[0].split())


def _decoded_run(run: str) -> str:
    """Decode words that stand together: a character may be split between two."""
    after = run[len(run.rstrip()) :]
    try:
        pieces = decode_header(" ".join(run.split()))
    except (HeaderParseError, *PARSER_ERRORS):
        return run
    found = (decoded(b, (c or "").split("*")[0])[0] if isinstance(b, bytes) else b for b, c in pieces)
    return "".join(found) + after


# --- contents ---


def raw_bytes(part: Message) -> bytes:
    """Give the bytes of a part as they stand in the file."""
    payload = part.get_payload()
    return payload.encode("latin-1", "replace") if isinstance(payload, str) else b""


def is_page(part: Message, text: str) -> bool:
    """Tell whether a part is HTML: by its type, or by how its text begins."""
    return kind(part) in ("text/html", "application/xhtml+xml") or bool(_PAGE.match(text))


def bytes_of(part: Message) -> tuple[bytes, tuple[str, ...]]:
    """Undo the encoding of a part for its transport; say in notes where it was not what it was called."""
    raw = raw_bytes(part)
    how = header(part, "content-transfer-encoding").lower()
    if how.startswith("quoted"):
        return quopri.decodestring(raw), ()
    if how.startswith("base64"):
        return _from_base64(raw)
    return raw, ()


def _from_base64(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    strange = re.sub(rb"[A-Za-z0-9+/=\r\n]", b"", raw)
    if len(strange) > FALSE_BASE64 * len(raw):
        return raw, ("a part that is called base64 is not, and was read as it stands",)
    runs = (re.sub(rb"[^A-Za-z0-9+/]", b"", run) for run in re.split(rb"=+", raw))
    whole = (run[:-1] if len(run) % 4 == 1 else run for run in runs)
    data = b"".join(base64.b64decode(run + b"=" * (-len(run) % 4)) for run in whole)
    return data, ("a damaged part was read as far as possible",) if strange.strip() else ()


def text_of_part(part: Message) -> tuple[str, tuple[str, ...]]:
    """Give the text of a part, and what had to be repaired in notes."""
    data, repaired = bytes_of(part)
    charset = parameter(part, "charset")
    if not charset and data[:1_000].lstrip().startswith(b"<"):
        stated = _META_CHARSET.search(data[:_META_PLACE])
        charset = stated[1].decode("ascii", "replace") if stated else ""
    text, notes = decoded(data, charset)
    return text, (*repaired, *notes)
