"""Candidate tags of one article: a Story, its parsed Doc and its mentions in, `Keyword`s out, best first.

YAKE (Campos et al. 2020, the package `yake`) scores word sequences; what `keywords_phrases` finds to be a noun phrase
or a name is ranked by that score, by how often it stands there (within a longer phrase counts less), how early, and
whether the title has it or its words. In other languages than the model's only what YAKE proposes is a candidate.
Limits: YAKE sees three words at most, so a longer phrase is scored without it; where YAKE fails (it swallows its own
errors and gives nothing) all are.
"""

from __future__ import annotations

import logging
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import yake
from spacy.tokens import Doc

from newsdigest.analyse.keywords_phrases import places
from newsdigest.analyse.keywords_runs import NOT_ALONE, Place
from newsdigest.analyse.keywords_words import FAINT
from newsdigest.analyse.name_given import is_given_name
from newsdigest.lexicon import is_english
from newsdigest.model import Keyword, Mention, Story
from newsdigest.text import content_words, fold, paragraph_spans, words

logging.getLogger("yake").setLevel(logging.CRITICAL)  # it logs the errors it swallows; no tag is lost by them
CANDIDATES = 20
"""Twice and more what a page shows: the collection bans, joins and drops some."""
FREQUENCY = 0.65
PART = 0.35
"""What a place within a longer phrase counts."""
IN_TITLE = 5.0
TITLE_WORDS = 0.5
"""For a phrase that the title has in other words: what it gains if all its words are there."""
EARLY = 200
"""Characters. At this place a candidate has 1 / (1 + ln 2) of its score at the start."""
FLEETING = 2
"""Places of a given name without a surname, such as a reader's, that make no subject of it."""
NAME = 1.5
OPINION = 0.75
"""The power of YAKE's score."""
ONCE = 0.5
"""For a phrase (no name) that stands in the text once, and not in the title."""
LONG = 0.8
"""For three words and more.

Sought by random steps on both halves of 39 web articles with their editors' own tags and of 32 more with tags in their
pages' heads; 153 news texts with a crowd's words were the check. F1@5 / @10 with frequency .75, part .5, title 4, name
1.2, opinion 1, neither words of the title nor length, then with these: 31.3 / 26.5 and 32.6 / 26.8; 33.1 / 30.5 and
34.8 / 31.8; 10.2 / 16.1 and 10.1 / 16.0, of its longer phrases alone 10.5 and 11.0. YAKE alone: 18.6 / 18.6 on the
first. The noise is 6, so round values stand. No gain on all three: rarity in general English, spread over the text,
frequency of a phrase's words, less for names that stand once, more for phrases of two words; nor from weights learned
for all these and fifteen more (logistic regression, five folds: 28.8 / 26.1 and 34.0 / 31.1). With names that end in a
number, none that are torn and more dull words: 32.1 / 27.4, 35.4 / 32.2, 10.1 / 15.8."""
OUTSIDE = 0.3
"""For what stands neither in the title nor in a sentence: a line of a menu or list, a heading of a part, a credit."""
LINE = 20
"""Words from which on a line is prose without an end; F1 is the same for 8 to 20."""
LONGER = 3
"""Letters of a word that a heading begins with a capital."""
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
TONGUES = frozenset("ar bg da de el en es et fa fi fr hi hr hu hy id it lt lv nl no pl pt ro ru sk sl sv tr uk".split())
"""Languages with blanks between words whose small words YAKE knows: without, `but` and `can` are tags."""
COMMON = ("loose", "phrase")
"""Kinds of places that are no names."""


