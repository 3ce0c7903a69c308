"""A collection that changes from build to build: what each article says is drawn, all that is made of it is not.

An article is a day, an outlet, and statements of three kinds about people and houses that other articles name too, so
that a change of one has effects on the pages of others: other counts, newer roles, other neighbours, other addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import strategies as st
from newsdigest.corrections import NO_CORRECTIONS
from newsdigest.link import link
from newsdigest.model import (
    Analysis,
    Edition,
    Keyword,
    Kind,
    Mention,
    Paragraph,
    Quote,
    Role,
    Sentence,
    Span,
    Story,
)
from newsdigest.options import Options
from newsdigest.text import story_id

from tests.sample import STORIES

PEOPLE = ("Ada Quill", "Tomas Brandt", "Inés Okoye", "Ole Reed", "Quill")
HOUSES = ("Lumen Works", "Harbour Council", "Northern Trust")
JOBS = ("engineer", "chair")
OUTLETS = (None, "The Harbour Ledger")
SUBJECTS = ("tidal power", "northern channel", "Harbour Council", "rays")


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph: its kind, and whom it is about."""

    kind: int
    person: str
    house: str
    job: str


@dataclass(frozen=True, slots=True)
class Written:
    """One article."""

    title: int
    day: int
    outlet: str | None
    told: tuple[Told, ...]
    subjects: tuple[str, ...]


Collection = Mapping[int, Written]
"""The articles by the number of their file."""

TOLD = st.builds(Told, st.integers(0, 2), st.sampled_from(PEOPLE), st.sampled_from(HOUSES), st.sampled_from(JOBS))
WRITTEN = st.builds(
    Written,
    st.integers(0, 3),
    st.integers(0, 4),
    st.sampled_from(OUTLETS),
    st.lists(TOLD, min_size=1, max_size=4).map(tuple),
    st.lists(st.sampled_from(SUBJECTS), max_size=3, unique=True).map(tuple),
)
COLLECTIONS = st.dictionaries(st.integers(0, 7), WRITTEN, min_size=1, max_size=6)


def edition_of(collection: Collection) -> Edition:
    """Link the articles as a build does."""
    pairs = [_article(number, written) for number, written in sorted(collection.items())]
    stories, analyses = tuple(story for story, _ in pairs), tuple(analysis for _, analysis in pairs)
    return link(stories, analyses, NO_CORRECTIONS, (), (), Options())


def _article(number: int, written: Written) -> tuple[Story, Analysis]:
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    roles: list[Role] = []
    quotes: list[Quote] = []
    texts, at = [], 0
    for block, told in enumerate(written.told):
        text = _sentence(told)
        for name, kind in ((told.person, "person"), (told.house, "organisation")):
            mentions += _mention(at, text, name, kind)
        if told.kind == 0:
            roles.append(Role(Span(at, at + text.index(" told")), told.job, told.person, told.house))
        if told.kind == 1:
            start, end = at + 1, at + text.index("”")
            quotes.append(Quote(Span(start, end), text[1 : end - at], told.person, "said", "named"))
        sentences.append(Sentence(Span(at, at + len(text)), block))
        texts.append(text)
        at += len(text) + 2
    key = f"changing/{number}"
    story = replace(
        STORIES[0], id=story_id(key), id_key=key, path=f"{key}.txt", url=None, removed=(), notes=(),
        title=f"What the harbour heard of plan {written.title}", outlet=written.outlet,
        published=STORIES[0].date + timedelta(days=written.day), paragraphs=tuple(map(Paragraph, texts)),
    )  # fmt: skip
    words = tuple(Keyword(subject, 1 / place) for place, subject in enumerate(written.subjects, 1))
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
    return story, Analysis(story.id, tuple(sentences), ordered, tuple(roles), tuple(quotes), words, summary=(0,))


def _sentence(told: Told) -> str:
    """Write a paragraph."""
    if told.kind == 0:
        return f"{told.house} {told.job} {told.person} told the meeting in the old hall that the plan will stand."
    if told.kind == 1:
        return f"“We at {told.house} have counted the stones twice,” {told.person} said."
    return f"The letter by {told.person} came too late for {told.house}, which had closed the northern channel."


def _mention(at: int, text: str, name: str, kind: Kind) -> list[Mention]:
    start = at + text.index(name)
    return [Mention(Span(start, start + len(name)), name, kind)]
