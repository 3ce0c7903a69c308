"""Corrections of one person in two sections that contradict each other: the first counts, and the owner is told.

In: the desk as it is before any correction, and all corrections. Out: these without what contradicts an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdigest.corrections import EntityCorrection
from newsdigest.link.corrections_desk import Desk, fitting
from newsdigest.model import EntityId

SINGLE = ("kind", "rename")
"""What a person or organisation can have one of only."""


def without_contradictions(desk: Desk, corrections: Sequence[EntityCorrection]) -> list[EntityCorrection]:
    """Leave out what contradicts an earlier section."""
    said: dict[tuple[EntityId, str], tuple[str, str]] = {}
    goes_to: dict[EntityId, tuple[EntityId, str]] = {}
    kept = []
    for one in corrections:
        meant = _meant(desk, one.name, one)
        if meant is not None:
            for key in SINGLE:
                one = _once(desk, one, key, said, meant)
            one = replace(one, merge=tuple(n for n in one.merge if _free(desk, one, n, goes_to, meant)))
        kept.append(one)
    _warn_of_hidden(desk, kept)
    return kept


def _meant(desk: Desk, name: str, one: EntityCorrection) -> EntityId | None:
    found = fitting(desk, name, one.section)
    return found[0].id if len(found) == 1 else None


def _once(
    desk: Desk, one: EntityCorrection, key: str, said: dict[tuple[EntityId, str], tuple[str, str]], meant: EntityId
) -> EntityCorrection:
    value = getattr(one, key)
    if value is None:
        return one
    before, where = said.setdefault((meant, key), (value, one.place))
    if before == value:
        return one
    desk.warn(f"{where} and {one.place} contradict each other ({key}: “{before}” and “{value}”); the first counts")
    return replace(one, kind=None) if key == "kind" else replace(one, rename=None)


def _free(
    desk: Desk, one: EntityCorrection, name: str, goes_to: dict[EntityId, tuple[EntityId, str]], meant: EntityId
) -> bool:
    """Tell whether nobody else takes this name to be theirs."""
    other = _meant(desk, name, one)
    if other is None or other == meant or name.casefold() in {text.casefold() for text in one.split}:
        return True
    before, where = goes_to.setdefault(other, (meant, one.place))
    if before != meant:
        desk.warn(f"{where} and {one.place} contradict each other (both merge “{name}”); the first counts")
    return before == meant


def _warn_of_hidden(desk: Desk, corrections: Sequence[EntityCorrection]) -> None:
    hidden = {_meant(desk, one.name, one): one.place for one in corrections if one.hide}
    hidden.pop(None, None)
    for one in corrections:
        where = hidden.get(_meant(desk, one.name, one))
        if where and not one.hide and (one.rename or one.role or one.merge or one.kind):
            desk.warn(f"{where} and {one.place} contradict each other (one hides, one corrects); it is hidden")
