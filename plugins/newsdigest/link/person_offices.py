"""Offices that one person holds at a time: whom two articles call `President Doe` is likely one.

In: a text and where it names somebody. Out: the offices named directly before. Limits: presidents of clubs and firms
are called so as well, thus it counts only where a single person of the collection has the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsdigest.model import Span

OFFICES = (
    "Chancellor",
    "Chief Justice",
    "Emperor",
    "King",
    "Pope",
    "Premier",
    "President",
    "Prime Minister",
    "Queen",
    "Secretary-General",
)

_BEFORE = re.compile(rf"\b({'|'.join(OFFICES)})(?:-elect)? (?:[A-Z]\w+ )?$")
LONGEST = 40
"""Characters looked at before a name."""


def offices(text: str, named: Iterable[Span]) -> frozenset[str]:
    """Name the offices.

    >>> sorted(offices("President Doe met Roe.", [Span(10, 13), Span(18, 21)]))
    ['President']
    """
    found = (_BEFORE.search(text, max(0, at.start - LONGEST), at.start) for at in named)
    return frozenset(one[1] for one in found if one)
