"""The small pieces of the pages: dates, articles, people, quotations."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from newsdigest.model import Attribution, Entity, EntityId
from newsdigest.options import Options
from newsdigest.views.cards import ATTRIBUTIONS, LONG_TITLE, entity_card, quote_card, story_card, tag_card, when
from newsdigest.views.library import open_library

from tests.sample import ENTITIES, STORIES, edition, span

LIBRARY = open_library(edition(), Options())


def entity(name: str) -> Entity:
    return next(e for e in ENTITIES if e.name == name)


@pytest.mark.parametrize(
    ("published", "text", "listed"),
    [
        (datetime(2025, 12, 1, tzinfo=UTC), "1 December 2025", "1 December 2025"),
        (datetime.fromisoformat("2025-12-01T23:30:00-05:00"), "1 December 2025", "1 December 2025"),
        (datetime.fromisoformat("2025-12-01T00:30:00+09:00"), "1 December 2025", "1 December 2025"),
        (None, "saved 7 March 2026", ""),
    ],
)
def test_a_day_says_whether_it_is_of_publication_or_of_saving(
    published: datetime | None, text: str, listed: str
) -> None:
    stories = (replace(STORIES[0], published=published), *STORIES[1:])
    day = when(open_library(replace(edition(), stories=stories), Options()), STORIES[0].id)
    assert (day.text, day.listed) == (text, listed)


def test_lists_say_when_an_article_was_saved_where_the_masthead_cannot_say_it_for_all() -> None:
    undated = [replace(story, published=None) for story in STORIES]
    undated[2] = replace(undated[2], saved=datetime(2026, 3, 6, tzinfo=UTC))
    library = open_library(replace(edition(), stories=tuple(undated)), Options())
    assert [when(library, story.id).listed for story in undated] == [
        "saved 7 March 2026",
        "saved 7 March 2026",
        "saved 6 March 2026",
    ]


def test_a_derived_title_is_marked() -> None:
    assert [story_card(LIBRARY, story.id).derived for story in STORIES] == [False, False, True]


@pytest.mark.parametrize(("length", "long"), [(1, False), (LONG_TITLE, False), (LONG_TITLE + 1, True), (300, True)])
def test_a_title_that_is_no_headline_any_more_is_set_smaller(length: int, long: bool) -> None:
    stories = (replace(STORIES[0], title="x" * length), *STORIES[1:])
    card = story_card(open_library(replace(edition(), stories=stories), Options()), STORIES[0].id)
    assert card.long is long


def test_each_sentence_of_a_summary_is_verbatim_and_leads_to_its_paragraph() -> None:
    card = story_card(LIBRARY, STORIES[0].id)
    assert all(sentence.text in STORIES[0].text for sentence in card.summary)
    assert [sentence.paragraph for sentence in card.summary] == [1, 1, 4]
    assert card.summary[2].path == f"{card.path}#p4"


def test_below_its_headline_a_summary_does_not_repeat_a_title_that_was_taken_from_it() -> None:
    derived, titled = story_card(LIBRARY, STORIES[2].id), story_card(LIBRARY, STORIES[0].id)
    assert [s.text.startswith(derived.title) for s in derived.summary] == [True]
    assert derived.deck == ()
    assert titled.deck == titled.summary


def with_gist(words: str, title: str = "Pier") -> str:
    """What lists show below the headline where these words are the gist."""
    story = replace(STORIES[0], title=title)
    first = replace(edition().analyses[0], gist=span(story, words) if words else None)
    made = replace(edition(), stories=(story, *STORIES[1:]), analyses=(first, *edition().analyses[1:]))
    return story_card(open_library(made, Options()), story.id).gist


def test_the_gist_of_an_article_is_verbatim_and_shows_by_an_ellipsis_where_its_sentence_goes_on() -> None:
    assert with_gist("Work starts in June.") == "Work starts in June."
    assert with_gist("Lumen Works will build a tidal power station") == "Lumen Works will build a tidal power station…"


def test_lists_show_the_first_sentence_of_a_summary_where_there_is_no_gist() -> None:
    assert with_gist("").startswith("Lumen Works will build a tidal power station under the old pier, its")


def test_no_gist_repeats_a_title_that_was_taken_from_it() -> None:
    assert with_gist("Work starts in June.", "Work starts…").startswith("Lumen Works")
    assert with_gist("", "Lumen Works will build a tidal power").startswith("The station")


@pytest.mark.parametrize(("shown", "whole"), [((), False), ((0,), False), ((0, 1, 2), True)])
def test_a_short_article_is_shown_whole(shown: tuple[int, ...], whole: bool) -> None:
    analyses = (*edition().analyses[:2], replace(edition().analyses[2], summary=shown))
    library = open_library(replace(edition(), analyses=analyses), Options())
    assert story_card(library, STORIES[2].id).whole is whole


@pytest.mark.parametrize(("copies", "minutes"), [(0, 1), (5, 3)])
def test_reading_takes_a_minute_at_least(copies: int, minutes: int) -> None:
    story = STORIES[0]
    longer = replace(story, paragraphs=story.paragraphs * (copies + 1))
    library = open_library(replace(edition(), stories=(longer, *STORIES[1:])), Options())
    assert story_card(library, story.id).minutes == minutes


def test_people_of_an_article_stand_in_the_order_of_their_first_mention() -> None:
    assert [p.text for p in story_card(LIBRARY, STORIES[1].id).people] == ["Tomas Brandt", "Inés Okoye"]


def test_a_person_bears_the_newest_role_that_has_words() -> None:
    card = entity_card(LIBRARY, entity("Ada Quill"))
    assert (card.role, card.organisation, card.count) == ("chief executive", "Lumen Works", 2)


def test_a_tag_that_is_a_name_leads_to_the_whos_who_and_counts_what_stands_there() -> None:
    tag = next(tag for tag in edition().tags if tag.entity_id)
    card = tag_card(LIBRARY, replace(tag, stories=tag.stories[:1]))
    assert (card.path, card.name, card.count) == ("people/ada-quill.html", "Ada Quill", 2)


def test_a_tag_whose_name_has_no_page_keeps_its_own() -> None:
    tag = replace(edition().tags[0], entity_id=EntityId("nowhere"))
    assert tag_card(LIBRARY, tag).path == "tags/ada-quill.html"


def test_a_tag_of_too_few_articles_leads_nowhere() -> None:
    tags = {tag.slug: tag for tag in edition().tags}
    assert [tag_card(LIBRARY, tags[slug]).path for slug in ("turbines", "tidal-power")] == ["tags/turbines.html", ""]
    every = open_library(edition(), Options(tag_pages=1))
    assert tag_card(every, tags["tidal-power"]).path == "tags/tidal-power.html"


def test_whoever_has_no_role_is_given_none() -> None:
    card = entity_card(LIBRARY, entity("Lumen Works"))
    assert (card.role, card.organisation) == (None, None)


def test_a_quotation_is_given_to_the_entity_that_said_it_and_to_its_paragraph() -> None:
    said = LIBRARY.analyses[STORIES[0].id].quotes[0]
    card = quote_card(LIBRARY, STORIES[0].id, said)
    assert (card.speaker, card.speaker_path) == ("Ada Quill", "people/ada-quill.html")
    assert card.text in STORIES[0].text
    assert card.path.endswith("#p2")
    assert card.cue == "told"


def test_a_speaker_whom_nobody_knows_is_named_as_the_source_does_and_not_linked() -> None:
    said = replace(LIBRARY.analyses[STORIES[0].id].quotes[0], speaker="an official", attribution="description")
    stranger = open_library(replace(edition(), entities=()), Options())
    card = quote_card(stranger, STORIES[0].id, said)
    assert (card.speaker, card.speaker_path) == ("an official", None)
    assert card.how == "described in the source, not named"


@pytest.mark.parametrize("attribution", ["named", "pronoun", "description", "continuation", "none"])
def test_each_way_to_come_to_a_speaker_has_words(attribution: Attribution) -> None:
    assert len(ATTRIBUTIONS[attribution].split()) >= 3


def said_by(words: str, attribution: Attribution, speaker: str | None) -> tuple[str | None, str]:
    """Who says the first quotation of the sample, and how that is known, where these words stand for them."""
    story = STORIES[0]
    quote = LIBRARY.analyses[story.id].quotes[0]
    where = span(story, words)
    stranger = open_library(replace(edition(), entities=()), Options())
    card = quote_card(stranger, story.id, replace(quote, speaker=speaker, attribution=attribution, where=where))
    return card.speaker, card.how


def test_a_pronoun_is_given_as_it_stands() -> None:
    assert said_by("She", "pronoun", "Ada Quill") == ("Ada Quill", "“She” in the source")


def test_whoever_cannot_be_told_is_named_as_the_text_has_it_and_stays_open() -> None:
    assert said_by("She", "none", None) == ("She", "as the source has it; who that is remains open")


def test_the_words_for_a_speaker_change_nothing_where_the_speaker_is_named() -> None:
    assert said_by("Ada Quill", "named", "Ada Quill") == ("Ada Quill", "named in the source")
