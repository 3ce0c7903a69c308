"""Corrections that contradict each other within the file: a warning for each, with what counts.

Those that do so only where one looks who is meant (two names of one person) are found where people are linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdigest.corrections import Curation, matches


def contradictions(curation: Curation) -> tuple[str, ...]:
    """Find lines both kept and dropped, forms both merged and split, roles both given and dropped, tags likewise."""
    return tuple(f"curation.toml: {text}" for text in (*_lines(curation), *_entities(curation), *_tags(curation)))


def _lines(curation: Curation) -> Iterator[str]:
    sections = [(f'[article."{one.path}"]', one.keep, one.drop) for one in curation.stories]
    sections += [(f'[source."{one.name}"]', one.keep, one.drop) for one in curation.outlets]
    for place, keep, drop in sections:
        for line in keep:
            if matches(line.rstrip(".… "), [other.rstrip(".… ") for other in drop]):
                yield f"{place} both keeps and drops “{line}”; delete one of the two"


def _entities(curation: Curation) -> Iterator[str]:
    for one in curation.entities:
        for name in _both(one.merge, one.split):
            yield f"{one.place} both merges and splits “{name}”; delete one of the two"
        for role in _both((one.role,) if one.role else (), one.drop_role):
            yield f"{one.place} both gives and drops the role “{role}”; delete one of the two"


def _tags(curation: Curation) -> Iterator[str]:
    for name in _both((old for old, _ in curation.tag_renames), curation.tag_bans):
        yield f"[tags] both renames and bans “{name}”; it is banned"


def _both(one: Iterable[str], two: Iterable[str]) -> list[str]:
    others = {text.casefold() for text in two}
    return [text for text in one if text.casefold() in others]
