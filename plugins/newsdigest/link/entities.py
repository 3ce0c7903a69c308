"""The who's who, before corrections: every person and organisation of the collection, with all that is said of them.

In: stories and their analyses, side by side. Out: entities by kind, then name; places are left out.
Method: one kind for one name (`kinds`), clusters by kind (`people`, `organisations`), a name and the reasons for its
other forms, then roles and quotations given to the mention they belong to. An address is the name as the oldest
article alone gives it, so newer articles move none. Limits: a speaker who is described only ("an aide") belongs to
nobody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsdigest.link import names, organisation_names, organisations, people
from newsdigest.link.context import asker
from newsdigest.link.grouping import Cluster, Forms
from newsdigest.link.kinds import settled
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

SHOWN = 3
"""Names in a note, at most."""
NAMED = ("continuation", "named", "pronoun")
"""Attributions whose speaker is the text of a mention."""


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entity in the making: its cluster, and its mentions as (story, position) pairs."""

    kind: Kind
    name: str
    aliases: tuple[Alias, ...]
    notes: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    origin: tuple[datetime, str, str, int]
    """Its oldest article (date and path), its name there, and where that article mentions it first."""


def group(stories: Sequence[Story], analyses: Sequence[Analysis]) -> tuple[Entity, ...]:
    """Find the persons and organisations of the collection; give the stories newest first."""
    kinds = settled(analyses)
    agree = asker(stories)
    persons, houses = _forms(analyses, kinds, "person"), _forms(analyses, kinds, "organisation")
    drafts = [
        _draft("person", one, stories, analyses, _person_name, _person_rule) for one in people.cluster(persons, agree)
    ] + [
        _draft("organisation", one, stories, analyses, _house_name, _house_rule)
        for one in organisations.cluster(houses, agree)
    ]
    drafts.sort(key=lambda draft: draft.origin)
    found = _without_noise(_entities(drafts, stories, analyses), stories)
    return tuple(sorted(found, key=lambda one: (one.kind, one.name.casefold(), one.name, one.id)))


def _forms(analyses: Sequence[Analysis], kinds: Sequence[Sequence[Kind]], wanted: Kind) -> list[Forms]:
    found: list[Forms] = []
    for analysis, settled_kinds in zip(analyses, kinds, strict=True):
        texts: dict[str, tuple[int, ...]] = {}
        for at, (mention, kind) in enumerate(zip(analysis.mentions, settled_kinds, strict=True)):
            if kind == wanted:
                texts[mention.text] = (*texts.get(mention.text, ()), at)
        found.append(texts)
    return found


# --- the name, and why the other forms are the same ---


def _draft(
    kind: Kind,
    cluster: Cluster,
    stories: Sequence[Story],
    analyses: Sequence[Analysis],
    choose: Callable[[Counter[str]], str],
    rule: Callable[[str, str, Cluster], str],
) -> _Draft:
    mentions = sorted((one.story, at) for one in cluster.locals for at in one.mentions)
    text = {(story, at): analyses[story].mentions[at].text for story, at in mentions}
    count = Counter(text.values())
    name = choose(count)
    aliases = tuple(Alias(form, rule(form, name, cluster)) for form in sorted(count) if form != name)
    day, path, oldest = min((stories[story].date, stories[story].path, story) for story, _ in mentions)
    there = [place for place in mentions if place[0] == oldest]
    origin = (day, path, choose(Counter(text[place] for place in there)), there[0][1])
    return _Draft(kind, name, aliases, _notes(cluster.may_be), tuple(mentions), origin)


def _person_name(count: Counter[str]) -> str:
    """Choose the fullest form, without its titles; the most frequent of equals."""
    bare: Counter[str] = Counter()
    for form, times in count.items():
        bare[names.parse(form).text] += times

    def rank(form: str) -> tuple[bool, int, int, bool, int, str]:
        name = names.parse(form)
        return (not name.full, *people.fullest(name)[:2], form.isupper(), -bare[form], form)

    return min(bare, key=rank)


