"""Of all that a mail holds, the text to be shown is taken."""

from __future__ import annotations

import pytest
from newsdigest.read.found import Found

from tests.read.mails import BODY, FIRST, HEAD, PAGE, SECOND, STATED, one, part, parts


def test_of_two_versions_the_plain_one_is_taken_where_it_is_whole() -> None:
    assert one(HEAD + parts("alternative", part(BODY), part(PAGE, "text/html"))) == Found(BODY, STATED)


@pytest.mark.parametrize(
    "plain",
    [
        "View this mail in your browser: https://example.org/m?reader=77",
        "",
        f"{FIRST} <https://example.org/c?reader=77>\n\n{SECOND} (https://example.org/d?reader=77)",
    ],
)
def test_the_page_is_taken_where_the_plain_version_is_a_stub_or_full_of_addresses(plain: str) -> None:
    found = one(HEAD + parts("alternative", part(plain), part(PAGE, "text/html")))
    assert found.text.split() == BODY.split()
    assert found.stated == STATED


def test_a_page_without_text_leaves_the_plain_version() -> None:
    plain = f"{BODY} https://example.org/a https://example.org/b"
    found = one(HEAD + parts("alternative", part(plain), part("<img src=a.png>", "text/html")))
    assert found.text == plain


def test_a_page_with_its_pictures_is_a_version_too() -> None:
    related = parts("related", part(PAGE, "text/html"), "Content-Type: image/png\nContent-ID: <1>\n\nx")
    found = one(HEAD + parts("alternative", part("See the web."), related))
    assert found.text.split() == BODY.split()
    assert found.notes == ()


def test_parts_that_stand_beside_each_other_are_taken_in_order() -> None:
    found = one(HEAD + parts("mixed", part(FIRST), part(f"<p>{SECOND}</p>", "text/html")))
    assert found.text.split() == BODY.split()


def test_a_page_under_the_name_of_plain_text_is_read_as_a_page() -> None:
    assert "<p>" not in one(f"{HEAD}\n{PAGE}").text


def test_what_is_attached_is_counted_and_left_out() -> None:
    files = [
        part("x", "application/pdf", f'Content-Disposition: attachment; filename="plan {n}.pdf"\n') for n in range(7)
    ]
    found = one(HEAD + parts("mixed", part(BODY), *files, part("y", "application/pgp-signature")))
    assert found.text == BODY
    assert found.notes == ("7 attachments left out",)


def test_a_text_that_is_attached_is_no_part_of_the_letter() -> None:
    attached = part(SECOND, "text/plain", 'Content-Disposition: attachment; filename="notes.txt"\n')
    found = one(HEAD + parts("mixed", part(FIRST), attached))
    assert (found.text, found.notes) == (FIRST, ("1 attachment left out",))


def test_flowed_lines_are_joined() -> None:
    flowed = FIRST.replace(" after", " \nafter")
    assert one(f"{HEAD}Content-Type: text/plain; format=flowed\n\n{flowed}").text == FIRST


def test_a_list_of_lines_below_the_signature_is_not_published() -> None:
    found = one(f"{HEAD}\n{BODY}\n\n-- \nLake Post, Dunmore\n")
    assert found.text.split() == BODY.split()


def test_where_the_links_of_a_page_lead_to_is_no_part_of_its_plain_version() -> None:
    plain = f"{BODY}\n\nRead the report <https://example.org/c?reader=77> of the city." + " It is long." * 40
    page = PAGE.replace("</body>", "<p>Read the report of the city." + " It is long." * 40 + "</p></body>")
    found = one(HEAD + parts("alternative", part(plain), part(page, "text/html")))
    assert "Read the report of the city. It is long." in found.text


def test_addresses_in_a_letter_that_has_no_page_stay() -> None:
    assert one(f"{HEAD}\n{FIRST} <https://example.org/plan>").text == f"{FIRST} <https://example.org/plan>"


def test_a_page_that_cannot_be_read_leaves_the_other_parts() -> None:
    deep = "<html><body>" + "<div>" * 5_000 + SECOND
    found = one(HEAD + parts("mixed", part(FIRST), part(deep, "text/html")))
    assert found.text == FIRST
    assert found.notes == ("1 attachment left out",)
