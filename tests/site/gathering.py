"""An edition in which one person meets many whose names are hard to draw: long, foreign, hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsdigest.model import (
    Analysis,
    Appearance,
    Companion,
    Edition,
    Entity,
    EntityId,
    Mention,
    Paragraph,
    Sentence,
    Span,
    Story,
)
from newsdigest.text import paragraph_spans, story_id

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

QUILL = next(e for e in ENTITIES if e.name == "Ada Quill")
OTHERS = (
    "Ole Reed",
    "Joint Standing Committee for Harbours, Tides, Piers, Northern Channels and the Rays that Live in Them",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Quarry Company",
    "港湾評議会の議長と北の水路の友の会",
    "مجلس الميناء والمد والجزر في القناة الشمالية",
    "מועצת הנמל והתעלה הצפונית",
    "Щукина-Жаворонкова Юлия Вячеславовна",
    "</svg><script>zqx()</script> & Söhne",
    "MWMWMWMWMWMWMWMWMWMW",
    "🌊🌊🌊 Wave",
    "Ng",
    "Trần Thị Bích Phượng",
)


def gathering() -> Edition:
    """Three articles, on days of their own; each names the person with all the others but the first few."""
    told = [_told(number) for number in range(3)]
    stories, analyses = tuple(story for story, _ in told), tuple(analysis for _, analysis in told)
    known = tuple(_entity(number, name, analyses) for number, name in enumerate((QUILL.name, *OTHERS)))
    beside = tuple(Companion(other.id, tuple(seen.story_id for seen in other.appearances)) for other in known[1:])
    return replace(
        edition(), stories=stories, analyses=analyses, entities=(replace(known[0], companions=beside), *known[1:]),
        tags=(), story_tags=((),) * len(stories), related=(), versions=(),
    )  # fmt: skip


def _told(number: int) -> tuple[Story, Analysis]:
    """An article a sentence of which names the person and one of the others."""
    names, key = OTHERS[number:], f"gathering/{number}"
    story = replace(
        STORIES[0], id=story_id(key), id_key=key, path=f"{key}.txt", title=f"Gathering {number}", url=None,
        published=STORIES[0].date - timedelta(days=2 * number), removed=(),
        paragraphs=tuple(Paragraph(f"Ada Quill met {name}.") for name in names),
    )  # fmt: skip
    spans = tuple(paragraph_spans(story.paragraphs))
    mentions = tuple(
        Mention(Span(span.start + at, span.start + at + len(name)), name, "person")
        for span, other in zip(spans, names, strict=True)
        for at, name in ((0, QUILL.name), (len("Ada Quill met "), other))
    )
    sentences = tuple(Sentence(span, place) for place, span in enumerate(spans))
    analysis = replace(
        ANALYSES[0], story_id=story.id, sentences=sentences, mentions=mentions, roles=(), quotes=(), keywords=(),
        summary=(0,), gist=None,
    )  # fmt: skip
    return story, analysis


def _entity(number: int, name: str, analyses: tuple[Analysis, ...]) -> Entity:
    found = ((a.story_id, tuple(n for n, m in enumerate(a.mentions) if m.text == name)) for a in analyses)
    return replace(
        QUILL, id=EntityId(f"one-{number}"), name=name, kind="organisation" if number % 2 else "person", aliases=(),
        roles=(), quotes=(), companions=(), notes=(),
        appearances=tuple(Appearance(story, mentions) for story, mentions in found if mentions),
    )  # fmt: skip
