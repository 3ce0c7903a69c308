"""The indexes from A to Z: people, organisations, subjects.

In: the library. Out: one frozen value a page; a long index has several. People are filed under the last word of their
name, as in a telephone book, organisations under the first one that is no article.
Limits: a family name that comes first is filed wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from msgspec import Struct

from newsdigest.model import Kind
from newsdigest.views.addresses import FOLDERS
from newsdigest.views.cards import EntityCard, Link, TagCard, entity_card, tag_card
from newsdigest.views.front import most_named
from newsdigest.views.library import Library
from newsdigest.views.metadata import SECTIONS, Meta, page_meta
from newsdigest.views.namesakes import family_name, folded
from newsdigest.views.paging import Pager, Part, one, parts
from newsdigest.views.roles import without_article
from newsdigest.views.versions import source_count

T = TypeVar("T")
LEADS: dict[Kind, str] = {
    "organisation": "named in the articles, with the number of articles that name them.",
    "person": "named in the articles, each with the role that was reported last.",
}
MOST = 24
"""Entries of the list by number of sources, four columns of six; all of them stand under their letters."""
NAMES, SUBJECTS = 150, 200
"""Entries on a page, of about 330 and 230 characters of HTML."""


class LetterGroup(Struct, Generic[T], frozen=True, gc=False):
    """What is filed under one letter; `#` holds all that begins with none."""

    letter: str
    anchor: str
    entries: tuple[T, ...]


class NamesPage(Struct, frozen=True, gc=False):
    """A page of the index of people, or of organisations."""

    meta: Meta
    title: str
    lead: str
    ways: tuple[Link, ...]
    """To where each letter begins, on whatever page."""
    letters: tuple[LetterGroup[EntityCard], ...]
    most: tuple[EntityCard, ...]
    """Those of several articles, by the number of sources; on the first page."""
    pager: Pager | None


class TagsPage(Struct, frozen=True, gc=False):
    """A page of the index of subjects."""

    meta: Meta
    title: str
    ways: tuple[Link, ...]
    letters: tuple[LetterGroup[TagCard], ...]
    most: tuple[TagCard, ...]
    """Those of several articles, by the number of sources; on the first page."""
    total: int
    pager: Pager | None


def names_pages(library: Library, kind: Kind) -> Iterator[NamesPage]:
    """List people or organisations."""
    section = SECTIONS[FOLDERS[kind]]
    cards = [entity_card(library, e) for e in library.entities.values() if e.kind == kind]
    lead = f"{len(cards)} {LEADS[kind]}"
    under = family_name if kind == "person" else _without_article
    divided = parts(section.path, _in_order(cards, under), NAMES, one)
    ways = _ways(divided)
    for part in divided:
        title = part.titled(section.text)
        yield NamesPage(
            meta=page_meta(library, part.path, title, f"{title}: {lead}", FOLDERS[kind]),
            title=title,
            lead=lead,
            ways=ways,
            letters=_filed(part.entries),
            most=_several(most_named(library, kind)) if part.number == 1 else (),
            pager=part.pager,
        )


def tags_pages(library: Library) -> Iterator[TagsPage]:
    """List the subjects of enough articles for a page, names among them."""
    tags = [tag for tag in library.edition.tags if len(tag.stories) >= library.options.tag_pages]
    cards = [tag_card(library, tag) for tag in tags]
    ranked = sorted(tags, key=lambda t: (-source_count(library, t.stories), -len(t.stories), folded(t.name), t.slug))
    most = [tag_card(library, tag) for tag in ranked]
    divided = parts("tags.html", _in_order(cards, folded), SUBJECTS, one)
    ways = _ways(divided)
    for part in divided:
        title = part.titled("Subjects")
        text = f"{title}: what the articles are about, from A to Z."
        yield TagsPage(
            meta=page_meta(library, part.path, title, text, "tags"),
            title=title,
            ways=ways,
            letters=_filed(part.entries),
            most=_several(most) if part.number == 1 else (),
            total=len(cards),
            pager=part.pager,
        )


C = TypeVar("C", EntityCard, TagCard)


def _several(cards: Iterable[C]) -> tuple[C, ...]:
    return tuple(card for card in cards if card.count > 1)[:MOST]


def _in_order(cards: Iterable[C], under: Callable[[str], str]) -> list[tuple[str, C]]:
    """Put cards into the order of the alphabet, each with its letter."""
    filed = ((under(card.name), card) for card in cards)
    placed = [((_letter(word), word, folded(card.name), card.path), card) for word, card in filed]
    return [(place[0], card) for place, card in sorted(placed, key=itemgetter(0))]


def _filed(entries: Iterable[tuple[str, C]]) -> tuple[LetterGroup[C], ...]:
    groups = groupby(entries, key=itemgetter(0))
    return tuple(LetterGroup(letter, _anchor(letter), tuple(card for _, card in group)) for letter, group in groups)


def _ways(divided: Sequence[Part[tuple[str, C]]]) -> tuple[Link, ...]:
    begins: dict[str, str] = {}
    for part in divided:
        for letter, _ in part.entries:
            begins.setdefault(letter, part.path)
    return tuple(Link(f"{path}#{_anchor(letter)}", letter) for letter, path in begins.items())


def _without_article(name: str) -> str:
    """Find what an organisation is filed under: `The Post` under post."""
    return without_article(folded(name))


def _letter(filed: str) -> str:
    return filed[0].upper() if filed[:1].isascii() and filed[:1].isalpha() else "#"


def _anchor(letter: str) -> str:
    return "other" if letter == "#" else f"letter-{letter.lower()}"
