"""What a page says about itself to browsers, search engines and link previews.

In: the library and what a page shows. Out: `Meta`, with schema.org data (JSON-LD) as text that is safe inside a script
element. Addresses in the data are absolute; where the site's own address is not known they are left out.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from newsdigest.model import Entity, Story
from newsdigest.views.addresses import FOLDERS, LEDGER, FeedInfo, entity_path, story_path
from newsdigest.views.cards import EntityCard, Link, StoryCard
from newsdigest.views.library import Library

Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]
DESCRIPTION_LENGTH = 160
"""Search engines show about as many characters."""
SCHEMA_TYPES = {"organisation": "Organization", "person": "Person"}
SECTIONS = {
    "archive": Link("archive.html", "Archive"),
    "feeds": Link("feeds.html", "Feeds"),
    "front": Link("index.html", "Front page"),
    "organisations": Link("organisations.html", "Organisations"),
    "people": Link("people.html", "People"),
    "quotes": Link(LEDGER, "Quotations"),
    "tags": Link("tags.html", "Subjects"),
}


INERT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""JSON escapes for what could end a script element or start another one."""


@dataclass(frozen=True, slots=True)
class Structured:
    """schema.org data, and its hash for the page's Content-Security-Policy."""

    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The head of a page."""

    path: str
    title: str
    description: str
    section: str
    """Which entry of the navigation it belongs to; may be none of them."""
    og_type: str = "website"
    feed: FeedInfo | None = None
    """The feed that follows what this page shows."""
    crumbs: tuple[Link, ...] = ()
    """The way to this page from the front page, itself excluded."""
    data: Structured | None = None

    @property
    def canonical(self) -> str:
        """The path under which the page is known."""
        return public_path(self.path)


def public_path(path: str) -> str:
    """Give the path that leads to a page on the web: a folder stands for the index in it."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def page_meta(
    library: Library, path: str, title: str, description: str, section: str = "", above: Sequence[Link] = ()
) -> Meta:
    """Describe a page that lists things; `above` are pages between it and its section."""
    first = SECTIONS.get(section)
    crumbs = (first, *above) if first and first.path != path else ()
    return Meta(
        path=path,
        title=title,
        description=shortened(description),
        section=section,
        feed=library.feed_of.get(path),
        crumbs=crumbs,
        data=structured(_crumbs(library, (*crumbs, Link(path, title)))) if library.base else None,
    )


def story_meta(library: Library, story: Story, card: StoryCard) -> Meta:
    """Describe an article's page: a copy that is based on the source's own page."""
    path = story_path(story)
    crumbs = (SECTIONS["archive"],)
    mentioned = [_thing(library, entity) for entity, _ in library.present.get(story.id, ())]
    article: Json = {
        "@type": "NewsArticle",
        "@id": _absolute(library, path),
        "url": _absolute(library, path),
        "headline": story.title,
        "description": " ".join(s.text for s in card.summary),
        "inLanguage": story.lang,
        "datePublished": story.published.isoformat() if story.published else None,
        "author": [{"@type": "Person", "name": name} for name in story.byline],
        "publisher": {"@type": "Organization", "name": story.outlet} if story.outlet else None,
        "isBasedOn": story.url,
        "keywords": [tag.name for tag in card.tags],
        "mentions": mentioned,
        "wordCount": card.words,
    }
    return Meta(
        path=path,
        title=story.title,
        description=shortened(" ".join(s.text for s in card.summary) or story.title),
        section="archive",
        og_type="article",
        crumbs=crumbs,
        data=structured(article, _crumbs(library, (*crumbs, Link(path, story.title)))),
    )


def entity_meta(library: Library, entity: Entity, card: EntityCard, description: str) -> Meta:
    """Describe the page of a person or an organisation."""
    folder = FOLDERS[entity.kind]
    section = SECTIONS[folder]
    names: Json = [alias.text for alias in entity.aliases]
    person = entity.kind == "person"
    thing: Json = {
        **_thing(library, entity),
        "alternateName": names,
        "jobTitle": card.role if person else None,
    }
    return Meta(
        path=card.path,
        title=entity.name,
        description=shortened(description),
        section=folder,
        og_type="profile" if person else "website",
        feed=library.feed_of.get(card.path),
        crumbs=(section,),
        data=structured(thing, _crumbs(library, (section, Link(card.path, entity.name)))),
    )


def shortened(text: str) -> str:
    """Cut a description at a word; an ellipsis shows the cut."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def structured(*graph: Json) -> Structured:
    """Write schema.org data; the text holds no character that HTML could take for markup."""
    data = compact({"@context": "https://schema.org", "@graph": graph})
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(INERT)
    return Structured(text, b64encode(sha256(text.encode()).digest()).decode())


def compact(value: Json) -> Json:
    """Leave out whatever is unknown: None, empty texts, lists and objects."""
    if isinstance(value, Mapping):
        pairs = {key: compact(inner) for key, inner in value.items()}
        return {key: inner for key, inner in pairs.items() if inner not in (None, "", [], {})}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [inner for inner in map(compact, value) if inner not in (None, "", [], {})]
    return value


def _thing(library: Library, entity: Entity) -> dict[str, Json]:
    path = _absolute(library, entity_path(entity))
    return {"@type": SCHEMA_TYPES[entity.kind], "@id": path, "name": entity.name, "url": path}


def _crumbs(library: Library, way: Sequence[Link]) -> Json:
    if not library.base:
        return None
    items: Json = [
        {"@type": "ListItem", "position": n, "name": link.text, "item": _absolute(library, link.path)}
        for n, link in enumerate((SECTIONS["front"], *way), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _absolute(library: Library, path: str) -> str | None:
    if not library.base:
        return None
    return f"{library.base}/{public_path(path)}"
