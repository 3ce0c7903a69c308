"""The ledger of who said what: the quotations of all articles, on as many pages as it takes.

In: the library. Out: pages, newest article first, within an article in the order of its text; what several versions of
a text give stands once, with the newest. A speaker is linked where the who's who knows them, else given in the words of
the article. The data to download have every quotation of every article (`data`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from newsdigest.model import StatedQuote, Story
from newsdigest.views.addresses import LEDGER
from newsdigest.views.cards import QuoteCard, quote_card
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.paging import Leaf, Pager, Part, parts
from newsdigest.views.told import told_once

ROOM, MARKUP = 40_000, 800
"""Characters of HTML on a page, and around each quotation, about: some 40 quotations of usual length."""


class Download(Struct, frozen=True, gc=False):
    """A file, and what it is for."""

    path: str
    what: str

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.rpartition("/")[2]


class QuotationsPage(Struct, frozen=True, gc=False):
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


class _Numbers(Struct, frozen=True):
    """Of the whole ledger."""

    total: int
    speakers: int
    articles: int


NONE, NOT_REPUBLISHED = "No quotations found.", "Quotations are not republished here."
CSV = Download("data/quotes.csv", "for a spreadsheet")
JSON = Download("data/quotes.json", "for programs")
SCRIPT = "quotes/quotes.js"


def every_quotation(library: Library) -> Iterator[StatedQuote]:
    """List what all articles quote, newest first, in the order of their texts."""
    for analysis in library.edition.analyses:
        for quote in sorted(analysis.quotes, key=lambda q: q.span):
            yield StatedQuote(analysis.story_id, quote)


def quotations(library: Library) -> tuple[tuple[Story, QuoteCard], ...]:
    """List the quotations, each told once, with their articles."""
    return tuple(
        (library.stories[said.story_id], quote_card(library, said.story_id, said.quote))
        for said in told_once(library.versions, every_quotation(library))
    )


def quotations_pages(library: Library) -> Iterator[QuotationsPage]:
    """Show the ledger; its first page is there even without a quotation."""
    return (leaf.make() for leaf in quotations_leaves(library))


def quotations_leaves(library: Library) -> Iterator[Leaf[QuotationsPage]]:
    """Divide the ledger into pages, and make none of them."""
    quotes = tuple(told_once(library.versions, every_quotation(library)))
    speakers = (library.speakers.get((said.story_id, said.quote.span)) for said in quotes)
    numbers = _Numbers(
        total=len(quotes),
        speakers=len({speaker.id for speaker in speakers if speaker}),
        articles=len({said.story_id for said in quotes}),
    )
    for part in parts(LEDGER, quotes, ROOM, partial(_size, library)):
        stories = tuple(dict.fromkeys(said.story_id for said in part.entries))
        make = partial(_page, library, part, numbers)
        yield Leaf(part.path, stories, (part.number, part.entries, part.pager, numbers), make)


def _page(library: Library, part: Part[StatedQuote], numbers: _Numbers) -> QuotationsPage:
    title = part.titled("Quotations")
    text = f"{title}: who said what, word for word, with the article and the paragraph it stands in."
    quotes = tuple(quote_card(library, said.story_id, said.quote) for said in part.entries)
    return QuotationsPage(
        meta=page_meta(library, part.path, title, text, "quotes", quotes=quotes),
        title=title,
        quotes=quotes,
        total=numbers.total,
        speakers=numbers.speakers,
        articles=numbers.articles,
        pager=part.pager,
        downloads=(CSV, JSON) if quotes else (),
        script=SCRIPT,
        none=NONE if library.options.full_text == "full" else NOT_REPUBLISHED,
    )


def _size(library: Library, said: StatedQuote) -> int:
    return MARKUP + len(said.quote.text) + len(library.stories[said.story_id].title)
