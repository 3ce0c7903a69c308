"""Lines whose capitals prove little: headlines in title case, and lines in capitals only.

In: a story and its parse. Out: where its headlines are; whether a name in one is believed;
whether one is lost in a line of capitals; the article's people as such lines write them. Limits: a headline that ends
like a sentence is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from spacy.tokens import Doc, Token

from newsdigest.analyse.name_given import is_given_name
from newsdigest.analyse.name_shapes import Proposal
from newsdigest.analyse.name_votes import last_name
from newsdigest.model import Kind, Span, Story
from newsdigest.text import paragraph_spans

HEADLINE = 0.6
"""Share of capitalised words from which a paragraph without a full stop is a title-case headline. People's F1 with .5,
.6, .8 and without the rule: .937, .937, .937, .938; but on web pages headings turned into organisations without it."""
SHORTEST_SHOUT = 4
"""Letters of a word in capitals; shorter ones are acronyms. Organisations' F1 with 4, 5, 6: .562, .560, .561."""
MENU = 6
"""Lines in a row. With 4, 6 and 10 organisations' F1 is .768, .768, .769 on articles that have no menus; on web pages
their topics turned into organisations without it."""
TOLD = 1 / 3
"""Of the lines of a list of titles; so many have small words, and fewer have commas. On 205 texts such lists are those
of one page, whose titles were eleven people that are none (of 826)."""
LONGEST_ENTRY = 5
"""Words."""
_ENTRY = re.compile(r"[^\W\d_][^\d.?!:;,\"”]*")
_ASIDE = re.compile(r"^\W*\d+[.)]|\([^()]*\)")
"""A number in a list, and what stands in brackets; left alone in a table, which has no small words."""
_BORDERS = frozenset(("(", ")", ",", "/"))
_NUMBER = re.compile(r"\W*\d+[.)]\s")
_SMALL = re.compile(r"\b[a-z]{2,}\b")


def headlines(story: Story, rows: bool = True) -> list[Span]:
    """Give the paragraphs that are set in title case, the titles in lists, and the `rows` of short ones."""
    pairs = list(zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True))
    lines = [paragraph.text for paragraph in story.paragraphs]
    menu = contents(lines) | (menus(lines) if rows else set())
    return [
        span
        for at, (paragraph, span) in enumerate(pairs)
        if at in menu or is_headline(paragraph.text, 1 if paragraph.kind == "heading" else 4)
    ]


def menus(lines: Sequence[str]) -> set[int]:
    """Give the numbers of the lines that are one of many short ones in a row: links, topics, headings."""
    found: set[int] = set()
    for short, group in groupby(enumerate(lines), key=lambda line: _is_entry(line[1])):
        row = [number for number, _ in group]
        found.update(row if short and len(row) >= MENU else ())
    return found


def contents(lines: Sequence[str]) -> set[int]:
    """Give the numbers of the lines of numbered lists of titles: `3. Ferry Again (May 3)`, `4. The Mill Burns`.

    Together they are in title case, also where one is too short to tell; lists of winners and of firms have no small
    words between the names, or commas in each line.
    """
    found: set[int] = set()
    for numbered, group in groupby(enumerate(lines), key=lambda line: _NUMBER.match(line[1]) is not None):
        row = [(number, _ASIDE.sub("", line)) for number, line in group]
        small, commas = sum(_SMALL.search(line) is not None for _, line in row), sum("," in line for _, line in row)
        told = numbered and len(row) >= MENU and small >= TOLD * len(row) > commas
        if told and _is_titled([word for _, line in row for word in _long_words(line)]):
            found.update(number for number, _ in row)
    return found


def _is_entry(line: str) -> bool:
    return len(line.split()) <= LONGEST_ENTRY and _ENTRY.fullmatch(line) is not None


def is_headline(text: str, at_least: int = 4) -> bool:
    """Say whether a paragraph of that many long words is set in title case, where capitals prove nothing."""
    bare = _ASIDE.sub("", text)
    text = bare if _SMALL.search(bare) else text
    words = _long_words(text)
    listed = text.count(",") > 1 or any(c.isdigit() for c in text)
    if len(words) < at_least or text.rstrip()[-1:] in '.!"”)' or listed or text.isupper():
        return False
    return _is_titled(words)


def _long_words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]


def _is_titled(words: Sequence[str]) -> bool:
    return sum(word[0].isupper() for word in words) >= HEADLINE * len(words)


def is_believed(doc: Doc, proposal: Proposal) -> bool:
    """Believe a full name in a headline; one of three words or more if no other word touches it.

    `Jane Doe` in `Jane Doe Falls`, not all three; `Acme / Jane Maria Doe / File Photo`. Without those that other words
    touch, people's F1 by article is .936 instead of .937; of 35 that came with them on 205 texts 31 are people.
    """
    start, end = proposal.start, proposal.end
    if proposal.kind != "person" or end - start < 2 or not is_given_name(doc[start].text, certain=True):
        return False
    if end - start == 2:
        return True
    opened = start == 0 or not doc[start - 1].text[0].isalnum()
    return opened and (end == len(doc) or doc[end].is_space or doc[end].text in _BORDERS)


def is_lost_in_capitals(doc: Doc, proposal: Proposal) -> bool:
    """Doubt an organisation in a line of capitals: `EUROPE BACKS DOE`. Without, their F1 was .558 instead of .562."""
    return proposal.kind == "organisation" and all(_is_shouted(token) for token in doc[proposal.start : proposal.end])


def in_capitals(doc: Doc, kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Find the article's people again in lines of capitals: `DOE LEADS IN ACMETON`."""
    small = {token.text for token in doc if token.is_lower}
    shouted = {token.text for token in doc if token.is_upper and _is_shouted(token)}
    people = sorted(name for name, kind in kinds.items() if kind == "person")
    forms = [form for name in people for form in (name, last_name(name)) if form.lower() not in small]
    known = {form.upper() for form in forms if kinds.get(form, "person") == "person"}
    return {form: "person" for form in sorted(known) if shouted.issuperset(form.split())}


def _is_shouted(token: Token) -> bool:
    if not token.is_upper or len(token) < SHORTEST_SHOUT:
        return False
    beside = [other for other in token.doc[max(0, token.i - 1) : token.i + 2] if other.i != token.i]
    return any(other.is_upper and other.is_alpha and len(other) > 1 for other in beside)
