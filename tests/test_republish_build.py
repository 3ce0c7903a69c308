"""From files to pages, feeds, data and the index of the search: what may not be republished is in none of them."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from newsdigest.text import WITHHELD

from tests.building import Built, build
from tests.leaks import files, leaks, runs, text_of

PIER = (
    "The old pier of Northhaven will light eleven thousand homes by the winter of next year, the council said.",
    "“For three years we saw nothing but scrap, and it was a turbine hall all along,” said Ada Quill, the chief "
    "executive of Lumen Works, in a crowded meeting behind the market hall.",
    "Fishing boats are to keep the northern berth while a path for walkers stays open above the turbines all year.",
    "Nobody had asked the harbour what it does at night, wrote a marine biologist to the paper that same evening.",
    "Trials have cost nine million so far, and half of that went into cables which the storm of last March tore away.",
    "The vote was nine to four, with two members of the council absent and one asleep in the third row from the back.",
)
RAYS = (
    "A survey of the northern channel has counted two hundred young rays in a week of the coldest March on record.",
    "Inés Okoye, a marine biologist, published the figures on Sunday and called for quiet nights in the whole harbour.",
    "Boats that pass the channel after dusk would have to switch off their sounders, which few of them do at present.",
    "Fishermen from both sides of the bay have promised to read the figures with care before the next spring tide.",
)
CREDIT = "Photo: the old pier of Northhaven at low tide, seen from the lighthouse on a calm evening in May (Sam Rowe)"
TITLES = ("Old pier to become a power station", "Two hundred young rays counted")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, one of them with a line that cleaning takes out."""
    folder = tmp_path_factory.mktemp("content")
    blocks = [TITLES[0], "By Rosa Lind", "9 March 2026", PIER[0], CREDIT, *PIER[1:]]
    (folder / "pier.txt").write_text("\n\n".join(blocks), encoding="utf-8")
    (folder / "rays.txt").write_text("\n\n".join([TITLES[1], *RAYS]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def sites(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The site with each setting; the articles are analysed once."""
    place = tmp_path_factory.mktemp("sites")

    def made(setting: str) -> Built:
        return build(content, place / setting, cache=place / "cache", DIGEST_FULL_TEXT=setting, DIGEST_JOBS="1")

    return {setting: made(setting) for setting in ("full", "excerpt", "none")}


def found(built: Built, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return leaks(built.output, chain.from_iterable(runs(text) for text in texts))


def test_a_site_that_shows_all_holds_it_in_pages_feeds_and_the_index_of_the_search(sites: dict[str, Built]) -> None:
    folders = {path.split("/")[0] for path, _ in found(sites["full"], (*PIER, *RAYS))}
    assert {"articles", "feeds", "pagefind", "people"} <= folders
    assert found(sites["full"], (CREDIT,))


def test_a_site_without_text_holds_no_eight_words_of_it(sites: dict[str, Built]) -> None:
    assert sites["none"].status == 0
    assert found(sites["none"], (*PIER, *RAYS, CREDIT)) == []


def test_an_excerpt_holds_whole_sentences_and_of_each_article_a_third_at_most(sites: dict[str, Built]) -> None:
    everywhere = {run for _, run in found(sites["excerpt"], (*PIER, *RAYS))}
    for article in (PIER, RAYS):
        held = [text for text in article if {" ".join(run) for run in runs(text)} & everywhere]
        assert all({" ".join(run) for run in runs(text)} <= everywhere for text in held)
        assert 0 < sum(len(text.split()) for text in held) <= sum(len(text.split()) for text in article) / 3
    assert found(sites["excerpt"], (CREDIT,)) == []


@pytest.mark.parametrize("setting", ["excerpt", "none"])
def test_names_and_titles_stay_and_nothing_stands_for_what_is_withheld(sites: dict[str, Built], setting: str) -> None:
    output = sites[setting].output
    assert (output / "people/ada-quill.html").is_file()
    assert all(title in text_of(output / "index.html") for title in TITLES)
    assert [path.name for path in files(output) if WITHHELD in text_of(path)] == []


def test_a_setting_that_is_not_known_stops_the_build_and_says_what_is(content: Path, tmp_path: Path) -> None:
    built = build(content, tmp_path, DIGEST_FULL_TEXT="some")
    assert built.status != 0
    assert "DIGEST_FULL_TEXT is 'some'; expected 'full', 'excerpt' or 'none'" in built.log
