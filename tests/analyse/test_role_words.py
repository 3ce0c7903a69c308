from __future__ import annotations

import pytest
from newsdigest.analyse import role_words
from newsdigest.analyse.role_words import is_closed, is_common, is_dash, is_hyphened, is_job, is_like_job
from newsdigest.model import Mention, Span

from tests.analyse.reading import mentions, parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("line", "word", "verdict"),
    [
        ("Then the chairman left.", "chairman", True),
        ("Then the co-founder left.", "founder", True),
        ("Then the attorney general left.", "general", True),
        ("Then the secretary-general left.", "general", True),
        ("Then the first lady left.", "lady", True),
        ("Then the mayor-elect left.", "elect", True),
        ("Then the council member left.", "member", True),
        ("Then the co-anchor left.", "anchor", True),
        ("Then Lt. Weber left", ".", True),
        ("Then the general public left.", "general", False),
        ("Then the lady left.", "lady", False),
        ("Then the member left.", "member", False),
        ("Then the table fell.", "table", False),
        ("Then they elect nobody.", "elect", False),
    ],
)
def test_jobs_are_told_by_their_words(line: str, word: str, verdict: bool) -> None:
    _, doc = parsed(line)
    assert is_job(next(token for token in doc if token.text == word)) is verdict


@pytest.mark.parametrize(
    ("line", "word", "verdict"),
    [
        ("She was a welder.", "welder", True),
        ("She was a public figure.", "figure", True),
        ("She had a figure.", "figure", False),
        ("It was a number.", "number", False),
        ("It was the paper.", "paper", False),
        ("It was a letter.", "letter", False),
        ("It was a statement.", "statement", False),
        ("He was a man.", "man", False),
        ("The last figures came.", "figures", False),
    ],
)
def test_other_nouns_can_be_roles_where_the_sentence_makes_them(line: str, word: str, verdict: bool) -> None:
    _, doc = parsed(line)
    assert is_like_job(next(token for token in doc if token.text == word)) is verdict


@pytest.mark.parametrize(
    ("line", "word", "verdict"),
    [
        ("The Hamburg-based firm left.", "based", True),
        ("The Hamburg-based firm left.", "Hamburg", True),
        ("The 100m champion left.", "m", True),
        ("The firm was based here.", "based", False),
    ],
)
def test_parts_of_a_hyphened_word_are_known(line: str, word: str, verdict: bool) -> None:
    _, doc = parsed(line)
    assert is_hyphened(next(token for token in doc if token.text == word)) is verdict


def test_a_hyphen_between_spaces_is_a_dash() -> None:
    _, doc = parsed("LEEDS - The well-known man left.")
    assert [is_dash(token) for token in doc if token.text == "-"] == [True, False]


def test_a_name_is_closed_by_a_comma_and_not_by_a_verb() -> None:
    _, doc = parsed("The mayor, Karl Weber, left. Then Karl Weber returned.")
    assert [is_closed(doc, token) for token in doc if token.text == "Weber"] == [True, False]


def test_the_name_at_a_word_is_found_by_its_kind() -> None:
    line = "Siemens chairman Karl Weber left."
    _, doc = parsed(line)
    names = mentions(line)
    assert role_words.organisation_at(doc[0], names) == "Siemens"
    assert role_words.organisation_at(doc[2], names) is None
    person = role_words.mention_at(doc[3], names, "person")
    assert person is not None
    assert person.text == "Karl Weber"


@pytest.mark.parametrize(
    "table",
    ["FAMILY", "LIKE_ROLES", "MEMBERS", "MORE_ROLES", "PARTISANS", "PORTFOLIOS", "QUALIFIERS", "_NO_AGENT"],
)
def test_the_tables_are_in_lower_case(table: str) -> None:
    words: frozenset[str] = getattr(role_words, table)
    assert sorted(words) == sorted(word.lower() for word in words)


@pytest.mark.parametrize(
    ("line", "name", "verdict"),
    [
        ("They spoke of the ousting of openWave chairman Karl Weber in May.", "openWave", False),
        ("The shop owner Karl Weber left.", "shop", True),
        ("The Transport Minister Karl Weber left.", "Transport", True),
    ],
)
def test_a_word_with_capitals_inside_is_no_common_noun(line: str, name: str, verdict: bool) -> None:
    _, doc = parsed(line)
    start = line.index(name)
    mention = Mention(Span(start, start + len(name)), name, "organisation")
    assert is_common(mention, doc) is verdict
