"""The small pieces that many pages show: an article in a list, a person, a tag, a quotation, a date.

In: the library and an identity. Out: frozen values that a template prints as they are: every text is verbatim from a
source, every path relative to the site's root.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from newsdigest.model import Analysis, Attribution, Entity, Quote, Span, Story, StoryId, Tag
from newsdigest.text import words
from newsdigest.views.addresses import entity_path, tag_path
from newsdigest.views.days import day_text
from newsdigest.views.library import Library, made_once, paragraph_of, paragraph_path
from newsdigest.views.roles import leading_role, place_of

LONG_TITLE = 80
"""Characters of a title that no longer make a headline of two or three lines; it is set smaller."""
WORDS_A_MINUTE = 238
"""Silent reading of non-fiction: Brysbaert, How many words do we read per minute?, 2019 (190 studies)."""
NEARLY_ALL = 0.8
"""Share of an article's characters in its summary, from which on it is too short to be summarised."""
ATTRIBUTIONS: dict[Attribution, str] = {
    "continuation": "continues the quotation before it",
    "correction": "as the editor states",
    "description": "described in the source, not named",
    "named": "named in the source",
    "none": "nobody stated in the source",
    "pronoun": "“he”, “she” or “they” in the source",
}
"""How a quotation came to its speaker, in words, as a number would pretend to know better."""


class When(Struct, frozen=True, gc=False, cache_hash=True):
    """A day as machines and as readers write it; `text` says so where it is only the day of saving."""

    iso: str
    text: str
    listed: str
    """For lists: empty where the masthead says of all such articles when they were saved."""


class Link(Struct, frozen=True, gc=False, cache_hash=True):
    """A text that leads somewhere."""

    path: str
    text: str


class TagCard(Struct, frozen=True, gc=False):
    """A tag, where to read on, and how many articles stand there."""

    path: str
    """Empty where too few articles have it for a page."""
    name: str
    count: int


class EntityCard(Struct, frozen=True, gc=False, cache_hash=True):
    """A person or an organisation in a list."""

    path: str
    name: str
    kind: str
    role: str | None
    """The newest one reported, verbatim."""
    organisation: str | None
    """The one that role belongs to, verbatim, unless the role names it."""
    count: int
    """Articles that name them."""


class SummarySentence(Struct, frozen=True, gc=False):
    """A sentence of the source and the paragraph it comes from."""

    text: str
    path: str
    paragraph: int


class StoryCard(Struct, frozen=True, gc=False, cache_hash=True):
    """An article in a list."""

    path: str
    title: str
    derived: bool
    """Nobody wrote this title: it is taken from the first sentence."""
    long: bool
    """The title needs smaller type."""
    lang: str
    byline: tuple[str, ...]
    outlet: str | None
    when: When
    words: int
    minutes: int
    summary: tuple[SummarySentence, ...]
    deck: tuple[SummarySentence, ...]
    """The summary without what the title says already."""
    gist: str
    """For lists: one sentence, or the beginning of one with an ellipsis, that does not repeat the title."""
    whole: bool
    """The summary is all of the article, or nearly all."""
    people: tuple[Link, ...]
    tags: tuple[TagCard, ...]


class QuoteCard(Struct, frozen=True, gc=False):
    """A quotation, who says it, and how that is known."""

    text: str
    path: str
    paragraph: int
    speaker: str | None
    speaker_path: str | None
    cue: str | None
    how: str
    story: StoryCard


@made_once
def when(library: Library, story_id: StoryId) -> When:
    """Tell the day of a story; never a day of saving as if it were the day of publication."""
    story = library.stories[story_id]
    day = day_text(story.date)
    text = day if story.published else f"saved {day}"
    return When(story.date.date().isoformat(), text, text if story.published or not library.saved_at_once else "")


def tag_card(library: Library, tag: Tag) -> TagCard:
    """Show a tag; one that is a name of the who's who leads there, one of few articles nowhere."""
    entity = library.entities.get(tag.entity_id) if tag.entity_id else None
    if entity:
        return TagCard(entity_path(entity), tag.name, len(entity.appearances))
    leads = len(tag.stories) >= library.options.tag_pages
    return TagCard(tag_path(tag) if leads else "", tag.name, len(tag.stories))


