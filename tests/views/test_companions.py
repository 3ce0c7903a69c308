"""Whom somebody appears with, and in which sentences."""

from __future__ import annotations

from dataclasses import replace

from newsdigest import views
from newsdigest.model import Companion, Entity, EntityId, Mention, Paragraph, Sentence, Span
from newsdigest.options import Options
from newsdigest.text import paragraph_spans
from newsdigest.views.cards import when
from newsdigest.views.companions import ALONE, DRAWN, LISTED, NEAR, SHOWN, TABLE, CompanionCard, NearCard, companions
from newsdigest.views.library import Library

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

LIBRARY = views.open_library(edition(), Options())
COUNCIL, LUMEN, QUILL, OKOYE, BRANDT = ENTITIES


def cards(one: Entity, library: Library = LIBRARY) -> list[CompanionCard]:
    return list(companions(library, one).cards)


def card(one: Entity, name: str, library: Library = LIBRARY) -> CompanionCard:
    return next(found for found in cards(one, library) if found.card.name == name)


def near(one: Entity, name: str, library: Library = LIBRARY) -> NearCard:
    return next(found for found in companions(library, one).near if found.card.name == name)


def texts(found: NearCard) -> list[str]:
    return ["".join(s.text for s in passage.segments) for place in found.places for passage in place.passages]


def test_the_sentences_that_name_both_are_shown_with_both_names_marked() -> None:
    assert card(QUILL, "Lumen Works").shared == 2
    found = near(QUILL, "Lumen Works")
    assert (found.sentences, found.more) == (2, 0)
    assert [place.story.text for place in found.places] == [STORIES[0].title, STORIES[2].title]
    for place, story in zip(found.places, (STORIES[0], STORIES[2]), strict=True):
        (passage,) = place.passages
        assert "".join(segment.text for segment in passage.segments) in story.text
        assert {segment.text for segment in passage.segments if segment.hit} == {"Ada Quill", "Lumen Works"}
        assert passage.path.startswith(f"{place.story.path}#p")


def test_both_pages_show_the_same_sentences() -> None:
    assert texts(near(QUILL, "Lumen Works")) == texts(near(LUMEN, "Ada Quill"))


def test_those_who_only_stand_in_the_same_articles_are_told_apart() -> None:
    found = companions(LIBRARY, QUILL)
    assert [c.card.name for c in found.near] == ["Lumen Works"]
    assert [(c.card.name, c.shared, c.sentences) for c in found.cards] == [
        ("Lumen Works", 2, 2),
        ("Harbour Council", 1, 0),
        ("Inés Okoye", 1, 0),
        ("Tomas Brandt", 1, 0),
    ]


def test_whoever_shares_most_articles_comes_first_and_of_equals_the_one_listed_first() -> None:
    one, both = (STORIES[0].id,), (STORIES[0].id, STORIES[2].id)
    listed = (Companion(BRANDT.id, one), Companion(OKOYE.id, both), Companion(COUNCIL.id, one))
    found = cards(replace(QUILL, companions=listed))
    assert [c.card.name for c in found] == ["Inés Okoye", "Tomas Brandt", "Harbour Council"]


def test_each_companion_tells_the_day_of_the_newest_shared_article() -> None:
    assert card(QUILL, "Lumen Works").last.text == when(LIBRARY, STORIES[0].id).text
    assert card(QUILL, "Inés Okoye").last.text == when(LIBRARY, STORIES[2].id).text


def crowded(count: int) -> tuple[Library, Entity]:
    """An article in which so many paragraphs name two people."""
    story = replace(STORIES[0], paragraphs=(Paragraph("Pia Moor met Ole Reed."),) * count)
    spans = tuple(paragraph_spans(story.paragraphs))
    mentions = tuple(
        Mention(Span(span.start + at, span.start + at + 8), name, "person")
        for span in spans
        for at, name in ((0, "Pia Moor"), (13, "Ole Reed"))
    )
    analysis = replace(
        ANALYSES[0],
        sentences=tuple(Sentence(span, number) for number, span in enumerate(spans)),
        mentions=mentions,
        roles=(),
        quotes=(),
        summary=(),
    )
    people = [
        replace(
            QUILL,
            id=EntityId(name),
            name=name,
            aliases=(),
            roles=(),
            quotes=(),
            appearances=(replace(QUILL.appearances[0], mentions=tuple(range(first, len(mentions), 2))),),
            companions=(Companion(EntityId(other), (story.id,)),),
        )
        for first, name, other in ((0, "Pia Moor", "Ole Reed"), (1, "Ole Reed", "Pia Moor"))
    ]
    made = replace(edition(), stories=(story, *STORIES[1:]), analyses=(analysis, *ANALYSES[1:]), tags=())
    return views.open_library(replace(made, entities=tuple(people), story_tags=((), (), ())), Options()), people[0]


def test_of_many_sentences_the_first_are_shown_and_the_others_counted() -> None:
    library, pia = crowded(10)
    found = near(pia, "Ole Reed", library)
    assert (found.sentences, len(texts(found)), found.more) == (10, SHOWN, 10 - SHOWN)


def test_a_companion_without_a_page_is_left_out() -> None:
    lonely = replace(QUILL, companions=(Companion(EntityId("nowhere"), (STORIES[0].id,)),))
    assert cards(lonely) == []


def test_the_picture_shows_those_whom_the_table_lists_in_the_same_order() -> None:
    found = companions(LIBRARY, QUILL)
    assert found.picture is not None
    assert [(mark.path, mark.number) for mark in found.picture.marks] == [
        (c.card.path, c.shared if c.shared > 1 else None) for c in found.cards
    ]
    assert [(tie.width, tie.near) for tie in found.picture.ties] == [(c.shared, c.sentences > 0) for c in found.cards]


def test_somebody_whom_no_article_names_beside_others_has_no_picture_but_a_reason() -> None:
    alone = replace(QUILL, companions=(), appearances=())
    found = companions(LIBRARY, alone)
    assert (found.picture, found.cards, found.none) == (None, (), ALONE)


def test_somebody_named_only_in_long_lists_is_told_apart_from_somebody_alone() -> None:
    listed = replace(QUILL, companions=())
    assert companions(LIBRARY, listed).none == LISTED


def test_days_have_a_column_unless_the_masthead_tells_them_all() -> None:
    assert companions(LIBRARY, QUILL).dated
    saved = replace(edition(), stories=tuple(replace(story, published=None) for story in STORIES))
    assert not companions(views.open_library(saved, Options()), QUILL).dated


def test_of_very_many_those_with_most_in_common_are_shown_and_the_others_counted() -> None:
    several = TABLE + 5
    others = [replace(LUMEN, id=EntityId(f"works-{n:02}"), name=f"Works {n:02}", companions=()) for n in range(several)]
    quill = replace(QUILL, companions=tuple(Companion(one.id, LUMEN.companions[0].stories) for one in others))
    library = views.open_library(replace(edition(), entities=(*others, quill)), Options())
    beside = companions(library, quill)
    assert (len(beside.cards), beside.more) == (TABLE, 5)
    assert (len(beside.near), beside.more_near) == (NEAR, several - NEAR)
    assert beside.picture is not None
    assert len(beside.picture.marks) == DRAWN
