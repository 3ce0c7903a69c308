"""Files of an index: what was indexed in parts is found as if it had been indexed at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.views.cbor import ARRAY, UNSIGNED, coded, head, string
from newsdigest.views.search_files import (
    ONE_PAGE,
    Part,
    Places,
    Word,
    put_together,
    read_part,
    read_words,
    told_apart,
)

Found = Mapping[tuple[str, str], Sequence[tuple[int, bytes]]]
"""By word and form: numbers of pages, and where on them."""

META = (
    b"\x86e1.5.2" b"\x82\x82den_a\x05\x82den_b\x18\x2a" b"\x81\x83aabzzden_1" b"\x80\x80" b"\x82cdayetitle"
)  # fmt: skip
CHUNK = (
    b"\x81\x82"
    b"\x83ecafe\x20\x80\x81\x82fcaf\xc3\xa9s\x81\x83\x01\x81\x03\x80"
    b"\x83cfoo\x82\x83\x00\x81\x05\x80\x83\x01\x82\x38\x18\x19\x01\x00\x82\x21\x00\x80"
)
"""Two words: one only in a form with diacritics, on the second page; one on both."""
FILES = {
    "pagefind.en_0.pf_meta": META,
    "index/en_1.pf_index": CHUNK,
    **{f"fragment/en_{one}.pf_fragment": b'{"url":"/%s.html","content":"x"}' % one.encode() for one in "ab"},
}
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
PAGES = st.dictionaries(
    st.integers(0, 299), st.sampled_from((b"\x80\x80", b"\x81\x07\x81\x20", b"\x80\x81\x19\x07\xff"))
)


def places(pages: Mapping[int, bytes]) -> bytes:
    """Write where a word stands, in the form of Pagefind."""
    ordered = sorted(pages)
    steps = [after - before for before, after in zip([0, *ordered], ordered, strict=False)]
    rows = (b"\x83" + coded(UNSIGNED, step) + pages[page] for step, page in zip(steps, ordered, strict=True))
    return coded(ARRAY, len(ordered)) + b"".join(rows)


def chunk(words: Mapping[str, Mapping[int, bytes]]) -> bytes:
    """Write a file of words."""
    rows = (b"\x83" + string(text) + places(words[text]) + b"\x80" for text in sorted(words))
    return b"\x81" + coded(ARRAY, len(words)) + b"".join(rows)


def standing(one: Places) -> Iterator[tuple[int, bytes]]:
    """Read where a word stands, page by page."""
    data, page = b"\x83" + coded(UNSIGNED, one.first) + one.rest if one.pages else b"", 0
    for row in ONE_PAGE.finditer(data):
        page += head(row[1], 0)[0]
        yield page, row[0][1 + len(row[1]) :]


def found(words: Sequence[Word], before: int = 0) -> Found:
    """Everything that words lead to."""
    rows = [(word.text, form, one) for word in words for form, one in (("", word.places), *word.variants)]
    return {
        (text, form): [(before + page, rest) for page, rest in standing(one)] for text, form, one in rows if one.pages
    }


def part(ids: Sequence[str], words: Mapping[str, Mapping[int, bytes]]) -> Part:
    """Make a part with these words."""
    read = groupby(read_words(chunk(words)), lambda word: word.text[:1])
    packed = {letter: msgspec.msgpack.encode(list(some)) for letter, some in read}
    return Part("1.5.2", tuple(ids), (3,) * len(ids), tuple(ids), ("day", "title"), packed)


def words_of(files: Mapping[str, bytes]) -> list[Word]:
    """The words of all files, in order."""
    return [word for name, data in files.items() if name.startswith("index/") for word in read_words(data)]


def test_a_part_tells_its_pages_their_lengths_and_what_is_told_of_them() -> None:
    made = read_part(FILES)
    assert made[:5] == ("1.5.2", ("en_a", "en_b"), (5, 42), ("a.html", "b.html"), ("day", "title"))


def test_a_part_without_words_is_nothing_and_adds_nothing() -> None:
    one = read_part(FILES)
    assert read_part({"pagefind-entry.json": b"{}"}) == Part()
    assert list(put_together([Part(), one, Part()], "en")) == list(put_together([one], "en"))


def test_a_word_leads_to_its_pages_and_so_do_its_forms_with_diacritics() -> None:
    words = read_part(FILES).words
    assert list(words) == ["c", "f"]
    assert found([word for data in words.values() for word in msgspec.msgpack.decode(data, type=list[Word])]) == {
        ("foo", ""): [(0, b"\x81\x05\x80"), (1, b"\x82\x38\x18\x19\x01\x00\x82\x21\x00")],
        ("cafe ", "cafés"): [(1, b"\x81\x03\x80")],
    }


@pytest.mark.parametrize(
    ("meta", "message"),
    [
        (META.replace(b"1.5.2", b"1.6.0"), r"expected the files of Pagefind 1\.5\.x, found those of 1\.6\.0"),
        (META.replace(b"\x80\x80", b"\x81\x80"), "without filters and orders"),
    ],
)
def test_files_of_another_form_are_refused(meta: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_part({**FILES, "pagefind.en_0.pf_meta": meta})


@pytest.mark.parametrize("end", [5, 12, len(CHUNK) - 4])
def test_a_file_that_is_cut_off_is_no_index(end: int) -> None:
    with pytest.raises((ValueError, LookupError)):
        read_part({**FILES, "index/en_1.pf_index": CHUNK[:end]})


def test_parts_that_number_what_is_told_otherwise_are_not_put_together() -> None:
    one = read_part(FILES)
    with pytest.raises(ValueError, match="parts of one kind"):
        list(put_together([one, one._replace(fields=("day",))], "en"))


@given(st.lists(st.dictionaries(TEXTS, PAGES.filter(bool), max_size=8), min_size=1, max_size=4), st.integers(1, 300))
def test_a_word_leads_to_its_pages_in_all_parts(contents: list[dict[str, dict[int, bytes]]], size: int) -> None:
    parts = [part([f"en_{page}-{n}" for page in range(300)], words) for n, words in enumerate(contents)]
    with pytest.MonkeyPatch.context() as small:
        small.setattr("newsdigest.views.search_files.CHUNK", size)
        files = dict(put_together(parts, "en"))
    expected: dict[tuple[str, str], list[tuple[int, bytes]]] = {}
    for n, words in enumerate(contents):
        for key, pages in found(list(read_words(chunk(words))), 300 * n).items():
            expected.setdefault(key, []).extend(pages)
    told = words_of(files)
    assert found(told) == expected
    assert [word.text for word in told] == sorted({text for words in contents for text in words})


def test_what_is_put_together_can_be_taken_apart_again_and_is_the_same() -> None:
    one = read_part(FILES)
    files = dict(put_together([one], "en"))
    assert read_part({**FILES, **files}) == one


def test_pages_of_a_part_come_after_those_of_the_part_before() -> None:
    one = read_part(FILES)
    other = one._replace(ids=("en_a-1", "en_b-1"))
    files = dict(put_together([one, other], "en"))
    assert [page for page, _ in found(words_of(files))["foo", ""]] == [0, 1, 2, 3]
    assert [page for page, _ in found(words_of(files))["cafe ", "cafés"]] == [1, 3]
    meta = next(data for name, data in files.items() if name.endswith(".pf_meta"))
    assert meta.index(b"en_b") < meta.index(b"en_a-1")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            [("apple", "apple"), ("apricot", "banana"), ("peach", "plum")],
            [("apple", "apple"), ("apr", "b"), ("p", "plum")],
        ),
        ([("a", "night"), ("nightmare", "z")], [("a", "night"), ("nightm", "z")]),
        ([("a", "b")], [("a", "b")]),
    ],
)
def test_files_of_words_are_told_apart_by_beginnings(
    files: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    rows = [(first, last, str(n)) for n, (first, last) in enumerate(files)]
    assert [row[:2] for row in told_apart(rows)] == expected
