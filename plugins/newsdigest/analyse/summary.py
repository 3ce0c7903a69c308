"""Choose the sentences that tell an article best: a Story, its sentences and mentions in, sentence numbers out.

Greedy: the best sentence by `summary_features`, then the next best that repeats little of what is chosen, until it is
long enough. A sentence that leans on the one before it comes with that one or not at all (`summary_standing`), so the
summary reads by itself; every sentence is verbatim. Limits: nothing is shortened, so a summary of long sentences is
long; a text without one whole sentence gives its first as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdigest.analyse.summary_features import bags, likeness, repeats, scores, vectors
from newsdigest.analyse.summary_standing import PERSONAL, leans, opens, whole
from newsdigest.model import Mention, Sentence, Story
from newsdigest.options import Options

FEWEST, MOST = 2, 4
"""Sentences."""
ENOUGH = 45
"""Words; ROUGE-1 of the two halves: 40 +.79 +1.08, 45 +1.23 +1.04, 50 +.99 +.76; references have 25 to 58."""
REPETITION = 1.2
"""Weight of the likeness to the nearest chosen sentence; ROUGE-1 of the two halves: .6 +1.19 +.93, .9 +1.23 +1.04,
1.2 +1.27 +1.11."""
BRIEF = 60
"""Words of an article that is its own summary."""
CHAIN = 2
"""Sentences before it that one may bring along."""


def choose(
    story: Story, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], options: Options
) -> tuple[int, ...]:
    """Give the numbers of the summary's sentences, ascending; none only where there is no sentence."""
    body = story.text  # joined anew at each access
    texts = [body[s.span.start : s.span.end] for s in sentences]
    sizes = [len(text.split()) for text in texts]
    if len(texts) < MOST or sum(sizes) < BRIEF:
        return _beginning(texts, sizes, options.summary_words)
    chosen = _greedy(_groups(texts, sentences, mentions), texts, story.title, options.summary_words)
    return chosen or _beginning(texts, sizes, options.summary_words)


def _beginning(texts: Sequence[str], sizes: Sequence[int], limit: int) -> tuple[int, ...]:
    """Take the first whole sentences, as many as fit, one at least."""
    able = [i for i, text in enumerate(texts) if whole(text)] or list(range(len(texts)))[:1]
    taken: list[int] = []
    for i in able[: MOST - 1]:
        if not taken or sum(sizes[k] for k in taken) + sizes[i] <= limit:
            taken.append(i)
    return tuple(taken)


def _groups(texts: Sequence[str], sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[tuple[int, ...]]:
    """Give the sentences that can stand, each with those that have to come along."""
    named = [tuple(m for m in mentions if s.span.start <= m.span.start < s.span.end) for s in sentences]
    needs = [leans(text, names, s.span.start) for text, names, s in zip(texts, named, sentences, strict=True)]
    if opens(texts[0]):
        needs[0] = False  # its author lets the article begin with it
    able = [whole(text) for text in texts]
    groups = []
    for i in range(len(texts)):
        first = i
        while first > 0 and needs[first] and i - first < CHAIN:
            first -= 1
        clear = not needs[first] and all(able[first : i + 1])
        if clear and all(_resolved(texts[k], needs[k], named[first:k]) for k in range(first + 1, i + 1)):
            groups.append(tuple(range(first, i + 1)))
    return groups


def _resolved(text: str, needs: bool, before: Sequence[tuple[Mention, ...]]) -> bool:
    """Say whether the sentences that come along name whom `he` or `she` means."""
    personal = needs and PERSONAL.search(text.lower())
    return not personal or any(m.kind == "person" for names in before for m in names)


def _greedy(groups: Sequence[tuple[int, ...]], texts: Sequence[str], title: str, limit: int) -> tuple[int, ...]:
    counts = bags(texts)
    value, vector, sizes = scores(texts, counts, title), vectors(counts), [len(text.split()) for text in texts]
    opening, nearest = [opens(text) for text in texts], [0.0] * len(texts)
    chosen: set[int] = set()

    def fits(group: tuple[int, ...]) -> bool:
        after = chosen.union(group)
        if (
            after == chosen
            or len(after) > MOST
            or not opening[min(after)]
            or any(repeats(counts[i], counts[k]) for i in after - chosen for k in chosen)
        ):
            return False
        return len(after) <= FEWEST or sum(sizes[i] for i in after) <= limit

    def gain(group: tuple[int, ...]) -> float:
        new = [i for i in group if i not in chosen]
        return sum(value[i] - REPETITION * nearest[i] for i in new) / len(new)

    while len(chosen) < FEWEST or sum(sizes[i] for i in chosen) < ENOUGH:
        fitting = [group for group in groups if fits(group)]
        if not fitting:
            break
        best = max((gain(group), -group[-1], group) for group in fitting)[2]
        for new in sorted(set(best) - chosen):
            nearest = [max(near, likeness(vector[i], vector[new])) for i, near in enumerate(nearest)]
            chosen.add(new)
    return tuple(sorted(chosen))
