"""What every format module gives: the articles it found in the bytes of one file.

A module's `read` takes the bytes and the options, and gives one `Found` an article; of a file with many (a feed), also
one for each entry that cannot become an article, with its problem, so that nothing goes missing in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdigest.model import Stated


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
