"""The build report: which files came to nothing and why, what cleaning took out of the others, what leads elsewhere.

In: the library. Out: as many ReportPages as it takes. Nothing that happened to a file is left out of them. Warnings
quote the corrections, and these the articles: where not all text is republished, only the owner's terminal shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from newsdigest.model import Skipped, Story
from newsdigest.views.cards import StoryCard, story_card
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.paging import Leaf, Pager, Part, one, parts
from newsdigest.views.provenance import RuleCount, ledger, rule_counts
from newsdigest.views.redirects import Moved, moved

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
    moved: tuple[Moved, ...]
    """Addresses that names had before others joined them."""
    pager: Pager | None


class _Noted(Struct, frozen=True):
    """An article with notes, before its card is made."""

    story: Story


Entry = Skipped | str | _Noted | Story | Moved


def report_pages(library: Library) -> Iterator[ReportPage]:
    """Account for every file."""
    return (leaf.make() for leaf in report_leaves(library))


def report_leaves(library: Library) -> Iterator[Leaf[ReportPage]]:
    """Divide the account into pages, and make none of them."""
    edition = library.edition
    ordered = sorted(edition.stories, key=lambda story: story.path)
    noted = (_Noted(story) for story in ordered if story.notes)
    warnings = edition.warnings if library.options.full_text == "full" else ()
    entries: tuple[Entry, ...] = (*edition.skipped, *warnings, *noted, *ordered, *moved(library))
    for part in parts(PATH, entries, ENTRIES, one):
        others = [entry for entry in part.entries if not isinstance(entry, _Noted | Story)]
        shown = ordered if part.number == 1 else [*_stories(part, _Noted), *_stories(part, Story)]
        numbers = len(_stories(part, _Noted)), len(_stories(part, Story))
        told = part.number, part.pager, others, numbers, bool(edition.skipped), bool(edition.warnings)
        targets = [entry.target.path for entry in others if isinstance(entry, Moved)]
        yield Leaf(part.path, [story.id for story in shown], told, partial(_page, library, part), targets)


def _page(library: Library, part: Part[Entry]) -> ReportPage:
    edition = library.edition
    title = part.titled("Build report")
    text = f"{title}: which files became articles, which did not and why, and what cleaning took out of each."
    removed = (one for story in edition.stories for one in story.removed)
    return ReportPage(
        meta=page_meta(library, part.path, title, text),
        title=title,
        nothing_skipped=part.number == 1 and not edition.skipped,
        skipped=tuple(entry for entry in part.entries if isinstance(entry, Skipped)),
        no_warnings=part.number == 1 and not edition.warnings,
        warnings=tuple(entry for entry in part.entries if isinstance(entry, str)),
        rules=rule_counts(removed) if part.number == 1 else (),
        outliers=tuple(_outlier(library, story) for story in _stories(part, _Noted)),
        readings=tuple(_reading(library, story) for story in _stories(part, Story)),
        moved=tuple(entry for entry in part.entries if isinstance(entry, Moved)),
        pager=part.pager,
    )


def _stories(part: Part[Entry], kind: type[_Noted | Story]) -> list[Story]:
    found = [entry for entry in part.entries if isinstance(entry, kind)]
    return [entry.story if isinstance(entry, _Noted) else entry for entry in found]


def _outlier(library: Library, story: Story) -> Outlier:
    return Outlier(story_card(library, story.id), story.path, story.notes)


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
