"""A page saved in one file becomes the article on it."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import mhtml
from newsdigest.read.found import Found

FIRST = "The bridge of Dunmore opened on Monday – after two years of work, the mayor said at the river."
SECOND = "It is red, as the old one was, and carries two lanes and a path for people on foot."
URL = "https://example.org/bridge"


def page(head: str = "<title>Bridge opens</title>", body: str = f"<p>{FIRST}</p><p>{SECOND}</p>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Bridge opens</h1>{body}</article></body></html>"


def part(content: bytes | str, kind: str = "text/html", more: str = f"Content-Location: {URL}\n") -> bytes:
    return f"Content-Type: {kind}\n{more}\n".encode() + (content.encode() if isinstance(content, str) else content)


def saved(*parts: bytes, head: str = "", kind: str = 'multipart/related; type="text/html"; boundary="b"') -> bytes:
    top = (
        f"From: <Saved by Blink>\nSubject: Bridge\nDate: Mon, 02 Mar 2026 08:00:00 GMT\n{head}Content-Type: {kind}\n\n"
    )
    return top.encode() + b"".join(b"--b\n" + one + b"\n" for one in parts) + b"--b--\n"


def read(data: bytes) -> Found:
    (found,) = mhtml.read(data, Options())
    return found


def holds(found: Found) -> bool:
    return FIRST in found.text and SECOND in found.text


def test_the_page_is_read_with_the_address_it_was_saved_from() -> None:
    found = read(saved(part(page()), part("x", "image/png", "Content-ID: <1>\n")))
    assert holds(found)
    assert (found.stated.url, found.stated.title, found.stated.origin) == (URL, "Bridge opens", "page metadata")


def test_the_day_on_which_the_page_was_saved_states_nothing() -> None:
    assert read(saved(part(page()))).stated.date is None


def test_what_the_page_states_of_its_address_comes_first() -> None:
    own = page(
        head='<link rel="canonical" href="https://example.org/own"><meta property="og:url" content="https://example.org/own">'
    )
    assert read(saved(part(own))).stated.url == "https://example.org/own"


@pytest.mark.parametrize(
    ("head", "location", "url"),
    [
        (f"Snapshot-Content-Location: {URL}\n", "cid:frame-1@mhtml.blink", URL),
        ("Snapshot-Content-Location: file:///home/page.html\n", "file:///home/page.html", None),
        ("", "cid:frame-1@mhtml.blink", None),
    ],
)
def test_only_an_address_of_the_web_is_one(head: str, location: str, url: str | None) -> None:
    assert read(saved(part(page(), more=f"Content-Location: {location}\n"), head=head)).stated.url == url


def test_the_title_of_a_page_that_has_none_is_the_one_it_was_saved_under() -> None:
    bare = f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert read(saved(part(bare))).stated.title == "Bridge"


@pytest.mark.parametrize("how", ["8bit", "base64", "binary", "quoted-printable"])
@pytest.mark.parametrize(
    ("written", "stated", "meta"),
    [
        ("utf-8", "", '<meta charset="utf-8">'),
        ("utf-8", "", ""),
        ("utf-8", "; charset=windows-1252", ""),
        ("cp1252", "; charset=windows-1252", ""),
        ("cp1252", "; charset=utf-8", ""),
        ("cp1252", "; charset=iso-8859-1", ""),
        ("cp1252", "", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("utf-16", '; charset="unicode"', ""),
    ],
)
def test_a_page_is_read_in_any_charset_and_transport(how: str, written: str, stated: str, meta: str) -> None:
    data = page(head=meta).encode(written)
    if written == "utf-16" and how in ("8bit", "binary"):
        return  # line ends of two bytes do not pass a file of lines
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(how, bytes)(data)
    found = read(saved(part(packed, f"text/html{stated}", f"Content-Transfer-Encoding: {how}\n")))
    assert holds(found)


@pytest.mark.parametrize(
    ("head", "kind", "first", "more"),
    [
        ("", 'multipart/related; boundary=b; start="<root>"', "Content-ID: <other>\n", "Content-ID: <root>\n"),
        (f"Snapshot-Content-Location: {URL}\n", "multipart/related; boundary=b", "", f"Content-Location: {URL}\n"),
    ],
)
def test_the_root_is_the_part_that_the_file_says(head: str, kind: str, first: str, more: str) -> None:
    frame = page(body=f"<p>{SECOND}</p>" * 3)
    assert holds(read(saved(part(frame, more=first), part(page(), more=more), head=head, kind=kind)))


def test_else_the_root_is_the_first_page_in_the_file() -> None:
    frame = page(body="<p>An advertisement in a frame of its own, longer than anything else here.</p>" * 9)
    assert holds(read(saved(part("{}", "text/css"), part(page()), part(frame))))


def test_a_page_made_of_frames_is_its_longest_frame() -> None:
    frames = "<html><frameset cols='20%,*'><frame src='menu.htm'><frame src='text.htm'></frameset></html>"
    assert holds(read(saved(part(frames), part("<html><p>Menu</p></html>"), part(page()))))


@pytest.mark.parametrize(
    "data",
    [
        saved(part(page()), part("x" * 500, "image/png"))[:-300],
        saved(part(page())).replace(b'boundary="b"', b'boundary="c"'),
        saved(part(page())).replace(b"; boundary=", b"; border="),
        saved(part(page())).replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + saved(part(page())),
        page().encode(),
        b"\n \n" + page(head='<meta charset="windows-1252">').encode("cp1252"),
        page().encode("utf-16"),
        f"Content-Type: text/html; charset=utf-8\nContent-Location: {URL}\n\n{page()}".encode(),
    ],
)
def test_a_damaged_file_or_one_that_is_only_a_page_is_read(data: bytes) -> None:
    assert holds(read(data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text, and no page at all",
        saved(part("x", "image/png")),
        saved(part("<html><body><img src=a.png></body></html>")),
        saved(),
    ],
)
def test_a_file_without_a_page_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(UnusableFileError, match=r"no page with text in it; open|no text on the page; save"):
        read(data)


@given(st.binary(max_size=300), st.integers(0, 600))
def test_no_damage_makes_it_fail(noise: bytes, place: int) -> None:
    good = saved(part(page()))
    try:
        assert read(good[:place] + noise + good[place:]).text
    except UnusableFileError as error:
        assert "; " in str(error)  # noqa: PT017  # refusal is one of two right answers
