"""Choose each article's tags so that one idea has one tag in the whole collection, and the tags of an article differ.

In: stories newest first, their analyses (candidates, best first), the who's who, the owner's renames and bans. Out:
all tags by name, each story's slugs, and the renames and bans that met nothing. What is one idea `tags_ideas` says; it
is shown in its commonest form. Of two tags that repeat each other the better one stays, or the fuller one where it
is nearly as good. A tag that most articles have is kept, but stands last. An address is the folded form of the oldest
article, so newer articles move none. Limits: synonyms (`car`, `vehicle`) stay apart; the owner can rename one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from msgspec.structs import replace

from newsdigest.link.tags_ideas import Ideas, folded, idea_key, ideas, is_plural_name
from newsdigest.model import Analysis, Entity, EntityId, Story, StoryId, Tag
from newsdigest.options import Options
from newsdigest.packed import Small
from newsdigest.text import unique_slugs

LINKING = 1.25
"""Bonus of an idea that another article has too, so that tags lead somewhere."""
COMMON = 0.5
"""Share of the articles from which on a tag tells none from another."""
FULLER = 0.4
"""Share of the score of `strike` that `rail strike` needs to take its place; read on 60 news texts, not scored."""
WEAK, WEAK_NAME = 0.7, 0.5
"""Scores below which a tag is left out, beside the first two; the second for names of the who's who. Of 58 such in 200
texts 21 were bad; F1 of editors' tags is the same without them, and .9 less with 1.0."""
FEWEST = 2
"""Tags that need no such score."""
STRONG = 3.0
"""Score from which on a sixth or later phrase may share words with one other, as editors have `ferry` beside `night
ferry`: F1@10 of their tags is 28.0 instead of 24.6. With names too it were 30.4, but `London` beside `London Marathon`
reads badly."""
FEW = 4
"""Articles, below which nothing is common."""
SPOKEN = str.maketrans({"#": " sharp", "&": " and ", "+": " plus"})
"""So that the addresses of `C`, `C#` and `C++` differ and stay."""
WANTED = 5
"""Tags, if the text has as many."""
SMALL = frozenset("and at by de del der for in la le of on the to van von".split())


class _Candidate(Small, frozen=True):
    """An idea as one story has it."""

    key: str
    name: str
    decided: bool
    """By the who's who or the owner."""
    score: float
    entity_id: EntityId | None


class _Form(Small, frozen=True):
    """The name that all agreed on for an idea, in its parts."""

    name: str
    idea: str
    """Folded, without word borders."""
    words: frozenset[str]
    """Folded."""
    head: str
    """Its last word."""
    proper: bool
    """Whether it is written like a name."""


