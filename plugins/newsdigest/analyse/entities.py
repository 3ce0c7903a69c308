"""Names of people, organisations and places: a Story and its parse in, `Mention`s out, sorted, never overlapping.

The model proposes (`name_shapes` trims) and so do given names (`name_people`); the whole document decides what each
string is (`name_votes`); it is labelled wherever it stands, the longest first. Headlines in title case don't vote, nor
do lines in capitals (`name_lines`). Limits: a person whom nothing proposes is missed; nobody is told apart from a
namesake here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse import name_lines, name_people, name_scores, name_votes
from newsdigest.model import Kind, Mention, Span, Story


def find(story: Story, doc: Doc) -> tuple[Mention, ...]:
    """Give all mentions of names in an article."""
    text = doc.text  # joined anew at each access
    scores = name_scores.clubs(text)
    headlines = name_lines.headlines(story, rows=not scores)
    found = [p for p in name_people.proposals(doc) if not name_lines.is_lost_in_capitals(doc, p)]
    voting = [p for p in found if not _within(doc[p.start].idx, headlines) or name_lines.is_believed(doc, p)]
    kinds = name_votes.kinds(doc, voting)
    kinds |= dict.fromkeys(name_scores.elsewhere(text, scores, kinds), "organisation")
    named = list(_occurrences(doc, text, kinds | name_lines.in_capitals(doc, kinds)))
    clubs = [Mention(span, text[span.start : span.end], "organisation") for span in scores]
    return tuple(sorted([*clubs, *_without(named, clubs)], key=lambda mention: mention.span))


def _without(mentions: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Leave out the mentions that overlap with others."""
    taken = {at for other in others for at in range(other.span.start, other.span.end)}
    return (one for one in mentions if taken.isdisjoint(range(one.span.start, one.span.end)))


def _within(position: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _occurrences(doc: Doc, text: str, kinds: Mapping[str, Kind]) -> Iterator[Mention]:
    if not kinds:
        return
    starts = {token.idx: token for token in doc}
    ends = {start + len(token) for start, token in starts.items()}
    for start, end in _longest(text, kinds):
        token = starts.get(start)
        if token is not None and end in ends and (end > start + len(token) or _is_name_here(token)):
            yield Mention(Span(start, end), text[start:end], kinds[text[start:end]])


def _longest(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Find all names, the longest first where several start at one place."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<![\w@#/])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w@/]|\.\w)")
    for match in pattern.finditer(text):
        yield match.span()


def _is_name_here(token: Token) -> bool:
    """Trust a capital in the middle of a sentence; at its beginning the parser must see a name."""
    if token.pos_ == "PROPN" or bool(token.ent_type_) or not token.is_sent_start:
        return True
    return token.tag_ == "NN" and token.dep_ == "nsubj" and token.i == token.left_edge.i
