"""What stands above the text of a Markdown file: YAML between `---`, TOML between `+++`, or lines such as `Title: ...`.

The text of a file comes in; what is stated and the text below go out. Values are taken as they are written (dates and
numbers too), names from lists and from maps with a `name`, links and `[[links]]` by their text. What is no YAML or TOML
is read line by line, stays as lines above the text and is told. Limits: `created` and `saved` say when a page was
clipped, so they are no date of publication; an end that is missing makes it text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from newsdigest.model import Origin, Stated
from newsdigest.text import without_unsafe_characters

KEYS = {
    "authors": ("author", "authors", "byline", "by", "creator", "writer"),
    "date": ("date", "datepublished", "published", "publishedat", "publishdate", "publicationdate", "pubdate"),
    "id": ("id", "uuid", "guid"),
    "lang": ("lang", "language", "locale"),
    "outlet": ("source", "outlet", "publication", "publisher", "site", "sitename", "website", "newspaper"),
    "title": ("title", "fulltitle", "headline"),
    "url": ("url", "link", "original", "originalurl", "canonical", "canonicalurl", "sourceurl"),
}
"""Keys without spaces, hyphens and underscores, lower case; the first that has a value counts, of authors all."""
EMPTY = frozenset({"", "[]", "n/a", "nan", "none", "null", "undefined", "unknown", "~"})
"""Values that say nothing."""
MAX_LENGTH = 16_000
"""Characters of front matter, at most; real ones have up to 3,000. Damaged TOML of this length takes two seconds."""
MAX_LINES = 60
MAX_NAMES = 50

_FIELD = re.compile(r"(?P<key>[^\W\d_][\w-]*(?: [\w-]+){0,2})\s*::?(?:\s+(?P<value>.*))?")
_URL = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?", re.IGNORECASE)
_PAGE = re.compile(r"https?://[^/]+/.", re.IGNORECASE)
"""An address below that of a site: a source's own is no article's."""
_LINK = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?(?P<wiki>[^\[\]|]*)\]\]|!?\[(?P<text>[^\[\]]*)\]\((?P<url>[^()\s]*)[^()]*\)")
_KNOWN = {name for names in KEYS.values() for name in names}


@dataclass(frozen=True, slots=True)
class Front:
    """What a file states above its text, and the rest of it."""

    stated: Stated
    text: str
    above: tuple[str, ...] = ()
    """Lines that could not be read as what they seem to be; they stay with the text."""
    notes: tuple[str, ...] = ()


def front_matter(text: str) -> Front:
    """Divide a file into what it states and its text."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    fence = lines[start].rstrip() if start < len(lines) else ""
    if fence in ("---", "+++"):
        ends = ("---", "...") if fence == "---" else ("+++",)
        end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() in ends), None)
        if end is not None:
            return _fenced(text, fence, lines[start + 1 : end], lines[end + 1 :])
    return _headed(text, lines[start:])


def _fenced(text: str, fence: str, inside: list[str], below: list[str]) -> Front:
    """Read what stands between the fences; where it is nothing of the kind, they are rules in the text."""
    values, fault = _values(fence, "\n".join(inside))
    stated = stated_of(fields_of(inside) if values is None else values.items(), "front matter")
    if values is None and (not fault or stated == Stated()):
        return Front(stated, text)
    if values is None:
        note = f"the front matter could not be read ({fault}) and was taken line by line; it stays above the text"
        return Front(stated, "\n".join(below), tuple(inside), (note,))
    return Front(stated, "\n".join(below), tuple(inside) if stated == Stated() else ())


def _headed(text: str, lines: list[str]) -> Front:
    """Read lines such as `Title: ...` at the top, below a fence that is not closed, or none."""
    top = lines[1:] if lines[:1] and lines[0].rstrip() in ("---", "+++") else lines
    end = next((i for i, line in enumerate(top[:MAX_LINES]) if not _is_field(line)), min(len(top), MAX_LINES))
    if not any(_is_stating(line) for line in top[:1]):
        return Front(Stated(), text)
    unknown = tuple(line for line in top[:end] if not _is_stating(line))
    return Front(stated_of(fields_of(top[:end]), "header"), "\n".join(top[end:]), unknown)