def choose(
    stories: Sequence[Story],
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    renames: tuple[tuple[str, str], ...],
    bans: tuple[str, ...],
    options: Options,
) -> tuple[tuple[Tag, ...], tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Give all tags by name, per story the slugs best first, and the renames and bans that match nothing."""
    known = ideas(stories, entities, renames)
    banned = frozenset(idea_key(name) for name in bans)
    candidates = _names_apart(stories, [_candidates(analysis, known, banned) for analysis in analyses])
    slugs = _slugs(stories, candidates)
    forms = _agreed(candidates)
    spread = Counter(c.key for found in candidates for c in found)
    picked = [_common_last(_pick(found, forms, spread, options.tags), spread, len(stories)) for found in candidates]
    tags = _tags(stories, picked, forms, slugs)
    return tuple(tags.values()), _story_tags(picked, tags), _unmatched(analyses, known, renames, bans)


def _candidates(analysis: Analysis, known: Ideas, banned: Set[str]) -> list[_Candidate]:
    """Give the ideas of one story, best first, each once, with their names as this story has them."""
    found: dict[str, _Candidate] = {}
    for keyword in analysis.keywords:
        idea = known.of(keyword.text, analysis.story_id)
        name = idea.name or keyword.text
        if not banned or banned.isdisjoint({idea_key(keyword.text), idea.key, idea_key(name)}):
            found.setdefault(idea.key, _Candidate(idea.key, name, idea.name is not None, keyword.score, idea.entity_id))
    return list(found.values())


def _names_apart(stories: Sequence[Story], candidates: Sequence[list[_Candidate]]) -> list[list[_Candidate]]:
    """Part names that are plurals from the words of other stories: `Anchors` from `anchor`."""
    small = {c.key for found in candidates for c in found if c.name.islower()}
    return [
        [
            replace(c, key=f"{c.key} as a name")
            if c.key in small and not c.name.islower() and is_plural_name(c.name, story.text)
            else c
            for c in found
        ]
        for story, found in zip(stories, candidates, strict=True)
    ]


def _agreed(candidates: Sequence[Sequence[_Candidate]]) -> dict[str, _Form]:
    """Give an idea one name everywhere: the decided one, else the commonest, else the one in lower case."""
    forms = Counter((c.key, c.decided, c.name) for found in candidates for c in found)
    best: dict[str, tuple[bool, int, bool, str]] = {}
    for (key, decided, name), times in forms.items():
        rank = (not decided, -times, not name.islower(), name)
        best[key] = min(rank, best.get(key, rank))
    return {key: _form(name) for key, (*_, name) in best.items()}


def _form(name: str) -> _Form:
    plain = folded(name)
    return _Form(name, idea_key(name), frozenset(plain.split()) - SMALL, plain.rpartition(" ")[2], _is_proper(name))


def _is_proper(name: str) -> bool:
    return all(word[:1].isupper() or word[:1].isdigit() for word in name.split() if word not in SMALL)


def _pick(
    found: Sequence[_Candidate], forms: Mapping[str, _Form], spread: Mapping[str, int], limit: int
) -> list[_Candidate]:
    """Take the five best that differ and are worthy, two at least; then what adds to them."""
    ranked = sorted(found, key=lambda c: (-c.score * (LINKING if spread[c.key] > 1 else 1.0), c.key))
    chosen: list[_Candidate] = []
    for candidate in ranked:
        form = forms[candidate.key]
        rivals = [c for c in chosen if _repeats(form, forms[c.key])]
        if len(rivals) == 1 and _fuller(candidate, rivals[0], forms):
            chosen[chosen.index(rivals[0])] = candidate
        elif not rivals and len(chosen) < min(WANTED, limit) and _has_place(candidate, chosen):
            chosen.append(candidate)
    for candidate in ranked:
        wanted = len(chosen) < min(WANTED, limit) and _has_place(candidate, chosen)
        if wanted and not any(_nested(forms[candidate.key], forms[c.key]) for c in chosen):
            chosen.append(candidate)
    for candidate in ranked:
        if WANTED <= len(chosen) < limit and candidate not in chosen and _adds(candidate, chosen, forms):
            chosen.append(candidate)
    return chosen


def _has_place(candidate: _Candidate, chosen: Sequence[_Candidate]) -> bool:
    return len(chosen) < FEWEST or _is_worthy(candidate)


def _is_worthy(candidate: _Candidate) -> bool:
    return candidate.score >= (WEAK if candidate.entity_id is None else WEAK_NAME)


def _adds(candidate: _Candidate, chosen: Sequence[_Candidate], forms: Mapping[str, _Form]) -> bool:
    """Say whether a further tag is worth its place: a subject by itself, or a strong one beside another."""
    form = forms[candidate.key]
    rivals = [forms[c.key] for c in chosen if _repeats(form, forms[c.key])]
    if not rivals:
        return _is_worthy(candidate)
    strong = candidate.score >= STRONG and len(rivals) == 1
    return strong and not (form.proper or rivals[0].proper) and form.words != rivals[0].words


def _repeats(one: _Form, other: _Form) -> bool:
    """Say whether one tag holds the other, or both are kinds of one thing: `rail strike`, `bus strike`.

    Two full names may end alike (`Jane Doe`, `John Doe`), and `rail strike` and `rail fares` are two subjects. Without
    such pairs F1@5 of editors' tags was 26.9, with them 28.4; 2 to 6 % of the best five tags share a word then.
    """
    return (one.head == other.head and not (one.proper and other.proper)) or _nested(one, other)


def _nested(one: _Form, other: _Form) -> bool:
    return one.words <= other.words or other.words <= one.words or one.idea == other.idea


def _fuller(candidate: _Candidate, rival: _Candidate, forms: Mapping[str, _Form]) -> bool:
    """Say whether a candidate says all of its better rival and more: a name before a name, a phrase before a phrase."""
    more, less = forms[candidate.key], forms[rival.key]
    alike = more.proper == less.proper and rival.entity_id is None
    return alike and less.words < more.words and candidate.score >= FULLER * rival.score


def _common_last(chosen: Sequence[_Candidate], spread: Mapping[str, int], number: int) -> list[_Candidate]:
    """Put what most articles of a collection have behind what tells this one from them."""
    return sorted(chosen, key=lambda c: number >= FEW and spread[c.key] > COMMON * number)


def _slugs(stories: Sequence[Story], candidates: Sequence[Sequence[_Candidate]]) -> dict[str, str]:
    """Make an address for each idea, chosen or not, of its folded form in the oldest article that has it.

    A name of the who's who has the same one there; of two equal addresses the older stays.
    """
    pairs = sorted(zip(stories, candidates, strict=True), key=lambda pair: (pair[0].date, pair[0].path))
    forms: dict[str, str] = {}
    for candidate in (c for _, found in pairs for c in sorted(found, key=lambda c: c.key)):
        if candidate.key not in forms:
            known = candidate.entity_id if candidate.key.startswith("@") else None
            forms[candidate.key] = known or folded(candidate.name).translate(SPOKEN)
    return dict(zip(forms, unique_slugs(forms.values(), fallback="tag"), strict=True))


def _tags(
    stories: Sequence[Story],
    picked: Sequence[Sequence[_Candidate]],
    forms: Mapping[str, _Form],
    slugs: Mapping[str, str],
) -> dict[str, Tag]:
    """Make the tags, by key, in the order of their names."""
    having: defaultdict[str, list[StoryId]] = defaultdict(list)
    by_key: dict[str, EntityId | None] = {}
    for story, chosen in zip(stories, picked, strict=True):
        for candidate in chosen:
            having[candidate.key].append(story.id)
            by_key.setdefault(candidate.key, candidate.entity_id)
    ordered = sorted((forms[key].name.casefold(), forms[key].name, key) for key in by_key)
    return {key: Tag(slugs[key], name, tuple(having[key]), by_key[key]) for _, name, key in ordered}


def _story_tags(picked: Sequence[Sequence[_Candidate]], tags: Mapping[str, Tag]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(tags[c.key].slug for c in chosen) for chosen in picked)


def _unmatched(
    analyses: Sequence[Analysis], known: Ideas, renames: Iterable[tuple[str, str]], bans: Iterable[str]
) -> tuple[str, ...]:
    """Give the names in renames and bans that no article has, as the owner wrote them."""
    asked = (*(old for old, _ in renames), *bans)
    if not asked:
        return ()
    met = {idea_key(k.text) for a in analyses for k in a.keywords}
    met |= {idea_key(known.of(k.text, a.story_id).name or "") for a in analyses for k in a.keywords}
    return tuple(name for name in asked if idea_key(name) not in met)
