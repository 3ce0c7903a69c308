"""The account of a build in a few lines of plain text: what was read, what was left out and why, what was found."""

from __future__ import annotations

from newsdigest.model import Edition
from newsdigest.options import FAST_ABOVE, Options, settled
from newsdigest.text import counted


def lines(edition: Edition, feeds: int) -> tuple[str, ...]:
    """Tell of an edition with this many feeds; the files left out and the warnings come one a line.

    >>> lines(EMPTY, feeds=1)
    ('0 articles, nothing skipped', '0 people, 0 organisations, 0 quotations, 0 tags, 1 feed')
    """
    quotes = sum(len(analysis.quotes) for analysis in edition.analyses)
    found = (
        counted(sum(entity.kind == "person" for entity in edition.entities), "person", "people"),
        counted(sum(entity.kind == "organisation" for entity in edition.entities), "organisation"),
        counted(quotes, "quotation"),
        counted(len(edition.tags), "tag"),
        counted(feeds, "feed"),
    )
    skipped = f"{len(edition.skipped)} skipped:" if edition.skipped else "nothing skipped"
    return (
        f"{counted(len(edition.stories), 'article')}, {skipped}",
        *(f"  {entry.path}: {entry.reason}" for entry in edition.skipped),
        ", ".join(found),
        *(f"warning: {warning}" for warning in edition.warnings),
        *(f"note: {story.path}: {note}" for story in edition.stories for note in story.notes),
    )


def depth(options: Options, articles: int) -> tuple[str, ...]:
    """Say for the account that an analysis was fast, and how to choose."""
    if not settled(options, articles).fast:
        return ()
    why = "as chosen" if options.fast else f"as they are more than {FAST_ABOVE}"
    return (
        f"note: articles were analysed fast, {why}: some speakers and roles are missed or wrong;"
        f' for all that can be found set DIGEST_ANALYSIS to "thorough"',
    )
