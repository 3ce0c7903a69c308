"""The front page: what leads, what follows, and the names and subjects of the day.

In: the library. Out: a FrontPage. An article weighs what it shares with others (who and what is named elsewhere too,
articles that belong to it, outlets that carry the same text) and what it states itself (people, quotations); every two
days halve its weight; an article that states no day counts as old as the middle one of those that do. Of the versions
of one text the weightiest stands for all and names the others.
Limits: weights are a matter of taste, not of measurement; ties fall to the newer article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from newsdigest.model import Entity, EntityId, Quote, Story, StoryId
from newsdigest.text import counted
from newsdigest.views.addresses import plain_tags
from newsdigest.views.cards import (
    EntityCard,
    Link,
    QuoteCard,
    StoryCard,
    TagCard,
    entity_card,
    quote_card,
    story_card,
    story_cards,
    tag_card,
)
from newsdigest.views.library import Library, made_once
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.versions import source_count

HALF_LIFE_DAYS = 2
"""Chosen on the sample edition: a day-old article with twice the substance still leads, a week-old one does not."""
ENOUGH = 8
"""Names or quotations that count for the weight: more of them make a list of links, not a weightier article."""
SECONDS, LATEST, NAMES, SUBJECTS, VOICES = 4, 24, 6, 12, 3
"""How many the page holds: four under the lead fill two rows at any width, the lists end beside each other."""
HEARD = 12
"""Articles, the weightiest, that are asked for a quotation: of five some have none that can stand alone."""
SHORT_QUOTE, LONG_QUOTE = 40, 220
"""Characters of a quotation that can stand alone: shorter ones are fragments, longer ones speeches."""


class FrontPage(Struct, frozen=True, gc=False):
    """The front page, most important first."""

    meta: Meta
    lead: StoryCard | None
    voice: QuoteCard | None
    """Of the lead."""
    seconds: tuple[StoryCard, ...]
    latest: tuple[StoryCard, ...]
    """By day, of one day the weightier first."""
    also: Mapping[str, tuple[Link, ...]]
    """By the path of an article: the other versions of its text, by outlet."""
    more: int
    """Articles that only the archive shows."""
    voices: tuple[QuoteCard, ...]
    people: tuple[EntityCard, ...]
    organisations: tuple[EntityCard, ...]
    subjects: tuple[TagCard, ...]
    """Names apart, which stand in lists of their own."""


def front_page(library: Library) -> FrontPage:
    """Choose and order what the front page shows."""
    ages = _ages(library.edition.stories)
    weights = {s.id: _substance(library, s) * 0.5 ** (ages[s.id] / HALF_LIFE_DAYS) for s in library.edition.stories}
    stories = sorted(library.edition.stories, key=lambda s: (-weights[s.id], library.rank[s.id]))
    order, also = _once(library, tuple(story.id for story in stories))
    rest = sorted(order[1 + SECONDS :], key=lambda story_id: -library.stories[story_id].date.toordinal())
    heard = _voices(library, order[:1]), _voices(library, order[1:HEARD])
    voice = next(iter(heard[0].values()), None)
    plain = plain_tags(library.edition, library.options)
    tags = sorted(plain, key=lambda t: (-source_count(library, t.stories), -len(t.stories), t.name.casefold(), t.slug))
    return FrontPage(
        meta=page_meta(library, "index.html", "", _description(library), "front"),
        lead=story_card(library, order[0]) if order else None,
        voice=voice,
        seconds=story_cards(library, order[1 : 1 + SECONDS]),
        latest=story_cards(library, rest[:LATEST]),
        more=max(0, len(rest) - LATEST),
        also=also,
        voices=tuple(said for speaker, said in heard[1].items() if speaker not in heard[0])[:VOICES],
        people=most_named(library, "person")[:NAMES],
        organisations=most_named(library, "organisation")[:NAMES],
        subjects=tuple(tag_card(library, tag) for tag in tags[:SUBJECTS]),
    )


@made_once
def most_named(library: Library, kind: str) -> tuple[EntityCard, ...]:
    """Order people or organisations by sources, so that a copied text lifts nobody; then articles, mentions, name."""

    def key(entity: Entity) -> tuple[int, int, int, str, str]:
        mentions = sum([len(seen.mentions) for seen in entity.appearances])
        return -_sources(library, entity), -len(entity.appearances), -mentions, entity.name.casefold(), entity.id

    chosen = sorted((e for e in library.entities.values() if e.kind == kind), key=key)
    return tuple(entity_card(library, entity) for entity in chosen)


def _ages(stories: Sequence[Story]) -> dict[StoryId, int]:
    """Tell the days from each article to the newest; a day of saving says something only where no other is stated."""
    stated = any(story.published for story in stories)
    days = {story.id: story.published if stated else story.saved for story in stories}
    known = sorted(day for day in days.values() if day)
    return {one: (known[-1] - (day or known[(len(known) - 1) // 2])).days for one, day in days.items()}


@made_once
def _sources(library: Library, entity: Entity) -> int:
    """Count the texts that name somebody."""
    return source_count(library, (seen.story_id for seen in entity.appearances))


def _substance(library: Library, story: Story) -> int:
    named = [entity for entity, _ in library.present.get(story.id, ())]
    shared = sum(1 for entity in named if _sources(library, entity) > 1)
    people = sum(1 for entity in named if entity.kind == "person")
    quotes = len(library.analyses[story.id].quotes)
    full = sum(min(number, ENOUGH) for number in (shared, people, quotes))
    company = len(library.related.get(story.id, ())) + _other_outlets(library, story)
    return 1 + full + 2 * company


def _other_outlets(library: Library, story: Story) -> int:
    """Count the outlets that carry the same text."""
    text = library.versions.get(story.id, (story.id,))[0]
    return len(_outlets(library, text) - {story.outlet, None})


@made_once
def _outlets(library: Library, text: StoryId) -> frozenset[str | None]:
    """List the outlets that carry a text, given by its newest version."""
    return frozenset(library.stories[one].outlet for one in library.versions.get(text, ()))


def _once(library: Library, order: Sequence[StoryId]) -> tuple[tuple[StoryId, ...], dict[str, tuple[Link, ...]]]:
    """Keep the first version of each text, and lead from it to the others."""
    shown: dict[tuple[StoryId, ...], StoryId] = {}
    for one in order:
        shown.setdefault(library.versions.get(one, (one,)), one)
    also = {
        library.paths[first]: tuple(_link(library, one) for one in group if one != first)
        for group, first in shown.items()
        if len(group) > 1
    }
    return tuple(shown.values()), also


def _link(library: Library, story_id: StoryId) -> Link:
    story = library.stories[story_id]
    return Link(library.paths[story_id], story.outlet or story.title)


def _voices(library: Library, story_ids: Iterable[StoryId]) -> dict[EntityId, QuoteCard]:
    """Choose one quotation an article whose speaker is known and named beside it, each speaker once."""
    chosen: dict[EntityId, QuoteCard] = {}
    for story_id in story_ids:
        quotes = (quote for quote in library.analyses[story_id].quotes if _stands_alone(quote))
        for quote in quotes:
            speaker = library.speakers.get((story_id, quote.span))
            if speaker and speaker.id not in chosen:
                chosen[speaker.id] = quote_card(library, story_id, quote)
                break
    return chosen


def _stands_alone(quote: Quote) -> bool:
    return quote.attribution == "named" and SHORT_QUOTE <= len(quote.text) <= LONG_QUOTE


def _description(library: Library) -> str:
    kinds = [entity.kind for entity in library.entities.values()]
    people = counted(kinds.count("person"), "person", "people")
    quoted = library.options.full_text != "none"
    summarised, said = ("each summarised in its own sentences, ", "what they said and ") if quoted else ("", "")
    return (
        f"{counted(len(library.stories), 'article')}, {summarised}with {people} and "
        f"{counted(kinds.count('organisation'), 'organisation')}: {said}what they are said to be."
    )
