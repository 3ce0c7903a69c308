"""A small edition, built by hand: three invented stories that share people, organisations, tags and doubts.

Everything is found by its words, so each span holds by construction and the texts can be changed freely.
"""

from __future__ import annotations

from datetime import UTC, datetime

from newsdigest.model import (
    Alias,
    Analysis,
    Appearance,
    Attribution,
    Companion,
    Edition,
    Entity,
    EntityId,
    Kind,
    Mention,
    Paragraph,
    Quote,
    Related,
    Removed,
    Role,
    Sentence,
    Skipped,
    Span,
    StatedQuote,
    StatedRole,
    Story,
    StoryId,
    Tag,
)
from newsdigest.text import paragraph_spans, story_id

SAVED = datetime(2026, 3, 7, 8, 0, tzinfo=UTC)
NAMES: tuple[tuple[str, Kind], ...] = (
    ("Ada Quill", "person"),
    ("Quill", "person"),
    ("Tomas Brandt", "person"),
    ("Brandt", "person"),
    ("Inés Okoye", "person"),
    ("Lumen Works", "organisation"),
    ("Harbour Council", "organisation"),
)

TIDE = (
    ["Lumen Works will build a tidal power station under the old pier, its chief executive Ada Quill said on Monday.",
     "The station is meant to light eleven thousand homes by the winter of 2028."],
    ["“For three years we saw scrap; it was a turbine hall all along,” Quill told a crowded meeting in the market.",
     "She said the company had spent nine million on trials."],
    ["# What the pier becomes"],
    ["The Harbour Council voted nine to four for the plan.",
     "Council leader Tomas Brandt said it was “the first thing in a decade that this town has built for itself”.",
     "Work starts in June."],
    ["Fishing boats will keep the northern berth, and a path for walkers stays open above the turbines."],
)  # fmt: skip
VOTE = (
    ["The tide plan passed, but Tomas Brandt will not forget the evening.",
     "Four councillors of his own party voted against the leader of the Harbour Council."],
    ["“I counted friends and I counted votes, and they were different numbers,” Brandt said."],
    ["Inés Okoye, a marine biologist, had warned the meeting that the northern channel is a nursery for rays.",
     "“Nobody asked the harbour what it does at night,” she said."],
    ["Lumen Works has promised to stop the turbines on spring tides."],
)  # fmt: skip
RAYS = (
    ["A survey of the northern channel has counted two hundred young rays in a week, more than in any other harbour.",
     "The biologist Inés Okoye published the figures on Sunday."],
    ["Ada Quill of Lumen Works said the company would read them with care."],
)  # fmt: skip


def _story(key: str, title: str, blocks: tuple[list[str], ...], **given: object) -> Story:
    paragraphs = tuple(
        Paragraph(b[0][2:], "heading") if b[0].startswith("# ") else Paragraph(" ".join(b)) for b in blocks
    )
    values: dict[str, object] = {
        "id": story_id(key), "id_key": key, "path": f"{key}.txt", "title": title, "title_origin": "text", "byline": (),
        "outlet": None, "url": None, "published": None, "published_origin": "saved", "saved": SAVED, "lang": "en",
        "paragraphs": paragraphs, "removed": (), "line_count": 12,
    }  # fmt: skip
    return Story(**(values | given))  # type: ignore[arg-type]


