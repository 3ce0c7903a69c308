"""Whatever a file of any format states about itself reaches the story without a character that no page may hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from newsdigest.clean import clean
from newsdigest.model import Source, Stated, Story
from newsdigest.options import Options
from newsdigest.read import FORMATS
from newsdigest.read.found import Found
from newsdigest.text import without_unsafe_characters

from tests.hostile.case import prose
from tests.hostile.poison import CONTROLS, Field, filled
from tests.read.specimens import pdf

DAY = datetime(2026, 3, 9, tzinfo=UTC)
KEYS = ("title", "author", "source", "site_name", "url", "date", "language", "id")
METAS = ("og:title", "og:site_name", "og:url", "author", "article:published_time", "og:locale", "description", "date")
TEXT = prose("statement")
XML = without_unsafe_characters(CONTROLS[:9]) + "\x85f\u202eg\u2066h\u200b "
"""Those of the characters that XML itself lets through."""


def escaped(text: str) -> str:
    return "".join(f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}" for letter in text)


def page() -> str:
    metas = "".join(f'<meta property="{name}" name="{name}" content="{CONTROLS}{name}">' for name in METAS)
    linked = json.dumps({"@type": "NewsArticle", "author": {"name": f"{CONTROLS}Jo"}, "headline": f"{CONTROLS}Head"})
    return (
        f"<!DOCTYPE html><html lang='{CONTROLS}'><head><title>{CONTROLS}Quay</title>{metas}"
        f'<link rel="canonical" href="https://x.example/{CONTROLS}">'
        f'<script type="application/ld+json">{linked}</script></head>'
        f"<body><article><h1>{CONTROLS}Quay</h1><p>{TEXT}</p></article></body></html>"
    )


def feed() -> str:
    tags = "".join(f"<{name}>{XML}{name}</{name}>" for name in ("title", "author", "link", "pubDate", "guid"))
    item = f"<item>{tags}<description>{TEXT}</description></item>"
    return f"<rss version='2.0'><channel><title>{XML}</title>{item}</channel></rss>"


FILES = {
    "eml": "".join(f"{name}: {CONTROLS}{name}\n" for name in ("Subject", "From", "Date", "Message-ID", "List-Id"))
    + f"\n{TEXT}",
    "html": page(),
    "json": json.dumps({key: f"{CONTROLS}{key}" for key in KEYS} | {"text": TEXT}),
    "md": "---\n" + "".join(f'{key}: "{escaped(CONTROLS)}{key}"\n' for key in KEYS) + f"---\n\n{TEXT}",
    "mhtml": f"From: <Saved>\nSubject: {CONTROLS}\nContent-Location: https://x.example/{CONTROLS}\n"
    f"Content-Type: text/html; charset=utf-8\n\n{page()}",
    "rss": feed(),
    "txt": "".join(f"{key.title()}: {CONTROLS}{key}\n" for key in KEYS) + f"\n{TEXT}",
}
DATA = {suffix: text.encode() for suffix, text in FILES.items()}
DATA["pdf"] = pdf("Quay opens in spring", *TEXT.split(" “")[0].split(", ")).replace(
    b"/Root", b"/Info << /Title (\\000\\007\\033Quay) /Author (\\000\\007Jo) >> /Root"
)


def held(value: Any) -> list[str]:
    """List every text in a value of a type of ours."""
    texts: list[str] = []

    def note(field: Field, text: str) -> str:
        texts.append(text)
        return text

    filled(value, note)
    return texts


def story_of(suffix: str, one: Found) -> Story:
    source = Source(f"a.{suffix}", suffix, one.text, DAY, one.notes, one.stated, one.frame, one.headings, one.key)
    return clean(source, Options(), DAY)


@pytest.mark.parametrize("suffix", sorted(DATA))
def test_nothing_that_is_stated_holds_a_character_that_no_page_may_hold(suffix: str) -> None:
    found = list(FORMATS[suffix](DATA[suffix], Options()))
    assert len(found) == 1
    story = story_of(suffix, found[0])
    texts = [*held(found[0].stated), *held(story), story.text]
    assert [text for text in texts if without_unsafe_characters(text) != text] == []


@pytest.mark.parametrize("suffix", sorted(set(DATA) - {"txt"}))
def test_the_files_do_state_something(suffix: str) -> None:
    (found,) = FORMATS[suffix](DATA[suffix], Options())
    assert found.stated != Stated()
