"""Broken records are named with what to do; the others are read, and nothing raises a traceback."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read.found import Found
from newsdigest.read.records import EXPECTED, read

GOOD = '{"text": "One.", "url": "https://pier.example/1"}'
ALSO = '{"text": "Two.", "url": "https://pier.example/2"}'
KEYS = ("title", "text", "content", "url", "author", "authors", "date", "id", "source", "items", "list", "version", "x")
LEAVES = (
    *("", "Pier", "<p>One</p>", "<html><body><p>One</p></body></html>", "http://[", "https://pier.example/1", "nan"),
    *("https://jsonfeed.org/version/1", "\ud800", "1772438400", "\x00", None, True, 0, -1, 1772438400, 1e308, 10**25),
)


def found(source: str | bytes, **options: int) -> list[Found]:
    data = source if isinstance(source, bytes) else source.encode()
    return list(read(data, Options(**options)))  # type: ignore[arg-type]  # numbers are what they take


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("oops", "line 2 is no JSON (Expecting value)"),
        ('{"text": "cut', "line 2 is no JSON (Unterminated string starting at)"),
        ('{"text": "One" "url"}', "line 2 is no JSON (Expecting ',' delimiter)"),
        ('{"text"', "line 2 is no JSON"),
        ("oops\nand again", "lines 2 to 3 are no JSON"),
        ('{"a":\n{"b":\n{"c":', "lines 2 to 4 are no JSON"),
        ('{"a": ' * 100_000, "line 2 is no JSON (nested too deep)"),
        (f'{{"a": {"9" * 5_000}}}', "line 2 is no JSON (a number of too many digits)"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_kept(broken: str, told: str) -> None:
    first, problem, last = found(f"{GOOD}\n{broken}\n{ALSO}")
    assert (first.text, last.text) == ("One.", "Two.")
    assert problem.problem.startswith(told)
    assert "mend or delete" in problem.problem
    assert problem.text == ""


def test_a_list_that_breaks_off_gives_the_records_before_the_break_and_says_so() -> None:
    whole = json.dumps([json.loads(GOOD), json.loads(ALSO)], indent=2)
    first, problem = found(whole[:-20])
    assert first.text == "One."
    assert problem.problem.startswith("lines 6 to 8 are no JSON")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", "no record in it"),
        ("[]", "no record in it"),
        ('{"items": []}', "no record in it"),
        ("title,url\nPier,https://pier.example/1\n", "lines 1 to 2 are no JSON"),
        ("<p>Hello</p>", "line 1 is no JSON"),
        ('"a text"', "no record in it"),
        ("[1, 2, 3]", "no record in it"),
        ("[" * 100_000, "no record in it"),
    ],
)
def test_a_file_without_a_record_is_refused_with_what_is_expected(source: str, told: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        found(source)
    assert str(caught.value).startswith(told)
    assert str(caught.value).endswith(EXPECTED)


def test_a_record_that_holds_only_a_link_is_named_with_what_to_do() -> None:
    link, good = found(f'{{"title": "Pier", "given_url": "https://pier.example/7", "excerpt": ""}}\n{GOOD}')
    assert link.problem == "holds only a link to “Pier” (https://pier.example/7); save the article itself"
    assert good.text == "One."


def test_a_record_without_text_is_named_with_its_keys() -> None:
    (only,) = found('{"name": "a-package", "version": "1.0", "\ud800": 1}'.encode("utf-8", "surrogatepass"))
    assert "its keys: name, version" in only.problem
    only.problem.encode()


def test_what_is_no_record_among_records_is_named() -> None:
    _, number, text = found(f'{GOOD}\n7\n"a text"')
    assert number.problem == text.problem == f"an entry that is no record; {EXPECTED}"


def test_a_text_that_cannot_be_read_is_a_problem_of_its_record_alone() -> None:
    empty = json.dumps({"html": "<html><body></body></html>", "url": "https://pier.example/7"})
    problem, good = found(f"{empty}\n{GOOD}")
    assert problem.problem
    assert good.text == "One."


def test_records_over_the_limit_are_counted_with_the_setting_that_raises_it() -> None:
    *taken, rest = found("\n".join(f'{{"text": "{n}"}}' for n in range(5)), max_entries=2)
    assert [article.text for article in taken] == ["0", "1"]
    assert rest.problem.startswith("3 more articles")
    assert "DIGEST_MAX_ENTRIES" in rest.problem


def test_half_characters_do_not_come_out() -> None:
    (article,) = found(
        '[{"text": "One\\ud800.", "title": "\\ud800", "id": "\\udfff", "date": "\\ud800", "lang": "\\ud800"}]'
    )
    f"{article.text}{article.stated}{article.key}".encode()
    assert article.text == "One."


def test_a_line_of_ten_megabytes_is_read() -> None:
    (long, _) = found(json.dumps({"text": "word " * 2_000_000}) + "\n" + GOOD)
    assert len(long.text) == 9_999_999


@pytest.mark.parametrize(
    "source",
    [
        "\n{" * 300_000,
        '{"a\n' * 300_000,
        '"' * 300_001,
        '{"a":"' + "\n{" * 300_000,
        ("[" * 300 + "\n") * 1_000,
        '{"a": 1} ' * 100_000 + "x",
        "\n".join(["oops", GOOD] * 5_000),
    ],
)
def test_no_repeated_piece_makes_it_slow(source: str) -> None:
    started = time.process_time()
    with contextlib.suppress(UnusableFileError):
        found(source)
    assert time.process_time() - started < 20


def outcome(source: bytes) -> str:
    """Read, and say what came of it; only that a file is unusable may be raised."""
    try:
        articles = found(source)
    except UnusableFileError as error:
        return str(error)
    assert all(bool(article.text.strip()) != bool(article.problem) for article in articles)
    return "".join(f"{article.text}{article.stated}{article.key}{article.problem}" for article in articles)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_that_the_file_is_unusable(data: bytes) -> None:
    for source in (data, b"[" + data, b'{"text": "' + data, GOOD.encode() + b"\n" + data):
        assert outcome(source).encode()


VALUES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8), VALUES)
def test_no_values_raise_anything_but_that_the_file_is_unusable(record: dict[str, object], other: object) -> None:
    for value in (record, [record, other], {"items": [record, other]}):
        assert outcome(json.dumps(value).encode()).encode()
