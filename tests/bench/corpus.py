"""Collections of articles of any size, made from a few real ones: the same on every machine.

In: the texts of a folder, or those that come with the project, recombined. Out: articles with title, day and body.
The first articles are the texts themselves. Later ones are their copies in which every word that stands in few of the
texts, so most names, is exchanged for another as rare, as long and as capital: no article is a version of another, the
lists of names grow with the collection, and what was found in a text stands in its copies at the same place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from pathlib import Path
from random import Random

SHIPPED = Path(__file__).resolve().parent.parent.parent / "content"
RARE = 50
"""A word is exchanged if at most one in so many texts has it: every fifth word of a news text, most of its names."""
STEP = 37
"""Places by which a word is moved along the others of its kind, each time its text is copied."""
SEEDS, PARAGRAPHS = 40, 8
"""How many texts are made of those that come with the project, and of how many paragraphs each."""
FIRST, DAYS = date(2024, 1, 1), 700
WORD = re.compile(r"[^\W\d_]{4,}")

Exchange = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is written to a file."""

    title: str
    body: str
    day: date

    @property
    def file(self) -> str:
        """Give it as a text file of ours."""
        return f"Title: {self.title}\nDate: {self.day}\n\n{self.body}\n"


@dataclass(frozen=True)
class Corpus:
    """The texts that all articles are made from."""

    texts: Sequence[str]

    @cached_property
    def places(self) -> dict[str, tuple[list[str], int]]:
        """Give each rare word's place among those it may be exchanged for."""
        found = Counter(word for text in self.texts for word in set(WORD.findall(text)))
        kinds: dict[tuple[int, bool, bool], list[str]] = defaultdict(list)
        for word in sorted(found):
            if found[word] <= max(1, len(self.texts) // RARE):
                kinds[len(word), word[0].isupper(), word.isupper()].append(word)
        return {word: (kind, place) for kind in kinds.values() for place, word in enumerate(kind)}

    def exchange(self, copy: int) -> Exchange:
        """Give what turns anything in a text into the same of its copy."""

        def other(found: re.Match[str]) -> str:
            kind, place = self.places.get(found[0], ([found[0]], 0))
            return kind[(place + copy * STEP) % len(kind)]

        return lambda text: WORD.sub(other, text) if copy else text

    def articles(self) -> Iterator[Text]:
        """Yield articles without end."""
        number = 0
        while True:
            copy, place = divmod(number, len(self.texts))
            title, _, body = self.exchange(copy)(self.texts[place]).partition("\n")
            yield Text(title.strip(), body.strip(), FIRST + timedelta(number * STEP % DAYS))
            number += 1


def corpus(folder: Path) -> Corpus:
    """Take the texts of a folder; where there are none, make some of those that come with the project."""
    return Corpus(texts_in(folder) or recombined(texts_in(SHIPPED)))


def texts_in(folder: Path) -> list[str]:
    """Read all texts of a folder."""
    return [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.txt"))]


def recombined(texts: Sequence[str]) -> list[str]:
    """Make each text of paragraphs drawn from all; with words exchanged, as lines that many share are cleaned away."""
    blocks = [block.strip() for text in texts for block in text.split("\n\n") if len(block.split()) > PARAGRAPHS]
    draw = Random(0)  # noqa: S311  # for variety, not for secrets
    drawn = (draw.sample(blocks, min(PARAGRAPHS, len(blocks))) for _ in range(SEEDS))
    made = ("\n\n".join((" ".join(parts[0].split()[:PARAGRAPHS]), *parts)) for parts in drawn)
    return [Corpus(texts).exchange(number)(text) for number, text in enumerate(made)]


def write(corpus: Corpus, size: int, folder: Path) -> None:
    """Write so many articles; each round of copies to a folder of its own, as of another source."""
    for number, text in enumerate(islice(corpus.articles(), size)):
        place = folder / f"{number // len(corpus.texts):03}" / f"{number:05}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text.file, encoding="utf-8")
