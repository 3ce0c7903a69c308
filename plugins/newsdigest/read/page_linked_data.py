"""What a page states about its article in JSON-LD (schema.org), the form in which most news sites do.

The texts of the page's JSON-LD scripts come in; title, authors, dates, outlet, address and language of its article go
out. The article is the object of such a type that bears the page's own title, else the outermost; what it does not say,
the object for the page may. References (`@id`) are followed, an organisation is no author. Broken JSON is read as far
as it goes. Limits: several articles on one page; schema.org in other forms than JSON-LD.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from newsdigest.read.page_values import folded, plain

ARTICLE = re.compile(r"(?:Article|BlogPost|Posting|Report)$")
"""How the types of articles end: NewsArticle, BlogPosting, ScholarlyArticle, Report."""
PAGE = re.compile(r"Page$")
"""Types that state date and authors where no article is described: WebPage, FAQPage."""
NOBODY = re.compile(r"(?:Organi[sz]ation|Corporation|Business|WebSite|Brand)$", re.IGNORECASE)
"""Types of authors that are no person."""
MAX_SCRIPT = 1_000_000
"""Characters of a script beyond which it is no metadata: the largest of the development pages has some 60,000."""
MAX_OBJECTS = 5_000
MAX_DEPTH = 8
"""Levels (a list in a list, an object that refers to another) that are followed to a value."""
_WRAPPING = re.compile(r"^(?:<!\[CDATA\[|[^\[{])*")
_PAIR = re.compile(r'"(@type|dateModified|datePublished|headline)"\s*:\s*"((?:[^"\\]|\\.)*)"')
"""What can be read of JSON that is beyond repair, as when a headline holds bare quotation marks."""
_SPARE_COMMA = re.compile(r",(?=\s*[\]}])")
_DECODER = json.JSONDecoder(strict=False)

Object = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the JSON-LD of a page states about its article, in its own words; empty where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    changed: str = ""
    outlets: tuple[str, ...] = ()
    """The publisher, then the site."""
    urls: tuple[str, ...] = ()
    lang: str = ""


def linked_data(scripts: Iterable[str], titles: Iterable[str]) -> LinkedData:
    """Read the scripts of a page; `titles` are those that it gives itself elsewhere."""
    objects = tuple(_objects([_parsed(script) for script in scripts]))
    by_id = {key: one for one in sorted(objects, key=len) if (key := _text(one.get("@id")))}  # the fullest counts
    own = _own(objects, {folded(title) for title in titles} - {""})
    publishers = (name for one in own for name in _names(one.get("publisher"), by_id))
    sites = (_text(one.get("name")) for one in objects if _is_a(one, re.compile("^WebSite$")))
    return LinkedData(
        title=_first(own, "headline"),
        authors=next(
            (names for one in own for key in ("author", "creator") if (names := _people(one.get(key), by_id))), ()
        ),
        date=_first(own, "datePublished"),
        changed=_first(own, "dateModified"),
        outlets=tuple(name for name in (*publishers, *sites) if name),
        urls=tuple(_text(one.get(key), "@id") for one in own for key in ("url", "mainEntityOfPage", "@id")),
        lang=_first(own, "inLanguage"),
    )


def _parsed(script: str) -> object:
    """Decode the first value of a script, whatever stands around it; of broken JSON, the pairs that can be read."""
    text = _WRAPPING.sub("", script, count=1) if len(script) <= MAX_SCRIPT else ""
    for repair in (str, html.unescape, partial(_SPARE_COMMA.sub, "")):
        try:
            return _DECODER.raw_decode(repair(text))[0]
        except (ValueError, RecursionError):
            continue
    pairs = _PAIR.findall(text)
    return dict(reversed(pairs)) if any(ARTICLE.search(value) for key, value in pairs if key == "@type") else None


def _objects(values: Sequence[object]) -> Iterator[Object]:
    """Give every object, the outermost first."""
    waiting: deque[object] = deque(values)
    given = 0
    while waiting and given < MAX_OBJECTS:
        value = waiting.popleft()
        if isinstance(value, dict):
            given += 1
            yield value
            waiting.extend(one for one in value.values() if isinstance(one, dict | list))
        elif isinstance(value, list):
            waiting.extend(value[:MAX_OBJECTS])


def _own(objects: Sequence[Object], titles: Collection[str]) -> tuple[Object, ...]:
    """Choose the object that describes the article and the one that describes the page."""
    articles = [(folded(_text(one.get("headline"))), one) for one in objects if _is_a(one, ARTICLE)]
    named = [one for headline, one in articles if headline in titles]
    alone = [one for _, one in articles] if len({headline for headline, _ in articles}) == 1 else []
    pages = [one for one in objects if _is_a(one, PAGE)]
    return (*(named or alone)[:1], *pages[:1])


def _is_a(one: Object, kind: re.Pattern[str]) -> bool:
    types = one.get("@type")
    return any(isinstance(name, str) and kind.search(name) for name in (types if isinstance(types, list) else [types]))


def _first(objects: Iterable[Object], key: str) -> str:
    return next((value for one in objects if (value := _text(one.get(key)))), "")


def _text(value: object, key: str = "@value") -> str:
    """Give a text, the first of a list, or that of an object under a key."""
    for _ in range(MAX_DEPTH):
        if isinstance(value, list):
            value = next((one for one in value if one), None)
        elif isinstance(value, dict):
            value = value.get(key)
    return plain(value)


def _people(value: object, by_id: Mapping[str, Object]) -> tuple[str, ...]:
    return _names(value, by_id, no=NOBODY)


def _names(
    value: object, by_id: Mapping[str, Object], no: re.Pattern[str] | None = None, depth: int = 0
) -> tuple[str, ...]:
    """Give the names of an agent or a list of them: `"Ada"`, `{"name": "Ada"}`, `{"@id": "#ada"}`."""
    if depth > MAX_DEPTH:
        return ()
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for one in value[:100] for name in _names(one, by_id, no, depth + 1)))
    if isinstance(value, dict):
        whole = {**by_id.get(_text(value.get("@id")), {}), **value}
        return () if no and _is_a(whole, no) else _names(_text(whole.get("name")), by_id)
    return (name,) if (name := plain(value)) else ()
