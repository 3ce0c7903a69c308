"""Plain text: the bytes of a `.txt` file come in, its one article goes out. Header lines are for cleaning to read."""

from __future__ import annotations

from newsdigest.options import Options
from newsdigest.read.encoding import text_of
from newsdigest.read.found import Found


def read(data: bytes, options: Options) -> tuple[Found, ...]:  # noqa: ARG001  # as every format is read
    """Decode the file; its notes say what was not plain UTF-8."""
    text, notes = text_of(data)
    return (Found(text, notes=notes),)
