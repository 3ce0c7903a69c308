"""All that linking finds in a collection; or what it found in the build before, where it would look at the same again.

In: the stories of a build with their analyses, and the intake. Out: the edition. What was found lies in a file beside
the cache, behind a digest of itself and of all that it was made from: stories, analyses, corrections, the one setting
that linking is told, and the code. So a file that is torn, or of another collection, is as good as none; it is replaced
at the next build. Companions are not kept but counted anew: that takes a twentieth of the linking, and keeping them
would double the file, and the memory for those who share an article.
What is read of single texts lies in a second file, each behind the digest of its story; in a third, what else was
found of a few texts or names alone (`findings`), each behind the digest of these.
Limits: all else is linked whole or not at all: one changed article changes the rarity of every word.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from newsdigest import engines, kept
from newsdigest.corrections import Curation
from newsdigest.intake import Intake
from newsdigest.kept import digest_of
from newsdigest.link import link, newest_first
from newsdigest.link.companions import companions
from newsdigest.link.findings import Findings
from newsdigest.link.wording import Wording, wordings
from newsdigest.model import Analysis, Edition, Skipped, Story, StoryId
from newsdigest.options import Options
from newsdigest.store import uncollected

FILE = "links.msgpack"
"""The name of the file among those of a project's cache."""
WORDINGS = "wordings.msgpack"
"""Likewise: what was read of single texts, for builds in which others changed."""
FINDINGS = "findings.msgpack"
"""Likewise: what linking found of a few texts or names."""


Found = TypeVar("Found")


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
    with uncollected():
        if intake.cache:
            edition = _linked(stories, analyses, intake, intake.cache, options)
        else:
            edition = link(stories, analyses, intake.curation, (), (), options)
    return replace(edition, skipped=skipped, warnings=(*warnings, *edition.warnings))


def _linked(
    stories: tuple[Story, ...], analyses: tuple[Analysis, ...], intake: Intake, cache: Path, options: Options
) -> Edition:
    """Give what was found before, if it was in the same; else find it, and write it down."""
    encode = msgspec.msgpack.encode
    code = encode((engines.engine_digest(engines.LINKS), sys.version_info[:3], sys.byteorder))
    texts = [digest_of(encode(story)) for story in stories]
    found_in = [digest_of(encode(analysis)) for analysis in analyses]
    made_from = digest_of(code, encode((intake.curation, options)), *texts, *found_in)
    edition = _known(stories, analyses, cache, made_from)
    if edition is None:
        edition = _anew(stories, analyses, texts, intake.curation, cache, options, code)
        _keep(edition, analyses, cache, made_from)
    return edition


def _anew(
    stories: tuple[Story, ...], analyses: tuple[Analysis, ...], texts: Sequence[bytes], curation: Curation,
    cache: Path, options: Options, code: bytes,
) -> Edition:  # fmt: skip
    """Link all, but for what is known of single texts and names; write down what the next build will ask for."""
    read = _read(stories, texts, cache, code)
    findings = Findings(_remembered(cache.with_name(FINDINGS), code, dict[bytes, msgspec.Raw]))
    edition = link(stories, analyses, curation, (), (), options, read, findings)
    if findings.given.keys() != findings.known.keys():
        kept.remember(cache.with_name(FINDINGS), msgspec.msgpack.encode(findings.given), code)
    return edition


def _read(stories: Sequence[Story], texts: Sequence[bytes], cache: Path, code: bytes) -> dict[StoryId, Wording]:
    """Read each text, but for those that the build before has read; write down what the next will ask for."""
    known = _remembered(cache.with_name(WORDINGS), code, dict[bytes, Wording])
    pairs = list(zip(stories, texts, strict=True))
    read = wordings(stories, {story.id: known[text] for story, text in pairs if text in known})
    if known.keys() != set(texts):
        record = msgspec.msgpack.encode({text: read[story.id] for story, text in pairs})
        kept.remember(cache.with_name(WORDINGS), record, code)
    return read


def _remembered(file: Path, code: bytes, kind: type[dict[bytes, Found]]) -> dict[bytes, Found]:
    """Give what the build before wrote down; nothing if that cannot be read, or was other code's."""
    try:
        return msgspec.msgpack.decode(kept.recall(file, code), type=kind)
    except msgspec.DecodeError:  # also of nothing
        return {}


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
