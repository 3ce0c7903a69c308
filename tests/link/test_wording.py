"""What is read of one text alone: its runs of words, and its words counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from zlib import crc32

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.link import wording as module
from newsdigest.link.wording import RUN, Wording, counted, runs, runs_of, wordings
from newsdigest.model import Paragraph, Story
from newsdigest.text import content_words, words

from tests.sample import STORIES


def story(text: str, title: str = "") -> Story:
    return replace(STORIES[0], title=title, paragraphs=(Paragraph(text),))


def read(one: Story) -> Wording:
    return wordings([one], {})[one.id]


@pytest.mark.parametrize(
    "text", ["", "Rain", "It rained on all five hills", "Été à Łódź: l'eau co-operates, Σ ΟΔΟΣ 1.5m"]
)
def test_a_run_is_five_words_in_lower_case(text: str) -> None:
    plain = [word.lower() for word in words(text)]
    parts = [" ".join(plain[at : at + RUN]) for at in range(len(plain) - RUN + 1)]
    assert list(runs_of(text)) == [crc32(part.encode()) for part in parts]


@given(st.text(), st.text())
def test_what_is_read_of_a_text_is_given_back_also_after_it_was_written_down(title: str, text: str) -> None:
    one = story(text, title)
    made = read(one)
    for known in (made, msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Wording)):
        assert runs(known) == runs_of(text)
        assert counted(known) == Counter(content_words(f"{title}\n{title}\n{text}"))


def test_words_of_the_title_count_double_and_those_that_tell_nothing_not_at_all() -> None:
    assert counted(read(story("The ferries of the harbour", "Night ferry"))) == {"night": 2, "ferry": 3, "harbour": 1}


def test_the_words_stand_in_the_order_in_which_the_article_has_them() -> None:
    assert list(counted(read(story("kelp sea rain sea", "tide")))) == ["tide", "kelp", "sea", "rain"]


def test_what_is_known_of_a_text_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = wordings(STORIES, {})
    monkeypatch.setattr(module, "_wording", None)
    assert wordings(STORIES, known) == known


def test_what_is_known_of_texts_that_are_gone_is_dropped() -> None:
    _, *others = STORIES
    assert wordings(others, wordings(STORIES, {})).keys() == {one.id for one in others}
