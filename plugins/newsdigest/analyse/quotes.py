"""Quotations with their speakers: a Story, its parse, sentences and mentions in, `Quote`s out, in their order.

`quote_marks` finds the words, `speakers` who utters them, `speaker_names` what that person is called. Without a cue a
quotation is given to a speaker when an attribution line follows, a line with a colon goes before, the paragraph before
left its marks open, or it goes on after a quotation of the same paragraph. Words in marks inside a sentence with no cue
(scare quotes, titles of works) are no quotations; whole sentences are, of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from newsdigest.analyse import quote_marks, speakers
from newsdigest.analyse.cues import THINKING
from newsdigest.analyse.quote_marks import Marked
from newsdigest.analyse.speaker_names import Setting, Speaker, fullest, name
from newsdigest.model import Mention, Quote, Role, Sentence, Span, Story
from newsdigest.text import paragraph_spans

WHOLE = 4
"""Words. What is shorter and has no cue may be a scare quote, a title or a slogan; not tuned."""
NOBODY = Speaker(None, "none")
_DASHED = re.compile(r"\s*[-–—―~]+\s*(?=\w)")


def find(
    story: Story, doc: Doc, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], stated: tuple[Role, ...]
) -> tuple[Quote, ...]:
    """Give the quotations of an article, each with the speaker that its own words name."""
    text = doc.text
    marks = [mark for mark in quote_marks.find(story) if mark.outer.end <= len(text)]
    setting = Setting(doc, text, sentences, mentions, stated, marks)
    found: list[tuple[Marked, Quote]] = []
    for mark in marks:
        quote = _quote(story, setting, mark, found)
        if quote is not None:
            found.append((mark, quote))
    blocks = list(_blocks(story, setting))
    taken = [block.span for block in blocks]
    kept = [quote for quote in _carried_back(found) if not any(_overlap(quote.span, span) for span in taken)]
    return tuple(sorted([*kept, *blocks], key=lambda quote: quote.span))


def _carried_back(found: Sequence[tuple[Marked, Quote]]) -> list[Quote]:
    """Give a quotation that was left open the speaker of the one that goes on from it: `"…¶"…," said Doe.`."""
    quotes = [quote for _, quote in found]
    for i in range(len(quotes) - 2, -1, -1):
        following = quotes[i + 1]
        if found[i + 1][0].continues and quotes[i].attribution == "none" and following.speaker:
            quotes[i] = replace(quotes[i], speaker=following.speaker, attribution="continuation")
    return quotes


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _quote(story: Story, setting: Setting, mark: Marked, found: Sequence[tuple[Marked, Quote]]) -> Quote | None:
    text = setting.text[mark.inner.start : mark.inner.end]
    if mark.continues and found and found[-1][1].speaker and _follows(setting, found[-1][0], mark):
        return Quote(mark.inner, text, found[-1][1].speaker, None, "continuation")
    region = _region(setting.text, setting.sentences, mark)
    uttered = speakers.attribute(setting.doc, setting.text, region, setting.marks, mark)
    speaker = name(setting, uttered.head, uttered.span) if uttered is not None else NOBODY
    vague = speaker.attribution == "description" and uttered is not None and uttered.cue.lemma_.lower() in THINKING
    if uttered is not None and not vague and not _is_title(text):
        return Quote(mark.inner, text, speaker.name, uttered.cue.text, speaker.attribution)
    speaker_without_cue = _without_cue(story, setting, mark, region, found)
    if speaker_without_cue is None:
        return None
    return Quote(mark.inner, text, speaker_without_cue.name, None, speaker_without_cue.attribution)


def _region(text: str, sentences: Sequence[Sentence], mark: Marked) -> Span:
    """Join the sentences that a quotation stands in; behind `Why?" Doe asked` the next one too."""
    around = [i for i, s in enumerate(sentences) if _overlap(s.span, mark.outer)]
    if not around:
        return mark.outer
    last = around[-1]
    ends = sentences[last].span.end == mark.outer.end and text[mark.inner.end - 1] in ",?!…—-"
    if ends and last + 1 < len(sentences) and sentences[last + 1].paragraph == mark.paragraph:
        last += 1
    return Span(sentences[around[0]].span.start, sentences[last].span.end)


def _is_title(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    return len(words) > 1 and text[-1] not in ".,!?" and all(word[0].isupper() for word in words)


def is_whole(text: str, at_least: int = WHOLE) -> bool:
    """Say whether quoted words, that many at least, are a sentence of their own."""
    return len(text.split()) >= at_least and text[0].isupper() and text[-1] in ".,!?…—-"


# --- without a cue in its own sentences ---


def _without_cue(
    story: Story, setting: Setting, mark: Marked, region: Span, found: Sequence[tuple[Marked, Quote]]
) -> Speaker | None:
    last = found[-1] if found else None
    if mark.continues and last is not None and _follows(setting, last[0], mark):
        return Speaker(last[1].speaker, "continuation" if last[1].speaker else "none")
    signed = _after_dash(setting, mark) or _before_colon(setting, mark) or _introduced(story, setting, mark)
    if signed is not None:
        return signed
    text = setting.text[mark.inner.start : mark.inner.end]
    alone = not setting.text[region.start : mark.outer.start].strip()
    if alone and is_whole(text, 1) and last is not None and last[1].speaker and last[0].paragraph == mark.paragraph:
        return Speaker(last[1].speaker, "continuation")
    return NOBODY if alone and is_whole(text) else None


def _follows(setting: Setting, earlier: Marked, mark: Marked) -> bool:
    return not setting.text[earlier.outer.end : mark.outer.start].strip()


def _after_dash(setting: Setting, mark: Marked) -> Speaker | None:
    """`"…" – Jane Doe`."""
    match = _DASHED.match(setting.text, mark.outer.end)
    if match is None:
        return None
    named = next((m for m in setting.mentions if m.span.start == match.end() and m.kind != "place"), None)
    return Speaker(fullest(named, setting.mentions), "named") if named else None


def _before_colon(setting: Setting, mark: Marked) -> Speaker | None:
    """`Jane Doe: "…"`."""
    before = setting.text[: mark.outer.start].rstrip(" \u00a0")
    end = len(before) - 1
    named = next((m for m in setting.mentions if m.span.end == end and m.kind != "place"), None)
    return Speaker(fullest(named, setting.mentions), "named") if named and before.endswith(":") else None


def _introduced(story: Story, setting: Setting, mark: Marked) -> Speaker | None:
    """Read the paragraph before, if it ends in a colon: its last speaker, or the only one it names."""
    spans = list(paragraph_spans(story.paragraphs))
    if not mark.paragraph or spans[mark.paragraph].start != mark.outer.start:
        return None
    before = spans[mark.paragraph - 1]
    if not story.paragraphs[mark.paragraph - 1].text.rstrip().endswith(":"):
        return None
    sentence = [s.span for s in setting.sentences if s.paragraph == mark.paragraph - 1][-1:] or [before]
    tokens = speakers.doc_tokens(setting.doc, sentence[0])
    for token in reversed(tokens):
        head = speakers.speaker_of(token, frozenset(t.i for t in tokens))
        if head is not None:
            return name(setting, head, speakers.phrase(head))
    named = [m for m in setting.mentions if sentence[0].start <= m.span.start < sentence[0].end]
    people = {fullest(m, setting.mentions) for m in named if m.kind == "person"}
    return Speaker(people.pop(), "named") if len(people) == 1 else None


# --- paragraphs that are quotations without marks ---


def _blocks(story: Story, setting: Setting) -> list[Quote]:
    """`attribution` paragraphs name who said the paragraph before."""
    found = []
    pairs = pairwise(zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True))
    for (said, span), (line, where) in pairs:
        if line.kind == "attribution" and said.kind == "body" and where.end <= len(setting.text):
            inner = _unmarked(said.text, span)
            text = setting.text[inner.start : inner.end]
            found.append(Quote(inner, text, _signed(setting, where), None, "named"))
    return found


def _unmarked(text: str, span: Span) -> Span:
    left = len(text) - len(text.lstrip("\"'“‘«„ "))
    right = len(text) - len(text.rstrip("\"'”’» "))
    return Span(span.start + left, span.end - right)


def _signed(setting: Setting, where: Span) -> str:
    inside = [m for m in setting.mentions if where.start <= m.span.start < where.end]
    people = [m for m in inside if m.kind == "person"]
    if people:
        return fullest(people[0], setting.mentions)
    return setting.text[where.start : where.end].lstrip("-–—~ ")
