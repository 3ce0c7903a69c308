"""Find the articles that belong together: stories, analyses, tags and entities in, `Related` pairs with reasons out.

Each story is a sparse vector of its strongest words, its names and its topics, weighted by rarity (tf-idf); the
nearest by cosine are found through an inverted index. Versions of one text (`versions`) count as one story, the
fullest of them, in the rarity as in the lists. Only pairs with a reason that can be shown count; who writes or prints
the articles is none. Limits: with two or
three articles rarity says little; the same event told in other words and other names is not seen.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from newsdigest.link.folding import fold
from newsdigest.link.related_vectors import nearest, vectors
from newsdigest.link.versions import SHOWN, Versions
from newsdigest.link.wording import Wording, counted
from newsdigest.model import Analysis, Entity, Related, Story, StoryId
from newsdigest.text import slugify

MOST = 5
"""Related articles of one, beside the versions of its own text."""
SHARES = {"words": 0.4, "names": 0.3, "topics": 0.3}
"""Of each kind in the likeness."""
NEAREST = 0.09
"""Likeness below which nothing is related: of 63 news texts, pairs from .04 to .08 shared a broadcaster or `club`; of
590 others, 10 of the 23 pairs from .08 to .09 were worth a click, of those above four in five."""
ALONE = 0.15
"""Likeness below which one name or topic is too little to share: of 26 such pairs of news texts 8 were worth a click
(`Google`, `Nokia`); of those with two and more three in four."""
USUAL, FEW = 10, 10
"""What more than one text in ten has, and more than ten, tells nothing: the land, the paper of all."""
REASONS = 3
"""Names and topics shown for a pair."""


def related(
    stories: Sequence[Story],
    analyses: Sequence[Analysis],
    story_tags: Sequence[tuple[str, ...]],
    entities: Sequence[Entity],
    versions: Versions,
    wordings: Mapping[StoryId, Wording],
) -> tuple[Related, ...]:
    """Give other versions of each story's text, and up to five related articles, story by story, best first."""
    printers = {fold(name) for story in stories for name in (*story.byline, story.outlet or "")}
    names = _names(stories, entities, printers)
    topics = [_topics(analysis, printers) for analysis in analyses]
    texts = sorted(set(versions.origin))
    bags = {
        "words": (_damped(counted(wordings[stories[i].id])) for i in texts),
        "names": (dict.fromkeys(names[i], 1.0) for i in texts),
        "topics": (_counted(topics[i], story_tags[i]) for i in texts),
    }
    having = Counter(term for i in texts for term in names[i].keys() | topics[i].keys())
    telling = {term: n for term, n in having.items() if n <= max(FEW, len(texts) // USUAL)}
    alike = nearest(vectors(bags, SHARES))
    near = {i: _ranked(i, likeness, texts, versions) for i, likeness in zip(texts, alike, strict=True)}

    def pair(i: int, j: int, score: float) -> Iterator[Related]:
        shared = _shared(names[i], names[j], topics[i], topics[j], telling)
        share = versions.shares.get(i, {}).get(j, 0.0)
        if share or len(shared) >= (1 if score >= ALONE else 2):
            yield Related(stories[i].id, stories[j].id, round(min(score, 1.0), 4), _because(shared, share))

    def pairs(i: int) -> Iterator[Related]:
        origin = versions.origin[i]
        same = {j: share for j, share in versions.shares.get(i, {}).items() if versions.origin[j] == origin}
        others = (found for j, score in near[origin].items() for found in pair(i, j, score))
        yield from (found for j, score in _best(same)[:SHOWN] for found in pair(i, j, score))
        yield from islice(others, MOST)

    return tuple(found for i in range(len(stories)) for found in pairs(i))


def _ranked(i: int, likeness: Mapping[int, float], texts: Sequence[int], versions: Versions) -> dict[int, float]:
    """Give the other texts that are near enough, the nearest first."""
    near = {texts[j]: value for j, value in likeness.items() if value >= NEAREST}
    for j, share in versions.shares.get(i, {}).items():
        if versions.origin[j] == j:
            near[j] = max(share, near.get(j, 0.0))
    return dict(_best(near))


def _best(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _names(stories: Sequence[Story], entities: Iterable[Entity], printers: Collection[str]) -> list[dict[str, str]]:
    """Give the people and organisations of each story: their names by id."""
    place = {story.id: i for i, story in enumerate(stories)}
    found: list[dict[str, str]] = [{} for _ in stories]
    for entity in (one for one in entities if fold(one.name) not in printers):
        for appearance in entity.appearances:
            found[place[appearance.story_id]][entity.id] = entity.name
    return found


def _topics(analysis: Analysis, printers: Collection[str]) -> dict[str, str]:
    """Give a story's candidate tags by their folded form."""
    found = {fold(keyword.text): keyword.text for keyword in reversed(analysis.keywords)}
    return {key: text for key, text in found.items() if key not in printers}


def _counted(topics: Mapping[str, str], slugs: Collection[str]) -> dict[str, float]:
    """Let topics that became tags count twice."""
    return {key: 2.0 if slugify(text) in slugs else 1.0 for key, text in topics.items()}


def _damped(words: Mapping[str, int]) -> dict[str, float]:
    """Let a word that comes again count less each time."""
    return {word: 1 + math.log(times) for word, times in words.items()}


def _shared(
    names: Mapping[str, str],
    other_names: Mapping[str, str],
    topics: Mapping[str, str],
    other_topics: Mapping[str, str],
    telling: Mapping[str, int],
) -> tuple[str, ...]:
    """Give the names and topics that two stories share and few others have, the rarest first."""
    shared = [(telling[term], 0, name) for term, name in names.items() if term in other_names and term in telling]
    shared += [(telling[term], 1, text) for term, text in topics.items() if term in other_topics and term in telling]
    said: dict[str, set[str]] = {}
    for _, _, text in sorted(shared):
        about = set(fold(text).split())
        if all(about.isdisjoint(words_) for words_ in said.values()):
            said[text] = about
        if len(said) == REASONS:
            break
    return tuple(said)


def _because(shared: Sequence[str], share: float) -> tuple[str, ...]:
    """Say it to readers: `shares Jane Doe and rail strike`; of the text never more than the other has in common."""
    *most, last = shared or ("",)
    told = ("shares " + ", ".join(most) + " and " * bool(most) + last,) if shared else ()
    return (*told, f"{int(100 * share)} % the same text") if share else told
