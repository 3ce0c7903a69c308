"""The steps in their order: take stock of a folder, ingest each file, analyse the stories, link them into an edition.

Pure but for reading the folder, and the cache; progress is told to a callback, `now` is an argument. The language model
is imported by `analyse` only, and `analyse` only when the cache lacks a story, so that an unchanged build stays quick.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from newsdigest import curation as corrections
from newsdigest import read, store
from newsdigest.clean import clean
from newsdigest.link import link
from newsdigest.model import Analysis, Curation, Edition, Skipped, Story
from newsdigest.options import Options
from newsdigest.read import saved
from newsdigest.text import without_unsafe_characters

CURATION_FILE = "curation.toml"
PAGES_FOLDER = "pages"
PAGE_SUFFIXES = ("htm", "html", "rst")
"""What Pelican itself reads; such files in the pages folder are hand-written pages."""
INTAKE = "NEWSDIGEST_INTAKE"
"""The name under which the plugins hand an Intake on, among Pelican's settings."""
PARALLEL_FROM = 40
"""Misses that pay for starting processes: each loads the model for 2 CPU seconds, the price of some 15 articles."""
CHUNK = 8
"""Stories handed to a process at a time."""

Progress = Callable[[int, int], None]
"""Told how many stories are analysed, of how many."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A content folder before anything in it is read, and what goes for all of its files."""

    root: Path
    paths: tuple[str, ...]
    """Files that may become articles, relative to root, sorted."""
    skipped: tuple[Skipped, ...]
    """Files that cannot, by their kind alone."""
    saved: Mapping[str, datetime]
    curation: Curation
    options: Options
    warnings: tuple[str, ...]
    now: datetime


def take_stock(root: Path, options: Options, warnings: tuple[str, ...], now: datetime) -> Intake:
    """List a folder's files and load its corrections. Raises CurationError when curation.toml is broken."""
    found = list(_files(root, root))
    usable = tuple(sorted(path for path, problem in found if problem is None))
    skipped = tuple(Skipped(path, problem) for path, problem in sorted(found) if problem is not None)
    curation = corrections.load(root / CURATION_FILE)
    unmatched = corrections.unmatched_stories(curation, usable)
    return Intake(
        root=root,
        paths=usable,
        skipped=skipped,
        saved=saved.saved_dates(root),
        curation=curation,
        options=options,
        warnings=(*warnings, *curation.warnings, *unmatched),
        now=now,
    )


def _files(folder: Path, root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield each file's path and, where it can't be an article, the reason. Hidden files are nobody's articles."""
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if entry.name.startswith(".") or name == CURATION_FILE:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path, root)
        elif name != _spelt_out(name):
            yield _spelt_out(name), "its name holds characters that cannot be shown; rename it"
        elif not _is_file(entry):
            yield name, "no regular file (a link to a folder, or to nothing); put the files themselves here"
        elif not name.startswith(f"{PAGES_FOLDER}/"):
            yield name, _problem(name, sorted(read.FORMATS), "save the article as")
        elif problem := _problem(name, PAGE_SUFFIXES, "a hand-written page is"):
            yield name, problem


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself
        return False


def _spelt_out(name: str) -> str:
    r"""Write line breaks, control characters and bytes that are no text as \n, \x1b, \udcff."""
    return "".join(
        ascii(char)[1:-1] if char in "\n\r\t" or not without_unsafe_characters(char) else char for char in name
    )


def _problem(name: str, known: Sequence[str], advice: str) -> str | None:
    suffix = Path(name).suffix.lower().removeprefix(".")
    if suffix in known:
        return None
    endings = ", ".join(f".{ending}" for ending in known)
    what = f"files ending in .{suffix} are not read" if suffix else "the name has no ending"
    return f"{what}; {advice} {endings}"


def ingest(path: str, intake: Intake) -> Story:
    """Read, clean and correct one file. Raises UnusableFileError with the reason when it cannot become an article."""
    day = intake.saved.get(path, intake.now)
    source = read.read_file(intake.root / path, intake.root, day, intake.options)
    return corrections.correct_story(clean(source, intake.options, intake.now), intake.curation)


def build_edition(
    stories: Iterable[Story], skipped: Iterable[Skipped], intake: Intake, cache: Path, progress: Progress
) -> Edition:
    """Analyse all stories and link them. Copies of a text, and files that came to nothing, end among the skipped."""
    kept, copies = without_copies(stories)
    left_out = (*intake.skipped, *skipped, *copies)
    analyses = analyse_all(kept, intake.options, cache, progress)
    ordered = tuple(sorted((*left_out, *_vanished(intake, kept, left_out)), key=lambda s: s.path))
    return link(kept, analyses, intake.curation, ordered, intake.warnings, intake.options)


def without_copies(stories: Iterable[Story]) -> tuple[tuple[Story, ...], tuple[Skipped, ...]]:
    """Keep the first, by path, of stories with the same identity or the same text; name the others."""
    kept: list[Story] = []
    skipped: list[Skipped] = []
    first: dict[object, Story] = {}
    for story in sorted(stories, key=lambda s: s.path):
        twin = first.get(story.text) or first.get(story.id)
        if twin is None:
            kept.append(story)
            first[story.text] = first[story.id] = story
        else:
            what = "text" if twin.text == story.text else "address (URL or Id)"
            skipped.append(Skipped(story.path, f"the same {what} as {twin.path}; delete one of them"))
    return tuple(kept), tuple(skipped)


def _vanished(intake: Intake, stories: Iterable[Story], skipped: Iterable[Skipped]) -> Iterator[Skipped]:
    known = {story.path for story in stories} | {entry.path for entry in skipped}
    for path in intake.paths:
        if path not in known:
            yield Skipped(path, "the file vanished while the site was built; build again")


def analyse_all(
    stories: tuple[Story, ...], options: Options, cache: Path, progress: Progress, parallel_from: int = PARALLEL_FROM
) -> tuple[Analysis, ...]:
    """Give each story's analysis, in the same order: from the cache, else made, by `options.jobs` processes if many."""
    engine = store.engine_digest()
    keys = [store.key(story, options, engine) for story in stories]
    known = store.load(cache, keys)
    misses = {key: story for key, story in zip(keys, stories, strict=True) if key not in known}
    if misses:
        made = dict(zip(misses, _made(list(misses.values()), options, progress, parallel_from), strict=True))
        store.save(cache, made)
        known |= made
    return tuple(replace(known[key], story_id=story.id) for key, story in zip(keys, stories, strict=True))


def _made(stories: list[Story], options: Options, progress: Progress, parallel_from: int) -> Iterator[Analysis]:
    jobs = min(options.jobs or os.cpu_count() or 1, len(stories))
    one = partial(_analyse, options=options)
    progress(0, len(stories))
    if jobs == 1 or len(stories) < parallel_from:
        yield from _counted(map(one, stories), len(stories), progress)
    else:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            yield from _counted(pool.map(one, stories, chunksize=CHUNK), len(stories), progress)


def _analyse(story: Story, options: Options) -> Analysis:
    from newsdigest.analyse import analyse  # loads the model for seconds, so only on a miss

    return analyse(story, options)


def _counted(analyses: Iterable[Analysis], total: int, progress: Progress) -> Iterator[Analysis]:
    for done, analysis in enumerate(analyses, start=1):
        yield analysis
        progress(done, total)
