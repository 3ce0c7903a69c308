"""What is not the article: a cascade of named rules, the surest first.

The blocks of a text come in; what each rule takes goes out, with the rule's name as readers see it. Every rule sees
only what the rules before it left. Lines of a page's own wording are cut wherever they stand, what else is around the
article only where the text is a whole page: on text that a scraper has already filtered anything bolder than sure cuts
loses more of the article than it gains, so a doubtful line stays. Limits: teasers and adverts without such wording.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from newsdigest.clean.authors import author_boxes, bylines_of_others
from newsdigest.clean.blocks import Block, ends_sentence
from newsdigest.clean.comments import ARTICLE_WORDS, comment_thread, prose_before
from newsdigest.clean.frame import page_frame
from newsdigest.clean.kinds import WORDINGS, kind_of
from newsdigest.clean.phrases import (
    ADVERT_CALL,
    ADVERT_OPENING,
    ADVERT_READER,
    AUTHOR_TABLES,
    CREDIT,
    CREDIT_TAIL,
    CREDIT_WORDS,
    MAX_LENGTH,
    OTHER_ARTICLES,
    matches,
)
from newsdigest.clean.vocabulary import MENU, VOCABULARIES
from newsdigest.text import letters, words

REPEATED = 60
"""Characters from which a repeated line is a second copy; shorter ones may be headings, answers or refrains."""
ADVERT_LENGTH = 140
LINKS = "links to other articles"
CLOSING, HEADING = 0.5, 60
"""Share of the prose that stands before a list of articles with their teasers, and characters of its heading. On 1,918
texts this takes 28,000 words, .99 of them around the article."""
_READ_MORE = re.compile(r"[\W_]*(?:read more|related (?:tags|topics))[\W_]*", re.IGNORECASE)
"""Below these an article may go on."""
_ORNAMENT = re.compile(r"[-–—_=*#~•·|/\\.<>+^ ]+")


@dataclass(frozen=True, slots=True)
class Text:
    """What a rule sees."""

    blocks: Sequence[Block]
    kinds: Sequence[str]
    """Of each block; empty for one that may be the article's."""
    furniture: frozenset[str]
    """Folded lines that other articles of the same folder carry too."""
    whole: str
    """The lines that may be of a wording, in small letters: what is not in there no rule has to look for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate: its name for readers, and the function that finds it among the blocks left."""

    name: str
    find: Callable[[Text], Iterable[Block]]


def cascade(blocks: Sequence[Block], furniture: frozenset[str] = frozenset()) -> dict[Block, str]:
    """Give each block that is boilerplate the name of the rule that takes it.

    `furniture` holds the folded lines that other articles of the same folder carry too.
    """
    whole = "\n".join(block.text for block in blocks if len(block.text) <= MAX_LENGTH).casefold()
    text = Text(blocks, [kind_of(block.text) for block in blocks], furniture, whole)
    taken: dict[Block, str] = {}
    for rule in RULES:
        found = list(rule.find(text))
        if found:
            taken.update((block, rule.name) for block in found)
            text = _left(text, taken)
    return taken


def _left(text: Text, taken: Container[Block]) -> Text:
    pairs = [(block, kind) for block, kind in zip(text.blocks, text.kinds, strict=True) if block not in taken]
    return Text([block for block, _ in pairs], [kind for _, kind in pairs], text.furniture, text.whole)


def ornaments(blocks: Sequence[Block]) -> list[Block]:
    """Find lines such as `* * *`."""
    return [b for b in blocks if not b.text[0].isalnum() and len(b.text) <= MAX_LENGTH and _ORNAMENT.fullmatch(b.text)]


def image_credits(text: Text) -> list[Block]:
    """Find captions with a credit, credits alone, and the caption that such a line repeats just after it."""
    near, blocks = [word for word in CREDIT_WORDS if word in text.whole], text.blocks
    found = [i for i, b in enumerate(blocks) if _is_credit(b.text, near)] if near else []
    twice = [i - 1 for i in found if i and blocks[i].text.startswith(blocks[i - 1].text.rstrip("."))]
    return [blocks[i] for i in sorted({*found, *twice})]


def _is_credit(text: str, near: Iterable[str]) -> bool:
    if len(text) > MAX_LENGTH or not any(map(text.casefold().__contains__, near)):
        return False
    return matches(CREDIT, text) or matches(CREDIT_TAIL, text)


def repeated(blocks: Sequence[Block]) -> list[Block]:
    """Find the second and later copies of a paragraph; case and punctuation don't count."""
    seen: set[str] = set()
    copies = []
    for block in blocks:
        if len(block.text) < REPEATED and block.text.isascii():  # as ASCII has one letter for each, whatever its case
            continue
        key = letters(block.text)
        if len(key) >= REPEATED and key in seen:
            copies.append(block)
        seen.add(key)
    return copies


