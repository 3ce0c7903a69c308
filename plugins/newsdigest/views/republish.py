"""What of other people's text is republished: the setting DIGEST_FULL_TEXT, applied at one place.

In: an edition made from whole texts; `full`, `excerpt` or `none`. Out: an edition that holds only what may be shown.
Pages, feeds, search and data are made from it and from nothing else, so none of them can show more. Each character of
a withheld word becomes `text.WITHHELD`: offsets, paragraph numbers and numbers of words stay true.
Of `excerpt` whole sentences stay, within a bound; of `none` no sentence. Names, subjects, dates, authors, and roles in
a few words are facts and stay. Limits: what is counted, such as quotations, is counted among what is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath

from newsdigest.model import Analysis, Edition, Entity, Quote, Removals, Removed, Role, Span, Story, StoryId
from newsdigest.text import WITHHELD, paragraph_spans, withheld, words
from newsdigest.views.cards import summary_spans
from newsdigest.views.roles import is_past, says_former

SHARE, MOST = 1 / 3, 300
"""Of an article's words, and words, that an excerpt has at most. Laws name no number: they allow quotation to the
extent that its purpose justifies (Berne Convention, article 10, which names press summaries). On 200 news texts of 371
words (median) a third keeps 93 % of the summary's sentences, 82 % of the roles' and 40 % of the quotations in a quarter
of the words; with half of the words it would be 97, 94 and 65 % in a third of them."""
SHORT = 7
"""Words of a role and its organisation that are told as a fact where the sentence that states them is withheld: of 420
roles 97 % have no more."""
NOTICES = {
    "full": "",
    "excerpt": "Excerpts from the article; […] stands for what is left out.",
    "none": "The text of the article is not republished here.",
}
"""What an article's page says of it."""
_WORD = re.compile(r"(?P<word>\w+(?:['’.-]\w+)*)|\S")


def republishable(edition: Edition, full_text: str) -> Edition:
    """Withhold all that the setting does not allow to be shown."""
    if full_text == "full":
        return edition
    choose = excerpt if full_text == "excerpt" else _nothing
    rows = zip(edition.stories, edition.analyses, strict=True)
    pairs = [_reduced(story, analysis, choose(story, analysis)) for story, analysis in rows]
    whole = {story.id: story.text for story in edition.stories}
    shown = {story.id: story.text for story, _ in pairs}
    return replace(
        edition,
        stories=tuple(story for story, _ in pairs),
        analyses=tuple(analysis for _, analysis in pairs),
        entities=tuple(_entity(entity, whole, shown) for entity in edition.entities),
    )


def _nothing(_story: Story, _analysis: Analysis) -> frozenset[int]:
    return frozenset()


def excerpt(story: Story, analysis: Analysis) -> frozenset[int]:
    """Choose the sentences of an excerpt, by their numbers: what matters most comes first, as long as it fits."""
    text, spans = story.text, [sentence.span for sentence in analysis.sentences]
    left = min(int(len(words(text)) * SHARE), MOST)
    chosen: set[int] = set()
    for span in _wanted(analysis):
        more = [n for n in _holding(spans, span) if n not in chosen]
        cost = sum(len(words(text[spans[n].start : spans[n].end])) for n in more)
        if cost <= left:
            chosen.update(more)
            left -= cost
    return frozenset(chosen)


def _wanted(analysis: Analysis) -> Iterator[Span]:
    """List what pages quote: gist, summary, roles, quotations, where each name stands first."""
    if analysis.gist:
        yield analysis.gist
    yield from summary_spans(analysis)
    yield from (role.span for role in analysis.roles)
    yield from (quote.span for quote in analysis.quotes)
    yield from sorted({mention.text: mention.span for mention in reversed(analysis.mentions)}.values())


def _holding(spans: Sequence[Span], part: Span) -> range:
    """Find the sentences, of those in order, that a part of the text stands in."""
    first = bisect_right(spans, part.start, key=lambda span: span.end)
    return range(first, bisect_left(spans, part.end, key=lambda span: span.start))


def _reduced(story: Story, analysis: Analysis, numbers: Collection[int]) -> tuple[Story, Analysis]:
    sentences = tuple(analysis.sentences)
    text = _masked(story.text, [sentences[number].span for number in sorted(numbers)])
    blocks = zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True)
    untitled = not numbers and story.title_origin == "derived from the lead"
    shown = replace(
        story,
        title=PurePosixPath(story.path).stem if untitled else story.title,
        title_origin="file name" if untitled else story.title_origin,
        paragraphs=tuple(replace(block, text=text[span.start : span.end]) for block, span in blocks),
        removed=Removals.of(Removed(one.lines, "", one.rule) for one in story.removed),
    )
    found = replace(
        analysis,
        roles=tuple(role for role in analysis.roles if _told(role, story.text, text)),
        quotes=tuple(_heard(quote, text) for quote in analysis.quotes if _stands(quote.span, text)),
        summary=tuple(number for number in analysis.summary if number in numbers),
        gist=analysis.gist if _stands(analysis.gist, text) else None,
    )
    return shown, found


def _masked(text: str, shown: Sequence[Span]) -> str:
    """Withhold all but some parts of a text, given in order."""
    edges = [0, *(edge for span in shown for edge in (span.start, span.end)), len(text)]
    pieces = [text[start:end] for start, end in pairwise(edges)]
    return "".join(piece if number % 2 else _WORD.sub(_mask, piece) for number, piece in enumerate(pieces))


def _mask(match: re.Match[str]) -> str:
    return (WITHHELD if match["word"] else " ") * len(match[0])


def _stands(span: Span | None, text: str) -> bool:
    return span is not None and not withheld(text[span.start : span.end])


def _told(role: Role, whole: str, shown: str) -> bool:
    """Tell whether a role stays: with its statement, or in a few words that are not wrong without it."""
    if _stands(role.span, shown):
        return True
    ended = is_past(whole, role) and not says_former(role)
    return len(words(f"{role.text or ''} {role.organisation or ''}")) <= SHORT and not ended


def _heard(quote: Quote, shown: str) -> Quote:
    """Leave out the words that stand for the speaker where they are withheld; a name is a fact and stays."""
    if quote.where is None or _stands(quote.where, shown):
        return quote
    return replace(quote, where=None, speaker=None if quote.attribution == "description" else quote.speaker)


def _entity(entity: Entity, whole: Mapping[StoryId, str], shown: Mapping[StoryId, str]) -> Entity:
    roles = (r for r in entity.roles if r.story_id is None or _told(r.role, whole[r.story_id], shown[r.story_id]))
    said = (one for one in entity.quotes if _stands(one.quote.span, shown[one.story_id]))
    heard = (replace(one, quote=_heard(one.quote, shown[one.story_id])) for one in said)
    return replace(entity, roles=tuple(roles), quotes=tuple(heard))
