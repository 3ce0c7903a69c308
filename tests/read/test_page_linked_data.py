"""JSON-LD in the shapes in which sites write it, and in those in which they break it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.page_linked_data import LinkedData, linked_data

ADA = {"@type": "Person", "name": "Ada Brook"}
BO = {"@type": "Person", "name": "Bo Lund"}
QUILL = {"@type": "Organization", "name": "The Northern Quill"}


def article(**more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Pool to close", **more}


def read(*values: object) -> LinkedData:
    return linked_data([json.dumps(value) for value in values], ["Pool to close"])


def test_an_article_states_all_about_itself() -> None:
    found = read(
        article(
            author=ADA,
            datePublished="2024-05-03T08:00:00Z",
            dateModified="2024-05-04",
            publisher=QUILL,
            url="https://example.org/pool",
            inLanguage="en-GB",
        )
    )
    assert (found.title, found.authors, found.date) == ("Pool to close", ("Ada Brook",), "2024-05-03T08:00:00Z")
    assert (found.changed, found.outlets, found.lang) == ("2024-05-04", ("The Northern Quill",), "en-GB")
    assert "https://example.org/pool" in found.urls


@pytest.mark.parametrize(
    "kind", ["Article", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle", ["Article", "Thing"], "Report"]
)
def test_every_kind_of_article_counts(kind: object) -> None:
    assert read({**article(author="Ada Brook"), "@type": kind}).authors == ("Ada Brook",)


@pytest.mark.parametrize("kind", ["Recipe", "VideoObject", "Product", "Review", None, 3, ["Thing"]])
def test_nothing_else_is_the_article(kind: object) -> None:
    assert read({**article(author="Ada Brook"), "@type": kind}).authors == ()


@pytest.mark.parametrize(
    "value",
    [
        [article(author=ADA)],
        {"@graph": [{"@type": "WebSite", "name": "x"}, article(author=ADA)]},
        {"@type": "WebPage", "mainEntity": article(author=ADA)},
        [[[article(author=ADA)]]],
        {"@type": "WebPage", "mainEntity": {"hasPart": [article(author=ADA)]}},
    ],
    ids=["list", "graph", "main entity", "nested lists", "deeper"],
)
def test_the_article_is_found_wherever_it_stands(value: object) -> None:
    assert read(value).authors == ("Ada Brook",)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Brook", ("Ada Brook",)),
        (ADA, ("Ada Brook",)),
        ([ADA, BO], ("Ada Brook", "Bo Lund")),
        (["Ada Brook", BO], ("Ada Brook", "Bo Lund")),
        ([ADA, ADA], ("Ada Brook",)),
        ({"@type": "Person", "name": ["Ada Brook"]}, ("Ada Brook",)),
        ({"name": "Ada Brook"}, ("Ada Brook",)),
        ({"@id": "#ada"}, ("Ada Brook",)),
        ([{"@id": "#ada"}, BO], ("Ada Brook", "Bo Lund")),
        ({"@id": "#quill"}, ()),
        ({"@id": "#quill", "name": "The Northern Quill"}, ()),
        ({"@id": "#nobody"}, ()),
        (QUILL, ()),
        ({"@type": "NewsMediaOrganization", "name": "The Northern Quill"}, ()),
        ({"@type": "Person", "name": ""}, ()),
        ({"@type": "Person", "name": None}, ()),
        ({"@type": "Person", "name": {"first": "Ada"}}, ()),
        (7, ()),
        (None, ()),
        (True, ()),
        ("", ()),
        ([], ()),
    ],
)
def test_authors_are_people_however_they_are_written(author: object, names: tuple[str, ...]) -> None:
    about = [{**ADA, "@id": "#ada"}, {**QUILL, "@id": "#quill"}]
    assert read(article(author=author), about).authors == names


def test_of_several_articles_the_one_with_the_pages_title_counts() -> None:
    other = {"@type": "Article", "headline": "Baker wins prize", "author": BO, "datePublished": "2020-01-01"}
    found = read([other, article(author=ADA, datePublished="2024-05-03")])
    assert (found.title, found.authors, found.date) == ("Pool to close", ("Ada Brook",), "2024-05-03")


def test_of_several_articles_with_other_titles_none_counts() -> None:
    others = [{"@type": "Article", "headline": title, "author": BO} for title in ("Baker wins prize", "Cat on roof")]
    assert read(others).authors == ()


def test_one_article_under_another_title_counts() -> None:
    assert read({"@type": "Article", "headline": "Why the pool has to go", "author": ADA}).authors == ("Ada Brook",)


def test_what_the_article_does_not_say_the_page_may() -> None:
    page = {"@type": "WebPage", "datePublished": "2024-05-03", "author": ADA, "inLanguage": "en"}
    found = read([page, article()])
    assert (found.title, found.date, found.authors, found.lang) == ("Pool to close", "2024-05-03", ("Ada Brook",), "en")


def test_the_publisher_comes_before_the_site() -> None:
    assert read([{"@type": "WebSite", "name": "Quill Online"}, article(publisher={"@id": "#quill"}),
                 {**QUILL, "@id": "#quill"}]).outlets == ("The Northern Quill", "Quill Online")  # fmt: skip


WHOLE = json.dumps(article(author=ADA))


@pytest.mark.parametrize(
    "script",
    [
        f"<!-- {WHOLE} -->",
        f"//<![CDATA[\n{WHOLE}\n//]]>",
        f"{WHOLE};",
        f"{WHOLE}{WHOLE}",
        WHOLE.replace("}}", ",}, }"),
        WHOLE.replace('"Pool', '"Pool\n'),
        WHOLE.replace('"', "&quot;"),
        f"\ufeff{WHOLE}",
        WHOLE.replace("Ada Brook", "Ada\\u0020Brook"),
    ],
    ids=["comment", "cdata", "semicolon", "twice", "spare commas", "line end", "escaped", "byte order mark", "escapes"],
)
def test_json_that_is_slightly_broken_is_read(script: str) -> None:
    assert linked_data([script], ["Pool to close"]).authors == ("Ada Brook",)


def test_of_json_beyond_repair_title_and_date_are_read() -> None:
    script = WHOLE[:-1] + ', "about": "a "quoted" word", "datePublished": "2024-05-03"}'
    found = linked_data([script], [])
    assert (found.title, found.date, found.authors) == ("Pool to close", "2024-05-03", ())


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "[]",
        "{}",
        "[1, 2.5, true, null]",
        "no json at all",
        "{" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        f'{{"@type": "Article", "n": {"9" * 10_000}}}',
        '{"@type": "Article", "headline": 3, "author": [[[[[[[[[["Ada"]]]]]]]]]], "datePublished": {"a": {}}}',
        '{"@id": "#a", "@type": "Article", "author": {"@id": "#a"}}',
    ],
)
def test_whatever_a_script_holds_nothing_is_made_up(script: str) -> None:
    found = linked_data([script], [])
    assert (found.title, found.authors, found.date) == ("", (), "")


def test_a_script_of_many_objects_is_read_in_time() -> None:
    assert read([{"@type": "Thing", "name": str(i)} for i in range(20_000)], article(author=ADA)).outlets == ()


def test_a_script_too_large_for_metadata_is_left_alone() -> None:
    assert linked_data([json.dumps(article(text="x" * 1_000_001))], []) == LinkedData()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "author", "name", "headline", "datePublished", "publisher", "url"]
            ),
            inner | st.sampled_from(["Article", "Person", "WebPage", "#a"]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_any_json_gives_texts(value: object) -> None:
    found = linked_data([json.dumps(value)], ["Pool"])
    said = (found.title, found.date, found.changed, found.lang, *found.authors, *found.outlets, *found.urls)
    assert all(isinstance(text, str) for text in said)
