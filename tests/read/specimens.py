"""One small file of every format, all holding the same invented article; the fuzzers start from them."""

from __future__ import annotations

import json

TITLE = "Ferry returns to the lake"
FIRST = "The ferry of Dunmore sailed on Monday after a winter of repairs, its owner Jo Hale said at the pier."
SECOND = "It will cross the lake four times a day until the end of October, and twice a day when the ice comes."
URL = "https://example.org/ferry-returns"
WORD = "ferry of Dunmore"

TEXT = f"Title: {TITLE}\nDate: 2026-03-02\nURL: {URL}\n\n{FIRST}\n\n{SECOND}\n"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Lake Post</title>
<meta property="article:published_time" content="2026-03-02T08:00:00+01:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person",
"name": "Ada Moor"}}}}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{TITLE}</h1><p>{FIRST}</p>
<h2>Times</h2><p>{SECOND}</p><ul><li>Morning</li><li>Noon</li></ul></article><footer>About us</footer></body></html>
"""
MARKDOWN = (
    f"---\ntitle: {TITLE}\ndate: 2026-03-02\nauthor: [Ada Moor]\n---\n\n# Times\n\n{FIRST}\n\n> *{SECOND}*\n\n- a\n"
)
MAIL = f"""From: The Lake Post <news@example.org>
To: reader@example.org
Subject: =?utf-8?q?Ferry_returns_to_the_lake?=
Date: Mon, 02 Mar 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

{FIRST}

{SECOND}
--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>{FIRST}</p><p>{SECOND}</p>
--b1--
"""
SAVED_PAGE = f"""From: <Saved by Blink>
Snapshot-Content-Location: {URL}
Subject: {TITLE}
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b2"

--b2
Content-Type: text/html
Content-Location: {URL}

{PAGE}
--b2--
"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Lake Post</title>
<link>https://example.org/</link><item><title>{TITLE}</title><link>{URL}</link><guid>{URL}</guid>
<pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item></channel></rss>
"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Lake Post</title><id>urn:x</id>
<entry><title>{TITLE}</title>
<id>urn:x:1</id><link href="{URL}"/><published>2026-03-02T08:00:00Z</published>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>
"""
RECORD = {"title": TITLE, "url": URL, "date": "2026-03-02", "author": "Ada Moor", "text": f"{FIRST}\n\n{SECOND}"}


def pdf(*lines: str) -> bytes:
    """Write a PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 600 Td {shown} ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 700]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj{one}endobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer<</Root 1 0 R/Size {size}>>\nstartxref\n{len(data)}\n%%EOF"
    )
    return (data + table).encode("latin-1")


SPECIMENS: dict[str, bytes] = {
    "atom": ATOM.encode(),
    "eml": MAIL.encode(),
    "htm": PAGE.encode(),
    "html": PAGE.encode(),
    "json": json.dumps([RECORD]).encode(),
    "jsonl": (json.dumps(RECORD) + "\n").encode(),
    "markdown": MARKDOWN.encode(),
    "md": MARKDOWN.encode(),
    "mht": SAVED_PAGE.encode(),
    "mhtml": SAVED_PAGE.encode(),
    "ndjson": (json.dumps(RECORD) + "\n").encode(),
    "pdf": pdf(FIRST[:60], FIRST[60:], SECOND),
    "rss": RSS.encode(),
    "txt": TEXT.encode(),
    "xml": RSS.encode(),
}
"""By suffix."""
