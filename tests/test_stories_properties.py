"""Whatever is edited between two builds: the second gives what a build without a memory gives, byte for byte."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest import pipeline, stories
from newsdigest.errors import UnusableFileError
from newsdigest.intake import Intake, take_stock
from newsdigest.model import Story
from newsdigest.options import Options

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
FOOT = "Sign up here to get our harbour letter every Friday"
TOWNS = ("Arlen", "Bradwell", "Corby Moor", "Dunmore")
HEADS = ("", "Date: 2026-03-02\n", "Date: 2026-03-11\n", "Source: The Eastby Courier\n", "Id: harbour\n")
CURATIONS = (
    "",
    '[article."a.txt"]\ntitle = "Another title"\n',
    f'[article."a.txt"]\nkeep = ["{FOOT}"]\n',
    '[source."The Eastby Courier"]\ndrop = ["Tickets in…"]\n',
)
TEXTS = st.builds(
    lambda head, town, foot: (
        f"{head}\nThe pool of {town} opens again\n\nThe open-air pool of {town} opened on Monday after two years of "
        f"repairs, and {len(town)} hundred swimmers came.\n\nTickets in {town} cost {len(town)} coins.\n{foot}\n"
    ),
    st.sampled_from(HEADS),
    st.sampled_from(TOWNS),
    st.sampled_from(("", f"\n{FOOT}\n")),
)
FILES = st.dictionaries(
    st.sampled_from(("a.txt", "b.txt", "c.txt", "d.md", "e.html", "f.jsonl")), TEXTS | st.just(" "), min_size=1
)
STATES = st.tuples(
    FILES,
    st.sampled_from(CURATIONS),
    st.sampled_from((NOW, NOW + timedelta(days=3))),
    st.sampled_from(("en", "de")),
    st.integers(1, 2),
)
State = tuple[dict[str, str], str, datetime, str, int]


def lay_out(content: Path, state: State) -> None:
    """Make the folder what the state says."""
    for path in content.iterdir():
        path.unlink()
    files, curation, _, _, day = state
    for name, text in files.items():
        path = content / name
        lines = [json.dumps({"url": f"https://example.org/{n}", "title": "T", "text": text}) for n in range(2)]
        path.write_text("\n".join(lines) if name.endswith("l") and name != "e.html" else text, encoding="utf-8")
        os.utime(path, (1_700_000_000 + 86_400 * day,) * 2)
    (content / "curation.toml").write_text(curation, encoding="utf-8")


def ingested(content: Path, state: State, cache: Path | None) -> list[bytes]:
    """Give all that a build would make of the folder before the analysis, in bytes."""
    stock: Intake = take_stock(content, Options(lang=state[3]), (), state[2], cache)
    stories.recall(stock)
    told: list[object] = []
    found: list[Story] = []
    for path in stock.paths:
        try:
            one = pipeline.ingest(path, stock)
            found += one.stories
            told += one.skipped
        except UnusableFileError as error:
            told.append(str(error))
    return [msgspec.json.encode(one) for one in (*told, *pipeline.without_furniture(found, stock))]


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "content").mkdir()
        yield Path(place)


@settings(max_examples=30)
@given(st.lists(STATES, min_size=2, max_size=4))
def test_builds_with_a_memory_give_what_builds_without_one_give(states: list[State]) -> None:
    with folder() as place:
        for state in (*states, states[0]):
            lay_out(place / "content", state)
            remembered = ingested(place / "content", state, place / "cache.sqlite")
            assert remembered == ingested(place / "content", state, None)
