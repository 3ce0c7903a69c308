"""Long lists on several pages: none grows without bound, and each entry stands on one of them.

In: a page's path, the entries of its list, how much room each takes, and how much a page has. Out: the entries of each
page, its path, and the way to the others. Method: entries fill a page in their order until its room is used up; one
that is larger has a page of its own. The newest, or first, entries stay under the list's own path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from newsdigest.model import StoryId
from newsdigest.views.cards import Link

T = TypeVar("T")
NEAR = 2
"""Pages on each side of the present one that the way through the pages names, beside the first and the last one."""


class Pager(Struct, frozen=True, gc=False):
    """The way through the pages of a list."""

    number: int
    """Of this page, from 1."""
    total: int
    before: str | None
    """The path of the page before this one."""
    after: str | None
    steps: tuple[Link | None, ...]
    """Pages by number; None stands for those left out."""


class Part(Struct, Generic[T], frozen=True, gc=False):
    """What one page shows of a list."""

    path: str
    number: int
    entries: tuple[T, ...]
    pager: Pager | None
    """None where there is no other page."""

    def titled(self, title: str) -> str:
        """Give the page a title of its own: `Archive`, `Archive, page 2`."""
        return title if self.number == 1 else f"{title}, page {self.number}"


class Leaf(Struct, Generic[T], frozen=True):
    """A page of a list that need not be made to tell what it is made from."""

    path: str
    stories: Sequence[StoryId]
    """Whose cards, quotations or files it shows, in this order; of them all counts that there is."""
    told: object
    """What else it shows."""
    make: Callable[[], T]
    others: Sequence[str] = ()
    """Paths that it leads to besides those of its articles and of whom they name."""


def parts(
    path: str, entries: Iterable[T], room: int, size: Callable[[T], int], word: str = "page", first: int = 0
) -> tuple[Part[T], ...]:
    """Divide a list among pages; there is always a first one, which may have room of its own."""
    pages = in_pages(entries, room, size, first)
    paths = [page_path(path, number, word) for number in range(1, len(pages) + 1)]
    return tuple(
        Part(paths[number - 1], number, page, pager(paths, number)) for number, page in enumerate(pages, start=1)
    )


def one(_: object) -> int:
    """Count each entry for one, where all take about as much room."""
    return 1


def page_path(path: str, number: int, word: str = "page") -> str:
    """Give the path of a further page, where no other page can be.

    >>> page_path("archive.html", 2), page_path("tags/tide.html", 2), page_path("quotes/index.html", 2)
    ('archive-2.html', 'tags/tide/page-2.html', 'quotes/page-2.html')
    """
    if number == 1:
        return path
    stem = path.removesuffix(".html").removesuffix("/index")
    return f"{stem}/{word}-{number}.html" if "/" in path else f"{stem}-{number}.html"


def in_pages(entries: Iterable[T], room: int, size: Callable[[T], int], first: int = 0) -> tuple[tuple[T, ...], ...]:
    """Divide entries among pages; `first` is the room of the first one where it differs.

    >>> in_pages(["a", "bb", "cccc", "d"], 3, len)
    (('a', 'bb'), ('cccc',), ('d',))
    """
    pages: list[list[T]] = [[]]
    left = first or room
    for entry in entries:
        taken = size(entry)
        if pages[-1] and taken > left:
            pages.append([])
            left = room
        pages[-1].append(entry)
        left -= taken
    return tuple(map(tuple, pages))


def pager(paths: Sequence[str], number: int) -> Pager | None:
    """Lead from a page, by its number from 1, to the others."""
    total = len(paths)
    if total == 1:
        return None
    near = range(max(1, number - NEAR), min(total, number + NEAR) + 1)
    steps: list[Link | None] = []
    for shown in sorted({1, *near, total}):
        if steps and steps[-1] and int(steps[-1].text) < shown - 1:
            steps.append(None)
        steps.append(Link(paths[shown - 1], str(shown)))
    return Pager(
        number=number,
        total=total,
        before=paths[number - 2] if number > 1 else None,
        after=paths[number] if number < total else None,
        steps=tuple(steps),
    )
