"""The analyses of all stories: from the cache, else made, by many processes where they are many.

An article whose analysis takes too long, or ends the processes that try, is left with its first paragraph for a summary
and a note that says so; as that may be otherwise the next time, it is not remembered. The language model is loaded by
the processes that analyse only, so that this one stays small, and an unchanged build quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from newsdigest import engines, executor, store
from newsdigest.model import Analysis, Sentence, Story
from newsdigest.options import Options
from newsdigest.text import counted, paragraph_spans
from newsdigest.workers import Lost, Task

PARALLEL_FROM = 40
"""Misses that pay for more than one process: each loads the model for 1.6 CPU seconds, as long as 15 articles take."""
BRIEF = 30
"""Words of a paragraph that lists can show."""
LONGEST = 1_000
"""Characters of a paragraph that can be a summary, whatever a word is in it."""
LACKS = "so it has no names, quotations or tags, and no summary but a short first paragraph"

Progress = Callable[[int, int], None]
"""Told how many stories are analysed, of how many."""


def analyse_all(
    stories: tuple[Story, ...],
    options: Options,
    cache: Path | None,
    progress: Progress,
    parallel_from: int = PARALLEL_FROM,
) -> tuple[tuple[Story, ...], tuple[Analysis, ...]]:
    """Give the stories, with a note where one could not be analysed, and each one's analysis in the same order."""
    engine = engines.engine_digest(engines.ANALYSIS)
    keys = [store.key(story, options, engine) for story in stories]
    known = store.load(cache, keys, Analysis) if cache else {}
    misses = {key: story for key, story in zip(keys, stories, strict=True) if key not in known}
    lost: dict[str, Lost] = {}
    for key, found in _made(misses, options, progress, parallel_from):
        if isinstance(found, Lost):
            lost[key] = found
            known[key] = lead(misses[key], options)
            continue
        known[key] = found
        if cache:
            store.save(cache, {key: found})
    if cache:
        store.prune(cache, Analysis, keys, len(keys))
    rows = list(zip(keys, stories, strict=True))
    told = tuple(_noted(story, lost[key], options) if key in lost else story for key, story in rows)
    return told, tuple(replace(known[key], story_id=story.id) for key, story in rows)


def _made(
    misses: Mapping[str, Story], options: Options, progress: Progress, parallel_from: int
) -> Iterator[tuple[str, Analysis | Lost]]:
    """Analyse what is not known, the longest first: so all processes end at the same time. Yield each as it comes."""
    if not misses:
        return
    pairs = sorted(misses.items(), key=lambda pair: -len(pair[1].text))
    where = options if len(pairs) >= parallel_from else replace(options, executor="", jobs=1)
    task: Task[Story, Analysis] = Task(partial(_analyse, options), _prepare, options.max_seconds)
    results = executor.run(task, [story for _, story in pairs], where)
    progress(0, len(pairs))
    for done, (number, found) in enumerate(results, 1):
        yield pairs[number][0], found
        progress(done, len(pairs))


def _prepare() -> None:
    from newsdigest.analyse import nlp  # loads for seconds

    nlp.load()


def _analyse(options: Options, story: Story) -> Analysis:
    from newsdigest.analyse import analyse

    return analyse(story, options)


def _noted(story: Story, lost: Lost, options: Options) -> Story:
    """Say that a story could not be analysed, what that means, and what to do."""
    limit = counted(options.max_seconds, "second")
    notes = {
        Lost.TIME: f"not analysed within {limit}, {LACKS}; shorten it, or raise the setting DIGEST_MAX_SECONDS",
        Lost.FAULT: f"not analysed, as that ended the program twice, by a fault or for want of memory, {LACKS};"
        " build again with DIGEST_JOBS = 1, and if that does not help please report it, with the file",
    }
    return replace(story, notes=(*story.notes, notes[lost]))


def lead(story: Story, options: Options) -> Analysis:
    """Make do without an analysis: the first paragraph, where it is short enough, is the summary."""
    places = enumerate(zip(paragraph_spans(story.paragraphs), story.paragraphs, strict=True))
    first = next((Sentence(span, number) for number, (span, it) in places if it.kind == "body"), None)
    size = len(story.paragraphs[first.paragraph].text.split()) if first else 0
    fits = first and size <= options.summary_words and first.span.end - first.span.start <= LONGEST
    return Analysis(
        story_id=story.id,
        sentences=(first,) if first and fits else (),
        mentions=(),
        roles=(),
        quotes=(),
        keywords=(),
        summary=(0,) if fits else (),
        gist=first.span if first and fits and size <= BRIEF else None,
    )
