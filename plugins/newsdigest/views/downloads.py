"""The data of the site as files: JSON for programs, CSV for a spreadsheet, a script for the filter of the quotations.

In: the library. Out: paths and bytes; a file without a record is not made. JSON holds a record a line, in UTF-8. Every
text is verbatim, but for cells of the CSV that a spreadsheet would run as a formula: they begin with an apostrophe. The
CSV is RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets garble accents.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from newsdigest.text import without_unsafe_characters
from newsdigest.views import data
from newsdigest.views.cards import QuoteCard
from newsdigest.views.data import Record
from newsdigest.views.library import Library
from newsdigest.views.quotations import CSV, JSON, SCRIPT, Download, quotations
from newsdigest.views.schema import Json

ARTICLES, ORGANISATIONS, PEOPLE = (
    Download(f"data/{name}.json", "for programs") for name in ("articles", "organisations", "people")
)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""What makes a cell a formula."""


def downloads(library: Library) -> Iterator[tuple[str, bytes]]:
    """Give the files."""
    for file, records in (
        (ARTICLES, data.articles(library)),
        (PEOPLE, data.names(library, "person")),
        (ORGANISATIONS, data.names(library, "organisation")),
    ):
        lines = as_json(map(_safe_record, records))
        if lines != NOTHING:
            yield file.path, lines
    if said := list(map(_safe_record, data.quotations(library))):
        yield CSV.path, as_csv(said)
        yield JSON.path, as_json(said)
        listed = as_json(_safe(_shown(one)) for _, one in quotations(library))
        yield SCRIPT, b"showQuotations(" + listed.strip() + b");\n"


def as_csv(records: Sequence[Record]) -> bytes:
    """Write a header line and a line a record; an unknown value is an empty cell."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(records[0])
    writer.writerows([_cell("" if value is None else str(value)) for value in one.values()] for one in records)
    return out.getvalue().encode("utf-8-sig")


def as_json(values: Iterable[Json]) -> bytes:
    """Write a list, one value a line."""
    lines = (json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() for value in values)
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


NOTHING = as_json(())


def _safe_record(record: Record) -> Record:
    return {key: _safe(value) for key, value in record.items()}


def _safe(value: Json) -> Json:
    """Leave out characters that no page may hold."""
    if isinstance(value, str):
        return without_unsafe_characters(value)
    if isinstance(value, Mapping):
        return _safe_record(value)
    return [_safe(inner) for inner in value] if isinstance(value, Sequence) else value


def _cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _shown(said: QuoteCard) -> Sequence[str | int | None]:
    """List what the filter shows of a quotation, in the order in which its script reads it."""
    story = said.story
    told = (said.text, said.speaker, said.speaker_path, said.cue, said.how, said.path, said.paragraph)
    return (*told, story.title, story.outlet, story.when.iso, story.when.text, story.lang)
