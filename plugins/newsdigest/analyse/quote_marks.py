"""Quotation marks: paragraphs in, the words between marks out, whoever may have said them.

A scanner with one open mark at a time, paragraph by paragraph: double, curly, low and angle marks, two backticks and
two apostrophes, and single ones where they can't be apostrophes. What stands inside a quotation is no quotation of its
own. One that isn't closed counts when a mark opens it again (in the next paragraph, or behind a full stop where
paragraphs were run together), or when it opened its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdigest.model import Span, Story
from newsdigest.text import paragraph_spans

CLOSERS = {
    '"': ('"', "”"),
    "“": ('"', "“", "”"),
    "„": ('"', "“", "”"),
    "«": ("»",),
    "»": ("«",),
    "``": ("''",),
    "''": ("''",),
    "'": ("'", "’"),
    "‘": ("'", "’"),
}
"""What may close each mark."""
_MARK = re.compile(r"``|''|[\"“”„«»'‘’]")
_WORD_BEHIND = re.compile(r"\s[a-z]")
_SINGLE = re.compile(r"‘|'(?!')")
_TOLD = re.compile(r",\s+(?:\w+\s+)?(?:added|asked|said|says|told)\b")
"""Words that a lost closing mark stood before."""
_ELISION = re.compile(r"['’‘](?:\d\ds?|bout|cause|em|n|round|t|til|tis|twas)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: their span, the span with the marks, their paragraph."""

    inner: Span
    outer: Span
    paragraph: int
    closed: bool = True
    continues: bool = False
    """It goes on from the quotation before, which left its marks open."""


def find(story: Story) -> tuple[Marked, ...]:
    """Give all quotations in marks, in their order."""
    found: list[Marked] = []
    spans = list(paragraph_spans(story.paragraphs))
    for number, span in enumerate(spans):
        if story.paragraphs[number].kind == "heading":
            continue
        here = [_moved(marked, span.start, number) for marked in in_paragraph(story.paragraphs[number].text)]
        if here and found and not found[-1].closed and found[-1].paragraph == number - 1:
            here[0] = replace(here[0], continues=here[0].outer.start == span.start)
        found += here
    counted = [marked for i, marked in enumerate(found) if _counts(found, i, spans)]
    return tuple(_without_inner(story.text, counted))


def _without_inner(text: str, found: Sequence[Marked]) -> list[Marked]:
    """Drop single marks where double ones are the rule: they stand in headlines and around doubtful words there."""
    double = [marked for marked in found if not _SINGLE.match(text, marked.outer.start)]
    return double if 2 * len(double) >= len(found) else list(found)


def _moved(marked: Marked, by: int, paragraph: int) -> Marked:
    inner, outer = marked.inner, marked.outer
    return replace(
        marked,
        inner=Span(inner.start + by, inner.end + by),
        outer=Span(outer.start + by, outer.end + by),
        paragraph=paragraph,
    )


def _counts(found: Sequence[Marked], i: int, spans: Sequence[Span]) -> bool:
    marked = found[i]
    goes_on = i + 1 < len(found) and found[i + 1].continues
    opens = marked.outer.start == spans[marked.paragraph].start
    return marked.closed or goes_on or opens


def in_paragraph(text: str) -> list[Marked]:
    """Give the quotations of one paragraph; the last may be left open.

    >>> [text[m.inner.start : m.inner.end] for text in ['"Yes," said Doe.'] for m in in_paragraph(text)]
    ['Yes,']
    """
    found: list[Marked] = []
    opened: re.Match[str] | None = None
    anew: set[int] = set()
    for match in _MARK.finditer(text):
        if opened is None:
            opened = match if _opens(text, match) else None
        elif _opens_anew(text, opened, match):
            between = text[opened.end() : match.start()].rstrip()
            if between.endswith((".", "!", "?", "…")) and not _TOLD.search(between):
                found.append(_between(text, opened.start(), opened.end(), match.start(), match.start()))
                anew.add(match.start())
            opened = match
        elif match.group() in CLOSERS[opened.group()] and _closes(text, opened, match):
            found.append(_between(text, opened.start(), opened.end(), match.start(), match.end()))
            opened = None
    if opened is not None and opened.group() not in ("'", "‘"):
        end = len(text.rstrip())
        found.append(replace(_between(text, opened.start(), opened.end(), end, end), closed=False))
    return [replace(m, continues=m.outer.start in anew) for m in found if m.inner.start < m.inner.end]


def _between(text: str, start: int, after_open: int, before_close: int, end: int) -> Marked:
    inner = text[after_open:before_close]
    first = after_open + len(inner) - len(inner.lstrip())
    last = max(first, after_open + len(inner.rstrip()))
    return Marked(Span(first, last), Span(start, last if before_close == end else end), 0)


def _opens(text: str, match: re.Match[str]) -> bool:
    mark, after = match.group(), text[match.end() : match.end() + 1]
    before = text[max(0, match.start() - 1) : match.start()]
    if mark not in CLOSERS or not after or (after.isspace() and mark not in "“„«"):
        return False
    if mark in ("'", "‘", "''"):
        free = not before or not (before.isalnum() or before in ".,;!?)")
        return free and (after.isalnum() or after in "$£€…[") and not _ELISION.match(text, match.start())
    return mark not in ('"', "»") or not before.isalnum()


def _opens_anew(text: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    """Say whether the open mark was never closed: another stands where only an opening one can."""
    if match.group() not in ('"', "“", "‘") or match.group() != opened.group():
        return False
    before = text[match.start() - 1]
    return before.isspace() and _opens(text, match)


def _closes(text: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if match.group() == opened.group() == "“":
        return not before.isspace() and not after.isalnum()  # one turned the wrong way
    if opened.group() not in ("'", "‘"):
        return True
    if after.isalnum() or before.isspace():
        return False
    return not _is_plural_possessive(text, match)


def _is_plural_possessive(text: str, match: re.Match[str]) -> bool:
    """Recognise `'the workers' rights'`: a mark behind an s, a word after it, and another that closes."""
    if text[match.start() - 1] != "s" or not _WORD_BEHIND.match(text, match.end()):
        return False
    later = re.compile(r"[\w.,!?](['’])(?!\w)").search(text, match.end())
    opening = re.compile(r"(?<!\w)['‘](?=\w)").search(text, match.end())
    return later is not None and (opening is None or later.start(1) < opening.start())
