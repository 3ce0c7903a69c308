"""Feeds to read in the tests: small, invented, of every kind."""

from __future__ import annotations

from newsdigest.options import Options
from newsdigest.read.feed import read
from newsdigest.read.found import Found

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
CHANNEL = "<title>The Pier</title><link>https://pier.example/</link>"
TEXT = "The old pier of the town opened again on Monday."


def rss(*items: str, channel: str = CHANNEL) -> str:
    inside = "".join(f"<item>{item}</item>\n" for item in items)
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {SPACES}>'
    return f"{head}<channel>{channel}\n{inside}</channel></rss>"


def atom(*entries: str, feed: str = "<title>The Pier</title>", attributes: str = "") -> str:
    inside = "".join(f"<entry>{entry}</entry>\n" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{feed}\n{inside}</feed>'


def rdf(*items: str) -> str:
    inside = "".join(f'<item rdf:about="https://pier.example/{n}">{item}</item>' for n, item in enumerate(items))
    return f'<rdf:RDF {RDF} {SPACES} xmlns="http://purl.org/rss/1.0/"><channel>{CHANNEL}</channel>{inside}</rdf:RDF>'


def found(feed: str | bytes, **options: int) -> list[Found]:
    data = feed if isinstance(feed, bytes) else feed.encode()
    return list(read(data, Options(**options)))  # type: ignore[arg-type]  # numbers are what they take


def one(feed: str | bytes) -> Found:
    (only,) = found(feed)
    return only
