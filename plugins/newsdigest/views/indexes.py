"""The indexes from A to Z: people, organisations, subjects.

In: the library. Out: one frozen value a page. People are filed under the last word of their name, as in a telephone
book, organisations under the first one that is no article. Limits: a family name that comes first is filed wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from unidecode import unidecode

from newsdigest.model import Kind
from newsdigest.views.addresses import FOLDERS
from newsdigest.views.cards import EntityCard, TagCard, entity_card, tag_card
from newsdigest.views.front import most_named
from newsdigest.views.library import Library
from newsdigest.views.metadata import SECTIONS, Meta, page_meta
from newsdigest.views.roles import without_article

T = TypeVar("T")
LEADS: dict[Kind, str] = {
    "organisation": "named in the articles, with the number of articles that name them.",
    "person": "named in the articles, each with the role that was reported last.",
}
MOST = 24
"""Entries of the list by number of articles, four columns of six; all of them stand under their letters."""
SUFFIXES = frozenset({"ii", "iii", "iv", "jr", "sr"})
"""Stand after a family name and are no part of it."""


@dataclass(frozen=True, slots=True)
class LetterGroup(Generic[T]):
    """What is filed under one letter; `#` holds all that begins with none."""

    letter: str
    anchor: str
    entries: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """The index of people, or of organisations."""

    meta: Meta
    lead: str
    letters: tuple[LetterGroup[EntityCard], ...]
    most: tuple[EntityCard, ...]
    """Those of several articles, by their number."""


@dataclass(frozen=True, slots=True)
class TagsPage:
    """The index of subjects."""

    meta: Meta
    letters: tuple[LetterGroup[TagCard], ...]
    most: tuple[TagCard, ...]
    """Those of several articles, by their number."""
    total: int


def names_page(library: Library, kind: Kind) -> NamesPage:
    """List people or organisations."""
    section = SECTIONS[FOLDERS[kind]]
    cards = [entity_card(library, e) for e in library.entities.values() if e.kind == kind]
    lead = f"{len(cards)} {LEADS[kind]}"
    return NamesPage(
        meta=page_meta(library, section.path, section.text, f"{section.text}: {lead}", FOLDERS[kind]),
        lead=lead,
        letters=_filed(cards, _family_name if kind == "person" else _without_article),
        most=tuple(card for card in most_named(library, kind) if card.count > 1)[:MOST],
    )


def tags_page(library: Library) -> TagsPage:
    """List the subjects."""
    cards = [tag_card(library, tag) for tag in library.edition.tags]
    most = sorted((c for c in cards if c.count > 1), key=lambda c: (-c.count, _folded(c.name), c.path))
    return TagsPage(
        meta=page_meta(library, "tags.html", "Subjects", "What the articles are about, from A to Z.", "tags"),
        letters=_filed(cards, _folded),
        most=tuple(most[:MOST]),
        total=len(cards),
    )


C = TypeVar("C", EntityCard, TagCard)


def _filed(cards: Iterable[C], under: Callable[[str], str]) -> tuple[LetterGroup[C], ...]:
    groups: dict[str, list[C]] = {}
    for card in sorted(cards, key=lambda c: (under(c.name), _folded(c.name), c.path)):
        groups.setdefault(_letter(under(card.name)), []).append(card)
    return tuple(LetterGroup(letter, _anchor(letter), tuple(groups[letter])) for letter in sorted(groups))


def _family_name(name: str) -> str:
    """Find the word that a person is filed under: `Ann de Witt Jr.` under witt."""
    parts = _folded(name).split()
    while len(parts) > 1 and parts[-1].strip(".,") in SUFFIXES:
        parts.pop()
    return parts[-1] if parts else ""


def _without_article(name: str) -> str:
    """Find what an organisation is filed under: `The Post` under post."""
    return without_article(_folded(name))


def _folded(text: str) -> str:
    return unidecode(text).casefold().strip()


def _letter(filed: str) -> str:
    return filed[0].upper() if filed[:1].isascii() and filed[:1].isalpha() else "#"


def _anchor(letter: str) -> str:
    return "other" if letter == "#" else f"letter-{letter.lower()}"
