"""Same input, same bytes: whatever the hash seed, time zone, locale, cache and number of processes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.building import ROOT, Built, build, digests

pytestmark = pytest.mark.model
PLACES = ("Arlen", "Borden", "Calder", "Dunmore", "Eastby", "Farrow", "Gorse")
FIRST = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn")
LAST = ("Harlow", "Imrie", "Jessop", "Kellaway", "Lorne", "Maddox", "Norden")


def little_article(number: int) -> str:
    """Give a short article, different from all others, with people who recur in some of them."""
    name = f"{FIRST[number % 6]} {LAST[number % 7]}"
    place = PLACES[number % 7]
    return (
        f"{place} council weighs plan {number} for the river bridge\n\n"
        f"The council of {place} will vote on plan {number} for a new bridge, Mayor {name} said on Monday. "
        f"“We have waited {number + 2} years for this crossing,” {name} told reporters in {place}.\n\n"
        f"The plan would cost {number + 10} million crowns, according to the regional transport office. "
        f"{LAST[number % 7]} said the work could begin in spring. Residents of {place} asked for a ferry instead.\n"
    )


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles") / "content"
    folder.mkdir()
    for number in range(44):  # enough to start processes
        (folder / f"{number:03}.txt").write_text(little_article(number), encoding="utf-8")
    for path in (ROOT / "content").glob("*.txt"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def first(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("first")
    built = build(content, place, extra="DIGEST_JOBS = 1", PYTHONHASHSEED="0", TZ="UTC")
    assert built.status == 0, built.log
    return built


def test_a_cold_build_by_two_processes_elsewhere_is_the_same_to_the_byte(
    content: Path, first: Built, tmp_path: Path
) -> None:
    env = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    second = build(content, tmp_path / "a b", extra="DIGEST_JOBS = 2", **env)
    assert second.status == 0, second.log
    assert digests(second.output) == digests(first.output)


def test_a_build_from_the_cache_is_the_same_and_loads_no_model(content: Path, first: Built, tmp_path: Path) -> None:
    extra = "import sys\nsys.modules['spacy'] = None  # importing it would fail"
    cache = first.output.parent / "cache"
    env = {"PYTHONHASHSEED": "5", "TZ": "America/New_York", "LC_ALL": "nonsense", "PYTHONOPTIMIZE": "2"}
    warm = build(content, tmp_path / "ü 'q\"$x;\n%20#?", cache=cache, extra=extra, **env)
    assert warm.status == 0, warm.log
    assert digests(warm.output) == digests(first.output)


def test_two_identical_builds_hold_something(first: Built) -> None:
    files = digests(first.output)
    assert sum(name.startswith("articles/") for name in files) == 44 + len(list((ROOT / "content").glob("*.txt")))
    assert any(name.startswith("people/") for name in files)
    assert "feeds/all.xml" in files
