from __future__ import annotations

import re
from pathlib import Path

import pytest
from newsdigest.analyse import cues

TABLES = ["MESSAGES", "NAMING", "SAID", "SAYING", "SPEAKING_NOUNS", "SPEAKING_PRONOUNS", "THINKING", "UTTERANCES"]


@pytest.mark.parametrize("name", TABLES)
def test_the_words_of_a_table_are_small_letters(name: str) -> None:
    assert all(re.fullmatch(r"[a-z-]+", word) for word in getattr(cues, name))


@pytest.mark.parametrize(
    "table", re.findall(r'"""\n((?:    [a-z][^\n]*\n)+)', Path(cues.__file__ or "").read_text("utf-8"))
)
def test_the_words_of_a_table_are_sorted_and_stand_there_once(table: str) -> None:
    words = table.split()
    assert words == sorted(set(words))


def test_what_attributes_is_said_named_or_thought() -> None:
    assert cues.VERBS == cues.SAYING | cues.NAMING | cues.THINKING
    assert not cues.SAYING & cues.THINKING


def test_nobody_in_particular_is_no_speaker() -> None:
    assert not cues.SPEAKING_PRONOUNS & {"i", "nobody", "none", "that", "there", "this", "us", "we", "what", "you"}
