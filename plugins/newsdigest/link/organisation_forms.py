"""Which form of an organisation's name stands for it, and how the other forms differ from that.

In: names as they stand in articles. Out: the words that are a real part of a name, the words it is usually called by,
and the difference in words for the page. Method: as `organisation_names` takes names apart; then counts of articles.
"""

from __future__ import annotations

from collections import Counter

from newsdigest.link.organisation_names import GENERIC, LOOSE, fit, parse
from newsdigest.link.person_names import SAME

OFTEN = 3
"""Times as many articles that have a part of a name as the whole name as have the full one. On 205 texts
it changes two names of 790 houses, a branch's and a service's, both to what readers call them."""


def whole(text: str) -> tuple[str, ...]:
    """Give the words of a name that are a real part of it: `Acme Foods Group Inc.` -> acme, foods."""
    tokens = parse(text).tokens
    size = next((n for n in range(len(tokens), 1, -1) if tokens[n - 1] not in LOOSE), 1)
    return tokens[:size]


def usual(heads: Counter[str]) -> tuple[str, ...]:
    """Give the words of the name that articles call a house by, each counted by its fullest form.

    That is the fullest of all, but for a part of it that is the whole name in OFTEN times as many articles, where what
    is left out is no generic word: a branch (`Acme Brazil`) or a wing (`Old Acme`) gives the house no name.
    """
    articles: Counter[tuple[str, ...]] = Counter()
    for form, times in heads.items():
        articles[whole(form)] += times
    full = max(articles, key=lambda part: (len(part), articles[part], part))
    parts = [
        part
        for part in articles
        if len(part) < len(full)
        and part in (full[: len(part)], full[-len(part) :])
        and articles[part] >= OFTEN * articles[full]
        and not set(_left_out(part, full)) <= GENERIC
    ]
    return max(parts, key=lambda part: (articles[part], part), default=full)


def _left_out(part: tuple[str, ...], full: tuple[str, ...]) -> tuple[str, ...]:
    size = len(part)
    return full[size:] if full[:size] == part else full[:-size]


def explain(form: str, name: str) -> str:
    """Tell readers how a form differs from the name it was joined to.

    >>> explain("Acme", "The Acme Corp."), explain("Acme Corp.", "Acme")
    ('same name without “The Corp.”', 'same name with “Corp.”')
    """
    short, long = parse(form), parse(name)
    found = fit(short, long)
    if found is None:
        return "explained in brackets" if short.acronym or long.acronym else "named so in the same article"
    if not (found is SAME or whole(form) == whole(name)):
        return found.rule
    missing, extra = _words_only_in(name, form), _words_only_in(form, name)
    if missing and not extra:
        return f"same name without “{missing}”"
    return f"same name with “{extra}”" if extra and not missing else found.rule


def _words_only_in(a: str, b: str) -> str:
    """Give the legal ending, article or domain that `a` has and `b` has not; none if it differs in more."""
    others = {word.strip(",") for word in b.split()}
    return " ".join(word.strip(",") for word in a.split() if word.strip(",") not in others)
