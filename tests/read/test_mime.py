"""Mails and saved pages are taken apart, however damaged."""

from __future__ import annotations

import base64
import quopri
from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import mime

TEXT = "Der Bürgermeister sagte, die Brücke werde im März geöffnet."


def parsed(text: str | bytes) -> Message:
    return mime.parsed(text if isinstance(text, bytes) else text.encode(), Options())


def texts(message: Message) -> list[str]:
    return [mime.text_of_part(p)[0].strip() for p in message.walk() if not mime.parts_of(p)]


# --- headers ---


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("=?utf-8?q?Caf=C3=A9_opens?=", "Café opens"),
        ("=?utf-8?Q?Caf=C3=A9?= =?utf-8?Q?_opens?=", "Café opens"),
        ("=?utf-8?B?Q2Fmw6k=?= opens", "Café opens"),
        ("=?utf-8?B?Q2Fmw?= =?utf-8?B?6k=?=", "=?utf-8?B?Q2Fmw?= =?utf-8?B?6k=?="),
        ("=?utf-8?Q?Caf=C3?=\r\n =?utf-8?Q?=A9?= opens", "Café opens"),
        ("=?iso-8859-1?q?Caf=E9?= and =?koi8-r?b?8M/T1A==?=", "Café and Пост"),
        ("=?utf-8*en?q?Caf=C3=A9?=", "Café"),
        ("=?no-such?q?Caf=C3=A9?=", "Café"),
        ("=?iso-8859-1?q?Caf=C3=A9?=", "Café"),
        ("Harbour opens\r\n\tat last", "Harbour opens at last"),
        ("Café, in the open", "Café, in the open"),
        ("A =?broken thing", "A =?broken thing"),
    ],
)
def test_a_header_is_given_as_people_read_it(raw: str, read: str) -> None:
    assert mime.header(parsed(f"Subject: {raw}\n\ntext"), "subject") == read


def test_a_header_of_eight_bits_is_read() -> None:
    assert mime.header(parsed("Subject: Caf\xe9 opens\n\ntext".encode("latin-1")), "Subject") == "Café opens"


def test_a_missing_header_is_empty() -> None:
    assert mime.header(parsed("\ntext"), "subject") == ""


@pytest.mark.parametrize(
    "stated",
    [
        "text/plain; charset*1=a; charset*=b",
        "text/plain; charset*" + "9" * 1900 + "=x",
        "text/plain; charset",
        "/",
        ";=",
    ],
)
def test_damaged_parameters_state_nothing(stated: str) -> None:
    message = parsed(f"Content-Type: {stated}\n\n{TEXT}")
    assert mime.parameter(message, "charset") in ("", "a", "x")
    assert mime.text_of_part(message)[0] == TEXT


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="r\u00e9sum\u00e9.pdf"', "résumé.pdf"),
        ("attachment; filename==?utf-8?q?r=C3=A9sum=C3=A9.pdf?=", "résumé.pdf"),
        ("attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf", "résumé.pdf"),
        ("attachment", "application/pdf"),
        ('attachment; filename="a\r\n b.pdf"', "a b.pdf"),
    ],
)
def test_an_attached_file_has_a_name(disposition: str, name: str) -> None:
    message = parsed(f"Content-Type: application/pdf\nContent-Disposition: {disposition}\n\nx")
    assert mime.name_of(message) == name
    assert mime.is_attached(message)


# --- contents ---


@pytest.mark.parametrize(
    ("how", "body"),
    [
        ("8bit", TEXT.encode()),
        ("base64", base64.encodebytes(TEXT.encode())),
        ("BASE64 ", base64.b64encode(TEXT.encode())),
        ("quoted-printable", quopri.encodestring(TEXT.encode())),
        (" Quoted-Printable;", quopri.encodestring(TEXT.encode())),
        ("binary", TEXT.encode()),
        ("no-such", TEXT.encode()),
        ("base64", TEXT.encode()),
        ("base64", base64.b64encode(TEXT.encode()[:20]) + b"\n" + base64.b64encode(TEXT.encode()[20:])),
        ("base64", base64.b64encode(TEXT.encode()).rstrip(b"=")),
    ],
)
def test_text_comes_out_of_any_transport(how: str, body: bytes) -> None:
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {how}\n\n".encode()
    assert mime.text_of_part(parsed(head + body))[0].strip() == TEXT


def test_base64_cut_short_gives_what_is_left() -> None:
    body = base64.b64encode(TEXT.encode())[:41].decode()
    found, _ = mime.text_of_part(parsed(f"Content-Transfer-Encoding: base64\n\n{body}"))
    assert found == TEXT.encode()[:30].decode()


