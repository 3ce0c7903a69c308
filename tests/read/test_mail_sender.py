"""A mail's outlet is named where it is sure to be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.mail_sender import outlet_of


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ('"The Lake Post" <news@example.org>', "The Lake Post"),
        ("Dunmore Daily <news@example.org>", "Dunmore Daily"),
        ("Dunmore <letters@mail.dunmore.example>", "Dunmore"),
        ("Ada Moor from The Lake Post <ada@example.org>", "The Lake Post"),
        ("Ada Moor | Dunmore Weekly <ada@example.org>", "Dunmore Weekly"),
        ("Dunmore Weekly (Ada Moor) <ada@example.org>", "Dunmore Weekly"),
        ("Lake Herald <news@lakeherald.example>", "Lake Herald"),
        ("Lake News, Inc. <a@example.org>", "Lake News"),
        ("Lübecker Tageblatt <post@example.org>", "Lübecker Tageblatt"),
    ],
)
def test_an_outlet_that_writes_to_a_list_is_named(sender: str, outlet: str) -> None:
    quoted = sender if "," not in sender else f'"{sender.partition(" <")[0]}" <{sender.partition(" <")[2]}'
    assert outlet_of(quoted, listed=True) == outlet


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "ada@example.org",
        "news@lakepost.example",
        "Ada Moor <ada@example.org>",
        "Ada Moor <ada@adamoor.example>",
        "Ada <ada@example.org>",
        "Emily Post <emily@example.org>",
        '"Ada Moor, News Editor" <ada@example.org>',
        "Ada Moor, reporter <ada@example.org>",
        "News Desk <desk@example.org>",
        "Newsletter <news@example.org>",
        "Lake Weekly from Lake Daily <news@example.org>",
        "news@example.org <news@example.org>",
    ],
)
def test_a_person_or_what_may_be_one_is_no_outlet(sender: str) -> None:
    assert outlet_of(sender, listed=True) is None


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("The Lake Post <news@example.org>", "The Lake Post"),
        ("Lake Post <news@lakepost.example>", "Lake Post"),
        ("Lake Gazette <news@gazette.example>", "Lake Gazette"),
        ("Ada Ledger <a.ledger@ledger.example>", None),
        ("Ada Ledger <ada@ledger.example>", None),
        ("Ada Post <letters@post.example>", None),
        ("Lake Weekly <ada@example.org>", None),
        ("Dunmore <ada@dunmore.example>", None),
    ],
)
def test_without_a_list_the_name_must_say_more(sender: str, outlet: str | None) -> None:
    assert outlet_of(sender, listed=False) == outlet


@given(st.text(max_size=100), st.booleans())
def test_no_sender_makes_it_fail_and_nothing_is_invented(sender: str, listed: bool) -> None:
    found = outlet_of(sender, listed=listed)
    assert found is None or found
