"""Are two articles about the same thing? Asked only where a name alone does not decide.

In: two cleaned texts. Out: the names they share, when these are enough, else nothing.
Method: names are words with a capital that the article never writes without one, months and weekdays aside; the
articles agree when they share SHARED of them and SHARE of the shorter list, or FEW and MOST of a short list. In a
collection about one story (ONE_STORY of its pairs agree) a single name is enough. No weights from the collection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import combinations, islice

from newsdigest.lexicon import MONTHS, WEEKDAYS
from newsdigest.link.findings import Findings
from newsdigest.model import Story

Agreement = Callable[[int, Iterable[int], frozenset[str]], tuple[str, ...]]
"""Asks whether a story agrees with any of some others, names in question left out; answers with what they share."""

SHARED = 3
SHARE = 0.1
"""Tried on 322 news articles in four collections and 400 on 22 events, B-cubed F1 of persons: 1 name, no share .981 and
.953; 2 and .05: .982, .952; 3 and .1: .983, .948; 4 and .2: .981, .945; 6 and .25: .981, .934. The first merges more
strangers (precision of shared surnames .947 for .955), so the middle."""
FEW = 2
MOST = 0.3
"""For articles of two sentences, which have four names: .952 to .955 on the 22 events, .2 to .5 are alike."""
ONE_STORY = 0.25
"""Of the pairs: general collections have up to .04, those on an event .4 to 1."""
MANY = 5
"""Articles, below which nothing is told about a collection."""
SAMPLE = 24
"""Articles that tell whether a collection is about one story."""
ASKED = 200
"""Articles compared at most, so that a name in thousands of articles stays affordable."""

BESIDE = 40
"""Articles before one with which it is compared when many are sorted; they stand newest first, so one story is near."""

_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
_SMALL = re.compile(r"\b[a-z][\w-]+")
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)


def asker(stories: Sequence[Story], findings: Findings) -> Agreement:
    """Make the question for these stories; each is read once, when first asked about."""
    read = findings.keeping(names, frozenset[str])
    vocabulary = lru_cache(maxsize=None)(lambda number: read(stories[number].text))
    one_story = lru_cache(maxsize=1)(lambda: _one_story([vocabulary(number) for number in _sample(len(stories))]))

    def ask(story: int, others: Iterable[int], without: frozenset[str]) -> tuple[str, ...]:
        found = (
            shared(vocabulary(story), vocabulary(other), without, bold=one_story()) for other in islice(others, ASKED)
        )
        return next((common for common in found if common), ())

    return ask


def _sample(size: int) -> range:
    return range(0, size, max(1, -(-size // SAMPLE)))


def _one_story(vocabularies: Sequence[frozenset[str]]) -> bool:
    pairs = [bool(shared(one, two, frozenset())) for one, two in combinations(vocabularies, 2)]
    return len(vocabularies) >= MANY and sum(pairs) > ONE_STORY * len(pairs)


def names(text: str) -> frozenset[str]:
    """Collect the words that are names in this text."""
    small = set(_SMALL.findall(text))
    return frozenset(w for w in set(_CAPITAL.findall(text)) - _CALENDAR if w.lower() not in small)


def shared(one: frozenset[str], two: frozenset[str], without: frozenset[str], *, bold: bool = False) -> tuple[str, ...]:
    """Give what two articles share when they agree, longest first; `without` is the name in question, lower case."""
    common = sorted((w for w in one & two if w.lower() not in without), key=lambda w: (-len(w), w))
    size, shorter = len(common), min(len(one), len(two))
    enough = (size >= SHARED and size >= SHARE * shorter) or (size >= FEW and size >= MOST * shorter)
    return tuple(common) if enough or bold else ()


def parted(stories: Sequence[int], without: frozenset[str], agree: Agreement) -> list[int]:
    """Sort stories into groups that agree: for each the first of its group."""
    first: dict[int, int] = {}
    for at, story in enumerate(stories):
        near = (other for other in stories[max(0, at - BESIDE) : at] if agree(story, [other], without))
        found = next(near, story)
        first[story] = first.get(found, story)
    return [first[story] for story in stories]
