"""Feeds: the edition's RSS files, and an OPML file that lists them.

Pelican's seam: the moment when the articles' pages are written. Readers need absolute addresses: SITEURL, else
FEED_DOMAIN, else where `make serve` serves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from newsdigest import feeds, markup, views
from newsdigest.model import StoryId
from newsdigest.options import Options, from_settings
from newsdigest.views.cards import story_card
from pelican import signals
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

LOCAL = "http://localhost:8000"
OPML = "feeds.opml"
DESCRIPTIONS = {
    "all": "Every article of {site}, summarised from its own sentences.",
    "organisation": "Articles of {site} that name {title}.",
    "person": "Articles of {site} that name {title}.",
    "tag": "Articles of {site} about {title}.",
}


def write_feeds(generator: ArticlesGenerator, writer: Writer) -> None:  # noqa: ARG001  # Pelican's signature
    """Write every feed of `context["edition"]` into the output folder."""
    settings = generator.settings
    options, _ = from_settings(settings)
    library = views.open_library(generator.context["edition"], options, base_address(settings))
    for path, data in files(library, settings["SITENAME"], options):
        target = Path(settings["OUTPUT_PATH"]) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def base_address(settings: dict[str, str]) -> str:
    """Find the address that feeds put before every path, without a final slash."""
    return (settings.get("SITEURL") or settings.get("FEED_DOMAIN") or LOCAL).rstrip("/")


def files(library: views.Library, site: str, options: Options) -> Iterator[tuple[str, bytes]]:
    """Make the path and the bytes of each feed; each article is rendered once, however many feeds hold it."""
    shown = {info.path: info.stories[: options.feed_items or None] for info in library.feeds}
    links = views.name_links(library.edition, library.base)
    items = {story: item(library, story, links[story]) for story in dict.fromkeys(chain.from_iterable(shown.values()))}
    for info in library.feeds:
        yield info.path, feeds.rss(channel(library, info, site, options), [items[story] for story in shown[info.path]])
    yield OPML, feeds.opml(site, (channel(library, info, site, options) for info in library.feeds))


def channel(library: views.Library, info: views.FeedInfo, site: str, options: Options) -> feeds.Channel:
    """Present a feed; the feed of everything bears the site's own name."""
    return feeds.Channel(
        title=site if info.kind == "all" else f"{info.title} – {site}",
        description=DESCRIPTIONS[info.kind].format(site=site, title=info.title),
        link=f"{library.base}/{'' if info.page == 'index.html' else info.page}",
        feed_url=f"{library.base}/{info.path}",
        lang=options.lang,
    )


def item(library: views.Library, story_id: StoryId, links: Mapping[int, str]) -> feeds.FeedItem:
    """Present an article; its categories are its tags and the people it names."""
    story, analysis = library.stories[story_id], library.analyses[story_id]
    card = story_card(library, story_id)
    page = f"{library.base}/{card.path}"
    return feeds.FeedItem(
        title=story.title,
        link=page,
        guid=f"urn:uuid:{story_id}",
        published=story.date,
        authors=story.byline,
        categories=(*(tag.name for tag in card.tags), *(person.text for person in card.people)),
        summary=" ".join(sentence.text for sentence in card.summary),
        content=markup.fragment(story, analysis, links, page),
    )


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
