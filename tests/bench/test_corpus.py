"""Collections of any size: the same everywhere, all different, and as long as the texts they are made from."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.bench.corpus import SHIPPED, STEP, WORD, Corpus, Text, corpus, recombined, write

TEXTS = (
    "Ferry to Ostby\n\nThe ferry to Ostby leaves at noon, said Harbour Master Brandt.",
    "Bridge in Velmar\n\nThe bridge in Velmar opens on Monday, said Mayor Quillon.",
    "Museum in Tarnow\n\nThe museum in Tarnow is closed, said Doctor Lindor.",
)


def first(texts: tuple[str, ...], number: int) -> list[Text]:
    return list(islice(Corpus(texts).articles(), number))


def test_the_first_articles_are_the_texts_themselves() -> None:
    assert [f"{one.title}\n\n{one.body}" for one in first(TEXTS, 3)] == list(TEXTS)


def test_a_copy_is_as_long_as_its_text_in_every_word() -> None:
    original, copy = first(TEXTS, 4)[0], first(TEXTS, 4)[3]
    assert copy.body != original.body
    assert [len(word) for word in copy.body.split()] == [len(word) for word in original.body.split()]


def test_a_copy_names_others() -> None:
    assert "Brandt" not in first(TEXTS, 4)[3].body


@pytest.mark.parametrize("copy", [1, 2, 50])
def test_capital_words_are_exchanged_for_capital_ones(copy: int) -> None:
    exchange = Corpus(TEXTS).exchange(copy)
    for word in WORD.findall(" ".join(TEXTS)):
        assert exchange(word)[0].isupper() == word[0].isupper()


def test_words_that_many_texts_have_are_kept() -> None:
    assert Corpus(TEXTS).exchange(1)("said") == "said"


def test_the_same_word_is_exchanged_alike_in_any_text() -> None:
    exchange = Corpus(TEXTS).exchange(1)
    assert exchange(f"{TEXTS[0]} Brandt") == f"{exchange(TEXTS[0])} {exchange('Brandt')}"


def test_numbers_and_short_words_are_no_words_to_be_exchanged() -> None:
    assert Corpus(("at 12:45 on 3 May 2020",)).exchange(STEP)("at 12:45 on 3 May 2020") == "at 12:45 on 3 May 2020"


def test_the_days_are_spread() -> None:
    assert len({one.day for one in first(TEXTS, 100)}) == 100


def test_an_article_states_its_title_and_day() -> None:
    assert first(TEXTS, 1)[0].file.startswith("Title: Ferry to Ostby\nDate: 2024-01-01\n\nThe ferry")


def test_the_articles_are_the_same_each_time() -> None:
    assert first(TEXTS, 20) == first(TEXTS, 20)


def test_each_round_of_copies_is_written_to_a_folder_of_its_own(tmp_path: Path) -> None:
    write(Corpus(TEXTS), 5, tmp_path)
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.txt"))
    assert written == ["000/00000.txt", "000/00001.txt", "000/00002.txt", "001/00003.txt", "001/00004.txt"]


def test_texts_are_taken_from_a_folder(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(f"\n{text}\n", encoding="utf-8")
    assert corpus(tmp_path).texts == list(TEXTS)


def test_without_such_a_folder_what_comes_with_the_project_is_recombined(tmp_path: Path) -> None:
    made = corpus(tmp_path / "nowhere").texts
    assert made == recombined([path.read_text(encoding="utf-8").strip() for path in sorted(SHIPPED.glob("*.txt"))])
    assert len(set(made)) == len(made) > 20


def test_a_recombined_text_has_a_short_title_over_its_paragraphs() -> None:
    blocks = [" ".join(f"w{number}x{place}" for place in range(12)) for number in range(9)]
    title, gap, *paragraphs = recombined(["\n\n".join(blocks)])[0].split("\n")
    assert (len(title.split()), gap) == (8, "")
    assert set(paragraphs) - {""} < set(blocks)
