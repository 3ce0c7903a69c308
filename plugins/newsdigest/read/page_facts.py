"""What a saved page states about its article, outside of the article's text.

The tree of a page and its visible lines come in; title, authors, outlet, address, date and language go out, each as the
page says it, for cleaning to make sense of. Sources: JSON-LD, `<meta>` elements (Open Graph and others), links, what
stands around the headline, and what browsers write into the pages that they save.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newsdigest.model import Stated
from newsdigest.read.page_addresses import address, host_names, language, outlet
from newsdigest.read.page_authors import authors
from newsdigest.read.page_dates import day_in, in_address, published
from newsdigest.read.page_linked_data import linked_data
from newsdigest.read.page_surroundings import surroundings
from newsdigest.read.page_titles import title
from newsdigest.read.page_values import folded, plain, text_of
from newsdigest.read.page_values import metas as metas_of

TITLES = (
    "og:title",
    "twitter:title",
    "headline",
    "citation_title",
    "dc.title",
    "sailthru.title",
    "parsely-title",
    "title",
)
"""Names of `<meta>` elements that tell the title."""
MAX_HEADINGS = 50
MAX_LINES = 5_000
"""Of a page that are looked through; long ones have some 3,000."""
MARKED = "//*[@itemprop='author' or @itemprop='datePublished' or @rel='author' or @pubdate]"
"""Elements that hold the author or the date by microdata or HTML."""
MAX_MARKED = 50
"""Elements so marked that are read: comments have them, too."""
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
"""Names of those that tell the site's name."""


def facts(tree: HtmlElement, lines: Sequence[str]) -> Stated:
    """Read what the page states; what it doesn't is left out."""
    lines = lines[:MAX_LINES]
    metas = metas_of(tree)
    titles = [value for name in TITLES for value in metas.get(name, ())[:1]]
    title_element = next((plain(one.text_content()) for one in tree.xpath("//title[not(ancestor::svg)]")[:1]), "")
    scripts = [one.text or "" for one in tree.iter("script") if "ld+json" in one.get("type", "").lower()]
    headings = [text_of(one) for one in islice(tree.iter("h1"), MAX_HEADINGS)]
    linked = linked_data(scripts, (*titles, title_element, *headings))
    url = address(tree, metas, linked.urls)
    sites = [*(value for name in SITES for value in metas.get(name, ())), *linked.outlets]
    stated = [one for one in (linked.title, *titles, title_element) if one]
    headline = title(stated, headings, lines, (*sites, *host_names(url)))
    around = surroundings(tree, headline)
    marked = tree.xpath(MARKED)[:MAX_MARKED]
    signed = [text_of(next(iter(one.xpath(".//*[@itemprop='name']")), one)) for one in marked]
    dated = [one.get("datetime") or one.get("content") or text_of(one) for one in marked]
    names = authors(around, linked.authors, metas, signed, sites, lines)
    date = published(around, linked, metas, dated, lines, url)
    values = {value for given in metas.values() for value in given} | {*linked.authors, linked.date, *dated}
    days = values | set(map(day_in, values))
    signatures = [set(folded(value).split()) for value in values]
    return Stated(
        title=headline or None,
        authors=names,
        outlet=outlet(sites, title_element, headline, url) or None,
        url=url or None,
        date=date or None,
        lang=language(tree, metas, linked.lang) or None,
        title_origin="text" if headline and not stated else None,
        authors_origin=None if all(_signed(name, signatures) for name in names) else "byline",
        date_origin=None if date in days else "address" if date == in_address(url) else "text",
    )


def _signed(name: str, signatures: Iterable[set[str]]) -> bool:
    """Tell whether a value of the metadata names somebody: `By Ada Brook`, `Brook, Ada`."""
    said = set(folded(name).split())
    return any(said <= words for words in signatures)