def _person_rule(form: str, name: str, cluster: Cluster) -> str:
    parsed = names.parse(form)
    if parsed.full or parsed.key == names.parse(name).key:
        return names.explain(form, name)
    homes = [one for one in cluster.locals if form in one.forms and names.parse(one.forms[0]).full]
    if homes:
        return (
            f"the first {form} in its article"
            if all(form in one.early for one in homes)
            else f"the only {form} in its article"
        )
    why = next(why for text, why in cluster.joined if text == form)
    return f"the only {form} in an article that shares {why} with the others"


def _house_rule(form: str, name: str, _: Cluster) -> str:
    return organisation_names.explain(form, name)


def _house_name(count: Counter[str]) -> str:
    """Choose the form used most among those that leave no real part out; an acronym is a form like others."""
    acronyms = {form for form in count if organisation_names.parse(form).acronym}
    longest = max(len(organisation_names.whole(form)) for form in count)
    complete = [form for form in count if form in acronyms or len(organisation_names.whole(form)) == longest]
    return min(complete, key=lambda form: (-count[form], form in acronyms, form))


def _notes(may_be: Sequence[str]) -> tuple[str, ...]:
    """Say whom a short form may mean.

    >>> _notes(("Don Doe", "Mike Doe"))
    ('may be Don Doe or Mike Doe',)
    """
    if not may_be:
        return ()
    shown = sorted(set(may_be))
    if len(shown) > SHOWN:
        return (f"may be one of {len(shown)} people, such as {shown[0]} or {shown[1]}",)
    return ("may be " + " or ".join(shown),)


# --- what is said of them ---


def _entities(drafts: Sequence[_Draft], stories: Sequence[Story], analyses: Sequence[Analysis]) -> list[Entity]:
    """Make the entities; the drafts stand oldest first, so that of two equal addresses the older stays."""
    slugs = unique_slugs(name for _, _, name, _ in (draft.origin for draft in drafts))
    owner = {place: number for number, draft in enumerate(drafts) for place in draft.mentions}
    roles: dict[int, list[StatedRole]] = defaultdict(list)
    quotes: dict[int, list[StatedQuote]] = defaultdict(list)
    for story, analysis in enumerate(analyses):
        where = _positions(analysis.mentions)
        for role in analysis.roles:
            number = owner.get((story, _nearest(role.span, where.get(role.person, ()))))
            if number is not None:
                roles[number].append(StatedRole(analysis.story_id, role))
        for quote in analysis.quotes:
            speaker = quote.speaker if quote.attribution in NAMED and quote.speaker else ""
            number = owner.get((story, _nearest(quote.span, where.get(speaker, ()))))
            if number is not None:
                quotes[number].append(StatedQuote(analysis.story_id, quote))
    return [
        Entity(
            id=EntityId(slugs[number]), name=draft.name, kind=draft.kind, aliases=draft.aliases, notes=draft.notes,
            appearances=_appearances(draft.mentions, stories), roles=tuple(roles[number]), quotes=tuple(quotes[number]),
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


def _appearances(mentions: Sequence[tuple[int, int]], stories: Sequence[Story]) -> tuple[Appearance, ...]:
    found: dict[int, list[int]] = defaultdict(list)
    for story, at in mentions:
        found[story].append(at)
    return tuple(Appearance(stories[story].id, tuple(found[story])) for story in sorted(found))


# --- what is no name at all ---


def _without_noise(entities: Sequence[Entity], stories: Sequence[Story]) -> list[Entity]:
    """Drop single words taken for a person once, with nothing said of them, that the collection also writes small."""
    doubtful = {one.name.lower() for one in entities if _slight(one)}
    small = (
        {word for story in stories for word in doubtful.intersection(_WORD.findall(story.text))} if doubtful else set()
    )
    return [one for one in entities if not (_slight(one) and one.name.lower() in small)]


def _slight(one: Entity) -> bool:
    once = sum(len(seen.mentions) for seen in one.appearances) == 1
    return one.kind == "person" and once and not (" " in one.name or one.roles or one.quotes)
