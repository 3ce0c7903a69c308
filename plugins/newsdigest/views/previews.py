"""Previews: who a name is and what a title stands for, told beside a link before anybody follows it.

In: the library, once; then the HTML of a page's main part. Out: the cards of the people, organisations and articles
that this page links, each once; they lie in the page, so that showing one fetches nothing.
Limits: a page holds only as many cards as its room allows, names first, in the order of the page; the other links work
without. A link marked `data-no-preview` stands beside what its card would say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from msgspec import Struct

from newsdigest.model import Entity, StatedRole, StoryId
from newsdigest.views.addresses import entity_path, stories_of
from newsdigest.views.cards import gist, when
from newsdigest.views.library import Library, made_once, paragraph_of
from newsdigest.views.roles import place_of, reported_roles

LINK = re.compile(r'/((?:articles|organisations|people)/[^"#/]+\.html)(?:#[^"]*)?"(?! data-no-preview)')
"""The end of a link to a page that has a card, relative or absolute, wherever on it. It begins with a sign of which a
page has few, and which each of our links has."""
ROOM, NAMES_ROOM, LONG = 16_000, 12_000, 38_000
"""Characters of HTML, about, for all cards and for those of names: some 30 names and 10 titles. A page that is long
already has less room, down to none: its own content comes first, and no page shall be over 100 kB with all it needs."""
MARKUP = 190
"""Characters of HTML around the texts of a card, about."""


class Report(Struct, frozen=True, gc=False):
    """What somebody is, in the words of the newest article that says so."""

    role: str
    organisation: str | None
    source: str
    """Of the statement: outlet, or title where none is known, and day; empty where the owner of the site states it."""
    paragraph: int | None
    lang: str


class NamePreview(Struct, frozen=True, gc=False, cache_hash=True):
    """A person or an organisation."""

    path: str
    name: str
    report: Report | None
    count: int
    """Articles that name them."""
    latest: str
    """The title of the newest one."""
    lang: str
    day: str

    @property
    def size(self) -> int:
        """Characters of HTML, about."""
        report = len(self.report.role) + len(self.report.source) + MARKUP if self.report else 0
        return MARKUP + len(self.path) + len(self.name) + len(self.latest) + report


class TitlePreview(Struct, frozen=True, gc=False, cache_hash=True):
    """An article."""

    path: str
    title: str
    lang: str
    outlet: str | None
    day: str
    gist: str

    @property
    def size(self) -> int:
        """Characters of HTML, about."""
        return MARKUP + len(self.path) + len(self.title) + len(self.gist)


class Previews(Struct, frozen=True, gc=False):
    """The cards of a page, or of the whole site, by the path of what they show."""

    names: Mapping[str, NamePreview]
    titles: Mapping[str, TitlePreview]


@made_once
def all_previews(library: Library) -> Previews:
    """Make the card of everybody and of every article, once."""
    names = (_name(library, entity) for entity in library.entities.values())
    titles = (_title(library, story_id) for story_id in library.stories)
    return Previews({card.path: card for card in names}, {card.path: card for card in titles})


def previews_on(everything: Previews, path: str, html: str) -> Previews:
    """Choose the cards that a page needs: `html` is its main part, `path` its own."""
    linked = dict.fromkeys(LINK.findall(html))
    linked.pop(path, None)
    room = min(ROOM, LONG - len(html))
    names = _within(min(room, NAMES_ROOM), everything.names, linked)
    return Previews(names, _within(room - sum([card.size for card in names.values()]), everything.titles, linked))


class _Sized(Protocol):
    @property
    def size(self) -> int: ...


C = TypeVar("C", bound=_Sized)


def _within(room: int, cards: Mapping[str, C], linked: Iterable[str]) -> dict[str, C]:
    found = {}
    for path in linked:
        if card := cards.get(path):
            room -= card.size
            if room < 0:
                break
            found[path] = card
    return found


def _name(library: Library, entity: Entity) -> NamePreview:
    newest = library.stories[stories_of(entity, library.rank)[0]]
    leading = next((one.statements[0] for one in reported_roles(library, entity) if one.role.text and one.leads), None)
    return NamePreview(
        path=entity_path(entity),
        name=entity.name,
        report=_report(library, leading) if leading else None,
        count=len(entity.appearances),
        latest=newest.title,
        lang=newest.lang,
        day=when(library, newest.id).text,
    )


def _report(library: Library, stated: StatedRole) -> Report:
    role, story = stated.role, library.stories[stated.story_id] if stated.story_id else None
    return Report(
        role=role.text or "",
        organisation=place_of(role),
        source=f"{story.outlet or story.title}, {when(library, story.id).text}" if story else "",
        paragraph=paragraph_of(library, story.id, role.span) if story else None,
        lang=story.lang if story else library.options.lang,
    )


def _title(library: Library, story_id: StoryId) -> TitlePreview:
    story = library.stories[story_id]
    day = when(library, story_id).text
    return TitlePreview(library.paths[story_id], story.title, story.lang, story.outlet, day, gist(library, story))
