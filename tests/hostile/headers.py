"""Headers: markup, control characters and nonsense wherever a text may state something about itself."""

from __future__ import annotations

from itertools import product

from tests.hostile.case import Case, text

KEYS = ("Title", "Author", "Source", "URL", "Date", "Id", "Language")
PAYLOADS = (
    "<script>zqx()</script>",
    "\" onmouseover='zqx()' x=\"",
    "javascript:zqx()//</title><img src=x onerror=zqx()>",
    "]]></content:encoded><script>zqx()</script>",
    "\u202e\x00\x1b[31m{{ 7*7 }}",
)
INJECTED = tuple(
    text(f"{key.lower()}-{number}.txt", f"{key}: {payload}", keeps="quay")
    for key, (number, payload) in product(KEYS, enumerate(PAYLOADS))
)
DATES = tuple(
    text(f"date-{number:02}.txt", f"Title: Day {number}\nDate: {day}", title=f"Day {number}")
    for number, day in enumerate(
        (
            "2999-01-01",
            "0000-00-00",
            "2026-02-30",
            "9999-99-99T99:99:99Z",
            "-1",
            "99999999999999999999",
            "1e400",
            "2026-03-02T25:61:61+99:99",
            "yesterday",
            "31/31/31",
            "٢٠٢٦-٠٣-٠٢",
            "2026-03-02 " * 500,
        )
    )
)
ADDRESSES = tuple(
    text(f"address-{number:02}.txt", f"Title: Place {number}\nURL: {url}", title=f"Place {number}")
    for number, url in enumerate(
        (
            "data:text/html,<script>zqx()</script>",
            "file:///etc/passwd",
            "http://[::1",
            "http://user:secret@x.example/",
            "https://x.example/ y",
            "https://x.example/%00%0a",
            "https://xn--80ak6aa92e.example/",
            "https://" + "a" * 5000 + ".example/",
            "//x.example/y",
            "vbscript:zqx",
        )
    )
)
REPEATED = (
    text("all-empty.txt", "\n".join(f"{key}:" for key in KEYS), keeps="quay"),
    text("same-id-1.txt", "Title: One of one name\nId: same", keeps="quay"),
    text("same-id-2.txt", "Title: Other of one name\nId: same", skipped="the same address (URL or Id)"),
    text("same-title-1.txt", "Title: The same title", title="The same title"),
    text("same-title-2.txt", "Title: The same title", title="The same title"),
    text("same-url-1.txt", "Title: One of a place\nURL: https://x.example/same", skipped="the same address"),
    text("same-url-2.txt", "Title: Other of a place\nURL: https://x.example/same", keeps="quay"),
    text("thousand-headers.txt", "Author: Ada Harlow\n" * 1000, keeps="quay"),
)
CASES: tuple[Case, ...] = (*INJECTED, *DATES, *ADDRESSES, *REPEATED)
