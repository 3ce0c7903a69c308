"""A whole page, and what it states about its article."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring
from newsdigest.model import Stated
from newsdigest.read.page_facts import facts

POOL = "Council votes to close the pool"
URL = "https://quill.example.org/2024/05/03/pool"
PROSE = "<p>The council voted on Tuesday to close the old swimming hall, although most who spoke were against it.</p>"
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "The Northern Quill", "publisher": {"@id": "#quill"}},
        {"@type": "NewsMediaOrganization", "@id": "#quill", "name": "The Northern Quill"},
        {"@type": "Person", "@id": "#ada", "name": "Ada Brook"},
        {
            "@type": "NewsArticle",
            "headline": POOL,
            "author": [{"@id": "#ada"}, {"@type": "Person", "name": "Bo Lund"}],
            "publisher": {"@id": "#quill"},
            "datePublished": "2024-05-03T08:00:00+02:00",
            "dateModified": "2024-05-09T08:00:00+02:00",
            "mainEntityOfPage": {"@id": URL},
            "inLanguage": "en-GB",
        },
    ],
}


def read(head: str, body: str = f"<h1>{POOL}</h1>{PROSE}", lines: tuple[str, ...] = ()) -> Stated:
    return facts(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), lines)


def test_json_ld_alone_states_all() -> None:
    found = read(f'<script type="application/ld+json">{json.dumps(DATA)}</script>')
    assert found == Stated(
        title=POOL,
        authors=("Ada Brook", "Bo Lund"),
        outlet="The Northern Quill",
        url=URL,
        date="2024-05-03T08:00:00+02:00",
        lang="en-GB",
        origin="page metadata",
    )


def test_meta_elements_alone_state_all() -> None:
    found = read(
        f"""<title>{POOL} - Northern Quill</title><meta property="og:title" content="{POOL}">
        <meta property="og:site_name" content="Northern Quill"><meta property="og:url" content="{URL}">
        <meta property="og:locale" content="en_GB"><meta name="author" content="Ada Brook">
        <meta property="article:published_time" content="2024-05-03T08:00:00+02:00">"""
    )
    assert (found.title, found.authors, found.outlet) == (POOL, ("Ada Brook",), "Northern Quill")
    assert (found.url, found.lang, found.date) == (URL, "en_GB", "2024-05-03T08:00:00+02:00")


def test_what_readers_see_alone_states_title_authors_and_date() -> None:
    body = f"<nav>Home News</nav><h1>{POOL}</h1><p>By <a>Ada Brook</a> and <a>Bo Lund</a></p><p>May 3, 2024</p>{PROSE}"
    found = read(f"<title>{POOL}</title>", body)
    assert (found.title, found.authors, found.date) == (POOL, ("Ada Brook", "Bo Lund"), "2024-05-03")


def test_microdata_state_author_and_date() -> None:
    body = f"""<h1 itemprop="headline">{POOL}</h1>{PROSE * 4}<div itemprop="author" itemscope>
        <span itemprop="name">Ada Brook</span><p>writes about towns</p></div>
        <span itemprop="datePublished" content="2024-05-03">last Friday</span>"""
    found = read(f"<title>{POOL}</title>", body)
    assert (found.authors, found.date) == (("Ada Brook",), "2024-05-03")


def test_html_states_author_and_date_by_rel_and_time() -> None:
    body = f'<h1>{POOL}</h1>{PROSE * 4}<a rel="author">Ada Brook</a> <time pubdate datetime="2024-05-03">Friday</time>'
    found = read(f"<title>{POOL}</title>", body)
    assert (found.authors, found.date) == (("Ada Brook",), "2024-05-03")


def test_a_title_that_only_a_heading_gives_comes_from_the_text() -> None:
    found = read("", lines=(POOL,))
    assert (found.title, found.title_origin) == (POOL, "text")
    assert read(f"<title>{POOL}</title>").title_origin is None


def test_a_page_that_states_nothing_gives_nothing() -> None:
    assert read("", PROSE) == Stated()
    assert facts(document_fromstring("<p>Pool"), ()) == Stated()


def test_the_first_title_element_counts_and_none_of_a_picture() -> None:
    svg = "<svg><title>Menu</title></svg>"
    assert read("", f"{svg}{PROSE}") == Stated()
    assert read(f"<title>{POOL}</title>", f"{svg}{PROSE}").title == POOL


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Pool &amp;amp; library to close", "Pool & library to close"),
        ("Pool &lt;script&gt;alert(1)&lt;/script&gt;", "Pool <script>alert(1)</script>"),
        ("Pool\x0b to \x07close", "Pool to close"),
    ],
)
def test_titles_are_plain_text_on_one_line(title: str, shown: str) -> None:
    assert read(f'<meta property="og:title" content="{title}">', PROSE).title == shown


def test_the_visible_lines_help_to_find_the_title_and_the_date() -> None:
    found = read(f"<title>{POOL} - All the News of the North</title>", PROSE, (POOL, "May 3, 2024"))
    assert (found.title, found.date) == (POOL, "2024-05-03")


def test_the_outlet_may_stand_in_the_title_element_alone() -> None:
    head = f'<title>{POOL} | Quill</title><link rel="canonical" href="{URL}">'
    assert (read(head).title, read(head).outlet) == (POOL, "Quill")


def test_an_address_that_a_browser_wrote_into_the_page_is_read() -> None:
    page = f"<!DOCTYPE html><!-- saved from url=(0041){URL} --><html><head></head><body><h1>{POOL}</h1></body></html>"
    assert facts(document_fromstring(page), ()).url == URL


def test_a_related_article_s_data_are_not_the_article_s() -> None:
    related = {"@type": "Article", "headline": "Baker wins prize", "datePublished": "2020-01-01", "author": "Cy Marsh"}
    data = [related, {**related, "headline": "Cat on roof"}]
    found = read(f'<title>{POOL}</title><script type="application/ld+json">{json.dumps(data)}</script>')
    assert (found.title, found.authors, found.date) == (POOL, (), None)


def test_the_day_of_a_change_is_no_date() -> None:
    head = (
        '<meta property="article:modified_time" content="2024-05-09"><meta name="last-modified" content="2024-05-09">'
    )
    assert (
        read(head, f"<h1>{POOL}</h1><p>Last updated May 9, 2024</p>{PROSE}<p>© 2024 The Northern Quill</p>").date
        is None
    )


def test_the_same_page_gives_the_same_facts() -> None:
    head = f'<title>{POOL} | Quill</title><script type="application/ld+json">{json.dumps(DATA)}</script>'
    assert read(head) == read(head)


@pytest.mark.parametrize(
    ("head", "body", "origins"),
    [
        (f'<script type="application/ld+json">{json.dumps(DATA)}</script>', "", (None, None)),
        ("", "<p>By Ada Brook</p><p>3 May 2024</p>", ("byline", "text")),
        (f'<link rel="canonical" href="{URL}">', "", (None, "address")),
        ('<meta name="author" content="Ada Brook">', "<p>3 May 2024</p>", (None, "text")),
    ],
)
def test_what_stands_in_the_page_itself_is_told_from_its_metadata(
    head: str, body: str, origins: tuple[str | None, str | None]
) -> None:
    found = read(head, f"<h1>{POOL}</h1>{body}{PROSE}")
    assert (found.authors_origin, found.date_origin) == origins
