"""schema.org data (JSON-LD): what pages tell search engines of articles, people, organisations and quotations.

In: the library and what a page shows. Out: nodes of one graph, and the graph as text that is safe inside a script
element, with its hash for the page's Content-Security-Policy. Every address is absolute; where the site's own is not
known they are left out, as is whatever else is unknown. Nothing is stated that the page does not show.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import islice

import msgspec
from msgspec import Struct

from newsdigest.model import Entity, Story
from newsdigest.text import web_address
from newsdigest.views.addresses import entity_path, story_path
from newsdigest.views.cards import EntityCard, Link, QuoteCard, StoryCard
from newsdigest.views.library import Library

Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]
TYPES = {"organisation": "Organization", "person": "Person"}
SAID = 10
"""Quotations of a page that are given as data too: each takes 400 bytes, and a page shows up to 60."""
MENTIONED = 16
"""Names that an article's data hold, as many of people and organisations together as its page lists of each."""
INERT = {b"<": b"\\u003c", b">": b"\\u003e", b"&": b"\\u0026"}
"""JSON escapes for what could end a script element or start another one."""


class Structured(Struct, frozen=True, gc=False):
    """schema.org data, and its hash for the page's Content-Security-Policy."""

    text: str
    digest: str


def structured(*graph: Json) -> Structured:
    """Write schema.org data; the text holds no character that HTML could take for markup."""
    data = compact({"@context": "https://schema.org", "@graph": graph})
    text = msgspec.json.encode(data)
    for character, escaped in INERT.items():
        text = text.replace(character, escaped)
    return Structured(text.decode(), b64encode(sha256(text).digest()).decode())


def compact(value: Json) -> Json:
    """Leave out whatever is unknown: None, empty texts, lists and objects."""
    if isinstance(value, dict):
        known = value.items()
        return {key: told for key, one in known if (told := one if isinstance(one, str) else compact(one)) or told == 0}
    if isinstance(value, (list, tuple)):
        return [told for one in value if (told := compact(one)) or told == 0]
    return value


def public_path(path: str) -> str:
    """Give the path that leads to a page on the web: a folder stands for the index in it."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def absolute(library: Library, path: str) -> str | None:
    """Give the address of a page; none where the site's own is not known."""
    return f"{library.base}/{public_path(path)}" if library.base else None


# --- nodes ---


def website(library: Library) -> Json:
    """Describe the site, and how to search it."""
    words = f"{absolute(library, 'search.html')}?q={{search_term_string}}"
    target = {"@type": "EntryPoint", "urlTemplate": words}
    return {
        "@type": "WebSite",
        "@id": _site(library),
        "url": absolute(library, ""),
        "name": library.site,
        "inLanguage": library.options.lang,
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }


def page(library: Library, kind: str, path: str, title: str, about: Entity | None = None) -> Json:
    """Describe a page that is no article; `about` is whom all of it is about."""
    return {
        "@type": kind,
        "url": absolute(library, path),
        "name": title,
        "isPartOf": _reference(_site(library)),
        "mainEntity": _reference(absolute(library, entity_path(about))) if about else None,
    }


def article(library: Library, story: Story, card: StoryCard) -> Json:
    """Describe an article: a copy that is based on the source's own page."""
    address = absolute(library, story_path(story))
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": story.title,
        "description": card.gist,
        "abstract": " ".join(s.text for s in card.summary),
        "inLanguage": story.lang,
        "datePublished": story.published.isoformat() if story.published else None,
        "author": [{"@type": "Person", "name": name} for name in story.byline],
        "publisher": {"@type": "Organization", "name": story.outlet} if story.outlet else None,
        "isBasedOn": web_address(story.url),
        "isPartOf": _reference(_site(library)),
        "keywords": [tag.name for tag in card.tags],
        "mentions": [_thing(library, entity) for entity, _ in library.present.get(story.id, ())[:MENTIONED]],
        "wordCount": card.words,
    }


def named(library: Library, entity: Entity, card: EntityCard) -> Json:
    """Describe a person or an organisation, with the role that was reported last."""
    person = entity.kind == "person"
    house = {"@type": "Organization", "name": card.organisation} if person and card.organisation else None
    return {
        **_thing(library, entity),
        "alternateName": [alias.text for alias in entity.aliases],
        "jobTitle": card.role if person else None,
        "affiliation": house,
    }


def quotations(library: Library, quotes: Iterable[QuoteCard]) -> list[Json]:
    """Describe the first quotations of a page, with their speakers where the who's who knows them."""
    return [
        {
            "@type": "Quotation",
            "text": said.text,
            "url": absolute(library, said.path),
            "spokenByCharacter": _speaker(library, said),
            "isPartOf": {
                "@type": "NewsArticle",
                "@id": absolute(library, said.story.path),
                "headline": said.story.title,
            },
        }
        for said in islice(quotes, SAID)
    ]


def crumbs(library: Library, way: Sequence[Link]) -> Json:
    """Describe the way to a page, from the front page on."""
    items: list[Json] = [
        {"@type": "ListItem", "position": number, "name": link.text, "item": absolute(library, link.path)}
        for number, link in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if library.base else None


def _thing(library: Library, entity: Entity) -> dict[str, Json]:
    address = absolute(library, entity_path(entity))
    return {"@type": TYPES[entity.kind], "@id": address, "name": entity.name, "url": address}


def _speaker(library: Library, said: QuoteCard) -> Json:
    if not said.speaker_path:
        return None
    kind = "person" if said.speaker_path.startswith("people/") else "organisation"
    return {"@type": TYPES[kind], "@id": absolute(library, said.speaker_path), "name": said.speaker}


def _site(library: Library) -> str | None:
    return f"{library.base}/#site" if library.base else None


def _reference(address: str | None) -> Json:
    return {"@id": address} if address else None
