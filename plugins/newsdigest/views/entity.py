"""The page of a person or an organisation: an identity card whose every line names its source.

In: the library and an entity. Out: an EntityPage: forms of the name and why they were joined, roles as reported,
quotations, every mention in its sentence, companions. Everything is newest first and verbatim.
Limits: roles that differ stand side by side; which one is true is for the reader to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from newsdigest.model import Alias, Companion, Entity, Mention, Sentence, Span, StoryId
from newsdigest.text import paragraph_spans
from newsdigest.views.addresses import FOLDERS, stories_of
from newsdigest.views.cards import (
    EntityCard,
    QuoteCard,
    StoryCard,
    When,
    entity_card,
    quote_card,
    story_card,
)
from newsdigest.views.library import Library, paragraph_of, passage_path
from newsdigest.views.metadata import Meta, entity_meta
from newsdigest.views.role_cards import Holder, RoleCard, role_cards

NEAR = 300
"""Characters shown on each side of a mention that stands in no sentence."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence; `hit` where it is the name this page is about."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that names the entity."""

    segments: tuple[Segment, ...]
    path: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article and the sentences in it that name the entity."""

    story: StoryCard
    passages: tuple[Passage, ...]
    count: int


@dataclass(frozen=True, slots=True)
class CompanionCard:
    """Somebody named in the same articles."""

    card: EntityCard
    shared: int
    """Articles that name both."""


@dataclass(frozen=True, slots=True)
class EntityPage:
    """A person or an organisation with all that is known of them."""

    meta: Meta
    card: EntityCard
    first: When | None
    """None where it is the same day as the latest."""
    last: When
    mentions: int
    forms: tuple[Alias, ...]
    roles: tuple[RoleCard, ...]
    holders: tuple[Holder, ...]
    quotes: tuple[QuoteCard, ...]
    coverage: tuple[Coverage, ...]
    people: tuple[CompanionCard, ...]
    organisations: tuple[CompanionCard, ...]
    notes: tuple[str, ...]


def entity_page(library: Library, entity: Entity, holders: tuple[Holder, ...] = ()) -> EntityPage:
    """Collect what the page of a person or an organisation shows."""
    card = entity_card(library, entity)
    coverage = tuple(_coverage(library, entity))
    companions = [c for c in (_companion(library, c) for c in entity.companions) if c]
    first, last = coverage[-1].story.when, coverage[0].story.when
    quotes = sorted(entity.quotes, key=lambda q: (library.rank[q.story_id], q.quote.span))
    return EntityPage(
        meta=entity_meta(library, entity, card, _description(card, len(quotes))),
        card=card,
        first=first if first != last else None,
        last=last,
        mentions=sum(c.count for c in coverage),
        forms=entity.aliases,
        roles=tuple(role_cards(library, entity)),
        holders=holders,
        quotes=tuple(quote_card(library, said.story_id, said.quote) for said in quotes),
        coverage=coverage,
        people=tuple(c for c in companions if c.card.kind == "person"),
        organisations=tuple(c for c in companions if c.card.kind == "organisation"),
        notes=entity.notes,
    )


def _description(card: EntityCard, quotes: int) -> str:
    role = f", {card.role}" if card.role else ""
    articles = f"{card.count} article{'' if card.count == 1 else 's'}"
    said = f", {quotes} quotation{'' if quotes == 1 else 's'}" if quotes else ""
    return f"{card.name}{role}: {articles}{said}, with every mention in its sentence and a link to its source."


def _coverage(library: Library, entity: Entity) -> Iterator[Coverage]:
    mentioned = {appearance.story_id: appearance.mentions for appearance in entity.appearances}
    for story_id in stories_of(entity, library.rank):
        mentions = library.analyses[story_id].mentions
        here = sorted((mentions[number] for number in mentioned[story_id]), key=lambda m: m.span)
        yield Coverage(story_card(library, story_id), tuple(_passages(library, story_id, here)), len(here))


def _passages(library: Library, story_id: StoryId, mentions: Iterable[Mention]) -> Iterator[Passage]:
    sentences = library.analyses[story_id].sentences

    def place(mention: Mention) -> Span:
        return _sentence_span(library, story_id, sentences, mention)

    for span, group in groupby(mentions, key=place):
        segments = tuple(_segments(library.texts[story_id], span, [m.span for m in group]))
        yield Passage(segments, passage_path(library, story_id, span), paragraph_of(library, story_id, span))


def _sentence_span(library: Library, story_id: StoryId, sentences: Iterable[Sentence], mention: Mention) -> Span:
    """Find the sentence around a mention; headings have none, there it is the whole paragraph, if it is no long one."""
    around = next((s.span for s in sentences if s.span.start <= mention.span.start < s.span.end), None)
    if around is not None:
        return around
    whole = tuple(paragraph_spans(library.stories[story_id].paragraphs))
    return _around(library.texts[story_id], whole[paragraph_of(library, story_id, mention.span) - 1], mention.span)


def _around(text: str, whole: Span, hit: Span) -> Span:
    """Keep what stands near a mention, cut between words."""
    start, end = max(whole.start, hit.start - NEAR), min(whole.end, hit.end + NEAR)
    if start > whole.start:
        start = text.find(" ", start, hit.start) + 1 or hit.start
    if end < whole.end:
        end = max(text.rfind(" ", hit.end, end), hit.end)
    return Span(start, end)


def _segments(text: str, span: Span, hits: Iterable[Span]) -> Iterator[Segment]:
    done = span.start
    for hit in hits:
        if hit.start > done:
            yield Segment(text[done : hit.start], hit=False)
        yield Segment(text[max(done, hit.start) : hit.end], hit=True)
        done = hit.end
    if done < span.end:
        yield Segment(text[done : span.end], hit=False)


def _companion(library: Library, companion: Companion) -> CompanionCard | None:
    entity = library.entities.get(companion.entity_id)
    if entity is None or entity.kind not in FOLDERS:
        return None
    return CompanionCard(entity_card(library, entity), len(companion.stories))
