"""Titles: what stands before a person's name in, the role and organisation in it out.

`Acme chief executive (CEO), Jane Doe`, `Secretary of State Jane Doe`, `Acme's Jane Doe`: words are walked to the left
as long as they can belong to a title; its last word, or the one before "of", must be a job. An organisation at its
front is no part of the role. Limits: a title that holds a verb or a number is cut there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsdigest.analyse.role_words import ARTICLES, LONGEST, POSSESSIVE, Phrase, fits, is_job, organisation_at
from newsdigest.lexicon import HONORIFICS
from newsdigest.model import Mention, Span


def before(doc: Doc, first: Token, mentions: Sequence[Mention]) -> Phrase | None:
    """`Acme chief executive (CEO), Jane Doe`, `Acme's Jane Doe`: what stands before a name."""
    end, mentions = first.i, _near(mentions, doc[max(0, first.i - 2 * LONGEST)].idx, first.idx + len(first))
    while end > 0 and doc[end - 1].text in HONORIFICS and not is_job(doc[end - 1]):
        end -= 1
    last = _skip_comma_and_brackets(doc, end)
    start = _title_start(doc, _front(doc, last, mentions), last)
    if start < last:
        return _split_front(doc, start, end if last == end else _without_comma(doc, end), mentions)
    return _affiliation(doc, end, mentions)


def _near(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Give the mentions in a stretch of the text, and the one before it, which may reach into it."""
    first = bisect_left(mentions, start, key=lambda m: m.span.start)
    return mentions[max(0, first - 1) : bisect_left(mentions, end, lo=first, key=lambda m: m.span.start)]


def _without_comma(doc: Doc, end: int) -> int:
    return end - 1 if doc[end - 1].text == "," else end


def _skip_comma_and_brackets(doc: Doc, end: int) -> int:
    """Step over `(Chief Executive Officer),` and over a lone comma, to the last word of the title."""
    position = _without_comma(doc, end)
    if position > 0 and doc[position - 1].text == ")":
        for i in range(position - 2, max(-1, position - 8), -1):
            if doc[i].text == "(":
                return i
        return end
    return position


def _title_start(doc: Doc, start: int, end: int) -> int:
    """Find where the title starts: its last word, or the one before "of", is a job; `end` where there is no title."""
    for i in range(start + 1, end):
        if doc[i].lower_ == "of" and i + 1 < end and is_job(doc[i - 1]):
            return start
    if start < end and is_job(doc[end - 1]):
        later = [i + 1 for i in range(start, end) if doc[i].lower_ in ("of", "for", "the")]
        return max([start, *later])
    return end


def _front(doc: Doc, end: int, mentions: Sequence[Mention]) -> int:
    """Walk left over the words of a title."""
    start = end
    people = [m.span for m in mentions if m.kind == "person"]
    while start > 0 and end - start < LONGEST // 2:
        token = doc[start - 1]
        if (token.is_sent_end and start < end) or any(s.start <= token.idx < s.end for s in people):
            break
        if not (fits(token) or organisation_at(token, mentions) or _of_state(doc, start - 1, end)):
            break
        start -= 1
    named = {m.span.start for m in mentions}
    while (
        start < end
        and doc[start].idx not in named
        and (doc[start].lower_ in ARTICLES or doc[start].text in POSSESSIVE or doc[start].text in "-&")
    ):
        start += 1
    return start


def _of_state(doc: Doc, i: int, end: int) -> bool:
    """Recognise the "of" in `Secretary of State Jane Doe`, `Speaker of the House Jane Doe`: between two capitals."""
    if doc[i].lower_ == "the":
        return i > 0 and doc[i - 1].lower_ == "of"
    following = doc[i + 1 + (doc[i + 1].lower_ == "the")] if i + 2 < end else doc[min(i + 1, len(doc) - 1)]
    return doc[i].lower_ in ("of", "for") and i > 0 and following.text[0].isupper() and doc[i - 1].text[0].isupper()


def _split_front(doc: Doc, start: int, end: int, mentions: Sequence[Mention]) -> Phrase:
    """Part an organisation at the front from the title behind it."""
    whole = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))
    role_start, organisations = start, []
    for mention in mentions:
        if mention.kind == "organisation" and whole.start <= mention.span.start and mention.span.end < whole.end:
            following = next((i for i in range(start, end) if doc[i].idx >= mention.span.end), end - 1)
            organisations.append(mention.text)
            if mention.span.start == whole.start or all(
                _qualifies(t) for t in doc[start:following] if t.idx < mention.span.start
            ):
                role_start = following if mention.span.start == whole.start else start
    while role_start < end - 1 and doc[role_start].text in POSSESSIVE:
        role_start += 1
    return Phrase(whole, Span(doc[role_start].idx, whole.end), tuple(organisations[:1]))


def _qualifies(token: Token) -> bool:
    return token.lower_ in ("former", "ex", "then", "acting", "current", "-")


def _affiliation(doc: Doc, end: int, mentions: Sequence[Mention]) -> Phrase | None:
    if end < 2 or doc[end - 1].text not in POSSESSIVE:
        return None
    organisation = organisation_at(doc[end - 2], mentions)
    if organisation is None:
        return None
    start = next(m.span.start for m in mentions if m.span.start <= doc[end - 2].idx < m.span.end)
    return Phrase(Span(start, doc[end - 1].idx + len(doc[end - 1].text)), None, (organisation,))
