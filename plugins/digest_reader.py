"""Reading and cleaning: each file of content/ becomes the stories in it, or the reason why there are none.

Pelican's seam: the signals of its article generator. A file may hold many articles, so Pelican itself reads none: all
of them wait in `context["stories"]` until digest_analysis makes Pelican's articles. Files that hold none are kept with
their reason in `context["skipped"]`, also where nobody foresaw it. Hand-written pages keep Pelican's own readers.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from newsdigest import intake, pipeline, store
from newsdigest.errors import CacheError, DigestError, UnusableFileError
from newsdigest.model import Skipped, Story
from newsdigest.options import from_settings
from newsdigest.pipeline import Ingested
from newsdigest.read import apart
from newsdigest.text import counted
from pelican import signals
from pelican.generators import ArticlesGenerator

APART = "NEWSDIGEST_APART"
"""The name of the process that reads, among Pelican's settings."""
LATEST = 253_402_300_799
"""Seconds since 1970 of the last moment that a datetime can hold."""


class OutOfTimeError(BaseException):
    """The time for a file is over. No Exception: libraries on the way would swallow that."""


def ingested(path: str, stock: intake.Intake) -> Ingested:
    """Read and clean a file in the time it may take; whatever happens, it is accounted for."""
    try:
        with time_limit(stock.options.max_seconds):
            return pipeline.ingest(path, stock)
    except UnusableFileError as error:
        reason = str(error)
    except CacheError as error:
        sys.exit(f"newsdigest: {error}")
    except OutOfTimeError:
        limit = counted(stock.options.max_seconds, "second")
        reason = f"not read and cleaned within {limit}; shorten it, or raise the setting DIGEST_MAX_SECONDS"
    except Exception as error:  # noqa: BLE001  # Pelican would drop the article in silence; it must be named
        reason = f"an unforeseen {type(error).__name__} ({error}); please report it, with the file"
    return Ingested((), (Skipped(path, reason),))


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise OutOfTimeError in the block when it lasts longer; without limit for 0 and where there are no alarms."""

    def ring(*_: object) -> None:
        raise OutOfTimeError

    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def begin(generator: ArticlesGenerator) -> None:
    """Read everything before Pelican looks for articles, of which it finds none."""
    take_stock(generator)
    context = generator.context
    context["stories"], context["skipped"] = read_all(generator.settings[intake.INTAKE])


def take_stock(generator: ArticlesGenerator) -> None:
    """List the files, and recall what is known of them."""
    settings = generator.settings
    try:
        options, warnings = from_settings(settings)
        cache = Path(settings["CACHE_PATH"], store.FILE)
        stock = intake.take_stock(Path(generator.path), options, warnings, build_time(), cache)
        pipeline.recall(stock)
    except DigestError as error:
        sys.exit(f"newsdigest: {error}")
    settings[APART] = apart.Apart()
    settings[intake.INTAKE] = replace(stock, readings=partial(apart.reading, settings[APART]))
    settings["ARTICLE_PATHS"], settings["PAGE_PATHS"] = [], list(stock.pages)


def read_all(stock: intake.Intake) -> tuple[list[Story], list[Skipped]]:
    """Gather what becomes of all files."""
    stories: list[Story] = []
    skipped: list[Skipped] = []
    for path in stock.paths:
        found = ingested(path, stock)
        stories += found.stories
        skipped += found.skipped
    return stories, skipped


def build_time() -> datetime:
    """Tell the time of this build (UTC): SOURCE_DATE_EPOCH where it is set, so that builds can be repeated."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    if not given.isdecimal() or int(given) > LATEST:
        sys.exit(f"newsdigest: SOURCE_DATE_EPOCH is {given!r}; expected seconds since 1970, as a whole number")
    return datetime.fromtimestamp(int(given) or time.time(), tz=UTC)


def finish(generator: ArticlesGenerator) -> None:
    """End the process that reads: all files are read, also those that were looked at a second time."""
    apart.end(generator.settings[APART])


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_init.connect(begin)
    signals.article_generator_finalized.connect(finish)
