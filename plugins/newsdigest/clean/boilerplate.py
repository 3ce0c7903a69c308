"""What is not the article: a cascade of named rules, the surest first.

The blocks of a text come in; what each rule takes goes out, with the rule's name as readers see it. Every rule sees
only what the rules before it left. On text that a scraper has already filtered anything bolder than these sure cuts
loses more of the article than it gains, so a doubtful line stays. Limits: comments, teasers and forms that no wording
gives away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsdigest.clean.authors import author_boxes, bylines_of_others
from newsdigest.clean.blocks import Block, ends_sentence
from newsdigest.clean.comments import comment_thread
from newsdigest.clean.frame import page_frame
from newsdigest.clean.kinds import kind_of
from newsdigest.clean.phrases import (
    ABOUT_AUTHOR,
    ADVERT_CALL,
    ADVERT_OPENING,
    ADVERT_READER,
    AUTHOR_CONTACT,
    CREDIT,
    CREDIT_TAIL,
    MAX_LENGTH,
    OTHER_ARTICLES,
    matches,
)
from newsdigest.clean.vocabulary import MENU
from newsdigest.text import words

REPEATED = 60
"""Characters from which a repeated line is a second copy; shorter ones may be headings, answers or refrains."""
ADVERT_LENGTH = 140
_ORNAMENT = re.compile(r"[-–—_=*#~•·|/\\.<>+^ ]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate: its name for readers, and the function that finds it among the blocks left."""

    name: str
    find: Callable[[Sequence[Block]], Iterable[Block]]


def cascade(blocks: Sequence[Block], furniture: frozenset[str] = frozenset()) -> dict[Block, str]:
    """Give each block that is boilerplate the name of the rule that takes it.

    `furniture` holds the folded lines that other articles of the same folder carry too.
    """
    taken = _repeated_across_files(blocks, furniture)
    left = [block for block in blocks if block not in taken]
    for rule in BEFORE:
        taken.update((block, rule.name) for block in rule.find(left))
        left = [block for block in left if block not in taken]
    kinds = {block: kind_of(block.text) for block in left}
    taken.update((b, FRAME) for b in page_frame(left, [kinds[b] for b in left]) if kinds[b] in ("", MENU.kind))
    taken.update((block, kind) for block, kind in kinds.items() if kind not in ("", MENU.kind))
    left = [block for block in left if block not in taken]
    for rule in AFTER:
        taken.update((block, rule.name) for block in rule.find(left))
        left = [block for block in left if block not in taken]
    return taken


def _repeated_across_files(blocks: Sequence[Block], furniture: frozenset[str]) -> dict[Block, str]:
    return {b: ACROSS for b in blocks if folded(b.text) in furniture} if furniture else {}


def ornaments(blocks: Sequence[Block]) -> list[Block]:
    """Find lines such as `* * *`."""
    return [b for b in blocks if len(b.text) <= MAX_LENGTH and _ORNAMENT.fullmatch(b.text)]


def image_credits(blocks: Sequence[Block]) -> list[Block]:
    """Find captions with a credit, credits alone, and the caption that such a line repeats just after it."""
    found = [i for i, b in enumerate(blocks) if matches(CREDIT, b.text) or matches(CREDIT_TAIL, b.text)]
    twice = [i - 1 for i in found if i and blocks[i].text.startswith(blocks[i - 1].text.rstrip("."))]
    return [blocks[i] for i in sorted({*found, *twice})]


def repeated(blocks: Sequence[Block]) -> list[Block]:
    """Find the second and later copies of a paragraph; case and punctuation don't count."""
    seen: set[str] = set()
    copies = []
    for block in blocks:
        key = folded(block.text)
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


def author_notes(blocks: Sequence[Block]) -> list[Block]:
    """Find author boxes, notes on the author and how to reach them."""
    boxes = dict.fromkeys(block for _, lines in author_boxes(blocks) for block in lines)
    return [*boxes] + [
        b for b in blocks if b not in boxes and (matches(AUTHOR_CONTACT, b.text) or matches(ABOUT_AUTHOR, b.text))
    ]


def adverts(blocks: Sequence[Block]) -> list[Block]:
    """Find short calls to the reader that share no word with the rest of the article."""
    calls = [b for b in blocks if _is_call(b.text)]
    if not calls:
        return []
    counts = Counter(word for b in blocks for word in _content(b.text))
    return [b for b in calls if all(counts[word] <= 1 for word in _content(b.text))]


def _is_call(text: str) -> bool:
    if len(text) > ADVERT_LENGTH:
        return False
    question = ADVERT_OPENING.match(text)
    call = ADVERT_CALL.fullmatch(text[question.end() :].strip() if question else text)
    return bool(call and ADVERT_READER.search(text) and (question or text.endswith("!")))


def _content(text: str) -> set[str]:
    return {word.casefold() for word in words(text) if len(word) >= 5}


def folded(text: str) -> str:
    """Reduce a text to its letters and digits, for comparing."""
    return re.sub(r"[\W_]+", "", text).casefold()


BEFORE = (
    Rule("separator line", ornaments),
    Rule("comment thread", comment_thread),
    Rule("image caption or credit", image_credits),
    Rule("byline of another article", bylines_of_others),
    Rule("note on the author", author_notes),
    Rule("links to other articles", other_articles),
)
AFTER = (
    Rule("repeated paragraph", repeated),
    Rule("advertisement", adverts),
)
FRAME = "page around the article"
ACROSS = "repeated across files"
RULES = (*(rule.name for rule in BEFORE), ACROSS, FRAME, *(rule.name for rule in AFTER))
"""Names of the rules that are not kinds of lines (`kinds`)."""
