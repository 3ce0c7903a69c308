"""Feeds: the edition's feeds, each as RSS and as JSON Feed, and an OPML file that lists them.

Pelican's seam: the moment when the articles' pages are written. Readers need absolute addresses: SITEURL, else
FEED_DOMAIN, else where `make serve` serves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import msgspec
from newsdigest import engines, feeds, kept, markup, views
from newsdigest.bodies import Bodies
from newsdigest.model import StoryId
from newsdigest.spool import Spool
from newsdigest.text import web_address
from pelican import signals
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

LOCAL = "http://localhost:8000"
OPML = "feeds.opml"
DESCRIPTIONS = {
    "all": "Every article of {site}.",
    "organisation": "Articles of {site} that name {title}.",
    "person": "Articles of {site} that name {title}.",
    "quotes": "Who said what in the articles of {site}, word for word.",
    "tag": "Articles of {site} about {title}.",
}
GROUPS = {
    "all": "Everything",
    "quotes": "Quotations",
    "tag": "Subjects",
    "person": "People",
    "organisation": "Organisations",
}
"""Folders of the list that readers import, in their order."""


File = tuple[str, list[bytes], Callable[[], bytes]]
"""A path, all that its bytes are made from, and what makes them."""
Items = Callable[[], list[feeds.FeedItem]]
Item = Callable[[feeds.FeedItem], bytes]
Write = Callable[[feeds.Channel, Iterable[feeds.FeedItem], Item], bytes]


def write_feeds(generator: ArticlesGenerator, writer: Writer) -> None:  # noqa: ARG001  # Pelican's signature
    """Put every feed of `context["library"]` into the site, those that are as they were from the one that stands."""
    library: views.Library = generator.context["library"]
    code = engines.engine_digest(engines.FEEDS).encode() + Path(__file__).read_bytes()
    items = Spool(Path(generator.settings["CACHE_PATH"]))
    there = views.library_at(library, base_address(generator.settings))
    for path, inputs, make in files(there, generator.context["bodies"], items):
        kept.put(generator.context["shelf"], path, kept.digest_of(code, path.encode(), *inputs), make)


def base_address(settings: dict[str, str]) -> str:
    """Find the address that feeds put before every path, without a final slash."""
    return (settings.get("SITEURL") or settings.get("FEED_DOMAIN") or LOCAL).rstrip("/")


def files(library: views.Library, bodies: Bodies, items: Spool) -> Iterator[File]:
    """Tell of each feed, also at addresses that names had before, and of their list; each article is written once."""

    def content_of(story_id: StoryId) -> str:
        return items.once(story_id, lambda: content(library, bodies, story_id).encode()).decode()

    item = cache(partial(article, library, content_of))
    rss_item, json_item = partial(once, items, feeds.rss_item), partial(once, items, feeds.json_item)
    for info in (*library.feeds, *views.old_feeds(library)):
        about, stories = channel(library, info), info.stories[: library.options.feed_items or None]
        if info.kind == "quotes":
            said = [quotation(library, one) for one in views.sayings(library, stories)]
            held: Items = partial(list, said)
            inputs = [msgspec.json.encode(said, enc_hook=lambda content: content())]
        else:
            held = partial(made, item, stories)
            inputs = [views.story_inputs(library, story) for story in stories]
        inputs.append(msgspec.json.encode(about))
        yield info.path, inputs, partial(written, feeds.rss, about, held, rss_item)
        yield info.json_path, inputs, partial(written, feeds.json_feed, about, held, json_item)
    opml = feeds.opml(library.site, groups(library))
    yield OPML, [opml], partial(bytes, opml)


def once(items: Spool, write: Item, item: feeds.FeedItem) -> bytes:
    """Write an item, which stands in five feeds or so, in one of the formats; with its content or without."""
    return items.once((write, item.guid, item.content is feeds.no_content), lambda: write(item))


def made(item: Callable[[StoryId], feeds.FeedItem], stories: Iterable[StoryId]) -> list[feeds.FeedItem]:
    """Present the articles of a feed."""
    return [item(story) for story in stories]


def written(write: Write, about: feeds.Channel, held: Items, item: Item) -> bytes:
    """Write a feed in one of the formats."""
    return write(about, held(), item)


def groups(library: views.Library) -> Iterator[feeds.Group]:
    """Sort the feeds into the folders of the list."""
    for kind, name in GROUPS.items():
        yield name, tuple(channel(library, info) for info in library.feeds if info.kind == kind)


def channel(library: views.Library, info: views.FeedInfo) -> feeds.Channel:
    """Present a feed; the feed of everything bears the site's own name."""
    return feeds.Channel(
        title=library.site if info.kind == "all" else f"{info.title} – {library.site}",
        description=DESCRIPTIONS[info.kind].format(site=library.site, title=info.title),
        link=f"{library.base}/{views.public_path(info.page)}",
        feed_url=f"{library.base}/{info.path}",
        json_url=f"{library.base}/{info.json_path}",
        lang=library.options.lang,
        hub=library.options.feed_hub,
    )


def article(library: views.Library, content_of: Callable[[StoryId], str], story_id: StoryId) -> feeds.FeedItem:
    """Present an article; its categories are its tags and the people it names."""
    story, card = library.stories[story_id], views.story_card(library, story_id)
    return feeds.FeedItem(
        title=story.title,
        link=f"{library.base}/{card.path}",
        guid=f"urn:uuid:{story_id}",
        published=story.date,
        authors=story.byline,
        categories=(*(tag.name for tag in card.tags), *(person.text for person in card.people)),
        summary=card.gist or " ".join(sentence.text for sentence in card.summary),
        content=partial(content_of, story_id),
        lang=story.lang,
        source_url=web_address(story.url) or "",
    )


def content(library: views.Library, bodies: Bodies, story_id: StoryId) -> str:
    """Show the whole article; where that is not to be republished, its summary, as far as it may, and its origin."""
    story, analysis = library.stories[story_id], library.analyses[story_id]
    page = f"{library.base}/{library.paths[story_id]}"
    if library.options.full_text == "full":
        return markup.fragment(story, analysis, bodies.elsewhere(story_id, library.base), page)
    return "\n".join(filter(None, (markup.summary(story, analysis, page), markup.origin(story, page))))


def quotation(library: views.Library, saying: views.Saying) -> feeds.FeedItem:
    """Present a quotation; its categories are its speaker, if known by name, and the tags of its article."""
    story, said = saying.story, saying.said
    place = f"{library.base}/{said.path}"
    speaker = (said.speaker or "", f"“{said.cue}”" if said.cue else "", said.how)
    source = (story.title, story.outlet or "", said.story.when.text)
    named = (said.speaker,) if said.speaker and said.speaker_path else ()
    return feeds.FeedItem(
        title=saying.headline,
        link=place,
        guid=f"urn:uuid:{saying.id}",
        published=story.date,
        authors=(),
        categories=(*named, *(tag.name for tag in said.story.tags)),
        summary=f"“{said.text}”",
        content=partial(feeds.quotation, said.text, [*filter(None, speaker)], place, [*filter(None, source)]),
        lang=story.lang,
        source_url=web_address(story.url) or "",
    )


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
