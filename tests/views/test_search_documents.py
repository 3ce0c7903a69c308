"""What the indexer reads: sound HTML with Pagefind's attributes, whatever stands in the texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import views
from newsdigest.options import Options
from newsdigest.views.search import Passage, Record, records
from newsdigest.views.search_documents import FIELDS, MOST, digest_of, document, facets, parts, parts_of, place

from tests.sample import edition

ARTICLE = Record(
    kind="article",
    path="articles/pool-1b9d6bcd.html",
    title="A pool for <all> & everyone",
    shown=(("outlet", 'The "Daily" Reed'), ("day", "2 March 2026")),
    filters=(("source", 'The "Daily" Reed'), ("person", "Jane Doe"), ("person", "Roe, John: the elder")),
    day="2026-03-02",
    passages=(Passage("It opens <soon>.", 1), Passage("A heading", 4)),
    words=("swimming",),
)


class Reading(HTMLParser):
    """What an indexer would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.told: list[tuple[str, str | None]] = []
        self.ids: list[str | None] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.told += [(f"{name} {found[name]}", found.get("content")) for name in found if name.startswith("data-")]
        self.ids += [found["id"]] if "id" in found else []

    def handle_data(self, data: str) -> None:
        self.texts += [data.strip()] if data.strip() else []


def test_a_document_tells_what_a_result_shows_in_the_words_of_the_indexer() -> None:
    assert Reading(document(ARTICLE)).told == [
        ("data-pagefind-meta outlet[content]", 'The "Daily" Reed'),
        ("data-pagefind-meta day[content]", "2 March 2026"),
        ("data-pagefind-meta title", None),
    ]


def test_what_a_record_does_not_tell_can_be_told_as_empty() -> None:
    said = Record("quotation", ARTICLE.path, (("speaker", "Jane Doe"),), (), number=1)
    told = Reading(document(said, FIELDS)).told
    assert [name.split()[1].removesuffix("[content]") for name, _ in told] == list(FIELDS)
    assert [content for _, content in told if content] == ["Jane Doe"]
    assert sum("title" in name for name, _ in Reading(document(ARTICLE, FIELDS)).told) == 1


@pytest.mark.parametrize(("total", "expected"), [(0, 1), (699, 1), (700, 2), (1399, 2), (1400, 4), (10**6, MOST)])
def test_many_records_are_divided_into_parts_and_few_are_not(total: int, expected: int) -> None:
    assert parts_of(total) == expected


@given(st.lists(st.integers(0, 999), unique=True, max_size=40), st.integers(1, 9))
def test_a_record_is_in_the_part_of_its_article_whatever_other_records_there_are(
    numbers: list[int], count: int
) -> None:
    made = [replace(ARTICLE, path=f"articles/{n}.html") for n in numbers]
    said = [Record("quotation", one.path, (), (), number=1) for one in made]
    names = [Record("person", f"people/{n}.html", (), (), home=one.path) for n, one in zip(numbers, made, strict=True)]
    divided = parts([*made, *said, *names], count)
    alone = [number for one in made for number in parts([one], count)]
    found = {one.path: number for number, part in divided.items() for one in part}
    assert [found[one.path] for one in made] == alone == [found[one.path] for one in names]
    assert sum(map(len, divided.values())) == 3 * len(numbers)
    assert all(part == sorted(part, key=place) for part in divided.values())


def test_texts_stand_in_it_as_they_are_each_passage_with_the_number_of_its_paragraph() -> None:
    seen = Reading(document(ARTICLE))
    assert seen.texts == ["A pool for <all> & everyone", "It opens <soon>.", "A heading", "swimming"]
    assert seen.ids == ["p1", "p4"]


def test_a_passage_is_no_block_as_the_indexer_would_end_it_with_a_full_stop() -> None:
    assert '<span id="p4">A heading</span>' in document(ARTICLE)


@given(st.text(max_size=60))
def test_no_text_can_be_taken_for_markup_or_for_a_value_of_its_own(text: str) -> None:
    record = Record("tag", "tags/x.html", shown=(("articles", text),), filters=(("tag", text),), title=text or "x")
    seen = Reading(document(record))
    assert [name for name, _ in seen.told] == ["data-pagefind-meta articles[content]", "data-pagefind-meta title"]
    assert not seen.ids
    document(record).encode()
    facets([record], {place(record): "en_1"}).decode()


@pytest.mark.parametrize(
    ("number", "expected"),
    [(None, "article/articles/pool-1b9d6bcd.html"), (3, "article/articles/pool-1b9d6bcd~3.html")],
)
def test_the_place_of_a_document_tells_kind_and_page(number: int | None, expected: str) -> None:
    record = Record("article", ARTICLE.path, shown=(), filters=(), number=number)
    assert place(record) == expected
    assert re.fullmatch(r"\w+/[a-z0-9./-]+(~\d+)?\.html", place(record))


def test_results_can_be_narrowed_down_by_what_is_told_of_them_under_their_ids() -> None:
    said = Record("quotation", ARTICLE.path, (), (("person", "Jane Doe"), ("year", "2026")), number=1, day="2026-03-02")
    told = json.loads(facets([ARTICLE, said], {place(ARTICLE): "en_b", place(said): "en_a"}))
    assert told == {
        "values": {
            "source": ['The "Daily" Reed'], "person": ["Jane Doe", "Roe, John: the elder"], "tag": [], "year": ["2026"]
        },
        "rows": {
            "en_b": ["article", "2026-03-02", [0], [0, 1], [], []],
            "en_a": ["quotation", "2026-03-02", [], [0], [], [0]],
        },
    }  # fmt: skip


def test_how_many_articles_a_name_has_is_told_beside_its_document() -> None:
    name = Record("person", "people/jane-doe.html", (), (("person", "Jane Doe"),), count=12, title="Jane Doe")
    assert json.loads(facets([name], {place(name): "en_a"}))["rows"] == {"en_a": ["person", "", [], [0], [], [], 12]}
    assert document(name) == document(replace(name, count=13))


def test_what_the_indexer_has_left_out_is_left_out() -> None:
    assert json.loads(facets([ARTICLE], {}))["rows"] == {}


def test_documents_are_the_same_each_time_and_each_has_a_place_of_its_own() -> None:
    once, again = (tuple(records(views.open_library(edition(), Options()))) for _ in range(2))
    assert [document(one) for one in once] == [document(one) for one in again]
    assert len({place(one) for one in once}) == len(once)


@pytest.mark.parametrize(
    ("change", "matters"),
    [
        ({"title": "A lido"}, True),
        ({"path": "articles/lido-1b9d6bcd.html"}, True),
        ({"kind": "quotation"}, True),
        ({"number": 2}, True),
        ({"shown": ()}, True),
        ({"passages": ARTICLE.passages[::-1]}, True),
        ({"passages": (Passage("It opens <soon>.", 2), ARTICLE.passages[1])}, True),
        ({"words": ("swimming", "pools")}, True),
        ({"filters": ()}, False),
        ({"count": 7}, False),
        ({"day": "2025-01-01"}, False),
        ({"home": "articles/other.html"}, False),
    ],
)
def test_records_count_as_changed_where_their_documents_are(change: dict[str, object], matters: bool) -> None:
    changed = replace(ARTICLE, **change)  # type: ignore[arg-type]
    assert (digest_of([changed]) != digest_of([ARTICLE])) is matters
    assert ((place(changed), document(changed)) != (place(ARTICLE), document(ARTICLE))) is matters


def test_records_with_half_a_character_have_a_digest_too() -> None:
    assert digest_of([replace(ARTICLE, title="\ud800")]) != digest_of([ARTICLE])
