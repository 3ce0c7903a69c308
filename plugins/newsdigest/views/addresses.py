"""Where everything stands on the site, and which feeds it has.

In: stories, entities, tags. Out: paths relative to the site's root, without a leading slash, and the list of feeds.
A story's path is made of what its identity was made of, so a new title, host, rule or order of files leaves it alone;
it ends with the start of the identity, so two articles never meet. Paths hold only `a-z 0-9 - . /`.
Limits: a tag that becomes a name of the who's who moves to that page, and its feed with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from sys import intern
from urllib.parse import unquote

from newsdigest.model import Edition, Entity, EntityId, Kind, Story, StoryId, Tag
from newsdigest.options import Options
from newsdigest.text import slugify, story_id
from newsdigest.views.told import first_told

FOLDERS: dict[Kind, str] = {"organisation": "organisations", "person": "people"}
"""Kinds that have pages."""
LEDGER = "quotes/index.html"
"""Of quotations; its files lie beside it."""
ID_LENGTH, BARE_ID_LENGTH = 8, 12
"""Characters of the identity in a path: after readable words, and alone."""
_ADDRESS = re.compile(r"https?://[^/?#]*(?P<path>[^?#]*)", re.IGNORECASE)
"""Of the web; unlike the standard library's parser it fails on none."""


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """One feed: what it follows, where it lies, and the page that shows the same articles."""

    path: str
    """Of the RSS file."""
    title: str
    """What it follows: `All articles`, else a name or a tag. The site's name is not part of it."""
    page: str
    kind: str
    """`all`, `quotes`, `tag`, `person` or `organisation`."""
    stories: tuple[StoryId, ...]
    """Newest first, uncut."""

    @property
    def json_path(self) -> str:
        """Give the path of the same as JSON Feed."""
        return self.path.removesuffix(".xml") + ".json"


def story_slug(story: Story) -> str:
    """Name a story's page after what its identity was made of, safe as a file name whatever that is.

    `https://x.example/2026/tide.html` becomes `tide-1b9d6bcd`; an identity that the owner states stands alone.
    """
    readable = slugify(_readable(story), "")
    return f"{readable}-{story.id[:ID_LENGTH]}" if readable else story.id[:BARE_ID_LENGTH]


def _readable(story: Story) -> str:
    """Give the last segment of what the identity was made from; nothing where the owner states another identity."""
    if story_id(story.id_key) != story.id:
        return ""
    address = _ADDRESS.match(story.id_key)
    return PurePosixPath(unquote(address["path"])).stem if address else PurePosixPath(story.id_key).name


def story_path(story: Story) -> str:
    """Give the path of a story's page."""
    return f"articles/{story_slug(story)}.html"


def entity_path(entity: Entity) -> str:
    """Give the path of a person's or an organisation's page."""
    return name_path(entity.kind, entity.id)


def name_path(kind: Kind, slug: str) -> str:
    """Give the path of the page of one with this slug; many pages hold it, all the same string."""
    return intern(f"{FOLDERS[kind]}/{slug}.html")


def tag_path(tag: Tag) -> str:
    """Give the path of a tag's page."""
    return f"tags/{tag.slug}.html"


def paged(edition: Edition) -> dict[EntityId, Entity]:
    """Find the people and organisations that have pages: those that an article names."""
    return {entity.id: entity for entity in edition.entities if entity.kind in FOLDERS and entity.appearances}


def plain_tags(edition: Edition, options: Options) -> tuple[Tag, ...]:
    """Find the tags that have pages: of enough articles, and no name of the who's who, which has a page already."""
    known = paged(edition)
    return tuple(t for t in edition.tags if t.entity_id not in known and len(t.stories) >= options.tag_pages)


def feeds(edition: Edition, options: Options) -> tuple[FeedInfo, ...]:
    """List the feeds: all articles, quotations; then tags, people, organisations from `feed_min` articles on."""
    everything = tuple(story.id for story in edition.stories)
    quoting = tuple(story_id for story_id, quotes in first_told(edition).items() if quotes)
    wide = (
        FeedInfo("feeds/all.xml", "All articles", "index.html", "all", everything),
        FeedInfo("feeds/quotes.xml", "Quotations", LEDGER, "quotes", quoting),
    )
    several = (feed for feed in _narrow_feeds(edition, options) if len(feed.stories) >= options.feed_min)
    return (*(feed for feed in wide if feed.stories), *several)


def _narrow_feeds(edition: Edition, options: Options) -> Iterator[FeedInfo]:
    rank = {story.id: number for number, story in enumerate(edition.stories)}
    for tag in plain_tags(edition, options):
        yield FeedInfo(f"feeds/tags/{tag.slug}.xml", tag.name, tag_path(tag), "tag", tag.stories)
    for kind in ("person", "organisation"):
        several = (e for e in paged(edition).values() if e.kind == kind and len(e.appearances) >= options.feed_min)
        for entity in several:
            path = f"feeds/{FOLDERS[entity.kind]}/{entity.id}.xml"
            yield FeedInfo(path, entity.name, entity_path(entity), kind, stories_of(entity, rank))


def stories_of(entity: Entity, rank: Mapping[StoryId, int]) -> tuple[StoryId, ...]:
    """Give the stories that name the entity, newest first; `rank` numbers all stories in that order."""
    return tuple(sorted({appearance.story_id for appearance in entity.appearances}, key=rank.__getitem__))
