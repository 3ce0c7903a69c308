"""Quotations are told once, by the oldest version of a text."""

from __future__ import annotations

from dataclasses import replace

from newsdigest import views
from newsdigest.model import Edition
from newsdigest.options import Options
from newsdigest.views.told import first_told

from tests.sample import ANALYSES, STORIES, edition

NEWEST, MIDDLE, OLDEST = (story.id for story in STORIES)


def copies(*, retyped: str = "For THREE years — we saw scrap; it was a turbine hall all along") -> Edition:
    """The sample, if its newest article were a copy of its oldest, with the first quotation retyped."""
    first, _ = ANALYSES[0].quotes
    typed = replace(ANALYSES[2], quotes=(replace(first, text=retyped),))
    return replace(edition(), analyses=(*ANALYSES[:2], typed), versions=((NEWEST, OLDEST),))


def told(sample: Edition) -> list[list[str]]:
    return [[quote.text.split()[0] for quote in quotes] for quotes in first_told(sample).values()]


def test_without_versions_each_article_tells_its_own_in_the_order_of_its_text() -> None:
    turned = replace(edition(), analyses=tuple(replace(one, quotes=one.quotes[::-1]) for one in ANALYSES))
    assert told(turned) == [["For", "the"], ["I", "Nobody"], []]


def test_of_two_versions_the_older_tells_what_both_have() -> None:
    assert told(copies()) == [["the"], ["I", "Nobody"], ["For"]]


def test_what_only_the_newer_version_has_it_tells_itself() -> None:
    assert told(copies(retyped="Quite another")) == [["For", "the"], ["I", "Nobody"], ["Quite"]]


def test_a_newer_copy_adds_nothing_to_the_feed_of_quotations() -> None:
    def ids(sample: Edition) -> set[str]:
        library = views.open_library(sample, Options())
        return {one.id for one in views.sayings(library, [story.id for story in sample.stories])}

    whole = copies()
    before = replace(
        whole, stories=STORIES[1:], analyses=whole.analyses[1:], entities=(), tags=(), story_tags=((), ()),
        related=(), versions=(),
    )  # fmt: skip
    assert ids(before) < ids(whole)
    assert len(ids(whole)) == len(ids(before)) + 1


def test_an_article_that_tells_nothing_new_is_not_in_the_feed_of_quotations() -> None:
    (only,) = ANALYSES[0].quotes[:1]
    bare = replace(copies(), analyses=(replace(ANALYSES[0], quotes=(only,)), *copies().analyses[1:]))
    feed = views.feeds(bare, Options())[1]
    assert (feed.kind, feed.stories) == ("quotes", (MIDDLE, OLDEST))
