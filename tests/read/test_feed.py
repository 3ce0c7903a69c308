"""Every entry of a feed becomes an article with what the feed says about it."""

from __future__ import annotations

import pytest
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read.entries import ABRIDGED
from newsdigest.read.feed import BY_UPDATE, read

from .feeds import RDF, SPACES, TEXT, atom, found, one, rdf, rss

FULL = f"<content:encoded><![CDATA[<p>{TEXT}</p><p>It is red.</p>]]></content:encoded>"


def test_an_rss_item_gives_its_text_and_all_that_it_states() -> None:
    item = (
        "<title>Pier opens</title><link>https://pier.example/opens</link><guid isPermaLink='false'>17</guid>"
        "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>"
        f"<description>Short.</description>{FULL}"
    )
    article = one(rss(item, channel="<title>The Pier</title><language>en-gb</language>"))
    assert article.text == f"{TEXT}\nIt is red."
    assert article.notes == ()
    assert article.stated == Stated(
        title="Pier opens",
        authors=("Jane Doe",),
        outlet="The Pier",
        url="https://pier.example/opens",
        date="Mon, 02 Mar 2026 08:00:00 GMT",
        lang="en-gb",
        origin="feed",
    )


def test_an_atom_entry_gives_its_text_and_all_that_it_states() -> None:
    entry = (
        "<title type='html'>Pier &amp;amp; harbour</title><link rel='self' href='https://pier.example/1.atom'/>"
        "<link href='https://pier.example/1'/><id>urn:1</id><updated>2026-03-05T08:00:00Z</updated>"
        "<published>2026-03-02T08:00:00Z</published><author><name>Jane Doe</name><email>j@pier.example</email></author>"
        f"<summary>Short.</summary><content type='html'>&lt;p&gt;{TEXT}&lt;/p&gt;</content>"
    )
    article = one(atom(entry, attributes="xml:lang='en'"))
    assert article.text == TEXT
    assert article.stated == Stated(
        title="Pier & harbour",
        authors=("Jane Doe",),
        outlet="The Pier",
        url="https://pier.example/1",
        date="2026-03-02T08:00:00Z",
        lang="en",
        origin="feed",
    )


def test_an_rss_1_item_gives_its_text_and_all_that_it_states() -> None:
    item = f"<title>Pier opens</title><dc:date>2026-03-02</dc:date><dc:creator>Jane Doe</dc:creator>{FULL}"
    article = one(rdf(item))
    assert article.text.startswith(TEXT)
    assert article.stated.url == "https://pier.example/0"
    assert (article.stated.date, article.stated.authors) == ("2026-03-02", ("Jane Doe",))


@pytest.mark.parametrize(
    "feed",
    [
        f"<rss version='0.91'><channel><item><title>Pier</title><description>{TEXT}"
        "</description></item></channel></rss>",
        f"<rdf:RDF {RDF} xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>T</title></channel>"
        f"<item><title>Pier</title><description>{TEXT}</description></item></rdf:RDF>",
        f"<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>Pier</title><description>{TEXT}"
        "</description></item></channel></rss>",
        f"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>Pier</title><content>{TEXT}</content>"
        "</entry></feed>",
        f"<atom:feed {SPACES}><atom:entry><atom:title>Pier</atom:title><atom:content>{TEXT}</atom:content></atom:entry>"
        "</atom:feed>",
    ],
    ids=["RSS 0.91", "RSS 0.90", "RSS 2.0 in a namespace", "Atom 0.3", "Atom with a prefix"],
)
def test_old_and_odd_kinds_of_feeds_are_read(feed: str) -> None:
    article = one(feed)
    assert (article.stated.title, article.text) == ("Pier", TEXT)