@made_once
def entity_card(library: Library, entity: Entity) -> EntityCard:
    """Show a person or an organisation."""
    stated = leading_role(library, entity)
    return EntityCard(
        path=entity_path(entity),
        name=entity.name,
        kind=entity.kind,
        role=stated.text if stated else None,
        organisation=place_of(stated),
        count=len(entity.appearances),
    )


@made_once
def story_card(library: Library, story_id: StoryId) -> StoryCard:
    """Show an article."""
    story = library.stories[story_id]
    count = len(words(library.texts[story_id]))
    summary = tuple(_summary(library, story_id))
    people = (e for e, _ in library.present.get(story_id, ()) if e.kind == "person")
    return StoryCard(
        path=library.paths[story_id],
        title=story.title,
        derived=story.title_origin == "derived from the lead",
        long=len(story.title) > LONG_TITLE,
        lang=story.lang,
        byline=story.byline,
        outlet=story.outlet,
        when=when(library, story_id),
        words=count,
        minutes=max(1, round(count / WORDS_A_MINUTE)),
        summary=summary,
        deck=tuple(s for s in summary if not _repeats(s.text, story.title)),
        gist=gist(library, story),
        whole=sum(len(s.text) for s in summary) >= NEARLY_ALL * len(library.texts[story_id]),
        people=tuple(Link(entity_path(e), e.name) for e in people),
        tags=tuple(tag_card(library, tag) for tag in library.tags[story_id]),
    )


def _summary(library: Library, story_id: StoryId) -> Iterable[SummarySentence]:
    text, analysis = library.texts[story_id], library.analyses[story_id]
    for span in summary_spans(analysis):
        paragraph = paragraph_of(library, story_id, span)
        yield SummarySentence(text[span.start : span.end], paragraph_path(library, story_id, paragraph), paragraph)


def summary_spans(analysis: Analysis) -> Iterable[Span]:
    """Give the places of the sentences of a summary."""
    sentences = tuple(analysis.sentences)
    return (sentences[number].span for number in analysis.summary)


def gist(library: Library, story: Story) -> str:
    """Give one sentence, or the beginning of one with an ellipsis, that does not repeat the title; else nothing."""
    text, analysis = library.texts[story.id], library.analyses[story.id]
    told = (_beginning(text, analysis), *(text[span.start : span.end] for span in summary_spans(analysis)))
    return next((one for one in told if one and not _repeats(one, story.title)), "")


def _beginning(text: str, analysis: Analysis) -> str:
    span = analysis.gist
    if not span:
        return ""
    complete = any(s.span.end == span.end for s in analysis.sentences)
    return text[span.start : span.end] + ("" if complete else "…")


def _repeats(text: str, title: str) -> bool:
    """Say whether a sentence begins with the title: one that was taken from it."""
    return text.startswith(title.rstrip("…."))


def story_cards(library: Library, story_ids: Iterable[StoryId]) -> tuple[StoryCard, ...]:
    """Show articles, in the order given."""
    return tuple(story_card(library, story_id) for story_id in story_ids)


def quote_card(library: Library, story_id: StoryId, quote: Quote) -> QuoteCard:
    """Show a quotation; the speaker is linked where the who's who knows them, else given as the text has it."""
    entity = library.speakers.get((story_id, quote.span))
    whose = library.texts[story_id][quote.where.start : quote.where.end] if quote.where else None
    paragraph = paragraph_of(library, story_id, quote.span)
    return QuoteCard(
        text=quote.text,
        path=paragraph_path(library, story_id, paragraph),
        paragraph=paragraph,
        speaker=entity.name if entity else quote.speaker or whose,
        speaker_path=entity_path(entity) if entity else None,
        cue=quote.cue,
        how=_how(quote.attribution, whose),
        story=story_card(library, story_id),
    )


def _how(attribution: Attribution, words: str | None) -> str:
    """Say how a quotation came to its speaker: `“she” in the source`."""
    if attribution == "pronoun" and words:
        return f"“{words}” in the source"
    if attribution == "none" and words:
        return "as the source has it; who that is remains open"
    return ATTRIBUTIONS[attribution]
