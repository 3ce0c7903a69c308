"""All that linking finds in a collection; or what it found in the build before, where it would look at the same again.

In: the stories of a build with their analyses, and the intake. Out: the edition. What was found lies in a file beside
the cache, behind a digest of itself and of all that it was made from: stories, analyses, corrections, the one setting
that linking is told, and the code. So a file that is torn, or of another collection, is as good as none; it is replaced
at the next build. Companions are not kept but counted anew: that takes a twentieth of the linking, and keeping them
would double the file, and the memory for those who share an article.
Limits: linking is done whole or not at all: one changed article changes the rarity of every word.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import msgspec

from newsdigest import engines, kept
from newsdigest.intake import Intake
from newsdigest.kept import digest_of
from newsdigest.link import link, newest_first
from newsdigest.link.companions import companions
from newsdigest.model import Analysis, Edition, Skipped, Story
from newsdigest.options import Options

FILE = "links.msgpack"
"""The name of the file among those of a project's cache."""


def linked(
    stories: tuple[Story, ...],
    analyses: tuple[Analysis, ...],
    skipped: tuple[Skipped, ...],
    warnings: tuple[str, ...],
    intake: Intake,
) -> Edition:
    """Link all stories into one edition."""
    stories, analyses = newest_first(stories, analyses)
    options = Options(tags=intake.options.tags)  # so what the others are cannot matter
    made_from = _digest(stories, analyses, intake, options) if intake.cache else b""
    with _uncollected():
        edition = _known(stories, analyses, intake.cache, made_from) if intake.cache else None
        if edition is None:
            edition = link(stories, analyses, intake.curation, (), (), options)
            if intake.cache:
                _keep(edition, analyses, intake.cache, made_from)
    return replace(edition, skipped=skipped, warnings=(*warnings, *edition.warnings))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no rings of objects meanwhile: 10,000 articles are linked in 47 s, else in 57, in the same memory."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _digest(stories: Sequence[Story], analyses: Sequence[Analysis], intake: Intake, options: Options) -> bytes:
    """Make the digest of all that linking looks at."""
    encode = msgspec.msgpack.encode
    of_all = (engines.engine_digest(engines.LINKS), sys.version_info[:3], intake.curation, options)
    pairs = zip(stories, analyses, strict=True)
    return digest_of(encode(of_all), *(digest_of(encode(story), encode(analysis)) for story, analysis in pairs))


def _known(stories: tuple[Story, ...], analyses: tuple[Analysis, ...], cache: Path, made_from: bytes) -> Edition | None:
    """Give what was found before; None where that was in something else, or cannot be read."""
    try:
        found = msgspec.msgpack.decode(kept.recall(cache.with_name(FILE), made_from), type=Edition)
    except msgspec.DecodeError:  # also of nothing
        return None
    corrected = {one.story_id: one for one in found.analyses}
    return replace(
        found,
        stories=stories,
        analyses=tuple(corrected.get(one.story_id, one) for one in analyses),
        entities=companions(found.entities),
    )


def _keep(edition: Edition, analyses: Sequence[Analysis], cache: Path, made_from: bytes) -> None:
    """Write down what was found, for the next build; where that cannot be, it is found anew."""
    corrected = tuple(new for new, old in zip(edition.analyses, analyses, strict=True) if new != old)
    alone = tuple(replace(one, companions=()) for one in edition.entities)
    record = msgspec.msgpack.encode(replace(edition, stories=(), analyses=corrected, entities=alone))
    kept.remember(cache.with_name(FILE), record, made_from)
