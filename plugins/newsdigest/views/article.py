"""An article's page: what stands around the text that `markup` renders.

In: the library and a story. Out: an ArticlePage: where the article comes from, its summary, who is named and quoted,
what is related and why, and the ledger of everything that cleaning took out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec import Struct

from newsdigest.model import Appearance, Entity, StoryId
from newsdigest.text import web_address
from newsdigest.views.addresses import entity_path
from newsdigest.views.cards import QuoteCard, StoryCard, When, quote_card, story_card, when
from newsdigest.views.library import Library, passage_path
from newsdigest.views.metadata import Meta, story_meta
from newsdigest.views.provenance import ORIGINS, Fact, Ledger, address_origin, facts, ledger
from newsdigest.views.republish import NOTICES
from newsdigest.views.roles import place_of, role_in
from newsdigest.views.versions import version_name

VERSIONS = 8
"""Other versions of a text that its page names; the others are counted."""
BESIDE = 16
"""People, organisations and quotations, each, beside a text; the others are counted, the text links and marks them.
Of 205 articles 16 go beyond it; all 129 names of one made its page 30 kB heavier."""


class Named(Struct, frozen=True, gc=False):
    """Somebody as this article presents them."""

    name: str
    path: str
    kind: str
    role: str | None
    """As this article states it, verbatim."""
    organisation: str | None
    passage: str
    """Where the role is stated, else where the name stands first."""
    count: int


class RelatedCard(Struct, frozen=True, gc=False):
    """Another article and why it belongs here."""

    story: StoryCard
    because: tuple[str, ...]


class VersionCard(Struct, frozen=True, gc=False):
    """Another article with nearly the same text."""

    path: str
    name: str
    """Its outlet; its title where the outlet is this article's own, or not known."""
    when: When
    share: str
    """How much of it stands here too: `93 % the same text`; of many versions only some are compared."""


class ArticlePage(Struct, frozen=True, gc=False):
    """All around an article's text."""

    meta: Meta
    card: StoryCard
    file: str
    """The path under content/."""
    url: str | None
    """Only addresses that a browser may follow."""
    url_origin: str
    published_iso: str | None
    facts: tuple[Fact, ...]
    """What is known of the article, and where it is stated."""
    origin: str
    """Where the date comes from, in words."""
    people: tuple[Named, ...]
    more_people: int
    organisations: tuple[Named, ...]
    more_organisations: int
    quotes: tuple[QuoteCard, ...]
    more_quotes: int
    related: tuple[RelatedCard, ...]
    versions: tuple[VersionCard, ...]
    """Other articles with nearly the same text, those first that are compared."""
    more_versions: int
    missing: str
    """What was looked for and not found: `No people, organisations or quotations`."""
    ledger: Ledger
    notes: tuple[str, ...]
    republished: str
    """Says what of the text stands here; empty where all of it does."""


def article_page(library: Library, story_id: StoryId) -> ArticlePage:
    """Collect what an article's page shows."""
    story = library.stories[story_id]
    card = story_card(library, story_id)
    named = tuple(_named(library, e, appearance) for e, appearance in library.present.get(story_id, ()))
    people, organisations = (tuple(n for n in named if n.kind == kind) for kind in ("person", "organisation"))
    quotes = tuple(quote_card(library, story_id, quote) for quote in library.analyses[story_id].quotes)
    limited = NOTICES[library.options.full_text]
    beside = len(named) + len(quotes) if limited else BESIDE
    return ArticlePage(
        meta=story_meta(library, story, card),
        card=card,
        file=story.path,
        url=web_address(story.url),
        url_origin=address_origin(story),
        published_iso=card.when.iso if story.published else None,
        facts=facts(story),
        origin=ORIGINS[story.published_origin],
        people=people[:beside],
        more_people=len(people[beside:]),
        organisations=organisations[:beside],
        more_organisations=len(organisations[beside:]),
        quotes=quotes[:beside],
        more_quotes=len(quotes[beside:]),
        related=tuple(
            RelatedCard(story_card(library, r.other_id), r.because) for r in library.related.get(story_id, ())
        ),
        versions=tuple(_versions(library, story_id)),
        more_versions=max(0, len(library.versions.get(story_id, ())) - 1 - VERSIONS),
        missing=_missing({"people": people, "organisations": organisations, "quotations": quotes or limited}),
        ledger=ledger(story),
        notes=story.notes,
        republished=limited,
    )


def _versions(library: Library, story_id: StoryId) -> Iterator[VersionCard]:
    shares = {related.other_id: related.because[-1] for related in library.alike.get(story_id, ())}
    others = (one for one in library.versions.get(story_id, ()) if one != story_id and one not in shares)
    for one in islice(chain(sorted(shares, key=library.rank.__getitem__), others), VERSIONS):
        name, day = version_name(library, one, story_id), when(library, one)
        yield VersionCard(library.paths[one], name, day, shares.get(one, ""))


def _missing(found: Mapping[str, Sequence[object]]) -> str:
    absent = [what for what, instances in found.items() if not instances]
    several = ", ".join(absent[:-1])
    return f"No {several}{' or ' if several else ''}{absent[-1]}" if absent else ""


def _named(library: Library, entity: Entity, appearance: Appearance) -> Named:
    story_id = appearance.story_id
    role = role_in(library, entity, story_id)
    mentions = library.analyses[story_id].mentions
    first = min(mentions[number].span for number in appearance.mentions)
    return Named(
        name=entity.name,
        path=entity_path(entity),
        kind=entity.kind,
        role=role.text if role else None,
        organisation=place_of(role),
        passage=passage_path(library, story_id, role.span if role else first),
        count=len(appearance.mentions),
    )
