"""The who's who, before corrections: every person and organisation of the collection, with all that is said of them.

In: stories and their analyses, side by side. Out: entities by kind, then name; places are left out.
Method: one kind for one name (`kinds`), clusters by kind (`people`, `organisations`), a name and the reasons for its
other forms, then roles and quotations given to the mention they belong to. An address is the name as the oldest
article alone gives it, so newer articles move none. Limits: a speaker who is described only ("an aide") belongs to
nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsdigest.link import notes, organisation_forms, organisation_names, organisations, people, person_names
from newsdigest.link.context import asker
from newsdigest.link.findings import Findings
from newsdigest.link.grouping import Cluster, Forms, Local
from newsdigest.link.kinds import settled
from newsdigest.link.noise import without_noise
from newsdigest.link.organisation_brackets import explained
from newsdigest.link.organisation_clubs import plays, sport
from newsdigest.link.person_offices import offices
from newsdigest.link.person_spouses import told_apart
from newsdigest.model import (
    Alias,
    Analysis,
    Appearance,
    Entity,
    EntityId,
    Kind,
    Mention,
    Span,
    StatedQuote,
    StatedRole,
    Story,
)  # fmt: skip
from newsdigest.text import unique_slugs

NAMED = ("continuation", "named", "pronoun")
"""Attributions whose speaker is the text of a mention."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entity in the making: its cluster, and its mentions as (story, position) pairs."""

    kind: Kind
    name: str
    aliases: tuple[Alias, ...]
    notes: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    origin: tuple[int, str, int]
    """Its oldest article (by age), its name there, and where that article mentions it first."""


def group(
    stories: Sequence[Story], analyses: Sequence[Analysis], findings: Findings | None = None
) -> tuple[Entity, ...]:
    """Find the persons and organisations of the collection; give the stories newest first."""
    findings = findings or Findings()
    kinds = settled(analyses)
    agree = asker(stories, findings)
    played = findings.keeping(sport, str)
    texts = [story.text for story in stories]
    short = [explained(text, one.mentions) for text, one in zip(texts, analyses, strict=True)]
    about = lru_cache(maxsize=None)(lambda number: played(stories[number].title, texts[number]))

    def spans(one: Local) -> list[Span]:
        return [analyses[one.story].mentions[at].span for at in one.mentions]

    def game(one: Local) -> str:
        return about(one.story) if plays(texts[one.story], spans(one)) else ""

    def held(one: Local) -> frozenset[str]:
        return offices(texts[one.story], spans(one))

    ages = _ages(stories)
    drafts = [
        _draft("person", one, ages, analyses, _person_name, _person_rule)
        for one in people.cluster(_forms(analyses, kinds, "person", texts), held, agree, findings)
    ] + [
        _draft("organisation", one, ages, analyses, _house_name, _house_rule)
        for one in organisations.cluster(_forms(analyses, kinds, "organisation", ()), short, game, agree, findings)
    ]
    drafts.sort(key=lambda draft: draft.origin)
    found = notes.with_doubts(without_noise(_entities(drafts, stories, analyses), texts), stories, agree)
    return tuple(sorted(found, key=lambda one: (one.kind, one.name.casefold(), one.name, one.id)))


def _forms(
    analyses: Sequence[Analysis], kinds: Sequence[Sequence[Kind]], wanted: Kind, texts: Sequence[str]
) -> list[Forms]:
    """Gather the names of one kind in each story; spouses that the text tells apart with their titles."""
    found: list[Forms] = []
    for number, (analysis, settled_kinds) in enumerate(zip(analyses, kinds, strict=True)):
        places = [at for at, kind in enumerate(settled_kinds) if kind == wanted]
        titled = told_apart(texts[number], [(at, analysis.mentions[at]) for at in places]) if texts else {}
        forms: dict[str, tuple[int, ...]] = {}
        for at in places:
            form = titled.get(at, analysis.mentions[at].text)
            forms[form] = (*forms.get(form, ()), at)
        found.append(forms)
    return found


# --- the name, and why the other forms are the same ---


def _ages(stories: Sequence[Story]) -> list[int]:
    """Give the place of each story in the order of age, oldest first."""
    oldest_first = sorted(range(len(stories)), key=lambda at: (stories[at].date, stories[at].path))
    return [number for _, number in sorted(zip(oldest_first, range(len(stories)), strict=True))]


def _draft(
    kind: Kind,
    cluster: Cluster,
    ages: Sequence[int],
    analyses: Sequence[Analysis],
    choose: Callable[[Counter[str], Counter[str]], str],
    rule: Callable[[str, str, Cluster], str],
) -> _Draft:
    mentions = sorted((one.story, at) for one in cluster.locals for at in one.mentions)
    count = Counter(analyses[story].mentions[at].text for story, at in mentions)
    chosen = choose(count, Counter(one.forms[0] for one in cluster.locals))
    name = _titled(cluster, count) or chosen
    aliases = tuple(Alias(form, rule(form, name, cluster)) for form in sorted(count) if form != name)
    oldest = min((one.story for one in cluster.locals), key=ages.__getitem__)
    there = [at for story, at in mentions if story == oldest]
    if len(there) < len(mentions):
        heads = Counter(one.forms[0] for one in cluster.locals if one.story == oldest)
        chosen = choose(Counter(analyses[oldest].mentions[at].text for at in there), heads)
    origin = (ages[oldest], chosen, there[0])
    return _Draft(kind, name, aliases, notes.may_be(cluster.may_be), tuple(mentions), origin)


