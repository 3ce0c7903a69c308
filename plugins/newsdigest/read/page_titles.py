"""The headline of a page's article, among the titles that the page gives itself.

The page's own titles (JSON-LD, Open Graph, `<title>`), its main headings, its visible lines and the names of its site
come in; the title goes out. What a reader saw counts: the heading that a stated title repeats, the line that one
repeats, the heading that shares its words, and only then a stated title without the names of the site. Limits: a site's
own slogan as the only heading, with words of the title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from newsdigest.read.page_values import MAX_VALUE, compact, folded
from newsdigest.text import content_words

AGREES = 0.34
"""Share of a heading's words that a stated title has: sites word their titles for search engines anew. On the 160
development pages with a title .25 to .34 give 143 right, .4 to .5 142, .6 and no comparison at all 138."""
MIN_WORDS = 3
"""Of a part of a title or heading that counts for the whole: lines of menus have one or two."""
MAX_PARTS = 8
_SEPARATOR = re.compile(r"\s+(?:[|»«•·–—~:/<-]|::|>>)\s+|\s*\|\s*|(?<=\w):\s+")


def title(stated: Sequence[str], headings: Sequence[str], lines: Iterable[str], sites: Collection[str]) -> str:
    """Choose the title; empty where the page states none."""
    stated = [text for text in stated if text]
    names = {compact(site) for site in (*sites, *_added(stated))} | {""}
    if all(compact(text) in names for text in stated):  # a system that names every page after its title
        names -= {compact(text) for text in stated} - {""}
    headings = [text for text in headings if compact(text) not in names]
    stated = [text for text in stated if compact(text) not in names]
    return (
        _repeated(headings, stated)
        or _shown(stated, lines, names)
        or _alike(headings, stated)
        or (without_names(stated[0], names) if stated else "")
    )


def _added(stated: Sequence[str]) -> Iterator[str]:
    """Give what one title adds to another: `Pool to close`, `Quill Blog: Pool to close` -> `Quill Blog: `."""
    for text in stated:
        for shorter in stated:
            head, found, tail = text.partition(shorter)
            if found and (_SEPARATOR.search(f"{head}x") or _SEPARATOR.search(f"x{tail}")):
                yield head + tail


def _repeated(headings: Sequence[str], stated: Sequence[str]) -> str:
    """Give the heading that is a stated title or a part of one, or the stated title that is part of a heading."""
    parts = {folded(part): part for text in reversed(stated) for part in _parts(text)}
    whole = [parts[folded(text)] if text.isupper() else text for text in headings if folded(text) in parts]
    long = [text for text in stated if len(folded(text).split()) >= MIN_WORDS]
    within = (text for heading in headings for text in long if compact(text) in compact(heading))
    return max(whole, key=len, default="") or next(within, "")


def _shown(stated: Sequence[str], lines: Iterable[str], names: Collection[str]) -> str:
    """Give the largest part of a stated title that stands as a line on the page."""
    seen = {folded(line) for line in lines if len(line) <= MAX_VALUE}
    parts = (part for text in stated for part in _parts(text) if compact(part) not in names)
    return next((part for part in parts if (key := folded(part)) in seen and len(key.split()) >= MIN_WORDS), "")


def _alike(headings: Sequence[str], stated: Sequence[str]) -> str:
    """Give the heading that says the same in other words; the only one where no title is stated."""
    if not stated:
        return headings[0] if len(set(headings)) == 1 else ""
    told = [set(content_words(text)) for text in stated]

    def shared(heading: str) -> float:
        said = set(content_words(heading))
        return max(len(said & other) for other in told) / max(len(said), 1)

    best = max(headings, key=shared, default="")
    return best if best and shared(best) >= AGREES else ""


def _parts(text: str) -> Iterator[str]:
    """Give a title and what is left when parts at its ends are cut, the longest first: `A | B` -> `A | B`, `A`, `B`."""
    cuts = [(0, 0), *(found.span() for found in _SEPARATOR.finditer(text)), (len(text), len(text))][:MAX_PARTS]
    for size in range(len(cuts) - 1, 0, -1):
        for first in range(len(cuts) - size):
            part = text[cuts[first][1] : cuts[first + size][0]]
            if part:
                yield part


def without_names(text: str, names: Collection[str]) -> str:
    """Cut the site's names from the end or the beginning of a title.

    >>> without_names("Pool to close | News | Northern Times", {"northerntimes", ""})
    'Pool to close | News'
    """

    def is_title(part: str) -> bool:
        head, _, tail = text.partition(part)
        return compact(part) not in names and compact(head) in names and compact(tail) in names

    return next(filter(is_title, reversed([*_parts(text)])), text)
