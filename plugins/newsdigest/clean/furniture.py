"""Site furniture: what the articles of one folder share, such as the same call to subscribe at the foot of each.

The paragraphs of all articles come in, each article with its group (a folder); for each group the folded lines that are
furniture go out. A line is furniture where at least three articles carry it as a short line that is no sentence, or
five as a paragraph at their beginning or end, and are no copies of each other: articles that share most of their words
(a wire story in several papers) don't count. Whole paragraphs in the middle (the background of a story told again)
stay, as do short sentences (`The trial continues.`). Limits: furniture of two files; long headings of a series go.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from newsdigest.clean.blocks import ends_sentence, is_prose
from newsdigest.text import letters, words

ARTICLES, ARTICLES_OF_PROSE = 3, 5
"""That carry a line, and a paragraph. Two are as often one story in two papers, three the updates of one."""
COPY = 0.5
"""Share of an article's words in lines that others carry too, from which on it is a copy, and proves nothing."""
FEW_WORDS = 4
"""Shorter lines may be headings of a series (`Pros`, `Verdict`). On 338 pages of 5 sites the rule takes
649 words of other text and none of articles; with lines of one word on, 245 of articles."""
HEAD, FOOT = 2, 3
"""Paragraphs at the beginning and at the end where furniture stands."""


def furniture(texts: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, frozenset[str]]:
    """Find each group's furniture; groups without any have an empty set."""
    groups: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for group, lines in texts:
        groups[group].append(lines)
    return {group: _of_group(articles) for group, articles in sorted(groups.items())}


def _of_group(articles: Sequence[Sequence[str]]) -> frozenset[str]:
    if len(articles) < ARTICLES:
        return frozenset()
    keyed = [[_key(line) for line in lines] for lines in articles]
    shared = {key for key, n in Counter(key for keys in keyed for key in set(keys)).items() if n >= ARTICLES}
    votes: Counter[bytes] = Counter()
    texts: dict[bytes, str] = {}
    for lines, keys in zip(articles, keyed, strict=True):
        if not shared.isdisjoint(keys) and not _is_copy(lines, keys, shared):
            found = {keys[i]: lines[i] for i in _framing(lines) if keys[i] in shared}
            votes.update(found.keys())
            texts |= found
    needed = {key: ARTICLES_OF_PROSE if is_prose(line) else ARTICLES for key, line in texts.items()}
    return frozenset(letters(texts[key]) for key, n in votes.items() if n >= needed[key]) - {""}


def _key(line: str) -> bytes:
    """Stand for a line in eight bytes: those of 100,000 articles have to fit into memory."""
    return blake2b(letters(line).encode("utf-8", "replace"), digest_size=8).digest()


def _is_copy(lines: Sequence[str], keys: Sequence[bytes], shared: set[bytes]) -> bool:
    counts = [len(words(line)) for line in lines]
    return sum(n for n, key in zip(counts, keys, strict=True) if key in shared) > COPY * sum(counts)


def _framing(lines: Sequence[str]) -> Iterator[int]:
    """Give the places where furniture may stand."""
    for i, line in enumerate(lines):
        edge = i < HEAD or i >= len(lines) - FOOT
        if edge if is_prose(line) else not ends_sentence(line) and len(words(line)) >= FEW_WORDS:
            yield i
