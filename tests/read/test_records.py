"""Every record of an export becomes an article with what the record says about it."""

from __future__ import annotations

import json

import pytest
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read.entries import ABRIDGED
from newsdigest.read.found import Found
from newsdigest.read.records import read

TEXT = "The old pier of the town opened again on Monday."
URL = "https://pier.example/opens"
BOTH = {"text": TEXT, "url": URL}


def found(value: object) -> list[Found]:
    return list(read(json.dumps(value).encode(), Options()))


def one(value: object) -> Found:
    (only,) = found(value)
    return only


def stated(**record: object) -> Stated:
    return one([BOTH | record]).stated


@pytest.mark.parametrize(
    ("record", "names"),
    [
        (
            {
                "resolved_title": "Pier opens",
                "resolved_url": URL,
                "given_url": "https://short.example/x",
                "authors": {"7": {"author_id": "7", "name": "Jane Doe", "url": ""}},
                "domain_metadata": {"name": "The Pier", "logo": "https://pier.example/logo.png"},
                "time_added": "1772438400",
                "lang": "en",
                "text": TEXT,
            },
            "read-it-later service",
        ),
        (
            {
                "title": "Pier opens",
                "url": URL,
                "content": f"<p>{TEXT}</p>",
                "created_at": "2026-03-05T10:00:00+0000",
                "updated_at": "2026-03-05T10:00:00+0000",
                "published_by": ["Jane Doe"],
                "domain_name": "The Pier",
                "language": "en",
                "reading_time": 3,
            },
            "own read-it-later server",
        ),
        (
            {
                "title": "Pier opens",
                "url": "https://reader.example/read/01h",
                "source_url": URL,
                "author": "Jane Doe",
                "source": "Reader RSS",
                "site_name": "The Pier",
                "html_content": f"<div><p>{TEXT}</p></div>",
                "saved_at": "2026-03-05T10:00:00+00:00",
                "language": "en",
            },
            "reader with pages of its own",
        ),
        (
            {
                "title": "Pier opens",
                "canonical": [{"href": URL}],
                "origin": {"streamId": "feed/1", "title": "The Pier", "htmlUrl": "https://pier.example"},
                "content": {"direction": "ltr", "content": f"<p>{TEXT}</p>"},
                "author": "Jane Doe",
                "crawlTimeMsec": "1772438400000",
                "language": "en",
            },
            "feed reader",
        ),
        (
            {
                "@type": "NewsArticle",
                "headline": "Pier opens",
                "articleBody": TEXT,
                "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
                "author": [{"@type": "Person", "name": "Jane Doe", "url": "https://pier.example/jane"}],
                "publisher": {"@type": "Organization", "name": "The Pier", "logo": {"url": "https://pier.example/l"}},
                "inLanguage": "en",
            },
            "schema.org",
        ),
        (
            {
                "title": {"rendered": "Pier opens"},
                "content": {"rendered": f"<p>{TEXT}</p>", "protected": False},
                "excerpt": {"rendered": "<p>Short.</p>"},
                "link": URL,
                "author": 7,
                "byline": "Jane Doe",
                "publication": "The Pier",
                "lang": "en",
            }
            | {"author": None},
            "blog software",
        ),
        (
            {
                "title": "Pier opens",
                "maintext": TEXT,
                "url": URL,
                "source_domain": "The Pier",
                "authors": ["Jane Doe"],
                "date_download": "2026-03-05 10:00:00",
                "date_modify": "2026-03-05 10:00:00",
                "language": "en",
            },
            "scraper",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_exports_of_all_kinds_of_programs_are_understood(record: dict[str, object], names: str) -> None:
    article = one([record])
    assert article.text == TEXT
    assert article.stated == Stated(
        title="Pier opens", authors=("Jane Doe",), outlet="The Pier", url=URL, lang="en", origin="record"
    )


@pytest.mark.parametrize(
    "name",
    ["published", "published_at", "publishedAt", "publish_date", "date_published", "datePublished", "pubDate", "date"],
)
def test_a_date_of_publication_is_found_under_each_of_its_names(name: str) -> None:
    assert stated(**{name: "2026-03-02T08:00:00Z"}).date == "2026-03-02T08:00:00Z"


@pytest.mark.parametrize(
    "name", ["created", "created_at", "saved_at", "time_added", "timestamp", "crawled", "updated", "date_modified"]
)
def test_a_date_of_saving_or_change_is_none_of_publication(name: str) -> None:
    assert stated(**{name: "2026-03-02T08:00:00Z"}).date is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (1772438400, "2026-03-02T08:00:00+00:00"),
        (1772438400.25, "2026-03-02T08:00:00+00:00"),
        ("1772438400", "2026-03-02T08:00:00+00:00"),
        (1772438400000, "2026-03-02T08:00:00+00:00"),
        (1772438400000000, "2026-03-02T08:00:00+00:00"),
        ({"$date": "2026-03-02T08:00:00Z"}, "2026-03-02T08:00:00Z"),
        ({"$date": {"$numberLong": "1772438400000"}}, "2026-03-02T08:00:00+00:00"),
        ("2 March 2026", "2 March 2026"),
        (20260302, "20260302"),
        (0, None),
        ("", None),
        (None, None),
        (True, None),
        ("null", None),
        ([], None),
    ],
)
def test_dates_in_figures_are_counted_from_1970(value: object, date: str | None) -> None:
    assert stated(published=value).date == date


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("Jane Doe, Bo Li", ("Jane Doe, Bo Li",)),
        (["Jane Doe", "Bo Li", "Jane Doe"], ("Jane Doe", "Bo Li")),
        ([{"name": "Jane Doe"}, {"name": "Bo Li", "url": URL}], ("Jane Doe", "Bo Li")),
        ({"name": "Jane Doe"}, ("Jane Doe",)),
        ({"1": {"name": "Jane Doe"}, "2": {"name": "Bo Li"}}, ("Jane Doe", "Bo Li")),
        ({"avatar": URL}, ()),
        ("Unknown", ()),
        ("nan", ()),
        ([], ()),
        ([None, ""], ()),
    ],
)
def test_authors_are_read_in_every_shape(value: object, authors: tuple[str, ...]) -> None:
    assert stated(authors=value).authors == authors


