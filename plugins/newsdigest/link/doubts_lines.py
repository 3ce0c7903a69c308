"""Doubts as lines for curation.toml: what is uncertain and why as a comment, then the correction that would change it.

In: doubts. Out: lines that are valid TOML, as a whole and section by section, in the order given. All corrections of
one entry stand in one section, as TOML allows no second.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdigest.model import Kind

FILES = 3
"""Named in a comment, at most."""

HEAD = (
    "# What is uncertain in the who's who. Put what is right into content/curation.toml; leave out the rest.",
    "# Where that file has such a section already, add the line to it.",
)
NOTHING = "# Nothing in the who's who is uncertain."


@dataclass(frozen=True, slots=True)
class Doubt:
    """One uncertain case, and the correction that would settle it the other way."""

    section: Kind
    name: str
    """What the section calls the entry."""
    why: str
    files: tuple[str, ...]
    """Of the articles concerned, newest first."""
    merge: str = ""
    """What else it may be called."""
    kind: Kind | None = None
    apart: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Others of this name, and their articles."""


def doubt_lines(doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """Write the doubts."""
    sections: dict[tuple[Kind, str], list[Doubt]] = {}
    for one in doubts:
        sections.setdefault((one.section, one.name), []).append(one)
    lines = [line for (kind, name), some in sections.items() for line in _section(kind, name, some)]
    return (*HEAD, *lines) if lines else (NOTHING,)


def _section(kind: Kind, name: str, doubts: Sequence[Doubt]) -> Iterator[str]:
    yield ""
    yield from (f"# {one.why} ({_files(one.files)})" for one in doubts)
    yield f"[{kind}.{_text(name)}]"
    merge = [one.merge for one in doubts if one.merge]
    if merge:
        yield f"merge = [{', '.join(map(_text, merge))}]"
    for one in doubts:
        if one.kind:
            yield f"kind = {_text(one.kind)}"
        if one.apart:
            groups = (f"{_text(other)} = [{', '.join(map(_text, files))}]" for other, files in one.apart)
            yield f"apart = {{ {', '.join(groups)} }}"


def _files(files: Sequence[str]) -> str:
    """Name the first few files.

    >>> _files(["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"])
    'a.txt, b.txt, c.txt and 2 more'
    """
    more = f" and {len(files) - FILES} more" if len(files) > FILES else ""
    return ", ".join(files[:FILES]) + more


def _text(text: str) -> str:
    """Write a text in quotation marks; what JSON escapes, TOML escapes likewise."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
