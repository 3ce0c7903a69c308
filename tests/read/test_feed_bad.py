"""A broken or hostile feed gives what can be read of it, with notes, and never a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError

from .feeds import TEXT, atom, found, one, rss

GOOD = f"<title>Good</title><guid>good</guid><description>{TEXT}</description>"
PIECES = (
    *("<rss>", "</rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</description>", "<guid>"),
    *("<description>", "<content:encoded>", "<![CDATA[", "]]>", "&amp;", "&", "<", ">", "&#xd800;", "&nbsp;", "<p>"),
    *("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<author>", "xml:base='http://['", "<a:b>"),
    *("<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<?xml version='1.0' encoding='utf-16'?>", "http://[", "text ", "\x00"),
)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<description>Fish &nbsp; chips &eacute;</description>", "Fish \xa0 chips é"),
        ("<description>Fish & chips, AT&T, x&y;</description>", "Fish & chips, AT&T, x&y;"),
        ("<description>3 < 4 and <> too</description>", "3 < 4 and <> too"),
        ("<description><p>One<br>two</p><p>three</p></description>", "One two\nthree"),
        ("<description><p>Fish &amp; chips<br></p></description>", "Fish & chips"),
        ("<description><![CDATA[one ]]> two ]]></description>", "one  two ]]>"),
        ("<undeclared:encoded>x</undeclared:encoded><description>One</description>", "One"),
        ("<description>One&#xd800;&#1114112;&#1; two</description>", "One two"),
        ("<description>One\x0b two</description>", "One\n two"),
    ],
)
def test_broken_xml_is_mended_and_the_rest_of_the_feed_kept(item: str, text: str) -> None:
    first, second = found(rss(f"<title>Odd</title><guid>odd</guid>{item}", GOOD))
    assert (first.stated.title, first.text) == ("Odd", text)
    assert (second.stated.title, second.text) == ("Good", TEXT)


@pytest.mark.parametrize("tag", ["dc:creator", "content:encoded"])
def test_names_with_a_prefix_that_is_not_declared_are_understood(tag: str) -> None:
    feed = (
        f"<rss><channel><item><title>Pier</title><{tag}>Jane Doe</{tag}><description>x</description></item></channel>"
    )
    article = one(feed)
    assert "Jane Doe" in (*article.stated.authors, article.text)


@pytest.mark.parametrize(
    "cut", ["half of the te", "<![CDATA[<p>half of the te", "&lt;p&gt;half of the te", "half & the te"]
)
def test_a_feed_cut_short_gives_all_that_is_there_with_a_note_where_it_breaks_off(cut: str) -> None:
    whole = rss(GOOD, f"<title>Cut</title><description>{cut}")
    first, second = found(whole[: whole.rindex("</item>")])
    assert (first.text, len(first.notes)) == (TEXT, 1)
    assert second.text.replace("&", "of").endswith("half of the te")
    assert any("broken at line" in note for note in second.notes)


def test_what_a_server_wrote_before_the_feed_is_dropped() -> None:
    assert one(f"\n\n {rss(GOOD)}").text == TEXT
    assert one(f"<br />\n<b>Warning</b>: no & such file\n{rss(GOOD)}").text == TEXT


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("iso-8859-2", "iso8859_2"), ("utf-8", "cp1252"), ("utf-8", "utf-16")],
)
def test_the_encoding_is_the_one_declared_unless_that_is_a_lie(declared: str, encoding: str) -> None:
    title = {"cp1251": "Мэр города", "iso8859_2": "Większość"}.get(encoding, "Café")
    feed = rss(f"<title>{title}</title><description>{TEXT}</description>").replace('"utf-8"', f'"{declared}"')
    assert one(feed.encode(encoding)).stated.title == title


def test_no_entity_is_expanded_over_and_over() -> None:
    levels = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    bomb = f'<!DOCTYPE rss [<!ENTITY a "ha ">{levels}]>'
    started = time.process_time()
    text = one(bomb + rss(f"<title>x</title><description>&j; {TEXT}</description>").partition("?>")[2]).text
    assert text.endswith(TEXT)
    assert len(text) < 100
    assert time.process_time() - started < 5


def test_no_file_is_taken_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("swordfish")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    feed = doctype + rss(f"<title>&x;</title><description>&x; {TEXT}</description>").partition("?>")[2]
    article = one(feed)
    assert "swordfish" not in f"{article.text}{article.stated}"
    assert article.text.endswith(TEXT)


def test_an_entry_without_text_is_named_with_what_to_do() -> None:
    empty, good = found(rss("<title>Pier opens</title><link>https://pier.example/1</link>", GOOD))
    assert "“Pier opens”" in empty.problem
    assert "save the article itself" in empty.problem
    assert (empty.text, empty.key) == ("", "https://pier.example/1")
    assert good.text == TEXT


@pytest.mark.parametrize("content", ["<content type='image/png'>aGFyYm91cg==</content>", "<content src='a.mp4'/>"])
def test_content_that_is_no_text_is_none(content: str) -> None:
    assert "no text" in one(atom(f"<title>Pier</title>{content}")).problem


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<urlset><url/></urlset>", "a list of addresses"),
        ("<opml><body/></opml>", "a list of feeds"),
        ("<html><body><p>Hi</p></body></html>", "end in .html"),
        ("<nitf><body/></nitf>", "NITF"),
        ("<n:newsItem xmlns:n='http://iptc.org/'/>", "NewsML"),
        ("<inventory/>", "'inventory'"),
        (rss(), "without an entry"),
        ("just some text", "no XML"),
        ("", "no XML"),
        ("<", "no XML"),
        ("<?xml version='1.0'?>", "no XML"),
    ],
)
def test_xml_that_is_no_feed_is_refused_with_what_it_is(data: str, told: str) -> None:
    with pytest.raises(UnusableFileError, match=told):
        found(data)


def test_entries_over_the_limit_are_counted_with_the_setting_that_raises_it() -> None:
    *taken, rest = found(rss(*(f"<guid>{n}</guid><description>{TEXT}</description>" for n in range(5))), max_entries=2)
    assert [article.text for article in taken] == [TEXT, TEXT]
    assert rest.problem.startswith("3 more articles")
    assert "DIGEST_MAX_ENTRIES" in rest.problem


@pytest.mark.parametrize("broken", ["", "&"])
def test_ten_thousand_entries_are_read_in_seconds(broken: str) -> None:
    items = (
        f"<link>https://pier.example/{n}</link><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"
        for n in range(10_000)
    )
    started = time.process_time()
    assert len(found(rss(f"<title>{broken}</title><description>x</description>", *items))) == 10_001
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "unit", ["<", "&", "<a>", "<![CDATA[", "<!--", "<!ENTITY a ", "<description>", "<title ", "]]>"]
)
def test_no_repeated_piece_makes_it_slow(unit: str) -> None:
    started = time.process_time()
    found(f"<rss><channel><item><description>x</description></item><item><title>{unit * 100_000}")
    assert time.process_time() - started < 10


def outcome(feed: str | bytes) -> str:
    """Read, and say what came of it; only that a file is unusable may be raised."""
    try:
        articles = found(feed)
    except UnusableFileError as error:
        return str(error)
    assert all(bool(article.text.strip()) != bool(article.problem) for article in articles)
    return "".join(f"{article.text}{article.stated}{article.key}{article.problem}" for article in articles)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_that_the_file_is_unusable(data: bytes) -> None:
    for feed in (data, b"<rss><channel><item><description>" + data):
        assert outcome(feed).encode()


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_broken_markup_raises_anything_but_that_the_file_is_unusable(markup: str) -> None:
    for feed in (markup, rss(markup), atom(markup)):
        assert outcome(feed).encode()
