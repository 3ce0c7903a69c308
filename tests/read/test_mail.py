"""A mail becomes the article that it holds."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.read.found import Found

from tests.read.mails import BODY, FIRST, FORWARDED, HEAD, PAGE, SECOND, STATED, one, part, parts, read


def reason(text: str | bytes) -> str:
    with pytest.raises(UnusableFileError) as caught:
        read(text)
    return str(caught.value)


# --- what is stated ---


def test_a_letter_is_its_text_with_what_its_head_states() -> None:
    assert one(f"{HEAD}\n{BODY}\n") == Found(BODY, STATED)


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("Mon, 02 Mar 2026 08:00:00 +0100 (CET)", "2026-03-02T08:00:00+01:00"),
        ("2 Mar 2026 08:00 GMT", "2026-03-02T08:00:00+00:00"),
        ("some day in spring", "some day in spring"),
        ("Mon, 99 Mar 2026 08:00:00 +0100", "Mon, 99 Mar 2026 08:00:00 +0100"),
        ("", None),
    ],
)
def test_the_date_is_brought_to_the_common_form_where_it_is_one(stated: str, date: str | None) -> None:
    assert one(f"Date: {stated}\n\n{BODY}").stated.date == date


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("<https://lists.example/a/1>", "https://lists.example/a/1"),
        ("https://lists.example/a/1", "https://lists.example/a/1"),
        ("soon", None),
    ],
)
def test_the_address_of_the_archived_mail_is_its_address(stated: str, url: str | None) -> None:
    assert one(f"{HEAD}Archived-At: {stated}\n\n{BODY}").stated.url == url


def test_who_writes_is_neither_author_nor_outlet() -> None:
    stated = one(f"From: Ada Moor <ada@example.org>\nList-Id: <x.example.org>\nSubject: Fwd: Bridge\n\n{BODY}").stated
    assert stated == Stated(title="Bridge", origin="mail header")


def test_a_sender_to_a_list_of_readers_is_the_outlet() -> None:
    head = "From: Dunmore Weekly <a@example.org>\nList-Unsubscribe: <mailto:a@example.org>\nSubject: S\n"
    assert one(f"{head}\n{BODY}").stated.outlet == "Dunmore Weekly"


# --- what cannot be used ---


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD, "no text; save it again"),
        ("\n\n", "no text; save it again"),
        (HEAD + parts("mixed", part("x", "application/pdf; name=a.pdf")), "only 1 attachment; save that"),
        (f"{HEAD}Content-Type: multipart/encrypted; boundary=a\n\n--a\n\n--a--\n", "encrypted; save its text"),
        (f"{HEAD}Content-Type: application/pkcs7-mime\n\nx", "encrypted; save its text"),
        (HEAD + part("<img src=a.png>", "text/html"), "no text; save it again"),
    ],
)
def test_a_mail_without_text_is_refused_with_what_to_do(text: str, told: str) -> None:
    assert told in reason(text)


def test_a_file_without_a_head_is_read_as_text() -> None:
    assert one(f"{FIRST}\n\n{SECOND}").text == BODY


@pytest.mark.parametrize("name", ["From", "To", "Cc", "Reply-To", "Date", "Subject"])
@pytest.mark.parametrize("sign", ["(", "<", '"', "[", ":;", "(\\\\"])
def test_brackets_inside_one_another_in_a_head_cost_only_what_it_states(name: str, sign: str) -> None:
    assert one(f"{name}: {sign * 5_000}\n\n{BODY}").text == BODY


@pytest.mark.parametrize("kind", ["alternative", "mixed"])
def test_containers_inside_one_another_take_no_more_time_than_their_text(kind: str) -> None:
    opening = "".join(f"Content-Type: multipart/{kind}; boundary=b{n}\n\n--b{n}\n" for n in range(190))
    mail = f"{HEAD}{opening}{part(BODY * 2_000)}"
    start = process_time()
    found = one(mail)
    assert process_time() - start < 2
    assert found.text == BODY * 2_000


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    try:
        read(HEAD.encode() + data)
    except UnusableFileError as error:
        assert "; " in str(error)  # noqa: PT017  # refusal is one of two right answers


@given(
    st.lists(
        st.sampled_from(
            [
                HEAD,
                FORWARDED,
                PAGE,
                "--mix\n",
                "--mix--\n",
                "\n",
                "Content-Type: text/html\n",
                "Content-Type: multipart/mixed; boundary=mix\n",
                "> ",
                "-- \n",
                "=?utf-8?q?=ff?=",
            ]
        ),
        max_size=12,
    )
)
def test_no_pieces_of_mails_make_it_fail(pieces: list[str]) -> None:
    try:
        found = read("".join(pieces))
    except UnusableFileError:
        return
    for each in found:
        assert all(1 <= number <= each.text.count("\n") + 1 for number in (*each.frame, *each.headings))


@pytest.mark.parametrize(
    "line",
    [
        "This newsletter was sent to jane.private@example.org.",
        "Sent to JANE.PRIVATE@EXAMPLE.ORG by The Lake Post",
        "Unsubscribe: https://example.org/u?token=SECRET",
        "https://example.org/go?email=abc",
        "Update your preferences",
        "View this message in your browser",
    ],
)
def test_what_a_newsletter_says_of_its_reader_is_not_published(line: str) -> None:
    found = one(f"{HEAD}To: Jane <jane.private@example.org>\n\n{BODY}\n\n{line}\n")
    assert line not in found.text
    assert found.text.split() == BODY.split()
    assert "not published" in found.notes[-1]


def test_a_long_paragraph_about_subscriptions_stays() -> None:
    text = "Readers who click on unsubscribe rarely come back, a study of the lake's papers found, " * 4
    assert text.strip() in one(f"{HEAD}\n{BODY}\n\n{text}\n").text
