"""What templates show: an Edition as frozen structs of plain values, so that templates only loop and test presence.

They are trees, never rings, which is why the garbage collector need not look through them (`gc=False`).

addresses   where everything stands; the list of feeds
library     the edition with its cross-references looked up once
places      where a name stands; links: where it leads somewhere; passages: the sentence as pages show it
versions    several articles that are one source
roles       what people are said to be, in order; role_cards: as pages show it
namesakes   who may be taken for whom; companions: who is named with whom
pictures    the same, drawn (lettering: what fits into a label); sparkline: mentions by date (days: their words)
cards       an article, a person, a tag, a quotation, a day in a list
metadata    title and description of a page; schema: the same and more for search engines
republish   what of the articles' text may be shown at all
paging      long lists on several pages
article  entity  front  indexes  lists  quotations  report      one module a kind of page
previews    who and what the links of a page lead to
search      what is found, and search_documents: as the indexer reads it; search_files: what it makes of that, in cbor
redirects   addresses that names had before
data  downloads  data_page   the same as files for programs; subscriptions: as feeds show them (told: each once)
site        all pages together, masthead; inputs: what they are made from; sitemap: for search engines
"""

from newsdigest.views.addresses import FeedInfo, entity_path, feeds, story_path, story_slug, tag_path
from newsdigest.views.article import ArticlePage, article_page
from newsdigest.views.cards import story_card, summary_spans
from newsdigest.views.downloads import downloads
from newsdigest.views.inputs import story_inputs
from newsdigest.views.library import Library, library_at, open_library
from newsdigest.views.links import name_links
from newsdigest.views.previews import Previews, all_previews, previews_on
from newsdigest.views.redirects import old_feeds
from newsdigest.views.republish import republishable
from newsdigest.views.schema import public_path
from newsdigest.views.search import INDEX as SEARCH_INDEX
from newsdigest.views.search import Record as SearchRecord
from newsdigest.views.search import records as search_records
from newsdigest.views.search_documents import FIELDS as SEARCH_FIELDS
from newsdigest.views.search_documents import digest_of as search_digest
from newsdigest.views.search_documents import document as search_document
from newsdigest.views.search_documents import facets as search_facets
from newsdigest.views.search_documents import parts as search_parts
from newsdigest.views.search_documents import parts_of as search_parts_of
from newsdigest.views.search_documents import place as search_place
from newsdigest.views.search_files import FORMAT as SEARCH_FORMAT
from newsdigest.views.search_files import Part as SearchPart
from newsdigest.views.search_files import place_of as search_place_of
from newsdigest.views.search_files import put_together as search_together
from newsdigest.views.search_files import read_part as search_part
from newsdigest.views.site import Bundle, Page, articles, entities, lists, masthead, pages, plain_page
from newsdigest.views.sitemap import NOT_FOUND, sitemaps
from newsdigest.views.subscriptions import Saying, sayings

__all__ = [
    "NOT_FOUND",
    "SEARCH_FIELDS",
    "SEARCH_FORMAT",
    "SEARCH_INDEX",
    "ArticlePage",
    "Bundle",
    "FeedInfo",
    "Library",
    "Page",
    "Previews",
    "Saying",
    "SearchPart",
    "SearchRecord",
    "all_previews",
    "article_page",
    "articles",
    "downloads",
    "entities",
    "entity_path",
    "feeds",
    "library_at",
    "lists",
    "masthead",
    "name_links",
    "old_feeds",
    "open_library",
    "pages",
    "plain_page",
    "previews_on",
    "public_path",
    "republishable",
    "sayings",
    "search_digest",
    "search_document",
    "search_facets",
    "search_part",
    "search_parts",
    "search_parts_of",
    "search_place",
    "search_place_of",
    "search_records",
    "search_together",
    "sitemaps",
    "story_card",
    "story_inputs",
    "story_path",
    "story_slug",
    "summary_spans",
    "tag_path",
]
