"""Where an article comes from: what the file states and where, and the ledger of everything that cleaning took out.

In: a story. Out: facts with their origins in words, and a Ledger that accounts for every line of the file. Lines of one
rule that stand together are shown together: a page's menu is one entry, not sixty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from newsdigest.model import Origin, Removed, Story

ORIGINS: dict[Origin, str] = {
    "address": "from the address",
    "byline": "from the byline",
    "correction": "stated by the editor of this site",
    "derived from the lead": "derived from the lead, as the file states none",
    "document properties": "from the document’s properties",
    "feed": "from the feed",
    "file name": "from the name of the file",
    "front matter": "from the front matter",
    "header": "from the head of the file",
    "mail header": "from the head of the mail",
    "page metadata": "from the page’s metadata",
    "record": "from the exported record",
    "saved": "as the source states no date",
    "text": "from the text",
}


class Fact(Struct, frozen=True, gc=False):
    """A value, and where it is stated, in words."""

    label: str
    value: str
    origin: str


class RuleCount(Struct, frozen=True, gc=False):
    """How many lines a rule took."""

    rule: str
    lines: int


class RemovedBlock(Struct, frozen=True, gc=False):
    """Lines that are not in the article, where they stood, and why they went."""

    where: str
    rule: str
    text: str
    """Empty where it is not republished."""


class Ledger(Struct, frozen=True, gc=False):
    """All that cleaning took out of one file."""

    lines: int
    """Of the source, blank ones apart."""
    removed: int
    rules: tuple[RuleCount, ...]
    """Most lines first."""
    blocks: tuple[RemovedBlock, ...]


def facts(story: Story) -> tuple[Fact, ...]:
    """Give title, authors and source with their origins; the date and the address are shown in forms of their own."""
    stated = (
        ("Title", story.title, story.title_origin),
        ("Author" if len(story.byline) == 1 else "Authors", ", ".join(story.byline), story.byline_origin),
        ("Source", story.outlet, story.outlet_origin),
    )
    return tuple(Fact(label, value, ORIGINS[origin] if origin else "") for label, value, origin in stated if value)


def address_origin(story: Story) -> str:
    """Say where the article's address is stated; empty where there is none."""
    return ORIGINS[story.url_origin] if story.url and story.url_origin else ""


def ledger(story: Story) -> Ledger:
    """Account for every line that is not in the article."""
    counts = rule_counts(story.removed)
    return Ledger(
        lines=story.line_count,
        removed=sum(count.lines for count in counts),
        rules=counts,
        blocks=tuple(_together(story.removed)),
    )


def rule_counts(removed: Iterable[Removed]) -> tuple[RuleCount, ...]:
    """Count the lines of each rule, most first."""
    counts: Counter[str] = Counter()
    for one in removed:
        counts[one.rule] += line_count(one)
    return tuple(RuleCount(rule, n) for rule, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def line_count(removed: Removed) -> int:
    """Count lines as `Story.line_count` does: a block holds no blank ones."""
    first, last = removed.lines
    return last - first + 1


def _together(removed: Iterable[Removed]) -> list[RemovedBlock]:
    """Join what one rule took from neighbouring lines; a few blank lines between them don't count."""
    groups: list[list[Removed]] = []
    for one in removed:
        if groups and groups[-1][-1].rule == one.rule and one.lines[0] - groups[-1][-1].lines[1] <= NEAR:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [
        RemovedBlock(
            _where(group[0].lines[0], group[-1].lines[1]), group[0].rule, "\n".join(r.text for r in group if r.text)
        )
        for group in groups
    ]


NEAR = 2
"""Lines from one block to the next that is shown with it."""


def _where(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}–{last}"
