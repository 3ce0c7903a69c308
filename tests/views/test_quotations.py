"""The ledger of quotations: all of them, in a stable order, on pages that no collection makes too long."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from newsdigest.model import Quote, Span
from newsdigest.options import Options
from newsdigest.views.library import Library, open_library
from newsdigest.views.quotations import MARKUP, ROOM, QuotationsPage, quotations_pages

from tests.sample import ANALYSES, STORIES, edition, empty

LIBRARY = open_library(edition(), Options(), "https://x.example")


def only(library: Library) -> QuotationsPage:
    (page,) = quotations_pages(library)
    return page


def with_quotes(*quotes: Quote) -> Library:
    """The sample, its newest article with these quotations, the others with none."""
    bare = [replace(analysis, quotes=()) for analysis in ANALYSES]
    return open_library(replace(edition(), analyses=(replace(bare[0], quotes=quotes), *bare[1:])), Options())


def test_every_quotation_stands_in_it_newest_article_first_in_the_order_of_its_text() -> None:
    expected = [quote.text for analysis in ANALYSES for quote in sorted(analysis.quotes, key=lambda q: q.span)]
    page = only(LIBRARY)
    assert [said.text for said in page.quotes] == expected
    assert (page.total, page.speakers, page.articles) == (4, 3, 2)
    assert page.pager is None


def test_each_entry_has_its_words_speaker_cue_article_and_paragraph() -> None:
    first = only(LIBRARY).quotes[0]
    assert first.text in STORIES[0].text
    assert (first.speaker, first.speaker_path, first.cue) == ("Ada Quill", "people/ada-quill.html", "told")
    assert first.how == "named in the source"
    assert first.story.title == STORIES[0].title
    assert first.path.endswith("#p2")


def test_a_speaker_whom_the_whos_who_does_not_know_is_given_in_the_words_of_the_article() -> None:
    official = replace(ANALYSES[0].quotes[0], span=Span(0, 9), speaker="an official", attribution="description")
    (said,) = only(with_quotes(official)).quotes
    assert (said.speaker, said.speaker_path, said.how) == ("an official", None, "described in the source, not named")


def test_the_order_in_which_an_article_lists_its_quotations_changes_nothing() -> None:
    quotes = ANALYSES[0].quotes
    assert only(with_quotes(*quotes)).quotes == only(with_quotes(*reversed(quotes))).quotes


def test_without_a_quotation_there_is_one_page_and_nothing_to_download() -> None:
    for library in (with_quotes(), open_library(empty(), Options())):
        page = only(library)
        assert (page.quotes, page.total, page.downloads) == ((), 0, ())
        assert page.meta.path == "quotes/index.html"


def test_many_quotations_fill_many_pages_each_with_a_title_of_its_own() -> None:
    words = ANALYSES[0].quotes[0]
    many = tuple(replace(words, span=Span(number, number + 9), text=f"Tide {number:04}") for number in range(1000))
    pages = list(quotations_pages(with_quotes(*many)))
    assert [said.text for said in chain.from_iterable(page.quotes for page in pages)] == [one.text for one in many]
    assert all(len(page.quotes) <= ROOM / MARKUP for page in pages)
    assert len({page.meta.path for page in pages}) == len({page.title for page in pages}) == len(pages)
    assert [page.meta.path for page in pages[:3]] == ["quotes/index.html", "quotes/page-2.html", "quotes/page-3.html"]
    assert pages[0].pager is not None
    assert (pages[0].pager.before, pages[0].pager.after) == (None, "quotes/page-2.html")
    assert [link.path for link in pages[4].meta.crumbs] == ["quotes/index.html"]


def test_its_address_on_the_web_is_that_of_its_folder() -> None:
    assert only(LIBRARY).meta.canonical == "quotes/"
