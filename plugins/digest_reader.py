"""Reading and cleaning: each file of content/ becomes a Pelican article that carries its Story.

Pelican's seam: readers, and the signals of its article generator. A file that cannot become an article is kept with its
reason in `context["skipped"]`; only what nobody foresaw is left to raise.
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

INTAKE = "NEWSDIGEST_INTAKE"


class DigestReader(BaseReader):  # type: ignore[misc]  # Pelican carries no types
    """Reads every format of ours. The body stays empty: digest_analysis fills it when all articles are known."""

    file_extensions = tuple(read.FORMATS)

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """Give Pelican an article, or a stub with the reason why there is none."""
        intake: pipeline.Intake = self.settings[INTAKE]
        path = PurePath(source_path).relative_to(intake.root).as_posix()
        try:
            story = pipeline.ingest(path, intake)
        except UnusableFileError as error:
            return "", {"title": path, "status": "skip", "skipped": Skipped(path, str(error))}
        return "", {"title": story.title, "date": story.date, "slug": views.story_slug(story), "story": story}


def take_stock(generator: ArticlesGenerator) -> None:
    """Let Pelican see only files that are listed by the pipeline, and read them only with our reader."""
    settings = generator.settings
    try:
        options, warnings = from_settings(settings)
        intake = pipeline.take_stock(Path(generator.path), options, warnings, build_time())
    except DigestError as error:
        sys.exit(f"newsdigest: {error}")
    settings[INTAKE] = intake
    settings["ARTICLE_PATHS"] = list(intake.paths)
    suffixes = {PurePath(path).suffix.removeprefix(".") for path in intake.paths}
    generator.readers.readers = {suffix: DigestReader(settings) for suffix in sorted(suffixes)}
    generator.context["skipped"] = []


def build_time() -> datetime:
    """Tell the time of this build (UTC): SOURCE_DATE_EPOCH where it is set, so that builds can be repeated."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), tz=UTC)


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
