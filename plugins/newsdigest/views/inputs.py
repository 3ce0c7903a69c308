"""What the pages of an article, a person or an organisation are made from, told without making them.

In: the library and a story or an entity. Out: a short digest. As long as it is the same, and so are templates, code
and settings, the pages are the same to the byte; they need not be made to know that. Of an article all counts that
there is: its text, what is found in it, who stands in it; of other people and organisations their cards and previews.
Limits: it tells more than the pages show, so some are made in vain; none is kept that would be another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from newsdigest.model import Entity, EntityId, Role, StoryId
from newsdigest.views.addresses import entity_path, stories_of
from newsdigest.views.cards import entity_card, tag_card
from newsdigest.views.library import Library, made_once
from newsdigest.views.paging import Leaf
from newsdigest.views.previews import all_previews
from newsdigest.views.role_cards import Holder


def article_inputs(library: Library, story_id: StoryId) -> bytes:
    """Tell by 16 bytes what the page of an article depends on, its body included."""
    related = (*library.related.get(story_id, ()), *library.alike.get(story_id, ()))
    others = {one.other_id: one for one in related}
    told = (
        _roles(library).get(story_id, ()),
        list(others.values()),
        _everywhere(library),
    )
    stories = [_story(library, one) for one in (story_id, *others)]
    return _digest(msgspec.json.encode(told), *stories, *_here(library, story_id))


def story_inputs(library: Library, story_id: StoryId) -> bytes:
    """Tell by 16 bytes what an article's text, its names and its card depend on."""
    return _digest(_story(library, story_id), msgspec.json.encode(_everywhere(library)))


def entity_inputs(library: Library, entity: Entity, holders: Sequence[Holder], alike: Sequence[Entity]) -> bytes:
    """Tell by 16 bytes what `entity_pages` of the same arguments depends on."""
    houses = [library.organisations.get((one.role.organisation or "").casefold()) for one in entity.roles]
    told = (
        entity,
        [house.id if house else None for house in houses],
        holders,
        [other.id for other in alike],
        library.feed_of.get(entity_path(entity)),
        _everywhere(library),
    )
    cards = _cards(library)
    speakers = [library.speakers.get((said.story_id, said.quote.span)) for said in entity.quotes]
    named = [other.id for other in (*speakers, *houses, *alike) if other]
    others = dict.fromkeys([companion.entity_id for companion in entity.companions] + named)
    people = [cards[other] for other in others if other in cards]
    people += [cards[_by_path(library)[holder.person.path]] for holder in holders]
    stories = [_story(library, story_id) for story_id in stories_of(entity, library.rank)]
    return _digest(msgspec.json.encode(told), *people, *stories)


def leaf_inputs(library: Library, leaf: Leaf[Any]) -> bytes:
    """Tell by 16 bytes what a page of a list depends on."""
    told = msgspec.json.encode((leaf.told, library.feed_of.get(leaf.path), _everywhere(library)))
    cards, by_path = _cards(library), _by_path(library)
    people = [cards[by_path[path]] for path in leaf.others if path in by_path]
    return _digest(told, *people, *(_listed(library, story_id) for story_id in leaf.stories))


@made_once
def _listed(library: Library, story_id: StoryId) -> bytes:
    """Tell all of an article that lists may show, and of those whom they link beside it."""
    cards = _cards(library)
    subjects = [cards[tag.entity_id] for tag in library.tags[story_id] if tag.entity_id and tag.entity_id in cards]
    return _digest(_story(library, story_id), *_here(library, story_id), *subjects)


def _here(library: Library, story_id: StoryId) -> list[bytes]:
    """Tell what other pages show of those whom an article names, and of those who say something in it."""
    cards = _cards(library)
    here = [entity.id for entity, _ in library.present.get(story_id, ())]
    said = [library.speakers.get((story_id, quote.span)) for quote in library.analyses[story_id].quotes]
    return [cards[one] for one in (*here, *(speaker.id for speaker in said if speaker))]


def _everywhere(library: Library) -> tuple[object, ...]:
    return library.base, library.site, library.saved_at_once, library.options


@made_once
def _roles(library: Library) -> Mapping[StoryId, Sequence[tuple[EntityId, Role]]]:
    """Sort what everybody is said to be by the articles that say so."""
    found: defaultdict[StoryId, list[tuple[EntityId, Role]]] = defaultdict(list)
    for entity in library.entities.values():
        for stated in entity.roles:
            if stated.story_id:
                found[stated.story_id].append((entity.id, stated.role))
    return found


@made_once
def _cards(library: Library) -> Mapping[EntityId, bytes]:
    """Tell what other pages show of everybody."""
    previews = all_previews(library).names
    cards = (entity_card(library, entity) for entity in library.entities.values())
    shown = ((one, card, previews[card.path]) for one, card in zip(library.entities, cards, strict=True))
    return {told[0]: _digest(msgspec.json.encode(told)) for told in shown}


@made_once
def _by_path(library: Library) -> Mapping[str, EntityId]:
    return {entity_path(entity): entity.id for entity in library.entities.values()}


@made_once
def _story(library: Library, story_id: StoryId) -> bytes:
    """Tell all of an article that the pages of those it names may show."""
    analysis = library.analyses[story_id]
    named = [(entity.id, entity.name, entity.kind, seen.mentions) for entity, seen in library.present.get(story_id, ())]
    speakers = [library.speakers.get((story_id, quote.span)) for quote in analysis.quotes]
    told = (
        library.stories[story_id],
        analysis,
        library.paths[story_id],
        [tag_card(library, tag) for tag in library.tags[story_id]],
        named,
        [(speaker.id, speaker.name, speaker.kind) if speaker else None for speaker in speakers],
    )
    versions = library.versions.get(story_id)
    return _digest(msgspec.json.encode(told), _versions(library, versions[0]) if versions else b"")


@made_once
def _versions(library: Library, newest: StoryId) -> bytes:
    """Tell what pages show of all versions of a text."""
    group = [library.stories[one] for one in library.versions[newest]]
    told = [(library.paths[one.id], one.outlet, one.title, one.published, one.saved) for one in group]
    return _digest(msgspec.json.encode(told))


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=16).digest()
