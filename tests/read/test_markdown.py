"""A Markdown file becomes the text that its author meant, a line a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.errors import UnusableFileError
from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read import markdown
from newsdigest.read.found import Found

from tests.read.markdowns import HOSTILE, around, read


def test_headings_are_numbered_by_their_lines() -> None:
    found = read("# Bridge\n\nOne.\n\n## Times\n- a\n- b\n\nLast\n----\n")
    assert found.headings == (1, 5, 10)
    assert [found.text.split("\n")[number - 1] for number in found.headings] == ["Bridge", "Times", "Last"]


@pytest.mark.parametrize(
    "line", ['{{< video "12" >}}', "{{% note %}}", "{% include ad.html %}", "#bridge #lake/port", "#bridge"]
)
def test_what_another_program_would_have_filled_stands_around_the_article(line: str) -> None:
    assert around(f"One.\n\n{line}\n\nTwo.") == [line]


def test_tags_alone_are_a_text() -> None:
    assert around("#bridge #lake") == []


def test_an_excerpt_that_a_clipper_put_above_the_article_stands_around_it() -> None:
    assert around("# Bridge\n\n> ## Excerpt\n> It opened.\n>\n> More.\n\n---\n\nIt is red.") == [
        "Excerpt",
        "It opened.",
        "More.",
    ]
    assert around("# Bridge\n\n## Excerpt\n\nIt opened.") == []


# --- what is stated ---


def test_front_matter_is_stated_and_no_text() -> None:
    assert read("---\ntitle: Bridge\ndate: 2026-03-02\n---\nIt is red.") == Found(
        "It is red.", Stated("Bridge", date="2026-03-02", origin="front matter")
    )


def test_damaged_front_matter_stands_above_the_article_and_is_told() -> None:
    found = read("---\ntitle: Bridge: red\n---\nIt is red.")
    assert found.text == "title: Bridge: red\n\nIt is red."
    assert (found.frame, found.stated.title) == ((1,), "Bridge: red")
    assert "taken line by line" in found.notes[0]


@pytest.mark.parametrize(
    "listed",
    [
        "- Author: [[Ada Moor]]\n- Full Title: Bridge opens\n- Category: #articles\n- URL: https://example.org/b",
        "* **Author:** Ada Moor\n* **Title:** Bridge opens\n* **URL:** <https://example.org/b>",
        "| Author | Ada Moor |\n|---|---|\n| Title | Bridge opens |\n| URL | https://example.org/b |",
    ],
)
def test_a_list_headed_metadata_is_stated(listed: str) -> None:
    found = read(f"# Bridge\n\n## Metadata\n{listed}\n\n## Highlights\n- It is red.")
    assert found.stated == Stated("Bridge opens", ("Ada Moor",), url="https://example.org/b", origin="header")
    kept = [line for n, line in enumerate(found.text.split("\n"), 1) if line and n not in found.frame]
    assert kept == ["Bridge", "Highlights", "It is red."]


def test_a_heading_metadata_without_a_list_is_a_heading() -> None:
    found = read("# Bridge\n\n## Metadata\n\nMetadata is data on data.")
    assert (found.frame, found.stated.title) == ((), "Bridge")


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# The *bridge*\n\nText.", "The bridge"),
        ("Lake Post\n\n# The bridge\n\nText.", "The bridge"),
        ("# The bridge\n\nText.\n\n# Times\n\nMore.", "The bridge"),
        ("Text.\n\n# The bridge\n\n# Times\n\nMore.", None),
        ("## The bridge\n\nText.", None),
        ("![](a.png)\n\nText.", None),
    ],
)
def test_the_top_heading_is_the_title_where_nothing_else_is_stated(source: str, title: str | None) -> None:
    assert read(source).stated == (Stated(title=title, origin="text") if title else Stated())


def test_the_top_heading_is_the_title_where_all_but_that_is_stated() -> None:
    found = read("---\nauthor: Ada Moor\n---\n# The bridge\n\nText.")
    assert found.text == "The bridge\n\nText."
    assert found.stated == Stated(
        "The bridge", ("Ada Moor",), origin="text", authors_origin="front matter", date_origin="front matter"
    )


def test_a_stated_title_counts_before_the_top_heading() -> None:
    assert read("---\ntitle: Bridge opens\n---\n# The bridge\n\nText.").stated.title == "Bridge opens"


# --- what notes state ---

FIELDS = "Created: March 2, 2026 8:00 AM\nTags: bridge, river\nURL: https://example.org/b\nAuthor: Ada Moor"


@pytest.mark.parametrize(
    "fields",
    [
        FIELDS,
        "**Created:** today  \n**Author**: [[Ada Moor]]\\\n**Source:** [Lake Post](https://example.org/b)",
        "- Author: Ada Moor\n- **Link:** <https://example.org/b>",
        "author:: [[Ada Moor]]\nsource:: https://example.org/b",
        "    Created: today\n    Author: Ada Moor\n    Source URL: https://example.org/b",
        "By: Ada Moor\n\n[View original](https://example.org/b)",
    ],
)
@pytest.mark.parametrize("title", ["# Bridge opens", "Bridge opens\n============", "## Bridge opens", "Bridge opens"])
def test_lines_of_keys_below_the_title_are_stated_and_no_text(title: str, fields: str) -> None:
    found = read(f"{title}\n\n{fields}\n\nIt is red: very much so.")
    assert (found.stated.authors, found.stated.url) == (("Ada Moor",), "https://example.org/b")
    kept = [line for n, line in enumerate(found.text.split("\n"), 1) if line and n not in found.frame]
    assert kept == ["Bridge opens", "It is red: very much so."]


def test_what_a_note_has_written_below_its_text_is_stated() -> None:
    found = read(
        "Bridge opens\n\nIt is red.\n\nid: 0a1b\nauthor: Ada Moor\nsource_url: https://example.org/b\ntype_: 1"
    )
    assert (found.stated.authors, found.stated.url) == (("Ada Moor",), "https://example.org/b")
    assert [found.text.split("\n")[number - 1][:8] for number in found.frame] == ["id: 0a1b"]


def test_lines_that_state_nothing_but_belong_to_a_note_stand_around_the_article() -> None:
    assert around("# Bridge\n\nStatus: Read\nReading time: 5 min\n\nIt is red.") == ["Status: Read Reading time: 5 min"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada: Is it red?\nBo: It is.",
        "Summary: The bridge opened.",
        "Author: Jo Hale\nPages: 300\nPrice: 20 crowns",
        "It is red.\n\nIt is wide.\n\nAuthor: Ada Moor",
        "Author: Ada Moor\nand a line of prose.",
        "Source: " + "the river and its banks " * 20,
    ],
)
def test_lines_of_an_article_that_look_like_keys_stay(text: str) -> None:
    assert around(f"# Bridge\n\n{text}\n\nThe end.") == []
    assert read(f"# Bridge\n\n{text}\n\nThe end.").stated.authors == ()


def test_a_file_that_only_states_is_a_text() -> None:
    assert around(FIELDS.replace("Created", "Seen")) == []


# --- limits ---


def test_a_text_over_the_limit_is_refused_with_the_setting_that_raises_it() -> None:
    with pytest.raises(UnusableFileError, match=r"longer than 10 characters; .* DIGEST_MAX_TEXT"):
        markdown.read(b"x" * 11, Options(max_text=10))


@pytest.mark.parametrize(
    "text", ["", " \n", "---\ntitle: x\n---\n", "![](a.png)", "<!-- x -->", "***", "[a]: https://x.y"]
)
def test_a_file_without_text_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(UnusableFileError, match=r"no text .*; save the article again"):
        read(text)


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "# ", "\n", "\n\n", "    ", "- ", "```\n", "---\n", "title: x\n", "|-|\n", "word "]),
        max_size=40,
    )
)
def test_no_pieces_make_it_fail_and_numbers_stay_inside_the_text(pieces: list[str]) -> None:
    try:
        found = read("".join(pieces))
    except UnusableFileError:
        return
    count = found.text.count("\n") + 1
    assert all(1 <= number <= count for number in (*found.frame, *found.headings))


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    try:
        assert markdown.read(data, Options())
    except UnusableFileError as error:
        assert "; " in str(error)  # noqa: PT017  # refusal is one of two right answers
