"""Other formats: pages, Markdown, mails, feeds, exports and PDFs that are broken, monstrous or mean."""

from __future__ import annotations

import json

from tests.hostile.case import Case, prose
from tests.read.specimens import pdf

MEAN = "<script>zqx()</script><img src=x onerror=zqx()><svg/onload=zqx()></svg>"
BOMB = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def page(name: str, head: str = "", before: str = "", after: str = "", **expected: str) -> Case:
    """Make a case of a page."""
    paragraphs = "".join(f"<p>{one}</p>" for one in prose(name).split("\n\n"))
    whole = (
        f"<!DOCTYPE html><html><head>{head}</head><body>{before}<article>{paragraphs}</article>{after}</body></html>"
    )
    return Case(name, whole.encode(), **expected)


def feed(name: str, item: str = "", start: str = "", **expected: str) -> Case:
    """Make a case of a feed with one whole entry and what else is given."""
    whole = (
        f'<?xml version="1.0"?>{start}<rss version="2.0"><channel><title>{MEAN.replace("<", "&lt;")}</title>{item}'
        f"<item><title>Entry of {name}</title><description>{prose(name)}</description></item></channel></rss>"
    )
    return Case(name, whole.encode(), **expected)


def mail(name: str, headers: str, body: str = "", **expected: str) -> Case:
    """Make a case of a mail."""
    return Case(name, f"From: Jo <jo@x.example>\n{headers}\n\n{body or prose(name)}".encode(), **expected)


def record(name: str, **values: object) -> dict[str, object]:
    """Make a record of an export."""
    return {"title": f"Record of {name}", "text": prose(name), **values}


