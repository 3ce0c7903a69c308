"""How to read a small Markdown file, and pieces of which hostile ones are made."""

from __future__ import annotations

from newsdigest.options import Options
from newsdigest.read import markdown
from newsdigest.read.found import Found

HOSTILE = (
    "*a _b [c ",
    "[",
    "![[]()",
    "**a *a ",
    "`a",
    "[a](<b",
    "<a ",
    "&a",
    "> ",
    "\\*",
    "a  \n",
    "1. a\n",
    "<p>a</p>\n\n",
    "[^1]: a\n",
    "==a",
    "[[a|",
    "| a ",
)


def read(text: str) -> Found:
    (found,) = markdown.read(text.encode("utf-8", "replace"), Options())
    return found


def lines(text: str) -> list[str]:
    return [line for line in read(text).text.split("\n") if line]


def around(text: str) -> list[str]:
    found = read(text)
    return [found.text.split("\n")[number - 1] for number in found.frame]
