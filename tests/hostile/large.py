"""Large inputs by chance: a megabyte of whatever may stand in a file, for any format, the same on every machine."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from tests.read.specimens import pdf

SIZE = 1_000_000
Make = Callable[[random.Random], str]
LETTERS = (
    "abcdefghij klmnopqrst uvwxyz ABCDEFGH IJKLMNOP äöüßéñ αβγδεζ дежзик 新聞港口再開 ابتثج मुंबई 🎉🙂 \u0301\u200d\ufe0f"
)
OPENING = "([{<“‘\"'«‹&*_`#>|~$^"
TAGS = (
    "a",
    "article",
    "b",
    "blockquote",
    "div",
    "h2",
    "li",
    "p",
    "script",
    "span",
    "style",
    "svg",
    "table",
    "td",
    "ul",
)
NAMES = (
    "Ada Harlow",
    "Ben Imrie",
    "Cleo Jessop",
    "Dunmore Council",
    "Eastby Port",
    "Harlow",
    "the Harlows",
    "A. Harlow",
)


def _bytes(chance: random.Random) -> str:
    return chance.randbytes(SIZE).decode("latin-1")


def _letters(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=SIZE // 2))


def _any_character(chance: random.Random) -> str:
    return "".join(
        map(
            chr,
            (
                chance.choice((chance.randrange(0x20, 0xD800), chance.randrange(0xE000, 0x110000)))
                for _ in range(SIZE // 4)
            ),
        )
    )


def _one_line(chance: random.Random) -> str:
    return " ".join(
        chance.choices(("The", "port", "said", "on", "Monday,", "Ada", "Harlow", "“we", "will”", "12.5"), k=SIZE // 6)
    )


def _one_word(chance: random.Random) -> str:
    return chance.choice("aA.'\"“-@/0́🎉") * SIZE


def _few_characters(chance: random.Random) -> str:
    return "".join(chance.choices(chance.sample("aA .,;:'\"“”()-\n@/&<>0", 3), k=SIZE))


def _brackets(chance: random.Random) -> str:
    return "".join(chance.choices(OPENING, k=SIZE // 2)) + "Ada Harlow said."


def _quotations(chance: random.Random) -> str:
    return "".join(f"“{'a ' * chance.randrange(4)}” said {chance.choice(NAMES)}. " for _ in range(SIZE // 26))


def _names(chance: random.Random) -> str:
    return ", ".join(chance.choices(NAMES, k=SIZE // 14))


def _nested_tags(chance: random.Random) -> str:
    return "".join(f"<{tag}>x" for tag in chance.choices(TAGS, k=SIZE // 8))


def _tags(chance: random.Random) -> str:
    return "".join(
        f"<{chance.choice(('', '/'))}{tag} {'a=b ' * chance.randrange(3)}>word "
        for tag in chance.choices(TAGS, k=SIZE // 16)
    )


def _lines(chance: random.Random) -> str:
    return "\n".join("x" * chance.randrange(4) for _ in range(SIZE // 3))


def _headers(chance: random.Random) -> str:
    keys = ("Title", "Author", "Date", "From", "Subject", "Content-Type", "By", "---", "#", ">", "|", "1.")
    return "\n".join(f"{chance.choice(keys)}: {chance.choice(NAMES)}" for _ in range(SIZE // 22))


def _records(chance: random.Random) -> str:
    return json.dumps(
        [{"title": chance.choice(NAMES), "text": "word " * chance.randrange(9)} for _ in range(SIZE // 60)]
    )


def _entities(chance: random.Random) -> str:
    return "".join(f"&{chance.choice(('amp', 'lt', '#x3c', '#0', 'nbsp', 'zwj', 'x'))};" for _ in range(SIZE // 5))


KINDS: tuple[Make, ...] = (
    _any_character, _brackets, _bytes, _entities, _few_characters, _headers, _letters, _lines, _names, _nested_tags,
    _one_line, _one_word, _quotations, _records, _tags,
)  # fmt: skip
SUFFIXES = ("txt", "html", "md", "eml", "rss", "json", "mhtml", "pdf")
FRAMES = {
    "eml": "Subject: Large\nFrom: Jo <jo@x.example>\nDate: Mon, 02 Mar 2026 08:00:00 GMT\n\n",
    "html": "<!DOCTYPE html><html><head><title>Large</title></head><body><article><p>",
    "md": "# Large\n\n",
    "mhtml": "From: <Saved>\nSubject: Large\nContent-Type: text/html; charset=utf-8\n\n<html><body><article><p>",
    "rss": "<rss version='2.0'><channel><item><title>Large</title><description>",
}


def large(number: int) -> tuple[str, bytes]:
    """Make the input of a number: the ending of its name, and its bytes."""
    chance = random.Random(number)  # noqa: S311
    make, suffix = KINDS[number % len(KINDS)], SUFFIXES[number % len(SUFFIXES)]
    text = make(chance)
    if suffix == "pdf":
        return suffix, pdf(*text.encode("latin-1", "ignore").decode("latin-1")[:SIZE].split("\n"))
    if suffix == "json":
        records = (
            text if make is _records else json.dumps([{"title": "Large", "text": text[:SIZE]}], ensure_ascii=False)
        )
        return suffix, records.encode("utf-8", "replace")
    return suffix, (FRAMES.get(suffix, "") + text).encode("utf-8", "replace")[:SIZE]
