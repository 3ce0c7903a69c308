"""Mr and Mrs Doe: where an article says both, the titles tell two people of one surname apart.

In: a text and the persons in it. Out: for some of them, by position, the name with the title that tells. Method: the
title directly before a name; a full name without one has that of the first short form with a title that follows it, or
of the other of two people. Limits: where only one of the titles stands nothing is told apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsdigest.link.person_names import Name, parse
from newsdigest.link.person_words import SEX
from newsdigest.model import Mention

_TITLE = re.compile(rf"\b({'|'.join(title.capitalize() for title in sorted(SEX))})\.? $")
LONGEST = 6
"""Characters of a title with what follows."""

Titled = tuple[int, Name, str]
"""A position, the name there, and the title before it as the article has it."""


def told_apart(text: str, persons: Sequence[tuple[int, Mention]]) -> Mapping[int, str]:
    """Give the name with its title where this tells spouses apart.

    >>> from newsdigest.model import Span
    >>> spoken = "John Doe and his wife came. Mr Doe sat. Mrs Doe sang."
    >>> spans = Span(0, 8), Span(31, 34), Span(44, 47)
    >>> told_apart(spoken, [(at, Mention(s, spoken[s.start : s.end], "person")) for at, s in enumerate(spans)])
    {0: 'Mr John Doe', 1: 'Mr Doe', 2: 'Mrs Doe'}
    """
    families: dict[str, list[Titled]] = defaultdict(list)
    for at, mention in persons:
        found = _TITLE.search(text, max(0, mention.span.start - LONGEST), mention.span.start)
        name = parse(mention.text)
        families[name.last].append((at, name, found[1] if found else ""))
    return {
        at: f"{title} {name.text}"
        for family in families.values()
        if len({SEX[title.lower()] for _, _, title in family if title}) > 1
        for at, name, title in _spelt_out(family)
        if title
    }


def _spelt_out(family: Sequence[Titled]) -> list[Titled]:
    """Give the full names the titles that the others imply."""
    full = list(dict.fromkeys(name.key for _, name, _ in family if name.full))
    known = {name.key: title for _, name, title in reversed(family) if name.full and title}
    if len(full) == 1 and not known:
        first = next(at for at, name, _ in family if name.full)
        short = [(at < first, at, title) for at, name, title in family if title and not name.full]
        known = {full[0]: min(short)[2]}
    if len(full) == 2 and len(known) == 1:
        other = next(key for key in full if key not in known)
        known[other] = "Mrs" if SEX[next(iter(known.values())).lower()] == "m" else "Mr"
    return [(at, name, title or known.get(name.key, "")) for at, name, title in family]
