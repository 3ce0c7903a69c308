"""What the search finds: articles, people, organisations, subjects and quotations, as records for an indexer.

In: the library. Out: a record each, and the page with the field. A passage carries the number of its paragraph, so that
a result leads to it. Articles and quotations can be narrowed down by source, person, subject and year. What may not be
republished is not there to be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsdigest.model import Entity, Story, Tag
from newsdigest.text import all_withheld, with_gaps
from newsdigest.views.addresses import entity_path, plain_tags, tag_path
from newsdigest.views.cards import QuoteCard, entity_card, when
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.quotations import quotations

INDEX = "pagefind"
"""The folder of the index, beside the pages."""
NARROWING = ("source", "person", "tag", "year")
"""What results can be narrowed down by."""

Pairs = tuple[tuple[str, str], ...]
"""Names and values."""


@dataclass(frozen=True, slots=True)
class SearchKind:
    """One of the kinds of things that are found."""

    name: str
    one: str
    many: str
    dated: bool
    """Has a day, to be put in order by."""


KINDS = (
    SearchKind("person", "person", "people", dated=False),
    SearchKind("organisation", "organisation", "organisations", dated=False),
    SearchKind("tag", "subject", "subjects", dated=False),
    SearchKind("article", "article", "articles", dated=True),
    SearchKind("quotation", "quotation", "quotations", dated=True),
)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page with the field."""

    meta: Meta
    kinds: tuple[SearchKind, ...]
    """In the order of the results."""
    index: str
    total: int
    """Articles."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is shown where words are found in it, and the number of its paragraph."""

    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to be found."""

    kind: str
    path: str
    """Of the page, relative to the site's root."""
    shown: Pairs
    """What a result shows beside its title. By `article`, `source`, `day` and `lang` nothing is found."""
    filters: Pairs
    """What results can be narrowed down to; a name may stand several times."""
    home: str = ""
    """The page of the article with which it changes; empty: its own."""
    number: int | None = None
    """Tells apart records of one page."""
    count: int | None = None
    """Articles, which change more often than all else that is told of a name."""
    title: str = ""
    day: str = ""
    """To put results in order, ISO 8601."""
    passages: tuple[Passage, ...] = ()
    words: tuple[str, ...] = ()
    """Further words under which it is found."""

    def values(self, name: str) -> tuple[str, ...]:
        """List what it can be narrowed down to under a name."""
        return tuple(value for key, value in self.filters if key == name)


def search_page(library: Library) -> SearchPage:
    """Describe the page with the field."""
    text = "Search all articles, people, organisations, subjects and quotations of this site."
    meta = page_meta(library, "search.html", "Search", text, "search")
    return SearchPage(meta, KINDS, INDEX, len(library.edition.stories))


def records(library: Library) -> Iterator[Record]:
    """List everything that can be found."""
    plain = plain_tags(library.edition, library.options)
    labels = _Labels(_people(library), frozenset(tag.slug for tag in plain))
    for entity in library.entities.values():
        yield _entity(library, entity, labels)
    for tag in plain:
        yield _tag(tag)
    for story in library.edition.stories:
        yield _article(library, story, labels)
    counts: Counter[str] = Counter()
    for story, said in quotations(library):
        counts[story.id] += 1
        yield _quotation(library, story, said, counts[story.id], labels)


@dataclass(frozen=True, slots=True)
class _Labels:
    """What results can be narrowed down to."""

    people: Mapping[str, str]
    """By path; a name that several have is told apart."""
    tags: frozenset[str]
    """Slugs of those that have pages."""


def _people(library: Library) -> Mapping[str, str]:
    people = [entity for entity in library.entities.values() if entity.kind == "person"]
    names = Counter(person.name for person in people)
    return {entity_path(p): p.name if names[p.name] == 1 else f"{p.name} ({p.id})" for p in people}


def _entity(library: Library, entity: Entity, labels: _Labels) -> Record:
    card = entity_card(library, entity)
    role = ", ".join(part for part in (card.role, card.organisation) if part)
    stated = (part for one in entity.roles for part in (one.role.text, one.role.organisation) if part)
    return Record(
        kind=entity.kind,
        path=card.path,
        title=entity.name,
        shown=_known(("role", role)),
        filters=_known(("person", labels.people.get(card.path))),
        home=library.paths[entity.appearances[0].story_id] if card.count == 1 else "",
        count=card.count,
        words=tuple(dict.fromkeys((*(alias.text for alias in entity.aliases), *stated))),
    )


def _tag(tag: Tag) -> Record:
    return Record(
        kind="tag",
        path=tag_path(tag),
        title=tag.name,
        shown=(),
        filters=(("tag", tag.name),),
        count=len(tag.stories),
    )


def _article(library: Library, story: Story, labels: _Labels) -> Record:
    here = (entity_path(entity) for entity, _ in library.present.get(story.id, ()))
    return Record(
        kind="article",
        path=library.paths[story.id],
        title=story.title,
        shown=_known(("outlet", story.outlet), *_when_and_how(library, story)),
        filters=_known(*_narrowing(library, story, labels), *(("person", labels.people.get(path)) for path in here)),
        day=story.date.date().isoformat(),
        passages=tuple(_passages(story)),
        words=(*story.byline, *(tag.name for tag in library.tags[story.id])),
    )


def _passages(story: Story) -> Iterator[Passage]:
    for number, paragraph in enumerate(story.paragraphs, start=1):
        if not all_withheld(paragraph.text):
            yield Passage(with_gaps(paragraph.text), number)


def _quotation(library: Library, story: Story, said: QuoteCard, number: int, labels: _Labels) -> Record:
    return Record(
        kind="quotation",
        path=library.paths[story.id],
        number=number,
        shown=_known(
            ("speaker", said.speaker),
            ("article", story.title),
            ("source", story.outlet),
            *_when_and_how(library, story),
        ),
        filters=_known(*_narrowing(library, story, labels), ("person", labels.people.get(said.speaker_path or ""))),
        day=story.date.date().isoformat(),
        passages=(Passage(said.text, said.paragraph),),
    )


def _when_and_how(library: Library, story: Story) -> Iterator[tuple[str, str | None]]:
    yield "day", when(library, story.id).listed
    yield "lang", story.lang if story.lang != library.options.lang else None


def _narrowing(library: Library, story: Story, labels: _Labels) -> Iterator[tuple[str, str | None]]:
    yield "source", story.outlet
    yield "year", str(story.published.year) if story.published else None
    yield from (("tag", tag.name) for tag in library.tags[story.id] if tag.slug in labels.tags)


def _known(*pairs: tuple[str, str | None]) -> Pairs:
    return tuple((name, value) for name, value in pairs if value)
