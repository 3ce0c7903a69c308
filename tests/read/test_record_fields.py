"""The records of each kind of service are understood, whatever they call their fields."""

from __future__ import annotations

import json

import pytest
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read.entries import ABRIDGED
from newsdigest.read.found import Found
from newsdigest.read.records import read

TEXT = "The old pier of the town opened again on Monday."
PAGE = f"<div><p>{TEXT}</p></div>"
URL = "https://pier.example/opens"
DAY = "2026-03-02T08:00:00Z"
SEEN = "2026-03-05T10:00:00Z"


def one(value: object) -> Found:
    (only,) = read(json.dumps(value).encode(), Options())
    return only


@pytest.mark.parametrize(
    "export",
    [
        [
            {"is_archived": 1, "id": 7, "title": "Pier opens", "url": URL, "given_url": f"{URL}?utm=1", "content": PAGE}
            | {"created_at": SEEN, "updated_at": SEEN, "published_at": DAY, "published_by": ["Jane Doe"]}
            | {"mimetype": "text/html", "reading_time": 1, "domain_name": "The Pier", "annotations": []}
        ],
        {
            "status": 1,
            "list": {
                "7": {"item_id": "7", "given_url": URL, "given_title": "", "resolved_title": "Pier opens", "text": TEXT}
                | {"resolved_url": URL, "time_added": "1772700000", "domain_metadata": {"name": "The Pier"}}
                | {"authors": {"3": {"item_id": "7", "author_id": "3", "name": "Jane Doe"}}, "date_published": DAY}
            },
        },
        {
            "count": 1,
            "results": [
                {"id": "01h", "url": "https://reader.example/read/01h", "source_url": URL, "title": "Pier opens"}
                | {"author": "Jane Doe", "source": "Reader RSS", "site_name": "The Pier", "html_content": PAGE}
                | {"saved_at": SEEN, "published_date": DAY, "reading_progress": 0.5, "summary": "Short."}
            ],
        },
        {
            "data": {
                "search": {
                    "edges": [
                        {
                            "node": {"title": "Pier opens", "slug": "pier-opens", "originalArticleUrl": URL}
                            | {"url": "https://reader.example/me/pier", "author": "Jane Doe", "siteName": "The Pier"}
                            | {"content": PAGE, "publishedAt": DAY, "savedAt": SEEN}
                        }
                    ]
                }
            }
        },
        {
            "bookmarks": [
                {"createdAt": SEEN, "title": None, "tags": ["sea"], "note": None}
                | {
                    "content": {"type": "link", "url": URL, "title": "Pier opens", "htmlContent": PAGE}
                    | {"author": "Jane Doe", "publisher": "The Pier", "datePublished": DAY}
                }
            ]
        },
        {
            "total": 1,
            "entries": [
                {"id": 7, "feed_id": 3, "title": "Pier opens", "url": URL, "author": "Jane Doe", "content": PAGE}
                | {"published_at": DAY, "created_at": SEEN, "feed": {"id": 3, "title": "The Pier", "site_url": URL}}
            ],
        },
        {
            "response": {
                "status": "ok",
                "results": [
                    {"id": "town/pier", "type": "article", "webTitle": "Pier opens", "webUrl": URL}
                    | {"webPublicationDate": DAY, "publication": "The Pier"}
                    | {"fields": {"headline": "Pier!", "byline": "Jane Doe", "bodyText": TEXT, "trailText": "Short."}}
                ],
            }
        },
        {
            "status": "ok",
            "articles": [
                {"source": {"id": None, "name": "The Pier"}, "author": "Jane Doe", "title": "Pier opens", "url": URL}
                | {"description": "Short.", "publishedAt": DAY, "content": TEXT}
            ],
        },
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Pier",
            "items": [
                {"id": "7", "url": URL, "title": "Pier opens", "content_html": PAGE, "date_published": DAY}
                | {"authors": [{"name": "Jane Doe", "url": "https://pier.example/jane"}], "summary": "Short."}
            ],
        },
        [
            {"title": "Pier opens", "author": "Jane Doe", "hostname": "pier.example", "source-hostname": "The Pier"}
            | {"date": DAY, "fingerprint": "0a1b", "raw_text": TEXT, "text": TEXT, "source": URL, "excerpt": "Short."}
        ],
    ],
    ids=[
        "own server",
        "read-it-later service",
        "reader with pages of its own",
        "reader with a graph interface",
        "bookmarks with pages",
        "feed reader",
        "news interface with fields",
        "news interface",
        "JSON Feed",
        "extractor",
    ],
)
def test_exports_give_title_text_names_and_the_date_of_publication(export: object) -> None:
    article = one(export)
    title = article.stated.title
    assert (article.text, title in ("Pier opens", "Pier!"), article.notes) == (TEXT, True, ())
    assert article.stated == Stated(title, ("Jane Doe",), "The Pier", URL, DAY, origin="record")


@pytest.mark.parametrize(
    "export",
    [
        [{"bookmark_id": 7, "url": URL, "title": "Pier opens", "description": "Short.", "time": 1772438400}],
        {"items": [{"_id": 7, "title": "Pier opens", "excerpt": "Short.", "note": "", "link": URL, "created": SEEN}]},
        [{"title": "Pier opens", "description": "Short.", "url": URL, "state": "Archived", "savedAt": SEEN}],
    ],
)
def test_lists_of_links_give_their_descriptions_with_a_note(export: object) -> None:
    article = one(export)
    assert (article.text, article.notes) == ("Short.", (ABRIDGED,))
    assert article.stated == Stated("Pier opens", url=URL, origin="record")


@pytest.mark.parametrize("end", ["… [+1234 chars]", "... [+12 characters]"])
def test_a_text_that_a_service_cut_is_told_without_what_it_put_there(end: str) -> None:
    article = one([{"content": f"{TEXT}{end}", "url": URL}])
    assert (article.text, article.notes) == (TEXT + end.split(" [")[0], (ABRIDGED,))


@pytest.mark.parametrize("saved", [{"saved_at": SEEN}, {"readingProgress": 10}])
def test_the_way_to_a_read_it_later_service_is_no_outlet(saved: dict[str, object]) -> None:
    record = {"text": TEXT, "url": URL, "source": "Reader extension"}
    assert one([record]).stated.outlet == "Reader extension"
    assert one([record | saved]).stated.outlet is None


@pytest.mark.parametrize(("item", "lang"), [({}, "de"), ({"language": "fr"}, "fr")])
def test_the_language_of_an_item_is_its_own_else_that_of_its_json_feed(item: dict[str, str], lang: str) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Pier", "language": "de"}
    assert one(feed | {"items": [{"content_text": TEXT, "url": URL} | item]}).stated.lang == lang


def test_a_map_in_a_record_never_replaces_what_the_record_says_itself() -> None:
    article = one(
        [{"title": "Pier opens", "text": TEXT, "fields": {"title": "Other", "text": "Other", "author": "Jo"}}]
    )
    assert (article.stated.title, article.text, article.stated.authors) == ("Pier opens", TEXT, ("Jo",))