def candidates(story: Story, doc: Doc, mentions: tuple[Mention, ...]) -> tuple[Keyword, ...]:
    """Give the twenty best candidates, best first; in English none only where the text has no word to speak of."""
    tongue = story.lang[:2].lower()
    if tongue not in TONGUES:
        return ()
    known = is_english(story.lang)
    weights = yake_weights(doc.text, tongue)
    unwanted = {fold(name) for name in (*story.byline, story.outlet or "", (story.outlet or "").split(".")[0])}
    title = f" {fold(story.title)} "
    prose = _prose(story)
    scored = []
    for key, group in places(story, doc, mentions).items():
        telling = f" {key} " in title or not _says_little(group)
        if key not in unwanted and telling and (known or key in weights):
            told = f" {key} " in title or any(place.start in prose for place in group)
            score = _score(key, group, title) * weights.get(key, 1.0) ** OPINION * (1.0 if told else OUTSIDE)
            scored.append(Keyword(display(group), round(score, 4)))
    return tuple(sorted(scored or (_bare_words(story) if known else ()), key=lambda k: (-k.score, k.text))[:CANDIDATES])


def yake_weights(text: str, lang: str) -> dict[str, float]:
    """Give YAKE's opinion by folded phrase, 1 and more, the higher the better; empty where YAKE fails."""
    extractor = yake.KeywordExtractor(lan=lang, n=3, top=100_000, dedup_lim=1.0)
    weights: dict[str, float] = {}
    for phrase, score in extractor.extract_keywords(text):
        key, weight = fold(phrase), 1.0 - math.log10(min(max(score, 1e-9), 1.0))
        weights[key] = max(weight, weights.get(key, 0.0))
    return weights


def display(group: Sequence[Place]) -> str:
    """Choose the form to show: the commonest; among equals a name's, then the one in lower case, then the first."""
    forms = Counter(place.text for place in group)
    named = {place.text for place in group if place.kind not in COMMON}
    return min(forms, key=lambda form: (-forms[form], form not in named, not form.islower(), form))


def _prose(story: Story) -> set[int]:
    """Give the characters of the paragraphs in which a capital means a name and a phrase is said of something."""
    pairs = zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True)
    return {i for paragraph, span in pairs if _is_prose(paragraph.text) for i in range(span.start, span.end)}


def _is_prose(line: str) -> bool:
    """Say whether a line is long or ends as a sentence does, and not every longer word of it has a capital."""
    longer = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > LONGER]
    heading = len(longer) > 1 and all(word[0].isupper() for word in longer)
    return not heading and (bool(_ENDED.search(line)) or len(line.split()) >= LINE)


def _says_little(group: Sequence[Place]) -> bool:
    """Say whether a candidate is one loose phrase, a faint word, or a given name that stands once or twice."""
    if len(group) == 1 and group[0].kind == "loose":
        return True
    if group[0].key in FAINT and display(group).islower():
        return True
    text = group[0].text
    fleeting = len(group) <= FLEETING and {place.kind for place in group} <= {"person", *COMMON}
    return fleeting and text.isalpha() and text.istitle() and is_given_name(text, certain=True)


def _score(key: str, group: Sequence[Place], title: str) -> float:
    """Weigh a candidate without YAKE; `title` is folded, with a space at each end."""
    parts = key.split()
    frequency: float = sum(PART if place.within else 1.0 for place in group) ** FREQUENCY
    early = 1 / (1 + math.log1p(group[0].start / EARLY))
    name = NAME if any(place.kind not in COMMON for place in group) else 1.0
    long = LONG if len(parts) > 2 else 1.0
    if f" {key} " in title:
        return frequency * early * name * long * IN_TITLE
    once = ONCE if len(group) == 1 and name == 1.0 else 1.0
    shared = sum(f" {part} " in title for part in parts) / len(parts)
    return frequency * early * name * long * once * (1 + TITLE_WORDS * shared)


def _bare_words(story: Story) -> list[Keyword]:
    """Give the longer words by their number, for a text in which no phrase is found."""
    longer = (word for word in words(story.text) if len(word) > LONGER)
    counts: Mapping[str, int] = Counter(w for w in longer if content_words(w) and w.lower() not in NOT_ALONE)
    return [Keyword(word, float(count)) for word, count in counts.items()]
