"""Quotations with their speakers: a Story, its parse, sentences and mentions in, `Quote`s out, in their order.

`quote_marks` finds the words, `speakers` who utters them, `speaker_names` what that person is called, `quote_signed`
who is named without a cue. A sentence alone between marks goes on from the quotation before: in its paragraph, or in
the paragraph before if it fills its own. Words in marks inside a sentence with no cue are a quotation only if they
are a fragment of speech; scare quotes and titles of works are none. Limit: of a quotation that two people hand on
(`Doe said Roe called it "over"`) the one nearer to the words is the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsdigest.analyse import (
    quote_marks,
    quote_signed,
    speaker_mentions,
    speaker_names,
    speaker_pronouns,
    speaker_subjects,
    speakers,
)
from newsdigest.analyse.cues import NAMING, THINKING
from newsdigest.analyse.quote_marks import Marked
from newsdigest.analyse.speaker_names import Speaker
from newsdigest.analyse.speaker_setting import Setting, setting
from newsdigest.analyse.speakers import Utterance
from newsdigest.model import Mention, Quote, Role, Sentence, Span, Story
from newsdigest.text import paragraph_spans

WHOLE = 4
"""Words. What is shorter and has no cue may be a scare quote, a title or a slogan. On 400 development articles with 3,
4, 6: quotations' F1 .958, .956, .954, precision of their speakers .927, .928, .930."""
SHORT = 30
"""Characters: `"We lost." Doe said.`, though a full stop ends the quotation. With 0, 30, 60 F1 is the same (.904)."""
_LEADING = 8
"""Words: `said in the town last week, "`."""


def find(
    story: Story, doc: Doc, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], stated: tuple[Role, ...]
) -> tuple[Quote, ...]:
    """Give the quotations of an article, each with the speaker that its own words name."""
    length = len(doc.text)
    marks = [mark for mark in quote_marks.find(story) if mark.outer.end <= length]
    known = setting(doc, sentences, mentions, stated, marks)
    spans = list(paragraph_spans(story.paragraphs))
    found: list[tuple[Marked, Quote]] = []
    for mark in marks:
        quote = _quote(known, spans, mark, found[-1] if found else None)
        if quote is not None:
            found.append((mark, quote))
    blocks = list(quote_signed.blocks(story, known))
    return tuple(sorted([*_outside(_carried_back(known, found), blocks), *blocks], key=lambda quote: quote.span))


def _outside(quotes: Sequence[Quote], blocks: Sequence[Quote]) -> list[Quote]:
    """Leave out what stands in a block."""
    kept: list[Quote] = []
    remaining = list(reversed(blocks))
    for quote in quotes:
        while remaining and remaining[-1].span.end <= quote.span.start:
            remaining.pop()
        if not remaining or quote.span.end <= remaining[-1].span.start:
            kept.append(quote)
    return kept


def _carried_back(known: Setting, found: Sequence[tuple[Marked, Quote]]) -> list[Quote]:
    """Give a quotation that was left open the speaker of the one that goes on from it: `"…¶"…," said Doe.`."""
    quotes = [quote for _, quote in found]
    for i in range(len(quotes) - 2, -1, -1):
        following = quotes[i + 1]
        if _belong(known, found[i][0], found[i + 1][0]) and quotes[i].where is None and following.where:
            quotes[i] = _continued(quotes[i], following)
    return quotes


def _belong(known: Setting, mark: Marked, following: Marked) -> bool:
    return following.continues or (mark.paragraph == following.paragraph and _follows(known, mark, following))


def _continued(quote: Quote, of: Quote) -> Quote:
    return replace(
        quote, speaker=of.speaker, attribution="continuation" if of.speaker else "none", cue=None, where=of.where
    )


def _quote(known: Setting, spans: Sequence[Span], mark: Marked, last: tuple[Marked, Quote] | None) -> Quote | None:
    text = known.text[mark.inner.start : mark.inner.end]
    bare = Quote(mark.inner, text, None, None, "none")
    goes_on = mark.continues and last is not None and _follows(known, last[0], mark)
    if goes_on and last is not None and last[1].where:
        return _continued(bare, last[1])
    return (
        _by(bare, quote_signed.before_colon(known, mark))
        or _uttered(known, mark, bare)
        or (_continued(bare, last[1]) if goes_on and last is not None else None)
        or _by(bare, quote_signed.signature(known, mark) or quote_signed.introduced(known, spans, mark))
        or _fragment(known, mark, bare)
        or _alone(known, spans, mark, bare, last)
    )


def _by(quote: Quote, speaker: Speaker | None, cue: str | None = None) -> Quote | None:
    if speaker is None:
        return None
    return replace(quote, speaker=speaker.name, cue=cue, attribution=speaker.attribution, where=speaker.where)


def _follows(known: Setting, earlier: Marked, mark: Marked) -> bool:
    return not known.text[earlier.outer.end : mark.outer.start].strip()


# --- with a cue ---


