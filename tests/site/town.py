"""An edition as large as a year's reading: 200 articles, all but one of 600 words, 300 names, 120 subjects."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from newsdigest.model import (
    Analysis,
    Appearance,
    Companion,
    Edition,
    Entity,
    EntityId,
    Kind,
    Mention,
    Paragraph,
    Quote,
    Related,
    Role,
    Sentence,
    Span,
    StatedQuote,
    StatedRole,
    Story,
    StoryId,
    Tag,
)
from newsdigest.text import story_id

from tests.sample import STORIES, empty

ARTICLES, PARAGRAPHS, PEOPLE, ORGANISATIONS, SUBJECTS = 200, 13, 240, 60, 120
LONG_READ = 220
"""Paragraphs of the last article: 10,000 words, in which everybody is named."""
FIRST = ("Ada", "Bram", "Cato", "Dilys", "Enzo", "Fenna", "Gwil", "Hana", "Ivor", "Juno", "Kees", "Lowri")
LAST = ("Abbs", "Brandt", "Coyle", "Drost", "Elder", "Frome", "Gale", "Hythe", "Irving", "Jarrow", "Kemp", "Lind",
        "Marsh", "Nance", "Okoye", "Pell", "Quill", "Rowe", "Stroud", "Tarn")  # fmt: skip
PERSON = [f"{first} {last}" for last in LAST for first in FIRST]
HOUSE = [f"{place} {what}" for place in LAST for what in ("Works", "Council", "Trust")]
SAID = "We have counted the stones twice and we shall count them again before anybody builds on them"
REST = "It is the third time in ten years that the matter comes before the town, and few expect that it is the last."


def name_of(article: int, paragraph: int, names: list[str]) -> str:
    """Choose a name: the first ones stand in many articles, the last ones in few."""
    reach = min(len(names), max(1, len(names) * (paragraph + 1) ** 2 // PARAGRAPHS**2))
    return names[(article * 7 + paragraph * 3) % reach]


def _article(number: int) -> tuple[Story, Analysis]:
    texts, sentences, mentions, roles, quotes = [], [], [], [], []
    at = 0
    for block in range(LONG_READ if number == ARTICLES - 1 else PARAGRAPHS):
        person, house = name_of(number, block, PERSON), name_of(number, block, HOUSE)
        lead = f"Harbour engineer {person} of {house} told the meeting in the old hall that point {block} will stand."
        said = f"“{SAID},” {person} said." if block % 3 == 0 else REST
        mentions += [_mention(at, lead, person, "person"), _mention(at, lead, house, "organisation")]
        roles.append(Role(Span(at, at + lead.index(" told")), "Harbour engineer", person, house))
        second = at + len(lead) + 1
        if block % 3 == 0:
            quotes.append(Quote(Span(second + 1, second + 2 + len(SAID)), f"{SAID},", person, "said", "named"))
            mentions.append(_mention(second, said, person, "person"))
        sentences += [Sentence(Span(at, second - 1), block), Sentence(Span(second, second + len(said)), block)]
        texts.append(f"{lead} {said}")
        at = second + len(said) + 2
    key = f"town/{number:03}"
    story = replace(
        STORIES[0], id=story_id(key), id_key=key, path=f"{key}.txt", removed=(), url=f"https://town.example/{number}",
        title=f"The harbour and its plan, in the year {1800 + number} of a long story", notes=(),
        published=STORIES[0].date - timedelta(days=number), paragraphs=tuple(map(Paragraph, texts)),
    )  # fmt: skip
    found = (tuple(sentences), tuple(mentions), tuple(roles), tuple(quotes))
    return story, Analysis(story.id, *found, keywords=(), summary=(0, 2, 4))


def _mention(at: int, sentence: str, name: str, kind: Kind) -> Mention:
    start = at + sentence.index(name)
    return Mention(Span(start, start + len(name)), name, kind)


def _entity(name: str, kind: Kind, pairs: list[tuple[Story, Analysis]], present: dict[StoryId, set[str]]) -> Entity:
    where = [(s.id, tuple(n for n, m in enumerate(a.mentions) if m.text == name)) for s, a in pairs]
    beside: dict[str, list[StoryId]] = defaultdict(list)
    for story, _ in pairs:
        for other in sorted(present[story.id] - {name}):
            beside[other].append(story.id)
    nearest = sorted(beside, key=lambda other: (-len(beside[other]), other))
    return Entity(
        _id(name), name, kind, (), tuple(Appearance(*one) for one in where),
        tuple(StatedRole(a.story_id, r) for _, a in pairs for r in a.roles if r.person == name),
        tuple(StatedQuote(a.story_id, q) for _, a in pairs for q in a.quotes if q.speaker == name),
        tuple(Companion(_id(other), tuple(beside[other])) for other in nearest),
    )  # fmt: skip


def _id(name: str) -> EntityId:
    return EntityId(name.lower().replace(" ", "-"))


def town() -> Edition:
    """Make the edition."""
    pairs = [_article(number) for number in range(ARTICLES)]
    ids = tuple(story.id for story, _ in pairs)
    present = {story.id: {m.text for m in analysis.mentions} for story, analysis in pairs}
    kinds = {m.text: m.kind for _, analysis in pairs for m in analysis.mentions}
    of = {name: [pair for pair in pairs if name in present[pair[0].id]] for name in kinds}
    slugs = [f"subject-{n}" for n in range(SUBJECTS)]
    chosen = tuple(tuple(dict.fromkeys(slugs[(n + 3 * k * k) % SUBJECTS] for k in range(8))) for n in range(ARTICLES))
    under = {slug: tuple(i for i, some in zip(ids, chosen, strict=True) if slug in some) for slug in slugs}
    return replace(
        empty(),
        stories=tuple(story for story, _ in pairs),
        analyses=tuple(analysis for _, analysis in pairs),
        entities=tuple(_entity(name, kinds[name], of[name], present) for name in sorted(kinds)),
        tags=tuple(Tag(slug, slug.replace("-", " "), under[slug]) for slug in sorted(slugs)),
        story_tags=chosen,
        related=tuple(
            Related(one, ids[(n + k) % ARTICLES], 0.5, ("both about the harbour and its plan",))
            for n, one in enumerate(ids)
            for k in range(1, 5)
        ),
    )
