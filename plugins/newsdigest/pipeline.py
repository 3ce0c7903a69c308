"""The steps in their order: ingest each file of the stock, analyse the stories, link them into an edition.

Pure but for reading the folder, and the cache; progress is told to a callback, `now` is an argument. The language model
is imported by `analyse` only, and `analyse` only when the cache lacks a story, so that an unchanged build stays quick.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from newsdigest import curation, executor, read, store
from newsdigest.clean.furniture import furniture
from newsdigest.intake import Ingested, Intake
from newsdigest.link.copies import without_copies
from newsdigest.linked import linked
from newsdigest.model import Analysis, Edition, Skipped, Story
from newsdigest.options import Options, settled
from newsdigest.stories import file_of, ingest, keep, recall, stories_of
from newsdigest.text import letters

__all__ = ["Ingested", "analyse_all", "build_edition", "file_of", "ingest", "recall", "stories_of", "without_furniture"]

PARALLEL_FROM = 40
"""Misses that pay for starting processes: each loads the model for 2 CPU seconds, the price of some 15 articles."""
CHUNK = 4
"""Stories handed to a process here at a time: at the end one may work at a chunk while others have nothing to do."""
FAR_CHUNK = 25
"""Stories handed to a worker elsewhere at a time: some 4 s of work, beside which the way there does not count."""

Progress = Callable[[int, int], None]
"""Told how many stories are analysed, of how many."""


def without_furniture(stories: Sequence[Story], intake: Intake) -> tuple[Story, ...]:
    """Clean those again that carry lines which the other articles of their folder carry too."""
    folders = [_folder(story.path) for story in stories]
    known = furniture((folder, [p.text for p in s.paragraphs]) for folder, s in zip(folders, stories, strict=True))
    carried = {
        file_of(story.path): known[folder]
        for folder, story in zip(folders, stories, strict=True)
        if any(letters(paragraph.text) in known[folder] for paragraph in story.paragraphs)
    }
    recall(intake, carried)
    again = {s.path: s for path, lines in sorted(carried.items()) for s in stories_of(path, intake, lines)}
    keep(intake)
    pairs = [(story, again.get(story.path, story)) for story in stories]
    return tuple(replace(new, id=story.id, id_key=story.id_key) for story, new in pairs)


def _folder(path: str) -> str:
    """Give the group in which an article's neighbours are: its folder, or the file that holds several."""
    return file_of(path) if read.ENTRY.search(path) else path.rpartition("/")[0]


def build_edition(stories: Iterable[Story], skipped: Iterable[Skipped], intake: Intake, progress: Progress) -> Edition:
    """Analyse all stories and link them. Copies of a text, and files that came to nothing, end among the skipped."""
    single, copies = without_copies(stories)
    kept = without_furniture(single, intake)
    left_out = (*intake.skipped, *skipped, *copies)
    analyses = analyse_all(kept, settled(intake.options, len(kept)), intake.cache, progress)
    ordered = tuple(sorted((*left_out, *_vanished(intake, kept, left_out)), key=lambda s: s.path))
    warnings = (*intake.warnings, *_unmatched(intake, kept, ordered))
    return linked(kept, analyses, ordered, warnings, intake)


def _unmatched(intake: Intake, stories: Sequence[Story], skipped: Iterable[Skipped]) -> tuple[str, ...]:
    """Give a warning for each correction of articles that has no effect any more."""
    entries = {story.path for story in stories} | {entry.path for entry in skipped}
    paths = entries | (set(intake.paths) - {file_of(path) for path in entries})
    return (
        *curation.unmatched_stories(intake.curation, paths),
        *curation.unmatched_outlets(intake.curation, stories),
        *curation.unmatched_lines(intake.curation, stories),
    )


def _vanished(intake: Intake, stories: Sequence[Story], skipped: Sequence[Skipped]) -> Iterator[Skipped]:
    known = {file_of(path) for path in (*(story.path for story in stories), *(entry.path for entry in skipped))}
    for path in intake.paths:
        if path not in known:
            yield Skipped(path, "the file vanished while the site was built; build again")


def analyse_all(
    stories: tuple[Story, ...],
    options: Options,
    cache: Path | None,
    progress: Progress,
    parallel_from: int = PARALLEL_FROM,
) -> tuple[Analysis, ...]:
    """Give each story's analysis, in the same order: from the cache, else made, by many if they are many."""
    engine = store.engine_digest(store.ANALYSIS)
    keys = [store.key(story, options, engine) for story in stories]
    known = store.load(cache, keys, Analysis) if cache else {}
    misses = {key: story for key, story in zip(keys, stories, strict=True) if key not in known}
    for made in _made(misses, options, progress, parallel_from):
        if cache:
            store.save(cache, made)
        known |= made
    return tuple(replace(known[key], story_id=story.id) for key, story in zip(keys, stories, strict=True))


def _made(
    misses: Mapping[str, Story], options: Options, progress: Progress, parallel_from: int
) -> Iterator[dict[str, Analysis]]:
    """Analyse what is not known; yield the analyses as they come, so that each can be kept at once."""
    if not misses:
        return
    pairs, total = list(misses.items()), len(misses)
    alone = total < parallel_from or (not options.executor and (options.jobs or os.cpu_count() or 1) == 1)
    size = 1 if alone else FAR_CHUNK if options.executor else CHUNK
    chunks = [dict(pairs[start : start + size]) for start in range(0, total, size)]
    works = [tuple(chunk.values()) for chunk in chunks]
    task = partial(_analyse_all, options=options)
    progress(0, total)
    told = count(1)
    for chunk, analyses in zip(chunks, map(task, works) if alone else executor.run(task, works, options), strict=True):
        yield dict(zip(chunk, analyses, strict=True))
        for _ in chunk:
            progress(next(told), total)


def _analyse_all(stories: Sequence[Story], options: Options) -> tuple[Analysis, ...]:
    return tuple(_analyse(story, options) for story in stories)


def _analyse(story: Story, options: Options) -> Analysis:
    from newsdigest.analyse import analyse  # loads the model for seconds, so only on a miss

    return analyse(story, options)
