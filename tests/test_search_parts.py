"""The index of the search in parts: the bytes of one made anew, the findings of one that is whole, little to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import digest_search
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsdigest import indexer
from newsdigest.views.search import Passage, Record
from newsdigest.views.search_documents import parts
from newsdigest.views.search_files import Word, read_words

from tests.building import digests
from tests.test_search_build import counting
from tests.views.test_search_files import found

PARTS = 4
WORDS = ("weir", "weirs", "heron", "herons", "café", "cafe", "naïve", "lock", "the old lock", "Ærø", "1912", "水 門")


def article(number: int, text: str) -> Record:
    """An article of that text."""
    shown = (("outlet", "The Reed"), ("day", "2 March 2026")) if number % 2 else (("lang", "fr"),)
    path = f"articles/{number}.html"
    return Record("article", path, shown, (("year", "2026"),), title=f"Title {number}", passages=(Passage(text, 1),))


def person(number: int, home: int | None) -> Record:
    """Somebody whom one article names, or several do."""
    shown = (("role", "keeper of the lock"),)
    page = "" if home is None else f"articles/{home}.html"
    return Record(
        "person", f"people/{number}.html", shown, (), home=page, count=1 if page else 9, title=f"Ada {number}"
    )


MADE = (*(article(n, f"{WORDS[n % len(WORDS)]} stands by the lock {n}") for n in range(40)),
        *(person(n, n if n % 3 else None) for n in range(20)))  # fmt: skip


def unpacked(path: Path) -> bytes:
    return indexer.unpacked(path.read_bytes())


def urls(index: Path) -> Mapping[str, str]:
    """What the results of an index are called, by their ids."""
    return {path.stem: json.loads(unpacked(path))["url"] for path in (index / "fragment").iterdir()}


def findings(index: Path) -> Mapping[tuple[str, str], set[tuple[str, bytes]]]:
    """Where every word of an index leads to; ids of fields are numbers of names, so these must be the same too."""
    part = digest_search.read_part(next(index.parent.glob("[0-9]*")))
    whole = digest_search.views.search_part(
        {path.relative_to(index).as_posix(): unpacked(path) for path in index.rglob("*.pf_*")}
    )
    assert whole.fields == part.fields
    names = urls(index)
    words = [word for data in whole.words.values() for word in msgspec.msgpack.decode(data, type=list[Word])]
    assert [word.text for word in words] == sorted({word.text for word in words})
    return {key: {(names[whole.ids[page]], row) for page, row in rows} for key, rows in found(words).items()}


def test_what_is_found_in_parts_is_what_is_found_in_one(tmp_path: Path) -> None:
    # One record tells all that can be told, wherever it is, so that fields have the same numbers.
    told = tuple((name, f"some {name}") for name in digest_search.views.SEARCH_FIELDS if name != "title")
    records = (*MADE, replace(MADE[0], path="articles/all.html", shown=told))
    one, several = (digest_search.current_index(records, "en", tmp_path / str(n), n) for n in (1, PARTS))
    assert findings(one) == findings(several)
    assert sorted(urls(one).values()) == sorted(urls(several).values())
    assert len(list(tmp_path.glob(f"{PARTS}/[0-9]*"))) == PARTS


def test_one_index_is_made_of_the_parts_and_told_of_as_a_whole(tmp_path: Path) -> None:
    index = digest_search.current_index(MADE, "en", tmp_path / "search", PARTS)
    (meta,) = index.glob("*.pf_meta")
    entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"] == {"en": {"hash": meta.name.split(".")[1], "wasm": "en", "page_count": len(MADE)}}
    assert set(json.loads((index / "facets.json").read_text(encoding="utf-8"))["rows"]) == set(urls(index))


def test_what_has_no_words_is_left_out_wherever_it_stands(tmp_path: Path) -> None:
    silent = tuple(Record("article", f"articles/0{n}.html", (), (), passages=(Passage("…", 1),)) for n in range(60))
    index = digest_search.current_index((*silent, *MADE), "en", tmp_path / "search", PARTS)
    assert len(urls(index)) == len(MADE)
    rows = json.loads((index / "facets.json").read_text(encoding="utf-8"))["rows"]
    assert set(rows) == set(urls(index))
    assert findings(index)
    nearly = digest_search.current_index((*silent, MADE[0]), "en", tmp_path / "nearly", PARTS)
    assert list(urls(nearly).values()) == ["/article/articles/0.html"]


def test_words_are_divided_into_files_as_pagefind_divides_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdigest.views.search_files.CHUNK", 200)
    index = digest_search.current_index(MADE, "en", tmp_path / "search", PARTS)
    words = [[word.text for word in read_words(unpacked(path))] for path in index.glob("index/*")]
    assert len(words) > 3
    assert all(one == sorted(one) for one in words)


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.integers(0, 39), st.sampled_from(WORDS)),
        st.tuples(st.just("gone"), st.integers(0, 59), st.just("")),
        st.tuples(st.just("new"), st.integers(40, 60), st.sampled_from(WORDS)),
        st.tuples(st.just("count"), st.integers(0, 19), st.just("")),
        st.tuples(st.just("home"), st.integers(0, 19), st.just("")),
    ),
    min_size=1,
    max_size=4,
)


def edited(records: Sequence[Record], edits: Sequence[tuple[str, int, str]]) -> tuple[Record, ...]:
    """Change records as edits say."""
    made = {record.path: record for record in records}
    for what, number, text in edits:
        if what in ("text", "new"):
            made[f"articles/{number}.html"] = article(number, text)
        elif what == "gone":
            made.pop([*made][number % len(made)])
        elif what == "count" and (one := made.get(f"people/{number}.html")):
            made[one.path] = replace(one, count=(one.count or 0) + 1)
        elif what == "home" and (one := made.get(f"people/{number}.html")):
            made[one.path] = replace(one, home="")
    return tuple(made.values())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_an_index_that_is_renewed_has_the_bytes_of_one_made_anew(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[tuple[str, int, str]]]
) -> None:
    cache, records = tmp_path_factory.mktemp("search") / "cache", MADE
    digest_search.current_index(records, "en", cache, PARTS)
    for edits in history:
        records = edited(records, edits)
        renewed = digests(digest_search.current_index(records, "en", cache, PARTS))
    anew = tmp_path_factory.mktemp("search") / "cache"
    assert renewed == digests(digest_search.current_index(records, "en", anew, PARTS))
    assert sorted(path.name for path in cache.iterdir()) == sorted(path.name for path in anew.iterdir())


def test_only_parts_in_which_something_has_changed_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs, cache, records = counting(monkeypatch), tmp_path / "search", MADE
    digest_search.current_index(records, "en", cache, PARTS)
    assert len(runs) == PARTS
    for edits, expected in (
        ([("text", 3, "a pier")], 1),
        ([("count", 3, "")], 0),
        ([], 0),
        ([("gone", 7, ""), ("gone", 7, "")], len(parts(MADE[7:9], PARTS))),
    ):
        runs.clear()
        records = edited(records, edits)
        digest_search.current_index(records, "en", cache, PARTS)
        assert len(runs) == expected, edits


def test_another_number_of_parts_or_another_language_leaves_nothing_of_the_former_ones(tmp_path: Path) -> None:
    cache = tmp_path / "search"
    for number, lang in ((PARTS, "en"), (1, "en"), (7, "en"), (7, "ja"), (7, "de")):
        renewed = digests(digest_search.current_index(MADE, lang, cache, number))
        anew = digests(digest_search.current_index(MADE, lang, tmp_path / f"{number}{lang}", number))
        assert renewed == anew


@pytest.mark.parametrize(
    "lost", ["0-*", "index/fragment", "index/index", "index/pagefind-entry.json", "index", "whole"]
)
def test_a_cache_of_which_something_is_lost_is_made_anew(tmp_path: Path, lost: str) -> None:
    cache = tmp_path / "search"
    digest_search.current_index(MADE, "en", cache, PARTS)
    for path in cache.glob(lost):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    changed = edited(MADE, [("text", number, "a pier") for number in range(12)])
    anew = digests(digest_search.current_index(changed, "en", tmp_path / "anew", PARTS))
    assert digests(digest_search.current_index(changed, "en", cache, PARTS)) == anew


@pytest.mark.parametrize("text", [b"", b"\x00", b"\x93\x01\x02\x03", b"not at all a part"])
def test_a_part_that_is_damaged_is_made_anew(tmp_path: Path, text: bytes) -> None:
    cache = tmp_path / "search"
    whole = digests(digest_search.current_index(MADE, "en", cache, PARTS))
    next(cache.glob("2-*")).write_bytes(text)
    assert digests(digest_search.current_index(MADE, "en", cache, PARTS)) == whole


def test_files_that_a_site_has_links_to_are_not_written_to(tmp_path: Path) -> None:
    index = digest_search.current_index(MADE, "en", tmp_path / "search", PARTS)
    shutil.copytree(index, tmp_path / "site", copy_function=digest_search.link_or_copy)
    before = digests(tmp_path / "site")
    digest_search.current_index(
        edited(MADE, [("text", 3, "a pier"), ("gone", 9, "")]), "de", tmp_path / "search", PARTS
    )
    assert digests(tmp_path / "site") == before
