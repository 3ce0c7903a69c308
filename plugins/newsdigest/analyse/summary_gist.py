"""One sentence that tells an article, for lists, descriptions and feeds: a Story and its summary in, a span out.

The summary's first sentence as it stands, or its beginning up to where a further clause is added to a complete one
(`, but ...`, `; ...`, ` – ...`), or another sentence of the summary or of the article's beginning that can be read by
itself; at most 30 words, every one verbatim. Method: conjunctions, no parse. Limit: where all of these are longer there
is no gist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdigest.analyse.summary_standing import REMARKING, leans, opens, paired, whole
from newsdigest.model import Mention, Sentence, Span, Story
from newsdigest.text import straight

LONGEST = 30
"""Words."""
SHORTEST = 10
"""Words of a clause that stands for its sentence; a shorter one may be no more than a subject."""
LEADING = 6
"""Sentences of the article's beginning that may stand in where no sentence of the summary is short enough."""
_FURTHER = re.compile(
    r";|,? [–—-]{1,2} |, (?:after|although|amid|because|before|but|despite|though|whereas|while|yet)\b", re.IGNORECASE
)
_TRAILING = re.compile(r", (?:(?:when|where|which|who|with)\b|(?!accord|say)[a-z]+ing\b)[^,;–—]+$")
"""`..., which adds an hour to the way.`: at the end only; in the middle it may part a subject from its verb."""
_FRONTED = re.compile(
    r"(?:after|although|amid|as|because|before|despite|even|following|for|if|in|once|since|though|under|unless|until"
    r"|when|whereas|while|with)\b",
    re.IGNORECASE,
)
"""`After the storm, the ferry ...`: its beginning is not the main clause."""
_ATTRIBUTED = re.compile(
    r"(?:according to|,(?: [\w.'-]+){0,8} (?:added|claims|claimed|estimates?|reports|reported|says?|said|warns|warned))"
    r"\b[^,;]*$"
)
"""Whose claim it is stands at the end and may not be cut off."""


def gist(
    story: Story,
    sentences: Sequence[Sentence],
    summary: Sequence[int],
    mentions: Sequence[Mention],
    longest: int = LONGEST,
) -> Span | None:
    """Give where the gist stands: a sentence or the beginning of the first; None where nothing is short enough."""
    body, said = story.text, story.title.rstrip("….")
    for number in dict.fromkeys([*summary, *range(min(LEADING, len(sentences)))]):
        span = sentences[number].span
        text = body[span.start : span.end]
        repeated = said and text.startswith(said)  # lists show the title, too
        if not repeated and _stands(text, span, mentions, first=number == 0):
            end = next(_ends(text, longest), 0)
            if end == len(text) or (end and number == summary[0]):
                return Span(span.start, span.start + end)
    return None


def _stands(text: str, span: Span, mentions: Sequence[Mention], *, first: bool) -> bool:
    """Say whether a reader who has nothing else understands it; an article may begin as its author lets it."""
    names = [m for m in mentions if span.start <= m.span.start < span.end]
    if REMARKING.match(text.lstrip()):
        return False
    return whole(text) and opens(text) and (first or not leans(text, names, span.start))


def _ends(text: str, longest: int) -> Iterator[int]:
    """Yield where the sentence may end, the longest piece first.

    >>> text = "The ferry to the island of Brim sails again on Monday, but nobody came."
    >>> [text[:end] for end in _ends(text, 12)]
    ['The ferry to the island of Brim sails again on Monday']
    """
    if len(text.split()) <= longest:
        yield len(text)
    plain = straight(text)
    if _FRONTED.match(plain) or _ATTRIBUTED.search(plain):
        return
    dashes = len(re.findall(r" [–—-]{1,2} ", plain))
    cuts = {m.start() for pattern in (_FURTHER, _TRAILING) for m in pattern.finditer(plain)}
    for cut in sorted(cuts, reverse=True):
        inserted = dashes > 1 and re.match(r",? [–—-]", text[cut:])  # `the ferry – as planned – sails`
        if SHORTEST <= len(text[:cut].split()) <= longest and paired(text[:cut]) and not inserted:
            yield cut
