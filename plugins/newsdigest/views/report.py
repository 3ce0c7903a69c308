"""The build report: which files came to nothing and why, and what cleaning took out of the others.

In: the library. Out: a ReportPage. Nothing that happened to a file is left out of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdigest.model import Skipped, Story
from newsdigest.views.cards import StoryCard, story_card
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.provenance import RuleCount, ledger, rule_counts

PATH = "build-report.html"


@dataclass(frozen=True, slots=True)
class Reading:
    """What happened to one file."""

    file: str
    story: StoryCard
    lines: int
    removed: int
    percent: int
    rules: tuple[RuleCount, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The account of a build."""

    meta: Meta
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    rules: tuple[RuleCount, ...]
    """Over all files, most lines first."""
    outliers: tuple[Reading, ...]
    """Articles with notes: little is left of them, or something had to be repaired."""
    readings: tuple[Reading, ...]
    """By file."""


def report_page(library: Library) -> ReportPage:
    """Account for every file."""
    edition = library.edition
    readings = tuple(_reading(library, story) for story in sorted(edition.stories, key=lambda s: s.path))
    text = "Which files became articles, which did not and why, and what cleaning took out of each."
    return ReportPage(
        meta=page_meta(library, PATH, "Build report", text),
        skipped=edition.skipped,
        warnings=edition.warnings,
        rules=rule_counts(removed for story in edition.stories for removed in story.removed),
        outliers=tuple(reading for reading in readings if reading.notes),
        readings=readings,
    )


def _reading(library: Library, story: Story) -> Reading:
    account = ledger(story)
    return Reading(
        file=story.path,
        story=story_card(library, story.id),
        lines=account.lines,
        removed=account.removed,
        percent=round(100 * account.removed / account.lines) if account.lines else 0,
        rules=account.rules,
        notes=story.notes,
    )
