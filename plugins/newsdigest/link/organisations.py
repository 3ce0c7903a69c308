"""Which names are one organisation: names of one article first, then across articles.

In: for each story its organisation names. Out: clusters, one an organisation.
Method: within an article a short form or an acronym belongs to the one longer name it fits; across articles the same
name without legal ending is one, an acronym joins where some article shows what it stands for, and other forms when
exactly one fits and the articles share names (`context`). Limits: one name for two houses stays one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from newsdigest.link.context import Agreement
from newsdigest.link.findings import Findings
from newsdigest.link.grouping import Cluster, Forms, Local, assign, numbered
from newsdigest.link.organisation_names import ACRONYM_OF, CLIPPED, Organisation, called, clipped, fit, parse

NONE, CALLED, PART, INITIALS, SHOWN, SURE = range(6)
"""How well two names fit: not; said for it in one article; one is part of the other; its initials; initials that an
article explains; surely."""

SHORTEST = 3
"""Letters from which initials may join articles that don't explain them: two letters fit too much."""

LETTERS = 4
"""Of a name that is an acronym in all likelihood, and not a place in capitals."""


@dataclass(frozen=True, slots=True)
class _House:
    """All articles with one name, before other forms join."""

    head: Organisation
    game: str
    """What it plays, if it is a club."""
    short: frozenset[str]
    """Acronyms and clipped words that some article uses for it."""
    locals: tuple[Local, ...]

    @property
    def stories(self) -> list[int]:
        return [local.story for local in self.locals]


def cluster(
    forms: Sequence[Forms],
    explained: Sequence[Mapping[str, str]],
    game: Callable[[Local], str],
    agree: Agreement,
    findings: Findings,
) -> list[Cluster]:
    """Put the organisation names of all stories together.

    `explained` gives for each story the short forms that stand in brackets beside a name, `game` what a club plays.
    """

    def fits(one: _House, two: _House) -> int:
        if one.game != two.game and one.game and two.game:
            return NONE
        if {one.head.acronym, _letters(one.head)} & two.short - {""}:
            return SHOWN
        mark = _mark(one.head, two.head)
        if mark in (NONE, SURE) or (mark == INITIALS and len(one.head.acronym) < SHORTEST):
            return mark if mark == SURE else NONE
        without = frozenset(one.head.tokens + two.head.tokens)
        return mark if any(agree(story, two.stories, without) for story in one.stories) else NONE

    find = findings.keeping(in_article, list[Local])
    everything = numbered(map(find, forms, explained))
    houses: dict[tuple[tuple[str, ...], str], list[Local]] = {}
    for one in everything:
        houses.setdefault(_key(one, game), []).append(one)
    units = [_house(plays, locals_) for (_, plays), locals_ in houses.items()]
    units.sort(key=lambda unit: _fullest(unit.head))
    groups, doubts = assign(
        units, fits, lambda unit: asks(unit.head), lambda unit: answers(unit.head) | unit.short, by_head=True
    )
    return [
        Cluster(
            tuple(local for unit in group for local in unit.locals),
            may_be=tuple(other.head.text for other in doubts.get(group[0], ())) or group[0].locals[0].may_be,
        )
        for group in groups
    ]


def in_article(forms: Forms, explained: Mapping[str, str]) -> list[Local]:
    """Put the names of one article together; what has an acronym there is not called by a clipped word as well."""
    parsed = sorted((parse(text) for text in forms), key=_fullest)
    acronyms = {name.acronym for name in parsed} - {""}

    def fits(one: Organisation, two: Organisation) -> int:
        if explained.get(one.text) == two.text:
            return SHOWN
        has_letters = two.text in explained.values() or bool(two.initials & acronyms)
        return _mark(one, two) or CALLED * (called(one, two) and not (clipped(one, two) and has_letters))

    def known(name: Organisation) -> set[str]:
        return {
            *answers(name),
            *name.tokens,
            *(parse(s).acronym for s, long in explained.items() if long == name.text),
        } | {name.tokens[0][:n] for n in CLIPPED}

    groups, doubts = assign(parsed, fits, asks, known, by_head=True)
    return [
        Local(
            0,
            tuple(one.text for one in group),
            tuple(sorted(at for one in group for at in forms[one.text])),
            tuple(other.text for other in doubts.get(group[0], ())),
        )
        for group in groups
    ]


def _key(one: Local, game: Callable[[Local], str]) -> tuple[tuple[str, ...], str]:
    """Give what is the same for all articles on one house; letters play no game (`URW`), places do."""
    head = parse(one.forms[0])
    return head.tokens, "" if 0 < len(head.acronym) <= LETTERS else game(one)


def _mark(a: Organisation, b: Organisation) -> int:
    found = fit(a, b)
    if found is None:
        return NONE
    return SURE if found.sure else INITIALS if found is ACRONYM_OF else PART


def asks(name: Organisation) -> set[str]:
    """Give what a name is looked for under: all its letters, and those of the acronym it may be."""
    return {"".join(name.tokens), name.acronym} - {""}


def answers(name: Organisation) -> set[str]:
    """Give what shorter forms of a name may be called: its first words, its last words, its initials."""
    sizes = range(1, len(name.tokens) + 1)
    return {"".join(part) for size in sizes for part in (name.tokens[:size], name.tokens[-size:])} | name.initials


def _fullest(name: Organisation) -> tuple[int, int, str]:
    return (-len(name.tokens), -len(name.text), name.text)


def _house(game: str, locals_: Sequence[Local]) -> _House:
    head = parse(locals_[0].forms[0])
    forms = [parse(form) for one in locals_ for form in one.forms]
    short = {form.acronym for form in forms} | {_letters(form) for form in forms if clipped(form, head)}
    return _House(head, game, frozenset(short - {""}), tuple(locals_))


def _letters(name: Organisation) -> str:
    return "".join(name.tokens)
