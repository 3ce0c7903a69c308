"""Quotations as feeds show them: their headlines, and identities that nothing changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from newsdigest import views
from newsdigest.model import Edition, Quote, Span
from newsdigest.options import Options
from newsdigest.views.subscriptions import Saying, headline

from tests.sample import ANALYSES, STORIES, edition, span

FIRST = STORIES[0]


def sayings(sample: Edition, base: str = "https://x.example") -> list[Saying]:
    library = views.open_library(sample, Options(), base)
    return list(views.sayings(library, [story.id for story in sample.stories]))


def ids(sample: Edition, base: str = "https://x.example") -> list[str]:
    return [saying.id for saying in sayings(sample, base)]


def with_quotes(*quotes: Quote) -> Edition:
    return replace(edition(), analyses=(replace(ANALYSES[0], quotes=quotes), *ANALYSES[1:]))


def with_story(**given: object) -> Edition:
    return replace(edition(), stories=(replace(FIRST, **given), *STORIES[1:]))  # type: ignore[arg-type]


def quote(words: str, **given: object) -> Quote:
    plain = Quote(span(FIRST, words), words, None, None, "none")
    return replace(plain, **given)  # type: ignore[arg-type]


def test_they_come_in_the_order_of_the_articles_and_of_their_texts() -> None:
    sample = edition()
    turned = replace(sample, analyses=tuple(replace(a, quotes=a.quotes[::-1]) for a in sample.analyses))
    begun = [saying.said.text.split()[0] for saying in sayings(turned)]
    assert begun == ["For", "the", "I", "Nobody"]


def test_only_those_of_the_articles_asked_for_come() -> None:
    library = views.open_library(edition(), Options())
    assert [one.story.id for one in views.sayings(library, [STORIES[1].id, STORIES[2].id])] == [STORIES[1].id] * 2


def test_a_short_one_stands_whole_in_its_headline_and_a_long_one_is_cut_at_a_word() -> None:
    assert [saying.headline for saying in sayings(edition())] == [
        "Ada Quill: “For three years we saw scrap; it was a turbine hall all…”",
        "Tomas Brandt: “the first thing in a decade that this town has built for…”",
        "Tomas Brandt: “I counted friends and I counted votes, and they were different numbers”",
        "Inés Okoye: “Nobody asked the harbour what it does at night”",
    ]


def test_words_of_nobody_known_stand_alone_in_their_headline() -> None:
    (unknown,) = (s for s in sayings(with_quotes(quote("Work starts in June."))) if s.story.id == FIRST.id)
    assert unknown.headline == "“Work starts in June.”"


@given(st.text(min_size=1).filter(str.strip))
def test_a_headline_is_short_and_begins_as_the_words_do(words: str) -> None:
    said = structs.replace(sayings(edition())[0].said, text=words, speaker=None)
    shown = headline(said).removeprefix("“").removesuffix("”").removesuffix("…")
    assert " ".join(words.split()).startswith(shown)
    assert len(shown.split()) <= 12


def test_identities_differ() -> None:
    assert len(set(ids(edition()))) == 4


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Quite another title"},
        {"published": FIRST.date + timedelta(days=3)},
        {"outlet": "Elsewhere", "byline": (), "url": None},
        {"path": "z/other.txt"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_changes_about_an_article_leaves_its_quotations_identities_alone(change: dict[str, object]) -> None:
    assert ids(with_story(**change)) == ids(edition())


def test_host_and_order_leave_identities_alone() -> None:
    sample = edition()
    turned = replace(sample, stories=sample.stories[::-1], analyses=sample.analyses[::-1], story_tags=((), (), ()))
    assert set(ids(turned, "https://elsewhere.example")) == set(ids(sample))


def test_speaker_cue_marks_and_case_leave_an_identity_alone() -> None:
    words = "Work starts in June."
    plain, better = quote(words), quote("Work starts in June", speaker="Quill", cue="said", attribution="named")
    assert ids(with_quotes(plain))[0] == ids(with_quotes(better))[0]


def test_text_before_and_after_leaves_an_identity_alone() -> None:
    words = "Work starts in June."
    moved = replace(quote(words), span=Span(0, len(words)))
    assert ids(with_quotes(quote(words)))[0] == ids(with_quotes(moved))[0]


def test_words_said_twice_in_an_article_are_two_quotations() -> None:
    first = quote("the", span=span(FIRST, "the", 0))
    second = quote("the", span=span(FIRST, "the", 1))
    assert len(set(ids(with_quotes(first, second))[:2])) == 2
    assert ids(with_quotes(first, second))[0] == ids(with_quotes(first))[0]


def test_the_same_words_in_two_articles_are_two_quotations() -> None:
    said = quote("Work starts in June.")
    both = tuple(replace(one, quotes=(said,)) for one in ANALYSES)
    assert len(set(ids(replace(edition(), analyses=both)))) == 3


def test_an_identity_is_the_same_in_every_version_of_the_program() -> None:
    assert ids(edition())[0] == "0c48eaf2-988a-5333-9e97-8323a1c8929e"
