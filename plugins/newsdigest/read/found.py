"""What every format module gives: the articles it found in the bytes of one file.

A module's `read` takes the bytes and the options, and gives one `Found` an article; of a file with many (a feed), also
one for each entry that cannot become an article, with its problem, so that nothing goes missing in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdigest.model import Stated
from newsdigest.options import Options

SHORT_LINE = 80
"""Characters that a line counts at least, as it costs time even if it is short: an article of 100,000 lines takes a
build 15 CPU seconds, a file of 1.5 million took 87. A long book has 65,000."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article as it stands in a file; the fields of the same name are explained at `Source`."""

    text: str
    stated: Stated = field(default_factory=Stated)
    frame: tuple[int, ...] = ()
    headings: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    key: str = ""
    """What tells it from the other articles of its file, the same whenever it is saved: its address, or the feed's
    with the entry's own id. Empty where the file holds just one article."""
    problem: str = ""
    """Why it cannot become an article: what was found, what its owner can do. The text is then empty."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one file, in its order."""

    found: tuple[Found, ...]


def too_long(text: str, options: Options) -> str:
    """Say why a text is more than an article; empty where it is not."""
    if len(text) > options.max_text:
        return f"longer than {options.max_text:,} characters; shorten it, or raise the setting DIGEST_MAX_TEXT"
    if text.count("\n") >= (most := options.max_text // SHORT_LINE):
        return f"more than {most:,} lines; shorten it, or raise the setting DIGEST_MAX_TEXT"
    return ""
