"""A PDF that is damaged, locked, empty or hostile is refused with what to do, or read as far as it goes."""

from __future__ import annotations

import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read.pdf import read
from pypdf import PdfReader, PdfWriter

from .pdfs import column, document, drawn, lines, one, pages, stream

TEXT = "The old pier of the town opened again on Monday."
PAGE = drawn(column((TEXT,)))
GOOD = pages(PAGE, info=b"<</Title(The old pier)>>")
PIECES = (
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"/Kids", b"/Parent 3 0 R", b" 2 0 R", b"/Length 99999999", b"-1", b"null"),
    *(b"stream", b"endstream", b"endobj", b"/Filter/LZWDecode", b"/Filter/Fl", b"/Encrypt 3 0 R", b"Tj", b"Tf", b"cm"),
    *(b"startxref\n5", b"trailer<</Root 3 0 R>>", b"/Contents", b"\x00\xff", b"1e999", b"0.0.0", b"/ToUnicode 5 0 R"),
)


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(GOOD)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def form(content: bytes, forms: bytes) -> bytes:
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %s>>>>" % forms)


def reason(data: bytes) -> str:
    with pytest.raises(UnusableFileError) as caught:
        read(data, Options())
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "found", "advice"),
    [
        (b"<html>", "no PDF", "save the article again"),
        (b"", "no PDF", "save the article again"),
        (b"%PDF-1.7\n", "damaged", "save it again"),
        (GOOD[:200], "damaged", "save it again"),
        (pages(), "0 pages", "save it again"),
        (pages(b""), "only pictures", "OCR"),
        (pages(drawn([(60, 20, 8, "7")])), "only pictures", "OCR"),
        (pages(drawn([(60, 700, 8, "...")])), "only pictures", "OCR"),
        (pages(b"BT /F 12 Tf (a) Tj ET BI ["), "a PDF of 1 page, none of which", "print the page to PDF anew"),
        (pages(b"BT ( BI [", b"BT ( BI ["), "a PDF of 2 pages, none of which could be read", "print the page to PDF"),
        (locked("secret"), "password", "save it without"),
    ],
)
def test_what_holds_no_text_is_refused_with_what_it_is_and_what_to_do(data: bytes, found: str, advice: str) -> None:
    assert found in reason(data)
    assert advice in reason(data)


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert one(locked("")).text == TEXT


def test_a_pdf_whose_fonts_hide_their_letters_is_refused() -> None:
    table = stream(b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <5a> <E001> endbfrange")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Odd/ToUnicode 4 0 R>>"
    assert "which letters" in reason(pages(b"BT /F 12 Tf (one ABCDEFGHIJKLMNOP two) Tj ET", font=font, more=[table]))


def test_a_page_that_cannot_be_read_is_noted_and_the_others_kept() -> None:
    found = one(pages(PAGE, b"BT ( BI [", PAGE.replace(b"Monday", b"Sunday")))
    assert found.text.split("\n") == [TEXT, TEXT.replace("Monday", "Sunday")]
    assert found.notes == ("1 of 3 pages could not be read: 2",)


def test_a_pdf_whose_end_is_missing_is_read_with_a_note() -> None:
    found = one(GOOD[: GOOD.index(b"startxref")])
    assert found.text == TEXT
    assert found.notes == ("the end of the PDF is missing: what is there was read",)


def test_what_stands_before_a_pdf_does_not_matter() -> None:
    assert one(b"\r\n\r\n" + GOOD).text == TEXT


def test_ligatures_and_wide_spaces_become_plain() -> None:
    table = stream(b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <66> <FB01> endbfchar")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 4 0 R>>"
    assert one(pages(drawn([(60, 700, 11, "the  f  rst")]), font=font, more=[table])).text == "the fi rst"


def test_no_more_is_read_than_an_article_may_have() -> None:
    long = pages(*(drawn(column((f"{number:04} {TEXT}",))) for number in range(1_000)))
    started = time.process_time()
    assert 100 < len(one(long, max_text=100).text) < 250
    assert time.process_time() - started < 10


def test_a_thousand_pages_are_read() -> None:
    assert len(lines(*(column((f"{number:04} {TEXT}",)) for number in range(1_000)))) == 1_000


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
TREE = [b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 2>>" % (number, number) for number in range(3, 30)]
DEEP = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % number for number in range(3, 20_000)]
LOOP = b"<</Kids[4 0 R]/First 4 0 R/Next 4 0 R/Prev 4 0 R>>"


@pytest.mark.parametrize(
    "data",
    [
        document([CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"]),
        document([CATALOGUE, *TREE, b"<</Type/Page/MediaBox[0 0 9 9]>>"]),
        document([CATALOGUE, *DEEP, b"<</Type/Page/MediaBox[0 0 9 9]>>"]),
        document([b"<</Type/Catalog/Pages 2 0 R/Names 4 0 R/Outlines 4 0 R>>", *[LOOP] * 3]),
        GOOD.replace(b"trailer\n<<", b"trailer\n<</Prev 100 "),
        pages(b"BT /F 9 Tf (x) Tj ET" + b" " * 300_000_000),
        pages(b"BT /F 9 Tf " + b"1 0 Td (a) Tj " * 500_000),
        pages(b"q " * 2_000_000),
        pages(b"[" * 100_000),
        pages(b"/X Do", more=[form(b"/X Do", b"4 0 R")]),
        pages(b"/X Do", more=[form(b"/X Do /X Do", b"%d 0 R" % number) for number in range(5, 35)]),
    ],
    ids=["loop", "tree", "deep", "names", "tables", "spaces", "letters", "states", "lists", "form", "forms"],
)
def test_bombs_and_loops_end_soon(data: bytes) -> None:
    started = time.process_time()
    try:
        read(data, Options())
    except UnusableFileError as error:
        told = str(error)
    else:
        told = "read"
    assert told
    assert time.process_time() - started < 20


def test_the_library_for_pdf_is_loaded_only_where_there_is_one() -> None:
    code = "import sys, newsdigest.read; print('pypdf' in sys.modules)"
    library = Path(__file__).resolve().parents[2] / "plugins"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(library)}, capture_output=True, text=True
    )
    assert done.stdout == "False\n", done.stderr


def test_the_library_s_own_warnings_stay_silent(caplog: pytest.LogCaptureFixture) -> None:
    one(GOOD.replace(b"endobj", b"endobjx", 1))
    assert caplog.records == []


def outcome(data: bytes) -> str:
    """Read, and say what came of it; only that a file is unusable may be raised."""
    try:
        found = one(data)
    except UnusableFileError as error:
        return str(error)
    return f"{found.text}{found.stated}{found.notes}"


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_that_the_file_is_unusable(data: bytes) -> None:
    for whole in (data, b"%PDF-1.7\n" + data, pages(data), pages(b"BT /F 9 Tf (a) Tj " + data)):
        assert outcome(whole).encode()


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 20), st.sampled_from(PIECES)), max_size=6))
def test_no_damage_raises_anything_but_that_the_file_is_unusable(damage: list[tuple[int, int, bytes]]) -> None:
    data = GOOD
    for at, dropped, piece in damage:
        data = data[:at] + piece + data[at + dropped :]
    assert outcome(data).encode()
