"""A page says where each value comes from, and what cleaning took out."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from newsdigest.model import Origin, Removed
from newsdigest.views.provenance import ORIGINS, Fact, address_origin, facts, ledger, line_count

from tests.sample import edition

STORIES = edition().stories


def test_each_origin_has_words() -> None:
    assert set(ORIGINS) == set(get_args(Origin))


def test_each_value_stands_with_its_origin() -> None:
    story = replace(
        STORIES[0],
        title_origin="page metadata",
        byline=("Jo Hale", "Bo Reed"),
        byline_origin="byline",
        outlet="The Arlen Post",
        outlet_origin="mail header",
    )
    assert facts(story) == (
        Fact("Title", story.title, "from the page’s metadata"),
        Fact("Authors", "Jo Hale, Bo Reed", "from the byline"),
        Fact("Source", "The Arlen Post", "from the head of the mail"),
    )


def test_what_is_not_stated_is_not_shown() -> None:
    story = replace(STORIES[0], byline=(), outlet=None)
    assert [fact.label for fact in facts(story)] == ["Title"]


def test_one_author_is_an_author() -> None:
    assert facts(replace(STORIES[0], byline=("Jo Hale",), outlet=None))[1].label == "Author"


@pytest.mark.parametrize(
    ("url", "origin", "words"),
    [
        ("https://example.org/pool", "text", "from the text"),
        ("https://example.org/pool", "header", "from the head of the file"),
        ("https://example.org/pool", None, ""),
        (None, None, ""),
    ],
)
def test_the_address_has_its_origin_too(url: str | None, origin: Origin | None, words: str) -> None:
    assert address_origin(replace(STORIES[0], url=url, url_origin=origin)) == words


def test_the_ledger_accounts_for_every_line_that_is_gone() -> None:
    account = ledger(STORIES[0])
    assert (account.removed, account.lines) == (4, 12)
    assert [(rule.rule, rule.lines) for rule in account.rules] == [("newsletter", 3), ("image credit", 1)]
    assert [(block.where, block.rule) for block in account.blocks] == [
        ("line 3", "image credit"),
        ("lines 9–11", "newsletter"),
    ]
    assert account.blocks[0].text == "Photo: the old pier at low tide (Sam Rowe)"


def test_neighbouring_lines_of_one_rule_are_shown_together() -> None:
    lines = [((1, 1), "Home", "menu"), ((3, 3), "News", "menu"), ((4, 4), "Share", "share bar")]
    lines += [((9, 9), "About", "menu"), ((12, 12), "Terms", "menu")]
    account = ledger(replace(STORIES[0], removed=tuple(Removed(*line) for line in lines)))
    assert [(b.where, b.text) for b in account.blocks] == [
        ("lines 1–3", "Home\nNews"),
        ("line 4", "Share"),
        ("line 9", "About"),
        ("line 12", "Terms"),
    ]
    assert [(rule.rule, rule.lines) for rule in account.rules] == [("menu", 4), ("share bar", 1)]


@pytest.mark.parametrize(("lines", "count"), [((4, 4), 1), ((4, 6), 3)])
def test_a_block_of_wrapped_lines_counts_all_of_them(lines: tuple[int, int], count: int) -> None:
    assert line_count(Removed(lines, "Joined to one.", "rule")) == count


def test_an_untouched_article_has_an_empty_ledger() -> None:
    account = ledger(STORIES[1])
    assert (account.removed, account.rules, account.blocks) == (0, (), ())
