"""From a file as read to the article in it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean import clean
from newsdigest.clean.blocks import lines_of
from newsdigest.errors import UnusableFileError
from newsdigest.model import Source, Story
from newsdigest.options import Options
from newsdigest.text import story_id

SAVED = datetime(2024, 6, 1, tzinfo=UTC)
NOW = datetime(2024, 6, 2, tzinfo=UTC)
PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
OTHER = (
    "In its place a library is planned, with room for ninety thousand books and a theatre in the former boiler house."
)
NOTES = ("a note on reading",)


def story(text: str, path: str = "north/pool.txt") -> Story:
    return clean(Source(path, "txt", text, SAVED, NOTES), Options(), NOW)


def removed(found: Story) -> dict[str, str]:
    return {part.text: part.rule for part in found.removed}


def test_an_article_in_another_language_is_told_and_called_so() -> None:
    german = (
        "Der Stadtrat hat am Dienstag mitgeteilt, dass die neue Mauer des Hafens nicht vor dem Winter fertig wird. "
    )
    found = story(f"Die Mauer\n\n{german * 4}")
    assert found.lang == "de"
    assert "its language is “de”: names, roles and quotations are found in English only" in found.notes
    assert not any("language" in note for note in story(PROSE * 4).notes)


def test_a_plain_article_has_title_paragraphs_and_nothing_removed_but_the_title() -> None:
    found = story(f"Pool to close\n\n{PROSE}\n\nWhat comes next\n\n{OTHER}\n")
    assert (found.title, found.title_origin) == ("Pool to close", "text")
    assert [(p.text, p.kind) for p in found.paragraphs] == [
        (PROSE, "body"),
        ("What comes next", "heading"),
        (OTHER, "body"),
    ]
    assert removed(found) == {"Pool to close": "title"}
    assert (found.line_count, found.lang, found.path) == (4, "en", "north/pool.txt")
    assert found.notes[0] == "a note on reading"


def test_what_is_not_stated_is_not_there() -> None:
    found = story(f"{PROSE}\n{OTHER}")
    assert (found.byline, found.outlet, found.url, found.published) == ((), None, None, None)
    assert (found.published_origin, found.date) == ("saved", SAVED)
    assert found.title_origin == "derived from the lead"
    assert found.title in PROSE


def test_a_title_is_derived_from_a_paragraph_not_from_a_short_line_above_it() -> None:
    assert story(f"Local.\nOn Tuesday.\n{PROSE}\n{OTHER}").title in PROSE


def test_everything_stated_is_read() -> None:
    found = story(
        f"Title: Pool to close\nAuthor: Ada Brook\nDate: 3 May 2024\nSource: Northern Times\n\n{PROSE}\n{OTHER}"
    )
    assert (found.title, found.title_origin) == ("Pool to close", "header")
    assert (found.byline, found.outlet) == (("Ada Brook",), "Northern Times")
    assert (found.published, found.published_origin) == (datetime(2024, 5, 3, tzinfo=UTC), "header")
    assert found.date == found.published
    assert set(removed(found).values()) == {"title", "byline", "date", "source"}


def test_an_author_box_gives_the_byline_unless_one_is_stated() -> None:
    box = "Bo Lund\nReporter\nBo Lund is a reporter who covers pools and lakes."
    assert story(f"{PROSE}\n{OTHER}\n{box}").byline == ("Bo Lund",)
    assert story(f"By Ada Brook\n{PROSE}\n{OTHER}\n{box}").byline == ("Ada Brook",)


def test_a_list_of_others_gives_neither_byline_nor_date() -> None:
    others = "By Ada Brook/May 3, 2024\nBy Bo Lund/May 3, 2024\nBy Cy Marsh/May 3, 2024"
    found = story(f"{PROSE}\n{OTHER}\n{others}")
    assert (found.byline, found.published) == ((), None)
    assert set(removed(found).values()) == {"byline of another article"}


def test_the_title_is_not_repeated_in_the_body() -> None:
    found = story(f"Pool to close | Northern Times\n{PROSE}\nPOOL TO CLOSE\n{OTHER}")
    assert (found.title, found.outlet) == ("Pool to close", "Northern Times")
    assert removed(found)["POOL TO CLOSE"] == "repeated title"


def test_removed_lines_carry_their_numbers() -> None:
    found = story(f"\nPool to close\n\n{PROSE}\n{OTHER}\nLeave a reply\nNo!\n")
    assert [(r.lines, r.rule) for r in found.removed] == [
        ((2, 2), "title"),
        ((6, 6), "comment thread"),
        ((7, 7), "comment thread"),
    ]


def test_the_identity_is_of_the_address_else_of_the_path_without_its_suffix() -> None:
    assert story(PROSE).id == story_id("north/pool") == story_id(story(PROSE).id_key)
    addressed = story(f"URL: https://example.org/pool\n{PROSE}")
    assert addressed.id == story_id("https://example.org/pool") == story_id(addressed.id_key)


def test_a_stated_identity_is_taken_as_it_is_when_it_is_a_uuid() -> None:
    key = "6D0F7E3C-4F43-5C7E-9D5B-0F3D2F6A1C58"
    assert story(f"Id: {key}\n{PROSE}").id == str(UUID(key))
    assert story(f"Id: pool\n{PROSE}").id == story_id("pool")
    assert {story(f"Id: {given}\n{PROSE}").id_key for given in (key, "pool")} == {""}


def test_a_date_in_the_future_is_not_used_and_noted() -> None:
    found = story(f"Date: 2030-01-01\n{PROSE}\n{OTHER}")
    assert (found.published, found.published_origin) == (None, "saved")
    assert any("2030-01-01" in note for note in found.notes)


def test_tomorrow_is_not_the_future_in_every_time_zone() -> None:
    assert story(f"Date: 2024-06-03\n{PROSE}").published == datetime(2024, 6, 3, tzinfo=UTC)


def test_little_or_mostly_removed_text_is_noted() -> None:
    thread = "Leave a reply\n" + f"{OTHER} No, no.\n" * 8
    notes = " ".join(story(f"{PROSE} {OTHER}\n{OTHER} {PROSE}\n{thread}").notes)
    assert "more than half was removed" in notes
    assert "only 19 words are left" in " ".join(story(PROSE).notes)
    assert "only 1 word is left after cleaning" in story("Quay").notes
    assert (
        story("港务局周五表示，东港码头经过十一周维修后将于周一重新开放，学生可以免费乘坐渡轮。\n" * 6).notes == NOTES
    )


@pytest.mark.parametrize("text", ["Subscribe", "Share\nLog in", "Photo: Ada Brook", "Leave a reply", "By Ada Brook"])
def test_rules_that_would_leave_nothing_leave_it_all(text: str) -> None:
    assert story(text).text.split() == text.split()


@pytest.mark.parametrize("text", ["", " \n ", "***\n---", "🎉🎉", "…"])
def test_a_file_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(UnusableFileError, match="no word"):
        story(text)


LINES = st.sampled_from(
    [
        PROSE,
        OTHER,
        PROSE,
        "",
        "Pool to close",
        "By Ada Brook",
        "May 3, 2024",
        "Title: Pool",
        "Date: 2024-05-03",
        "Photo: Bo Lund",
        "Leave a reply",
        "Bo Lund",
        "Bo Lund is a writer of note.",
        "Subscribe",
        "* * *",
        "\u200b",
        "Home",
        "https://example.org/x",
        "He said:",
    ]
)


@given(st.lists(LINES | st.text("ab C.\t\u00ad", max_size=90), max_size=60))
def test_nothing_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        found = story(text)
    except UnusableFileError:
        return
    numbers = {n for r in found.removed for n in range(r.lines[0], r.lines[1] + 1)}
    kept = [line.text for line in lines_of(text) if line.first not in numbers]
    assert " ".join(kept).split() == found.text.split()
    assert found.line_count == len(lines_of(text))
    assert found.paragraphs
    assert found.title


def test_what_the_header_states_in_vain_is_noted_and_its_lines_are_kept_as_taken() -> None:
    found = story(f"Title: Pool to close\nAuthor: 2024\nDate: 2999-01-01\n\n{PROSE}\n\n{OTHER}")
    assert (found.byline, found.published, found.published_origin) == ((), None, "saved")
    assert [note.split(",")[0] for note in found.notes[1:3]] == ["the author stated", "the date stated"]
    assert removed(found)["Author: 2024"] == "byline"
    assert removed(found)["Date: 2999-01-01"] == "date"


def test_a_moment_keeps_the_offset_that_the_header_states() -> None:
    found = story(f"Title: Pool to close\nDate: 2024-05-03T23:30:00-05:00\n\n{PROSE}\n\n{OTHER}")
    assert str(found.published) == "2024-05-03 23:30:00-05:00"


def test_a_day_after_tomorrow_is_noted_and_not_used() -> None:
    found = story(f"Title: Pool to close\nDate: 2024-12-24\n\n{PROSE}\n\n{OTHER}")
    assert found.published is None
    assert "is in the future" in found.notes[1]


def test_the_short_lines_above_a_headline_found_further_down_are_the_page_s() -> None:
    found = story(f"Northern Quill\nA view from the hills\nProfile\nSwimming hall to close\n{PROSE}\n{OTHER}")
    assert found.title == "Swimming hall to close"
    assert [p.text for p in found.paragraphs] == [PROSE, OTHER]
    assert {text for text, rule in removed(found).items() if rule == "page around the article"} == {
        "Northern Quill",
        "A view from the hills",
        "Profile",
    }


def test_a_box_among_the_comments_names_no_author() -> None:
    found = story(f"Pool to close\n\n{PROSE}\n{OTHER}\nLeave a comment\nAda Brook\nContributor\nI swam there.")
    assert found.byline == ()


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2020-01-02-pool.txt", "2020-01-02"),
        ("deep/pool 2020-01-02.txt", "2020-01-02"),
        ("2020-01-02/pool.txt", None),
        ("2026-99-99 pool.txt", None),
        ("12020-01-02.txt", None),
        ("2999-01-01.txt", None),
    ],
)
def test_the_name_of_a_file_may_hold_the_date(path: str, day: str | None) -> None:
    made = story("The pool opens again\n\nThe pool of Northby opens again after a winter of repairs.", path)
    assert (made.published and made.published.date().isoformat()) == day
    assert made.published_origin == ("file name" if day else "saved")


def test_a_date_in_the_text_goes_before_one_in_the_name_of_the_file() -> None:
    made = story("Date: 2019-12-31\n\nThe pool of Northby opens again after a winter of repairs.", "2020-01-02.txt")
    assert made.published.date().isoformat() == "2019-12-31"
    assert made.published_origin == "header"
