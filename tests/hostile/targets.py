"""What the fuzzers throw bytes at: every reader with the cleaning behind it, the file of corrections, markup and feeds.

A target takes any bytes and raises where a promise is broken; files that are refused with a reason keep theirs.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import html5lib
from lxml import etree
from newsdigest import curation, markup
from newsdigest.errors import CurationError, UnusableFileError
from newsdigest.feeds import json_feed, rss
from newsdigest.model import Analysis, Mention, Paragraph, Quote, Sentence, Span
from newsdigest.text import story_id

from tests.feeds.items import CHANNEL, item
from tests.read.specimens import SPECIMENS
from tests.read.test_every_format import read_and_clean
from tests.sample import STORIES

Target = Callable[[bytes], None]
CORRECTIONS = b'[article."a.txt"]\ntitle = "x"\ndate = 2026-03-02\nspeakers = { "We" = "Jo" }\n[tags]\nban = ["x"]\n'
TEXTS = "Ferry returns\n\n“We are glad,” said <b>Jo</b> & others.\n\n# Times".encode()

MADE = {"DOCUMENT_FRAGMENT", "a", "blockquote", "cite", "h2", "h3", "mark", "p", "q", "span"}
"""All elements that markup knows."""


def throw_at_reader(suffix: str, data: bytes) -> None:
    """Whatever a reader raises but UnusableFileError is a failure."""
    with suppress(UnusableFileError):
        read_and_clean(suffix, data)


def throw_at_corrections(data: bytes) -> None:
    """A file of corrections is read, or refused in one line."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "curation.toml")
        path.write_bytes(data)
        with suppress(CurationError):
            curation.load(path)


def throw_at_markup(data: bytes) -> None:
    """Any text with any spans in it gives sound HTML with nothing in it but what markup makes."""
    text = data.decode("utf-8", "replace")
    paragraphs = tuple(Paragraph(one) for one in text.split("\n\n") if one)
    size = sum(len(one.text) + 2 for one in paragraphs)
    ends = [byte * size // 256 for byte in data[:12]]
    spans = [Span(min(pair), max(pair)) for pair in zip(ends[::2], ends[1::2], strict=False)]
    found = Analysis(
        story_id=story_id("a"),
        sentences=tuple(Sentence(span, 0) for span in spans[:2]),
        mentions=tuple(Mention(span, "", "person") for span in spans[2:4]),
        roles=(),
        quotes=tuple(Quote(span, "", None, None, "none") for span in spans[4:]),
        keywords=(),
        summary=tuple(range(len(spans[:2]))),
    )
    story = replace(STORIES[0], paragraphs=paragraphs)
    html = markup.body(story, found, dict.fromkeys(range(len(spans[2:4])), "../people/jo.html"))
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    assert {str(element.tag) for element in tree.iter()} <= MADE, html


def throw_at_feeds(data: bytes) -> None:
    """Any texts give a feed that is well formed."""
    text = data.decode("utf-8", "replace")
    third = len(text) // 3
    one = item(1, title=text, summary=text[:third], authors=(text[third : 2 * third],), categories=(text[-third:],))
    etree.fromstring(rss(CHANNEL, [one]))
    json.loads(json_feed(CHANNEL, [one]))


TARGETS: dict[str, tuple[Target, bytes]] = {
    "corrections": (throw_at_corrections, CORRECTIONS),
    "feeds": (throw_at_feeds, TEXTS),
    "markup": (throw_at_markup, TEXTS),
} | {suffix: (partial(throw_at_reader, suffix), data) for suffix, data in SPECIMENS.items()}
"""By name: the target, and what the fuzzer starts from."""
