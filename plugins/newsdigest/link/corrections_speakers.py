"""Who said a quotation, by the owner's word.

In: analyses and what the owner states about an article. Out: analyses whose quotations name the speaker stated, before
anything is linked (`restated`); then the quotations are given to that person (`give_quotes`). Method: a quotation is
meant by its words, or their beginning followed by `…`; an empty name says that nobody is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdigest.corrections import StoryCorrection, matches
from newsdigest.link.corrections_desk import Desk, fitting, hint
from newsdigest.model import Analysis, Quote, StatedQuote, Story


def restated(
    stories: Sequence[Story], analyses: Sequence[Analysis], corrections: Sequence[StoryCorrection]
) -> tuple[tuple[Analysis, ...], tuple[str, ...]]:
    """Put the speakers stated into the analyses; also give a warning for words that no quotation has."""
    stated = {one.path: one for one in corrections if one.speakers}
    found, warnings = [], []
    for story, analysis in zip(stories, analyses, strict=True):
        one = stated.get(story.path)
        found.append(replace(analysis, quotes=tuple(_restated(q, one) for q in analysis.quotes)) if one else analysis)
        if one:
            texts = [quote.text for quote in analysis.quotes]
            missed = [said for said, _ in one.speakers if not any(matches(text, [said]) for text in texts)]
            warnings += [
                f'curation.toml: speakers in [article."{one.path}"]: no quotation is “{said}”' for said in missed
            ]
    return tuple(found), tuple(warnings)


def _restated(quote: Quote, correction: StoryCorrection) -> Quote:
    name = _speaker(quote, correction)
    if name is None:
        return quote
    return replace(quote, speaker=name or None, cue=None, attribution="correction", where=None)


def _speaker(quote: Quote, correction: StoryCorrection) -> str | None:
    return next((name for said, name in correction.speakers if matches(quote.text, [said])), None)


def give_quotes(desk: Desk, corrections: Sequence[StoryCorrection]) -> None:
    """Give each quotation whose speaker is stated to that person; a name that fits nobody stands, with a warning."""
    for one in corrections:
        story = desk.paths.get(one.path)
        for quote in desk.analyses[story].quotes if story and one.speakers else ():
            name = _speaker(quote, one)
            owners = fitting(desk, name, None) if name else []
            if story and len(owners) == 1:
                owner = desk.entities[owners[0].id]
                quotes = (*owner.quotes, StatedQuote(story, quote))
                ordered = sorted(quotes, key=lambda said: (desk.order[said.story_id], said.quote.span))
                desk.entities[owner.id] = replace(owner, quotes=tuple(ordered))
            elif name and not name[0].islower():
                problem = f"fits {len(owners)} entries" if owners else "matches no person or organisation"
                desk.warn(f'speakers in [article."{one.path}"]: “{name}” {problem}{"" if owners else hint(desk, name)}')
