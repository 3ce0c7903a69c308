"""The title that a text states, as it stands in the file.

The blocks of a text come in; the block that holds the headline goes out. A headline is the first line where that is no
sentence with a full stop. Where many lines or a whole page stand before the article, it is the line whose words the
article uses most, the nearer the better (site names, taglines and menus lose against it). What sites add to their
titles is cut, and gives the outlet. Limits: a teaser in the menu that says the same; headlines of two words there.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence

from newsdigest.clean.blocks import Block, ends_sentence, is_prose
from newsdigest.clean.dates import parse_date
from newsdigest.clean.leads import content_words, cut_at_word
from newsdigest.clean.names import is_name
from newsdigest.clean.phrases import INTERFACE, matches
from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.text import words

MAX_TITLE = 200
MAX_LINE = 600
"""Characters of a first line that an empty line follows, beyond which it is a paragraph without its full stop."""
CROWDED = 3
"""Lines before the first paragraph from which on they are a page's top, not a headline with its deck and kicker."""
FIRST, CAPITALS, DISTANCE = 2.0, 1.5, 1.0
"""What the first line is ahead, what a line all in capitalised words is, and what the logarithm of its distance costs,
counted in words (logarithm of their number in the article). On 929 web pages with a known title, whole / stripped of
tags: 247 / 228 right by the first line or the most words shared, 315 / 326 so (with 4 for `CROWDED` some 310 / 305); a
search over eleven features gained 5 more."""
_CHROME = re.compile(
    r" [|•·»«›>/] |^(?:by|filed|image|photo|posted|published|share|submitted|tags?|updated|written)\b|\d:\d\d|@",
    re.IGNORECASE,
)
"""Marks of menus, bylines and time stamps."""
_FIGURES = re.compile(r"[\W_]*\d[\W\d_]*")
"""A date or a counter alone."""
_DOMAIN = re.compile(r"\s+[(\[]((?:[a-z0-9-]+\.)+[a-z]{2,})[)\]](?:\s+\d{1,5})?$", re.IGNORECASE)
_SITE = re.compile(r"\s+(?:\||»|::|•)\s+([^|»•]{2,40})$")
_DASH_SITE = re.compile(r"\s+[-–—]\s+([^-–—|]{3,40})$")
_OUTLET_WORDS = (
    "blog|chronicle|courier|daily|gazette|herald|journal|magazine|news|observer|post|press|review|times|tribune|weekly"
)
_OUTLET_WORD = re.compile(rf"\b(?:{_OUTLET_WORDS})\b|\.\w{{2,6}}$", re.IGNORECASE)
"""Words of outlets' names: without one the end of a title may be part of it (`Who pays? - A question of trust`)."""
_OUTLET = re.compile(rf"The (?:[A-Z]\w* ){{1,3}}(?i:{_OUTLET_WORDS})")


def stated_title(blocks: Sequence[Block], framed: Collection[Block] = ()) -> Block | None:
    """Find the line that is the article's own headline: the first, or the most telling where a page is around it."""
    start = next((i for i, b in enumerate(blocks) if b not in framed and _begins_text(blocks[i : i + 2])), len(blocks))
    before = blocks[:start]
    if framed or len(before) >= CROWDED:
        return _most_telling(before, [b.text for b in blocks[start:] if b not in framed])
    return before[0] if before and len(blocks) > 1 and _is_title_line(before[0], blocks[1]) else None


def _begins_text(blocks: Sequence[Block]) -> bool:
    """Tell whether the text is reached: by a paragraph, or by two short sentences, as in a conversation."""
    short = [b for b in blocks if ends_sentence(b.text) and not is_prose(b.text) and len(words(b.text)) > 2]
    return _is_paragraph(blocks[0].text) or len(short) == 2


def _is_paragraph(text: str) -> bool:
    return is_prose(text) and ends_sentence(text)


def _most_telling(before: Sequence[Block], article: Sequence[str]) -> Block | None:
    counts = Counter(word for text in article for word in content_words(text))

    def told(place: int) -> float:
        said = words(before[place].text)
        about = sum(math.log1p(counts[word]) for word in content_words(before[place].text))
        capitals = CAPITALS * sum(not word[0].islower() for word in said) / len(said)
        return about + capitals + FIRST * (place == 0) - DISTANCE * math.log(len(before) - place)

    places = [i for i, b in enumerate(before) if _is_headline(b.text)]
    return before[max(places, key=told)] if places else None


def _is_headline(text: str) -> bool:
    return (
        3 <= len(words(text)) <= 30
        and len(text) <= MAX_TITLE
        and text[-1] not in ".,:;"
        and text[0].isalnum() | (text[0] in "\"'“‘¿¡[")
        and not _CHROME.search(text)
        and not matches(INTERFACE, text)
        and not parse_date(text)
        and not _OUTLET.fullmatch(text)
        and not _is_signature(text)
    )


def _is_signature(text: str) -> bool:
    """Tell whether a line names somebody with a job: `Jane Doe, Chess Editor`."""
    name, _, job = text.partition(", ")
    return job.rpartition(" ")[2].casefold() in ROLE_NOUNS and is_name(name)


def _is_title_line(block: Block, following: Block) -> bool:
    text = block.text
    if len(text) > (MAX_LINE if following.gap else MAX_TITLE) or text[-1] in ".,;:" or text[0].islower():
        return False
    if _FIGURES.fullmatch(text):
        return False
    return following.gap or len(words(text)) >= 3 or len(text) >= 12


def without_site(title: str) -> tuple[str, str | None]:
    """Cut what a site adds to its titles: `Dam breaks (example.com) 13` -> `Dam breaks`, `example.com`."""
    for pattern in (_DOMAIN, _SITE, _DASH_SITE):
        found = pattern.search(title[-120:])
        if not found:
            continue
        head, site = title[: len(title[:-120]) + found.start()].strip(), found[1].strip()
        if len(words(head)) >= 3 and (pattern is not _DASH_SITE or _OUTLET_WORD.search(site)):
            return head, site if pattern is _DOMAIN or _OUTLET_WORD.search(site) else None
    return title, None


def plain_title(text: str) -> str:
    """Keep a title as it is, on one line, up to 200 characters."""
    return text if len(text) <= MAX_TITLE else cut_at_word(text, MAX_TITLE)
