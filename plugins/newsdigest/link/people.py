"""Who is who among the persons: names of one article first, then across articles.

In: for each story its person names. Out: clusters, one a person; what cannot be told apart stays unresolved.
Method: within an article a surname (or first name) belongs to the one full name that has it there; across articles
the same full name is one person, other spellings join when exactly one person fits, and weak forms (nickname,
initial, surname alone) only when the articles also share names (`context`). Limits: true namesakes become one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsdigest.link.context import Agreement
from newsdigest.link.grouping import Cluster, Forms, Local, assign, because, gather
from newsdigest.link.names import Name, Position, fit, parse, position

POSITIONS: tuple[Position, ...] = ("last", "first", "middle", "nickname")
"""Where a short form is looked for in the full names of its article; the first place that has it decides."""


@dataclass(frozen=True, slots=True)
class _Person:
    """All articles with one full name, before other names join."""

    head: Name
    keys: frozenset[tuple[str, ...]]
    locals: tuple[Local, ...]

    @property
    def stories(self) -> list[int]:
        return [local.story for local in self.locals]


def cluster(forms: Sequence[Forms], agree: Agreement) -> list[Cluster]:
    """Put the person names of all stories together."""
    everybody = [local for story, texts in enumerate(forms) for local in in_article(story, texts)]
    full = [local for local in everybody if parse(local.forms[0]).full]
    short = [local for local in everybody if not parse(local.forms[0]).full]
    return _with_short_forms(_across(full, agree), short, agree)


# --- one article ---


def in_article(story: int, forms: Forms) -> list[Local]:
    """Put the names of one article together: full names first, then the shorter forms of them."""
    parsed = {text: parse(text) for text in sorted(forms)}
    full = sorted((text for text in parsed if parsed[text].full), key=lambda text: fullest(parsed[text]))
    groups, doubts = assign(full, lambda a, b: int(fit(parsed[a], parsed[b]) is not None), _anybody, _anybody)
    found = [_local(story, group, forms, doubts.get(group[0], ())) for group in groups]
    unclear = []
    for texts in _same_short(parsed):
        homes = _homes(parsed[texts[0]], [[parsed[text] for text in group] for group in groups])
        homes.sort(key=lambda home: min(forms[text][0] for text in groups[home]))
        short = _local(story, texts, forms, tuple(groups[home][0] for home in homes))
        if homes:
            end = min(forms[text][0] for text in groups[homes[1]]) if len(homes) > 1 else math.inf
            found[homes[0]], short = _moved(found[homes[0]], short, found[homes[0]].mentions[0], end, forms)
        unclear += [short] if short.mentions else []
    return found + unclear


def _anybody(_: str) -> tuple[int]:
    return (0,)


def _local(story: int, texts: Sequence[str], forms: Forms, may_be: tuple[str, ...]) -> Local:
    return Local(story, tuple(texts), tuple(sorted(at for text in texts for at in forms[text])), may_be)


def _moved(home: Local, short: Local, start: int, end: float, forms: Forms) -> tuple[Local, Local]:
    """Give a short form to its owner; where namesakes share the article, only what stands before the second enters."""
    clear = {at for at in short.mentions if end == math.inf or start < at < end}
    texts = tuple(text for text in short.forms if clear & set(forms[text]))
    grown = replace(
        home,
        forms=home.forms + texts,
        mentions=tuple(sorted(clear.union(home.mentions))),
        early=home.early + (texts if end < math.inf else ()),
    )
    left = tuple(text for text in short.forms if set(forms[text]) - clear)
    return grown, replace(short, forms=left, mentions=tuple(at for at in short.mentions if at not in clear))


def _same_short(parsed: Mapping[str, Name]) -> list[list[str]]:
    """Sort the short forms of an article by what they say: `Doe`, `Mr Doe`, `DOE` together."""
    short: dict[tuple[str, ...], list[str]] = {}
    for text, name in parsed.items():
        if not name.full:
            short.setdefault(name.key, []).append(text)
    return [short[key] for key in sorted(short)]


def fullest(name: Name) -> tuple[int, int, str]:
    """Sort names by what they spell out: most words first, initials counting less."""
    return (-sum(len(token) > 1 for token in name.tokens), -len(name.tokens), name.text)


def _homes(short: Name, heads: Sequence[Sequence[Name]]) -> list[int]:
    """Find the full names a short form may stand for, surnames before first names."""
    for wanted in POSITIONS:
        found = [number for number, group in enumerate(heads) if any(position(short, n) == wanted for n in group)]
        if found:
            return found
    return []


# --- across articles ---


def _across(full: Sequence[Local], agree: Agreement) -> list[Cluster]:
    """Put full names together: the same name always, others where exactly one person fits."""

    def fits(one: _Person, two: _Person) -> int:
        found = fit(one.head, two.head)
        if found is None:
            return 0
        if found.sure or one.keys & two.keys:
            return 2
        without = frozenset(one.head.tokens + two.head.tokens)
        return int(any(agree(story, two.stories, without) for story in one.stories))

    units = [_person(tuple(locals_)) for locals_ in gather(full, lambda local: parse(local.forms[0]).key).values()]
    units.sort(key=lambda unit: fullest(unit.head))
    groups, doubts = assign(units, fits, _surname, _surname)
    return [
        Cluster(
            tuple(local for unit in group for local in unit.locals),
            may_be=tuple(other.head.text for other in doubts.get(group[0], ())) or group[0].locals[0].may_be,
        )
        for group in groups
    ]


def _surname(unit: _Person) -> tuple[str]:
    return (unit.head.last,)


def _person(locals_: tuple[Local, ...]) -> _Person:
    parsed = [parse(form) for local in locals_ for form in local.forms]
    return _Person(parse(locals_[0].forms[0]), frozenset(name.key for name in parsed if name.full), locals_)


def _with_short_forms(clusters: list[Cluster], short: Sequence[Local], agree: Agreement) -> list[Cluster]:
    """Join each short form that stands without a full name to the one person it fits, if the articles agree."""
    owners = _owners(clusters)
    joined: dict[int, list[tuple[Local, str]]] = {}
    alone: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Local]] = {}
    for local in short:
        name = parse(local.forms[0])
        homes = [] if local.may_be else owners.get(name.key, [])
        common: tuple[str, ...] = ()
        if len(homes) == 1:
            common = agree(local.story, [other.story for other in clusters[homes[0]].locals], frozenset(name.tokens))
        if common:
            joined.setdefault(homes[0], []).append((local, because(common)))
        else:
            alone.setdefault((name.key, local.may_be), []).append(local)
    found = [_joined(one, joined.get(number, [])) for number, one in enumerate(clusters)]
    return found + [
        Cluster(
            tuple(locals_), may_be=may_be or tuple(clusters[home].locals[0].forms[0] for home in owners.get(key, ()))
        )
        for (key, may_be), locals_ in alone.items()
    ]


def _owners(clusters: Sequence[Cluster]) -> dict[tuple[str, ...], list[int]]:
    """Index the persons by their surname, with and without what goes before it, and by their first name."""
    last: dict[tuple[str, ...], list[int]] = {}
    first: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(clusters):
        name = parse(one.locals[0].forms[0])
        for start in range(1, len(name.tokens)):
            last.setdefault((*name.tokens[start:], ""), []).append(number)
        first.setdefault((name.tokens[0], ""), []).append(number)
    return first | last


def _joined(one: Cluster, more: Sequence[tuple[Local, str]]) -> Cluster:
    rules = tuple((form, reason) for local, reason in more for form in local.forms)
    return Cluster((*one.locals, *(local for local, _ in more)), rules, one.may_be)
