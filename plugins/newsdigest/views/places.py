"""Where a name stands: for each mention of an article, the sentence that readers are shown.

In: a story and its analysis. Out: a span a mention: its sentence; in a heading, which has none, the whole heading; of a
text that is too long to be shown whole, what stands near the name, cut between words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsdigest.model import Analysis, Span, Story
from newsdigest.text import paragraph_spans

NEAR = 300
"""Characters shown on each side of a name where not all can be."""
WHOLE = 4 * NEAR
"""Characters of a sentence that is always shown whole: the longest of 1,100 in the development texts has 654."""


def places(story: Story, analysis: Analysis) -> tuple[Span, ...]:
    """Give the place of each mention, in the order of the mentions."""
    return tuple(_places(story, analysis))


def _places(story: Story, analysis: Analysis) -> Iterator[Span]:
    text = story.text
    paragraphs = tuple(paragraph_spans(story.paragraphs))
    sentences = sorted(sentence.span for sentence in analysis.sentences)
    for hit in (mention.span for mention in analysis.mentions):
        found = _holding(sentences, hit) or _holding(paragraphs, hit) or hit
        yield found if found.end - found.start <= WHOLE else around(text, found, hit)


def _holding(spans: Sequence[Span], hit: Span) -> Span | None:
    """Find the span, of those in order, in which another one begins."""
    number = bisect_right(spans, hit.start, key=lambda span: span.start) - 1
    return spans[number] if number >= 0 and hit.start < spans[number].end else None


def around(text: str, whole: Span, hit: Span) -> Span:
    """Keep what stands near a name, cut between words."""
    start, end = max(whole.start, hit.start - NEAR), min(whole.end, hit.end + NEAR)
    if start > whole.start:
        start = text.find(" ", start, hit.start) + 1 or hit.start
    if end < whole.end:
        end = max(text.rfind(" ", hit.end, end), hit.end)
    return Span(start, end)
