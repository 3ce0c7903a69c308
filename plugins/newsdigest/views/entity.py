"""The page of a person or an organisation: an identity card whose every line names its source.

In: the library and an entity. Out: an EntityPage: forms of the name and why they were joined, who else bears it, roles
as reported, quotations, every mention in its sentence, companions; and a page for each part of a list that is too long
for it. Everything is newest first and verbatim.
Limits: roles that differ stand side by side; which one is true is for the reader to judge. Of the roles, holders and
namesakes only as many are shown as readers can take in; the others are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsdigest.model import Entity, StoryId
from newsdigest.text import counted
from newsdigest.views.addresses import FOLDERS, entity_path, stories_of
from newsdigest.views.cards import (
    EntityCard,
    Link,
    QuoteCard,
    StoryCard,
    When,
    entity_card,
    quote_card,
    story_card,
    when,
)
from newsdigest.views.companions import Companions, companions
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, entity_meta, page_meta
from newsdigest.views.paging import Pager, Part, in_pages, parts
from newsdigest.views.passages import Passage, passages, sentence_count
from newsdigest.views.role_cards import Holder, RoleCard, role_cards
from newsdigest.views.sparkline import Sparkline, sparkline
from newsdigest.views.told import told_once
from newsdigest.views.versions import fewer_sources, text_of, version_name

MARKUP = 400
"""Characters of HTML around each text, about."""
ROLES_ROOM, QUOTES_ROOM, ARTICLES_ROOM, PART_ROOM = 6_000, 5_000, 9_000, 36_000
"""Characters of HTML, about, for each list on the page of their own, and on each further page: somebody who stands in
200 articles, with roles, quotations and companions in all of them, has pages of at most 60 kB."""
SENTENCES, HOLDERS, ALIKE = 24, 20, 8
"""Sentences of one article, people with a role, and namesakes that a page shows."""


class Form(Struct, frozen=True, gc=False):
    """Another form of the name, why it was joined, and how often it stands in the articles."""

    text: str
    rule: str
    count: int


class Coverage(Struct, frozen=True, gc=False):
    """One article and the sentences in it that name the entity, and the versions of it with the same sentences."""

    story: StoryCard
    passages: tuple[Passage, ...]
    more: int
    """Sentences that only the article shows."""
    count: int
    """Mentions."""
    also: tuple[Link, ...]


class EntityPage(Struct, frozen=True, gc=False):
    """A person or an organisation with all that is known of them."""

    meta: Meta
    card: EntityCard
    lead: RoleCard | None
    """The role beside the name, with what states it."""
    first: When | None
    """None where it is the same day as the latest."""
    last: When
    sources: str
    """Says how many texts the articles give, where that is fewer than they are."""
    mentions: int
    sparkline: Sparkline | None
    forms: tuple[Form, ...]
    alike: tuple[EntityCard, ...]
    """Others who bear the name."""
    more_alike: int
    roles: tuple[RoleCard, ...]
    more_roles: int
    holders: tuple[Holder, ...]
    more_holders: int
    quotes: tuple[QuoteCard, ...]
    quote_count: int
    quote_pager: Pager | None
    coverage: tuple[Coverage, ...]
    coverage_pager: Pager | None
    companions: Companions
    notes: tuple[str, ...]


class EntityPart(Struct, frozen=True, gc=False):
    """A further page of a list that the entity's own page begins."""

    meta: Meta
    name: Link
    title: str
    quotes: tuple[QuoteCard, ...]
    coverage: tuple[Coverage, ...]
    pager: Pager | None


def entity_pages(
    library: Library, entity: Entity, holders: Sequence[Holder] = (), alike: Sequence[Entity] = ()
) -> Iterator[EntityPage | EntityPart]:
    """Show a person or an organisation: the page of their own first, then those for the rest of its lists."""
    path = entity_path(entity)
    quotes = parts(path, _quotes(library, entity), PART_ROOM, _quote_size, "quotations", QUOTES_ROOM)
    coverage = parts(path, _coverage(library, entity), PART_ROOM, _coverage_size, "articles", ARTICLES_ROOM)
    yield _main(library, entity, holders, alike, quotes, coverage)
    for said in quotes[1:]:
        yield _part(library, entity, said, "Quotations", quotes=said.entries)
    for covered in coverage[1:]:
        yield _part(library, entity, covered, "In the articles", coverage=covered.entries)


