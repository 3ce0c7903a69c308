"""What a page says about itself to browsers, search engines and link previews.

In: the library and what a page shows. Out: `Meta`: title, description, the way to the page, its feed, and schema.org
data (`schema`). A description is 50 to 160 characters long wherever the page knows as much of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from newsdigest.model import Entity, Story
from newsdigest.views import schema
from newsdigest.views.addresses import FOLDERS, LEDGER, FeedInfo, story_path
from newsdigest.views.cards import EntityCard, Link, QuoteCard, StoryCard
from newsdigest.views.library import Library
from newsdigest.views.schema import Json, Structured, public_path, structured

DESCRIPTION_LENGTH = 160
"""Search engines show about as many characters."""
SHORT_DESCRIPTION = 50
"""Characters below which they choose a text of their own."""
FRONT = "index.html"
COLLECTIONS = frozenset({"archive", "organisations", "people", "quotes", "tags"})
"""Sections whose pages list things."""
SECTIONS = {
    "archive": Link("archive.html", "Archive"),
    "feeds": Link("feeds.html", "Feeds"),
    "front": Link(FRONT, "Front page"),
    "organisations": Link("organisations.html", "Organisations"),
    "people": Link("people.html", "People"),
    "quotes": Link(LEDGER, "Quotations"),
    "tags": Link("tags.html", "Subjects"),
}


class Meta(Struct, frozen=True, gc=False):
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


def page_meta(
    library: Library,
    path: str,
    title: str,
    description: str,
    section: str = "",
    above: Sequence[Link] = (),
    quotes: Iterable[QuoteCard] = (),
) -> Meta:
    """Describe a page that lists things; `above` are pages between it and its section."""
    first = SECTIONS.get(section)
    crumbs = (first, *above) if first and first.path != path else ()
    kind = "CollectionPage" if section in COLLECTIONS else "WebPage"
    about: Sequence[Json] = (schema.page(library, kind, path, title), _way(library, crumbs, path, title))
    graph = about if path != FRONT else (schema.website(library),)
    return Meta(
        path=path,
        title=title,
        description=shortened(description),
        section=section,
        feed=library.feed_of.get(path),
        crumbs=crumbs,
        data=structured(*graph, *schema.quotations(library, quotes)) if library.base else None,
    )


def story_meta(library: Library, story: Story, card: StoryCard) -> Meta:
    """Describe an article's page."""
    path = story_path(story)
    crumbs = (SECTIONS["archive"],)
    where = f"{story.outlet}, {card.when.text}" if story.outlet else card.when.text
    told = (card.gist, " ".join(s.text for s in card.summary), f"{story.title}: {where}. {_holds(card)}")
    return Meta(
        path=path,
        title=story.title,
        description=shortened(next((text for text in told if len(text) >= SHORT_DESCRIPTION), told[-1])),
        section="archive",
        og_type="article",
        crumbs=crumbs,
        data=structured(schema.article(library, story, card), _way(library, crumbs, path, story.title)),
    )


def entity_meta(
    library: Library, entity: Entity, card: EntityCard, description: str, quotes: Iterable[QuoteCard] = ()
) -> Meta:
    """Describe the page of a person or an organisation, which shows these quotations."""
    folder = FOLDERS[entity.kind]
    person = entity.kind == "person"
    crumbs = (SECTIONS[folder],)
    about = schema.page(library, "ProfilePage" if person else "WebPage", card.path, entity.name, entity)
    return Meta(
        path=card.path,
        title=entity.name,
        description=shortened(description),
        section=folder,
        og_type="profile" if person else "website",
        feed=library.feed_of.get(card.path),
        crumbs=crumbs,
        data=structured(
            schema.named(library, entity, card),
            about if library.base else None,
            _way(library, crumbs, card.path, entity.name),
            *(schema.quotations(library, quotes) if library.base else ()),
        ),
    )


def shortened(text: str) -> str:
    """Cut a description at a word; an ellipsis shows the cut."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _holds(card: StoryCard) -> str:
    """Say what the page of an article shows where no sentence of it tells enough."""
    about = ", ".join(tag.name for tag in card.tags)
    return f"Subjects: {about}." if about else "Who is named in it, and where it comes from."


def _way(library: Library, crumbs: Sequence[Link], path: str, title: str) -> Json:
    return schema.crumbs(library, (SECTIONS["front"], *crumbs, Link(path, title)))
