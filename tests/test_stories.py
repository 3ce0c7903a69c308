"""What became of a file is remembered: it comes out the same warm and cold, and is made anew where anything counts."""

from __future__ import annotations

import ast
import gc
import os
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from newsdigest import pipeline, store, stories
from newsdigest.errors import CacheError, UnusableFileError
from newsdigest.intake import Ingested, Intake, take_stock
from newsdigest.options import Options

from tests.building import ROOT
from tests.hostile import formats, headers, texts

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
FOOT = "Sign up here to get our harbour letter every Friday"
ARTICLE = (
    "Source: The Eastby Courier\n\nFerry returns to the lake\n\nThe ferry of Dunmore sailed on Monday after a winter "
    f"of repairs, its owner said. More than a hundred people came to see it leave the pier.\n\n{FOOT}\n"
)
LIBRARY = ROOT / "plugins" / "newsdigest"
Change = Callable[[Path], object]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    write(folder, "ferry.txt", ARTICLE)
    return folder


def write(folder: Path, name: str, text: str) -> None:
    """Write a file that came to the folder at the same time as all others."""
    (folder / name).write_text(text, encoding="utf-8")
    os.utime(folder / name, (1_700_000_000, 1_700_000_000))


def stock_of(content: Path, now: datetime = NOW, **options: object) -> Intake:
    return take_stock(content, replace(Options(), **options), (), now, content.parent / "cache.sqlite")


def outcome(stock: Intake, furniture: frozenset[str] = frozenset()) -> dict[str, Ingested | str]:
    """Ingest all files as a build does."""
    stories.recall(stock, dict.fromkeys(stock.paths, furniture))
    found: dict[str, Ingested | str] = {}
    for path in stock.paths:
        try:
            found[path] = pipeline.ingest(path, stock, furniture)
        except UnusableFileError as error:
            found[path] = str(error)
    stories.keep(stock)
    return found


def fresh(stock: Intake) -> Intake:
    """Give the same stock without a cache."""
    return replace(stock, cache=None)


def known(stock: Intake, furniture: frozenset[str] = frozenset()) -> set[str]:
    """Tell which files are remembered."""
    stories.recall(stock, dict.fromkeys(stock.paths, furniture))
    paths = {path for path, _ in stock.memory.known}
    stock.memory.known.clear()
    return paths


def test_a_file_is_cleaned_once_and_then_known(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = outcome(stock_of(content))
    assert known(stock_of(content)) == {"ferry.txt"}
    monkeypatch.setattr(stories, "clean", None)
    assert outcome(stock_of(content)) == cold


def curate(text: str) -> Change:
    return lambda content: (content / "curation.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda content: write(content, "ferry.txt", ARTICLE.replace("Monday", "Friday")),
        lambda content: (content / "ferry.txt").rename(content / "boat.txt"),
        lambda content: (content / "ferry.txt").rename(content / "ferry.md"),
        lambda content: os.utime(content / "ferry.txt", (1_600_000_000, 1_600_000_000)),
        curate(f'[article."ferry.txt"]\nkeep = ["{FOOT}"]'),
        curate('[article."ferry.txt"]\ndrop = ["More than…"]'),
        curate('[article."ferry.txt"]\nsource = "The Dunmore Post"'),
        curate('[article."ferry.txt"]\nurl = "https://example.org/ferry"'),
        curate('[source."The Eastby Courier"]\ndrop = ["More than…"]'),
        curate('[source."The Dunmore Post"]\nkeep = ["More than…"]'),
    ],
)
def test_whatever_cleaning_looks_at_makes_it_anew(content: Path, change: Change) -> None:
    outcome(stock_of(content))
    change(content)
    stock = stock_of(content)
    assert known(stock) == set()
    assert outcome(stock) == outcome(fresh(stock))


@pytest.mark.parametrize(
    "change",
    [
        curate('[article."ferry.txt"]\ntitle = "Boat sails"\nauthor = "Ada Harlow"\ndate = 2026-01-02\nid = "x"'),
        curate('[article."mill.txt"]\nkeep = ["x"]'),
        curate('[person."Ada Harlow"]\nhide = true\n[tags]\nban = ["friday"]'),
        lambda content: write(content, "mill.txt", "Another article"),
    ],
)
def test_other_corrections_and_files_do_not_count_for_it_but_are_made(content: Path, change: Change) -> None:
    outcome(stock_of(content))
    change(content)
    stock = stock_of(content)
    assert "ferry.txt" in known(stock)
    assert outcome(stock) == outcome(fresh(stock))


def test_the_neighbours_lines_count_and_both_ways_are_remembered(content: Path) -> None:
    lines = frozenset({"signupheretogetourharbourlettereveryfriday", "other"})
    plain, without = outcome(stock_of(content)), outcome(stock_of(content), lines)
    assert plain != without
    assert known(stock_of(content)) == known(stock_of(content), lines) == {"ferry.txt"}
    assert known(stock_of(content), frozenset({"other"})) == set()
    assert outcome(stock_of(content)) == plain
    assert outcome(stock_of(content), lines) == without