def test_a_stray_sign_in_base64_is_passed_over_and_told() -> None:
    body = base64.b64encode(TEXT.encode()).decode()
    found, notes = mime.text_of_part(parsed(f"Content-Transfer-Encoding: base64\n\n{body[:20]}!{body[20:]}"))
    assert found == TEXT
    assert notes == ("a damaged part was read as far as possible",)


def test_what_is_called_base64_and_is_not_is_told() -> None:
    assert "is not" in mime.text_of_part(parsed(f"Content-Transfer-Encoding: base64\n\n{TEXT}"))[1][0]


@pytest.mark.parametrize(
    "meta", ['<meta charset="koi8-r">', '<META http-equiv="x" content="text/html; charset=koi8-r">']
)
def test_a_page_without_a_charset_in_its_head_may_state_it_inside(meta: str) -> None:
    page = f"<html><head>{meta}</head><p>Мост открыт</p>"
    message = parsed(b"Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n" + page.encode("koi8-r"))
    assert mime.text_of_part(message) == (page, ())


# --- parts ---


def test_parts_are_walked_in_order() -> None:
    inner = 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\ntwo\n--b\n\nthree\n--b--\n'
    whole = f'Content-Type: multipart/mixed; boundary="a"\n\n--a\n\none\n--a\n{inner}\n--a\n\nfour\n--a--\n'
    assert texts(parsed(whole)) == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    "head",
    [
        'Content-Type: multipart/mixed; boundary="never"\n',
        "Content-Type: multipart/mixed\n",
        "Content-Type: multipart/mixed; boundary*1=a; boundary*=b\n",
        "Subject: a head that tells nothing of parts\n",
        'Content-Type: multipart/mixed; boundary=""\n',
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_boundary_that_is_not_stated_truly_is_found_again(head: str, end: str) -> None:
    body = "\nread by no program\n\n--real\nContent-Type: text/plain\n\none\n--real\nContent-Id: <2>\n\ntwo\n--real--\n"
    whole = (head + body).replace("\n", end)
    try:
        message = parsed(whole)
    except UnusableFileError as error:
        assert "damaged beyond reading" in str(error)  # noqa: PT017  # two parameters that contradict one another
    else:
        assert texts(message) == ["one", "two"]


@pytest.mark.parametrize("head", ["", "Content-Type: text/html\n\n"])
def test_a_container_without_parts_is_one_part(head: str) -> None:
    whole = f"Content-Type: multipart/related; boundary=never\n\n{head}<p>{TEXT}</p>"
    assert texts(parsed(whole)) == [f"<p>{TEXT}</p>"]


def test_a_file_cut_short_keeps_what_it_had() -> None:
    assert texts(parsed("Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\nContent-Type: text/pl")) == [
        "one",
        "",
    ]


def test_parts_inside_one_another_have_a_limit() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(201))
    with pytest.raises(UnusableFileError, match=r"201 containers .* up to 200 .*; save its text alone"):
        parsed(deep + "\n\ntext")


@pytest.mark.parametrize("parameters", ["a=b;" * 500_000, "\n a=b;" * 2_000, 'a="' + '\\";' * 90_000])
def test_a_header_without_end_is_refused_at_once(parameters: str) -> None:
    with pytest.raises(UnusableFileError, match="damaged beyond reading; save it again"):
        parsed(f"Content-Type: text/plain; {parameters}\n\ntext")


def test_parts_beside_one_another_have_a_limit() -> None:
    many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 20_001
    with pytest.raises(UnusableFileError, match=r"20,001 parts, .* up to 20,000 .*; save its text alone"):
        parsed(many)


def test_parts_up_to_the_limit_are_read() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(200))
    assert texts(parsed(deep + "\ntext")) == ["text"]


def test_the_root_of_related_parts_is_the_one_stated_else_the_first_text() -> None:
    parts = (
        "--a\nContent-Type: image/png\n\nx\n--a\nContent-Type: text/html\n\none\n--a\nContent-ID: <r>\n\ntwo\n--a--\n"
    )
    plain = parsed(f"Content-Type: multipart/related; boundary=a\n\n{parts}")
    stated = parsed(f'Content-Type: multipart/related; boundary=a; start="<r>"\n\n{parts}')
    for message, text in ((plain, "one"), (stated, "two")):
        root = mime.root_of(message, mime.parts_of(message))
        assert root is not None
        assert mime.text_of_part(root)[0].strip() == text


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    message = mime.parsed(data, Options())
    assert all(isinstance(text, str) for text in texts(message))


@given(
    st.text(max_size=80),
    st.sampled_from(["Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Subject"]),
)
def test_no_header_makes_it_fail(value: str, name: str) -> None:
    message = mime.parsed(f"{name}: {value}\nMIME-Version: 1.0\n\ntext".encode("utf-8", "replace"), Options())
    for part in message.walk():
        assert mime.header(part, name) == mime.header(part, name).strip()
        assert mime.name_of(part)
        assert isinstance(mime.text_of_part(part)[0], str)