def span(story: Story, words: str, nth: int = 0) -> Span:
    """Where the words stand in the story, the nth time (from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = story.text.index(words, start + 1)
    return Span(start, start + len(words))


def _sentences(story: Story, blocks: tuple[list[str], ...]) -> tuple[Sentence, ...]:
    found = []
    for number, (where, block) in enumerate(zip(paragraph_spans(story.paragraphs), blocks, strict=True)):
        start = where.start
        for sentence in block if not block[0].startswith("# ") else ():
            found.append(Sentence(Span(start, start + len(sentence)), number))
            start += len(sentence) + 1
    return tuple(found)


def _mentions(story: Story) -> tuple[Mention, ...]:
    found: dict[int, Mention] = {}
    for name, kind in NAMES:
        for nth in range(story.text.count(name)):
            where = span(story, name, nth)
            inside = any(m.span.start <= where.start < m.span.end for m in found.values())
            if not inside:
                found[where.start] = Mention(where, name, kind)
    return tuple(found[start] for start in sorted(found))


def _quote(story: Story, words: str, speaker: str | None, cue: str | None, how: Attribution) -> Quote:
    return Quote(span(story, words), words, speaker, cue, how)


def _role(story: Story, words: str, text: str | None, person: str, organisation: str | None = None) -> Role:
    return Role(span(story, words), text, person, organisation)


LEDGER = (
    Removed((3, 3), "Photo: the old pier at low tide (Sam Rowe)", "image credit"),
    Removed((9, 11), "Sign up for our harbour letter!\nOne mail a week.\nNo thanks", "newsletter"),
)
STORIES = (
    _story("a/tide", "Old ferry pier to become a tidal power station", TIDE, byline=("Rosa Lind", "Ole Marsh"),
           outlet="The Harbour Ledger", url="https://ledger.example/tide", published_origin="text", removed=LEDGER,
           published=datetime(2026, 3, 9, 6, 30, tzinfo=UTC), notes=("one character is left out",)),
    _story("b/vote", "A narrow night for the leader of the council", VOTE, outlet="Northfield Courier",
           published=datetime(2026, 3, 8, tzinfo=UTC), published_origin="byline"),
    _story("rays", "A survey of the northern channel has counted two hundred young rays in a week", RAYS,
           title_origin="derived from the lead"),
)  # fmt: skip
_A, _B, _C = STORIES
_QUOTES = (
    (_quote(_A, "For three years we saw scrap; it was a turbine hall all along,", "Quill", "told", "named"),
     _quote(_A, "the first thing in a decade that this town has built for itself", "Tomas Brandt", "said", "named")),
    (_quote(_B, "I counted friends and I counted votes, and they were different numbers,", "Brandt", "said", "named"),
     _quote(_B, "Nobody asked the harbour what it does at night,", "Inés Okoye", "said", "pronoun")),
    (),
)  # fmt: skip
_ROLES = (
    (_role(_A, "its chief executive Ada Quill", "chief executive", "Ada Quill", "Lumen Works"),
     _role(_A, "Council leader Tomas Brandt", "Council leader", "Tomas Brandt", "Harbour Council")),
    (_role(_B, "Inés Okoye, a marine biologist", "a marine biologist", "Inés Okoye"),),
    (_role(_C, "The biologist Inés Okoye", "biologist", "Inés Okoye"),
     _role(_C, "Ada Quill of Lumen Works", None, "Ada Quill", "Lumen Works")),
)  # fmt: skip
_SUMMARIES = ((0, 1, 4), (0, 1), (0,))
ANALYSES = tuple(
    Analysis(story.id, _sentences(story, blocks), _mentions(story), roles, quotes, (), summary)
    for story, blocks, roles, quotes, summary in zip(
        STORIES, (TIDE, VOTE, RAYS), _ROLES, _QUOTES, _SUMMARIES, strict=True
    )
)


def _entity(slug: str, kind: Kind, names: tuple[str, ...], rule: str = "", notes: tuple[str, ...] = ()) -> Entity:
    places = []
    for analysis in ANALYSES:
        numbers = tuple(i for i, mention in enumerate(analysis.mentions) if mention.text in names)
        if numbers:
            places.append(Appearance(analysis.story_id, numbers))
    roles = tuple(StatedRole(a.story_id, r) for a in ANALYSES for r in a.roles if r.person in names)
    quotes = tuple(StatedQuote(a.story_id, q) for a in ANALYSES for q in a.quotes if q.speaker in names)
    aliases = tuple(Alias(name, rule) for name in names[1:])
    return Entity(EntityId(slug), names[0], kind, aliases, tuple(places), roles, quotes, (), notes)


def _with_companions(entity: Entity, others: tuple[Entity, ...]) -> Entity:
    mine = {a.story_id for a in entity.appearances}
    shared = [
        (o.id, tuple(a.story_id for a in o.appearances if a.story_id in mine)) for o in others if o.id != entity.id
    ]
    found = tuple(Companion(i, s) for i, s in sorted(shared, key=lambda p: (-len(p[1]), p[0])) if s)
    return Entity(
        entity.id, entity.name, entity.kind, entity.aliases, entity.appearances, entity.roles, entity.quotes, found,
        entity.notes,
    )  # fmt: skip


_BARE = (
    _entity("harbour-council", "organisation", ("Harbour Council",)),
    _entity("lumen-works", "organisation", ("Lumen Works",)),
    _entity("ada-quill", "person", ("Ada Quill", "Quill"), "the only Quill of the article that names Ada Quill"),
    _entity("ines-okoye", "person", ("Inés Okoye",)),
    _entity("tomas-brandt", "person", ("Tomas Brandt", "Brandt"), "the only Brandt of the article",
            ("may also be the T. Brandt of another article",)),
)  # fmt: skip
ENTITIES = tuple(_with_companions(e, _BARE) for e in _BARE)


def _ids(*stories: Story) -> tuple[StoryId, ...]:
    return tuple(s.id for s in stories)


def edition() -> Edition:
    """The sample: three stories, three people, two organisations, four tags, one skipped file."""
    return Edition(
        stories=STORIES,
        analyses=ANALYSES,
        entities=ENTITIES,
        tags=(
            Tag("ada-quill", "Ada Quill", _ids(_A, _C), EntityId("ada-quill")),
            Tag("northern-channel", "northern channel", _ids(_B, _C)),
            Tag("tidal-power", "tidal power", _ids(_A)),
            Tag("turbines", "turbines", _ids(_A, _B)),
        ),
        story_tags=(("tidal-power", "turbines", "ada-quill"), ("turbines", "northern-channel"), ("northern-channel",)),
        related=(
            Related(_A.id, _B.id, 0.6, ("Tomas Brandt and Harbour Council in both", "both about turbines")),
            Related(_B.id, _A.id, 0.6, ("Tomas Brandt and Harbour Council in both",)),
            Related(_C.id, _B.id, 0.4, ("both about the northern channel",)),
        ),
        skipped=(Skipped("broken/empty.txt", "the file is empty; save the article again or delete it"),),
        warnings=("curation.toml: no person is called “Ada Quil”; did you mean Ada Quill?",),
    )


def empty() -> Edition:
    """An edition of a folder without a usable article."""
    return Edition((), (), (), (), (), (), (), ())
