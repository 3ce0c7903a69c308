"""What stands above the text of a file is stated, and nothing of it goes missing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.model import Stated
from newsdigest.read.front_matter import Front, front_matter

TEXT = "The bridge opened on Monday.\n\nIt is red.\n"


def stated(inside: str, fence: str = "---") -> Stated:
    found = front_matter(f"{fence}\n{inside}\n{fence}\n{TEXT}")
    assert found.text == TEXT
    return found.stated


def test_yaml_between_fences_is_stated() -> None:
    inside = "title: Bridge opens\ndate: 2026-03-02\nauthor: Jo Hale\nsource: The Lake Post\nlang: en-GB\nid: b-1"
    assert stated(inside) == Stated(
        "Bridge opens", ("Jo Hale",), "The Lake Post", None, "2026-03-02", "en-GB", "b-1", "front matter"
    )


def test_toml_between_fences_is_stated() -> None:
    inside = (
        'title = "Bridge opens"\ndate = 2026-03-02T08:00:00+01:00\nauthors = ["Jo Hale"]\n[author]\nname = "Al Moor"'
    )
    found = stated(inside, "+++")
    assert (found.title, found.date, found.authors) == (
        "Bridge opens",
        "2026-03-02 08:00:00+01:00",
        ("Al Moor", "Jo Hale"),
    )


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "1e999999"])
def test_a_number_that_is_none_states_nothing(number: str) -> None:
    assert stated(f'title = {number}\nauthor = "Jo Hale"', "+++") == Stated(authors=("Jo Hale",), origin="front matter")


@pytest.mark.parametrize(
    ("inside", "authors"),
    [
        ("author: Jo Hale", ("Jo Hale",)),
        ("author: [Jo Hale, Al Moor]", ("Jo Hale", "Al Moor")),
        ("authors:\n  - Jo Hale\n  - Al Moor", ("Jo Hale", "Al Moor")),
        ("authors:\n  - name: Jo Hale\n    mail: jo@example.org\n  - {name: Al Moor}", ("Jo Hale", "Al Moor")),
        ("author: {name: Jo Hale, url: x}", ("Jo Hale",)),
        ("author: [[Jo Hale]]", ("Jo Hale",)),
        ('author: "[[people/Jo Hale|Jo Hale]]"', ("Jo Hale",)),
        ('author: "[Jo Hale](https://example.org/jo)"', ("Jo Hale",)),
        ("byline: By Jo Hale and Al Moor", ("By Jo Hale and Al Moor",)),
        ("author: https://example.org/jo", ()),
        ("author:", ()),
        ("author: null\ntitle: x", ()),
        ("author: Unknown\ntitle: x", ()),
        ("author: {mail: jo@example.org}\ntitle: x", ()),
        ("author: Jo Hale\nauthors: [Jo Hale, Al Moor]", ("Jo Hale", "Al Moor")),
    ],
)
def test_authors_are_given_in_any_form(inside: str, authors: tuple[str, ...]) -> None:
    assert front_matter(f"---\n{inside}\n---\n{TEXT}").stated.authors == authors


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("title: 1984", "1984"),
        ("title: yes", "yes"),
        ("title: 2026-03-02", "2026-03-02"),
        ("title: 010", "010"),
        ("title: 'It’s red: the bridge'", "It’s red: the bridge"),
        ("title: >\n  Bridge\n  opens", "Bridge opens"),
        ("TITLE: Bridge", "Bridge"),
        ("Full-Title: Bridge", "Bridge"),
        ("headline: Bridge", "Bridge"),
        ('title: "a\\u0007b\\uD800c"', "abc"),
        ("title: &x Bridge\nheadline: *x", "Bridge"),
    ],
)
def test_a_title_is_taken_as_it_is_written(inside: str, title: str) -> None:
    assert stated(inside).title == title


@pytest.mark.parametrize(
    ("inside", "date"),
    [
        ("date: 2026-03-02 08:00:00 +01:00", "2026-03-02 08:00:00 +01:00"),
        ("publishDate: 2 March 2026", "2 March 2026"),
        ("published:\ndate: 2026-03-02", "2026-03-02"),
        ("published: 2026-03-02\ndate: 2026-03-05", "2026-03-05"),
        ("created: 2026-03-02\ntitle: x", None),
        ("saved: 2026-03-02\ntitle: x", None),
        ("date: 2026-13-45", "2026-13-45"),
    ],
)
def test_the_date_is_that_of_publication(inside: str, date: str | None) -> None:
    assert stated(inside).date == date


@pytest.mark.parametrize(
    ("inside", "outlet", "url"),
    [
        ("source: https://example.org/b_(1)", None, "https://example.org/b_(1)"),
        ("source: The Lake Post\nurl: <https://example.org/b>", "The Lake Post", "https://example.org/b"),
        ('source: "[The Lake Post](https://example.org/)"', "The Lake Post", None),
        ("site: Lake\nlink: '[b](https://example.org/b)'", "Lake", "https://example.org/b"),
        ("source: https://example.org/b\npublisher: Lake", "Lake", "https://example.org/b"),
        ("url: /b", None, "/b"),
    ],
)
def test_outlet_and_address_are_told_apart(inside: str, outlet: str | None, url: str | None) -> None:
    found = stated(inside)
    assert (found.outlet, found.url) == (outlet, url)


@pytest.mark.parametrize("opening", ["", "\n\n", " \n"])
@pytest.mark.parametrize(("begin", "end"), [("---", "---"), ("--- ", "---\t"), ("---", "...")])
def test_fences_may_have_spaces(opening: str, begin: str, end: str) -> None:
    assert front_matter(f"{opening}{begin}\ntitle: Bridge\n{end}\n{TEXT}") == Front(
        Stated("Bridge", origin="front matter"), TEXT
    )


# --- header lines ---


@pytest.mark.parametrize("fence", ["", "---\n", "+++\n"])
def test_lines_with_a_known_key_at_the_top_are_stated(fence: str) -> None:
    found = front_matter(f"{fence}Title: Bridge opens\nPublication date: 2026-03-02\nTags: a, b\n\n{TEXT}")
    assert found.stated == Stated("Bridge opens", date="2026-03-02", origin="header")
    assert found.text == f"\n{TEXT}"
    assert found.above == ("Tags: a, b",)


@pytest.mark.parametrize("line", ["Note: this is text.", "The mayor: a portrait", "title:no space", "Title", "12: 30"])
def test_other_lines_at_the_top_are_text(line: str) -> None:
    assert front_matter(f"{line}\n\n{TEXT}") == Front(Stated(), f"{line}\n\n{TEXT}")


def test_a_sentence_below_the_lines_at_the_top_is_text() -> None:
    assert front_matter("Title: Bridge\nThe mayor said: it is red.\n").text == "The mayor said: it is red.\n"


# --- what is no front matter, or damaged ---


@pytest.mark.parametrize("inside", ["A line between two rules.", "# A heading", "- a\n- b", "'"])
def test_text_between_two_rules_is_text(inside: str) -> None:
    whole = f"---\n{inside}\n---\n{TEXT}"
    assert front_matter(whole) == Front(Stated(), whole)


def test_front_matter_that_states_nothing_known_stays_above_the_text() -> None:
    assert front_matter(f"---\ntags: [a]\n---\n{TEXT}") == Front(Stated(), TEXT, ("tags: [a]",))


@pytest.mark.parametrize(
    ("inside", "fence", "fault"),
    [
        ("title: Bridge: red\nauthor: Jo Hale", "---", "no valid YAML in line 2"),
        ("title: Bridge\n\tauthor: Jo Hale\nbyline: Jo Hale", "---", "no valid YAML in line 3"),
        ("author: Jo Hale\nx: " + "[" * 5000, "---", "no valid YAML"),
        ('author: Jo Hale\nx: "\\UFFFFFFFF"', "---", "no valid YAML"),
        ("author: Jo Hale\n%YAML 1." + "9" * 5000, "---", "no valid YAML"),
        ("title = Bridge\nauthor: Jo Hale", "+++", "no valid TOML"),
        ("author: Jo Hale\nx: " + "y" * 16_000, "---", "longer than 16,000 characters"),
    ],
)
def test_damaged_front_matter_is_read_by_lines_and_stays(inside: str, fence: str, fault: str) -> None:
    found = front_matter(f"{fence}\n{inside}\n{fence}\n{TEXT}")
    assert found.text == TEXT
    assert found.stated.authors == ("Jo Hale",)
    assert "\n".join(found.above) == inside
    assert fault in found.notes[0]


BOMB = "\n".join(
    (
        "a: &a [x, x, x, x, x, x, x, x, x]",
        *(f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)),
    )
)


@pytest.mark.parametrize(
    "inside",
    [
        f"{BOMB}\ntitle: Bridge\nauthor: *i",
        "title: Bridge\nx: !!python/object/apply:os.system [ls]",
        "title: Bridge\nx: " + "- " * 5000,
        "title: Bridge\nx: &x\n  <<: *x",
    ],
)
def test_hostile_front_matter_costs_little(inside: str) -> None:
    start = time.process_time()
    assert front_matter(f"---\n{inside}\n---\n{TEXT}").stated.title == "Bridge"
    assert time.process_time() - start < 3


@given(st.text(max_size=200), st.sampled_from(["---", "+++"]))
def test_no_text_between_fences_makes_it_fail_and_the_text_below_stays(inside: str, fence: str) -> None:
    assert front_matter(f"{fence}\n{inside}\n{fence}\n{TEXT}").text.endswith(TEXT)


PIECES = st.sampled_from(
    [
        "title",
        ":",
        " ",
        "\n",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "'",
        '"',
        "|",
        ">",
        "#",
        "!!int",
        "2026-03-02",
        "\\",
        "?",
        "author",
        "%",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_no_yaml_makes_it_fail(pieces: list[str]) -> None:
    front_matter("---\n" + "".join(pieces) + "\n---\nx")
