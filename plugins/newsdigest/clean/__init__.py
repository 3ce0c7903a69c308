"""Cleaning: a file as read to the article in it, with everything that was taken out.

A `Source` comes in, a `Story` goes out; how stands in `article`. Only the door is here: the modules behind it make a
hundred tables and patterns, and a build that finds all its stories in the cache needs none of them.
"""

from __future__ import annotations

from datetime import datetime

from newsdigest.corrections import NO_CORRECTIONS, Curation
from newsdigest.model import Source, Story
from newsdigest.options import Options


def clean(
    source: Source,
    options: Options,
    now: datetime,
    curation: Curation = NO_CORRECTIONS,
    furniture: frozenset[str] = frozenset(),
) -> Story:
    """Find the article in a file; `furniture` holds the folded lines that its neighbours carry too.

    Raises UnusableFileError when there is no word in it.
    """
    from newsdigest.clean.article import story_of

    return story_of(source, options, now, curation, furniture)
