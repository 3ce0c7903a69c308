"""Articles that give nearly the same text, counted as what they are: one source, however many outlets carry it.

In: the library and articles. Out: how a version is named, how many texts some articles give, and the words for both.
Where articles are only listed or counted as articles, each counts; where they bear witness, or decide on an order, each
text does.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsdigest.model import StoryId
from newsdigest.text import counted
from newsdigest.views.library import Library


def version_name(library: Library, story_id: StoryId, beside: StoryId) -> str:
    """Name a version beside another: by its outlet, or its title where the outlet is the same or not known."""
    story = library.stories[story_id]
    return story.outlet if story.outlet and story.outlet != library.stories[beside].outlet else story.title


def text_of(library: Library, story_id: StoryId | None) -> StoryId | None:
    """Give what all versions of a text have in common: the newest of them. The owner's word stands for itself."""
    return library.versions.get(story_id, (story_id,))[0] if story_id else None


def source_count(library: Library, story_ids: Iterable[StoryId | None]) -> int:
    """Count the texts that some articles give."""
    return len({text_of(library, one) for one in story_ids})


def backing(library: Library, story_ids: Iterable[StoryId | None]) -> str:
    """Say how many articles state something, and how many sources if these are fewer: `3 articles, 2 sources`.

    Empty where it is one article, or only the owner.
    """
    articles = {one for one in story_ids if one}
    if len(articles) < 2:
        return ""
    sources = source_count(library, articles)
    return counted(len(articles), "article") + (f", {counted(sources, 'source')}" if sources < len(articles) else "")


def fewer_sources(library: Library, story_ids: Iterable[StoryId]) -> str:
    """Say how many sources articles come from, where that is fewer than they are: `2 sources`; else nothing."""
    articles = set(story_ids)
    sources = source_count(library, articles)
    return counted(sources, "source") if sources < len(articles) else ""
