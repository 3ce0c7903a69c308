"""The steps in their order: ingest each file of the stock, analyse the stories, link them into an edition.

Pure but for reading the folder, and the cache; progress is told to a callback, `now` is an argument. The language model
is loaded by other processes (`analyses`), and only when the cache lacks a story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsdigest import curation, read
from newsdigest.analyses import Progress, analyse_all
from newsdigest.clean.furniture import furniture
from newsdigest.intake import Ingested, Intake
from newsdigest.link.copies import without_copies
from newsdigest.linked import linked
from newsdigest.model import Edition, Skipped, Story
from newsdigest.options import settled
from newsdigest.stories import file_of, ingest, keep, recall, stories_of, tidy
from newsdigest.text import letters

__all__ = [
    "Ingested",
    "Progress",
    "analyse_all",
    "build_edition",
    "file_of",
    "ingest",
    "recall",
    "stories_of",
    "without_furniture",
]


def without_furniture(stories: Sequence[Story], intake: Intake) -> tuple[Story, ...]:
    """Clean those again that carry lines which the other articles of their folder carry too."""
    folders = [_folder(story.path) for story in stories]
    known = furniture((folder, [p.text for p in s.paragraphs]) for folder, s in zip(folders, stories, strict=True))
    carried = {
        file_of(story.path): known[folder]
        for folder, story in zip(folders, stories, strict=True)
        if known[folder] and any(letters(paragraph.text) in known[folder] for paragraph in story.paragraphs)
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
    tidy(intake)
    left_out = (*intake.skipped, *skipped, *copies)
    kept, analyses = analyse_all(kept, settled(intake.options, len(kept)), intake.cache, progress)
    ordered = tuple(sorted((*left_out, *_vanished(intake, kept, left_out)), key=lambda s: s.path))
    warnings = (*intake.warnings, *_unmatched(intake, kept, ordered))
    return _without_candidates(linked(kept, analyses, ordered, warnings, intake))


def _without_candidates(edition: Edition) -> Edition:
    """Leave out the keywords that tags are chosen of; nobody asks for the others, 2 KB a story."""
    return replace(edition, analyses=tuple(replace(one, keywords=()) for one in edition.analyses))


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
