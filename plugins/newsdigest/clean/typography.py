"""Typography of one line: what a browser, a scraper or a word processor left between the letters.

A line as found comes in, the same words in clean characters go out: entities resolved, what was read in a wrong
character set read again (ftfy), odd spaces made plain, soft hyphens and invisible characters dropped, a lost space
after a sentence put back (`intelligence.According to`). Quotation marks, dashes and letters stay as they are.
Limits: a lost space is only seen before a word that often begins a sentence; `Example.Com` and `file.Close` are names.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

from newsdigest.text import FUNCTION_WORDS, UNSAFE, without_unsafe_characters

_BLANK = "\t\n\r\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0"
_SPACES = re.compile(rf"[\s{_BLANK}]+")
_HIDDEN = "\u00ad\u034f\u061c\u115f\u17b4\u17b5\u200e\u200f\u2061-\u2064\ufffc"
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
_ODD = re.compile(f"[{_BLANK}{_HIDDEN}{UNSAFE}]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_GARBLED = re.compile(
    "[\x80-\x9f\u00c0-\u00f4](?:(?<=[\x80-\x9f\u00c2\u00c3])|(?<=\u00e2)\u20ac|(?<=[\u00c0-\u00f4])[\x80-\xbf])"
)
"""What UTF-8 looks like when it is read as Latin-1 or Windows-1252; whether it is that, ftfy decides. As in the pattern
for lost spaces the characters that it begins with stand first: texts are searched for them five times as fast."""

OPENERS = (
    FUNCTION_WORDS
    | frozenset(
        """
        according additionally finally first following indeed later meanwhile moreover nearly please plus recently
        second then thus today unless
        """.split()
    )
) - frozenset("app back go may might next put see".split())
"""Words that often begin a sentence, without names of buttons and of parts of programs. In the texts of 1,180 articles
this puts back 60 spaces, all of them right; with any capitalised word it breaks 40 names and lines of code."""
_LOST_SPACE = re.compile(r"[.?!](?:(?<=[a-z]{3}[.?!])(?=([A-Z][a-z]*)[ ,'’])|”(?=[A-Z])|(?=“[A-Z]))")


def tidy(line: str, *, escaped: bool = True) -> str:
    r"""Make the characters of one line plain, and entities where it is `escaped`; the words stay.

    >>> tidy("Fish&nbsp;&amp;  chips\u00ad "), tidy("So weâ€™ll see.According to him, yes")
    ('Fish & chips', 'So we’ll see. According to him, yes')
    """
    text = _ENTITY.sub(_resolved, line) if escaped and "&" in line else line
    if text.isascii() and text.isprintable():
        return _LOST_SPACE.sub(_spaced, " ".join(text.split()) if "  " in text else text.strip())
    text = _decoded(text) if is_garbled(text) else text
    if "  " in text or _ODD.search(text):
        text = without_unsafe_characters(_SPACES.sub(" ", _INVISIBLE.sub("", text)))
    return _LOST_SPACE.sub(_spaced, text).strip()


def is_garbled(text: str) -> bool:
    """Tell whether a text may have been read in a wrong character set: `weâ€™ll`."""
    return _GARBLED.search(text) is not None


def _decoded(text: str) -> str:
    from ftfy import fix_encoding  # here: the import takes longer than the cleaning, and few files need it

    return fix_encoding(text)


def _resolved(found: re.Match[str]) -> str:
    name = found.group()[1:]
    return html.unescape(found.group()) if name.startswith("#") or name in html5 else found.group()


def _spaced(found: re.Match[str]) -> str:
    opener = found[1]
    return found.group() if opener and opener.casefold() not in OPENERS else found.group() + " "
