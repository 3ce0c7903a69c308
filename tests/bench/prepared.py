"""Fill a project's cache of analyses for a collection of copies, without analysing each of them.

    python -m tests.bench.prepared PROJECT TEXTS

Analysed are the first articles, one for each of the texts in that folder. A copy has the same words at the same places,
but for those that were exchanged; so what was found in the text is found in the copy, with words exchanged likewise.
Copies that cleaning treats in another way than their text are left to the build.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsdigest import engines, intake, pipeline, store
from newsdigest.link.copies import without_copies
from newsdigest.model import Analysis, Quote, Role, Story
from newsdigest.options import Options, from_settings, settled
from newsdigest.packed import Small

from tests.bench.corpus import Corpus, Exchange, corpus

WORDS = ("cue", "organisation", "person", "speaker", "text")
"""The fields of an analysis that hold words of the article."""


def main(project: Path, texts: Path) -> None:
    """Analyse the texts, and save what that says of their copies."""
    base = corpus(texts)
    chosen, _ = from_settings(runpy.run_path(str(project / "pelican.conf.py")))
    stock = intake.take_stock(project / "content", chosen, (), datetime.now(UTC), project / ".cache" / store.FILE)
    single, _ = without_copies([one for path in stock.paths for one in pipeline.stories_of(path, stock)])
    stories = {number_of(story): story for story in pipeline.without_furniture(single, stock)}
    options = settled(chosen, len(stories))
    first = tuple(stories[number] for number in range(len(base.texts)) if number in stories)
    _, analyses = pipeline.analyse_all(first, options, stock.cache, lambda done, total: None)
    known = dict(zip(first, analyses, strict=True))
    store.save(stock.cache or project, dict(copies(stories, known, base, options)))


def number_of(story: Story) -> int:
    """Tell the number of an article by its file: `003/00600.txt` -> 600."""
    return int(Path(story.path).stem)


def copies(
    stories: Mapping[int, Story], known: Mapping[Story, Analysis], base: Corpus, options: Options
) -> Iterator[tuple[str, Analysis]]:
    """Yield the analysis of each copy under the key by which a build looks for it."""
    engine = engines.engine_digest(engines.ANALYSIS)
    for number, story in stories.items():
        copy, place = divmod(number, len(base.texts))
        exchange = base.exchange(copy)
        if copy and place in stories and exchange(stories[place].text) == story.text:
            yield store.key(story, options, engine), in_copy(known[stories[place]], exchange)


def in_copy(found: Any, exchange: Exchange) -> Any:
    """Exchange the words in what was found."""
    if isinstance(found, tuple):
        return tuple(in_copy(one, exchange) for one in found)
    if not isinstance(found, Small | Analysis | Role | Quote):
        return found
    names = found.__struct_fields__ if isinstance(found, Small) else [field.name for field in fields(found)]
    values = {name: getattr(found, name) for name in names}
    copied = {
        name: exchange(value) if name in WORDS and isinstance(value, str) else in_copy(value, exchange)
        for name, value in values.items()
    }
    return type(found)(**copied)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
