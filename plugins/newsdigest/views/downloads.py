"""The data of the site as files: JSON for programs, CSV for a spreadsheet, a script for the filter of the quotations.

In: the library. Out: paths and bytes; a file without a record is not made. JSON holds a record a line, in UTF-8. Every
text is verbatim, but for cells of the CSV that a spreadsheet would run as a formula: they begin with an apostrophe. The
CSV is RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets garble accents.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO

import msgspec

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
_ESCAPE = re.compile(r"\\[bfu]")
"""How JSON writes the control characters that no page may hold."""


def downloads(library: Library) -> Iterator[tuple[str, bytes]]:
    """Give the files."""
    for file, records in (
        (ARTICLES, data.articles(library)),
        (PEOPLE, data.names(library, "person")),
        (ORGANISATIONS, data.names(library, "organisation")),
    ):
        lines = as_json(records, _safe_line)
        if lines != NOTHING:
            yield file.path, lines
    if said := [_safe_record(one) for one in data.quotations(library)]:
        yield CSV.path, as_csv(said)
        yield JSON.path, as_json(said)
        listed = as_json((_shown(one) for _, one in quotations(library)), _safe_line)
        yield SCRIPT, b"showQuotations(" + listed.strip() + b");\n"


def as_csv(records: Sequence[Record]) -> bytes:
    """Write a header line and a line a record; an unknown value is an empty cell."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(records[0])
    writer.writerows([_cell(value) for value in one.values()] for one in records)
    return out.getvalue().encode("utf-8-sig")


def _line(value: Json) -> str:
    return msgspec.json.encode(value).decode()


def as_json(values: Iterable[Json], write: Callable[[Json], str] = _line) -> bytes:
    """Write a list, one value a line."""
    return b"[\n" + ",\n".join(map(write, values)).encode() + b"\n]\n"


NOTHING = as_json(())


def _safe_line(value: Json) -> str:
    line = _line(value)
    return line if _fit(line) else _line(_safe(value))


def _safe_record(record: Record) -> Record:
    return record if _fit(_line(record)) else {key: _safe(value) for key, value in record.items()}


def _fit(line: str) -> bool:
    """Tell by its line that a value is fit for a page: so few texts are looked at one by one."""
    return line.isprintable() and not _ESCAPE.search(line)


def _safe(value: Json) -> Json:
    """Leave out characters that no page may hold."""
    if isinstance(value, str):
        return without_unsafe_characters(value)
    if isinstance(value, Mapping):
        return {key: _safe(inner) for key, inner in value.items()}
    return [_safe(inner) for inner in value] if isinstance(value, Sequence) else value


def _cell(value: Json) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if not text[:1].isalnum() and _FORMULA.match(text) else text


def _shown(said: QuoteCard) -> Sequence[str | int | None]:
    """List what the filter shows of a quotation, in the order in which its script reads it."""
    story = said.story
    told = (said.text, said.speaker, said.speaker_path, said.cue, said.how, said.path, said.paragraph)
    return (*told, story.title, story.outlet, story.when.iso, story.when.text, story.lang)
