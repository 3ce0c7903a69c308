"""PDFs to read in the tests, written by hand so that each line stands where the test wants it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from newsdigest.options import Options
from newsdigest.read.found import Found
from newsdigest.read.pdf import read

Piece = tuple[float, float, float, str]
"""A line's x, y (points, from the lower left corner), size and text."""
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
TOP, LEFT = 760.0, 60.0


def document(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Write objects, the first of which is the catalogue, with their table."""
    data, places = b"%PDF-1.7\n", []
    for number, inside in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(data))
    return data + head + end


def stream(content: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (extra, len(packed), packed)


def drawn(pieces: Sequence[Piece]) -> bytes:
    """Write the operators that show lines of text."""
    found = b"BT\n"
    for x, y, size, text in pieces:
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        found += b"/F %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n" % (size, x, y, shown)
    return found + b"ET"


def pages(*contents: bytes, info: bytes = b"", font: bytes = FONT, more: Sequence[bytes] = ()) -> bytes:
    """Write a document of pages with these contents; `more` objects have numbers from 4 on."""
    first = 4 + len(more)
    kids = b" ".join(b"%d 0 R" % number for number in range(first, first + 2 * len(contents), 2))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)), font]
    objects += more
    for number, content in enumerate(contents):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
        forms = b"/XObject<</X 4 0 R>>" if more else b""
        objects += [page % (first + 2 * number + 1, forms), stream(content)]
    return document([*objects, info or b"<<>>"], b"/Info %d 0 R" % (len(objects) + 1))


def column(
    *paragraphs: Sequence[str], gap: float = 24, indent: float = 0, x: float = LEFT, y: float = TOP
) -> list[Piece]:
    """Set paragraphs of 11-point lines, 14 points from one to the next, `gap` points between paragraphs."""
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        for number, text in enumerate(paragraph):
            pieces.append((x + (0 if number else indent), y, 11, text))
            y -= 14 if number < len(paragraph) - 1 else gap
    return pieces


def one(data: bytes, **options: int) -> Found:
    (found,) = read(data, Options(**options))  # type: ignore[arg-type]  # numbers are what they take
    return found


def lines(*contents: Sequence[Piece]) -> list[str]:
    """Read pages of lines."""
    return one(pages(*map(drawn, contents))).text.split("\n")
