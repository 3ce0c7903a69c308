"""Speakers whom no cue in the sentence names: a quotation's place in the article in, a speaker or nobody out.

A signature behind a dash (`"…" – Jane Doe`), a name and a colon before (`Jane Doe: "…"`), a sentence before that ends
in a colon or says something (`The plan was dead, Doe said. "Nobody wants it."`), an attribution line below a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from newsdigest.analyse import speaker_names, speaker_subjects
from newsdigest.analyse.quote_marks import Marked
from newsdigest.analyse.speaker_mentions import full
from newsdigest.analyse.speaker_names import Speaker, named
from newsdigest.analyse.speaker_setting import Setting
from newsdigest.lexicon import HONORIFICS
from newsdigest.model import Quote, Span, Story
from newsdigest.text import paragraph_spans

_DASHED = re.compile(r"\s*[-–—―~]+\s*(?=\w)")
_SIGNATURE = re.compile(r"((?:[^\W\d_a-z][\w.'’-]*[ \u00a0]?){1,5}(?<![.\s]))\.?\s*(?=\n|$)")
_NEAR = 80
"""Characters in which a signature and a name before a colon have room."""


def signature(known: Setting, mark: Marked) -> Speaker | None:
    """`"…" – Jane Doe`."""
    match = _DASHED.match(known.text, mark.outer.end)
    words = known.words(match.end(), match.end() + _NEAR) if match else []
    if not words:
        return None
    mention = known.named.get(words[0].i)
    if mention is not None and mention.kind != "place":
        return named(known, mention)
    unknown = _SIGNATURE.match(known.text, words[0].idx)
    return Speaker(unknown[1], "description", Span(*unknown.span(1))) if unknown else None


def before_colon(known: Setting, mark: Marked) -> Speaker | None:
    """`Jane Doe: "…"`, at the beginning of a sentence or behind a dash; not `She told Jane Doe: "…"`."""
    words = known.words(mark.outer.start - _NEAR, mark.outer.start)
    if len(words) < 2 or words[-1].text != ":":
        return None
    mention = known.named.get(words[-2].i)
    if mention is None or mention.kind == "place":
        return None
    lead = [t for t in words[:-2] if t.idx < mention.span.start and t.text not in HONORIFICS]
    first = mention.span.start == known.sentences[known.sentence_at(mention.span.start)].span.start
    return named(known, mention) if first or not lead or lead[-1].text in "-–—―•*" else None


def introduced(known: Setting, spans: Sequence[Span], mark: Marked) -> Speaker | None:
    """Read the paragraph before, if it ends in a colon: its last speaker, or the only one it names."""
    if not mark.paragraph or spans[mark.paragraph].start != mark.outer.start:
        return None
    before = spans[mark.paragraph - 1]
    if not known.text[before.start : before.end].rstrip().endswith(":"):
        return None
    at = known.sentence_at(before.end - 1)
    tokens = known.words(max(before.start, known.sentences[at].span.start if at >= 0 else 0), before.end)
    people = {full(known, m): m for t in tokens if (m := known.named.get(t.i)) and m.kind == "person"}
    only = named(known, next(iter(people.values()))) if len(people) == 1 else None
    return _first_speaker(known, reversed(tokens)) or only


def said_before(known: Setting, mark: Marked, *, fills: bool) -> Speaker | None:
    """Read the sentence before: `The plan was dead, Doe said. "Nobody wants it."`; above what `fills` a paragraph."""
    at = known.sentence_at(mark.outer.start - 1)
    if at < 0 or known.sentences[at].paragraph < mark.paragraph - fills:
        return None
    tokens = known.words(known.sentences[at].span.start, mark.outer.start)
    return _first_speaker(known, tokens if fills else tokens[::-1])


def _first_speaker(known: Setting, tokens: Iterable[Token]) -> Speaker | None:
    heads = (speaker_subjects.speaker_of(known, token) for token in tokens)
    head = next((head for head in heads if head is not None), None)
    return speaker_names.name(known, head, speaker_subjects.phrase(head)) if head is not None else None


def blocks(story: Story, known: Setting) -> Iterator[Quote]:
    """Give the quotations without marks: `attribution` paragraphs name who said the paragraph before."""
    pairs = pairwise(zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True))
    for (said, span), (line, where) in pairs:
        if line.kind == "attribution" and said.kind == "body" and where.end <= len(known.text):
            inner = _unmarked(said.text, span)
            yield Quote(inner, known.text[inner.start : inner.end], _signed(known, where), None, "named", where)


def _unmarked(text: str, span: Span) -> Span:
    left = len(text) - len(text.lstrip("\"'“‘«„ "))
    right = len(text) - len(text.rstrip("\"'”’» "))
    return Span(span.start + left, span.end - right)


def _signed(known: Setting, where: Span) -> str:
    people = [m for m in known.mentions(where) if m.kind == "person"]
    if people:
        return full(known, people[0])
    return known.text[where.start : where.end].lstrip("-–—~ ")
