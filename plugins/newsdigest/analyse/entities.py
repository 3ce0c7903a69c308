"""Names of people, organisations and places: a Story and its parse in, `Mention`s out, sorted, never overlapping.

The model proposes (`name_shapes` trims); the whole document decides what each string is (`name_votes`); it is labelled
wherever it stands, the longest first. Headlines in title case don't vote. Limits: a person whom the model misses
everywhere is missed; nobody is told apart from a namesake here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from newsdigest.analyse import name_votes
from newsdigest.analyse.name_shapes import proposals
from newsdigest.model import Kind, Mention, Span, Story
from newsdigest.text import paragraph_spans

HEADLINE = 0.6
"""Share of capitalised words from which a paragraph without a full stop is a title-case headline. People's F1 with .5,
.6, .8 and without the rule: .871, .871, .871, .874; but on web pages headings turned into organisations without it."""

_ASIDE = re.compile(r"^\W*\d+[.)]|\([^()]*\)")
"""A number in a list, and what stands in brackets; left alone in a table, which has no small words."""


def find(story: Story, doc: Doc) -> tuple[Mention, ...]:
    """Give all mentions of names in an article."""
    found = list(proposals(doc))
    headlines = _headlines(story)
    kinds = name_votes.kinds(doc, [p for p in found if not _within(doc[p.start].idx, headlines)])
    return tuple(_occurrences(doc, doc.text, kinds))


def _headlines(story: Story) -> list[Span]:
    pairs = zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True)
    return [span for paragraph, span in pairs if is_headline(paragraph.text, 1 if paragraph.kind == "heading" else 4)]


def is_headline(text: str, at_least: int = 4) -> bool:
    """Say whether a paragraph of that many long words is set in title case, where capitals prove nothing."""
    bare = _ASIDE.sub("", text)
    text = bare if re.search(r"\b[a-z]{2,}\b", bare) else text
    words: list[str] = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    listed = text.count(",") > 1 or any(c.isdigit() for c in text)
    if len(words) < at_least or text.rstrip()[-1:] in '.!"”)' or listed or text.isupper():
        return False
    return sum(word[0].isupper() for word in words) >= HEADLINE * len(words)


def _within(position: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _occurrences(doc: Doc, text: str, kinds: Mapping[str, Kind]) -> Iterator[Mention]:
    if not kinds:
        return
    ends = {token.idx + len(token.text) for token in doc}
    starts = {token.idx: token for token in doc}
    for start, end in _longest(text, kinds):
        token = starts.get(start)
        if token is not None and end in ends and (end > start + len(token.text) or _is_name_here(token)):
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
