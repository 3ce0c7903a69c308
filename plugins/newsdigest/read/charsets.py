"""Stated charsets: bytes with the name of their encoding to text.

Bytes and the charset that a header or a page states for them come in; the text and notes on what was repaired go out.
A charset is believed where the bytes agree with it; UTF-8 that is called something else, and what does not fit what is
stated, is read by what the bytes are. Limits: two encodings of one byte a character that both fit; then the stated one.
"""

from __future__ import annotations

import codecs

from newsdigest.read.encoding import plain, text_of

WIDER = {
    "ascii": "utf-8",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-11": "cp874",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""Charsets that are stated where a larger one was used, as the WHATWG's encoding standard has it."""
UNFIT = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape"})
"""What Python calls an encoding of text and no text is in."""
RECOGNISED = frozenset({"utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le", "utf-8-sig"})
"""Known by their bytes; pages that state one of these inside themselves are not in it."""
MULTIBYTE = frozenset(
    """
    big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp gb18030 hz iso2022_jp iso2022_jp_1 iso2022_jp_2
    iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis_2004 shift_jisx0213 utf-7 utf-8
    """.split()
)
"""Encodings of several bytes a character: a short text in one of them may by chance be UTF-8 too."""
SURE = 8
"""Characters of UTF-8 that no text in another such encoding has by chance: for one of GB 2312 it is 0.14."""
UNREADABLE = 0.02
"""Share of characters that do not fit a stated charset up to which it is believed: a cut file has one, a lie many."""


def decoded(data: bytes, charset: str) -> tuple[str, tuple[str, ...]]:
    """Decode by the charset stated; where that is unknown or a lie, by what the bytes are."""
    name = _codec(charset)
    if name is None or name in RECOGNISED or _is_marked(data) or _is_utf8(data, SURE if name in MULTIBYTE else 1):
        return text_of(data)
    text = data.decode(name, "replace")
    if name != "utf-8" and text.count("\ufffd") <= UNREADABLE * len(text):
        return plain(text)
    text, notes = text_of(data)
    return text, notes if name == "utf-8" else tuple(f"stated to be {charset[:40]}, {note}" for note in notes)


def _codec(charset: str) -> str | None:
    """Give Python's name of a charset, of the wider one where a narrower is stated by habit."""
    try:
        name = codecs.lookup(charset.lower().removeprefix("x-")).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name in UNFIT else WIDER.get(name, name)


def _is_marked(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE))


def _is_utf8(data: bytes, least: int) -> bool:
    try:
        return sum(not c.isascii() for c in data.decode("utf-8")) >= least
    except UnicodeDecodeError:
        return False
