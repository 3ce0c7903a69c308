"""What a text states about itself, and nothing that it doesn't."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.metadata import Facts, header, opening, without_tracking

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
DAY = datetime(2024, 5, 3, tzinfo=UTC)


def test_labelled_lines_at_the_top_are_read() -> None:
    facts = header(
        lines_of(
            "Title: Pool to close\nAuthor: Ada Brook and Bo Lund\nDATE: 3 May 2024\nSource: Northern Times\n"
            f"URL: https://example.org/pool\nId: abc\nLanguage: de\n\n{PROSE}"
        )
    )
    assert (facts.title, facts.byline, facts.published) == ("Pool to close", ("Ada Brook", "Bo Lund"), DAY)
    assert (facts.outlet, facts.url, facts.id, facts.lang) == (
        "Northern Times",
        "https://example.org/pool",
        "abc",
        "de",
    )
    assert facts.published_origin == "header"
    assert [rule for _, rule in facts.taken] == ["title", "byline", "date", "source", "url", "id", "language"]


def test_the_first_line_may_be_a_title_without_its_label() -> None:
    facts = header(lines_of(f"Pool to close\nDate: 2024-05-03\n{PROSE}"))
    assert facts.published == DAY
    assert facts.title is None


def test_labels_inside_the_article_are_body() -> None:
    assert header(lines_of(f"{PROSE}\n{PROSE}\nSource: the council")) == Facts()


@pytest.mark.parametrize(
    ("line", "field"),
    [("Date: next week", "published"), ("URL: example", "url"), ("Language: the king's", "lang"), ("Title:", "title")],
)
def test_a_label_with_a_value_that_makes_no_sense_states_nothing_but_its_line_is_kept_as_taken(
    line: str, field: str
) -> None:
    facts = header(lines_of(f"{line}\n{PROSE}"))
    assert getattr(facts, field) is None
    assert len(facts.taken) == 1


def test_a_source_that_is_an_address_is_the_address() -> None:
    assert header(lines_of("Source: https://example.org/a")).url == "https://example.org/a"


def test_lines_above_the_article_give_byline_date_and_address() -> None:
    facts = opening(lines_of(f"Pool to close\nBy Ada Brook\nMay 3, 2024\nhttps://example.org/pool\n{PROSE}"), Facts())
    assert (facts.byline, facts.published, facts.url) == (("Ada Brook",), DAY, "https://example.org/pool")
    assert facts.published_origin == "text"
    assert [rule for _, rule in facts.taken] == ["byline", "date", "url"]


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2024 8:00 am Share Save",
        "Published May 3, 2024 Updated May 4, 2024",
        "Updated May 4, 2024 | Published May 3, 2024",
        "3 May 2024 | 5 min read",
    ],
)
def test_a_date_may_have_buttons_and_the_day_of_a_change_after_it(line: str) -> None:
    facts = opening(lines_of(f"Pool to close\n{line}\n{PROSE}"), Facts())
    assert (facts.published, [rule for _, rule in facts.taken]) == (DAY, ["date"])


@pytest.mark.parametrize("line", ["Ada Brook", "Par Ada Brook et Bo Lund", "VON ADA BROOK", "Bo Lund, Ada Brook"])
def test_a_line_of_nothing_but_the_authors_that_are_known_is_the_byline(line: str) -> None:
    facts = opening(lines_of(f"Pool to close\n{line}\n{PROSE}"), Facts(byline=("Ada Brook", "Bo Lund")))
    assert [rule for _, rule in facts.taken] == ["byline"]


@pytest.mark.parametrize("line", ["Meet Ada Brook", "Cy Marsh", "Ada Brook resigns", "Von"])
def test_other_lines_with_a_known_author_are_no_byline(line: str) -> None:
    assert opening(lines_of(f"Pool to close\n{line}\n{PROSE}"), Facts(byline=("Ada Brook",))).taken == ()


def test_a_date_in_the_byline_counts() -> None:
    facts = opening(lines_of(f"By Ada Brook | May 3, 2024\n{PROSE}"), Facts())
    assert (facts.published, facts.published_origin) == (DAY, "byline")


@pytest.mark.parametrize(
    "top",
    ["Updated: May 3, 2024", "May 3, 2024\nMay 4, 2024", "May 3", "Tuesday", "Last updated May 3, 2024"],
)
def test_an_update_or_two_dates_or_half_a_date_is_no_publication_date(top: str) -> None:
    assert opening(lines_of(f"{top}\n{PROSE}"), Facts()).published is None


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Published 11:30 PM EST, Fri May 3, 2024", "text"),
        ("11:30 PM EST, Fri May 3, 2024", "text"),
        ("Published Fri May 3, 2024", "text"),
        ("May 3, 2024 at 11:30 p.m. EST", "text"),
        ("By Ada Brook, 11:30 PM EST, Fri May 3, 2024", "byline"),
    ],
)
def test_a_dateline_may_begin_with_the_time_or_the_weekday(line: str, origin: str) -> None:
    facts = opening(lines_of(f"Pool to close\n{line}\n{PROSE}"), Facts())
    assert (facts.published, facts.published_origin) == (DAY, origin)


def test_published_wins_over_updated() -> None:
    assert opening(lines_of(f"Published 3 May 2024\nUpdated 4 May 2024\n{PROSE}"), Facts()).published == DAY


@pytest.mark.parametrize("top", ["By Staff", "By Ada Brook\nBy Bo Lund", "By the sea"])
def test_a_doubtful_byline_names_nobody(top: str) -> None:
    assert opening(lines_of(f"{top}\n{PROSE}"), Facts()).byline == ()


@pytest.mark.parametrize(
    "line",
    [
        "Veröffentlicht am 3. Mai 2024",
        "Publicado el 3 de mayo de 2024",
        "Publié le 3 mai 2024",
        "Pubblicato: 3 maggio 2024",
    ],
)
def test_a_date_of_publication_is_told_in_other_languages(line: str) -> None:
    facts = opening(lines_of(f"{line}\nAktualisiert am 4. Mai 2024\n{PROSE}"), Facts())
    assert (facts.published, facts.published_origin) == (DAY, "text")


@pytest.mark.parametrize(
    "line", ["Aktualisiert am 3. Mai 2024", "Mis à jour le 3 mai 2024", "Last updated: May 3, 2024"]
)
def test_the_date_of_a_change_is_none_of_publication(line: str) -> None:
    assert opening(lines_of(f"{line}\n{PROSE}"), Facts()).published is None


def test_a_header_of_very_many_lines_is_read_in_a_moment_and_notes_a_few() -> None:
    facts = header(lines_of("Date: next week\n" * 20_000))
    assert len(facts.taken) == 20_000
    assert len(facts.notes) < 50


def test_what_the_header_states_is_not_overruled() -> None:
    lines = lines_of(f"By Bo Lund\nMay 9, 2024\n{PROSE}")
    facts = opening(lines, Facts(byline=("Ada Brook",), published=DAY, published_origin="header"))
    assert (facts.byline, facts.published, facts.published_origin) == (("Ada Brook",), DAY, "header")


def test_dates_and_bylines_below_the_first_paragraph_are_not_the_articles() -> None:
    assert opening(lines_of(f"{PROSE}\nBy Ada Brook\nMay 3, 2024"), Facts()) == Facts()


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Date: 2999-01-01", "the date stated, “2999-01-01”, could not be read; expected a form such as 2026-03-02"),
        ("Date: 1066-10-14", "the date stated, “1066-10-14”, could not be read; expected a form such as 2026-03-02"),
        ("Date: next week", "the date stated, “next week”, could not be read; expected a form such as 2026-03-02"),
        ("Date: 03/04/2024", "the date stated, “03/04/2024”, could not be read; expected a form such as 2026-03-02"),
        (
            "Author: 2024 / 7",
            "the author stated, “2024 / 7”, could not be read; expected names such as Jane Doe and John Roe",
        ),
        ("Byline: <b>Ada Brook</b>", "the author stated, “<b>Ada Brook</b>”, could not be read; expected names"),
        ("By: Staff", "the author stated, “Staff”, could not be read; expected names such as"),
        ("URL: example", "the address stated, “example”, could not be read; expected a form such as"),
        ("Language: the king's", "the language stated, “the king's”, could not be read; expected a code such as en"),
    ],
)
def test_a_header_line_that_cannot_be_used_gives_a_note_and_no_fact(line: str, note: str) -> None:
    facts = header(lines_of(f"Title: Pool to close\n{line}\n\n{PROSE}"))
    assert len(facts.notes) == 1
    assert facts.notes[0].startswith(note)
    assert (facts.byline, facts.published, facts.url, facts.lang) == ((), None, None, None)


@pytest.mark.parametrize("line", ["Date: 2024-05-03", "Author: Ada Brook", "Title:", "Date:", "Language: pt-BR"])
def test_a_header_line_that_can_be_used_or_is_empty_gives_none(line: str) -> None:
    assert header(lines_of(f"{line}\n\n{PROSE}")).notes == ()


def test_a_note_repeats_the_beginning_of_a_long_value_only() -> None:
    (note,) = header(lines_of(f"Author: {'and so on ' * 50}\n\n{PROSE}")).notes
    assert "and so on…" in note.replace(" …", "…")
    assert len(note) < 250


@pytest.mark.parametrize("label", ["Author", "authors", "Byline"])
@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Madonna", ("Madonna",)),
        ("Reuters-like agency", ("Reuters-like agency",)),
        ("O'Neil; van der Berg", ("O'Neil", "van der Berg")),
        ("Jo Doe (AP)", ("Jo Doe",)),
        ("Jo Doe (AP, north), Bo Lund (staff) and Cy", ("Jo Doe", "Bo Lund", "Cy")),
        ("Ada Brook, Bo Lund, and Ada Brook", ("Ada Brook", "Bo Lund")),
        ("Jo Doe, Jr., Bo Lund", ("Jo Doe Jr.", "Bo Lund")),
        ("the Editors, 7", ("the Editors",)),
        ("山田 太郎", ("山田 太郎",)),
    ],
)
def test_the_authors_that_a_header_states_are_taken_as_they_stand(label: str, value: str, names: tuple[str]) -> None:
    facts = header(lines_of(f"Title: Pool to close\n{label}: {value}\n\n{PROSE}"))
    assert (facts.byline, facts.notes) == (names, ())


def test_the_second_of_two_names_does_not_replace_the_first() -> None:
    assert header(lines_of(f"Author: Ada Brook\nByline: Bo Lund\n\n{PROSE}")).byline == ("Ada Brook",)


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("https://example.org/a?utm_source=mail&utm_medium=x", "https://example.org/a"),
        ("https://example.org/a?id=7&fbclid=Iw0&page=2#top", "https://example.org/a?id=7&page=2#top"),
        ("https://example.org/a?gclid=1#top", "https://example.org/a#top"),
        ("https://example.org/a?utm=1&source=mail", "https://example.org/a?utm=1&source=mail"),
        ("https://example.org/a?", "https://example.org/a?"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_what_tells_how_a_reader_came_to_an_address_is_not_shown(stated: str, shown: str) -> None:
    assert without_tracking(stated) == shown
