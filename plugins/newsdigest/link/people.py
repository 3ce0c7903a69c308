"""Who is who among the persons: names of one article first, then across articles.

In: for each story its person names. Out: clusters, one a person; what cannot be told apart stays unresolved.
Method: within an article a surname (or first name) belongs to the one full name that has it there; across articles
the same full name is one person, other spellings join when exactly one person fits, and weak forms (nickname,
initial, surname alone) only when the articles also share names (`context`). Common words alone (`Smith`) are one person
only where the articles agree as well. Limits: true namesakes become one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.link.context import ASKED, Agreement, parted
from newsdigest.link.findings import Findings
from newsdigest.link.grouping import Cluster, Forms, Local, assign, because, gather, numbered
from newsdigest.link.notes import GIVEN, SURNAMES
from newsdigest.link.person_names import Name, Position, fit, parse, position
from newsdigest.link.person_namesakes import whom
from newsdigest.link.person_nicknames import NICKNAMES
from newsdigest.link.person_spellings import slip, spelling

COMMON = GIVEN | SURNAMES | ROLE_NOUNS
"""Words that alone say little of who is meant."""
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


def cluster(
    forms: Sequence[Forms], offices: Callable[[Local], frozenset[str]], agree: Agreement, findings: Findings
) -> list[Cluster]:
    """Put the person names of all stories together; `offices` tells which an article gives somebody."""
    borne = {parse(form).last for texts in forms for form in texts if parse(form).full}
    find = findings.keeping(in_article, list[Local])
    everybody = numbered(find(texts, borne.intersection(parse(form).last for form in texts)) for texts in forms)
    full = [local for local in everybody if parse(local.forms[0]).full]
    short = [local for local in everybody if not parse(local.forms[0]).full]
    return _with_short_forms(_across(full, agree), short, offices, agree)


# --- one article ---


def in_article(forms: Forms, borne: Set[str]) -> list[Local]:
    """Put the names of one article together: full names first, then shorter forms. Some surnames others bear."""
    parsed = {text: parse(text) for text in sorted(forms)}
    full = sorted((text for text in parsed if parsed[text].full), key=lambda text: fullest(parsed[text]))
    ends = {text: {name.last, name.tokens[0], *name.given[:1]} for text, name in parsed.items()}
    groups, doubts = assign(
        full, lambda a, b: int(fit(parsed[a], parsed[b]) is not None), ends.__getitem__, ends.__getitem__
    )
    found = [_local(group, forms, doubts.get(group[0], ())) for group in groups]
    unclear = []
    heads = [[parsed[text] for text in group] for group in groups]
    entered = [local.mentions[0] for local in found]
    for texts in _same_short(parsed):
        first = min(forms[text][0] for text in texts)
        homes = _homes(parsed[texts[0]], heads, entered, first, borne)
        homes.sort(key=entered.__getitem__)
        short = _local(texts, forms, tuple(groups[home][0] for home in homes))
        if homes:
            names_of = [tuple(at for text in groups[home] for at in forms[text]) for home in homes]
            meant = whom(short.mentions, [sorted(places) for places in names_of])
            for number, home in enumerate(homes):
                places = {at for at in short.mentions if meant[at] == number}
                found[home], short = _moved(found[home], short, places, forms, namesakes=len(homes) > 1)
        unclear += [short] if short.mentions else []
    return found + unclear


def _local(texts: Sequence[str], forms: Forms, may_be: tuple[str, ...]) -> Local:
    return Local(0, tuple(texts), tuple(sorted(at for text in texts for at in forms[text])), may_be)


def _moved(home: Local, short: Local, places: set[int], forms: Forms, *, namesakes: bool) -> tuple[Local, Local]:
    """Give the mentions of a short form at these places to their owner."""
    texts = tuple(text for text in short.forms if places & set(forms[text]))
    grown = replace(
        home,
        forms=home.forms + texts,
        mentions=tuple(sorted(places.union(home.mentions))),
        early=home.early + (texts if namesakes else ()),
    )
    left = tuple(text for text in short.forms if set(forms[text]) - places)
    return grown, replace(short, forms=left, mentions=tuple(at for at in short.mentions if at not in places))


def _same_short(parsed: Mapping[str, Name]) -> list[list[str]]:
    """Sort the short forms of an article by what they say: `Doe`, `Dr Doe`, `DOE` together."""
    short: dict[tuple[str, ...], list[str]] = {}
    for text, name in parsed.items():
        if not name.full:
            short.setdefault((*name.key, name.sex), []).append(text)
    return [short[key] for key in sorted(short)]


def fullest(name: Name) -> tuple[int, int, str]:
    """Sort names by what they spell out: most words first, initials counting less."""
    return (-sum(len(token) > 1 for token in name.tokens), -len(name.tokens), name.text)


def _homes(
    short: Name, heads: Sequence[Sequence[Name]], entered: Sequence[int], first: int, borne: Set[str]
) -> list[int]:
    """Find the full names a short form may stand for: those already named, surnames before first names.

    Where there is none, it may be a slip for the one surname before it that looks so; unless somebody is called that.
    """
    places = [{position(short, name) for name in group} for group in heads]
    found = [[number for number, own in enumerate(places) if wanted in own] for wanted in POSITIONS]
    known = (homes for homes in found if any(entered[home] < first for home in homes))
    sure = next(known, next(filter(None, found), []))
    if sure or short.last in borne or len(short.tokens) > 1:
        return sure
    before = [number for number, at in enumerate(entered) if at < first]
    slips = [number for number in before if any(slip(short.last, name.last) for name in heads[number])]
    return slips if len(slips) == 1 else []


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
    groups, doubts = assign(units, fits, lambda unit: marks(unit.head), lambda unit: marks(unit.head))
    return [
        Cluster(
            tuple(local for unit in group for local in unit.locals),
            may_be=tuple(other.head.text for other in doubts.get(group[0], ())) or group[0].locals[0].may_be,
        )
        for group in groups
    ]


def marks(name: Name) -> set[tuple[str, str]]:
    """Give what two full names that fit have in common: the surname as it sounds, and a first letter."""
    before = [word for token in name.tokens[:-1] for word in (token, *NICKNAMES.get(token, ()))]
    return {(spelling(name.last), word[0]) for word in before}


def _person(locals_: tuple[Local, ...]) -> _Person:
    parsed = [parse(form) for local in locals_ for form in local.forms]
    return _Person(parse(locals_[0].forms[0]), frozenset(name.key for name in parsed if name.full), locals_)


def _with_short_forms(
    clusters: list[Cluster], short: Sequence[Local], offices: Callable[[Local], frozenset[str]], agree: Agreement
) -> list[Cluster]:
    """Join each short form that stands without a full name to the one person it fits, if the articles agree."""
    owners = _owners(clusters)
    present = [{local.story for local in one.locals} for one in clusters]
    joined: dict[int, list[tuple[Local, str]]] = {}
    alone: dict[tuple[object, ...], list[Local]] = {}
    for local in short:
        name = parse(local.forms[0])
        homes = [] if local.may_be else owners.get(name.key, [])
        told_apart = any(local.story in present[home] for home in homes)
        clear = len(homes) == 1 and not told_apart
        why = _why(local, clusters[homes[0]].locals, offices, agree) if clear else ""
        if why:
            joined.setdefault(homes[0], []).append((local, why))
        else:
            alone.setdefault((name.key, local.may_be, local.story if told_apart else -1), []).append(local)
    found = [_joined(one, joined.get(number, [])) for number, one in enumerate(clusters)]
    return found + [
        Cluster(some, may_be=some[0].may_be or _names(clusters, owners.get(parse(some[0].forms[0]).key, ()), some[0]))
        for locals_ in alone.values()
        for near in _by_context(locals_, agree)
        for some in _by_title(near)
    ]


def _names(clusters: Sequence[Cluster], homes: Sequence[int], short: Local) -> tuple[str, ...]:
    """Name the persons that a short form may mean, but those of its own article: it is told apart from them."""
    some = [clusters[home].locals for home in homes]
    return tuple(one[0].forms[0] for one in some if short.story not in {local.story for local in one})


def _by_context(locals_: Sequence[Local], agree: Agreement) -> list[list[Local]]:
    """Part the articles that have nothing else in common, where many are called so: `Smith`, `Jane`, `President`."""
    tokens = frozenset(parse(locals_[0].forms[0]).tokens)
    if len(locals_) == 1 or not tokens <= COMMON:
        return [list(locals_)]
    heads = parted([local.story for local in locals_], tokens, agree)
    head_of = dict(zip(locals_, heads, strict=True))
    return list(gather(locals_, head_of.__getitem__).values())


def _by_title(locals_: Sequence[Local]) -> list[tuple[Local, ...]]:
    """Part those called Mr from those called Mrs, where there are both."""
    sexes = [parse(local.forms[0]).sex for local in locals_]
    if not {"m", "f"} <= set(sexes):
        return [tuple(locals_)]
    return [tuple(one for one, its in zip(locals_, sexes, strict=True) if its == sex) for sex in sorted(set(sexes))]


def _why(short: Local, owner: Sequence[Local], offices: Callable[[Local], frozenset[str]], agree: Agreement) -> str:
    """Say why a short form means its only owner; empty where nothing speaks for it."""
    common = agree(short.story, [other.story for other in owner], frozenset(parse(short.forms[0]).tokens))
    if common:
        return f"that shares {because(common)} with the others"
    held = offices(short)
    same = sorted(held & {office for other in owner[:ASKED] for office in offices(other)}) if held else []
    return f"that also says {same[0]}" if same else ""


def _owners(clusters: Sequence[Cluster]) -> dict[tuple[str, ...], list[int]]:
    """Index the persons by their surname, with and without what goes before it, and by their first names."""
    last: dict[tuple[str, ...], dict[int, None]] = {}
    first: dict[tuple[str, ...], dict[int, None]] = {}
    for number, one in enumerate(clusters):
        for name in dict.fromkeys(parse(form) for local in one.locals for form in local.forms):
            alone = name.full and not name.couple
            for start in range(1, len(name.tokens) if alone else 0):
                last.setdefault((*name.tokens[start:], ""), {})[number] = None
            if alone:
                first.setdefault((name.tokens[0], ""), {})[number] = None
    return {key: list(found) for key, found in (first | last).items()}


def _joined(one: Cluster, more: Sequence[tuple[Local, str]]) -> Cluster:
    rules = tuple((form, reason) for local, reason in more for form in local.forms)
    return Cluster((*one.locals, *(local for local, _ in more)), rules, one.may_be)