def other_articles(blocks: Sequence[Block]) -> list[Block]:
    """Find lists of links: their heading, and the lines below that end without a full stop.

    Where a paragraph comes after the list, its last line stays: it may be the heading of that paragraph.
    """
    found: list[Block] = []
    end = 0
    for i, block in enumerate(blocks):
        if i >= end - 1 and matches(OTHER_ARTICLES, block.text):
            end = next((k for k in range(i + 1, len(blocks)) if ends_sentence(blocks[k].text)), len(blocks) + 1)
            found += blocks[i : max(end - 1, i + 1)]
    return found


def closing_list(text: Text) -> list[Block]:
    """Find the list of articles that ends a text: a heading, then headlines with one sentence or teaser each."""
    headings = {i for i, block in enumerate(text.blocks) if _heads_list(block.text, text.kinds[i])}
    start = _closing_start(text, headings) if headings else len(text.blocks)
    places = range(start, len(text.blocks))
    return [text.blocks[i] for i in places if text.kinds[i] in ("", MENU, LINKS)]


def _closing_start(text: Text, headings: set[int]) -> int:
    before = prose_before(text.blocks, text.kinds)
    start, headlines, teasers, follows = len(text.blocks), 0, 0, False
    for i in range(len(text.blocks) - 1, -1, -1):
        sentence = not text.kinds[i] and ends_sentence(text.blocks[i].text)
        if before[i] < max(ARTICLE_WORDS, CLOSING * before[-1]) or (sentence and follows):
            break
        if i in headings and headlines > 1 and teasers:
            start = i
        if not text.kinds[i]:
            follows = sentence
            teasers += sentence
            headlines += not sentence
    return start


def _heads_list(text: str, kind: str) -> bool:
    return kind == LINKS and len(text) <= HEADING and ":" not in text[:-1] and not _READ_MORE.fullmatch(text)


def author_notes(text: Text) -> list[Block]:
    """Find author boxes, notes on the author and how to reach them."""
    boxes = dict.fromkeys(block for _, lines in author_boxes(text.blocks) for block in lines)
    tables = [table for table, words in AUTHOR_TABLES if any(word in text.whole for word in words)]
    others = [b for b in text.blocks if b not in boxes] if tables else []
    return [*boxes] + [b for b in others if any(matches(table, b.text) for table in tables)]


def around_the_article(text: Text) -> list[Block]:
    """Find what stands around the article of a whole page and has no name of its own."""
    unnamed = {block for block, kind in zip(text.blocks, text.kinds, strict=True) if kind in ("", MENU)}
    return [block for block in page_frame(text.blocks, text.kinds) if block in unnamed]


def adverts(blocks: Sequence[Block]) -> list[Block]:
    """Find short calls to the reader that share no word with the rest of the article."""
    calls = [b for b in blocks if _is_call(b.text)]
    if not calls:
        return []
    counts = Counter(word for b in blocks for word in _content(b.text))
    return [b for b in calls if all(counts[word] <= 1 for word in _content(b.text))]


def _is_call(text: str) -> bool:
    if len(text) > ADVERT_LENGTH or ("?" not in text and not text.endswith("!")):
        return False
    question = ADVERT_OPENING.match(text)
    call = ADVERT_CALL.fullmatch(text[question.end() :].strip() if question else text)
    return bool(call and ADVERT_READER.search(text) and (question or text.endswith("!")))


def _content(text: str) -> set[str]:
    return {word.casefold() for word in words(text) if len(word) >= 5}


def across_files(text: Text) -> list[Block]:
    """Find the lines that other articles of the folder carry too."""
    return [b for b in text.blocks if letters(b.text) in text.furniture] if text.furniture else []


def of_kind(kind: str, text: Text) -> list[Block]:
    """Find the lines of one kind of furniture."""
    if kind not in text.kinds:
        return []
    return [block for block, found in zip(text.blocks, text.kinds, strict=True) if found == kind]


KINDS = sorted({*(v.kind for v in VOCABULARIES), *(w.kind for w in WORDINGS)} - {MENU})
RULES = (
    Rule("repeated across files", across_files),
    Rule("separator line", lambda text: ornaments(text.blocks)),
    Rule("comment thread", lambda text: comment_thread(text.blocks, text.kinds)),
    Rule("image caption or credit", image_credits),
    Rule("byline of another article", lambda text: bylines_of_others(text.blocks)),
    Rule("note on the author", author_notes),
    Rule(LINKS, closing_list),
    Rule(LINKS, lambda text: other_articles(text.blocks)),
    Rule("page around the article", around_the_article),
    *(Rule(kind, partial(of_kind, kind)) for kind in KINDS),
    Rule("repeated paragraph", lambda text: repeated(text.blocks)),
    Rule("advertisement", lambda text: adverts(text.blocks)),
)
"""Two rules may share a name where readers see the same thing: a thread of comments, and a line of its form alone."""
