"""Which names are one organisation: names of one article first, then across articles.

In: for each story its organisation names. Out: clusters, one an organisation.
Method: within an article a short form or an acronym belongs to the one longer name it fits; across articles the same
name without legal ending is one, an acronym joins where some article shows what it stands for, and other forms when
exactly one fits and the articles share names (`context`). Limits: one name for two houses stays one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdigest.link.context import Agreement
from newsdigest.link.grouping import Cluster, Forms, Local, assign, gather
from newsdigest.link.organisation_names import ACRONYM_OF, Organisation, fit, parse

NONE, PART, INITIALS, SHOWN, SURE = range(5)
"""How well two names fit: not; one is part of the other; its initials; initials that an article explains; surely."""

SHORTEST = 3
"""Letters from which initials may join articles that don't explain them: two letters fit too much."""


@dataclass(frozen=True, slots=True)
class _House:
    """All articles with one name, before other forms join."""

    head: Organisation
    acronyms: frozenset[str]
    """Acronyms that some article uses for it."""
    locals: tuple[Local, ...]

    @property
    def stories(self) -> list[int]:
        return [local.story for local in self.locals]


def cluster(forms: Sequence[Forms], agree: Agreement) -> list[Cluster]:
    """Put the organisation names of all stories together."""

    def fits(one: _House, two: _House) -> int:
        mark = _mark(one.head, two.head)
        if mark in (NONE, SURE):
            return mark
        if one.head.acronym in two.acronyms - {""}:
            return SHOWN
        if mark == INITIALS and len(one.head.acronym) < SHORTEST:
            return NONE
        without = frozenset(one.head.tokens + two.head.tokens)
        return mark if any(agree(story, two.stories, without) for story in one.stories) else NONE

    everything = [local for story, texts in enumerate(forms) for local in in_article(story, texts)]
    units = [_house(tuple(locals_)) for locals_ in gather(everything, lambda one: parse(one.forms[0]).tokens).values()]
    units.sort(key=lambda unit: _fullest(unit.head))
    groups, doubts = assign(units, fits, lambda unit: _asks(unit.head), lambda unit: _answers(unit.head))
    return [
        Cluster(
            tuple(local for unit in group for local in unit.locals),
            may_be=tuple(other.head.text for other in doubts.get(group[0], ())) or group[0].locals[0].may_be,
        )
        for group in groups
    ]


def in_article(story: int, forms: Forms) -> list[Local]:
    """Put the names of one article together."""
    parsed = sorted((parse(text) for text in forms), key=_fullest)
    groups, doubts = assign(parsed, _mark, _asks, _answers)
    return [
        Local(
            story,
            tuple(one.text for one in group),
            tuple(sorted(at for one in group for at in forms[one.text])),
            tuple(other.text for other in doubts.get(group[0], ())),
        )
        for group in groups
    ]


def _mark(a: Organisation, b: Organisation) -> int:
    found = fit(a, b)
    if found is None:
        return NONE
    return SURE if found.sure else INITIALS if found is ACRONYM_OF else PART


def _asks(name: Organisation) -> set[str]:
    return {"".join(name.tokens), name.acronym} - {""}


def _answers(name: Organisation) -> set[str]:
    """Give what shorter forms of a name may be called: its first words, its last words, its initials."""
    sizes = range(1, len(name.tokens) + 1)
    return {"".join(part) for size in sizes for part in (name.tokens[:size], name.tokens[-size:])} | name.initials


def _fullest(name: Organisation) -> tuple[int, int, str]:
    return (-len(name.tokens), -len(name.text), name.text)


def _house(locals_: tuple[Local, ...]) -> _House:
    head = parse(locals_[0].forms[0])
    return _House(head, frozenset(parse(form).acronym for one in locals_ for form in one.forms), locals_)
