"""Short articles of our own with what is to be found in them, and how much of it is found.

Each file in `passages/` has a trap (what it is about), a text, and the people, organisations, quotations (words,
speaker) and roles (person, role, organisation) in it. They are read as the site reads an article: cleaned, analysed,
its names grouped. A name counts where it is exactly the one expected, a quotation with its speaker only, a role with
its person and organisation only; case, a leading article and marks at the ends apart.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from newsdigest.analyse import analyse
from newsdigest.clean import clean
from newsdigest.link import entities
from newsdigest.model import Analysis, Entity, Source, Story
from newsdigest.options import Options
from newsdigest.text import straight

FOLDER = Path(__file__).resolve().parent / "passages"
SAVED = datetime(2026, 1, 1, tzinfo=UTC)
FIGURES = ("people", "organisations", "quotes", "roles")
Found = tuple[str, ...]
"""A name; words and speaker; person, role and organisation."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An article of a few lines, and what is in it by figure."""

    name: str
    trap: str
    text: str
    expected: dict[str, tuple[Found, ...]]


def passages() -> tuple[Passage, ...]:
    """Read all passages, by name."""
    return tuple(_passage(path) for path in sorted(FOLDER.glob("*.toml")))


def _passage(path: Path) -> Passage:
    with path.open("rb") as file:
        data = tomllib.load(file)
    rows = {figure: [row if isinstance(row, list) else [row] for row in data[figure]] for figure in FIGURES}
    expected = {figure: tuple(tuple(map(plain, row)) for row in rows[figure]) for figure in FIGURES}
    return Passage(path.stem, data["trap"], data["text"], expected)


def plain(text: str) -> str:
    """Fold what makes no difference: case, a leading article, curly marks, commas and full stops at the ends."""
    bare = " ".join(straight(text).split()).strip(" ,.").casefold()
    return bare.removeprefix("the ").removeprefix("an ").removeprefix("a ")


@cache
def found(name: str) -> dict[str, tuple[Found, ...]]:
    """Give what the library finds in a passage, by figure."""
    text = _passage(FOLDER / f"{name}.toml").text
    story = clean(Source("article.txt", "txt", text, SAVED), Options(), SAVED)
    analysis = analyse(story, Options())
    grouped = entities.group((story,), (analysis,))
    rows: dict[str, Iterable[Found]] = {
        "people": ((entity.name,) for entity in grouped if entity.kind == "person"),
        "organisations": ((entity.name,) for entity in grouped if entity.kind == "organisation"),
        "quotes": _quotes(story, analysis, grouped),
        "roles": _roles(grouped),
    }
    return {figure: tuple(sorted({tuple(map(plain, row)) for row in rows[figure]})) for figure in FIGURES}


def _quotes(story: Story, analysis: Analysis, grouped: Iterable[Entity]) -> Iterator[Found]:
    """Give all quotations that have a speaker; one without is shown as a quotation of nobody."""
    owners = {stated.quote: entity.name for entity in grouped for stated in entity.quotes}
    for quote in analysis.quotes:
        if quote.speaker:
            yield quote.text, owners.get(quote, quote.speaker)


def _roles(grouped: Iterable[Entity]) -> Iterator[Found]:
    for entity in grouped:
        for stated in entity.roles:
            if entity.kind == "person" and stated.role.text:
                yield entity.name, stated.role.text, stated.role.organisation or ""


def counts(figure: str) -> Counter[str]:
    """Count over all passages what is right, missed and wrong."""
    counted: Counter[str] = Counter()
    for passage in passages():
        expected, got = set(passage.expected[figure]), set(found(passage.name)[figure])
        counted.update(right=len(expected & got), missed=len(expected - got), wrong=len(got - expected))
    return counted


def f1(counted: Counter[str]) -> float:
    """Weigh what is right against what is missed or wrong: 1 is perfect."""
    return 2 * counted["right"] / max(1, 2 * counted["right"] + counted["missed"] + counted["wrong"])


def faults(figure: str) -> Iterator[str]:
    """List in words what is missed and what is wrong."""
    for passage in passages():
        expected, got = set(passage.expected[figure]), set(found(passage.name)[figure])
        yield from (f"{passage.name}: missed {' | '.join(row)}" for row in sorted(expected - got))
        yield from (f"{passage.name}: wrong {' | '.join(row)}" for row in sorted(got - expected))