def _titled(cluster: Cluster, count: Counter[str]) -> str:
    """Give the name with the title that alone tells it from a spouse's."""
    form = cluster.locals[0].forms[0]
    return form if person_names.parse(form).sex and not person_names.parse(form).full and form not in count else ""


def _person_name(count: Counter[str], _: Counter[str]) -> str:
    """Choose the fullest form, without its titles; the most frequent of equals."""
    if len(count) == 1:
        return person_names.parse(*count).text
    bare: Counter[str] = Counter()
    for form, times in count.items():
        bare[person_names.parse(form).text] += times

    def rank(form: str) -> tuple[bool, int, int, bool, int, str]:
        name = person_names.parse(form)
        return (not name.full, *people.fullest(name)[:2], form.isupper(), -bare[form], form)

    return min(bare, key=rank)


def _person_rule(form: str, name: str, cluster: Cluster) -> str:
    parsed = person_names.parse(form)
    if parsed.full or parsed.key == person_names.parse(name).key:
        return person_names.explain(form, name)
    homes = [one for one in cluster.locals if _has(one.forms, form) and person_names.parse(one.forms[0]).full]
    if homes:
        early = all(_has(one.early, form) for one in homes)
        return f"the {form} last named in full" if early else f"the only {form} in its article"
    why = next(why for text, why in cluster.joined if _has((text,), form))
    return f"the only {form} in an article {why}"


def _has(forms: Sequence[str], form: str) -> bool:
    """Tell whether a form is among some, with or without a title."""
    return form in forms or any(person_names.parse(text).text == form for text in forms)


def _house_rule(form: str, name: str, _: Cluster) -> str:
    return organisation_forms.explain(form, name)


def _house_name(count: Counter[str], heads: Counter[str]) -> str:
    """Choose the form used most among those that leave no real part out; an acronym is a form like others.

    `heads` counts articles by the fullest form in each.
    """
    if len(count) == 1:
        return next(iter(count))
    acronyms = {form for form in count if organisation_names.parse(form).acronym}
    size = len(organisation_forms.usual(heads))
    complete = [form for form in count if form in acronyms or len(organisation_forms.whole(form)) == size]
    return min(complete, key=lambda form: (-count[form], form in acronyms, form))


# --- what is said of them ---


def _entities(drafts: Sequence[_Draft], stories: Sequence[Story], analyses: Sequence[Analysis]) -> list[Entity]:
    """Make the entities; the drafts stand oldest first, so that of two equal addresses the older stays."""
    slugs = unique_slugs(name for _, name, _ in (draft.origin for draft in drafts))
    owner = {place: number for number, draft in enumerate(drafts) for place in draft.mentions}
    roles: dict[int, list[StatedRole]] = defaultdict(list)
    quotes: dict[int, list[StatedQuote]] = defaultdict(list)
    for story, analysis in enumerate(analyses):
        if not (analysis.roles or analysis.quotes):
            continue
        where = _positions(analysis.mentions)
        named: dict[Span | None, int] = {mention.span: at for at, mention in enumerate(analysis.mentions)}
        for role in analysis.roles:
            number = owner.get((story, _nearest(role.span, where.get(role.person, ()))))
            if number is not None:
                roles[number].append(StatedRole(analysis.story_id, role))
        for quote in analysis.quotes:
            speaker = quote.speaker if quote.attribution in NAMED and quote.speaker else ""
            number = owner.get((story, named.get(quote.where, _nearest(quote.span, where.get(speaker, ())))))
            if number is not None:
                quotes[number].append(StatedQuote(analysis.story_id, quote))
    same: dict[tuple[int, ...], tuple[int, ...]] = {}
    return [
        Entity(
            id=EntityId(slugs[number]), name=draft.name, kind=draft.kind, aliases=draft.aliases, notes=draft.notes,
            appearances=_appearances(draft.mentions, stories, same),
            roles=tuple(roles[number]), quotes=tuple(quotes[number]),
        )
        for number, draft in enumerate(drafts)
    ]  # fmt: skip


def _positions(mentions: Sequence[Mention]) -> dict[str, list[tuple[Span, int]]]:
    found: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        found[mention.text].append((mention.span, at))
    return found


def _nearest(span: Span, where: Sequence[tuple[Span, int]]) -> int:
    """Choose, of mentions with the same text, the one nearest to a statement; -1 where there is none."""
    return min(
        where, key=lambda one: (max(one[0].start - span.end, span.start - one[0].end, 0), one[1]), default=(span, -1)
    )[1]


def _appearances(
    mentions: Sequence[tuple[int, int]], stories: Sequence[Story], same: dict[tuple[int, ...], tuple[int, ...]]
) -> tuple[Appearance, ...]:
    """Gather the mentions by story; equal places are kept once."""
    found: dict[int, tuple[int, ...]] = {}
    for story, at in mentions:
        found[story] = (*found.get(story, ()), at)
    return tuple(Appearance(stories[story].id, same.setdefault(at, at)) for story, at in sorted(found.items()))
