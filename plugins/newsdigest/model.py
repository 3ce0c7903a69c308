"""Every data type of the digest, from a file on disk to the finished edition.

All are frozen and made of tuples, so a value can be hashed, cached, sent to another process and compared byte for byte:
dataclasses, and for what there is much of `Small` ones. Read from top to bottom they tell the way of an article:
`Source` (one file as read) -> `Story` (cleaned) -> `Analysis` (what was found in it) -> `Edition` (all, linked).
Offsets count characters of `Story.text`; `story.text[s.start:s.end]` is the invariant behind every verbatim claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from newsdigest.packed import Packed, Small

StoryId = NewType("StoryId", str)
"""A UUID in its canonical form; see `text.story_id`."""
EntityId = NewType("EntityId", str)
"""A slug, unique among the entities of its kind's folder, such as `jane-doe`."""

Kind = Literal["person", "organisation", "place"]
ParagraphKind = Literal["body", "heading", "attribution"]
Origin = Literal[
    "header",
    "page metadata",
    "front matter",
    "mail header",
    "feed",
    "record",
    "document properties",
    "text",
    "byline",
    "file name",
    "address",
    "derived from the lead",
    "saved",
    "correction",
]
"""Where a value of a story comes from, in words for the page."""
Attribution = Literal["named", "pronoun", "description", "continuation", "correction", "none"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says about an article outside the article's text, as it says it; cleaning makes sense of it."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    """One or more names each: `Jane Doe`, `By Jane Doe and John Roe`."""
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    """Of publication, in any form: `2026-03-02T08:00:00+01:00`, `Mon, 02 Mar 2026 08:00:00 GMT`."""
    lang: str | None = None
    id: str | None = None
    origin: Origin = "page metadata"  # of all these values, but for those that have one of their own
    title_origin: Origin | None = None
    authors_origin: Origin | None = None
    date_origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One article as its format module read it: text as found, nothing cleaned yet."""

    path: str
    """Of the file, below the content folder, with forward slashes; `feed.xml#1f0c93aa02de`: one of several in it."""
    format: str
    """The suffix without its dot, lower case: `txt`."""
    text: str
    """All that a reader would see, a block a line where the format has blocks."""
    saved: datetime
    """When the file came to the folder (UTC): the first commit that added it, else its modification time."""
    notes: tuple[str, ...] = ()
    """What had to be repaired on reading, in words for the build report."""
    stated: Stated = Stated()
    frame: tuple[int, ...] = ()
    """Lines of the text, from 1, ascending, that stand around the article: menus, link lists, footers."""
    headings: tuple[int, ...] = ()
    """Lines of the text, from 1, ascending, that the format marks as headings inside the article."""
    key: str = ""
    """What the identity is made from where no address is known; empty: the path without suffix."""


class Removed(Small, frozen=True):
    """Lines that cleaning took out, and the rule that took them."""

    lines: tuple[int, int]
    """First and last line in the source, counted from 1, inclusive."""
    text: str
    rule: str
    """The rule's name as readers see it: `image credit`, `comment thread`."""


class Removals(Packed[Removed], of=Removed):
    """All that was taken out of a file: often more than was left, and shown on one page only."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the cleaned article. An `attribution` names the speaker of the block quote just before it."""

    text: str
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Story:
    """A cleaned article with what it states about itself."""

    id: StoryId
    path: str
    title: str
    title_origin: Origin
    byline: tuple[str, ...]
    """The authors' names, in the order given."""
    outlet: str | None
    url: str | None
    published: datetime | None
    """As stated: aware; in the offset stated, else UTC. None where nothing states it."""
    published_origin: Origin
    saved: datetime
    lang: str
    paragraphs: tuple[Paragraph, ...]
    removed: Removals | tuple[Removed, ...]
    line_count: int
    """Non-blank lines of the source."""
    notes: tuple[str, ...] = ()
    id_key: str = ""
    """What the identity was made from: its own URL, else its path without suffix; empty where an Id was given."""
    byline_origin: Origin | None = None
    outlet_origin: Origin | None = None
    url_origin: Origin | None = None

    @property
    def text(self) -> str:
        """The cleaned article: its paragraphs, an empty line between two. Spans point into this."""
        return "\n\n".join(p.text for p in self.paragraphs)

    @property
    def date(self) -> datetime:
        """The day to sort by: as published, else as saved."""
        return self.published or self.saved


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not become an article: what was found and what its owner can do."""

    path: str
    reason: str


class Span(Small, frozen=True, order=True):
    """Characters of `Story.text`, end exclusive."""

    start: int
    end: int


class Sentence(Small, frozen=True):
    """A sentence and the number (from 0) of the paragraph that holds it. Headings have none."""

    span: Span
    paragraph: int


class Sentences(Packed[Sentence], of=Sentence):
    """All sentences of an article, in order: needed where its page is made, not to link it."""


class Mention(Small, frozen=True):
    """A name where it stands in the article, without its titles and possessive ending."""

    span: Span
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Role:
    """What an article says somebody is."""

    span: Span
    """The whole statement, as in `Acme chief executive Jane Doe`."""
    text: str | None
    """The role in the article's words, `chief executive`; None where only the organisation is stated."""
    person: str
    """The text of the mention it belongs to."""
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's own, and the cue that attributes them, as it stands: `said`."""

    span: Span
    """The words inside the quotation marks."""
    text: str
    speaker: str | None
    """The text of a mention (named, pronoun, continuation), or the words used (`an official`); None if unknown."""
    cue: str | None
    attribution: Attribution
    where: Span | None = None  # the words that stand for the speaker, also where nobody is known behind them: `she`


class Keyword(Small, frozen=True):
    """A candidate tag; the higher the score the better."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is found in one article, by span: it cannot misquote."""

    story_id: StoryId
    sentences: Sentences | tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    quotes: tuple[Quote, ...]
    keywords: tuple[Keyword, ...]
    """Best first; more than a page shows, so that the collection can choose."""
    summary: tuple[int, ...]
    """Numbers of sentences, ascending."""
    gist: Span | None = None
    """The one sentence that lists show, or its main clause: at most 30 words."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of a name and, in words for the page, why it was joined."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """The mentions of an entity in one article, as positions in `Analysis.mentions`."""

    story_id: StoryId
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role, and the article that states it (None: the owner's correction)."""

    story_id: StoryId | None
    role: Role


@dataclass(frozen=True, slots=True)
class StatedQuote:
    """A quotation, and the article that gives it."""

    story_id: StoryId
    quote: Quote


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity named in the same articles."""

    entity_id: EntityId
    stories: tuple[StoryId, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or an organisation of the who's who."""

    id: EntityId
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    appearances: tuple[Appearance, ...]
    roles: tuple[StatedRole, ...]
    quotes: tuple[StatedQuote, ...]
    companions: tuple[Companion, ...] = ()
    notes: tuple[str, ...] = ()
    """Doubts to be shown: `may be Don or Mike Doe`."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A keyword of the collection: one form for one idea."""

    slug: str
    name: str
    stories: tuple[StoryId, ...]
    """Newest first."""
    entity_id: EntityId | None = None
    """Where the tag is a name of the who's who."""


@dataclass(frozen=True, slots=True)
class Related:
    """Two articles that belong together, and the reasons as readers see them."""

    story_id: StoryId
    other_id: StoryId
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The finished digest, all of it, ready to be rendered."""

    stories: tuple[Story, ...]
    """Newest first."""
    analyses: tuple[Analysis, ...]
    """One for each story, in the same order."""
    entities: tuple[Entity, ...]
    """By kind, then name."""
    tags: tuple[Tag, ...]
    """By name."""
    story_tags: tuple[tuple[str, ...], ...]
    """For each story, in the same order, the slugs of its tags, best first."""
    related: tuple[Related, ...]
    """By story: versions of its own text first, then the others, best first."""
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    """For the account: corrections that match nothing, unknown settings."""
    versions: tuple[tuple[StoryId, ...], ...] = ()
    """Articles that give nearly the same text, such as wire copy, newest first: together one source."""
