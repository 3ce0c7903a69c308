"""Whatever is saved as a page: an article, or one sentence that says why there is none."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read.found import Found
from newsdigest.read.page import MAX_TAGS, found_in, fragment_text, read
from newsdigest.text import without_unsafe_characters, words

OPTIONS = Options()
SENTENCE = "The harbour board said on Monday that the new quay will open in the spring, after two years."
STORY = f"<p>{SENTENCE}</p>" * 3
MARKS = (
    *"<p> </p> <div> </div> <article> </article> <h1> </h2> <ul><li> </li> </a> <br> <br><br> <td> </td>".split(),
    *"<table><tr><td> <pre> </pre> <script> </script> <!-- --> <b> </i> <q> <nav> </html> </body> <title>".split(),
    *"<textarea> <template> <frameset> <svg> <math> <![CDATA[ &amp; &#146; &#0; & < > data:image/png,".split(),
    *("<a href=x>", "<div class='related'>", "<p hidden>", "<?xml version='1.0'?>", '"', "\n", " ", "\x00", "\u202e"),
    *("\ud800", "word", "漢字。", SENTENCE),
)


def outcome(source: bytes | str) -> Found | str:
    """Give the article, or the reason why there is none."""
    try:
        return read(source, OPTIONS)[0] if isinstance(source, bytes) else found_in(source, (), OPTIONS)
    except UnusableFileError as error:
        return str(error)


@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_mix_of_marks_gives_lines_that_the_numbers_fit(source: str) -> None:
    one = outcome(source)
    if isinstance(one, str):
        return
    lines = one.text.split("\n")
    assert sorted(set(one.frame)) == list(one.frame)
    assert set(one.frame) <= set(range(1, len(lines) + 1))
    assert set(one.headings) <= set(range(1, len(lines) + 1)) - set(one.frame)
    assert one.text == without_unsafe_characters(one.text)
    assert words(one.text) or one.problem or not one.frame


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_an_article_or_a_reason(data: bytes) -> None:
    assert isinstance(outcome(data), Found | str)
    assert isinstance(outcome(b"<html><p>" + data), Found | str)


@given(st.lists(st.sampled_from(MARKS), max_size=20).map("".join))
@settings(max_examples=100, deadline=None)
def test_any_fragment_gives_text(source: str) -> None:
    with suppress(UnusableFileError):
        assert without_unsafe_characters(text := fragment_text(source, OPTIONS)) == text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<!-- nothing -->", "no page in it"),
        ("<!DOCTYPE html>", "no page in it"),
        ("<div>" * 5000 + STORY, "2,048 deep"),
        ("<b>" * 5000 + STORY, "2,048 deep"),
        ("<i>" * (MAX_TAGS + 1), "1,000,000 tags"),
        (f"<p {' '.join(f'a{i}' for i in range(50_000))}>{STORY}", "10,000 attributes"),
    ],
    ids=["comment", "doctype", "deep blocks", "deep letters", "many tags", "many attributes"],
)
def test_a_page_that_cannot_be_read_to_its_end_is_refused(source: str, reason: str) -> None:
    found = outcome(source.encode())
    assert isinstance(found, str)
    assert reason in found


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<html><body><div></div></body></html>", "no text on the page"),
        ("<body><div id=app></div><script>start()</script></body>", "its scripts would fetch it"),
        ("<frameset><frame src=a.html><noframes>Your browser is old.</noframes></frameset>", "made of frames"),
        ("<head><title>Quay opens</title></head>", "no text on the page"),
        ("<p>|</p>", "no text on the page"),
    ],
)
def test_a_page_without_text_says_what_it_is(source: str, problem: str) -> None:
    found = outcome(source.encode())
    assert isinstance(found, Found)
    assert [found.text, problem in found.problem] == ["", True]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 1500 + STORY,
        "<font>" * 1500 + STORY,
        "<table><tr><td>" * 300 + STORY,
        "<ul><li>" * 900 + STORY,
        f"<html><body>{STORY}<script>var x = '",
        f"<html><body>{STORY}<p class='",
        f"<html><body>{STORY}<!-- {STORY}",
        f"<html><body>{STORY}</p></div></td></body></html></html>",
        f"<body>{STORY}</body><body></body>",
        f"<base href='https://example.org/'>{STORY}",
        f"<p {' '.join(f'a{i}=1' for i in range(5000))}>{SENTENCE}</p>{STORY}",
        f"<{'x' * 100_000}>{STORY}",
        f"<div class='{'ad ' * 100_000}'></div>{STORY}",
        f"<p title='{'x' * 12_000_000}'></p>{STORY}",
        f"<script>{'a<b;' * MAX_TAGS}</script><style>{'<i>' * MAX_TAGS}</style>{STORY}",
        f"<script>{'<b>x</b>' * MAX_TAGS}</script>{STORY}",
        f"{STORY}<script>{'<script>' * MAX_TAGS}",
    ],
    ids=range(17),
)
def test_broken_and_monstrous_pages_are_read(source: str) -> None:
    found = outcome(source.encode())
    assert isinstance(found, Found)
    assert found.text.split("\n")[-1] == SENTENCE


def test_a_text_file_with_the_name_of_a_page_keeps_its_lines() -> None:
    (one,) = read(b"Quay opens\n\nThe board said so &amp; left.\n", OPTIONS)
    assert one.text == "Quay opens\n\nThe board said so & left.\n"


def test_noise_is_not_lost_in_silence() -> None:
    found = outcome(b"<html>" + bytes(range(256)) * 20)
    assert isinstance(found, Found)
    assert found.notes


def test_every_word_comes_from_the_page_in_its_order() -> None:
    source = f"<nav>Home</nav><h1>Quay opens</h1>{STORY}<table><tr><td>a</td><td>b</td></tr></table>"
    (one,) = read(source.encode(), OPTIONS)
    assert words(one.text) == words(f"Home Quay opens {' '.join([SENTENCE] * 3)} a b")
