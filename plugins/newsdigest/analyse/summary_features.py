"""How much each sentence of an article tells of it: texts of the sentences and a title in, scores and likeness out.

A linear model of cheap features: place, likeness to the whole article (cosine of word counts; the centroid of Radev
et al. 2004), words of the title, length. Limits: words are compared without their
plural ending only; meaning is not seen.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from newsdigest.text import content_words

Bag = Mapping[str, float]

WEIGHTS = {
    "centroid": 1.2,
    "early": 1.2,
    "length": -0.4,
    "short": -0.5,
    "title": 1.5,
}
"""Three sentences against the first three, ROUGE-1, mean of four development sets (825 articles), each half by itself:
these +1.27 and +1.11; with a centroid of 1.8 +1.09 and +.65, of .8 +.96 and +.70. A search on one half for the best
weights lost on the other (+1.81 there, -.02 here; with 12 features +1.94 and +.35), so few features, round values.
Likeness to the lead, repeated words, names, numbers and pronouns bought nothing on both halves."""
AGAINST, TITLE = 1.0, 2.6
"""Log odds that an editor's summary lacks a word of the first sentence, and how much less for one of the title.
Logistic regression on the four development sets, five folds; the weights of number and place (.8, -1.0) are rounded
to 1 and -1."""
SAME = 0.5
"""Share of the shorter sentence's words; .5 costs .1 ROUGE-1 against .7, but no closing line repeats the opening; .45
and .4 cost .1 and .2 more. That figures count double bought .06."""
SHORT = 8
"""Words."""


def bags(texts: Sequence[str]) -> list[Counter[str]]:
    """Count the content words of each sentence."""
    return [Counter(content_words(text)) for text in texts]


def scores(texts: Sequence[str], counts: Sequence[Counter[str]], title: str) -> list[float]:
    """Score each sentence; only differences within one article mean something."""
    whole: Counter[str] = Counter()
    for bag in counts:
        whole.update(bag)
    about = _unit(whole)
    wanted = set(content_words(title))
    return [
        sum(WEIGHTS[name] * value for name, value in _features(i, text, counts[i], about, wanted).items())
        for i, text in enumerate(texts)
    ]


def _features(place: int, text: str, bag: Bag, about: Bag, wanted: set[str]) -> dict[str, float]:
    number = len(text.split())
    return {
        "centroid": likeness(bag, about) / _length(bag),
        "early": 1 / (1 + place),
        "length": math.log1p(number),
        "short": float(number < SHORT),
        "title": len(wanted & bag.keys()) / (len(wanted) or 1),
    }


def chances(counts: Sequence[Counter[str]], title: str) -> dict[str, float]:
    """Give for each word how likely a summary by an editor has it: by its number, its first place and the title."""
    number: Counter[str] = Counter()
    first: dict[str, int] = {}
    for place, bag in enumerate(counts):
        number.update(bag)
        for word in bag:
            first.setdefault(word, place)
    wanted = set(content_words(title))
    return {
        word: 1 / (1 + (1 + place) / number[word] * math.exp(AGAINST - TITLE * (word in wanted)))
        for word, place in first.items()
    }


def vectors(counts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Weigh the words of each sentence by how few sentences have them, each vector of length 1."""
    having = Counter(word for bag in counts for word in bag)
    rarity = {word: math.log((1 + len(counts)) / (0.5 + number)) for word, number in having.items()}
    raw = [{word: number * rarity[word] for word, number in bag.items()} for bag in counts]
    return [_unit(bag) for bag in raw]


def likeness(one: Bag, other: Bag) -> float:
    """Multiply two vectors; of length 1 they give 0 (nothing in common) to 1 (the same)."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def repeats(one: Bag, other: Bag) -> bool:
    """Say whether two sentences say the same: half the words of the shorter are in the other; figures count double."""
    shared = one.keys() & other.keys()
    figures = sum(word[0].isdigit() for word in shared)
    return len(shared) + figures >= SAME * min(len(one), len(other))


def _unit(bag: Bag) -> dict[str, float]:
    length = _length(bag)
    return {word: value / length for word, value in bag.items()}


def _length(bag: Bag) -> float:
    return math.sqrt(sum(value * value for value in bag.values())) or 1.0
