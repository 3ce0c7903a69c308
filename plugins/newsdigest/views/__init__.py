"""What templates show: an Edition as frozen dataclasses of plain values, so that templates only loop and test presence.

addresses   where everything stands; the list of feeds
library     the edition with its cross-references looked up once
roles       what people are said to be, in order; role_cards: as pages show it
cards       an article, a person, a tag, a quotation, a day in a list
metadata    title, description, schema.org data
article  entity  front  lists  report      one module a kind of page
site        all pages together, masthead, sitemap
"""

from newsdigest.views.addresses import FeedInfo, entity_path, feeds, name_links, story_path, story_slug, tag_path
from newsdigest.views.article import ArticlePage, article_page
from newsdigest.views.library import Library, open_library
from newsdigest.views.site import NOT_FOUND, Page, masthead, pages, plain_page, sitemap

__all__ = [
    "NOT_FOUND",
    "ArticlePage",
    "FeedInfo",
    "Library",
    "Page",
    "article_page",
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
