"""The index of the search: made from all documents, the same each time, and never at the cost of the site."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import digest_search
import pytest
from newsdigest import indexer
from newsdigest.model import Edition
from newsdigest.views.search import Record

from tests.building import digests
from tests.sample import STORIES, edition, empty
from tests.site.conftest import SITEURL
from tests.site.harness import build

RECORDS = tuple(
    Record("article", f"articles/{name}.html", shown=(), filters=(("year", "2026"),), title=name, words=(text,))
    for name, text in (("reeds", "Herons nest late."), ("tides", "Das Wasser steigt."), ("weirs", "A lock opens."))
)


def failing(*_: object) -> None:
    raise ValueError("Pagefind: no such language")


def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often Pagefind runs."""
    runs: list[str] = []
    original = indexer.run_pagefind

    def run(documents: Iterable[tuple[str, str]], lang: str) -> tuple[indexer.File, ...]:
        runs.append(lang)
        return original(documents, lang)

    monkeypatch.setattr(indexer, "run_pagefind", run)
    return runs


def built(made: Edition, folder: Path) -> Path:
    """Build a site in a folder that is not there yet."""
    folder.mkdir()
    return build(made, folder, SITEURL)


def entry(index: Path) -> Mapping[str, Mapping[str, object]]:
    """What an index says of its languages."""
    return dict(json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"])


def test_one_index_holds_all_documents_whatever_their_language(tmp_path: Path) -> None:
    index = digest_search.current_index(RECORDS, "en-GB", tmp_path / "search")
    assert [(lang, told["page_count"]) for lang, told in entry(index).items()] == [("en", 3)]


def test_only_what_the_page_needs_is_kept(tmp_path: Path) -> None:
    index = digest_search.current_index(RECORDS, "en", tmp_path / "search")
    kept = {path.name.split(".")[0] if path.suffix == ".pf_meta" else path.name for path in index.iterdir()}
    assert kept == {
        "facets.json",
        "fragment",
        "index",
        "pagefind",
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.en.pagefind",
    }
    names = sorted(path.name for path in (tmp_path / "search").iterdir())
    assert names[1:] == ["index", "whole"]
    assert (tmp_path / "search" / "whole").read_text(encoding="utf-8").split()[1:-1] == names[:1]


def test_a_language_that_pagefind_does_not_know_has_an_index_too(tmp_path: Path) -> None:
    index = digest_search.current_index(RECORDS, "ja", tmp_path / "search")
    assert entry(index)["ja"]["page_count"] == 3
    assert [path.name for path in index.glob("wasm.*")] == ["wasm.unknown.pagefind"]


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    once, again = (digests(digest_search.current_index(RECORDS, "en", tmp_path / name)) for name in ("one", "other"))
    assert once == again


def test_the_order_of_records_changes_nothing_but_the_order_of_the_facets(tmp_path: Path) -> None:
    once = digests(digest_search.current_index(RECORDS, "en", tmp_path / "one"))
    again = digests(digest_search.current_index(RECORDS[::-1], "en", tmp_path / "other"))
    assert {name for name in once if once[name] != again.get(name)} == {"facets.json"}


def test_each_result_has_its_facets(tmp_path: Path) -> None:
    index = digest_search.current_index(RECORDS, "en", tmp_path / "search")
    told = json.loads((index / "facets.json").read_text(encoding="utf-8"))
    assert set(told["rows"]) == {path.stem for path in (index / "fragment").iterdir()}
    assert list(told["rows"].values()) == [["article", "", [], [], [], [0]]] * 3


def test_an_index_is_made_again_only_when_something_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs, cache = counting(monkeypatch), tmp_path / "search"
    for _ in range(2):
        digest_search.current_index(RECORDS, "en", cache)
    assert len(runs) == 1
    digest_search.current_index((replace(RECORDS[0], title="eels"), *RECORDS[1:]), "en", cache)
    digest_search.current_index(RECORDS, "de", cache)
    assert runs == ["en", "en", "de"]


def test_what_results_can_be_narrowed_down_to_needs_no_other_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs, cache = counting(monkeypatch), tmp_path / "search"
    before = digests(digest_search.current_index(RECORDS, "en", cache))
    changed = (replace(RECORDS[0], filters=(("year", "2025"),)), *RECORDS[1:])
    after = digests(digest_search.current_index(changed, "en", cache))
    assert runs == ["en"]
    assert [name for name in after if after[name] != before[name]] == ["facets.json"]


def test_an_index_that_was_lost_or_left_half_made_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "search"
    (cache / "index" / "fragment").mkdir(parents=True)
    (cache / "index" / "fragment" / "old.pf_fragment").write_text("half made")
    whole = digests(digest_search.current_index(RECORDS, "en", cache))
    shutil.rmtree(cache / "index")
    assert digests(digest_search.current_index(RECORDS, "en", cache)) == whole


def test_the_index_lies_beside_the_pages_and_two_builds_agree(tmp_path: Path) -> None:
    sites = [built(edition(), tmp_path / name) for name in ("one", "other")]
    one, other = (digests(site / "pagefind") for site in sites)
    assert one == other
    assert (sites[0] / "search.html").is_file()
    assert sum(name.startswith("fragment/") for name in one) == 14


def test_a_new_article_leaves_what_was_told_of_the_others(tmp_path: Path) -> None:
    made = edition()
    fewer = replace(made, stories=made.stories[:2], analyses=made.analyses[:2], story_tags=made.story_tags[:2],
                    entities=(), tags=(), related=())  # fmt: skip
    more = replace(made, entities=(), tags=(), related=())
    folders = [built(made, tmp_path / name) for name, made in (("fewer", fewer), ("more", more))]
    before, after = ({path.name for path in (site / "pagefind/fragment").iterdir()} for site in folders)
    assert before < after
    assert len(after) == len(STORIES) + 4


def test_a_site_whose_index_fails_is_whole_and_says_why_it_has_no_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(indexer, "run_pagefind", failing)
    site = build(edition(), tmp_path, SITEURL)
    assert (site / "index.html").is_file()
    assert (site / "feeds/all.xml").is_file()
    assert not (site / "pagefind").exists()
    told = capsys.readouterr().err
    assert "the site has no search, as its index could not be made: Pagefind: no such language" in told


def test_a_build_after_one_that_failed_makes_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(indexer, "run_pagefind", failing)
        build(edition(), tmp_path, SITEURL)
    assert (build(edition(), tmp_path, SITEURL) / "pagefind/pagefind.js").is_file()


def test_a_disk_that_cannot_be_written_is_no_reason_to_lose_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file in place of the cache")
    assert (build(edition(), tmp_path, SITEURL) / "index.html").is_file()
    assert "the site has no search" in capsys.readouterr().err


def test_without_articles_there_is_nothing_to_index(tmp_path: Path) -> None:
    site = build(empty(), tmp_path, SITEURL)
    assert not (site / "pagefind").exists()
    assert "There are no articles to search." in (site / "search.html").read_text(encoding="utf-8")


def test_where_files_cannot_have_a_second_place_the_site_has_a_copy_of_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError("another disk")

    monkeypatch.setattr(os, "link", link)
    site = build(edition(), tmp_path, SITEURL)
    assert digests(site / "pagefind") == digests(tmp_path / "cache/search/index")
