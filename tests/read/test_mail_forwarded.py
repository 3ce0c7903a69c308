"""Of a mail inside another the inner one is the article."""

from __future__ import annotations

import base64

import pytest
from newsdigest.model import Stated

from tests.read.mails import BODY, FORWARDED, HEAD, STATED, article, one, part, parts, read


def test_of_a_forwarded_mail_the_inner_one_counts() -> None:
    found = one(
        f"From: Ada Moor <ada@example.org>\nSubject: Fwd: x\nDate: Fri, 06 Mar 2026 08:00:00 GMT\n\n{FORWARDED}"
    )
    assert found.stated == Stated(
        "Bridge opens", (), "The Lake Post", None, "Mon, Mar 2, 2026 at 8:00 AM", origin="mail header"
    )
    assert article(found).split() == BODY.split()
    assert "forwarded" in found.notes[0]
    assert found.notes[1].startswith("6 lines of the mail around the article not published")


def test_what_was_written_around_an_article_is_nobody_elses_business() -> None:
    found = one(f"{OUTER}\n{FORWARDED}\n-- \nAda Moor, 555 1234\n")
    assert "@" not in found.text
    assert "555" not in found.text
    assert found.frame == ()


@pytest.mark.parametrize("as_page", [False, True])
def test_the_footer_of_who_forwards_is_not_published(as_page: bool) -> None:
    footer = (
        "Ada Moor\nMoorhaven Ltd, 12 Quay Road\n\nThis email and any attachments are confidential; if you received\n"
        "them in error, tell the sender and delete them.\n\nSent from my phone"
    )
    text = f"{FORWARDED}\n{footer}\n"
    if as_page:
        text = "<br>".join(text.strip().replace("<ada", "&lt;ada").replace("<news", "&lt;news").split("\n"))
    found = one(
        f"From: Ada Moor <ada@example.org>\nSubject: Fwd: x\n{part(text, 'text/html' if as_page else 'text/plain')}"
    )
    assert found.text.split() == BODY.split()


def test_who_got_the_mail_that_was_forwarded_is_not_named() -> None:
    text = FORWARDED.replace(BODY, f"Dear Ada,\n\n{BODY}\n\nThis was sent to ada@example.org").replace(
        "<ada", "Ada Moor <ada"
    )
    assert one(f"From: x@example.net\nSubject: Fwd: x\n\n{text}").text.split() == BODY.split()


def test_the_address_of_an_outlet_that_was_forwarded_stays() -> None:
    text = FORWARDED.replace(BODY, f"{BODY}\n\nWrite to news@example.org about it.")
    assert "news@example.org" in one(f"From: Ada Moor <ada@example.net>\nSubject: Fwd: x\n\n{text}").text


def test_a_forwarded_mail_that_is_a_page_is_found_too() -> None:
    page = "<br>".join(FORWARDED.strip().replace("<ada", "&lt;ada").replace("<news", "&lt;news").split("\n"))
    found = one(HEAD + part(f"<html><body><div>{page}</div></body></html>", "text/html"))
    assert found.stated.title == "Bridge opens"
    assert article(found).split() == BODY.split()


def test_a_date_that_belongs_to_the_forwarding_is_not_the_articles() -> None:
    text = FORWARDED.replace("Date: Mon, Mar 2, 2026 at 8:00 AM\n", "")
    assert one(f"{HEAD}\n{text}").stated.date is None


def attached(inner: str, kind: str = "message/rfc822", more: str = "") -> str:
    return f"Content-Type: {kind}\n{more}\n{inner}"


OUTER = "From: Ada Moor <ada@example.org>\nSubject: For you\n"
INNER = f"{HEAD}Message-ID: <1@example.org>\n\n{BODY}\n"


@pytest.mark.parametrize(
    "inner",
    [
        attached(INNER),
        attached(base64.encodebytes(INNER.encode()).decode(), more="Content-Transfer-Encoding: base64\n"),
        attached(
            base64.encodebytes(INNER.encode()).decode(),
            "application/octet-stream; name=a.eml",
            'Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="a.eml"\n',
        ),
    ],
)
def test_a_mail_that_is_attached_is_the_article_below_the_note_that_came_with_it(inner: str) -> None:
    found = one(OUTER + parts("mixed", part("Read this."), inner))
    assert found.stated == STATED
    assert found.text.strip().startswith("The bridge")
    assert found.notes[-1].startswith("1 line of the mail around the article not published")
    assert found.key == ""


def test_each_of_several_attached_mails_is_an_article_with_a_key_of_its_own() -> None:
    other = INNER.replace("<1@", "<2@").replace("Bridge", "Tower")
    found = read(OUTER + parts("mixed", part("Read these."), attached(INNER), attached(other), attached(INNER)))
    assert [one.stated.title for one in found] == ["Bridge opens", "Tower opens", "Bridge opens"]
    assert [one.key for one in found] == ["<1@example.org>", "<2@example.org>", "<1@example.org> 2"]
    assert "Read these." not in found[0].text


def test_an_attached_mail_without_text_is_told_beside_the_others() -> None:
    found = read(OUTER + parts("mixed", attached(INNER), attached(HEAD)))
    assert [bool(one.problem) for one in found] == [False, True]


def test_files_beside_an_attached_mail_are_told() -> None:
    file = part("x", "application/pdf", 'Content-Disposition: attachment; filename="plan.pdf"\n')
    found = one(OUTER + parts("mixed", attached(INNER), file))
    assert found.text == BODY
    assert "1 attachment left out" in found.notes


def test_an_attached_mail_without_text_leaves_the_letter() -> None:
    found = one(HEAD + parts("mixed", part(BODY), attached("Subject: empty\n\n")))
    assert (found.text, found.stated) == (BODY, STATED)


@pytest.mark.parametrize("depth", [1, 199])
def test_a_mail_inside_many_others_is_the_article(depth: int) -> None:
    outer = "Subject: outer\nContent-Type: message/rfc822\n\n"
    assert one(outer * depth + INNER).stated == STATED
