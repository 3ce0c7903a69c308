from __future__ import annotations

import pytest
from newsdigest.analyse import role_phrases, role_titles
from newsdigest.analyse.role_words import Phrase, is_job, is_like_job

from tests.analyse.reading import mentions, parsed

pytestmark = pytest.mark.model


def words(line: str, phrase: Phrase | None) -> tuple[str, str | None, tuple[str, ...]] | None:
    if phrase is None:
        return None
    role = line[phrase.role.start : phrase.role.end] if phrase.role else None
    return line[phrase.whole.start : phrase.whole.end], role, phrase.organisations


def before(line: str, name: str) -> tuple[str, str | None, tuple[str, ...]] | None:
    _, doc = parsed(line)
    first = next(token for token in doc if token.idx == line.index(name))
    return words(line, role_titles.before(doc, first, mentions(line)))


def after(line: str, name: str) -> list[tuple[str, str | None, tuple[str, ...]] | None]:
    _, doc = parsed(line)
    last = next(token for token in doc if token.idx + len(token.text) == line.index(name) + len(name))
    return [words(line, phrase) for phrase in role_phrases.after(doc, last, mentions(line))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Siemens chairman Karl Weber left.", ("Siemens chairman", "chairman", ("Siemens",))),
        ("Siemens’s chairman Karl Weber left.", ("Siemens’s chairman", "chairman", ("Siemens",))),
        ("The chairman, Karl Weber, left.", ("chairman", "chairman", ())),
        ("Former chairman Karl Weber left.", ("Former chairman", "Former chairman", ())),
        ("Attorney General Karl Weber left.", ("Attorney General", "Attorney General", ())),
        ("Siemens’s Karl Weber left.", ("Siemens’s", None, ("Siemens",))),
        ("Nobody saw Karl Weber leave.", None),
        ("A friend, Karl Weber, left.", None),
        ("In Leeds Karl Weber left.", None),
    ],
)
def test_the_title_before_a_name(line: str, found: tuple[str, str | None, tuple[str, ...]] | None) -> None:
    assert before(line, "Karl Weber") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Karl Weber, chairman of Siemens, left.", [("chairman of Siemens", "chairman", ("Siemens",))]),
        ("Karl Weber, the chairman, left.", [("the chairman", "chairman", ())]),
        ("Karl Weber (chairman of Siemens) left.", [("chairman of Siemens", "chairman", ("Siemens",))]),
        ("Karl Weber, a member of the board, left.", [("a member of the board", "a member of the board", ())]),
        ("Karl Weber, the son of a baker, left.", []),
        ("Karl Weber, who was late, left.", []),
        ("Karl Weber, of course, left.", []),
        ("Karl Weber left, chairman or not.", []),
        ("Karl Weber of Siemens left.", [("of Siemens", None, ("Siemens",))]),
    ],
)
def test_the_apposition_behind_a_name(line: str, found: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    assert after(line, "Karl Weber") == found


@pytest.mark.parametrize(
    ("line", "word", "verdict"),
    [
        ("Then the chairman left.", "chairman", True),
        ("Then the co-founder left.", "founder", True),
        ("Then the attorney general left.", "general", True),
        ("Then the first lady left.", "lady", True),
        ("Then the general public left.", "general", False),
        ("Then the lady left.", "lady", False),
        ("Then the table fell.", "table", False),
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
    ],
)
def test_other_nouns_can_be_roles_where_the_sentence_makes_them(line: str, word: str, verdict: bool) -> None:
    _, doc = parsed(line)
    assert is_like_job(next(token for token in doc if token.text == word)) is verdict
