"""Corrections that have no effect: what the owner stated and the articles of a build in, a warning for each out.

A file was renamed, an outlet is gone, a line reads otherwise now: the owner should hear of it, with the nearest match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdigest.corrections import DROPPED, Curation, OutletCorrection, StoryCorrection, is_outlet, matches
from newsdigest.curation.file import hint, shown
from newsdigest.model import Story


def unmatched_lines(curation: Curation, stories: Iterable[Story]) -> tuple[str, ...]:
    """Give a warning for each line to keep or to drop that stands in none of the articles meant."""
    meant: dict[tuple[str, str, str, str], bool] = {}
    for story in stories:
        for section, name, choice in _choices(curation, story):
            left = [paragraph.text for paragraph in story.paragraphs]
            gone = [removed.text for removed in story.removed if removed.rule == DROPPED]
            for word, lines, found in (("keep", choice.keep, left), ("drop", choice.drop, gone)):
                for line in lines:
                    key = (section, name, word, line)
                    meant[key] = meant.get(key, False) or any(matches(text, [line]) for text in found)
    return tuple(
        f'curation.toml: {word} in [{section}."{name}"]: {shown(line)} matches no line; copy it from the page, '
        "or its beginning followed by …"
        for (section, name, word, line), hit in sorted(meant.items())
        if not hit
    )


def _choices(curation: Curation, story: Story) -> Iterator[tuple[str, str, StoryCorrection | OutletCorrection]]:
    for one in curation.stories:
        if one.path == story.path:
            yield "article", one.path, one
    for outlet in curation.outlets:
        if is_outlet(outlet.name, story.outlet, story.url):
            yield "source", outlet.name, outlet


def unmatched_outlets(curation: Curation, stories: Iterable[Story]) -> tuple[str, ...]:
    """Give a warning for each section on a source that no article comes from."""
    known = {(story.outlet, story.url) for story in stories}
    names = sorted({outlet for outlet, _ in known if outlet})
    return tuple(
        f'curation.toml: [source."{one.name}"] matches no source{hint(one.name, names)}'
        for one in curation.outlets
        if not any(is_outlet(one.name, outlet, url) for outlet, url in known)
    )


def unmatched_stories(curation: Curation, paths: Iterable[str]) -> tuple[str, ...]:
    """Give a warning for each section on an article that does not exist, with the nearest file."""
    known = sorted(paths)
    return tuple(
        f'curation.toml: [article."{one.path}"] matches no file{hint(one.path, known)}'
        for one in curation.stories
        if one.path not in known
    )