@pytest.mark.parametrize(
    ("record", "url"),
    [
        ({"url": URL}, URL),
        ({"url": {"href": URL}}, URL),
        ({"url": [{"href": URL, "type": "text/html"}]}, URL),
        ({"url": URL, "source_url": "https://pier.example/"}, URL),
        ({"url": "https://pier.example"}, None),
        ({"url": "pier.example/opens"}, None),
        ({"url": "http://[pier]x/opens"}, None),
        ({"url": "https://pier.example/\ud800"}, None),
        ({"source": URL}, URL),
        ({"id": URL}, None),
    ],
)
def test_the_address_is_that_of_a_page(record: dict[str, object], url: str | None) -> None:
    assert one([{"text": TEXT} | record]).stated.url == url


def test_an_address_is_no_outlet() -> None:
    assert stated(source="https://pier.example/", domain="pier.example").outlet == "pier.example"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (TEXT, TEXT),
        ("One.\r\n\r\nTwo & three < four.", "One.\n\nTwo & three < four."),
        ("<p>One.</p><p>Two &amp; three.</p>", "One.\nTwo & three."),
        (["One.", "Two."], "One.\nTwo."),
        ([{"type": "paragraph", "text": "One."}, {"type": "image", "src": URL}, {"text": "Two."}], "One.\nTwo."),
        ({"rendered": "<p>One.</p>"}, "One."),
    ],
)
def test_the_text_is_read_in_every_shape(value: object, text: str) -> None:
    assert one([{"content": value}]).text == text


def test_the_full_text_comes_before_a_description_which_is_taken_with_a_note() -> None:
    assert one([{"description": "Short.", "body": TEXT}]).notes == ()
    short = one([{"description": "Short.", "body": "", "url": URL}])
    assert (short.text, short.notes) == ("Short.", (ABRIDGED,))


def test_a_whole_page_in_a_record_is_read_as_a_page() -> None:
    prose = f"{TEXT} " * 12
    page = (
        f"<html><head><title>Pier opens</title></head><body><nav><a href='/'>Home</a></nav><p>{prose}</p></body></html>"
    )
    article = one([{"html": page, "url": URL, "title": "Pier opens again"}])
    assert TEXT in article.text
    assert (article.stated.title, article.stated.url, article.stated.origin) == ("Pier opens again", URL, "record")
    assert one([{"html": page}]).stated.title == "Pier opens"
