"""Reading and cleaning: each file of content/ becomes a Pelican article that carries its Story.

Pelican's seam: readers, and the signals of its article generator. A file that cannot become an article is kept with its
reason in `context["skipped"]`, also where nobody foresaw it.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path, PurePath

from newsdigest import pipeline, read, views
from newsdigest.errors import DigestError, UnusableFileError
from newsdigest.model import Skipped
from newsdigest.options import from_settings
from pelican import signals
from pelican.generators import ArticlesGenerator
from pelican.readers import BaseReader, Readers

LATEST = 253_402_300_799
"""Seconds since 1970 of the last moment that a datetime can hold."""


class DigestReader(BaseReader):  # type: ignore[misc]  # Pelican carries no types
    """Reads every format of ours. The body stays empty: digest_analysis fills it when all articles are known."""

    file_extensions = tuple(read.FORMATS)

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """Give Pelican an article, or a stub with the reason why there is none."""
        intake: pipeline.Intake = self.settings[pipeline.INTAKE]
        path = PurePath(source_path).relative_to(intake.root).as_posix()
        try:
            story = pipeline.ingest(path, intake)
        except UnusableFileError as error:
            return skipped(path, str(error))
        except Exception as error:  # noqa: BLE001  # Pelican would drop the article in silence; it must be named
            return skipped(path, f"an unforeseen {type(error).__name__} ({error}); please report it, with the file")
        return "", {"title": story.title, "date": story.date, "slug": views.story_slug(story), "story": story}


def skipped(path: str, reason: str) -> tuple[str, dict[str, object]]:
    """Give Pelican a stub for a file that becomes no article."""
    return "", {"title": path, "status": "skip", "skipped": Skipped(path, reason)}


def take_stock(generator: ArticlesGenerator) -> None:
    """Let Pelican see only files that are listed by the pipeline, and read them only with our reader."""
    settings = generator.settings
    try:
        options, warnings = from_settings(settings)
        intake = pipeline.take_stock(Path(generator.path), options, warnings, build_time())
    except DigestError as error:
        sys.exit(f"newsdigest: {error}")
    settings[pipeline.INTAKE] = intake
    settings["ARTICLE_PATHS"] = list(intake.paths)
    suffixes = {PurePath(path).suffix.removeprefix(".") for path in intake.paths}
    generator.readers.readers = {suffix: DigestReader(settings) for suffix in sorted(suffixes)}
    generator.context["skipped"] = []


def build_time() -> datetime:
    """Tell the time of this build (UTC): SOURCE_DATE_EPOCH where it is set, so that builds can be repeated."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    if not given.isdecimal() or int(given) > LATEST:
        sys.exit(f"newsdigest: SOURCE_DATE_EPOCH is {given!r}; expected seconds since 1970, as a whole number")
    return datetime.fromtimestamp(int(given) or time.time(), tz=UTC)


def note_skipped(generator: ArticlesGenerator, metadata: dict[str, object]) -> None:
    """Keep the reason why a file became no article."""
    if "skipped" in metadata:
        generator.context["skipped"].append(metadata["skipped"])


def leave_pages_alone(readers: Readers) -> None:
    """Keep our reader away from hand-written pages: it is for articles only."""
    for suffix in read.FORMATS:
        readers.reader_classes.pop(suffix, None)


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(leave_pages_alone)
    signals.article_generator_init.connect(take_stock)
    signals.article_generator_context.connect(note_skipped)