def _main(
    library: Library,
    entity: Entity,
    holders: Sequence[Holder],
    alike: Sequence[Entity],
    quotes: Sequence[Part[QuoteCard]],
    coverage: Sequence[Part[Coverage]],
) -> EntityPage:
    card = entity_card(library, entity)
    dated = stories_of(entity, library.rank)
    first, last = (when(library, one) for one in (dated[-1], dated[0]))
    roles = tuple(role_cards(library, entity))
    shown, *left = in_pages(roles, ROLES_ROOM, _role_size)
    said = sum(len(part.entries) for part in quotes)
    return EntityPage(
        meta=entity_meta(library, entity, card, _description(library, card, said), quotes[0].entries),
        card=card,
        lead=next((role for role in roles if role.leads), None),
        first=first if first != last else None,
        last=last,
        sources=fewer_sources(library, (one.story_id for one in entity.appearances)),
        mentions=sum(len(one.mentions) for one in entity.appearances),
        sparkline=sparkline(library, entity),
        forms=tuple(_forms(library, entity)),
        alike=tuple(entity_card(library, other) for other in alike[:ALIKE]),
        more_alike=len(alike[ALIKE:]),
        roles=shown,
        more_roles=sum(map(len, left)),
        holders=tuple(holders[:HOLDERS]),
        more_holders=len(holders[HOLDERS:]),
        quotes=quotes[0].entries,
        quote_count=said,
        quote_pager=quotes[0].pager,
        coverage=coverage[0].entries,
        coverage_pager=coverage[0].pager,
        companions=companions(library, entity),
        notes=entity.notes,
    )


def _part(
    library: Library,
    entity: Entity,
    part: Part[QuoteCard] | Part[Coverage],
    title: str,
    *,
    quotes: tuple[QuoteCard, ...] = (),
    coverage: tuple[Coverage, ...] = (),
) -> EntityPart:
    name = Link(entity_path(entity), entity.name)
    heading = part.titled(title)
    about = f"{entity.name}: {heading.lower()}"
    text = f"{about}, with links to the paragraphs of the sources."
    return EntityPart(
        meta=page_meta(library, part.path, about, text, FOLDERS[entity.kind], (name,)),
        name=name,
        title=heading,
        quotes=quotes,
        coverage=coverage,
        pager=part.pager,
    )


def _forms(library: Library, entity: Entity) -> Iterator[Form]:
    """Show the other forms of the name, those that are met most often first."""
    met: Counter[str] = Counter()
    for seen in entity.appearances:
        mentions = library.analyses[seen.story_id].mentions
        met.update(mentions[number].text for number in seen.mentions)
    for alias in sorted(entity.aliases, key=lambda alias: -met[alias.text]):
        yield Form(alias.text, alias.rule, met[alias.text])


def _description(library: Library, card: EntityCard, quotes: int) -> str:
    role = f", {card.role}" if card.role else ""
    articles = counted(card.count, "article")
    said = f", {counted(quotes, 'quotation')}" if quotes else ""
    mentions = "every mention in its sentence and" if library.options.full_text == "full" else "who is named beside and"
    return f"{card.name}{role}: {articles}{said}, with {mentions} a link to its source."


def _quotes(library: Library, entity: Entity) -> Iterator[QuoteCard]:
    """Show what they said; what several versions of a text give stands once."""
    newest_first = sorted(entity.quotes, key=lambda q: (library.rank[q.story_id], q.quote.span))
    for said in told_once(library.versions, newest_first):
        yield quote_card(library, said.story_id, said.quote)


def _coverage(library: Library, entity: Entity) -> Iterator[Coverage]:
    """Show the articles, of versions with the same sentences the newest."""
    mentions = {appearance.story_id: appearance.mentions for appearance in entity.appearances}
    found: defaultdict[tuple[object, ...], list[StoryId]] = defaultdict(list)
    for story_id in stories_of(entity, library.rank):
        said = passages(library, story_id, mentions[story_id]) if story_id in library.versions else ()
        sentences = tuple("".join(segment.text for segment in passage.segments) for passage in said)
        found[text_of(library, story_id), sentences].append(story_id)
    for story_id, *others in found.values():
        shown = passages(library, story_id, mentions[story_id])[:SENTENCES]
        more = sentence_count(library, story_id, mentions[story_id]) - len(shown)
        also = tuple(Link(library.paths[one], version_name(library, one, story_id)) for one in others)
        yield Coverage(story_card(library, story_id), shown, more, len(mentions[story_id]), also)


# --- characters of HTML, about ---


def _role_size(role: RoleCard) -> int:
    return MARKUP + sum(MARKUP + len(one.statement) + len(one.story.title if one.story else "") for one in role.sources)


def _quote_size(said: QuoteCard) -> int:
    return MARKUP + len(said.text) + len(said.story.title)


def _coverage_size(covered: Coverage) -> int:
    each = MARKUP + len(covered.story.title)
    return each + sum(each + passage.length for passage in covered.passages)
