"""What feeds and exports share: files that hold several articles.

Values as their writers put them come in; text, titles and addresses fit for an article go out, and of a list of
articles the part that the settings allow, each once. A value is HTML where a known element stands in it, else plain
text; in a `lined` one with no element that begins a line, its lines are kept. Limits: a plain text that names an HTML
element in angle brackets loses that name.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from newsdigest.options import Options
from newsdigest.read import encoding
from newsdigest.read.found import Found
from newsdigest.read.page import fragment_text
from newsdigest.text import counted

TAGS = """
    a abbr article b blockquote body br center cite code dd div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr
    html i iframe img li main ol p pre q s section small span strong sub sup table tbody td th tr u ul
    """.split()
"""Elements that tell HTML from text."""
INLINE = "a abbr b cite code em font i s small span strong sub sup u".split()
"""Those that begin no line: a text whose lines are ended by line breaks may have them too."""
MAX_LINE = 500
"""Characters of a title, a name, an outlet."""
ABRIDGED = "the file gives only a description of this article, which may not be all of it"
TWICE = "more than once in the file, by its address or id; the first was taken"
_TAG = re.compile(rf"</?(?:{'|'.join(TAGS)})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_INLINE = re.compile(rf"</?(?:{'|'.join(INLINE)})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_BREAK = re.compile(r"<(?:br|hr|p|div)\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/<>\"]+[^\s<>\"]*", re.IGNORECASE)

T = TypeVar("T")


def text_of(value: str, options: Options, *, lined: bool = False) -> str:
    """Give the visible text of a value, a block a line; `lined` where its line breaks may be meant."""
    if not _TAG.search(value) and _TAG.match(plain := html.unescape(value).lstrip()):
        value = plain  # escaped once too often
    if not _TAG.search(value):
        return encoding.plain(value)[0].strip()
    bare = _INLINE.sub("", value) if lined and "\n" in value.strip() else value
    if lined and not _MARKUP.search(bare):
        return encoding.plain(html.unescape(bare))[0].strip()
    return fragment_text(value, options)


def line_of(value: str) -> str | None:
    r"""Make one line of a title or a name; None where it says nothing, or too much.

    >>> line_of("Bread &amp;amp; <i>butter</i>\n")
    'Bread & butter'
    """
    if len(value) > 10 * MAX_LINE:
        return None
    plain = _TAG.sub("", _BREAK.sub(" ", html.unescape(html.unescape(value))))
    line = " ".join(encoding.plain(plain)[0].split())
    return line if 0 < len(line) <= MAX_LINE else None


def address_of(value: str, base: str = "") -> str | None:
    """Give a whole web address, of one relative to another where need be; None for anything else."""
    try:
        whole = urljoin(base, value.strip())
        urlsplit(whole)
    except ValueError:  # brackets of a host that are none
        return None
    return whole if value.strip() and whole.isprintable() and _ADDRESS.fullmatch(whole) else None


def allowed(items: Sequence[T], options: Options) -> tuple[Sequence[T], tuple[Found, ...]]:
    """Give the items within the limit, and for the rest one entry that says how many were left out."""
    rest = len(items) - options.max_entries
    if rest <= 0:
        return items, ()
    more = counted(rest, "more article is", "more articles are")
    told = f"{more} in the file than the {options.max_entries:,} that are read of one"
    return items[: options.max_entries], (Found("", problem=f"{told}; raise the setting DIGEST_MAX_ENTRIES"),)


def distinct(found: Iterable[Found]) -> Iterator[Found]:
    """Give each article once; one that says it is the same as another before it becomes an entry with a problem."""
    seen: set[str] = set()
    for one in found:
        if one.key in seen:
            yield Found("", key=one.key, problem=TWICE)
        else:
            yield one
        if one.key:
            seen.add(one.key)
