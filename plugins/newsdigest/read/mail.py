"""Mail: newsletters and forwarded articles.

The bytes of an `.eml` file come in; its article goes out, or where mails are attached to it, one article for each of
them. Of a mail in two versions the plain one is taken, unless the page holds more or the plain one is full of
addresses (a newsletter's hold the reader's own). Stated are the subject, the date and the outlet it was sent by; a
person who writes or forwards is neither author nor outlet, and what was written around the article is counted, not
published. Limits: attached documents are named, not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from email.message import Message
from email.utils import parsedate_to_datetime

from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read import mime
from newsdigest.read.found import Found
from newsdigest.read.mail_parts import Content, content_of
from newsdigest.read.mail_private import People, private_lines
from newsdigest.read.mail_sender import outlet_of
from newsdigest.read.mail_text import Letter, letter, plain_subject
from newsdigest.text import counted, words

RECIPIENTS = ("to", "cc", "delivered-to", "envelope-to", "x-original-to")
"""Headers with the reader's own address."""
WRITERS = ("from", "sender", "reply-to")
ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
LISTED = ("list-id", "list-unsubscribe", "list-post")
"""Headers of mails that go to many readers."""


def read(data: bytes, options: Options) -> tuple[Found, ...]:
    """Find the article in a mail. Raises UnusableFileError where it holds no text."""
    found = _articles(mime.parsed(data, options), options)
    if len(found) == 1:
        if found[0].problem:
            raise UnusableFileError(found[0].problem)
        return (_discreet(replace(found[0], key="")),)
    return tuple(map(_discreet, _numbered(found)))


def _discreet(found: Found) -> Found:
    """Leave out what stands around the article: notes, addresses and signatures are not meant for publication."""
    if not found.frame:
        return found
    around = frozenset(found.frame)
    lines = ["" if number in around else line for number, line in enumerate(found.text.split("\n"), start=1)]
    said = counted(len(around), "line")
    note = f"{said} of the mail around the article not published; to show them, save the mail's text as .txt"
    return replace(found, text="\n".join(lines), frame=(), notes=(*found.notes, note))


def _numbered(found: Iterable[Found]) -> tuple[Found, ...]:
    """Make the keys differ: the same mail may be attached twice."""
    seen: dict[str, int] = {}
    numbered = []
    for one in found:
        seen[one.key] = seen.get(one.key, 0) + 1
        numbered.append(replace(one, key=f"{one.key} {seen[one.key]}") if seen[one.key] > 1 else one)
    return tuple(numbered)


def _articles(message: Message, options: Options) -> list[Found]:
    content = content_of(message, options, top=True)
    outer = _article(message, content)
    inner = [found for mail in content.mails for found in _articles(mail, options)]
    first = next((place for place, found in enumerate(inner) if not found.problem), None)
    if first is None:
        return [outer]
    return [*inner[:first], _below(outer, inner[first]), *inner[first + 1 :]]


def _below(outer: Found, inner: Found) -> Found:
    """Put what was written to go with a mail above it, as lines that stand around the article."""
    above = [*outer.text.split("\n"), ""] if outer.text else []
    return replace(
        inner,
        text="\n".join((*above, inner.text)),
        frame=(*_filled(above, range(1, len(above) + 1)), *(number + len(above) for number in inner.frame)),
        headings=tuple(number + len(above) for number in inner.headings),
        notes=(*outer.notes, *inner.notes, "a mail attached to a mail: the inner one is the article"),
    )


