"""Find everything in an article that could be a tag: a parsed Doc and its mentions in, `Place`s out.

A candidate is a name, or adjectives and nouns that end in a noun. Dull adjectives, quantifiers, dates and numbers are
cut off. A part of a longer phrase counts where it also stands alone, or in two different longer ones (`strike` in
`rail strike` and `bus strike`; the idea of C-value: Frantzi et al. 2000). A surname counts for the full name, an
explained acronym for its long form. Limits: as good as the tagger; a phrase with `of` is found as a name only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from newsdigest.analyse.keywords_words import CALENDAR, DULL, GENERIC, VAGUE
from newsdigest.lexicon import HONORIFICS, MONTHS, ROLE_NOUNS
from newsdigest.model import Mention, Span, Story
from newsdigest.text import acronyms, fold, paragraph_spans, singular

LONGEST = 4
"""Words of a phrase that is no name."""
LONGEST_NAME = 6
LONGEST_RUN = 40
"""Words. A longer run of nouns is data; looking at all its parts would take minutes."""
NAME_LABELS = frozenset({"EVENT", "FAC", "LAW", "PRODUCT"})
"""What the model finds beside people, organisations and places. Titles of works are too often plain quotations."""
RUN = frozenset({"ADJ", "NOUN", "PROPN"})
_SHORT_MONTHS = {month[:3].lower() for month in MONTHS}
NOT_ALONE = CALENDAR | DULL | GENERIC | VAGUE | _SHORT_MONTHS | {title.lower().rstrip(".") for title in HONORIFICS}
GLUE = frozenset("-&")
_ODD = re.compile(r"[^\w\s.&'’+#/-]|https?|www\.|\.(?:com|org|net|co)\b|_|/")
_SOURCE_BEFORE = re.compile(
    r"(?:according to|interview (?:by|in|with)|quoted (?:by|in)|reported (?:by|in)|seen by|spoke to|talking to"
    r"|tells|told|speaking (?:on|to|with)|via|writing (?:for|in)) (?:The )?(?:[a-z]+ ){0,3}$"
)
_SOURCE_AFTER = re.compile(r",? (?:(?:first )?report(?:s|ed)\b|has (?:learnt|learned|seen)\b|understands\b)|\)")
_LEGAL_FORM = re.compile(r",? (?:AG|Co|Corp|GmbH|Inc|LLC|Ltd|Limited|[Pp]lc|PLC|SA)\.?$")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?(?: \([A-Z][\w. /]*\))? ?[-–—]{1,2} ")
_BARE = re.compile(r"[\d\W]+|[a-z]{1,2}|\w*\d(?:st|nd|rd|th|s|m|bn|pm|am|km|kg|mph)")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a candidate."""

    key: str
    """What `text.fold` makes of it."""
    text: str
    start: int
    """The first character."""
    kind: str
    """The kind of the mention, `name`, `phrase`, or `loose`: an adjective before a noun that says little."""
    within: str = ""
    """The key of the longer phrase that it is a part of."""


def places(story: Story, doc: Doc, mentions: Sequence[Mention]) -> dict[str, list[Place]]:
    """Give the places of each candidate by its key, in the order of the text."""
    subjects = _subjects(doc.text, mentions)
    names = _names(doc, subjects)
    left = [m.span for m in sorted(set(mentions).difference(subjects), key=lambda m: m.span)]
    longer = {fold(short): long for short, long in acronyms(doc.text).items()}
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for place in [*(place for _, place in names), *_phrases(story, doc, names, left)]:
        full = longer.get(place.key)
        groups[fold(full) if full else place.key].append(place)
    return {
        key: sorted(found, key=lambda p: (p.start, p.text))
        for key, found in sorted(groups.items())
        if key and (any(not p.within for p in found) or len({p.within for p in found}) > 1)
    }