def _uttered(known: Setting, mark: Marked, quote: Quote) -> Quote | None:
    """Give a quotation to whom a cue in its sentences names."""
    uttered = speakers.attribute(known, _region(known, mark), mark)
    if uttered is None or not _is_spoken(known, mark, uttered):
        return None
    speaker = speaker_names.name(known, uttered.head, uttered.span)
    where = speaker_subjects.with_relative(known, uttered.cue, speaker.where) if speaker.where else None
    return _by(quote, replace(speaker, where=where), uttered.cue.text)


def _region(known: Setting, mark: Marked) -> Span:
    """Join the sentences that a quotation stands in; behind `Why?" Doe asked` the next one too."""
    first, last = known.sentence_at(mark.outer.start), known.sentence_at(mark.outer.end - 1)
    if first < 0 or known.sentences[first].span.end <= mark.outer.start:
        return mark.outer
    if known.sentences[last].span.end == mark.outer.end and last + 1 < len(known.sentences):
        following = known.sentences[last + 1]
        ends = known.text[mark.inner.end - 1] in ",?!…—-" or following.span.end - following.span.start <= SHORT
        last += following.paragraph == mark.paragraph and ends
    return Span(known.sentences[first].span.start, known.sentences[last].span.end)


def _is_spoken(known: Setting, mark: Marked, uttered: Utterance) -> bool:
    """Tell words from the title of a work or show, from a sign's, and from what somebody unnamed thinks."""
    lemma = uttered.cue.lemma_.lower()
    if uttered.head.lower_ == "it" and mark.inner.end - mark.inner.start < SHORT:
        return False
    if lemma in THINKING and uttered.head.i not in known.named and uttered.head.lower_ not in speaker_pronouns.GENDER:
        return False
    return lemma in NAMING or not _is_title(known.text[mark.inner.start : mark.inner.end]) or not _is_named(known, mark)


def _ends(text: str) -> bool:
    return text[-1] in ".!?…" or not _is_title(text)


def _is_title(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    return bool(words) and text[-1] not in "!?" and all(word[0].isupper() for word in words)


def _is_named(known: Setting, mark: Marked) -> bool:
    """Say whether a sentence leads up to marks as to a name, and not by a cue or colon."""
    before = known.words(_region(known, mark).start, mark.outer.start)[-_LEADING:]
    if not before or before[-1].text == ":" or before[-1].i in known.cues:
        return False
    return before[-1].text != "," or not any(token.i in known.cues for token in before)


# --- without ---


def _fragment(known: Setting, mark: Marked, quote: Quote) -> Quote | None:
    """`Doe wanted to "end it all in May"`: somebody's words, though no cue says so."""
    if len(quote.text.split()) < WHOLE or not quote.text[0].islower():
        return None
    uttered = speakers.governor(known, mark)
    speaker = speaker_names.name(known, uttered.head, uttered.span) if uttered is not None else None
    return _by(quote, speaker) if speaker is not None and speaker.name else None


def _alone(
    known: Setting, spans: Sequence[Span], mark: Marked, quote: Quote, last: tuple[Marked, Quote] | None
) -> Quote | None:
    """Take whole sentences of which nothing is said: they go on from what was said before."""
    lead = known.text[_region(known, mark).start : mark.outer.start].rstrip()
    if lead:
        return quote if lead.endswith(":") and is_whole(quote.text) else None
    if last is not None and _goes_on(known, spans, mark, quote.text, last):
        return _continued(quote, last[1])
    if not is_whole(quote.text):
        return None
    fills = _fills(spans[mark.paragraph], mark.outer)
    return _by(quote, quote_signed.said_before(known, mark, fills=fills)) or quote


def _goes_on(known: Setting, spans: Sequence[Span], mark: Marked, text: str, last: tuple[Marked, Quote]) -> bool:
    """Say whether words follow on the quotation before: in its paragraph, or as all of the next one."""
    if last[1].where is None or not _ends(text):
        return False
    if last[0].paragraph == mark.paragraph:
        return _is_next(known, last[0], last[1].speaker, mark)
    return last[0].paragraph == mark.paragraph - 1 and is_whole(text) and _fills(spans[mark.paragraph], mark.outer)


def _is_next(known: Setting, last: Marked, speaker: str | None, mark: Marked) -> bool:
    """Say whether the sentences between two quotations name nobody but the speaker of the first."""
    first, end = known.sentence_at(last.outer.end - 1) + 1, known.sentence_at(mark.outer.start)
    between = (known.sentences[number].span for number in range(first, min(end, first + _LEADING)))
    people = {speaker_mentions.full(known, m) for span in between for m in known.mentions(span) if m.kind == "person"}
    return not people - {speaker}


def _fills(paragraph: Span, outer: Span) -> bool:
    return outer.start == paragraph.start and outer.end >= paragraph.end - 2


def is_whole(text: str) -> bool:
    """Say whether quoted words are a sentence of their own."""
    return len(text.split()) >= WHOLE and text[0].isupper() and text[-1] in ".,!?…—-"
