"""Find the articles that belong together: stories, analyses, tags and entities in, `Related` pairs with reasons out.

Each story is a sparse vector of its strongest words, its names and its topics, weighted by rarity (tf-idf); the
nearest by cosine are found through an inverted index. Near-duplicates share five-word sequences (shingles; Broder
1997). Only pairs with a reason that can be shown count. Limits: with two or three articles rarity says little; the
same event told in other words and other names is not seen.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import accumulate, islice
from zlib import crc32

from newsdigest.model import Analysis, Entity, Related, Story
from newsdigest.text import content_words, fold, slugify, words

MOST = 5
"""Related articles of one."""
STRONGEST = 40
"""Words of a story that count: at 10,000 articles 0.5 s for 7 s with all, and four of five neighbours the same."""
LONGEST_LIST = 500
"""Stories under one term; what more have is no sign of kinship."""
READ = 2_000
"""Places of the lists that are read for a story, the shortest lists first; what the others tell is asked of the
`CLOSEST` of those met there only. Of 739 news texts each has 400 such places, none more than 900; reading 200 gave the
same 991 pairs, 100 gave 966 of them. A story among 400 near-copies has 20,000."""
CLOSEST = 25
BESIDE = 20
"""Later stories that a story is held against for each shingle that they share: of more versions of one text each still
finds more than are shown, and a thousand of them are no million pairs."""
SHARES = {"words": 0.4, "names": 0.3, "topics": 0.3}
"""Of each kind in the likeness."""
NEAREST = 0.08
"""Likeness below which nothing is related: of 63 news texts, pairs from .04 to .08 shared a broadcaster or `club`."""
REASONS = 3
"""Names and topics shown for a pair."""
SHINGLE = 5
SAME = 0.5
"""Share of the shorter text's shingles that two versions of one text have in common."""
TWIN = "same text for the most part"
SAMPLED = 4
"""One shingle in four leads to a pair; all of them decide."""

Vector = Mapping[str, float]


def related(
    stories: Sequence[Story],
    analyses: Sequence[Analysis],
    story_tags: Sequence[tuple[str, ...]],
    entities: Sequence[Entity],
) -> tuple[Related, ...]:
    """Give up to five related articles of each story, story by story, best first."""
    names, topics = _names(stories, entities), [_topics(analysis) for analysis in analyses]
    vectors = _vectors(stories, names, topics, story_tags)
    twins = _twins([_shingles(story.text) for story in stories])
    having = Counter(term for about in (*names, *topics) for term in about)
    found: list[Related] = []

    def told(i: int, j: int) -> tuple[str, ...]:
        return (TWIN,) * (j in twins.get(i, {})) + _reasons(names[i], names[j], topics[i], topics[j], having)

    for i, near in enumerate(_nearest(vectors)):
        likeness = {j: value for j, value in near.items() if value >= NEAREST} | twins.get(i, {})
        scores = {j: round(min(value, 1.0), 4) for j, value in likeness.items()}
        ranked = sorted(scores, key=lambda j: (-scores[j], stories[j].id))
        pairs = ((j, told(i, j)) for j in ranked)
        reasoned = ((j, because) for j, because in pairs if because)
        found += [Related(stories[i].id, stories[j].id, scores[j], because) for j, because in islice(reasoned, MOST)]
    return tuple(found)


def _names(stories: Sequence[Story], entities: Iterable[Entity]) -> list[dict[str, str]]:
    """Give the people and organisations of each story: their names by id."""
    place = {story.id: i for i, story in enumerate(stories)}
    found: list[dict[str, str]] = [{} for _ in stories]
    for entity in entities:
        for appearance in entity.appearances:
            found[place[appearance.story_id]][entity.id] = entity.name
    return found


def _topics(analysis: Analysis) -> dict[str, str]:
    """Give a story's candidate tags by their folded form."""
    return {fold(keyword.text): keyword.text for keyword in reversed(analysis.keywords)}


