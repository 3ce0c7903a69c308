"""Candidate tags of one article: a Story, its parsed Doc and its mentions in, `Keyword`s out, best first.

YAKE (Campos et al. 2020, the package `yake`) scores word sequences; what `keywords_phrases` finds to be a noun phrase
or a name is ranked by that score, by how often it stands there (within a longer phrase counts half), how early, and
whether the title has it. Limits: YAKE sees three words at most, so a longer phrase is scored without it; where YAKE
fails (it swallows its own errors and gives nothing) all are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import yake
from spacy.tokens import Doc

from newsdigest.analyse.keywords_phrases import NOT_ALONE, Place, places
from newsdigest.model import Keyword, Mention, Story
from newsdigest.text import fold, words

CANDIDATES = 20
"""Twice and more what a page shows: the collection bans, joins and drops some."""
FREQUENCY = 0.75
IN_TITLE = 4.0
EARLY = 200
"""Characters. At this place a candidate has 1 / (1 + ln 2) of its score at the start."""
NAME = 1.2
ONCE = 0.5
"""For a phrase (no name) that stands in the text once, and not in the title.

Tried on 39 web articles with their editors' own tags (F1@5 / @10): frequency to the power of 1, .85, .75, .5 within
1.5 of each other; title 1, 2, 4, 8: 24.5, 25.0, 27.6, 26.7; YAKE's score left out 27.9 / 24.7, in 29.3 / 24.3, squared
28.6 / 23.6; parts counted in full 29.3 / 24.3, half 30.2 / 24.6; names × 1, 1.2: 30.2 / 24.6, 29.6 / 25.3; longer
phrases × 1.3: worse at 5. All within that set's noise of 6, so round values stand. YAKE alone: 18.6 / 18.6."""
COMMON = ("loose", "phrase")
"""Kinds of places that are no names."""


def candidates(story: Story, doc: Doc, mentions: tuple[Mention, ...]) -> tuple[Keyword, ...]:
    """Give the twenty best candidates, best first; none only where the text has no word to speak of."""
    weights = yake_weights(doc.text, story.lang)
    unwanted = {fold(name) for name in (*story.byline, story.outlet or "", (story.outlet or "").split(".")[0])}
    title = f" {fold(story.title)} "
    scored = []
    for key, group in places(story, doc, mentions).items():
        in_title = f" {key} " in title
        if key not in unwanted and (in_title or len(group) > 1 or group[0].kind != "loose"):
            score = _score(group, in_title) * weights.get(key, 1.0)
            scored.append(Keyword(display(group), round(score, 4)))
    return tuple(sorted(scored or _bare_words(story), key=lambda k: (-k.score, k.text))[:CANDIDATES])


def yake_weights(text: str, lang: str) -> dict[str, float]:
    """Give YAKE's opinion by folded phrase, 1 and more, the higher the better; empty where YAKE fails."""
    extractor = yake.KeywordExtractor(lan=lang[:2], n=3, top=100_000, dedup_lim=1.0)
    weights: dict[str, float] = {}
    for phrase, score in extractor.extract_keywords(text):
        weight = 1.0 - math.log10(min(max(score, 1e-9), 1.0))
        weights[fold(phrase)] = max(weight, weights.get(fold(phrase), 0.0))
    return weights


def display(group: Sequence[Place]) -> str:
    """Choose the form to show: the commonest; among equals a name's, then the one in lower case, then the first."""
    forms = Counter(place.text for place in group)
    named = {place.text for place in group if place.kind not in COMMON}
    return min(forms, key=lambda form: (-forms[form], form not in named, not form.islower(), form))


def _score(group: Sequence[Place], in_title: bool) -> float:
    frequency: float = sum(0.5 if place.within else 1.0 for place in group) ** FREQUENCY
    early = 1 / (1 + math.log1p(group[0].start / EARLY))
    name = NAME if any(place.kind not in COMMON for place in group) else 1.0
    once = ONCE if len(group) == 1 and name == 1.0 and not in_title else 1.0
    return frequency * early * name * once * (IN_TITLE if in_title else 1.0)


def _bare_words(story: Story) -> list[Keyword]:
    """Give the longer words by their number, for a text in which no phrase is found."""
    counts: Mapping[str, int] = Counter(w for w in words(story.text) if len(w) > 3 and w.lower() not in NOT_ALONE)
    return [Keyword(word, float(count)) for word, count in counts.items()]
