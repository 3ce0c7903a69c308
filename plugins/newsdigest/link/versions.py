"""Find the articles that give nearly the same text: wire copy in several papers, an article saved again and updated.

In: the runs of each story's text (`wording`). Out: `Versions`: groups of stories that are one source, and for the pairs
worth showing how much of one the other has too. Method: five-word runs (shingles; Broder 1997), one in four of them in
an inverted index. From the longest text down each joins the one that holds most of it, if that is nearly all, else
stands for itself. So a text is held against a few that are no copies of each other, and no chain of half-overlaps makes
a group.
Limits: what is told in other words is no version; a text on the border may join its second nearest, or none.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_

from newsdigest.link.wording import RUN, Runs

SAMPLED = 4
"""One run in four leads to a candidate; all of them decide."""
VERSION = 0.75
"""Share of the shorter text's words in runs that the longer has too. Of 1,465 news texts all 54 pairs with .75 and more
(and lengths as below) are one agency's or one outlet's report; with .71 come the pages of a series, made from one form.
Runs alone part worse: one word changed in each sentence leaves half of them, and the form of the series has .70."""
LENGTHS = 3
"""So many times its version's length has a text at most: rounds of brief reports, up to .95 alike, are longer."""
ALIKE = 0.5
"""Share from which on readers are told of it. Below are later reports with the same background."""
PLACES = 8
"""For each run that is looked up, in the table of those met: of the runs of a single text one in eight is kept."""
CLOSEST = 8
"""Texts with most of the sampled runs, to which a text is held."""
FEWEST = 0.2
"""Of the sampled runs that such a text must have; pairs with half of their words in common share .29 of the runs."""
COMMON = 20
"""Texts of their own with the same run, from which on it tells nothing: `contributed to this report`."""
SHOWN = 4
"""Other versions of a text for which an article tells the share."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Stories by their numbers: which are versions of one text, and how much of it they share."""

    origin: tuple[int, ...]
    """For each story the fullest version of its text, most often itself."""
    groups: tuple[tuple[int, ...], ...]
    """Two and more versions of one text, ascending."""
    shares: Mapping[int, Mapping[int, float]]
    """By story and other: how much of the other's text stands in the story too. Known for the first versions of its
    text, and for other texts that share much with it."""


def find_versions(runs: Sequence[Runs]) -> Versions:
    """Group the stories that give nearly the same text, by the runs of each."""
    origin = list(range(len(runs)))
    index: defaultdict[int, list[int]] = defaultdict(list)
    sampled = [_sampled(one) for one in runs]
    telling = _met_again(sampled)
    shares: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for i in sorted(range(len(runs)), key=lambda i: (-len(runs[i]), i)):
        shared = telling.intersection(sampled[i])
        near = _held_against(i, _candidates(shared, len(sampled[i]), index), runs)
        versions = [j for j in near if near[j][0] >= VERSION and len(runs[j]) <= LENGTHS * len(runs[i])]
        if versions:
            origin[i] = versions[0]
            continue
        for j, (share, both) in near.items():
            shares[j][i], shares[i][j] = share, _share(runs[j], both)
        for run in shared:
            if len(index[run]) < COMMON:
                index[run].append(i)
    groups = _groups(origin)
    pairs = {(min(i, j), max(i, j)) for group in groups for j in group[: SHOWN + 1] for i in group if i != j}
    for i, j in pairs:
        both = set(runs[i]).intersection(runs[j])
        shares[j][i], shares[i][j] = _share(runs[i], both), _share(runs[j], both)
    return Versions(tuple(origin), groups, dict(shares))


def _sampled(runs: Runs) -> Runs:
    """Give the runs that are looked up, and the first one, as a text of a few words may have no other."""
    return array("I", {run for run in runs if run % SAMPLED == 0}.union(runs[:1]))


def _met_again(sampled: Sequence[Runs]) -> set[int]:
    """Give the sampled runs that several texts have, and few others: to tell these apart would take much memory."""
    seen = bytearray(sum(map(len, sampled)) * PLACES + 1)
    again: set[int] = set()
    for runs in sampled:
        places = {run: run % len(seen) for run in runs}
        again.update([run for run, place in places.items() if seen[place]])
        for place in places.values():
            seen[place] = 1
    return again


def _candidates(shared: Iterable[int], sampled: int, index: Mapping[int, list[int]]) -> list[int]:
    """Give the texts that share most of so many sampled runs, the best first."""
    count = Counter(chain.from_iterable(map(index.__getitem__, shared)))
    enough = [j for j, hits in count.items() if hits >= FEWEST * sampled]
    return sorted(enough, key=lambda j: (-count[j], j))[:CLOSEST]


def _held_against(i: int, others: Sequence[int], runs: Sequence[Runs]) -> dict[int, tuple[float, set[int]]]:
    """Tell how much of a text others have, and which runs, the best first, where it is much."""
    mine = set(runs[i])
    found = {}
    for j in others:
        both = mine.intersection(runs[j])
        share = _share(runs[i], both)
        if share >= ALIKE:
            found[j] = share, both
    return {j: found[j] for j in sorted(found, key=lambda j: (-found[j][0], j))}


def _share(runs: Runs, others: Set[int]) -> float:
    """Tell how many of a text's words stand in runs that another text has too."""
    met = int.from_bytes(bytes(map(others.__contains__, runs)))  # a byte a run
    covered = reduce(or_, (met << 8 * word for word in range(RUN))).bit_count()
    return covered / (len(runs) + RUN - 1)


def _groups(origin: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i, first in enumerate(origin):
        found[first].append(i)
    return tuple(sorted(tuple(group) for group in found.values() if len(group) > 1))