PAGES = (
    page("base.html", "<base href='javascript:zqx()//'><title>Base</title>", keeps="quay"),
    page("comment.html", before="<!-- <p>hidden", after="-->", skipped="; "),
    page("deep.html", before="<div>" * 1500, keeps="quay"),
    page("deeper.html", before="<b>" * 6000, skipped="2,048 deep"),
    page("entities.html", f"<!DOCTYPE x [{BOMB}]>", before="&i;&amp;amp;&#0;&#x110000;&#55296;", keeps="quay"),
    page("form.html", before="<form action=javascript:zqx()><button formaction=javascript:zqx()>Go</button></form>"),
    page(
        "json-ld.html",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":[[[[',
        skipped="scripts",
    ),
    page(
        "json-ld-mean.html",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"&lt;/script>&lt;script>zqx()"}</script>',
    ),
    page(
        "meta.html", "<meta property='og:title' content='\"><script>zqx()</script>'><title>Meta</title>", keeps="quay"
    ),
    page("nulls.html", "<title>Nu\x00ll</title>", lacks="\x00"),
    page(
        "refresh.html", "<meta http-equiv=refresh content='0;url=javascript:zqx()'><title>Refresh</title>", keeps="quay"
    ),
    page("script.html", f"<title>{MEAN}</title>", before=MEAN, title=MEAN, keeps="quay"),
    page("styled.html", "<style>*{background:url(javascript:zqx())}</style>", lacks="zqx()"),
    page(
        "template.html", before="<template><p>hidden</p></template><noscript><p>Turn on</p></noscript>", lacks="hidden"
    ),
    Case("cut.html", f'<html><body><p>{prose("cut.html")}<p unfinished="'.encode(), keeps="quay"),
    Case("frames.html", b"<frameset><frame src=a.html></frameset>", skipped="frames"),
    Case("lies.html", b"<meta charset=utf-16><h1>Lies</h1><p>" + prose("lies.html").encode(), keeps="quay"),
    Case("no-page.html", b"<!-- nothing -->", skipped="no page in it"),
    Case("scripts.html", b"<body><div id=app></div><script>start()</script></body>", skipped="scripts"),
)
MARKDOWN = (
    Case("anchors.md", f"---\na: &a [x, x]\nb: [*a, *a]\n---\n\n{prose('anchors.md')}".encode(), keeps="quay"),
    Case("emphasis.md", f"# Stars\n\n{prose('emphasis.md')}\n{'*a _b [c ' * 3000}".encode(), keeps="quay"),
    Case("links.md", f"# [x](javascript:zqx())\n\n{prose('links.md')}\n[a]: javascript:zqx()".encode(), keeps="quay"),
    Case("nested.md", f"# Nested\n\n{prose('nested.md')}\n{'> ' * 2000}deep".encode(), keeps="quay"),
    Case("objects.md", f"---\ntitle: !!python/object/apply:os.system ['id']\n---\n\n{prose('objects.md')}".encode()),
    Case("open.md", f"---\ntitle: [unclosed\n---\n\n{prose('open.md')}".encode(), keeps="quay"),
    Case("raw.md", f"# {MEAN}\n\n{prose('raw.md')}\n\n{MEAN}".encode(), keeps="quay"),
    Case("types.md", f"---\ntitle: 5\ndate: {{a: b}}\nauthor: [[1], null]\n---\n\n{prose('types.md')}".encode()),
)
MAILS = (
    mail("addresses.eml", 'Subject: Addresses\nReply-To: "' + '"<' * 2000, keeps="quay"),
    mail("base64.eml", "Subject: Broken\nContent-Transfer-Encoding: base64", "!!!not base64!!!", keeps="not base64"),
    mail("boundary.eml", "Subject: None\nContent-Type: multipart/mixed", keeps="quay"),
    mail("bytes.eml", "Subject: =?utf-8?b?////?= =?x-none?q?=00?=", keeps="quay"),
    mail("charset.eml", "Subject: Set\nContent-Type: text/plain; charset=x-unheard-of", keeps="quay"),
    mail("day.eml", "Subject: A day\nDate: Foo, 99 Bar 99999 99:99:99 +9999", title="A day"),
    mail("long.eml", "Subject: " + "long " * 5000, keeps="quay"),
    mail("mean.eml", f"Subject: {MEAN}", keeps="quay"),
    mail("no-body.eml", "Subject: Nothing", " ", skipped="; "),
    mail("nested.eml", "Subject: Deep", "Content-Type: message/rfc822\n\n" * 400, skipped="; "),
    Case("no-mail.eml", b"\x00\x01\x02" * 99, skipped="; "),
)
FEEDS = (
    feed("bomb.rss", "<item><title>Bomb</title><description>&i;</description></item>", f"<!DOCTYPE rss [{BOMB}]>"),
    feed("cut.rss", "<item><title>Half"),
    feed("entity.xml", start='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', keeps="quay", lacks="root:"),
    feed("mean.atom", f"<item><title><![CDATA[{MEAN}]]></title><link>javascript:zqx()</link></item>", keeps="quay"),
    feed("no-text.rss", "<item><title>Nothing else</title></item>", keeps="quay"),
    Case("deep.xml", b"<rss>" * 50_000, skipped="; "),
    Case("inventory.xml", b"<inventory/>", skipped="inventory"),
    Case("no-feed.rss", b"just some text", skipped="no XML"),
    Case("none.rss", b"<rss version='2.0'><channel><title>Empty</title></channel></rss>", skipped="; "),
    Case("opml.xml", b"<opml><body/></opml>", skipped="a list of feeds"),
)
EXPORTS = (
    Case("deep.json", b"[" * 100_000, skipped="no record in it"),
    Case("huge-number.json", b'[{"title": 1e999999, "text": null, "date": 1e400}]', skipped="; "),
    Case("half.json", json.dumps([record("half.json", url="javascript:zqx()")])[:-2].encode(), skipped="no JSON"),
    Case("mean.json", json.dumps(record("mean.json", title=MEAN, author=MEAN, url=MEAN)).encode(), keeps="quay"),
    Case("none.json", b"[]", skipped="no record in it"),
    Case("numbers.json", b"[1, 2, 3]", skipped="no record in it"),
    Case("surrogates.json", json.dumps(record("surrogates.json", title="Half \ud800")).encode(), lacks="\ud800"),
    Case("twice.json", b'{"title": "a", "title": "b"}', skipped="; "),
    Case("types.json", json.dumps(record("types.json", date=[], author={"a": 1}, tags=5)).encode(), keeps="quay"),
    Case("broken.jsonl", f"oops\n{json.dumps(record('broken.jsonl'))}\n{{".encode(), keeps="quay"),
)
PDFS = (
    Case("damaged.pdf", b"%PDF-1.7\n", skipped="damaged"),
    Case("empty.pdf", pdf(), skipped="; "),
    Case(
        "loop.pdf", pdf("x").replace(b"/Parent 2 0 R", b"/Parent 3 0 R").replace(b"[3 0 R]", b"[2 0 R]"), skipped="; "
    ),
    Case(
        "mean.pdf", pdf("Quay opens in spring", *prose("mean.pdf").split(" “")[0].split(", "), MEAN), keeps="Quay opens"
    ),
    Case("no.pdf", b"<html>", skipped="; "),
)
CASES = (*PAGES, *MARKDOWN, *MAILS, *FEEDS, *EXPORTS, *PDFS)
