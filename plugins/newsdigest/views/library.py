"""The edition with its cross-references looked up once: which story, whose quotation, which paragraph.

In: an Edition. Out: a Library of mappings that every view reads; building it is linear in the size of the edition.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, wraps
from typing import Any, TypeVar, TypeVarTuple

from newsdigest.model import Analysis, Appearance, Edition, Entity, EntityId, Related, Span, Story, StoryId, Tag
from newsdigest.options import Options
from newsdigest.text import all_withheld, paragraph_spans
from newsdigest.views.addresses import FeedInfo, feeds, paged, story_path

HELD = 200
"""Texts that are asked for again and again while the pages of an article, or of somebody, are made."""


class Texts(Mapping[StoryId, str]):
    """The texts of the stories; few are held at a time, as each is there already, in paragraphs."""

    def __init__(self, stories: Mapping[StoryId, Story]) -> None:
        """Put the paragraphs together when a text is asked for."""
        self.stories = stories
        self.of = lru_cache(HELD)(lambda story_id: stories[story_id].text)

    def __getitem__(self, story_id: StoryId) -> str:
        """Give a text."""
        return self.of(story_id)

    def __iter__(self) -> Iterator[StoryId]:
        """Name them."""
        return iter(self.stories)

    def __len__(self) -> int:
        """Count them."""
        return len(self.stories)


@dataclass(frozen=True, slots=True)
class Library:
    """An edition and its indexes. `base` is the site's address (https://…), empty when it is not known."""

    edition: Edition
    options: Options
    base: str
    site: str
    """The site's name."""
    feeds: tuple[FeedInfo, ...]
    feed_of: Mapping[str, FeedInfo]
    """By the path of the page that shows the same."""
    stories: Mapping[StoryId, Story]
    paths: Mapping[StoryId, str]
    texts: Mapping[StoryId, str]
    starts: Mapping[StoryId, tuple[int, ...]]
    """Where each paragraph begins."""
    analyses: Mapping[StoryId, Analysis]
    rank: Mapping[StoryId, int]
    """0 for the newest."""
    saved_at_once: bool
    """All articles without a date of their own were saved on one day, which the masthead then says for all."""
    entities: Mapping[EntityId, Entity]
    organisations: Mapping[str, Entity]
    """By any form of the name, case folded, where only one organisation has it."""
    present: Mapping[StoryId, tuple[tuple[Entity, Appearance], ...]]
    """Who is named in a story, in the order of first mention."""
    mentions: Mapping[StoryId, Mapping[EntityId, tuple[int, ...]]]
    """Those of everybody in a story."""
    speakers: Mapping[tuple[StoryId, Span], Entity]
    tags: Mapping[StoryId, tuple[Tag, ...]]
    related: Mapping[StoryId, tuple[Related, ...]]
    """Other articles, the versions of its own text apart."""
    alike: Mapping[StoryId, tuple[Related, ...]]
    """Versions of its own text, those first that have most of it; of many versions only some."""
    versions: Mapping[StoryId, tuple[StoryId, ...]]
    """All that give the text of a story, itself among them, newest first; only where there are others."""
    made: defaultdict[Hashable, dict[Hashable, Any]] = field(
        default_factory=lambda: defaultdict(dict), compare=False, repr=False
    )
    """What was `made_once`, by what makes it."""


Of = TypeVarTuple("Of")
View = TypeVar("View")


def made_once(make: Callable[[Library, *Of], View]) -> Callable[[Library, *Of], View]:
    """Let what several pages show, of a story, an entity or all, be made once for each library; all share it."""

    @wraps(make)
    def known_or_made(library: Library, *of: *Of) -> View:
        known = library.made[make]
        key = of[0].id if of and isinstance(of[0], Entity) else of
        view: View | None = known.get(key)
        if view is None:
            view = known[key] = make(library, *of)
        return view

    return known_or_made


