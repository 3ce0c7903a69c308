"""Each article is shown once, in its richest form, and nobody's address changes when another file comes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.link.copies import without_copies
from newsdigest.model import Paragraph, Story
from newsdigest.text import story_id

from tests.sample import edition

STORIES = edition().stories
SENTENCES = (
    "The pool of Arlen opened on Monday after two years of repairs.",
    "The mayor cut a ribbon that was made of old swimming costumes.",
    "A choir sang while four hundred people waited in the rain.",
    "Tickets cost four coins, and children under five swim for free.",
    "The roof will be mended in the spring, the council said.",
)
OTHER = ("A fox was seen at the old mill again.", "Nobody could say where it sleeps in winter.")


def story(path: str, *sentences: str, days: int = 0, key: str = "", **given: object) -> Story:
    """Make a story that was saved so many days after the first."""
    key = key or path.rpartition(".")[0]
    made = replace(
        STORIES[0],
        path=path,
        id=story_id(key),
        id_key=key,
        paragraphs=tuple(Paragraph(text) for text in sentences or SENTENCES),
        saved=STORIES[0].saved + timedelta(days=days),
        byline=(),
        outlet=None,
        url=None,
        published=None,
    )
    return replace(made, **given)  # type: ignore[arg-type]


def outcome(*stories: Story) -> tuple[list[str], dict[str, str]]:
    """Give the paths of the articles, and the reason for each file that is left out."""
    kept, skipped = without_copies(stories)
    return [one.path for one in kept], {one.path: one.reason for one in skipped}


def test_different_articles_in_files_named_alike_are_both_shown() -> None:
    kept, skipped = without_copies([story("a/pool.txt"), story("a/pool.html", *OTHER)])
    assert [one.path for one in kept] == ["a/pool.html", "a/pool.txt"]
    assert skipped == ()
    assert len({one.id for one in kept}) == 2
    assert all(story_id(one.id_key) == one.id for one in kept)


@pytest.mark.parametrize("first", ["pool.txt", "pool.html"])
def test_the_one_saved_first_keeps_the_identity_of_a_lone_file(first: str) -> None:
    [alone], _ = without_copies([story(first)])
    second = "pool.html" if first == "pool.txt" else "pool.txt"
    kept, _ = without_copies([story(second, *OTHER, days=1), story(first)])
    found = {one.path: one.id for one in kept}
    assert found == {first: alone.id, second: story_id(second)}


def test_the_name_decides_where_both_were_saved_in_one_second() -> None:
    kept, _ = without_copies([story("pool.txt"), story("pool.html", *OTHER)])
    assert {one.path: one.id for one in kept} == {"pool.html": story_id("pool"), "pool.txt": story_id("pool.txt")}


def test_nearly_the_same_text_in_files_named_alike_is_one_article_and_the_richer_is_kept() -> None:
    poor = story("pool.html", *SENTENCES[:4])
    paths, reasons = outcome(poor, story("pool.txt"))
    assert paths == ["pool.txt"]
    assert reasons == {"pool.html": "nearly the same text as pool.txt, which holds more; delete one of them"}


def test_facts_that_are_stated_count_for_more_than_a_line_of_text() -> None:
    rich = story("pool.html", *SENTENCES[:4], byline=("Ada Quill",), outlet="The Arlen Post")
    assert outcome(story("pool.txt"), rich)[0] == ["pool.html"]


def test_what_the_owner_has_corrected_is_kept() -> None:
    corrected = story("pool.txt", *SENTENCES[:4], title_origin="correction")
    assert outcome(corrected, story("pool.html", outlet="The Arlen Post"))[0] == ["pool.txt"]


def test_the_article_that_is_kept_has_the_identity_of_the_one_saved_first() -> None:
    url = "https://example.org/pool"
    rich = story("pool.html", *SENTENCES, "It is warm.", days=2, key=url, url=url, outlet="The Arlen Post")
    [kept], _ = without_copies([rich, story("pool.txt")])
    assert (kept.path, kept.id, kept.id_key, kept.url) == ("pool.html", story_id("pool"), "pool", url)


def test_nearly_the_same_text_under_other_names_is_left_to_the_reader() -> None:
    assert outcome(story("pool.txt"), story("bath.txt", *SENTENCES[:4])) == (["bath.txt", "pool.txt"], {})


def test_one_text_is_one_article_whatever_the_files_are_called() -> None:
    paths, reasons = outcome(story("pool.txt"), story("bath.txt"))
    assert paths == ["bath.txt"]
    assert reasons == {"pool.txt": "the same text as bath.txt; delete one of them"}


@pytest.mark.parametrize(
    ("one", "other", "articles"),
    [
        ({}, {}, 1),
        ({"outlet": "The Arlen Post"}, {}, 1),
        ({"outlet": "The Arlen Post"}, {"outlet": "Arlen post"}, 1),
        ({"outlet": "The Arlen Post"}, {"outlet": "Mill Valley Courier"}, 2),
        ({"url": "https://post.example/pool"}, {}, 1),
        ({"url": "https://post.example/pool"}, {"url": "http://www.post.example/pool/?from=mail#top"}, 1),
        ({"url": "https://post.example/pool"}, {"url": "https://courier.example/pool"}, 2),
        ({"url": "https://post.example/pool"}, {"outlet": "Mill Valley Courier"}, 1),
    ],
)
def test_one_text_in_two_outlets_or_at_two_addresses_is_two_articles(
    one: dict[str, str], other: dict[str, str], articles: int
) -> None:
    kept, skipped = without_copies([story("pool.txt", **one), story("bath.txt", **other)])
    assert (len(kept), len(skipped)) == (articles, 2 - articles)
    assert len({found.id for found in kept}) == articles


def test_a_copy_that_states_no_outlet_goes_with_the_one_saved_first() -> None:
    files = [story("a.txt", days=2, outlet="B"), story("b.txt", days=1, outlet="A"), story("c.txt", days=3)]
    assert outcome(*files) == (["a.txt", "b.txt"], {"c.txt": "the same text as b.txt; delete one of them"})


def test_a_paper_that_comes_later_with_the_same_text_changes_no_identity() -> None:
    bare, post = story("a.txt"), story("b.txt", days=1, outlet="Post")
    [before], _ = without_copies([bare, post])
    courier = story("c.txt", days=2, outlet="Courier", byline=("Ada Quill",), published=STORIES[0].published)
    after = {one.path: one.id for one in without_copies([bare, post, courier])[0]}
    assert after == {"b.txt": before.id, "c.txt": story_id("c")}


def test_one_address_is_one_article_and_the_richer_is_kept() -> None:
    url = "https://example.org/pool"
    teaser = story("a.txt", *SENTENCES[:1], key=url, url=url)
    paths, reasons = outcome(teaser, story("b.txt", key=url, url=url))
    assert paths == ["b.txt"]
    assert reasons == {"a.txt": "the same address (URL or Id) as b.txt, which holds more; delete one of them"}


def test_one_id_given_twice_is_one_article() -> None:
    first, second = story("a.txt", id=story_id("x"), id_key=""), story("b.txt", *OTHER, id=story_id("x"), id_key="")
    assert outcome(first, second)[0] == ["a.txt"]


def test_articles_of_one_file_are_not_files_named_alike() -> None:
    entries = [story(f"today.xml#{number:012x}", *SENTENCES[number:], key=f"key {number}") for number in range(3)]
    assert len(without_copies([*entries, story("today.txt", *OTHER)])[0]) == 4


def test_the_name_of_another_file_takes_no_identity_away() -> None:
    same = [story("pool.txt"), story("pool.html", *OTHER), story("pool.html.txt", "Who knows?", "Not the fox.")]
    kept, _ = without_copies(same)
    assert len({one.id for one in kept}) == 3


FILES = st.tuples(
    st.sampled_from(["a.txt", "a.html", "a.md", "b.txt", "b.html", "c/a.txt", "a.html.txt"]),
    st.sets(st.sampled_from([*SENTENCES, *OTHER]), min_size=1).map(sorted),
    st.integers(0, 2),
    st.sampled_from(["", "https://example.org/1", "https://example.org/2"]),
    st.sampled_from([None, "The Arlen Post", "Mill Valley Courier"]),
)
File = tuple[str, list[str], int, str, str | None]


@given(st.lists(FILES, max_size=7, unique_by=lambda one: one[0]), st.randoms(use_true_random=False))
def test_every_file_is_shown_or_named_and_their_order_does_not_matter(files: list[File], chance: random.Random) -> None:
    stories = [
        story(path, *texts, days=days, key=url, url=url or None, outlet=outlet)
        for path, texts, days, url, outlet in files
    ]
    kept, skipped = without_copies(stories)
    assert sorted(one.path for one in (*kept, *skipped)) == sorted(one.path for one in stories)
    assert len({one.id for one in kept}) == len(kept) == len({(one.text, one.outlet, one.url) for one in kept})
    assert len({one.url for one in kept if one.url}) == len([one for one in kept if one.url])
    chance.shuffle(stories)
    assert without_copies(stories) == (kept, skipped)


@given(st.lists(FILES, max_size=7, unique_by=lambda one: one[0]))
def test_what_is_saved_later_changes_no_identity(files: list[File]) -> None:
    stories = [
        story(path, *texts, days=day, key=url, url=url or None, outlet=outlet)
        for day, (path, texts, _, url, outlet) in enumerate(files)
    ]
    before = {one.id for one in without_copies(stories[:-1])[0]}
    assert before <= {one.id for one in without_copies(stories)[0]}
