"""Typography of one line: what a browser, a scraper or a word processor left between the letters.

A line as found comes in, the same words in clean characters go out: entities resolved, odd spaces made plain, soft
hyphens and invisible characters dropped, a lost space after a full stop put back (`intelligence.According to`).
Limits: letters are never changed; a full stop inside an address, a file name or a host stays as it is.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

from newsdigest.text import without_unsafe_characters

_SPACES = re.compile(r"[\s\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0]+")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u17b4\u17b5\u200e\u200f\u2061-\u2064\ufffc]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_GARBLED = re.compile("[\x80-\x9f]|Â|Ã|â€|[À-ô][\x80-\xbf]")
_LOST_SPACE = re.compile(r"(?<=[a-z]{3})([.?!])(?=(?:[A-Z][a-z]+|A|I)[ ,;:'’])")
_AFTER_DOT = frozenset("Ai App Co Com Csv Dev Doc Exe Gov Html Io Js Md Net Org Pdf Py Txt".split())
"""Words that follow a dot inside a name: `Example.Com said`."""


def tidy(line: str) -> str:
    r"""Make the characters of one line plain; the words stay.

    >>> tidy("Fish&nbsp;&amp;  chips\u00ad ")
    'Fish & chips'
    """
    text = _ENTITY.sub(_resolved, line) if "&" in line else line
    text = _decoded(text) if _GARBLED.search(text) else text
    text = without_unsafe_characters(_SPACES.sub(" ", _INVISIBLE.sub("", text)))
    return _LOST_SPACE.sub(_spaced, text).strip()


def _decoded(text: str) -> str:
    """Read again what was read in a wrong character set: `weâ€™ll` -> `we’ll`."""
    from ftfy import fix_encoding  # here, because it takes a seventh of a second and few files need it

    return fix_encoding(text)


def _resolved(found: re.Match[str]) -> str:
    name = found.group()[1:]
    return html.unescape(found.group()) if name.startswith("#") or name in html5 else found.group()


def _spaced(found: re.Match[str]) -> str:
    after = re.compile(r"[A-Za-z]+").match(found.string, found.end())
    return found.group() if after and after.group() in _AFTER_DOT else found.group() + " "
