"""Bytes to text, whatever wrote them.

The bytes of a text file come in, its text and notes on what was repaired go out. Order: a byte order mark; UTF-16
without one; strict UTF-8; for other scripts than Latin what charset-normalizer finds; Polish and its neighbours by the
signs that Windows-1252 would put inside words; Windows-1252 for the rest (coherence does not tell Czech from Italian).
Line ends become line feeds, control characters go. Limits: Czech or Turkish in eight bits comes out with wrong accents;
the note says which encoding was taken.
"""

from __future__ import annotations

import codecs
import re

from newsdigest.text import without_unsafe_characters

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins like another."""
CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b")
"""Bytes that no eight-bit text holds."""
SAMPLE = 100_000
"""Bytes that are enough to recognise an encoding; keeps a 5 MB line quick."""
UTF16_SHARE = 0.02
"""Share of byte pairs with a NUL in UTF-16: Western text has 0.9 and more, Japanese (line ends only) about 0.02."""
WESTERN_SHARE = 0.4
"""From this share on it is UTF-16 in any case; below, bytes that read as ASCII are ASCII with stray NULs."""
PRINTABLE_SHARE = 0.95
UNREADABLE = "□"
"""Stands for what could not be decoded: the sign made for it, U+FFFD, is refused by checkers of feeds and pages."""
WESTERN = "cp1252"
CENTRAL = ("cp1250", "iso8859_2")
FOREIGN_SHARE = 0.25
"""Share of non-ASCII bytes of text in another script: Russian, Greek, Chinese 0.8 and more, Western text up to 0.1."""
FOREIGN_BYTES = 8
"""Fewer such bytes prove nothing: `Caf\\xe9` was taken for Chinese."""
SIGN_SHARE = 0.1
"""Share of signs inside words (`powiedzia³`) when read as Windows-1252: Polish has 0.4, Western text none."""
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡¢£¤¥¦§¨¬¯°±²³´¶¸¹¼½¾¿](?=[^\W\d_])")
_LINE_END = re.compile(r"[\r\x85\u2028\u2029\x0b\x0c]")


def text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a text file; say in notes what was not plain UTF-8."""
    found, notes = decoded(data)
    text, more = plain(found)
    return text, (*notes, *more)


def plain(found: str) -> tuple[str, tuple[str, ...]]:
    """Give every line the same end, and drop control characters; say in notes how many."""
    found = found.replace("\ufffd", UNREADABLE)
    if found.replace("\n", "").isprintable():  # most texts: told in a tenth of the time
        return found, ()
    found = _LINE_END.sub("\n", found.replace("\r\n", "\n"))
    text = without_unsafe_characters(found)
    dropped = len(found) - len(text)
    return text, (f"{dropped} control character{'s' if dropped > 1 else ''} removed",) if dropped else ()


def is_wide(data: bytes) -> bool:
    """Tell whether the bytes are UTF-16 or UTF-32, where NUL bytes are no sign of a binary file."""
    return any(data.startswith(mark) for mark, name in BOMS if name != "utf-8") or _utf16(data[:SAMPLE]) is not None


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Turn bytes into text by the encoding they are most sure to be in."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    wide = _utf16(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace"), (f"read as {wide}",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _eight_bit(data, error)


def _marked(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(name, "replace")
    notes = () if name == "utf-8" else (f"read as {name}",)
    return text, (*notes, "characters that could not be read became □") if "\ufffd" in text else notes


def _utf16(sample: bytes) -> str | None:
    """Recognise UTF-16 without a mark: NULs in one half of the byte pairs only, and printable text when decoded."""
    if b"\x00" not in sample:
        return None
    sample = sample[: len(sample) // 2 * 2]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    share = 2 * max(high, low) / max(len(sample), 1)
    if (high and low) or share < UTF16_SHARE or (share < WESTERN_SHARE and _is_ascii(sample.replace(b"\x00", b""))):
        return None
    name = "utf-16-le" if low else "utf-16-be"
    text = sample.decode(name, "replace")
    printable = sum(c.isprintable() or c.isspace() for c in text)
    return name if text.count("\ufffd") <= 1 and printable >= PRINTABLE_SHARE * len(text) else None


def _is_ascii(sample: bytes) -> bool:
    return sample.isascii() and control_bytes(sample) < len(sample) / 10


def control_bytes(sample: bytes) -> int:
    """Count bytes that no text holds."""
    return len(sample) - len(sample.translate(None, CONTROL_BYTES))


def _eight_bit(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    broken = data.decode("utf-8", "replace")
    if 2 * broken.count("\ufffd") <= len(re.findall(r"[^\x00-\x7f\ufffd]", broken)):  # by chance no text has so many
        return broken, (f"not quite UTF-8 (first at byte {error.start}): unreadable bytes became □",)
    name = _guess(data[max(0, error.start - SAMPLE // 2) : error.start + SAMPLE // 2])
    return data.decode(name, "replace"), (f"not UTF-8: read as {name}",)


def _guess(sample: bytes) -> str:
    """Choose among eight-bit and Asian encodings; Windows-1252 unless the bytes are sure to be something else."""
    high = sum(byte > 0x7F for byte in sample)
    if high >= max(FOREIGN_BYTES, FOREIGN_SHARE * len(sample.replace(b" ", b""))):
        from charset_normalizer import from_bytes  # here: few files need it

        best = from_bytes(sample).best()
        return best.encoding if best else WESTERN
    if _signs(sample, WESTERN) >= SIGN_SHARE * high:
        return min(CENTRAL, key=lambda name: _signs(sample, name))
    return WESTERN


def _signs(sample: bytes, name: str) -> int:
    """Count signs where letters belong, for a sample read in an encoding."""
    return len(_SIGN_IN_WORD.findall(sample.decode(name, "replace")))
