"""The build report: which files came to nothing and why, what cleaning took out of the others, what leads elsewhere.

In: the library. Out: as many ReportPages as it takes. Nothing that happened to a file is left out of them. Warnings
quote the corrections, and these the articles: where not all text is republished, only the owner's terminal shows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from newsdigest.model import Skipped, Story
from newsdigest.views.cards import StoryCard, story_card
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.paging import Pager, one, parts
from newsdigest.views.provenance import RuleCount, ledger, rule_counts
from newsdigest.views.redirects import RedirectPage, redirect_pages

PATH = "build-report.html"
ENTRIES = 120
"""Entries on a page, of about 450 characters of HTML."""


class Reading(Struct, frozen=True, gc=False):
    """What happened to one file."""

    file: str
    story: StoryCard
    lines: int
    removed: int
    percent: int
    rules: tuple[RuleCount, ...]
    notes: tuple[str, ...]


class Outlier(Struct, frozen=True, gc=False):
    """An article with notes: little is left of it, or something had to be repaired."""

    story: StoryCard
    file: str
    notes: tuple[str, ...]


class ReportPage(Struct, frozen=True, gc=False):
    """A page of the account of a build; each list goes on where the page before it ends."""

    meta: Meta
    title: str
    nothing_skipped: bool
    skipped: tuple[Skipped, ...]
    no_warnings: bool
    warnings: tuple[str, ...]
    rules: tuple[RuleCount, ...]
    """Over all files, most lines first; on the first page."""
    outliers: tuple[Outlier, ...]
    readings: tuple[Reading, ...]
    """By file."""
    moved: tuple[RedirectPage, ...]
    """Addresses that names had before others joined them."""
    pager: Pager | None


def report_pages(library: Library) -> Iterator[ReportPage]:
    """Account for every file."""
    edition = library.edition
    readings = tuple(_reading(library, story) for story in sorted(edition.stories, key=lambda s: s.path))
    outliers = tuple(Outlier(reading.story, reading.file, reading.notes) for reading in readings if reading.notes)
    rules = rule_counts(removed for story in edition.stories for removed in story.removed)
    moved = redirect_pages(library)
    warnings = edition.warnings if library.options.full_text == "full" else ()
    for part in parts(PATH, (*edition.skipped, *warnings, *outliers, *readings, *moved), ENTRIES, one):
        title = part.titled("Build report")
        text = f"{title}: which files became articles, which did not and why, and what cleaning took out of each."
        yield ReportPage(
            meta=page_meta(library, part.path, title, text),
            title=title,
            nothing_skipped=part.number == 1 and not edition.skipped,
            skipped=tuple(entry for entry in part.entries if isinstance(entry, Skipped)),
            no_warnings=part.number == 1 and not edition.warnings,
            warnings=tuple(entry for entry in part.entries if isinstance(entry, str)),
            rules=rules if part.number == 1 else (),
            outliers=tuple(entry for entry in part.entries if isinstance(entry, Outlier)),
            readings=tuple(entry for entry in part.entries if isinstance(entry, Reading)),
            moved=tuple(entry for entry in part.entries if isinstance(entry, RedirectPage)),
            pager=part.pager,
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
