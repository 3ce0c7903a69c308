"""A text that is nothing but a date is read; a doubtful one is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.dates import parse_date
from newsdigest.lexicon import MONTH_NAMES, WEEKDAY_NAMES

DAY = datetime(2024, 5, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "May 3, 2024",
        "May 3rd, 2024",
        "3 May 2024",
        "3rd of May 2024",
        "03 may 2024",
        "Friday, May 03, 2024",
        "Fri, 3 May 2024",
        "2024-05-03",
        "2024/05/03",
        "3-May-2024",
        "May 3, 2024 at 9:15 am",
        "May 3, 2024 9:15 am EST",
        "May 3, 2024 at 11:30 p.m. EST",
        "Fri May 3, 2024",
        "11:30 PM EST, Fri May 3, 2024",
        "11:30 PM May 3, 2024",
        "23:30 | 3 May 2024",
        "2024-05-03T09:15:00",
    ],
)
def test_a_day_is_read_in_many_forms(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2024-05-03T09:15:00Z", 9, 15),
        ("2024-05-03T11:15:00+02:00", 11, 15),
        ("2024-05-03T23:15:00-05:00", 23, 15),
        ("2024-05-03 04:15:30.123 -0500", 4, 15),
        ("2024-05-03T09:15:00.123456789Z", 9, 15),
        ("9:15 PM GMT on Friday, 3 May 2024", 21, 15),
        ("9:15 a.m. UTC, 2024-05-03", 9, 15),
        ("Fri, 03 May 2024 09:15:00 GMT", 9, 15),
        ("May 3, 2024, 9:15 p.m. UTC", 21, 15),
        ("3 May 2024 12.05 am GMT", 0, 5),
    ],
)
def test_the_time_counts_where_the_zone_is_stated(text: str, hour: int, minute: int) -> None:
    at = parse_date(text)
    assert at is not None
    assert (at.hour, at.minute) == (hour, minute)
    assert at.date() == DAY.date()


@pytest.mark.parametrize("offset", ["+00:00", "-05:00", "+05:30"])
def test_the_offset_stays_as_stated_and_with_it_the_day(offset: str) -> None:
    assert parse_date(f"2024-05-03T23:30:00{offset}") == datetime.fromisoformat(f"2024-05-03T23:30:00{offset}")
    assert str(parse_date(f"2024-05-03T23:30:00{offset}")) == f"2024-05-03 23:30:00{offset}"


@pytest.mark.parametrize(("text", "day"), [("25/12/2024", 25), ("12/25/2024", 25), ("25.12.2024", 25)])
def test_figures_count_where_only_one_of_them_can_be_the_month(text: str, day: int) -> None:
    assert parse_date(text) == datetime(2024, 12, day, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2. März 2026",
        "Montag, den 2. März 2026, 08:15 Uhr",
        "2 de marzo de 2026",
        "lunes, 2 de marzo de 2026",
        "segunda-feira, 2 de março de 2026 às 08h15",
        "lundi 2 mars 2026 à 08h15",
        "Lunedì 2 marzo 2026",
        "2 maart 2026",
        "2 mrt 2026",
        "2 marca 2026",
        "2. maaliskuuta 2026",
        "2 Mart 2026",
        "2 марта 2026",
        "2026年3月2日",
        "2026 年 3 月 2 日 08:15",
        "2026년 3월 2일",
        "20260302",
        "20260302T081500",
        "Mon, 02 Mar 26 08:15:00 EST",
    ],
)
def test_a_day_is_read_in_other_languages_and_in_bare_figures(text: str) -> None:
    assert parse_date(text) == datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(("name", "number"), [(n, i) for i, names in enumerate(MONTH_NAMES, 1) for n in names.split()])
def test_every_name_of_a_month_is_that_month(name: str, number: int) -> None:
    for text in (f"2 {name} 2026", f"2. {name.title()} 2026", f"{name} 2, 2026"):
        assert parse_date(text) == datetime(2026, number, 2, tzinfo=UTC)


def test_no_name_belongs_to_two_months_or_to_two_days() -> None:
    for table in (MONTH_NAMES, WEEKDAY_NAMES):
        names = [name for line in table for name in line.split()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("Friday, 03/04/2026", 4, 3),
        ("Wednesday 03/04/2026", 3, 4),
        ("venerdì 03/04/2026", 4, 3),
        ("mercredi 03.04.2026", 3, 4),
    ],
)
def test_a_weekday_decides_which_figure_is_the_month(text: str, month: int, day: int) -> None:
    assert parse_date(text) == datetime(2026, month, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mon, 02 Mar 26 08:15:00 GMT", "2026-03-02T08:15:00+00:00"),
        ("02 Mar 99 08:15 +0100", "1999-03-02T08:15:00+01:00"),
        ("2 March 2026, 08:15 GMT+1", "2026-03-02T08:15:00+01:00"),
        ("2 March 2026 08:15 (UTC-03:30)", "2026-03-02T08:15:00-03:30"),
        ("20260302T081500Z", "2026-03-02T08:15:00+00:00"),
        ("2. März 2026, 08.15 GMT", "2026-03-02T08:15:00+00:00"),
    ],
)
def test_mail_and_bare_figures_state_their_time_too(text: str, iso: str) -> None:
    at = parse_date(text)
    assert at is not None
    assert at.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "02 Mar 26",
        "2 listopada 2026",
        "Monday 03/04/2026",
        "20261302",
        "12345678",
        "2026 0302",
        "2 Marchioness 2026",
        "2026年13月2日",
        "03/04/2024",
        "May 3",
        "May 2024",
        "30 Feb 2024",
        "2024-13-01",
        "99/99/2024",
        "yesterday",
        "On May 3, 2024 it rained",
        "11:30 PM EST, Fri 03/04/2024",
        "11:30 PM EST, Fri May 3",
        "11:30 PM EST",
        "Fri 11:30 PM, May 3, 2024, 9:15 am",
        "May 3, 1824",
        "",
        "1" * 500,
    ],
)
def test_a_doubtful_or_impossible_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.datetimes(min_value=datetime(1901, 1, 1), max_value=datetime(2099, 12, 30)))  # noqa: DTZ001
def test_every_day_in_words_comes_back(at: datetime) -> None:
    found = parse_date(f"{at:%B} {at.day}, {at.year}")
    assert found is not None
    assert found.date() == at.date()


@given(st.text("0123456789-/:+TZ amMayp.,", max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    assert parse_date(text) is None or parse_date(text)


@pytest.mark.parametrize(
    "text",
    ["2999-01-01", "1066-10-14", "2024-13-01", "2024-02-30", "31 April 2024", "May 2024", "3 May", "yesterday", "24/7"],
)
def test_a_day_that_cannot_be_or_is_not_stated_in_full_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["2024-05-03 9:15pmCEST", "2024/05/03th CEST", "3 May 2024 9:15PMGMT+1"])
def test_letters_of_a_time_and_its_zone_may_stand_together(text: str) -> None:
    assert parse_date(text) is not None


@pytest.mark.parametrize("text", ["Posted 3 May 2024", "3 May 2024 pmCESTA", "12:30 yesterday"])
def test_a_long_word_that_names_no_day_or_month_is_in_no_date(text: str) -> None:
    assert parse_date(text) is None