def open_library(edition: Edition, options: Options, base: str = "", site: str = "") -> Library:
    """Look everything up once."""
    known = paged(edition)
    people = tuple(known.values())
    listed = feeds(edition, options)
    by_slug = {tag.slug: tag for tag in edition.tags}
    present = _present(edition, people)
    stories = {story.id: story for story in edition.stories}
    rows = tuple(zip(edition.stories, edition.story_tags, strict=True))
    return Library(
        edition=edition,
        options=options,
        base=base,
        site=site,
        feeds=listed,
        feed_of={feed.page: feed for feed in listed if feed.kind != "all"},
        stories=stories,
        paths={story.id: story_path(story) for story in edition.stories},
        texts=Texts(stories),
        starts={story.id: tuple(s.start for s in paragraph_spans(story.paragraphs)) for story in edition.stories},
        analyses={analysis.story_id: analysis for analysis in edition.analyses},
        rank={story.id: number for number, story in enumerate(edition.stories)},
        saved_at_once=len({story.saved.date() for story in edition.stories if not story.published}) == 1,
        entities=known,
        organisations=_unambiguous(e for e in people if e.kind == "organisation"),
        present=present,
        mentions={one: {entity.id: seen.mentions for entity, seen in named} for one, named in present.items()},
        speakers={(said.story_id, said.quote.span): e for e in people for said in e.quotes},
        tags={story.id: tuple(by_slug[slug] for slug in slugs if slug in by_slug) for story, slugs in rows},
        related=_related(edition, own=False),
        alike=_related(edition, own=True),
        versions={one: group for group in edition.versions for one in group},
    )


def library_at(library: Library, base: str) -> Library:
    """Give the same library for a site at this address."""
    return library if base == library.base else replace(library, base=base, made=defaultdict(dict))


def paragraph_of(library: Library, story_id: StoryId, span: Span) -> int:
    """Tell the number of the paragraph, from 1 as readers count, that holds a span."""
    return bisect_right(library.starts[story_id], span.start)


def passage_path(library: Library, story_id: StoryId, span: Span) -> str:
    """Give the address of the paragraph that holds a span; of the page where nothing of the paragraph is shown."""
    return paragraph_path(library, story_id, paragraph_of(library, story_id, span))


def paragraph_path(library: Library, story_id: StoryId, number: int) -> str:
    """Give the address of a paragraph by its number."""
    hidden = all_withheld(library.stories[story_id].paragraphs[number - 1].text)
    return library.paths[story_id] if hidden else f"{library.paths[story_id]}#p{number}"


def _unambiguous(entities: Iterable[Entity]) -> dict[str, Entity]:
    named: dict[str, dict[EntityId, Entity]] = defaultdict(dict)
    for entity in entities:
        for form in (entity.name, *(alias.text for alias in entity.aliases)):
            named[form.casefold()][entity.id] = entity
    return {form: next(iter(owners.values())) for form, owners in named.items() if len(owners) == 1}


def _present(edition: Edition, entities: Iterable[Entity]) -> dict[StoryId, tuple[tuple[Entity, Appearance], ...]]:
    mentions = {analysis.story_id: analysis.mentions for analysis in edition.analyses}
    found: dict[StoryId, list[tuple[Entity, Appearance]]] = defaultdict(list)
    for entity in entities:
        for appearance in entity.appearances:
            found[appearance.story_id].append((entity, appearance))

    def first(pair: tuple[Entity, Appearance]) -> tuple[Span, EntityId]:
        entity, appearance = pair
        return min(mentions[appearance.story_id][n].span for n in appearance.mentions), entity.id

    return {story_id: tuple(sorted(pairs, key=first)) for story_id, pairs in found.items()}


def _related(edition: Edition, *, own: bool) -> dict[StoryId, tuple[Related, ...]]:
    """Look up the related articles: those that are versions of the same text, or the others."""
    group = {one: number for number, versions in enumerate(edition.versions) for one in versions}
    found: dict[StoryId, list[Related]] = defaultdict(list)
    for related in edition.related:
        if (related.story_id in group and group[related.story_id] == group.get(related.other_id)) == own:
            found[related.story_id].append(related)
    return {story_id: tuple(others) for story_id, others in found.items()}
