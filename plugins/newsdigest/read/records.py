"""Records: JSON with one article a line, a list of articles, or one article.

The bytes of an export (of a read-it-later service, a feed reader, a scraper; JSON Feed) come in; an article for each
record goes out. What is not one JSON value is read value by value, whatever stands between them, so what is broken
costs no more than itself: reading goes on at the next line that begins with a brace. Limits: of a broken list that is
written over many lines, what comes after the break is left out, and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from json import JSONDecodeError, JSONDecoder
from math import isfinite

from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read import encoding
from newsdigest.read.entries import ABRIDGED, allowed, distinct, text_of
from newsdigest.read.found import Found
from newsdigest.read.page import found_in
from newsdigest.read.record_fields import ABRIDGED as ABRIDGED_IN
from newsdigest.read.record_fields import FULL, Record, flat, id_of, keyed, stated, text_in
from newsdigest.text import without_unsafe_characters

LISTS = "articles bookmarks data docs documents edges entries items list posts records response results stories".split()
"""Keys under which an object holds its records."""
EXPECTED = 'expected one article a line, or a list, as in {"title": "…", "text": "…", "url": "https://…"}'
SHOWN = 8
"""Keys of a record without text that its problem names."""
_DECODER = JSONDecoder(
    strict=False,
    parse_float=lambda figures: number if isfinite(number := float(figures)) else None,
    parse_constant=lambda _: None,
)
"""Line breaks inside of strings are taken; NaN and Infinity, which are no JSON, and 1e999 say nothing."""
_RECORD = re.compile(r"\n(?=\{)")
"""Where reading goes on behind what is broken."""
_BETWEEN = re.compile(r"[\s,\[\]]*")
_CUT = re.compile(r"(…|\.\.\.)?\s*\[\+\d+ char(?:s|acters)\]\s*\Z")
"""How services that give only the beginning of a text end it: `It was … [+1234 chars]`."""
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head)\b", re.IGNORECASE)


def read(data: bytes, options: Options) -> Iterator[Found]:
    """Give the articles of an export. Raises UnusableFileError where there is no record at all."""
    text, notes = encoding.decoded(data)
    values = _values(text.rstrip())
    records = [one for value in values for one in ([value] if isinstance(value, Found) else _records(value))]
    if not any(isinstance(one, dict) for one in records):
        reason = next((one.problem for one in records if isinstance(one, Found)), "no record in it")
        raise UnusableFileError(f"{reason}; {EXPECTED}")
    taken, rest = allowed(records, options)
    found = (one if isinstance(one, Found) else _found(one, notes, options) for one in taken)
    alone = records == values and text.lstrip().startswith("{")
    yield from (replace(one, key="") for one in found) if alone and len(values) == 1 else distinct(found)
    yield from rest


def _values(text: str) -> list[object]:
    """Give the JSON values of a text, those of a list one by one; for what is none an entry that says so."""
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        return list(_one_by_one(text))


def _one_by_one(text: str) -> Iterator[object]:
    line = 1
    break_at, reason = 0, ""
    for part in _RECORD.split(text):
        values, left, error = _read_on(part)
        if break_at and values:
            yield _broken(break_at, line - 1, reason)
            break_at = 0
        yield from values
        if error and not break_at:
            break_at, reason = line + part.count("\n", 0, left), error
        line += part.count("\n") + 1
    if break_at:
        yield _broken(break_at, line - 1, reason)


def _read_on(part: str) -> tuple[list[object], int, str]:
    """Read values until one is broken; give also where that is, and why."""
    values: list[object] = []
    at = _skip(part, 0)
    while at < len(part):
        try:
            value, end = _DECODER.raw_decode(part, at)
        except RecursionError:
            return values, at, "nested too deep"
        except JSONDecodeError as error:
            return values, at, error.msg
        except ValueError:
            return values, at, "a number of too many digits"
        values.append(value)
        at = _skip(part, end)
    return values, at, ""


def _skip(part: str, at: int) -> int:
    found = _BETWEEN.match(part, at)
    return found.end() if found else at


def _broken(first: int, last: int, reason: str) -> Found:
    where = f"line {first} is" if first == last else f"lines {first} to {last} are"
    return Found("", problem=f"{where} no JSON ({reason}); mend or delete {'it' if first == last else 'them'}")


def _records(value: object, depth: int = 4) -> list[object]:
    """Give the records in a JSON value: those of a list, or of the list in an object without text; else itself."""
    if isinstance(value, list) and depth:
        return [record for one in value for record in _records(one, depth - 1)]
    if not isinstance(value, dict) or not depth:
        return [value]
    record = keyed(value)
    held = next((record[name] for name in LISTS if isinstance(record.get(name), list | dict)), None)
    if held is None or text_in(record, FULL):
        return [value]
    if isinstance(held, dict) and all(isinstance(one, dict) for one in held.values()):
        held = list(held.values())
    found = _records(held, depth - 1)
    if "jsonfeed.org" not in str(record.get("version")):
        return found
    whole = {"feed_title": record.get("title"), "language": record.get("language")}
    return [{**whole, **one} if isinstance(one, dict) else one for one in found]


def _found(value: object, notes: tuple[str, ...], options: Options) -> Found:
    if not isinstance(value, dict):
        return Found("", problem=f"an entry that is no record; {EXPECTED}")
    record = flat(keyed(value))
    facts = stated(record)
    full = text_in(record, FULL)
    try:
        found = _read(full or text_in(record, ABRIDGED_IN), notes, options)
    except UnusableFileError as error:
        return Found("", facts, key=_key(record, facts, full), problem=str(error))
    key = _key(record, facts, found.text)
    if not found.text.strip():
        return Found("", facts, key=key, problem=_without_text(facts, value))
    begun = _CUT.sub(r"\1", found.text)
    more = () if full and begun == found.text else (ABRIDGED,)
    return replace(found, text=begun, stated=_merged(facts, found.stated), key=key, notes=(*found.notes, *more))


def _read(value: str, notes: tuple[str, ...], options: Options) -> Found:
    """Read the text of a record, which may be a whole page."""
    if not _PAGE.match(value):
        return Found(text_of(value, options, lined=True), notes=notes)
    return found_in(value, notes, options)


def _merged(facts: Stated, page: Stated) -> Stated:
    """Take what the record states, and the rest from the page in it."""
    return replace(
        facts,
        title=facts.title or page.title,
        authors=facts.authors or page.authors,
        outlet=facts.outlet or page.outlet,
        url=facts.url or page.url,
        date=facts.date or page.date,
        lang=facts.lang or page.lang,
    )


def _key(record: Record, facts: Stated, text: str) -> str:
    """Give what tells a record from all others wherever it is met again."""
    own = (id_of(record), facts.title or text[:200], facts.date or "")
    return without_unsafe_characters(facts.url or "\n".join(own))


def _without_text(facts: Stated, value: Mapping[str, object]) -> str:
    if facts.url:
        named = f" to “{facts.title}”" if facts.title else ""
        return f"holds only a link{named} ({facts.url[:200]}); save the article itself"
    keys = without_unsafe_characters(", ".join(sorted(value)[:SHOWN]))[:200]
    return f"a record without text (its keys: {keys or 'none'}); {EXPECTED}"
