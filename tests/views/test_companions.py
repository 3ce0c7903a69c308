"""Whom somebody appears with, and in which sentences."""

from __future__ import annotations

from dataclasses import replace

from newsdigest import views
from newsdigest.model import Companion, Entity, EntityId, Mention, Paragraph, Sentence, Span
from newsdigest.options import Options
from newsdigest.text import paragraph_spans
from newsdigest.views.companions import SHOWN, CompanionCard, companions
from newsdigest.views.library import Library

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

LIBRARY = views.open_library(edition(), Options())
COUNCIL, LUMEN, QUILL, OKOYE, BRANDT = ENTITIES


def cards(one: Entity, library: Library = LIBRARY) -> list[CompanionCard]:
    return [card for found in companions(library, one).values() for card in (*found.in_sentences, *found.in_articles)]


def card(one: Entity, name: str, library: Library = LIBRARY) -> CompanionCard:
    return next(found for found in cards(one, library) if found.card.name == name)


def texts(found: CompanionCard) -> list[str]:
    return ["".join(s.text for s in passage.segments) for place in found.places for passage in place.passages]


def test_the_sentences_that_name_both_are_shown_with_both_names_marked() -> None:
    found = card(QUILL, "Lumen Works")
    assert (found.shared, found.sentences, found.more) == (2, 2, 0)
    assert [place.story.text for place in found.places] == [STORIES[0].title, STORIES[2].title]
    for place, story in zip(found.places, (STORIES[0], STORIES[2]), strict=True):
        (passage,) = place.passages
        assert "".join(segment.text for segment in passage.segments) in story.text
        assert {segment.text for segment in passage.segments if segment.hit} == {"Ada Quill", "Lumen Works"}
        assert passage.path.startswith(f"{place.story.path}#p")


def test_both_pages_show_the_same_sentences() -> None:
    assert texts(card(QUILL, "Lumen Works")) == texts(card(LUMEN, "Ada Quill"))


def test_those_who_only_stand_in_the_same_articles_are_told_apart() -> None:
    found = companions(LIBRARY, QUILL)
    assert [c.card.name for c in found["organisation"].in_sentences] == ["Lumen Works"]
    assert [(c.card.name, c.shared) for c in found["organisation"].in_articles] == [("Harbour Council", 1)]
    assert [c.card.name for c in found["person"].in_articles] == ["Inés Okoye", "Tomas Brandt"]


def test_whoever_shares_most_articles_comes_first_and_of_equals_the_one_listed_first() -> None:
    one, both = (STORIES[0].id,), (STORIES[0].id, STORIES[2].id)
    listed = (Companion(BRANDT.id, one), Companion(OKOYE.id, both), Companion(COUNCIL.id, one))
    found = companions(LIBRARY, replace(QUILL, companions=listed))["person"].in_articles
    assert [c.card.name for c in found] == ["Inés Okoye", "Tomas Brandt"]


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
    found = card(pia, "Ole Reed", library)
    assert (found.sentences, len(texts(found)), found.more) == (10, SHOWN, 10 - SHOWN)


def test_a_companion_without_a_page_is_left_out() -> None:
    lonely = replace(QUILL, companions=(Companion(EntityId("nowhere"), (STORIES[0].id,)),))
    assert cards(lonely) == []