def test_an_address_is_made_of_the_code_too(content: Path) -> None:
    outcome(stock_of(content))
    assert known(replace(stock_of(content), cleaner="other code")) == set()


LOOKED_AT = {"lang": "de", "max_bytes": 10**6, "max_depth": 90, "max_entries": 90, "max_text": 10**6}


@pytest.mark.parametrize("name", [field.name for field in fields(Options)])
def test_options_that_reading_and_cleaning_look_at_count_and_no_others(content: Path, name: str) -> None:
    outcome(stock_of(content))
    other = {"str": "fast", "int": 7, "bool": True}[str(Options.__dataclass_fields__[name].type)]
    changed = stock_of(content, **{name: LOOKED_AT.get(name, other)})
    assert known(changed) == (set() if name in LOOKED_AT else {"ferry.txt"})


def test_reading_and_cleaning_look_at_no_other_options() -> None:
    names = {field.name for field in fields(Options)} | {"fast"}
    files = [*(LIBRARY / "read").glob("*.py"), *(LIBRARY / "clean").glob("*.py"), LIBRARY / "stories.py"]
    seen = {
        node.attr
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute) and node.attr in names
        if "options" in ast.unparse(node.value)
    }
    assert seen == set(LOOKED_AT)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (NOW, NOW + timedelta(days=400)),
        (NOW, NOW + timedelta(hours=13)),
        (NOW, NOW - timedelta(days=2)),
        (NOW + timedelta(days=400), NOW - timedelta(days=400)),
    ],
)
@pytest.mark.parametrize("date", ["2026-03-08", "2026-03-10", "2026-03-10T18:00:00+00:00", "2027-01-01", "9999-12-31"])
def test_a_date_that_lies_ahead_is_judged_on_the_day_of_the_build(
    content: Path, date: str, earlier: datetime, later: datetime
) -> None:
    write(content, "ferry.txt", f"Date: {date}\n{ARTICLE}")
    write(content, f"{date[:10]}-mill.txt", ARTICLE.replace("ferry", "mill"))
    for now in (earlier, later, earlier):
        stock = stock_of(content, now)
        assert outcome(stock) == outcome(fresh(stock))


def test_a_file_without_any_articles_is_looked_at_each_time(content: Path) -> None:
    write(content, "ferry.txt", "  \n")
    assert "white space" in str(outcome(stock_of(content))["ferry.txt"])
    assert known(stock_of(content)) == set()


def test_a_file_that_goes_after_it_was_recalled_is_as_it_was_then(content: Path) -> None:
    cold = outcome(stock_of(content))
    stock = stock_of(content)
    stories.recall(stock)
    (content / "ferry.txt").unlink()
    assert {"ferry.txt": pipeline.ingest("ferry.txt", stock)} == cold


def test_without_a_cache_nothing_is_remembered_or_kept_in_memory(content: Path) -> None:
    stock = fresh(stock_of(content))
    outcome(stock)
    assert stock.memory.known == stock.memory.made == {}
    assert [path.name for path in content.parent.iterdir()] == ["content"]


def test_a_build_that_is_killed_loses_less_than_a_batch(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "BATCH", 3)
    for number in range(7):
        write(content, f"{number}.txt", ARTICLE.replace("Monday", f"day {number}"))
    stock = stock_of(content)
    for path in stock.paths:
        pipeline.ingest(path, stock)
    assert len(known(stock_of(content))) == 6  # of eight


def test_what_became_of_files_long_ago_is_forgotten(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FEW", 3)
    monkeypatch.setattr(store, "VERSIONS", 1)
    for day in ("Friday", "Sunday", "Monday", "Friday", "Tuesday"):
        write(content, "ferry.txt", ARTICLE.replace("Monday", day))
        stock = stock_of(content)
        outcome(stock)
        stories.tidy(stock)
        assert known(stock_of(content)) == {"ferry.txt"}
    write(content, "ferry.txt", ARTICLE.replace("Monday", "Sunday"))
    assert known(stock_of(content)) == set()


def test_a_cache_that_cannot_be_written_is_told(content: Path) -> None:
    stock = replace(stock_of(content), cache=content / "ferry.txt" / "cache.sqlite")
    pipeline.ingest("ferry.txt", stock)
    with pytest.raises(CacheError, match="make room"):
        stories.keep(stock)


def test_every_hostile_file_comes_out_of_the_cache_as_it_went_in(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for case in (*texts.CASES, *headers.CASES, *formats.CASES):
        (tmp_path / "content" / case.name).write_bytes(case.data)
    cold = outcome(stock_of(tmp_path / "content"))
    assert gc.isenabled()
    warm = outcome(stock_of(tmp_path / "content"))
    assert len(known(stock_of(tmp_path / "content"))) > 50
    assert {path: repr(one) for path, one in warm.items()} == {path: repr(one) for path, one in cold.items()}
