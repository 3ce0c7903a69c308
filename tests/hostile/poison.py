"""Hostile text in every field of an edition that holds text, found by the fields' types, so that no field is forgotten.

A payload goes before what stood there, chosen by that text and by the round: what was the same stays the same, so names
still fit, and over all rounds each field has had each payload. Articles are rewritten under their spans, which then
cover the payloads too. What is no text of others is left: identities, slugs, and words from a fixed list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from zlib import crc32

import msgspec
from newsdigest.model import Analysis, Edition, Paragraph, Span, Story
from newsdigest.packed import Packed, Small
from newsdigest.text import paragraph_spans

Field = tuple[str, str]
"""The name of a type, and of one of its fields."""
Poison = Callable[[Field, str], str]
"""Gives the text that a field shall have instead."""
PAYLOADS = (
    "</script></style></textarea></title>--></p>]]><script>zqx()</script><img src=x onerror=zqx()><svg/onload=zqx()>"
    "<!-- <![CDATA[ <?php zqx() ?> &lt;b&gt; &quot;&#0; \\u003c/script> ",
    "javascript:zqx()//\" onmouseover=\"zqx()\" x='' onfocus='zqx()' autofocus y= ",
    "=cmd|' /C calc'!A0,\"x\";\t@SUM(1+1) {{ 7*7 }}{% raw %}{# x #}${7*7}<%= 7*7 %> ",
    '+data:text/html,<a href="{filename}/x.txt">|filename|x|links</a> {static}/../%2e%2e/passwd?x#y\\z [x](data:x) '
    f"{'x' * 700} ",
)
CONTROLS = "a\x00b\x07c\x1b]0;d\x07e\x85f\u202eg\u2066h\ufffei "
"""What no page may hold at all; cleaning takes it out, and files for programs do so once more."""
KEYS: frozenset[Field] = frozenset({("Edition", "story_tags"), ("Paragraph", "text"), ("Tag", "slug")})
"""Slugs of ours, and what is rewritten under its spans."""
ADDRESSES: frozenset[Field] = frozenset({("Story", "url")})
"""Texts that name a place; what is no address of the web would be no link, on harmless pages either."""
HOST = "https://x.example/"


def payload(text: str, number: int) -> str:
    """Choose one for a text, in a round."""
    return PAYLOADS[(crc32(text.encode()) + number) % len(PAYLOADS)]


def hostile(number: int) -> Poison:
    """Put a payload before a text; after the host of an address."""

    def poison(field: Field, text: str) -> str:
        start = HOST if field in ADDRESSES else ""
        return f"{start}{payload(text, number)}{text}"

    return poison


def harmless(number: int) -> Poison:
    """Do the same with dots for whatever is no word, so that no other difference than these characters can matter."""
    poison = hostile(number)

    def dotted(field: Field, text: str) -> str:
        made = poison(field, text).removesuffix(text)
        keep = len(HOST) if field in ADDRESSES else 0
        return made[:keep] + re.sub(r"[^\s\w]", "·", made[keep:]) + text

    return dotted


def text_fields(kind: Any, field: Field = ("", "")) -> Iterator[Field]:
    """List the fields of a type, and of those inside it, that hold text; identities are types of their own."""
    if kind is str:
        yield field
    elif has_fields(kind):
        for name, hint in get_type_hints(kind).items():
            yield from text_fields(hint, (kind.__name__, name))  # type: ignore[union-attr]
    else:
        for inner in get_args(kind):
            yield from text_fields(inner, field)


def poisoned(edition: Edition, poison: Poison) -> Edition:
    """Put it everywhere."""
    pairs = (_rewritten(*pair, poison) for pair in zip(edition.stories, edition.analyses, strict=True))
    stories, analyses = zip(*pairs, strict=True)
    made: Edition = filled(replace(edition, stories=stories, analyses=analyses), poison)
    return made


def filled(value: Any, poison: Poison) -> Any:
    """Poison the texts of a value; what is absent, and may be there, is put in."""
    return _filled(value, type(value), ("", ""), poison)


def has_fields(kind: Any) -> bool:
    """Tell dataclasses and small values from plain ones."""
    return is_dataclass(kind) or kind in Small.__subclasses__()


def names(value: Any) -> tuple[str, ...]:
    """List the fields of a dataclass or a small value."""
    return value.__struct_fields__ if isinstance(value, Small) else tuple(f.name for f in fields(value))


def changed(value: Any, told: dict[str, Any]) -> Any:
    """Give the same with other fields."""
    return msgspec.structs.replace(value, **told) if isinstance(value, Small) else replace(value, **told)


def _filled(value: Any, kind: Any, field: Field, poison: Poison) -> Any:
    if field in KEYS:
        return value
    if kind is str:
        return poison(field, value or "")
    if has_fields(kind):
        hints = get_type_hints(kind)
        told = {
            name: _filled(getattr(value, name), hints[name], (type(value).__name__, name), poison)
            for name in names(value)
        }
        return changed(value, told)
    inner = [one for one in get_args(kind) if one not in (NoneType, Ellipsis)]
    if isinstance(value, tuple | Packed) and get_origin(kind) is UnionType:
        plain = next(one for one in get_args(kind) if get_origin(one) is tuple)
        made = _filled(tuple(value), plain, field, poison)
        return type(value).of(made) if isinstance(value, Packed) else made
    if get_origin(kind) is tuple:
        there = value or ("",) * (inner == [str])
        kinds = repeat(inner[0]) if get_args(kind)[-1] is Ellipsis else inner
        return tuple(_filled(one, of, field, poison) for one, of in zip(there, kinds, strict=False))
    absent = value is None and inner != [str]
    return value if absent or NoneType not in get_args(kind) else _filled(value, inner[0], field, poison)


def _rewritten(story: Story, analysis: Analysis, poison: Poison) -> tuple[Story, Analysis]:
    """Put payloads before the names, quotations, roles and paragraphs of an article; spans grow with them."""
    before = {start: poison(field, text).removesuffix(text) for start, field, text in _starts(story, analysis)}
    text = "".join(before.get(at, "") + letter for at, letter in enumerate(story.text))

    def grown(at: int) -> int:
        return at + sum(len(put) for start, put in before.items() if start < at)

    def moved(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(grown(value.start), grown(value.end))
        if isinstance(value, Packed):
            return type(value).of(map(moved, value))
        if has_fields(type(value)):
            return changed(value, {name: moved(getattr(value, name)) for name in names(value)})
        return tuple(map(moved, value)) if isinstance(value, tuple) else value

    spans = [moved(span) for span in paragraph_spans(story.paragraphs)]
    kinds = [paragraph.kind for paragraph in story.paragraphs]
    paragraphs = tuple(Paragraph(text[s.start : s.end], kind) for s, kind in zip(spans, kinds, strict=True))
    return replace(story, paragraphs=paragraphs), moved(analysis)


def _starts(story: Story, analysis: Analysis) -> Iterator[tuple[int, Field, str]]:
    """Tell where a payload goes, and for which text; of several in one place the last counts."""
    for span in paragraph_spans(story.paragraphs):
        yield span.start, ("Paragraph", "text"), story.text[span.start : span.end]
    for field, found in (("Role", analysis.roles), ("Quote", analysis.quotes), ("Mention", analysis.mentions)):
        for one in found:
            yield one.span.start, (field, "text"), one.text or ""
