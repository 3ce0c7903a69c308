"""Sentences: a Story and its parse in, the spans of its sentences out, never across a paragraph.

Where a sentence could end (a full stop, its closing marks, a space, a capital) it does, unless an abbreviation or an
initial stands there; where both readings are usual ("Acme Inc. Doe said") the parser decides. Ends inside quotation
marks don't count while the whole stays shorter than `LONGEST_JOINED`. Headings and attributions hold no sentence.
Limits: a sentence that starts with a small letter is joined to the one before; no language but English.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from newsdigest.model import Sentence, Span, Story
from newsdigest.text import paragraph_spans

LONGEST_JOINED = 350
"""Characters, some 60 words. A quotation of several sentences is kept whole up to here: 95 % of 1,095 quoted passages
in the development articles have up to 226, and a longer one would fill a summary by itself. For finding the speakers
200, 350 and 600 are alike (F1 .829, .830, .830)."""

NEVER_LAST = frozenset(
    """
    Adm. Assn. Ave. Brig. Capt. Cf. Cmdr. Col. Cpl. Dr. Drs. Fig. Fr. Gen. Gov. Hon. Ing. Lt. Maj. Messrs. Mlle.
    Mme. Mr. Mrs. Ms. Msgr. Mt. No. Nos. Pfc. Pres. Prof. Pvt. Rep. Reps. Rev. Rs. Sen. Sens. Sgt. St. Ste. Supt. Vol.
    approx. cf. e.g. i.e. p. pp. v. viz. vs.
    """.split()
)
"""Abbreviations that lead to what follows."""
EITHER = frozenset(
    """
    A.M. Apr. Aug. B.A. B.C. Bros. Co. Corp. D.C. Dec. E.U. Esq. Etc. Feb. Inc. Jan. Jr. Jul. Jun. Ltd. M.A. M.D.
    Mar. N.Y. Nov. Oct. P.M. Ph.D. Sep. Sept. Sr. U.K. U.N. U.S. U.S.A. a.m. al. dept. est. etc. p.m.
    """.split()
)
"""Abbreviations that may end a sentence too."""
_INITIAL = re.compile(r"(?:\w\.)*[A-Z]\.")
_END = re.compile(
    r"""(?P<mark>[.!?…]+)(?P<close>['"’”»)\]]*)(?:\s+(?=[-–—]{0,2}\s?['"‘“«(\[]*[^\W_])
    |(?:(?<=[a-z][.!?"”])|(?<=[a-z]["”?]\.))(?=[A-Z][a-z]+[ ,'’]))""",
    re.VERBOSE,
)
"""A space may have got lost: `on the pier.She left`."""
LOST_MARK = re.compile(r"(?<=\w)\?(?=[,.;]| [a-z])")
"""A closing mark that a wrong encoding made a question mark: `his "harbour? in the fog`."""
_LONGEST_ABBREVIATION = 20
_OPENING = 20
"""Characters of dashes, marks and brackets before a sentence's first letter, at most."""


def split(story: Story, doc: Doc) -> tuple[Sentence, ...]:
    """Give the sentences of the body, in their order."""
    parsed = sorted(sent[0].idx for sent in doc.sents if len(sent))
    found = []
    length = len(doc.text)
    for number, (paragraph, span) in enumerate(zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True)):
        if paragraph.kind == "body" and span.start < length:
            within = parsed[bisect_right(parsed, span.start) : bisect_left(parsed, span.end)]
            read = boundaries(paragraph.text[: length - span.start], frozenset(i - span.start for i in within))
            whole = read if span.end <= length else read[:-1]  # the model read no further: the last one is cut off
            found += [Sentence(Span(span.start + start, span.start + end), number) for start, end in whole]
    return tuple(found)


def boundaries(text: str, parsed: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Give start and end of each sentence of a paragraph; `parsed` are the starts that the parser sees.

    >>> boundaries("Dr. Doe left. She won.")
    [(0, 13), (14, 22)]
    """
    pieces: list[tuple[int, int]] = []
    start = _skip_spaces(text, 0)
    for end, following in [*_ends(text, parsed), (len(text.rstrip()), len(text))]:
        if end > start:
            pieces.append((start, end))
            start = following
    return _joined_in_quotations(text, pieces)


def _skip_spaces(text: str, position: int) -> int:
    return position + len(text[position:]) - len(text[position:].lstrip())


def _ends(text: str, parsed: frozenset[int]) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text):
        if _ends_sentence(text, match, parsed):
            yield match.end("close"), match.end()


def _ends_sentence(text: str, match: re.Match[str], parsed: frozenset[int]) -> bool:
    following = text[match.end() : match.end() + _OPENING].lstrip("-–—'\"‘“«([ ")
    if following[:1].islower():
        return False
    last = text[max(0, match.end("mark") - _LONGEST_ABBREVIATION) : match.end("mark")].split()[-1].lstrip("('\"‘“«[")
    if match.end() == match.end("close") and not last.islower():
        return False  # `Harbour.Com` is one word
    doubtful = last in EITHER or _INITIAL.fullmatch(last) or match["mark"] in ("...", "…", "..")
    if last in NEVER_LAST and not match["close"]:
        return False
    if doubtful and not match["close"]:
        return match.end() in parsed
    asked = match["close"] and match["mark"] != "."  # `"Why?" Doe asked`, or `"Why?" Nobody knew`
    return match.end() in parsed if asked else True


def _joined_in_quotations(text: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and _is_open(text[joined[-1][0] : joined[-1][1]]) and end - joined[-1][0] <= LONGEST_JOINED:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_open(text: str) -> bool:
    """Say whether a quotation is left open at the end of the text."""
    opened = text.count("“") + text.count("«")
    closed = text.count("”") + text.count("»")
    straight = text.count('"')
    return opened > closed or (straight % 2 == 1 and (straight + len(LOST_MARK.findall(text))) % 2 == 1)
