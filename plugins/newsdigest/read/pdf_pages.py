"""Pages of a PDF: bytes to lines with their place and size. The only module that loads pypdf.

The bytes of a PDF come in; the lines of all pages in the order in which they were written, the document's properties
and notes go out. pypdf was taken over PDFium (pypdfium2): on the same articles printed by five programs both gave the
same words, but PDFium took one justified page in nine for vertical writing and broke it into letters. pypdf is slower
(10 to 30 ms a page) and gives up on more damaged files; its limits against bombs are tightened here. Limits: the order
of columns is that of the file; pictures are not looked at.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read.encoding import plain
from newsdigest.read.pdf_lines import Line
from newsdigest.text import counted

FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DependencyError,
    DeprecationError,
    LookupError,
    PyPdfError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What pypdf 7.1 raised for 38,000 files that were damaged at random, and what is of the same kind."""
MAX_PAGES = 3_000
"""The longest books have 2,000; an endless tree of pages has more."""
MAX_TOKENS = 300_000
"""Of one page: a page of a newspaper has up to 20,000; these take two seconds."""
MAX_STREAM = 20_000_000
"""Bytes of one page's text, or of a font, when unpacked."""
TOP = 15
"""Lines of the first page in which what stands far apart is taken for lines of their own; below are tables."""
APART, WIDTH = 2, 0.6
"""Letter sizes between two such parts, and of a letter, at most: browsers print 0.45 to 0.6."""
LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
END = b"\nstartxref\n0\n%%EOF\n"
AGAIN = "save it again, or print the page to PDF anew"

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are for programmers; what matters becomes a note

Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of all pages, and what the document's properties say."""

    lines: tuple[Line, ...]
    title: str
    author: str
    notes: tuple[str, ...]


def document(data: bytes, options: Options) -> Document:
    """Read a PDF, as far as its text is not longer than any article may be. Raises UnusableFileError if it is none."""
    limits = {"stream_parsing_work_maximum_count": MAX_TOKENS, "zlib_maximum_output_length": MAX_STREAM}
    with apply_configuration(None, **limits):
        try:
            reader, notes = _read(data)
            _unlock(reader)
            return _document(reader, notes, options)
        except FAILURES as error:
            raise UnusableFileError(f"a damaged PDF ({type(error).__name__}); {AGAIN}") from error


def _read(data: bytes) -> tuple[PdfReader, tuple[str, ...]]:
    """Open a PDF; where the end is missing, with one that makes pypdf look for the objects itself."""
    try:
        return PdfReader(BytesIO(data)), ()
    except PyPdfError:
        return PdfReader(BytesIO(data + END)), ("the end of the PDF is missing: what is there was read",)


def _unlock(reader: PdfReader) -> None:
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except (DependencyError, NotImplementedError):
        locked = True
    if locked:
        raise UnusableFileError("a PDF locked with a password; save it without, or print the page to PDF anew")


def _document(reader: PdfReader, notes: tuple[str, ...], options: Options) -> Document:
    count = len(reader.pages)
    lines: list[Line] = []
    broken: list[int] = []
    length = 0
    for number in range(1, min(count, MAX_PAGES) + 1):
        try:
            found = tuple(_lines(reader.pages[number - 1], number))
        except FAILURES:
            broken.append(number)
            continue
        lines += found
        length += sum(len(line.text) for line in found)
        if length > options.max_text:
            break
    if not count or len(broken) == count:
        raise UnusableFileError(f"a PDF of {counted(count, 'page')}, none of which could be read; {AGAIN}")
    return Document(tuple(lines), *_properties(reader), (*notes, *_notes(count, broken)))


def _notes(count: int, broken: Sequence[int]) -> Iterator[str]:
    if count > MAX_PAGES:
        yield f"only the first {MAX_PAGES:,} of {count:,} pages were read"
    if broken:
        numbers = ", ".join(map(str, broken[:10])) + (", …" if len(broken) > 10 else "")
        yield f"{len(broken)} of {count} pages could not be read: {numbers}"


def _properties(reader: PdfReader) -> tuple[str, str]:
    try:
        stated = reader.metadata
        return (str(stated.title or ""), str(stated.author or "")) if stated else ("", "")
    except FAILURES:
        return "", ""


def _lines(page: PageObject, number: int) -> Iterator[Line]:
    """Put the pieces of text together that pypdf finds on a page; it tells where each begins, and where a line ends."""
    pieces: list[Line] = []

    def take(text: str, outer: Matrix, inner: Matrix, _font: object, size: float) -> None:
        (a, b, c, d, e, f), (_, _, r, s, t, u) = outer, inner
        height = max(abs(r * a + s * c), abs(r * b + s * d))
        pieces.append(Line(text, number, t * a + u * c + e, t * b + u * d + f, size * height))

    page.extract_text(visitor_text=take)
    texts: list[str] = []
    start: Line | None = None
    count, end = 0, 0.0
    for piece in (*pieces, Line("\n", number, 0, 0, 0)):
        for text in re.split(r"(\n)", piece.text):
            apart = number == 1 and count < TOP and _is_apart(text, piece.x - end, piece.size)
            if start and (text == "\n" or apart):
                yield replace(start, text=_tidy("".join(texts)))
                texts, start, count = [], None, count + 1
            if text != "\n":
                texts.append(text)
                start = start or (piece if text.strip() else None)
                end = piece.x + WIDTH * piece.size * len(text) if text.strip() else end


def _is_apart(text: str, gap: float, size: float) -> bool:
    """Tell a date or a button from the byline that it is on one line with; running text never has such gaps."""
    first = text.strip()[:1]
    return (first.isupper() or first.isdigit()) and gap > APART * size


def _tidy(text: str) -> str:
    """Take ligatures (`ﬁ`) apart, make one space of several, drop control characters."""
    return " ".join(plain(text.translate(LIGATURES))[0].split())
