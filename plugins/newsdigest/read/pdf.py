"""PDF: the bytes of a document with a text layer come in, the article in it goes out.

Lines are joined to paragraphs (`pdf_lines`); what is printed around the text on its pages is the frame, larger lines
are headings. The document's properties count only where the text says the same: they are left over from templates and
hold the names of computers' users. When a PDF was made is not when its article was published. Limits: scans have to go
through text recognition first; tables come out as lines.
"""

from __future__ import annotations

import re
import unicodedata

from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read.encoding import plain
from newsdigest.read.entries import address_of
from newsdigest.read.found import Found
from newsdigest.read.pdf_lines import BIGGER, Block, blocks, usual_size
from newsdigest.text import straight, words

HEAD = 1024
"""Bytes within which a PDF says that it is one, as its readers have it."""
UNREADABLE = 0.1
"""Share of characters without meaning from which on a font does not tell its letters: text has none."""
SCAN = "the PDF holds only pictures of its pages; run text recognition (OCR) on it first, or save the article as a page"
CODES = "the PDF's fonts do not tell which letters they show; save the article as a page or as text"
BEGINNING = 10_000
"""Characters of the text in which a title has to stand."""
PRINTED = "the address is the one that the browser printed on the pages"
_FOOT = re.compile(r"(?P<address>[^\s…]+[^\s….])\s+\d{1,3}/\d{1,3}")
_AND = re.compile(r"[;,]|\sand\s")
_SITE = re.compile(r"\s+[|–—-]\s+")


def read(data: bytes, options: Options) -> tuple[Found, ...]:
    """Find the article in a PDF. Raises UnusableFileError for what is none, or holds no text."""
    if b"%PDF-" not in data[:HEAD]:
        raise UnusableFileError("no PDF, though its name says so; save the article again")
    from newsdigest.read.pdf_pages import document  # loads pypdf

    pdf = document(data, options)
    found = [block for block in blocks(pdf.lines) if block.text]
    _check(found)
    text = "\n".join(block.text for block in found)
    address = _address(found)
    stated = Stated(
        title=_title(pdf.title, text),
        authors=_authors(pdf.author, text),
        url=address,
        origin="document properties",
    )
    frame = tuple(number for number, block in enumerate(found, start=1) if block.furniture)
    notes = (*pdf.notes, *([PRINTED] if address else ()))
    return (Found(text, stated, frame, _headings(found), notes),)


def _check(found: list[Block]) -> None:
    """Raise UnusableFileError where there is no text, or only the numbers of letters."""
    if not any(words(block.text) for block in found if not block.furniture):
        raise UnusableFileError(SCAN)
    shown = "".join(block.text for block in found)
    odd = sum(unicodedata.category(char) in ("Cc", "Cn", "Co") or char == "\ufffd" for char in shown)
    if odd > UNREADABLE * len(shown):
        raise UnusableFileError(CODES)


def _headings(found: list[Block]) -> tuple[int, ...]:
    """Give the lines of larger blocks below the first paragraph; those above it are the title's."""
    size = usual_size([block for block in found if not block.furniture])
    text = [number for number, block in enumerate(found, start=1) if not block.furniture]
    big = [number for number in text if found[number - 1].size >= BIGGER * size]
    first = next((number for number in text if number not in big), len(found))
    return tuple(number for number in big if number > first)


def _address(found: list[Block]) -> str | None:
    """Take the address that a browser printed at the foot of every page, if it is all there."""
    printed = (_FOOT.fullmatch(block.text) for block in found if block.furniture)
    addresses = {address_of(foot["address"]) for foot in printed if foot}
    return addresses.pop() if len(addresses) == 1 else None


def _title(stated: str, text: str) -> str | None:
    """Take a title that stands in the text too, with or without the site's name."""
    title = " ".join(plain(stated)[0].split())
    return title if _stands_in(_SITE.split(title)[0], text[:BEGINNING]) else None


def _authors(stated: str, text: str) -> tuple[str, ...]:
    """Take authors that the text names too, all or none."""
    names = tuple(name for part in _AND.split(plain(stated)[0]) if (name := " ".join(part.split())))
    return names if all(_stands_in(name, text) for name in names) else ()


def _stands_in(part: str, text: str) -> bool:
    sought = _folded(part)
    return " " in sought and f" {sought} " in f" {_folded(text)} "


def _folded(text: str) -> str:
    return " ".join(words(straight(text).casefold()))
