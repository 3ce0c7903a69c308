"""A saved page becomes an article: its visible lines, what of them is the frame, and what the page states."""

from __future__ import annotations

import json

import pytest
from newsdigest.options import Options
from newsdigest.read.found import Found
from newsdigest.read.page import found_in, fragment_text, read

OPTIONS = Options()
SENTENCES = (
    "The harbour board said on Monday that the new quay will open in the spring, after two years of work.",
    "It had been put off three times since the storm, which took away the old crane and most of the wall.",
    "Fishermen who had moved their boats to the next bay were told that they may come back in April.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<nav><a href=/a>News</a> <a href=/b>Sport</a></nav>"
LINKS = "".join(f"<li><a href=/{i}>A headline of some length, number {i}</a></li>" for i in range(30))
PAGE = f"<html lang=en><head><title>Quay opens</title></head><body>{MENU}<h1>Quay opens</h1>{STORY}</body></html>"


def found(source: str) -> Found:
    return found_in(source, (), OPTIONS)


def body(one: Found) -> list[str]:
    return [line for i, line in enumerate(one.text.split("\n"), 1) if i not in one.frame]


def linked_data(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_all_visible_lines_are_there_and_the_frame_tells_which_are_not_the_article() -> None:
    one = found(PAGE)
    assert one.text.split("\n") == ["News Sport", "Quay opens", *SENTENCES]
    assert one.frame == (1, 2)
    assert body(one) == list(SENTENCES)


def test_headings_inside_the_article_are_named_by_their_lines() -> None:
    one = found(f"{MENU}<h1>Quay opens</h1>{STORY}<h2>The cost</h2>{STORY}<footer><h2>About</h2></footer>")
    assert [one.text.split("\n")[i - 1] for i in one.headings] == ["The cost"]


def test_what_the_page_states_is_read_with_it() -> None:
    assert found(PAGE).stated.title == "Quay opens"


def test_one_file_is_one_article() -> None:
    (one,) = read(PAGE.encode(), OPTIONS)
    assert one == found(PAGE)


META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset='UTF8'>", "utf-8"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        (META.format("iso-8859-1"), "cp1252"),
        (META.format("windows-1252"), "cp1252"),
        (META.format("iso-8859-1"), "utf-8"),
        ("<meta charset=hex>", "utf-8"),
        ("<meta charset=no-such>", "cp1252"),
        ("<meta charset=utf-16>", "utf-8"),
        (f"<!-- {'x' * 1500} --><meta charset='iso-8859-1'>", "cp1252"),
    ],
)
def test_the_charset_is_the_one_stated_unless_that_is_a_lie(head: str, encoding: str) -> None:
    text = "Café “Zum alten Hafen” – für alle, die am Montag kamen."
    (one,) = read(f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding), OPTIONS)
    assert one.text == text


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp"])
def test_a_stated_charset_of_another_script_is_believed(encoding: str) -> None:
    text = "市長は、多くの住民がより安全な道路を望んでいると述べた。"
    (one,) = read(f"<head>{META.format(encoding)}</head><p>{text}</p>".encode(encoding), OPTIONS)
    assert one.text == text


def test_an_xml_declaration_states_the_charset_too() -> None:
    text = "Café für alle."
    source = (
        f'<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p></html>'
    )
    (one,) = read(source.encode("iso-8859-1"), OPTIONS)
    assert one.text == text


def test_a_charset_that_does_not_fit_is_noted() -> None:
    (one,) = read("<meta charset=utf-8><p>Café für alle, die am Montag kamen.</p>".encode("cp1252"), OPTIONS)
    assert one.text == "Café für alle, die am Montag kamen."
    assert one.notes == ("not UTF-8: read as cp1252",)


def test_the_notes_of_the_decoding_come_first() -> None:
    assert found_in(f"<ul>{LINKS}</ul>", ("read as cp1252",), OPTIONS).notes[0] == "read as cp1252"


