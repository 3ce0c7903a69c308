"""Adapter: documents with marked names in, clusters out, for a scorer of identity across documents.

The scorer calls `people(docs)` or `organisations(docs)`; each document is a dictionary of id, text and mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from newsdigest.link.entities import group
from newsdigest.model import Analysis, Entity, Kind, Mention, Paragraph, Span, Story, StoryId

SAVED = datetime(2000, 1, 1, tzinfo=UTC)


def people(docs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cluster the marked persons."""
    return _clusters(docs, "person")


def organisations(docs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cluster the marked organisations."""
    return _clusters(docs, "organisation")


def _clusters(docs: Sequence[dict[str, Any]], kind: Kind) -> list[dict[str, Any]]:
    stories = tuple(_story(doc) for doc in docs)
    analyses = tuple(_analysis(doc, kind) for doc in docs)
    where = {analysis.story_id: analysis.mentions for analysis in analyses}
    return [_cluster(entity, where) for entity in group(stories, analyses)]


def _story(doc: dict[str, Any]) -> Story:
    return Story(
        id=StoryId(doc["id"]), path=doc["id"], title=doc["id"], title_origin="text", byline=(), outlet=None, url=None,
        published=None, published_origin="saved", saved=SAVED, lang="en", paragraphs=(Paragraph(doc["text"]),),
        removed=(), line_count=0,
    )  # fmt: skip


def _analysis(doc: dict[str, Any], kind: Kind) -> Analysis:
    mentions = tuple(Mention(Span(s, e), doc["text"][s:e], kind) for s, e in doc["mentions"])
    return Analysis(StoryId(doc["id"]), (), mentions, (), (), (), ())


def _cluster(entity: Entity, where: dict[StoryId, tuple[Mention, ...]]) -> dict[str, Any]:
    spans = [(seen.story_id, where[seen.story_id][at].span) for seen in entity.appearances for at in seen.mentions]
    return {"name": entity.name, "mentions": [[story, span.start, span.end] for story, span in spans]}
