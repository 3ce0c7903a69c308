"""The HTML of the articles' texts: rendered once, shown on a page of this site and in feeds that are read elsewhere.

In: a library. Out: HTML whose names lead to their pages from the place where it is shown. What is rendered waits in a
`Spool` until it is asked for again.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from newsdigest import markup, views
from newsdigest.model import StoryId
from newsdigest.spool import Spool

ABOVE = ".."
"""The site's root, as seen from the page of an article."""


class Bodies:
    """The texts of a library as HTML."""

    def __init__(self, library: views.Library, folder: Path | None = None) -> None:
        """Keep what is rendered in a file in this folder, or where the system has its temporary files."""
        self._library = library
        self._spool = Spool(folder)

    def of(self, story_id: StoryId) -> str:
        """Show a text on its page."""
        return self._spool.once(story_id, partial(self._rendered, story_id)).decode()

    def elsewhere(self, story_id: StoryId, base: str) -> str:
        """Show a text outside the site, which is at this address."""
        return markup.relinked(self.of(story_id), ABOVE, base)

    def _rendered(self, story_id: StoryId) -> bytes:
        story, analysis = self._library.stories[story_id], self._library.analyses[story_id]
        return markup.body(story, analysis, views.name_links(self._library, story_id, ABOVE)).encode()
