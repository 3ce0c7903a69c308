"""Who said a quotation, by the owner's word."""

from __future__ import annotations

import pytest
from newsdigest import curation
from newsdigest.link import link
from newsdigest.model import Edition, Entity
from newsdigest.options import Options

from tests.link.naming import article

SAID = "We will build it, Jane Doe hopes. Bob Roe agrees."
ARTICLES = (article("a", SAID, "Jane Doe | Bob Roe", quote="Bob Roe"), article("b", "Al Oak came.", "Al Oak", days=1))


def edition(speakers: dict[str, str], file: str = "a.txt") -> Edition:
    given = curation.parse({"article": {file: {"speakers": speakers}}})
    stories, analyses = zip(*ARTICLES, strict=True)
    return link(stories, analyses, given, (), given.warnings, Options())


def named(found: Edition, name: str) -> Entity:
    return next(one for one in found.entities if one.name == name)


def test_without_a_word_the_quotation_is_his() -> None:
    assert len(named(edition({}), "Bob Roe").quotes) == 1


@pytest.mark.parametrize("words", [SAID, "we will build…", "We will build it,…"])
@pytest.mark.parametrize("name", ["Jane Doe", "jane-doe"])
def test_the_quotation_goes_to_the_speaker_stated(words: str, name: str) -> None:
    found = edition({words: name})
    assert found.warnings == ()
    assert [len(named(found, one).quotes) for one in ("Jane Doe", "Bob Roe")] == [1, 0]
    assert found.analyses[0].quotes[0].attribution == "correction"


def test_a_speaker_may_be_known_from_other_articles_only() -> None:
    assert [said.story_id for said in named(edition({"We will…": "Al Oak"}), "Al Oak").quotes] == ["a"]


def test_an_empty_name_says_that_nobody_is_known() -> None:
    found = edition({"We will…": ""})
    assert found.warnings == ()
    assert not any(one.quotes for one in found.entities)
    assert found.analyses[0].quotes[0].speaker is None


def test_a_description_stands_as_it_is() -> None:
    found = edition({"We will…": "an official"})
    assert found.warnings == ()
    assert found.analyses[0].quotes[0].speaker == "an official"


def test_a_name_that_fits_nobody_is_told_with_the_nearest() -> None:
    warning = 'curation.toml: speakers in [article."a.txt"]: “Jane Do” matches no person or organisation'
    assert edition({"We will…": "Jane Do"}).warnings == (f"{warning}; the nearest is “Jane Doe”",)


def test_words_that_nobody_said_are_told() -> None:
    warning = 'curation.toml: speakers in [article."a.txt"]: no quotation is “They did…”'
    assert edition({"They did…": "Jane Doe"}).warnings == (warning,)


@pytest.mark.parametrize("value", [{"x": 3}, {"": "Jane"}, ["Jane"], "Jane"])
def test_speakers_of_another_form_are_told(value: object) -> None:
    found = curation.parse({"article": {"a.txt": {"speakers": value}}})
    assert found.stories[0].speakers == ()
    assert 'expected a table of "words said" = "name"' in found.warnings[0]