def _names(doc: Doc, mentions: Sequence[Mention]) -> list[tuple[Span, Place]]:
    usual = {"person": _full_names(mentions), "organisation": _plain_names(mentions)}
    found = [(m.span, usual.get(m.kind, {}).get(m.text, m.text), str(m.kind)) for m in mentions]
    taken = {i for m in mentions for i in range(m.span.start, m.span.end)}
    found += [
        (Span(ent.start_char, ent.end_char), re.sub(r"^[Tt]he |['’]s?$", "", ent.text), "name")
        for ent in doc.ents
        if ent.label_ in NAME_LABELS and ent.start_char not in taken and ent.end_char - 1 not in taken
    ]
    return [(span, Place(fold(text), text, span.start, kind)) for span, text, kind in found if _is_name(text)]


def _subjects(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out datelines, and organisations that are named as a source of the news only: `according to the Post`."""
    told = {m.text for m in mentions if m.kind != "organisation" or not _is_source(text, m.span)}
    return [m for m in mentions if m.text in told and not _is_dateline(text, m.span)]


def _is_source(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 30]
    return bool(_SOURCE_BEFORE.search(before) or _SOURCE_AFTER.match(after))


def _is_dateline(text: str, span: Span) -> bool:
    opens = span.start == 0 or text[span.start - 1] == "\n"
    return opens and bool(_DATELINE.match(text[span.end : span.end + 40]))


def _full_names(mentions: Sequence[Mention]) -> dict[str, str]:
    """Lead a single name to the one longer name of a person that ends or begins with it and stands before it."""
    first: dict[str, int] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        if mention.kind == "person":
            first.setdefault(mention.text, mention.span.start)
    found = {}
    for short in (name for name in first if " " not in name):
        long = [name for name in first if " " in name and short in (name.split()[-1], name.split()[0])]
        if len({fold(name) for name in long}) == 1 and first[long[0]] < first[short]:
            found[short] = long[0]
    return found


def _plain_names(mentions: Sequence[Mention]) -> dict[str, str]:
    """Lead a name with a legal form to the one without, where the article has that too: `Quill Inc.` to `Quill`."""
    plain = {m.text: _LEGAL_FORM.sub("", m.text) for m in mentions if m.kind == "organisation"}
    return {text: short for text, short in plain.items() if short in plain}


def _is_name(text: str) -> bool:
    words = fold(text).split()
    if not words or _ODD.search(text) or text.islower() or _BARE.fullmatch(text):
        return False
    if words[0] in CALENDAR or words[-1] in CALENDAR or re.fullmatch(r"(19|20)\d\d", words[-1]):
        return False
    return len(words) <= LONGEST_NAME and not (len(words) == 1 and words[0] in NOT_ALONE)


def _phrases(story: Story, doc: Doc, names: Sequence[tuple[Span, Place]], left: Sequence[Span]) -> Iterator[Place]:
    spans = zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True)
    headings = [span for paragraph, span in spans if paragraph.kind != "body"]
    people = {i for span, place in names if place.kind == "person" for i in range(span.start, span.end)}
    closed = people.union(*(range(span.start, span.end) for span in (*headings, *left)))
    inside = {i for span, _ in names for i in range(span.start + 1, span.end)}
    whole = {(span.start, span.end) for span, _ in names}
    midway = {token.text for token in doc if not token.is_sent_start}
    for run in _runs(doc, closed, people):
        for place, end in _parts(run, inside, midway):
            if (place.start, end) not in whole:
                yield place


def _runs(doc: Doc, closed: Set[int], people: Set[int]) -> Iterator[list[Token]]:
    """Yield the runs of adjectives and nouns; what stands right before a person is a title, not a subject."""
    run: list[Token] = []
    for token in doc:
        hyphen = token.text == "-" and bool(run) and not run[-1].whitespace_ and not token.whitespace_
        glue = hyphen or (token.text == "&" and bool(run))
        goes_on = (token.pos_ in RUN or glue) and token.idx not in closed and not _ODD.search(token.text)
        if run and (not goes_on or token.is_sent_start):
            if token.idx not in people:
                yield run
            run = []
        if goes_on:
            run.append(token)
    if run:
        yield run


def _parts(run: list[Token], inside: Set[int], midway: Set[str]) -> Iterator[tuple[Place, int]]:
    """Yield the run without its dull beginning, and the parts of it, each with the character after it."""
    if len(run) > LONGEST_RUN or _ends_a_name(run[0]):
        return
    first = next((i for i, t in enumerate(run) if t.lower_ not in DULL and t.text not in GLUE), len(run))
    last = next((i for i in range(len(run) - 1, -1, -1) if _ends(run[i])), -1)
    whole = fold(_text(run[first : last + 1], midway)) if first <= last else ""
    for i in range(first, last + 1):
        for j in range(i, min(last + 1, i + LONGEST_NAME)):
            part, end = run[i : j + 1], run[j].idx + len(run[j])
            cut = part[0].idx in inside or part[-1].idx in inside or end in inside or _torn(run, i, j)
            if not cut and _ends(part[-1]) and _is_phrase(part):
                text = _text(part, midway)
                key = fold(text)
                yield Place(key, text, part[0].idx, _kind(part), "" if key == whole else whole), end


def _ends_a_name(token: Token) -> bool:
    """Say whether a run is the rest of a name the model did not see whole: `Nine Harbours`, `Queen of the Harbours`."""
    if token.pos_ != "PROPN" or token.is_sent_start:
        return False
    before = [t for t in token.doc[max(0, token.i - 3) : token.i] if t.sent == token.sent][::-1]
    linked = [t.lower_ for t in before[:2]] == ["the", "of"] or [t.lower_ for t in before[:1]] == ["of"]
    head = next((t for t in before if t.lower_ not in ("of", "the")), None)
    if head is None or not head.is_title:
        return False
    return linked or (head is before[0] and head.pos_ == "NUM")


def _kind(part: list[Token]) -> str:
    loose = singular(part[-1].lower_) in GENERIC and all(token.pos_ == "ADJ" for token in part[:-1])
    return "loose" if loose else "phrase"


def _ends(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lower_ not in VAGUE


def _torn(run: list[Token], i: int, j: int) -> bool:
    """Say whether a part begins or ends at a hyphen, or within a sequence of proper nouns."""
    if run[i].text in GLUE or run[j].text in GLUE:
        return True
    borders = [*pairwise(run[max(0, i - 1) : i + 1]), *pairwise(run[j : j + 2])]
    return any(GLUE & {a.text, b.text} or a.pos_ == b.pos_ == "PROPN" for a, b in borders)


def _text(part: list[Token], midway: Set[str]) -> str:
    """Give the words of a part; a capital that only the beginning of a sentence explains becomes small."""
    text, first = "".join(t.text_with_ws for t in part).strip(), part[0]
    if not first.is_sent_start or first.pos_ == "PROPN" or not first.is_title:
        return text
    if first.text in midway:
        return text
    return text[0].lower() + text[1:]


def _is_phrase(part: list[Token]) -> bool:
    words = [t.lower_.rstrip(".") for t in part if t.text not in GLUE]
    if len("".join(words)) < 2:
        return False
    if words[-1] in ROLE_NOUNS or (words[-1] in NOT_ALONE and any(word in ROLE_NOUNS for word in words)):
        return False
    if (
        len(words) > LONGEST
        or part[0].lower_ in DULL
        or any(_BARE.fullmatch(t.text) for t in part if t.text not in GLUE)
    ):
        return False
    if words[0] in CALENDAR or words[-1] in CALENDAR or (len(part) == 1 and _is_people(part[0])):
        return False
    return not all(singular(word) in NOT_ALONE or word in NOT_ALONE for word in words)


def _is_people(token: Token) -> bool:
    """Say whether a word is `Welsh` or `European`, which name no subject; `Democrats` do."""
    return token.ent_type_ == "NORP" and not token.lower_.endswith("s")