@pytest.mark.parametrize(
    "content",
    [
        f"<content>{TEXT}</content>",
        f"<content type='text'>{TEXT}</content>",
        f"<content type='text/plain'>{TEXT}</content>",
        f"<content type='html'><![CDATA[<p>{TEXT}</p>]]></content>",
        f"<content type='text/html'>&lt;p&gt;{TEXT}&lt;/p&gt;</content>",
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{TEXT}</p></div></content>",
        f"<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>{TEXT}</h:p></h:div></content>",
        f"<content type='html'>&amp;lt;p&amp;gt;{TEXT}&amp;lt;/p&amp;gt;</content>",
    ],
)
def test_every_kind_of_content_is_read_as_its_text(content: str) -> None:
    assert one(atom(f"<title>Pier</title>{content}")).text == TEXT


@pytest.mark.parametrize("field", ["description", "dc:description"])
def test_a_description_is_taken_where_there_is_no_full_text_with_a_note(field: str) -> None:
    article = one(rss(f"<title>Pier</title><{field}>{TEXT}</{field}>"))
    assert (article.text, article.notes) == (TEXT, (ABRIDGED,))


def test_full_text_that_is_only_a_picture_gives_way_to_the_description() -> None:
    picture = "<content:encoded>&lt;img src='https://pier.example/a.jpg'&gt;</content:encoded>"
    assert one(rss(f"<title>Pier</title>{picture}<description>{TEXT}</description>")).text == TEXT


def test_full_text_that_is_only_a_caption_gives_way_to_a_longer_description() -> None:
    caption = "<content:encoded>&lt;img src='a.jpg'&gt;&lt;p&gt;The pier. Photo: Jo Doe&lt;/p&gt;</content:encoded>"
    article = one(rss(f"<title>Pier</title>{caption}<description>{TEXT}</description>"))
    assert (article.text, article.notes) == (TEXT, (ABRIDGED,))
    full = f"<content:encoded>{TEXT} {TEXT}</content:encoded>"
    assert one(rss(f"<title>Pier</title>{full}<description>{TEXT}</description>")).notes == ()


@pytest.mark.parametrize("said", ["appeared first on", "first appeared on"])
def test_the_line_that_blog_software_adds_is_no_part_of_the_article(said: str) -> None:
    foot = (
        f"The post <a href='https://pier.example/1'>Pier opens</a> {said} <a href='https://pier.example'>The Pier</a>."
    )
    article = one(rss(f"<title>Pier</title><content:encoded><![CDATA[<p>{TEXT}</p><p>{foot}</p>]]></content:encoded>"))
    assert article.text == f"{TEXT}\nThe post Pier opens {said} The Pier."
    assert article.frame == (2,)
    assert one(rss(f"<title>Pier</title><description>{TEXT}</description>")).frame == ()


def test_plain_text_keeps_its_lines() -> None:
    assert one(rss("<title>Pier</title><description>One &lt; two.\r\n\r\nThree.</description>")).text == (
        "One < two.\n\nThree."
    )


def test_media_descriptions_and_pictures_are_not_the_article() -> None:
    media = "<media:content url='https://pier.example/a.jpg'><media:title>Jo Doe/Photos</media:title></media:content>"
    article = one(rss(f"{media}<title>Pier</title>{FULL}"))
    assert (article.stated.title, article.text) == ("Pier", f"{TEXT}\nIt is red.")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Bread &amp;amp; butter", "Bread & butter"),
        ("Bread &amp;amp;amp; butter", "Bread & butter"),
        ("The &lt;i&gt;Marie&lt;/i&gt; sails", "The Marie sails"),
        ("<![CDATA[The <em>Marie</em><br>sails]]>", "The Marie sails"),
        ("Three &lt; four", "Three < four"),
        ("\n  On\n two   lines ", "On two lines"),
        ("", None),
        ("x" * 501, None),
    ],
)
def test_a_title_is_one_plain_line(written: str, read: str | None) -> None:
    assert one(rss(f"<title>{written}</title>{FULL}")).stated.title == read


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>jane@pier.example (Jane Doe)</author>", ("Jane Doe",)),
        ("<author>Jane Doe &lt;jane@pier.example&gt;</author>", ("Jane Doe",)),
        ("<author>Jane Doe (jane@pier.example)</author>", ("Jane Doe",)),
        ("<author>jane@pier.example</author>", ()),
        ("<author>jane@pier.example</author><dc:creator>Jane Doe</dc:creator>", ("Jane Doe",)),
        ("<dc:creator>Jane Doe</dc:creator><dc:creator>Bo Li</dc:creator>", ("Jane Doe", "Bo Li")),
        ("<dc:creator><![CDATA[Jane Doe and Bo Li]]></dc:creator>", ("Jane Doe and Bo Li",)),
        ("<atom:author><atom:name>Jane Doe</atom:name></atom:author>", ("Jane Doe",)),
        ("<atom:author><atom:uri>https://pier.example/jane</atom:uri></atom:author>", ()),
        ("", ()),
    ],
)
def test_authors_are_names_never_mail_addresses(author: str, names: tuple[str, ...]) -> None:
    assert one(rss(f"<title>Pier</title>{author}{FULL}")).stated.authors == names


