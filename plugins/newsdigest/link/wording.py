"""What is read of one text alone, and then held against others: its runs of words, and its words counted.

In: stories, and what is known of some of them. Out: a `Wording` each, in as few bytes as can be, as there is one for
every article at a time. Runs (shingles; Broder 1997) stand in four bytes each, in the order of this machine.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from zlib import crc32

from msgspec import Raw, msgpack

from newsdigest.model import Story, StoryId
from newsdigest.packed import Small
from newsdigest.text import content_word, content_words, words

RUN = 5
"""Words in a run."""

Runs = Sequence[int]


class Wording(Small, frozen=True):
    """What is read of one text."""

    runs: bytes
    words: Raw
    """How often each word that carries the text stands in it; those of the title count double."""


def wordings(stories: Iterable[Story], known: Mapping[StoryId, Wording]) -> dict[StoryId, Wording]:
    """Give what is read of each text: what is known of it, else anew."""
    counted_as = cache(content_word)  # a collection has few words, and those often
    return {one.id: known.get(one.id) or _wording(one, counted_as) for one in stories}


def _wording(one: Story, counted_as: Callable[[str], str]) -> Wording:
    text = one.text
    number = Counter(content_words(f"{one.title}\n{one.title}\n{text}", counted_as))
    return Wording(runs_of(text).tobytes(), Raw(msgpack.encode(number)))


def runs_of(text: str) -> array[int]:
    """Stand for each run of a text in four bytes; those of 10,000 articles have to fit into memory."""
    plain = " ".join(words(text)).lower().encode().split(b" ")
    return array("I", map(crc32, map(b" ".join, zip(*(plain[at:] for at in range(RUN)), strict=False))))


def runs(one: Wording) -> Runs:
    """Unpack the runs."""
    return array("I", one.runs)


def counted(one: Wording) -> dict[str, int]:
    """Unpack the words with their numbers."""
    return msgpack.decode(one.words, type=dict[str, int])