def is_known(key: str) -> bool:
    """Tell a squeezed key that states something."""
    return key in _KNOWN


def _is_stating(line: str) -> bool:
    return any(is_known(squeezed(key)) for key, _ in fields_of([line]))


def _is_field(line: str) -> bool:
    """Tell a header line: a known key, or one word (`Tags: ...`)."""
    return _is_stating(line) or any(" " not in key for key, _ in fields_of([line]))


def fields_of(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the key and the value of each line such as `Author: Jane Doe`."""
    for line in lines:
        found = _FIELD.fullmatch(line.strip())
        if found:
            yield found["key"], (found["value"] or "").strip(" \t\"'")


def _values(fence: str, source: str) -> tuple[Mapping[str, object] | None, str]:
    """Give the values, or what is wrong with them; neither where it is a text between two rules."""
    if len(source) > MAX_LENGTH:
        return None, f"longer than {MAX_LENGTH:,} characters"
    return _yaml(source) if fence == "---" else _toml(source)


def _yaml(source: str) -> tuple[Mapping[str, object] | None, str]:
    import yaml  # only where there is front matter

    try:  # this loader makes nothing but strings, lists and maps, and shares what an alias repeats
        found = yaml.load(source, Loader=yaml.BaseLoader) if source.strip() else {}  # noqa: S506
    except (OverflowError, RecursionError, ValueError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 2}" if mark else ""
        return None, f"no valid YAML{place}"
    return (found, "") if isinstance(found, Mapping) else (None, "")


def _toml(source: str) -> tuple[Mapping[str, object] | None, str]:
    import tomllib

    try:
        return dict(tomllib.loads(source)), ""
    except (RecursionError, ValueError):
        return None, "no valid TOML"


# --- values ---


def stated_of(fields: Iterable[tuple[str, object]], origin: Origin) -> Stated:
    """Make sense of the keys; what has none of the known ones states nothing."""
    given: dict[str, list[str]] = {}
    for key, value in fields:
        given.setdefault(squeezed(str(key)), []).extend(_strings(value))
    values = {name: [value for key in keys for value in given.get(key, ())] for name, keys in KEYS.items()}
    if not any(values.values()):
        return Stated()
    linked = [url for value in values["url"] if (url := _address(value))]
    linked += [url for value in values["outlet"] if _PAGE.match(url := _address(value))]
    return Stated(
        title=_first(_plain(values["title"])),
        authors=tuple(dict.fromkeys(_plain(values["authors"]))),
        outlet=_first(_plain(values["outlet"])),
        url=_first(linked or values["url"]),
        date=_first(values["date"]),
        lang=_first(values["lang"]),
        id=_first(values["id"]),
        origin=origin,
    )


def _address(value: str) -> str:
    found = _URL.fullmatch(value) or _LINK.fullmatch(value)
    return (found["url"] or "") if found else ""


def _plain(values: Iterable[str]) -> list[str]:
    """Give texts without their links, and without those that are nothing else."""
    return [plain_links(value) for value in values if not _URL.fullmatch(value)]


def _first(values: list[str]) -> str | None:
    return values[0] if values else None


def squeezed(key: str) -> str:
    """Reduce a key to its letters and digits: `Date_Published` is `datepublished`."""
    return re.sub(r"[\s_-]+", "", key).casefold()


def _strings(value: object, depth: int = 0) -> Iterator[str]:
    """Give the texts in a value: of a list all, of a map its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list | tuple):
        for one in value[:MAX_NAMES] if depth < 3 else ():
            yield from _strings(one, depth + 1)
    elif value is not None and not isinstance(value, bool | Mapping) and not _is_no_number(value):
        text = " ".join(without_unsafe_characters(str(value)).split())
        if text.casefold() not in EMPTY:
            yield text


def _is_no_number(value: object) -> bool:
    """Tell what TOML calls a number and is none: inf, nan, 1e999."""
    return isinstance(value, float) and not isfinite(value)


def plain_links(text: str) -> str:
    """Give links by their text: `[[people/Jane Doe|Jane]]` is `Jane`."""
    return _LINK.sub(lambda found: found["wiki"] or found["text"] or found["url"] or "", text)
