"""What cleaning makes of a source whose format says more than its text, and of the lines that the editor chose."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from newsdigest.clean import clean
from newsdigest.corrections import Curation, OutletCorrection, StoryCorrection
from newsdigest.errors import UnusableFileError
from newsdigest.model import Source, Stated, Story
from newsdigest.options import Options
from newsdigest.text import story_id

NOW = datetime(2026, 3, 9, tzinfo=UTC)
FIRST = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
SECOND = (
    "It will open again as a library in two years, the mayor said, and the old basin will hold the books of children."
)
PAGE = Source(
    "pool.html",
    "html",
    "\n".join(("Home", "News", "Council closes the pool", "By Ada Brook", FIRST, "The plan", SECOND, "About us")),
    NOW,
    stated=Stated(
        title="Council closes the pool", authors=("By ADA BROOK",), date="2024-05-03", outlet="The Arlen Post"
    ),
    frame=(1, 2, 3, 8),
    headings=(6,),
)


def cleaned(source: Source, **corrections: object) -> Story:
    return clean(source, Options(), NOW, Curation(**corrections))


def texts(story: Story) -> list[str]:
    return [paragraph.text for paragraph in story.paragraphs]


def test_what_the_page_states_is_taken_with_its_origin() -> None:
    story = cleaned(PAGE)
    assert (story.title, story.byline, story.outlet) == ("Council closes the pool", ("Ada Brook",), "The Arlen Post")
    origins = (story.title_origin, story.byline_origin, story.outlet_origin, story.published_origin)
    assert origins == ("page metadata",) * 4
    assert cleaned(replace(PAGE, stated=replace(PAGE.stated, date_origin="address"))).published_origin == "address"


def test_the_frame_is_in_the_ledger_and_headings_are_headings() -> None:
    story = cleaned(PAGE)
    assert [(p.text, p.kind) for p in story.paragraphs] == [(FIRST, "body"), ("The plan", "heading"), (SECOND, "body")]
    assert [r.text for r in story.removed if r.rule == "page around the article"] == [
        "Home",
        "News",
        "Council closes the pool",
        "About us",
    ]


@pytest.mark.parametrize("line", ["About us", "Council closes the pool", "By Ada Brook"])
def test_the_editor_can_put_any_line_of_a_page_back(line: str) -> None:
    assert line not in texts(cleaned(PAGE))
    story = cleaned(PAGE, stories=(StoryCorrection("pool.html", keep=(line,)),))
    assert line in texts(story)
    assert line not in [removed.text for removed in story.removed]


def test_a_line_dropped_by_the_editor_is_gone_for_good() -> None:
    with pytest.raises(UnusableFileError, match="the corrections drop every line"):
        cleaned(Source("a.txt", "txt", FIRST, NOW), stories=(StoryCorrection("a.txt", drop=("The council voted…",)),))


@pytest.mark.parametrize("name", ["the arlen post", "arlen.example.org", "www.arlen.example.org"])
def test_the_lines_of_a_source_are_found_by_its_name_and_its_host(name: str) -> None:
    page = replace(PAGE, stated=replace(PAGE.stated, url="https://www.arlen.example.org/pool"))
    assert SECOND not in texts(cleaned(page, outlets=(OutletCorrection(name, drop=("It will open…",)),)))


def test_a_source_that_only_the_title_names_is_known_too() -> None:
    text = f"Council closes the pool | The Arlen Post\n\n{FIRST}\n\n{SECOND}"
    story = cleaned(Source("a.txt", "txt", text, NOW), outlets=(OutletCorrection("The Arlen Post", drop=(SECOND,)),))
    assert story.outlet == "The Arlen Post"
    assert texts(story) == [FIRST]


def test_the_source_that_the_editor_states_counts() -> None:
    story = cleaned(
        Source("a.txt", "txt", f"{FIRST}\n\n{SECOND}", NOW),
        stories=(StoryCorrection("a.txt", source="The Arlen Post"),),
        outlets=(OutletCorrection("The Arlen Post", drop=(SECOND,)),),
    )
    assert texts(story) == [FIRST]


def test_paragraphs_of_a_page_are_never_joined_however_alike_their_width() -> None:
    lines = [
        f"{word} stands at the beginning of a paragraph that is as wide as all of the others."
        for word in ("Amber", "Brown", "Coral", "Denim", "Ebony")
    ]
    page = replace(PAGE, text="\n".join(lines), frame=(), headings=())
    assert texts(cleaned(page)) == lines


def test_a_title_in_front_matter_is_the_owners_word() -> None:
    source = Source("a.md", "md", FIRST, NOW, stated=Stated(title="War | What we know", origin="front matter"))
    assert cleaned(source).title == "War | What we know"


def test_of_several_bylines_none_vanishes_as_the_articles_own() -> None:
    text = f"Council closes the pool\n\nBy Ada Brook\n\nBy Bo Lund\n\n{FIRST}\n\n{SECOND}"
    story = cleaned(Source("a.txt", "txt", text, NOW))
    assert story.byline == ()
    assert "byline" not in {removed.rule for removed in story.removed}


@pytest.mark.parametrize("kind", ["html", "md", "pdf"])
def test_an_entity_that_a_page_shows_to_its_readers_stays(kind: str) -> None:
    line = "A space that never breaks is written as &nbsp; in a page."
    assert texts(cleaned(replace(PAGE, format=kind, text=f"{FIRST}\n{line}", frame=())))[-1] == line


@pytest.mark.parametrize("kind", ["rss", "txt"])
def test_an_entity_that_was_left_over_from_a_page_is_resolved(kind: str) -> None:
    text = f"{FIRST}\nThe mayor&nbsp;said nothing."
    assert texts(cleaned(replace(PAGE, format=kind, text=text, frame=())))[-1] == "The mayor said nothing."


@pytest.mark.parametrize("rest", ["Home\nNews", "Accept all\nReject all"])
def test_a_page_of_which_only_a_notice_and_buttons_were_saved_is_titled_by_the_notice(rest: str) -> None:
    notice = "We use cookies to improve your experience of our site. By clicking Accept all you agree to their storage."
    title = cleaned(replace(PAGE, format="txt", text=f"{notice}\n{rest}", stated=Stated(), frame=())).title
    assert title in notice
    assert len(title) > 40


def test_the_address_is_shown_without_tracking_and_the_identity_is_that_of_the_address_stated() -> None:
    url = "https://example.org/pool?utm_source=mail"
    story = cleaned(replace(PAGE, stated=Stated(url=url)))
    assert (story.url, story.id_key, story.id) == ("https://example.org/pool", url, story_id(url))


def test_a_first_line_that_is_too_long_for_a_title_stays_in_the_text() -> None:
    line = "The council closes the pool, and nobody who was asked on the square on Monday morning knows why " * 3
    story = cleaned(replace(PAGE, format="txt", text=f"{line.strip()}\n\n{FIRST}\n{SECOND}", stated=Stated(), frame=()))
    assert texts(story) == [line.strip(), FIRST, SECOND]
    assert story.title.startswith("The council closes the pool")
    assert story.title.endswith("…")


def test_what_stands_above_the_headline_is_the_page_s_also_where_the_file_states_it() -> None:
    lines = "POOL NEWS", "Home News Sport", "Council closes the pool", FIRST, "The plan", SECOND
    found = cleaned(replace(PAGE, format="pdf", text="\n".join(lines), frame=(), headings=()))
    assert texts(found) == [FIRST, "The plan", SECOND]
    assert [part.rule for part in found.removed] == ["page around the article"] * 2 + ["repeated title"]


def test_above_a_headline_that_the_article_repeats_at_its_foot_nothing_is_the_page_s() -> None:
    lines = "The story", FIRST, "The plan", SECOND, "Council closes the pool"
    found = cleaned(replace(PAGE, format="pdf", text="\n".join(lines), frame=(), headings=()))
    assert texts(found) == ["The story", FIRST, "The plan", SECOND]
