"""The ledger of quotations as files: CSV for a spreadsheet, JSON for programs, a script for the filter of its pages.

In: the library. Out: paths and bytes, in the order of the ledger. Every text is verbatim, but for cells of the CSV that
a spreadsheet would run as a formula: they begin with an apostrophe. The CSV is RFC 4180, in UTF-8 with a byte order
mark, without which spreadsheets garble accents; JSON has none.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from newsdigest.model import Story
from newsdigest.text import web_address, without_unsafe_characters
from newsdigest.views.cards import QuoteCard
from newsdigest.views.library import Library
from newsdigest.views.quotations import CSV, JSON, SCRIPT, quotations

Record = Mapping[str, str | None]
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""What makes a cell a formula."""


def downloads(library: Library) -> Iterator[tuple[str, bytes]]:
    """Give the files; none where there is no quotation."""
    rows = quotations(library)
    if rows:
        records = [_record(library, story, said) for story, said in rows]
        yield CSV.path, as_csv(records)
        yield JSON.path, as_json(records)
        yield SCRIPT, b"showQuotations(" + as_json([_shown(said) for _, said in rows]).strip() + b");\n"


def as_csv(records: Sequence[Record]) -> bytes:
    """Write a header line and a line a record; an unknown value is an empty cell."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(records[0])
    writer.writerows([_cell(value or "") for value in record.values()] for record in records)
    return out.getvalue().encode("utf-8-sig")


def as_json(values: Sequence[Record] | Sequence[Sequence[str | int | None]]) -> bytes:
    """Write a list, one value a line."""
    lines = (json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() for value in values)
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def _cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _record(library: Library, story: Story, said: QuoteCard) -> Record:
    values = {
        "quotation": said.text,
        "speaker": said.speaker,
        "speaker_page": _address(library, said.speaker_path) if said.speaker_path else None,
        "attribution": said.how,
        "cue": said.cue,
        "article": story.title,
        "source": story.outlet,
        "date": said.story.when.iso,
        "date_is": "published" if story.published else "saved",
        "original": web_address(story.url),
        "link": _address(library, said.path),
    }
    return {name: without_unsafe_characters(value) if value else None for name, value in values.items()}


def _shown(said: QuoteCard) -> Sequence[str | int | None]:
    """List what the filter shows of a quotation, in the order in which its script reads it."""
    story = said.story
    told = (said.text, said.speaker, said.speaker_path, said.cue, said.how, said.path, said.paragraph)
    where = (story.title, story.outlet, story.when.iso, story.when.text, story.lang)
    return [without_unsafe_characters(one) if isinstance(one, str) else one for one in (*told, *where)]


def _address(library: Library, path: str) -> str:
    """Give the address of a page; relative to the files' folder where the site's own is not known."""
    return f"{library.base or '..'}/{path}"
