"""What templates show: an Edition as frozen dataclasses of plain values, so that templates only loop and test presence.

addresses   where everything stands; the list of feeds
library     the edition with its cross-references looked up once
places      where a name stands; passages: the sentence as pages show it
roles       what people are said to be, in order; role_cards: as pages show it
namesakes   who may be taken for whom; companions: who appears with whom
cards       an article, a person, a tag, a quotation, a day in a list
metadata    title, description, schema.org data
paging      long lists on several pages
article  entity  front  indexes  lists  quotations  report      one module a kind of page
downloads   the quotations as files
site        all pages together, masthead, sitemap
"""

from newsdigest.views.addresses import FeedInfo, entity_path, feeds, name_links, story_path, story_slug, tag_path
from newsdigest.views.article import ArticlePage, article_page
from newsdigest.views.downloads import downloads
from newsdigest.views.library import Library, open_library
from newsdigest.views.site import NOT_FOUND, Page, masthead, pages, plain_page, sitemap

__all__ = [
    "NOT_FOUND",
    "ArticlePage",
    "FeedInfo",
    "Library",
    "Page",
    "article_page",
    "downloads",
    "entity_path",
    "feeds",
    "masthead",
    "name_links",
    "open_library",
    "pages",
    "plain_page",
    "sitemap",
    "story_path",
    "story_slug",
    "tag_path",
]
