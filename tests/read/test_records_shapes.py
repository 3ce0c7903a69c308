"""Records stand one a line, in a list, under a key, or alone."""

from __future__ import annotations

import json

import pytest
from newsdigest.options import Options
from newsdigest.read.entries import TWICE
from newsdigest.read.found import Found
from newsdigest.read.records import read

RECORDS = [{"title": f"Pier {n}", "text": f"Text {n}.", "url": f"https://pier.example/{n}"} for n in range(3)]
TEXTS = ["Text 0.", "Text 1.", "Text 2."]
LINES = "\n".join(map(json.dumps, RECORDS))


def found(source: str | bytes) -> list[Found]:
    return list(read(source if isinstance(source, bytes) else source.encode(), Options()))


def texts(source: str | bytes) -> list[str]:
    return [article.text for article in found(source)]


@pytest.mark.parametrize(
    "source",
    [
        LINES,
        LINES + "\n\n",
        LINES.replace("\n", "\r\n"),
        LINES.replace("\n", ",\n"),
        LINES.replace("\n", "\n\n\n"),
        LINES.replace("\n", " "),
        "\ufeff" + LINES,
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=2),
        json.dumps(RECORDS, indent=0),
        "\n".join(json.dumps(record, indent=2) for record in RECORDS),
        "[\n" + LINES.replace("\n", ",\n"),
        json.dumps(RECORDS)[:-1],
        json.dumps({"items": RECORDS}),
        json.dumps({"status": 1, "list": {str(n): record for n, record in enumerate(RECORDS)}}),
        json.dumps({"status": "ok", "totalResults": 3, "articles": RECORDS}),
        json.dumps({"response": {"numFound": 3, "docs": RECORDS}}),
        json.dumps([{"items": RECORDS[:2]}, {"items": RECORDS[2:]}]),
    ],
)
def test_the_same_records_come_out_of_every_shape(source: str) -> None:
    assert texts(source) == TEXTS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_does_not_matter(encoding: str) -> None:
    source = json.dumps([{"text": "Café am Fluß"}, {"text": "Two"}], ensure_ascii=False)
    assert texts(source.encode(encoding)) == ["Café am Fluß", "Two"]


def test_line_separators_inside_of_a_text_end_no_record() -> None:
    source = '{"text": "One\u2028two\x85three"}\n{"text": "Four"}'
    assert texts(source) == ["One\ntwo\nthree", "Four"]


def test_raw_line_breaks_inside_of_a_text_are_taken() -> None:
    assert texts('{"text": "One\ntwo\tthree"}\n{"text": "Four"}') == ["One\ntwo\tthree", "Four"]


def test_numbers_that_are_none_say_nothing() -> None:
    (article,) = found('[{"text": "One", "author": NaN, "date": Infinity, "title": -Infinity}]')
    assert (article.stated.authors, article.stated.date, article.stated.title) == ((), None, None)


@pytest.mark.parametrize("number", ["1e999999", "-1e999999", "1.5E+400", "Infinity", "NaN"])
def test_a_number_too_large_to_be_one_says_nothing(number: str) -> None:
    first, second = found(f'[{{"title": {number}, "text": "One"}}, {{"title": "Pier", "text": {number}}}]')
    assert (first.text, first.stated.title) == ("One", None)
    assert (second.text, second.stated.title) == ("", "Pier")
    assert second.problem.startswith("a record without text (its keys: text, title)")


def test_another_key_of_the_same_name_counts_where_a_number_is_none() -> None:
    (article,) = found('[{"text": "One", "title": 1e999999, "Title": "Pier"}]')
    assert article.stated.title == "Pier"


@pytest.mark.parametrize(("number", "title"), [("1.5", "1.5"), ("7", "7"), ("1e3", "1000.0"), ("9" * 20, "9" * 20)])
def test_other_numbers_are_texts(number: str, title: str) -> None:
    (article,) = found(f'[{{"text": "One", "title": {number}}}]')
    assert article.stated.title == title


def test_a_single_object_is_the_file_s_one_article_and_has_no_key() -> None:
    (article,) = found(json.dumps(RECORDS[0], indent=2))
    assert (article.text, article.key) == ("Text 0.", "")


def test_a_list_with_one_record_may_grow_so_the_record_has_a_key() -> None:
    (article,) = found(json.dumps(RECORDS[:1]))
    assert article.key == "https://pier.example/0"


def test_the_outlet_of_a_json_feed_s_items_is_the_feed() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Pier", "items": RECORDS}
    assert {article.stated.outlet for article in found(json.dumps(feed))} == {"The Pier"}
    export = {"version": "2", "title": "My reading list", "items": RECORDS}
    assert {article.stated.outlet for article in found(json.dumps(export))} == {None}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": "https://pier.example/1", "id": 1}, {"url": "https://pier.example/1", "id": 2}),
        ({"id": 7, "title": "Pier"}, {"uuid": 7, "title": "Pier"}),
        ({"title": "Pier", "date": "2026-03-02"}, {"title": "Pier", "published": "2026-03-02"}),
    ],
)
def test_a_record_that_stands_twice_is_taken_once_and_named(
    first: dict[str, object], second: dict[str, object]
) -> None:
    article, again = found(json.dumps([first | {"text": "One"}, second | {"text": "Two"}]))
    assert (article.text, again.text, again.problem) == ("One", "", TWICE)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": 7, "title": "Pier"}, {"id": 7, "title": "Quay"}),
        ({"title": "Pier", "date": "2026-03-02"}, {"title": "Pier", "date": "2026-03-03"}),
        ({"text": "One"}, {"text": "Two"}),
    ],
)
def test_other_records_are_other_articles(first: dict[str, object], second: dict[str, object]) -> None:
    one, other = found(json.dumps([{"text": "Same"} | first, {"text": "Same"} | second]))
    assert one.key != other.key
    assert not other.problem
