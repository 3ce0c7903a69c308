"""A text that is nothing but a date is read; a doubtful one is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.dates import parse_date

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
