"""What the indexer and the search page read: a document for each record, and what results can be narrowed down to.

In: records. Out: the place of a file and its HTML with the attributes of Pagefind (pagefind.app/docs); what is `meta`
comes with a result and is found too. The title counts most. A passage has an id, by which a result knows its place; it
is no block, as the indexer would put a full stop after it. Kinds, days and names lie in a file of their own, as the
filters of Pagefind have another order in each build.
Limits: all languages share one index, and the word endings of the site's own language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from html import escape

from newsdigest.text import without_unsafe_characters
from newsdigest.views.search import NARROWING, Record

FIELDS = ("article", "day", "lang", "outlet", "role", "source", "speaker", "title")
"""All that documents tell of a record; one in each part tells them all, so that parts number them alike."""
PART, MOST = 350, 64
"""Records that are indexed together, about; parts, at most. Of 11,600 records one changed article costs 1.0 seconds in
32 parts, 1.2 in 16, 0.9 in 64, where putting them together takes longer; all anew costs the same."""


def parts(records: Iterable[Record], count: int) -> dict[int, list[Record]]:
    """Divide records into at most so many parts, by the page with which each changes; give the numbers of the parts."""
    divided: dict[int, list[Record]] = {}
    for record in sorted(records, key=place):
        digest = blake2b((record.home or record.path).encode(), digest_size=4).digest()
        divided.setdefault(int.from_bytes(digest, "big") % count, []).append(record)
    return dict(sorted(divided.items()))


def parts_of(total: int) -> int:
    """Say into how many parts so many records are divided: a power of two, so that it seldom changes."""
    return min(MOST, 1 << max(0, (total // PART).bit_length() - 1))


def place(record: Record) -> str:
    """Name the file of a record, unlike all others. It is the address that a result has, so it tells kind and path."""
    page = f"{record.kind}/{record.path}"
    return page if record.number is None else f"{page.removesuffix('.html')}~{record.number}.html"


def digest_of(records: Iterable[Record]) -> str:
    """Tell by a short text whether documents of records have changed; writing them takes thrice as long."""
    told = [(place(one), one.title, one.shown, one.passages, one.words) for one in records]
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()


def document(record: Record, fields: Sequence[str] = ()) -> str:
    """Write a record as HTML; of `fields`, what is not told of it is told as empty."""
    told = {**{name: "" for name in fields if name != "title" or not record.title}, **dict(record.shown)}
    head = (f'<meta data-pagefind-meta="{name}[content]" content="{_safe(value)}">' for name, value in told.items())
    title = [f'<h1 data-pagefind-meta="title">{_safe(record.title)}</h1>'] if record.title else []
    passages = (f'<span id="p{one.paragraph}">{_safe(one.text)}</span>' for one in record.passages)
    words = (f"<p>{_safe(one)}</p>" for one in record.words)
    return "\n".join(("<!DOCTYPE html>", '<html><meta charset="utf-8">', *head, *title, *passages, *words, "</html>"))


def facets(records: Iterable[Record], ids: Mapping[str, str]) -> bytes:
    """List what each result can be narrowed down to, as JSON; `ids` are those of the results, by place.

    `values` are the names to choose from; `rows` has by id the kind, the day, the numbers of the values, and how many
    articles there are of a name: what changes with other articles must not stand in a document.
    """
    values: dict[str, dict[str, int]] = {name: {} for name in NARROWING}
    rows = {}
    for record in records:
        if (one := ids.get(place(record))) is None:
            continue
        numbers: dict[str, list[int]] = {name: [] for name in NARROWING}
        for name, value in record.filters:
            numbers[name].append(values[name].setdefault(value, len(values[name])))
        rows[one] = [record.kind, record.day, *numbers.values(), *([] if record.count is None else [record.count])]
    told = {"values": {name: list(known) for name, known in values.items()}, "rows": rows}
    return without_unsafe_characters(json.dumps(told, ensure_ascii=False, separators=(",", ":"))).encode()


def _safe(text: str) -> str:
    return escape(without_unsafe_characters(text))
