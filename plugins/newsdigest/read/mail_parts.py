"""What a mail holds: the texts to be shown, the mails attached to it, the names of other files.

A part of a mail comes in, its content goes out. Parts that stand beside each other are taken in order; of a text in two
versions the plain one, unless the page holds more, or the plain one is a printed page: full of addresses, which in a
newsletter are the reader's own and belong in no article. Limits: attached documents are named, not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.message import Message

from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import mime
from newsdigest.read.found import Found
from newsdigest.read.mail_text import unflowed
from newsdigest.read.page import found_in
from newsdigest.text import words

WHOLE = 0.8
"""Share of the page's words that the plain version must have: the rest is its menu; a stub has below 0.3."""
LITTER = 0.01
"""Addresses a word from which on a plain version is a printed page: newsletters have 0.03 and more, letters 0.005."""
SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
"""Parts that are no files to anybody."""
_ADDRESS = re.compile(r"https?://\S")
_TARGET = re.compile(r"\s?[<(\[]\s?https?://[^\s<>()\[\]]+\s?[>)\]]")
"""Where a link of the page leads to, as its plain version prints it: `the report <https://example.com/c?reader=77>`."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a part of a mail holds: texts to be shown, mails attached, the names of other files."""

    texts: tuple[Found, ...] = ()
    mails: tuple[Message, ...] = ()
    names: tuple[str, ...] = ()
    plain: bool = False
    size: int = 0
    """Words of the texts, without addresses; counted once, as a mail has up to 200 containers inside one another."""
    addresses: int = 0


def content_of(part: Message, options: Options, *, top: bool = False) -> Content:
    """Gather what a part holds; `top` for the whole of a mail, which is shown even where it says that it is a file."""
    kind = mime.kind(part)
    inner = mime.attached_mail(part, options)
    if inner is not None:
        return Content(mails=(inner,))
    parts = mime.parts_of(part)
    if kind == "multipart/related":
        root = mime.root_of(part, parts)
        parts = [one for one in parts if one is root or mime.is_attached(one)]
    if parts:
        found = [content_of(one, options) for one in parts]
        return _best(found) if kind == "multipart/alternative" else _together(found)
    if kind in ("text/plain", "text/html") and (top or not mime.is_attached(part)):
        return _shown(part, options)
    return Content(names=() if kind in SIGNATURES or kind.startswith("multipart/") else (mime.name_of(part),))


def _shown(part: Message, options: Options) -> Content:
    text, notes = mime.text_of_part(part)
    if mime.is_page(part, text):
        return _page(part, text, notes, options)
    if mime.parameter(part, "format").lower() == "flowed":
        text = unflowed(text, without_space=mime.parameter(part, "delsp").lower() == "yes")
    return _counted(Found(text.strip("\n"), notes=notes), plain=True)


def _page(part: Message, text: str, notes: tuple[str, ...], options: Options) -> Content:
    try:
        found = found_in(text, notes, options)
    except UnusableFileError:
        return Content(names=(mime.name_of(part),))
    return _counted(found, plain=False)


def _counted(found: Found, *, plain: bool) -> Content:
    if not words(found.text):
        return Content()
    bare, addresses = _ADDRESS.subn("", found.text)
    return Content(texts=(found,), plain=plain, size=len(words(bare)), addresses=addresses)


def _together(found: Sequence[Content]) -> Content:
    return Content(
        texts=tuple(text for one in found for text in one.texts),
        mails=tuple(mail for one in found for mail in one.mails),
        names=tuple(name for one in found for name in one.names),
        plain=all(one.plain for one in found if one.texts),
        size=sum(one.size for one in found),
        addresses=sum(one.addresses for one in found),
    )


def _best(found: Sequence[Content]) -> Content:
    """Choose among versions of the same: the plain one, unless a page holds more or the plain one is a printed page."""
    if len(found) == 1:
        return found[0]
    whole = _together(found)
    plain = max((one for one in found if one.plain), key=_size, default=Content())
    page = max((one for one in found if not one.plain), key=_size, default=Content())
    stub = plain.size < WHOLE * page.size
    printed = plain.addresses > LITTER * plain.size and page.size > plain.size / 2
    best = page if stub or printed else plain
    texts = best.texts if best is page else tuple(replace(one, text=_TARGET.sub("", one.text)) for one in best.texts)
    return replace(whole, texts=texts, plain=best is plain, size=best.size, addresses=best.addresses)


def _size(content: Content) -> int:
    return content.size