def test_an_atom_entry_without_author_has_those_of_its_feed_unless_that_is_the_outlet() -> None:
    entry = f"<title>Pier</title><content>{TEXT}</content>"
    jane, outlet = "<author><name>Jane Doe</name></author>", "<author><name>The Pier</name></author>"
    assert one(atom(entry, feed=f"<title>The Pier</title>{jane}")).stated.authors == ("Jane Doe",)
    assert one(atom(entry, feed=f"<title>The Pier</title>{outlet}")).stated.authors == ()


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<published>2026-03-02</published><updated>2026-03-05</updated>", "2026-03-02"),
        ("<issued>2026-03-02</issued><modified>2026-03-05</modified>", "2026-03-02"),
        ("<updated>2026-03-05</updated>", "2026-03-05"),
        ("", None),
    ],
)
def test_the_date_is_that_of_publication(dates: str, date: str | None) -> None:
    assert one(atom(f"<title>Pier</title>{dates}<content>{TEXT}</content>")).stated.date == date


def test_the_date_of_a_change_counts_only_where_no_entry_of_the_feed_says_when_it_was_published() -> None:
    changed = f"<id>1</id><updated>2026-03-05</updated><content>{TEXT}</content>"
    published = f"<id>2</id><published>2026-03-02</published><updated>2026-03-05</updated><content>{TEXT}</content>"
    assert one(atom(changed)).notes == (BY_UPDATE,)
    assert [article.stated.date for article in found(atom(changed, published))] == [None, "2026-03-02"]
    assert [article.notes for article in found(atom(changed, published))] == [(), ()]


def test_the_outlet_is_the_feed_that_an_entry_was_taken_from() -> None:
    text = f"<description>{TEXT}</description>"
    assert one(rss(f"<source url='https://quay.example/rss'>The Quay</source>{text}")).stated.outlet == "The Quay"
    quay = "<source><title>The Quay</title><author><name>Bo Li</name></author></source>"
    article = one(atom(f"{quay}<content>{TEXT}</content>"))
    assert (article.stated.outlet, article.stated.authors) == ("The Quay", ("Bo Li",))
    assert one(atom(f"<source><id>urn:quay</id></source><content>{TEXT}</content>")).stated.outlet == "The Pier"


@pytest.mark.parametrize(
    ("entry", "feed", "lang"),
    [("xml:lang='fr'", "xml:lang='en'", "fr"), ("", "xml:lang='en'", "en"), ("", "", None)],
)
def test_the_language_is_the_entry_s_else_the_feed_s(entry: str, feed: str, lang: str | None) -> None:
    text = f"<content>{TEXT}</content>"
    assert one(atom(text, attributes=feed).replace("<entry>", f"<entry {entry}>")).stated.lang == lang


def test_the_text_of_a_film_is_in_its_media_group() -> None:
    group = "<m:group><m:description>The ferry sails.</m:description></m:group>"
    entry = f"<entry><title>Ferry</title><id>urn:x:1</id>{group}</entry>"
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://search.yahoo.com/mrss/"'
    (film,) = read(f"<feed {spaces}><title>T</title>{entry}</feed>".encode(), Options())
    assert film.text == "The ferry sails."
