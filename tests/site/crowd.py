"""An edition in which one person is named, quoted and given a role without end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsdigest.model import Edition, Entity, Mention, Paragraph, Quote, Role, Sentence, Span, StatedQuote, StatedRole
from newsdigest.text import paragraph_spans, story_id

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

ARTICLES = 300
QUILL = next(e for e in ENTITIES if e.name == "Ada Quill")
SENTENCES = (
    "Harbour engineer Ada Quill told a long and crowded meeting in the old market hall that the plan would go ahead.",
    "“The turbines will turn before the winter of the year after next,” Ada Quill said to all who wanted to hear it.",
)


def everywhere() -> Edition:
    """Three hundred articles, five hundred mentions, three hundred roles and two hundred quotations of one person."""
    stories, analyses, seen, roles = [], [], [], []
    quotes: list[StatedQuote] = []
    for number in range(ARTICLES):
        texts = SENTENCES[: 1 + (number % 3 > 0)]
        key = f"news/{number:03}"
        day = STORIES[0].date - timedelta(days=number)
        blocks = tuple(Paragraph(text) for text in texts)
        story = replace(
            STORIES[0], id=story_id(key), id_key=key, path=f"{key}.txt", published=day, paragraphs=blocks,
            title=f"The harbour and its plan, part {number} of a very long story", url=None, removed=(),
        )  # fmt: skip
        spans = tuple(paragraph_spans(blocks))
        starts = [story.text.index("Ada Quill", span.start) for span in spans]
        mentions = tuple(Mention(Span(start, start + 9), "Ada Quill", "person") for start in starts)
        role = Role(Span(0, starts[0] + 9), f"engineer of pier {number}", "Ada Quill", None)
        said = tuple(
            Quote(Span(span.start + 1, span.start + 64), texts[1][1:64], "Quill", "said", "named") for span in spans[1:]
        )
        sentences = tuple(Sentence(span, n) for n, span in enumerate(spans))
        stories.append(story)
        analyses.append(
            replace(ANALYSES[0], story_id=story.id, sentences=sentences, mentions=mentions, roles=(role,), quotes=said,
                    summary=(0,))
        )  # fmt: skip
        seen.append(replace(QUILL.appearances[0], story_id=story.id, mentions=tuple(range(len(mentions)))))
        roles.append(StatedRole(story.id, role))
        quotes.extend(StatedQuote(story.id, quote) for quote in said)
    quill: Entity = replace(
        QUILL, appearances=tuple(seen), roles=tuple(roles), quotes=tuple(quotes), companions=(), aliases=()
    )
    return replace(
        edition(), stories=tuple(stories), analyses=tuple(analyses), entities=(quill,), tags=(),
        story_tags=((),) * ARTICLES, related=(),
    )  # fmt: skip
