"""What the indexer and the search page read: a document for each record, and what results can be narrowed down to.

In: records. Out: the place of a file and its HTML with the attributes of Pagefind (pagefind.app/docs); what is `meta`
comes with a result and is found too. The title counts most. A passage has an id, by which a result knows its place; it
is no block, as the indexer would put a full stop after it. Kinds, days and names lie in a file of their own, as the
filters of Pagefind have another order in each build.
Limits: all languages share one index, and the word endings of the site's own language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape

from newsdigest.text import without_unsafe_characters
from newsdigest.views.search import NARROWING, Record


def place(record: Record) -> str:
    """Name the file of a record, unlike all others. It is the address that a result has, so it tells kind and path."""
    page = f"{record.kind}/{record.path}"
    return page if record.number is None else f"{page.removesuffix('.html')}~{record.number}.html"


def document(record: Record) -> str:
    """Write a record as HTML."""
    head = (f'<meta data-pagefind-meta="{name}[content]" content="{_safe(value)}">' for name, value in record.shown)
    title = [f'<h1 data-pagefind-meta="title">{_safe(record.title)}</h1>'] if record.title else []
    passages = (f'<span id="p{one.paragraph}">{_safe(one.text)}</span>' for one in record.passages)
    words = (f"<p>{_safe(one)}</p>" for one in record.words)
    return "\n".join(("<!DOCTYPE html>", '<html><meta charset="utf-8">', *head, *title, *passages, *words, "</html>"))


def facets(records: Iterable[Record], ids: Mapping[str, str]) -> bytes:
    """List what each result can be narrowed down to, as JSON; `ids` are those of the results, by place.

    `values` are the names to choose from; `rows` has by id the kind, the day and the numbers of the values.
    """
    values: dict[str, dict[str, int]] = {name: {} for name in NARROWING}
    rows = {}
    for record in (one for one in records if place(one) in ids):
        numbers = [[known.setdefault(one, len(known)) for one in record.values(name)] for name, known in values.items()]
        rows[ids[place(record)]] = [record.kind, record.day, *numbers]
    told = {"values": {name: list(known) for name, known in values.items()}, "rows": rows}
    return without_unsafe_characters(json.dumps(told, ensure_ascii=False, separators=(",", ":"))).encode()


def _safe(text: str) -> str:
    return escape(without_unsafe_characters(text))
