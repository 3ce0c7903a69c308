"""Helper of the tests of roles: a phrase as the words of its line."""

from __future__ import annotations

from newsdigest.analyse.role_words import Phrase


def words_of(line: str, phrase: Phrase) -> tuple[str, str | None, tuple[str, ...]]:
    """Give the statement, the role and the organisations of a phrase."""
    role = line[phrase.role.start : phrase.role.end] if phrase.role else None
    return line[phrase.whole.start : phrase.whole.end], role, phrase.organisations