def _vectors(
    stories: Sequence[Story],
    names: Sequence[Mapping[str, str]],
    topics: Sequence[Mapping[str, str]],
    story_tags: Sequence[tuple[str, ...]],
) -> list[dict[str, float]]:
    """Weigh the words, names and topics of each story; topics that became its tags count twice."""
    counts = [_damped(f"{s.title}\n{s.title}\n{s.text}") for s in stories]
    tagged = [
        {key: 2.0 if slugify(text) in slugs else 1.0 for key, text in found.items()}
        for found, slugs in zip(topics, story_tags, strict=True)
    ]
    vectors: list[dict[str, float]] = [{} for _ in stories]
    kinds: dict[str, Sequence[Mapping[str, float]]] = {
        "words": counts,
        "names": [dict.fromkeys(found, 1.0) for found in names],
        "topics": tagged,
    }
    for kind, bags in kinds.items():
        for vector, weighed in zip(vectors, _rare(bags, STRONGEST), strict=True):
            vector.update({f"{kind} {term}": math.sqrt(SHARES[kind]) * weight for term, weight in weighed.items()})
    return vectors


def _damped(text: str) -> dict[str, float]:
    return {word: 1 + math.log(number) for word, number in Counter(content_words(text)).items()}


def _rare(bags: Sequence[Mapping[str, float]], limit: int) -> Iterator[dict[str, float]]:
    """Multiply each term by its rarity, keep the strongest, and give every vector the length 1."""
    having = Counter(term for bag in bags for term in bag)
    for bag in bags:
        weights = {term: value * math.log(1 + len(bags) / having[term]) for term, value in bag.items()}
        strongest = sorted(weights, key=lambda term: (-weights[term], term))[:limit]
        length = math.sqrt(sum(weights[term] ** 2 for term in strongest)) or 1.0
        yield {term: weights[term] / length for term in strongest}


def _nearest(vectors: Sequence[Vector]) -> Iterator[dict[int, float]]:
    """Yield for each story the likeness to every other that shares a term with it; to the closest if many do."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for term in vector:
            lists[term].append(i)
    for i, vector in enumerate(vectors):
        rarest = sorted((len(lists[term]), term) for term in vector if len(lists[term]) <= LONGEST_LIST)
        read = list(accumulate(length for length, _ in rarest))
        enough = bisect_right(read, READ)
        terms = [term for _, term in rarest]
        likeness: defaultdict[int, float] = defaultdict(float)
        for term in terms[:enough]:
            weight = vector[term]
            for j in lists[term]:
                likeness[j] += weight * vectors[j][term]
        likeness.pop(i, None)
        yield _completed(likeness, vector, terms[enough:], vectors) if terms[enough:] else dict(likeness)


def _completed(
    likeness: Mapping[int, float], vector: Vector, unread: Sequence[str], vectors: Sequence[Vector]
) -> dict[int, float]:
    """Add what the unread terms tell of the closest; drop the others."""
    closest = nsmallest(CLOSEST, likeness, key=lambda j: (-likeness[j], j))
    return {j: likeness[j] + sum(vector[term] * vectors[j].get(term, 0.0) for term in unread) for j in closest}


def _shingles(text: str) -> frozenset[int]:
    plain = [word.lower() for word in words(text)]
    return frozenset(crc32(" ".join(plain[k : k + SHINGLE]).encode()) for k in range(len(plain) - SHINGLE + 1))


def _twins(shingled: Sequence[frozenset[int]]) -> dict[int, dict[int, float]]:
    """Find the pairs that share most of the shorter text: by story, the other and the share."""
    lists: defaultdict[int, list[int]] = defaultdict(list)
    for i, shingles in enumerate(shingled):
        for shingle in sorted(shingles):
            if shingle % SAMPLED == 0:
                lists[shingle].append(i)
    pairs = {
        (i, j) for having in lists.values() for at, i in enumerate(having) for j in having[at + 1 : at + 1 + BESIDE]
    }
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for i, j in sorted(pairs):
        share = len(shingled[i] & shingled[j]) / min(len(shingled[i]), len(shingled[j]))
        if share >= SAME:
            found[i][j] = found[j][i] = share
    return dict(found)


def _reasons(
    names: Mapping[str, str],
    other_names: Mapping[str, str],
    topics: Mapping[str, str],
    other_topics: Mapping[str, str],
    having: Mapping[str, int],
) -> tuple[str, ...]:
    """Say what two stories share, the rarest first: `shares Jane Doe and rail strike`."""
    shared = [(having[term], 0, name) for term, name in names.items() if term in other_names]
    shared += [(having[term], 1, text) for term, text in topics.items() if term in other_topics]
    said: dict[str, set[str]] = {}
    for _, _, text in sorted(shared):
        about = set(fold(text).split())
        if all(about.isdisjoint(words_) for words_ in said.values()):
            said[text] = about
        if len(said) == REASONS:
            break
    if not said:
        return ()
    *most, last = said
    return ("shares " + ", ".join(most) + " and " * bool(most) + last,)
