"""The ledger of who said what: every quotation of every article, on as many pages as it takes.

In: the library. Out: pages, newest article first, within an article in the order of its text. A speaker is linked where
the who's who knows them, else given in the words of the article. The same rows go out as data (`downloads`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdigest.model import Story
from newsdigest.views.addresses import LEDGER
from newsdigest.views.cards import QuoteCard, quote_card
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.paging import Pager, parts

ROOM, MARKUP = 40_000, 800
"""Characters of HTML on a page, and around each quotation, about: some 40 quotations of usual length."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the same quotations."""

    path: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class QuotationsPage:
    """A page of the ledger."""

    meta: Meta
    title: str
    quotes: tuple[QuoteCard, ...]
    total: int
    """Quotations on all pages."""
    speakers: int
    """People and organisations of the who's who that say them."""
    articles: int
    pager: Pager | None
    downloads: tuple[Download, ...]
    script: str
    """What the filter searches."""
    none: str
    """Why there are none, where there are none."""


NONE, NOT_REPUBLISHED = "No quotations found.", "Quotations are not republished here."
CSV = Download("data/quotes.csv", "quotes.csv", "for a spreadsheet")
JSON = Download("data/quotes.json", "quotes.json", "for programs")
SCRIPT = "quotes/quotes.js"


def quotations(library: Library) -> tuple[tuple[Story, QuoteCard], ...]:
    """List every quotation with its article."""
    rows = zip(library.edition.stories, library.edition.analyses, strict=True)
    return tuple(
        (story, quote_card(library, story.id, quote))
        for story, analysis in rows
        for quote in sorted(analysis.quotes, key=lambda q: q.span)
    )


def quotations_pages(library: Library) -> Iterator[QuotationsPage]:
    """Show the ledger; its first page is there even without a quotation."""
    quotes = tuple(said for _, said in quotations(library))
    for part in parts(LEDGER, quotes, ROOM, _size):
        title = part.titled("Quotations")
        text = f"{title}: who said what, word for word, with the article and the paragraph it stands in."
        yield QuotationsPage(
            meta=page_meta(library, part.path, title, text, "quotes", quotes=part.entries),
            title=title,
            quotes=part.entries,
            total=len(quotes),
            speakers=len({said.speaker_path for said in quotes if said.speaker_path}),
            articles=len({said.story.path for said in quotes}),
            pager=part.pager,
            downloads=(CSV, JSON) if quotes else (),
            script=SCRIPT,
            none=NONE if library.options.full_text == "full" else NOT_REPUBLISHED,
        )


def _size(said: QuoteCard) -> int:
    return MARKUP + len(said.text) + len(said.story.title)
