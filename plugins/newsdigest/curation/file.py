"""The file of corrections: content/curation.toml in, a checked `Curation` out.

A missing file is an empty one. What can't be used is left out with a warning that says what was expected, or names the
nearest key that exists; only a file that is no TOML at all is an error. The file's form is shown by its own examples.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from newsdigest.corrections import (
    Curation,
    EntityCorrection,
    OutletCorrection,
    StoryCorrection,
)
from newsdigest.curation.contradictions import contradictions
from newsdigest.errors import CurationError
from newsdigest.model import Kind
from newsdigest.text import web_address, without_unsafe_characters

LAST_YEAR = 9999
_BREAKS = str.maketrans("\t\r\n", "   ")
KINDS: tuple[Kind, ...] = ("organisation", "person", "place")
TABLES = ("article", "organisation", "person", "source", "tags")

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Type:
    """A type of value: how readers call it, and how it is read; None means it is not of that type."""

    expected: str
    read: Callable[[object], object | None]


# --- values ---


def _text(value: object) -> str | None:
    clean = " ".join(without_unsafe_characters(value).split()) if isinstance(value, str) else ""
    return clean or None


def _texts(value: object) -> tuple[str, ...] | None:
    """Read a list of texts; a single text is a list of one."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list):
        return None
    found = [_text(one) for one in given]
    return None if None in found else tuple(one for one in found if one)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _when(value: object) -> datetime | None:
    """Read a date, a date and time, or one of them in a text; UTC unless it says otherwise."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        return None
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware if 1 < aware.year < LAST_YEAR else None  # at the edges no other zone can tell the time


def _address(value: object) -> str | None:
    text = web_address(_text(value))
    return text if text and " " not in text else None


def _one_kind(value: object) -> Kind | None:
    return next((kind for kind in KINDS if kind == value), None)


def _pairs(value: object) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, dict):
        return None
    pairs = [(_text(old), _text(new)) for old, new in value.items()]
    return tuple((old, new) for old, new in pairs if old and new) if all(all(pair) for pair in pairs) else None


def _groups(value: object) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    if not isinstance(value, dict):
        return None
    pairs = [(_text(name), _texts(files)) for name, files in value.items()]
    return tuple((name, files) for name, files in pairs if name and files) if all(all(pair) for pair in pairs) else None


def _speakers(value: object) -> tuple[tuple[str, str], ...] | None:
    """Read who said what; an empty name says that nobody is known."""
    if not isinstance(value, dict) or not all(_text(said) and isinstance(name, str) for said, name in value.items()):
        return None
    return tuple((_text(said) or "", _text(name) or "") for said, name in value.items())


TEXT = _Type("a text in quotation marks", _text)
TEXTS = _Type('a list of texts, such as ["Jane Doe", "J. Doe"]', _texts)
FLAG = _Type("true or false", _flag)

ARTICLE = {
    "author": TEXTS,
    "date": _Type("a date such as 2024-05-17", _when),
    "drop": TEXTS,
    "id": TEXT,
    "keep": TEXTS,
    "source": TEXT,
    "speakers": _Type('a table of "words said" = "name"', _speakers),
    "title": TEXT,
    "url": _Type('an address such as "https://example.org/article"', _address),
}
ENTITY = {
    "apart": _Type('a table of "name" = ["file", "file"]', _groups),
    "drop_role": TEXTS,
    "hide": FLAG,
    "kind": _Type('"person", "organisation" or "place"', _one_kind),
    "merge": TEXTS,
    "rename": TEXT,
    "role": TEXT,
    "split": TEXTS,
}
OUTLET = {
    "drop": TEXTS,
    "keep": TEXTS,
}
TAGS = {
    "ban": TEXTS,
    "rename": _Type('a table of "old" = "new"', _pairs),
}


# --- the file ---


def load(path: Path) -> Curation:
    """Read the corrections. Raises CurationError, with the line, when the file is broken or cannot be read."""
    if path.exists() and not path.is_file():
        raise CurationError(f"{path.name} is no regular file; put the corrections there, as plain text")
    try:
        raw = _safe(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return Curation()
    except (OSError, UnicodeDecodeError) as problem:
        raise CurationError(f"{path.name} cannot be read ({problem}); save it as plain text in UTF-8") from problem
    except (ValueError, RecursionError) as problem:  # a number of 5,000 digits, 3,000 brackets: no TOMLDecodeError
        raise CurationError(
            f"{path.name} is broken: {problem}; mend that line, or put # before it to switch it off"
        ) from problem
    return parse(raw)


def _safe(value: Any) -> Any:
    """Leave out characters that no page may hold, and line breaks, from all texts and names: warnings repeat them."""
    if isinstance(value, str):
        return without_unsafe_characters(value.translate(_BREAKS))
    if isinstance(value, dict):
        return {_safe(key): _safe(inner) for key, inner in value.items()}
    return [_safe(inner) for inner in value] if isinstance(value, list) else value


def parse(raw: Table) -> Curation:
    """Check the tables of the file.

    >>> parse({"person": {"J. Doe": {"rename": "Jane Doe"}}}).entities[0].rename
    'Jane Doe'
    """
    warnings = _unknown_keys("", raw, TABLES)
    articles, trouble = _sections("article", raw, ARTICLE)
    people, more = _sections("person", raw, ENTITY)
    houses, most = _sections("organisation", raw, ENTITY)
    outlets, other = _sections("source", raw, OUTLET)
    tags, rest = _values("[tags]", raw.get("tags", {}), TAGS)
    entities = [("person", *one) for one in people] + [("organisation", *one) for one in houses]
    found = Curation(
        stories=tuple(StoryCorrection(path, **values) for path, values in articles),  # type: ignore[arg-type]
        outlets=tuple(OutletCorrection(name, **values) for name, values in outlets),  # type: ignore[arg-type]
        entities=tuple(EntityCorrection(name, section=kind, **values) for kind, name, values in entities),  # type: ignore[arg-type]
        tag_renames=tags.get("rename", ()),  # type: ignore[arg-type]  # each value is of the type its table names
        tag_bans=tags.get("ban", ()),  # type: ignore[arg-type]
        warnings=tuple(warnings + trouble + more + most + other + rest),
    )
    return replace(found, warnings=(*found.warnings, *contradictions(found)))


def _sections(
    name: str, raw: Table, types: Mapping[str, _Type]
) -> tuple[list[tuple[str, dict[str, object]]], list[str]]:
    """Check all `[name."..."]` sections."""
    given = raw.get(name, {})
    if not isinstance(given, dict):
        return [], [f'curation.toml: {name} is {shown(given)}; expected sections such as [{name}."..."]']
    checked = [(key, *_values(f'[{name}."{key}"]', section, types)) for key, section in given.items()]
    return [(key, values) for key, values, _ in checked], [text for _, _, trouble in checked for text in trouble]


def _values(where: str, section: object, types: Mapping[str, _Type]) -> tuple[dict[str, object], list[str]]:
    """Check one section: keep the values that can be used, warn of the others."""
    if not isinstance(section, dict):
        return {}, [f"curation.toml: {where} is {shown(section)}; expected a section with {', '.join(types)}"]
    values, warnings = {}, _unknown_keys(f" in {where}", section, types)
    for key in section.keys() & types.keys():
        value = types[key].read(section[key])
        if value is None:
            warnings.append(f"curation.toml: {key} in {where} is {shown(section[key])}; expected {types[key].expected}")
        else:
            values[key] = value
    return values, sorted(warnings)


def _unknown_keys(where: str, section: Table, known: Iterable[str]) -> list[str]:
    choice = list(known)
    unknown = sorted(section.keys() - set(choice))
    return [
        f"curation.toml: {key}{where} is not known{hint(key, choice) or '; known are ' + ', '.join(choice)}"
        for key in unknown
    ]


def hint(given: str, known: Iterable[str]) -> str:
    """Ask whether the nearest of the known was meant; nothing where none is near."""
    nearest = get_close_matches(given, sorted(known), n=1)
    return f"; did you mean {nearest[0]}?" if nearest else ""


def shown(value: object) -> str:
    """Write a value as a warning shows it."""
    return f"“{value}”" if isinstance(value, str) else str(value)
