"""One file of the stock becomes its stories: read, cleaned, corrected; or remembered, where nothing of it has changed.

What is remembered depends on the file's bytes, its path and day, the options, the code, the neighbours' lines and the
owner's lines, all in its address; not on the time of the build, nor on other corrections, which are made afterwards.
`recall` looks up many files at once; what is new is kept in batches: a build that is killed loses the cleaning of less
than `BATCH` files, a fraction of a second, but no reading of a page, which takes longer and is kept by itself at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from newsdigest import curation, read, store
from newsdigest.clean import clean
from newsdigest.corrections import Curation
from newsdigest.errors import UnusableFileError
from newsdigest.intake import Ingested, Intake
from newsdigest.model import Skipped, Source, Story
from newsdigest.options import Options
from newsdigest.read.found import Reading

QUICK = frozenset({"txt"})
"""Suffixes of formats that are not worth remembering: the reading of a page takes 20 to 40 ms, of a text 0.1."""
BATCH = 50
"""Files whose stories are saved at a time: a file 0.05 ms; each by itself 0.4."""
END_OF_TIME = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
"""As seen from here no date lies ahead. So what is remembered does not depend on the day of the build."""
NONE: frozenset[str] = frozenset()


def ingest(path: str, intake: Intake, furniture: frozenset[str] = NONE) -> Ingested:
    """Read, clean and correct the articles of one file. Raises UnusableFileError when it holds none."""
    found = intake.memory.known.pop((path, furniture), None) or _made(path, intake, furniture)
    if any(story.published and story.published > intake.now for story in found.stories):  # cleaning may not believe it
        data = read.data_of(intake.root / path, intake.root, intake.options)
        found = _ingested(path, data, intake, furniture, intake.now)
    return Ingested(tuple(curation.correct_story(story, intake.curation) for story in found.stories), found.skipped)


def stories_of(path: str, intake: Intake, furniture: frozenset[str] = NONE) -> tuple[Story, ...]:
    """Give the articles of a file; none where it cannot be used, which is told where it is read for the site."""
    try:
        return ingest(path, intake, furniture).stories
    except UnusableFileError:
        return ()


def file_of(path: str) -> str:
    """Give the file of an article, which may hold others: `feeds/today.xml#1f0c93aa02de` -> feeds/today.xml."""
    return path.rsplit("#", 1)[0] if read.ENTRY.search(path) else path


def recall(intake: Intake, furniture: Mapping[str, frozenset[str]] | None = None) -> None:
    """Look up what became of files, for `ingest`: of all, or of those whose neighbours carry these lines too."""
    if not intake.cache or not intake.cache.exists():
        return
    wanted = dict.fromkeys(intake.paths, NONE) if furniture is None else furniture
    keys = {}
    for path, lines in sorted(wanted.items()):
        try:
            data = read.data_of(intake.root / path, intake.root, intake.options)
        except UnusableFileError:  # is told where it is ingested
            continue
        keys[path] = _key(path, data, intake, lines)
    intake.memory.used.update(keys.values())
    found = store.load(intake.cache, keys.values(), Ingested)
    known = {(path, wanted[path]): found[key] for path, key in keys.items() if key in found}
    intake.memory.known.update(known)


def keep(intake: Intake) -> None:
    """Save what became of files since the last time. Raises CacheError."""
    if intake.cache and intake.memory.made:
        store.save(intake.cache, intake.memory.made)
        intake.memory.made.clear()


def tidy(intake: Intake) -> None:
    """Forget what became of files long ago, and of other states of them; which readings are of use nobody knows."""
    if intake.cache:
        store.prune(intake.cache, Ingested, intake.memory.used, 2 * len(intake.paths))  # some are cleaned twice
        store.prune(intake.cache, Reading, (), len(intake.paths))


def _made(path: str, intake: Intake, furniture: frozenset[str]) -> Ingested:
    data = read.data_of(intake.root / path, intake.root, intake.options)
    made = _ingested(path, data, intake, furniture, END_OF_TIME)
    if intake.cache:
        key = _key(path, data, intake, furniture)
        intake.memory.made[key] = made
        intake.memory.used.add(key)
    if len(intake.memory.made) >= BATCH:
        keep(intake)
    return made


def _key(path: str, data: bytes, intake: Intake, furniture: frozenset[str]) -> str:
    origin = store.Origin(path, _saved(path, intake), _stated(path, intake.curation), furniture)
    return store.stories_key(data, origin, intake.options, intake.cleaner)


def _saved(path: str, intake: Intake) -> datetime:
    return intake.saved.get(path, intake.now)


def _stated(path: str, stated: Curation) -> tuple[object, ...]:
    """Give what the owner states that cleaning asks for: see `corrections.lines_chosen`."""
    of_file = [one for one in stated.stories if file_of(one.path) == path]
    of_stories = [(one.path, one.source, one.url, one.keep, one.drop) for one in of_file]
    of_outlets = [(one.name, one.keep, one.drop) for one in stated.outlets]
    return (*(one for one in of_stories if any(one[1:])), *of_outlets)


def _ingested(path: str, data: bytes, intake: Intake, furniture: frozenset[str], now: datetime) -> Ingested:
    """Read and clean. Raises UnusableFileError when there is no article."""
    remembered = partial(_reading, intake)
    day = _saved(path, intake)
    contents = read.contents_of(intake.root / path, intake.root, data, day, intake.options, remembered)
    tried = [_cleaned(source, intake, furniture, now) for source in contents.sources]
    stories = tuple(one for one in tried if isinstance(one, Story))
    skipped = (*contents.skipped, *(one for one in tried if isinstance(one, Skipped)))
    if not stories and len(skipped) == 1:
        raise UnusableFileError(skipped[0].reason)
    return Ingested(stories, skipped)


def _reading(intake: Intake, data: bytes, suffix: str, options: Options) -> Reading:
    """Give what was read in a file before, else read it; plain text is quicker to read than to look up."""
    if suffix in QUICK:
        return read.reading(data, suffix, options)
    if intake.cache is None:
        return intake.readings(data, suffix, options)
    key = store.reading_key(data, suffix, options, intake.engine)
    known = store.load(intake.cache, [key], Reading).get(key)
    if known is None:
        known = intake.readings(data, suffix, options)
        store.save(intake.cache, {key: known})
    return known


def _cleaned(source: Source, intake: Intake, furniture: frozenset[str], now: datetime) -> Story | Skipped:
    try:
        return clean(source, intake.options, now, intake.curation, furniture)
    except UnusableFileError as error:
        return Skipped(source.path, str(error))