def test_text_after_a_page_that_ends_too_early_is_read() -> None:
    assert body(found(f"<html><body>{MENU}</body></html><div>{STORY}</div></body></html>")) == list(SENTENCES)


def test_pictures_written_into_the_page_are_skipped() -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 3_000_000}">'
    assert body(found(f"<body>{picture}{STORY}</body>")) == list(SENTENCES)


@pytest.mark.parametrize(
    "page",
    [
        f"<div role=dialog>We use cookies. Please agree to them first.</div><main aria-hidden=true>{STORY}</main>",
        f"<body><div style='display:none'>{STORY}</div></body>",
    ],
)
def test_an_article_that_the_saved_page_hides_is_read_with_a_note(page: str) -> None:
    one = found(page)
    assert body(one) == list(SENTENCES)
    assert one.notes == ("the article is hidden on the page as it was saved; hidden parts were read too",)


def test_a_little_hidden_text_stays_hidden() -> None:
    assert found(f"{STORY}<p hidden>The menu is closed now, and nobody sees it.</p>").text.split("\n") == list(
        SENTENCES
    )


def test_an_article_that_is_only_in_the_linked_data_is_taken_from_there() -> None:
    data = linked_data(headline="Quay opens", articleBody="\n\n".join(SENTENCES) + " &amp; more")
    one = found(f"{data}<h1>Quay opens</h1><p>{SENTENCES[0]}</p><p>Subscribe to read on.</p>")
    assert [line for line in body(one) if line] == [*SENTENCES[:2], SENTENCES[2] + " & more"]
    assert one.text.startswith("Quay opens\n" + SENTENCES[0])
    assert one.notes == ("the text was taken from the page's data: the page itself shows less than half of it",)


def test_linked_data_with_marks_of_html_gives_their_text() -> None:
    assert body(found(f"{linked_data(articleBody=STORY)}<p>Subscribe.</p>")) == list(SENTENCES)


def test_linked_data_that_says_no_more_than_the_page_is_not_needed() -> None:
    one = found(f"{linked_data(articleBody=' '.join(SENTENCES))}{STORY}")
    assert [one.text.split("\n"), one.notes] == [list(SENTENCES), ()]


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '"articleBody"', '{"articleBody": 7}', '{"articleBody": null}'])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    script = f'<script type="application/ld+json">{data}articleBody</script>'
    assert body(found(script + STORY)) == list(SENTENCES)


@pytest.mark.parametrize("page", [f"<ul>{LINKS}</ul>", f"<h1>News</h1><ul>{LINKS}</ul><p>{SENTENCES[0]}</p>"])
def test_a_page_of_links_is_noted(page: str) -> None:
    (note,) = found(page).notes
    assert "looks like a list of links" in note


def test_an_article_among_many_links_is_not_taken_for_a_list() -> None:
    assert found(f"<ul>{LINKS}</ul>{STORY}{STORY}").notes == ()


@pytest.mark.parametrize("free", [False, "False"])
def test_a_page_for_subscribers_with_little_text_is_noted(free: object) -> None:
    (note,) = found(linked_data(isAccessibleForFree=free) + STORY).notes
    assert "not free to read" in note


@pytest.mark.parametrize(
    "page",
    [linked_data(isAccessibleForFree=False) + STORY * 5, linked_data(isAccessibleForFree=True) + STORY],
)
def test_a_page_that_is_whole_or_free_is_not(page: str) -> None:
    assert found(page).notes == ()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one</p><p>two &amp; three</p>", "one\ntwo & three"),
        ("one<br>Two", "one\nTwo"),
        ("no marks\nat all &lt; 3", "no marks\nat all < 3"),
        ("<script>no()</script>", ""),
        ("", ""),
    ],
)
def test_a_fragment_gives_all_its_visible_lines(source: str, expected: str) -> None:
    assert fragment_text(source, OPTIONS) == expected
