"""Adapter: documents with marked names in, clusters out, for a scorer of identity across documents.

The scorer calls `people(docs)` or `organisations(docs)`; each document is a dictionary of id, text and mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsdigest.link.entities import group
from newsdigest.model import Analysis, Entity, Kind, Mention, Span, StoryId
from plain_story import plain_story


def people(docs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cluster the marked persons."""
    return _clusters(docs, "person")


def organisations(docs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cluster the marked organisations."""
    return _clusters(docs, "organisation")


def _clusters(docs: Sequence[dict[str, Any]], kind: Kind) -> list[dict[str, Any]]:
    stories = tuple(plain_story(doc["id"], [doc["text"]]) for doc in docs)
    analyses = tuple(_analysis(doc, kind) for doc in docs)
    where = {analysis.story_id: analysis.mentions for analysis in analyses}
    return [_cluster(entity, where) for entity in group(stories, analyses)]


def _analysis(doc: dict[str, Any], kind: Kind) -> Analysis:
    mentions = tuple(Mention(Span(s, e), doc["text"][s:e], kind) for s, e in doc["mentions"])
    return Analysis(StoryId(doc["id"]), (), mentions, (), (), (), ())


def _cluster(entity: Entity, where: dict[StoryId, tuple[Mention, ...]]) -> dict[str, Any]:
    spans = [(seen.story_id, where[seen.story_id][at].span) for seen in entity.appearances for at in seen.mentions]
    return {"name": entity.name, "mentions": [[story, span.start, span.end] for story, span in spans]}
