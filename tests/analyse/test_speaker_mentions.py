from __future__ import annotations

import pytest
from newsdigest.analyse import quote_marks, speaker_mentions
from newsdigest.analyse.speaker_setting import Setting, setting
from newsdigest.model import Span
from spacy.tokens import Token

from tests.analyse.reading import mentions, parsed, role_objects, split

pytestmark = pytest.mark.model


def settings(*lines: str) -> Setting:
    made, doc = parsed(*lines)
    return setting(doc, split(*lines), mentions(*lines), role_objects(*lines), quote_marks.find(made))


def token(known: Setting, word: str) -> Token:
    return next(token for token in known.tokens if token.text == word)


def span(known: Setting, words: str) -> Span:
    return Span(known.text.index(words), known.text.index(words) + len(words))


def test_the_name_that_holds_a_word_is_its_mention() -> None:
    known = settings("Laura Bennett left.")
    found = speaker_mentions.mention_of(known, token(known, "Bennett"))
    assert found is not None
    assert found.text == "Laura Bennett"


def test_a_place_is_no_speaker_s_name() -> None:
    known = settings("Laura Bennett left Leeds.")
    assert speaker_mentions.mention_of(known, token(known, "Leeds")) is None


def test_a_person_in_apposition_is_the_mention() -> None:
    known = settings("The owner, Laura Bennett, said so.")
    found = speaker_mentions.mention_of(known, token(known, "owner"))
    assert found is not None
    assert found.text == "Laura Bennett"


@pytest.mark.parametrize(
    ("words", "name"),
    [("The shadow leader of the House Laura Bennett", "Laura Bennett"), ("An aide to Laura Bennett", None)],
)
def test_a_person_ends_the_words_for_a_speaker_only_behind_a_title(words: str, name: str | None) -> None:
    known = settings(f"{words} said so.")
    found = speaker_mentions.person_inside(known, token(known, words.split()[1]), span(known, words))
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the chairman", "Paul Harris"),
        ("the village chairman", "Paul Harris"),
        ("the former chairman", None),
        ("the mayor", None),
        ("the table", None),
    ],
)
def test_a_role_is_somebody_s_if_all_of_it_is_known(words: str, name: str | None) -> None:
    known = settings(f"Village chairman Paul Harris came. Then {words} went.")
    assert speaker_mentions.by_role(known, span(known, words)) == name


def test_an_organisation_keeps_the_form_it_is_named_by() -> None:
    known = settings("Siemens AG opened. Later Siemens closed.")
    assert {
        m.text: speaker_mentions.full(known, m) for m in known.named.values() if m.kind == "organisation"
    }.items() >= {("Siemens", "Siemens")}
