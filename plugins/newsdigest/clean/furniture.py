"""Site furniture: lines that the articles of one folder share at their edges."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsdigest.clean.boilerplate import folded


def furniture(texts: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, frozenset[str]]:
    """Give, for each group, the folded lines at the edges of at least three of its articles."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for group, lines in texts:
        seen[group].update({folded(line) for line in (*lines[:2], *lines[-2:])} - {""})
    return {group: frozenset(key for key, n in counts.items() if n >= 3) for group, counts in seen.items()}
