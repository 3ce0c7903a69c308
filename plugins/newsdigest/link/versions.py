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

from newsdigest.link.findings import Findings
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


def find_versions(runs: Sequence[Runs], findings: Findings) -> Versions:
    """Group the stories that give nearly the same text, by the runs of each."""
    held_against = findings.keeping(_held_against, tuple[list[float], list[float]])
    between = findings.keeping(_between, list[tuple[float, float]])
    told = list(map(_bytes, runs))
    origin = list(range(len(runs)))
    index: defaultdict[int, list[int]] = defaultdict(list)
    sampled = [_sampled(one) for one in runs]
    telling = _met_again(sampled)
    shares: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for i in sorted(range(len(runs)), key=lambda i: (-len(runs[i]), i)):
        shared = telling.intersection(sampled[i])
        others = _candidates(shared, len(sampled[i]), index)
        held, back = held_against(told[i], [told[j] for j in others]) if others else ([], [])
        near = {j: share for j, share in zip(others, held, strict=True) if share >= ALIKE}
        versions = [j for j in near if _is_version(runs[i], runs[j], near[j])]
        if versions:
            origin[i] = min(versions, key=lambda j: (-near[j], j))
            continue
        for j, share in zip(others, back, strict=True):
            if j in near:
                shares[j][i], shares[i][j] = near[j], share
        for run in shared:
            if len(index[run]) < COMMON:
                index[run].append(i)
    groups = _groups(origin)
    for i, others in ((i, [j for j in group[: SHOWN + 1] if j < i]) for group in groups for i in group):
        for j, pair in zip(others, between(told[i], [told[j] for j in others]), strict=True):
            shares[j][i], shares[i][j] = pair
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


def _bytes(runs: Runs) -> bytes:
    return array("I", runs).tobytes()


def _held_against(mine: bytes, others: Sequence[bytes]) -> tuple[list[float], list[float]]:
    """Tell how much of a text others have; and, where it is much of a text that is no version of any, it of them."""
    runs, candidates = array("I", mine), [array("I", one) for one in others]
    both = list(map(set(runs).intersection, candidates))
    shares = [_share(runs, one) for one in both]
    if any(_is_version(runs, *one) for one in zip(candidates, shares, strict=True)):
        return shares, []
    told = zip(candidates, both, shares, strict=True)
    return shares, [_share(other, one) if share >= ALIKE else 0.0 for other, one, share in told]


def _is_version(runs: Runs, other: Runs, share: float) -> bool:
    return share >= VERSION and len(other) <= LENGTHS * len(runs)


def _between(mine: bytes, others: Sequence[bytes]) -> list[tuple[float, float]]:
    """Tell how much of a text others have, and it of them."""
    runs, versions = array("I", mine), [array("I", one) for one in others]
    both = list(map(set(runs).intersection, versions))
    return [(_share(runs, one), _share(other, one)) for other, one in zip(versions, both, strict=True)]


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
