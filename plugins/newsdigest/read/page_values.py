"""Single values as a page's head states them: escaped twice, over many lines, or megabytes long.

Raw values come in, values fit to be shown go out: entities resolved, on one line, without unsafe characters; a value
too long to be what it says it is, is none. `metas` collects the `<meta>` elements of a page by their lower-case names.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml.html import HtmlElement

from newsdigest.text import straight, without_unsafe_characters, words

MAX_VALUE = 500
"""Characters of a title, a name, a date: the longest titles of the development pages have 150."""
MAX_METAS = 1_000
"""Elements that are read: real pages have up to 100."""
MAX_DEPTH = 20
"""Elements inside a heading, inside one another, in which breaks of lines are looked for."""
_NAMES = ("property", "name", "itemprop", "http-equiv")


def plain(value: object) -> str:
    """Make one line of a value; empty where it is no text or too long.

    >>> plain("  Bread &amp;amp; butter ")
    'Bread & butter'
    """
    if not isinstance(value, str) or len(value) > 10 * MAX_VALUE:
        return ""
    text = html.unescape(html.unescape(value)) if "&" in value else value
    text = " ".join(without_unsafe_characters(text).split())
    return text if len(text) <= MAX_VALUE else ""


def folded(text: str) -> str:
    """Reduce a text to its words for comparing: no case, no punctuation."""
    return " ".join(words(straight(text).casefold()))


def compact(text: str) -> str:
    """Write the words of a text as one, as the address of a site has its name: `The Daily Quill` -> thedailyquill."""
    return folded(text).replace(" ", "")


def text_of(element: HtmlElement) -> str:
    """Give the text of a heading on one line; where a line breaks, a word ends."""
    text = ""
    for part in _texts(element):
        text += part
        if len(text) > 10 * MAX_VALUE:
            return ""
    return plain(text)


def _texts(element: HtmlElement, depth: int = MAX_DEPTH) -> Iterator[str]:
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child, depth - 1) if depth else child.itertext()
        yield child.tail or ""


def metas(tree: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    """Give what each named `<meta>` element says, in their order; empty ones are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for element in islice(tree.iter("meta"), MAX_METAS):
        value = plain(element.get("content"))
        name = next((name for key in _NAMES if (name := element.get(key))), "").strip().lower()
        if name and value:
            found[name] = (*found.get(name, ()), value)
    return found
