"""Choose the sentences that tell an article best: a Story, its sentences and mentions in, sentence numbers out.

Greedy: the best sentence by `summary_features`, then the next best that repeats little of what is chosen and tells more
of the words an editor would use (word importance, Hong and Nenkova 2014), until it is long enough. A sentence that
leans on the one before it comes with that one or not at all (`summary_standing`), so the summary reads by itself; every
sentence is verbatim. Limits: nothing is shortened, so a summary of long sentences is long; a text without one whole
sentence gives its first as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdigest.analyse.summary_features import bags, chances, likeness, repeats, scores, vectors
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
COVERAGE, TYPICAL = 10, 30
"""Weight of the likely words told a word of the summary, and the words by which a summary is thought longer for that;
ROUGE-1 of the two halves: without +.79 +1.40, 7/30 +.94 +1.51, 10/30 +1.04 +1.58, 12/40 +1.05 +1.54, 20/30 +.92 +1.44;
more on each of the four sets."""
BRIEF = 60
"""Words of an article that is its own summary."""
MARKS = re.compile(r'["“”]')
"""A straight one opens where no letter stands before it."""
CHAIN = 2
"""Sentences before it that one may bring along."""


def choose(
    story: Story, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], options: Options
) -> tuple[int, ...]:
    """Give the numbers of the summary's sentences, ascending; none only where there is no sentence."""
    body = story.text  # joined anew at each access
    texts = [body[s.span.start : s.span.end] for s in sentences]
    groups, limit = _groups(texts, sentences, mentions), options.summary_words
    brief = len(texts) < MOST or sum(len(text.split()) for text in texts) < BRIEF
    chosen = () if brief else _greedy(groups, texts, story.title, limit)
    return chosen or _beginning(groups, texts, limit)


def _beginning(groups: Sequence[tuple[int, ...]], texts: Sequence[str], limit: int) -> tuple[int, ...]:
    """Take the first sentences that can stand, as many as fit, one at least."""
    taken: list[int] = []
    for group in groups:
        added = [i for i in group if i not in taken]
        fits = len(taken) + len(added) < MOST and sum(len(texts[i].split()) for i in (*taken, *added)) <= limit
        if not taken or fits:
            taken += added
    able = [i for i, text in enumerate(texts) if whole(text)]
    return tuple(taken or able[:1] or range(len(texts))[:1])


def _groups(texts: Sequence[str], sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[tuple[int, ...]]:
    """Give the sentences that can stand, each with those that have to come along."""
    named = [tuple(m for m in mentions if s.span.start <= m.span.start < s.span.end) for s in sentences]
    needs = [leans(text, names, s.span.start) for text, names, s in zip(texts, named, sentences, strict=True)]
    if texts and opens(texts[0]):
        needs[0] = False  # its author lets the article begin with it
    able = [whole(text) and not inside for text, inside in zip(texts, _torn(texts, sentences), strict=True)]
    groups = []
    for i in range(len(texts)):
        first = i
        while first > 0 and needs[first] and i - first < CHAIN:
            first -= 1
        clear = not needs[first] and all(able[first : i + 1])
        if clear and all(_resolved(texts[k], needs[k], named[first:k]) for k in range(first + 1, i + 1)):
            groups.append(tuple(range(first, i + 1)))
    return groups


def _torn(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Say of each sentence whether it goes on from an ellipsis or from inside a quotation in its paragraph."""
    inside, found, paragraph, before = False, [], -1, ""
    for text, sentence in zip(texts, sentences, strict=True):
        if sentence.paragraph != paragraph:
            inside, before, paragraph = False, "", sentence.paragraph
        found.append((inside and not MARKS.search(text)) or before.endswith(("...", "…")))
        before = text
        for mark in MARKS.finditer(text):
            inside = mark[0] == "“" or (mark[0] == '"' and not text[: mark.start()][-1:].strip())
    return found


def _resolved(text: str, needs: bool, before: Sequence[tuple[Mention, ...]]) -> bool:
    """Say whether the sentences that come along name whom `he` or `she` means, or who is quoted."""
    personal = needs and (PERSONAL.search(text.lower()) or not opens(text))
    return not personal or any(m.kind == "person" for names in before for m in names)


def _greedy(groups: Sequence[tuple[int, ...]], texts: Sequence[str], title: str, limit: int) -> tuple[int, ...]:
    counts = bags(texts)
    value, vector, sizes = scores(texts, counts, title), vectors(counts), [len(text.split()) for text in texts]
    opening, nearest = [opens(text) for text in texts], [0.0] * len(texts)
    likely, told = chances(counts, title), set[str]()
    fresh, hits = [sum(likely[word] for word in bag) for bag in counts], 0.0
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
        words = sum(sizes[i] for i in chosen) + sum(sizes[i] for i in new)
        covered = (hits + sum(fresh[i] for i in new)) / (words + TYPICAL)
        return sum(value[i] - REPETITION * nearest[i] for i in new) / len(new) + COVERAGE * covered

    while len(chosen) < FEWEST or sum(sizes[i] for i in chosen) < ENOUGH:
        fitting = [group for group in groups if fits(group)]
        if not fitting:
            break
        best = max((gain(group), -group[-1], group) for group in fitting)[2]
        for new in sorted(set(best) - chosen):
            nearest = [max(near, likeness(vector[i], vector[new])) for i, near in enumerate(nearest)]
            chosen.add(new)
            hits += fresh[new]
            told.update(counts[new])
            fresh = [sum(likely[word] for word in bag if word not in told) for bag in counts]
    return tuple(sorted(chosen))