def _filled(lines: Sequence[str], numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(number for number in sorted(numbers) if lines[number - 1].strip())


def _article(message: Message, content: Content) -> Found:
    subject, kind = plain_subject(mime.header(message, "subject"))
    lines = "\n\n".join(found.text for found in content.texts).split("\n")
    found = letter(lines, kind)
    text = "\n".join(found.lines)
    sender, date = mime.header(message, "from"), mime.header(message, "date")
    key = mime.header(message, "message-id") or f"{sender} {date} {subject}"
    notes = (*(note for one in content.texts for note in one.notes), *_notes(content, found))
    if not words(text):
        return Found("", notes=notes, key=key, problem=_nothing(message, content))
    frame = _frame(content.texts, found)
    private = private_lines(found.lines, _people(message, found), frame)
    return Found(
        text,
        stated=_stated(message, found, subject),
        frame=_filled(found.lines, {*frame, *private}),
        headings=_shifted((found.headings, found.text) for found in content.texts),
        notes=notes,
        key=key,
    )


def _frame(texts: Sequence[Found], found: Letter) -> tuple[int, ...]:
    """Give the lines around the article, in the letter and on the page; only the former where nothing would be left."""
    around = {place + 1 for place in found.frame}
    both = around | set(_shifted((one.frame, one.text) for one in texts))
    left = any(words(line) for number, line in enumerate(found.lines, start=1) if number not in both)
    return _filled(found.lines, both if left else around)


def _people(message: Message, found: Letter) -> People:
    """Tell who wrote a mail or sent it on, where that is a person, and who got it."""
    inner = found.stated or {}
    readers = mime.mailboxes(*(mime.header(message, name) for name in RECIPIENTS), inner.get("to", ""))
    writers = (
        [mime.header(message, name) for name in WRITERS] if found.stated is not None or not _is_news(message) else []
    )
    if "from" in inner and not outlet_of(inner["from"], listed=False):
        writers.append(inner["from"])
    return People(tuple(mime.mailboxes(*writers)), tuple(readers))


def _is_news(message: Message) -> bool:
    return _is_listed(message) or bool(outlet_of(mime.header(message, "from"), listed=False))


def _is_listed(message: Message) -> bool:
    return any(mime.header(message, name) for name in LISTED)


def _shifted(numbers: Iterable[tuple[Sequence[int], str]]) -> tuple[int, ...]:
    """Count the lines of texts that stand under one another, an empty line between two."""
    shifted: list[int] = []
    above = 0
    for places, text in numbers:
        shifted += [above + place for place in places]
        above += text.count("\n") + 2
    return tuple(shifted)


def _nothing(message: Message, content: Content) -> str:
    if mime.kind(message) in ENCRYPTED:
        return "the mail is encrypted; save its text from the program that can read it"
    if content.names:
        return f"the mail holds no text, only {_attached(content)}; save that in the folder instead"
    return "the mail holds no text; save it again or delete the file"


def _notes(content: Content, found: Letter) -> tuple[str, ...]:
    forwarded = ("a forwarded mail: title, date and source are those of the mail inside",) if found.stated else ()
    return (*forwarded, f"{_attached(content)} left out") if content.names else forwarded


def _attached(content: Content) -> str:
    """Count the attachments; their names may be nobody else's business."""
    return "1 attachment" if len(content.names) == 1 else f"{len(content.names)} attachments"


def _stated(message: Message, found: Letter, subject: str) -> Stated:
    archived = re.fullmatch(r"<?(https?://[^\s<>]+)>?", mime.header(message, "archived-at"))
    if found.stated is None:
        return Stated(
            title=subject or None,
            outlet=outlet_of(mime.header(message, "from"), listed=_is_listed(message)),
            url=archived[1] if archived else None,
            date=_date(mime.header(message, "date")),
            origin="mail header",
        )
    return Stated(
        title=plain_subject(found.stated.get("subject", ""))[0] or subject or None,
        outlet=outlet_of(found.stated.get("from", ""), listed=False),
        date=found.stated.get("date") or None,
        origin="mail header",
    )


def _date(stated: str) -> str | None:
    """Bring the date of a mail to the form that everybody reads; any other stays as it is."""
    try:
        return parsedate_to_datetime(stated).isoformat() if stated else None
    except (IndexError, OverflowError, TypeError, ValueError):
        return stated
