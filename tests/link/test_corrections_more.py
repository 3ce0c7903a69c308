"""Somebody else of the same name, roles that are wrong, and names that were taken for places."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from newsdigest import curation
from newsdigest.link import link
from newsdigest.model import Edition, Entity
from newsdigest.options import Options

from tests.link.naming import Article, article

SMITHS = (
    article("bank", "Treasurer Jane Doe resigned. Doe left.", "Jane Doe | Doe", role="Jane Doe", role_text="treasurer"),
    article("farm", "Farmer Jane Doe sang.", "Jane Doe", role="Jane Doe", role_text="farmer", quote="Jane Doe", days=1),
    article("song", "Jane Doe sang on.", "Jane Doe", days=2),
)
TOWN = (article("town", "Quillport won. Fans of Quillport wept.", places="Quillport"),)


def edition(articles: tuple[Article, ...], **sections: Mapping[str, Mapping[str, object]]) -> Edition:
    given = curation.parse(sections)
    stories, analyses = zip(*articles, strict=True)
    return link(stories, analyses, given, (), given.warnings, Options())


def named(found: Edition, name: str) -> Entity:
    return next(one for one in found.entities if one.name == name)


def test_somebody_else_of_the_same_name_takes_the_articles_along() -> None:
    wish = {"Jane Doe": {"apart": {"Jane Doe (singer)": ["farm.txt", "song.txt"]}}}
    found = edition(SMITHS, person=wish)
    singer, other = named(found, "Jane Doe (singer)"), named(found, "Jane Doe")
    assert found.warnings == ()
    assert [seen.story_id for seen in singer.appearances] == ["farm", "song"]
    assert [stated.role.text for stated in singer.roles] == ["farmer"]
    assert [said.story_id for said in singer.quotes] == ["farm"]
    assert [alias.text for alias in singer.aliases] == ["Jane Doe"]
    assert [stated.role.text for stated in other.roles] == ["treasurer"]
    assert [alias.text for alias in other.aliases] == ["Doe"]
    assert (singer.id, other.id) == ("jane-doe-singer", "jane-doe")


@pytest.mark.parametrize(("file", "hint"), [("fram.txt", "; the nearest is “farm.txt”"), ("zzz", "")])
def test_an_article_that_does_not_name_the_person_is_told(file: str, hint: str) -> None:
    found = edition(SMITHS, person={"Jane Doe": {"apart": {"Jane D.": [file]}}})
    assert found.warnings == (f'curation.toml: apart in [person."Jane Doe"]: “{file}” does not name “Jane Doe”{hint}',)
    assert len(found.entities) == 1


def test_a_role_that_is_wrong_can_be_dropped() -> None:
    found = edition(SMITHS, person={"Jane Doe": {"drop_role": ["Treasurer"], "role": "singer"}})
    assert found.warnings == ()
    assert [stated.role.text for stated in found.entities[0].roles] == ["singer", "farmer"]


def test_a_role_that_nobody_states_is_told_with_the_nearest() -> None:
    found = edition(SMITHS, person={"Jane Doe": {"drop_role": ["treasure"]}})
    assert found.warnings == ("curation.toml: “Jane Doe” has no role “treasure” to drop; the nearest is “treasurer”",)


@pytest.mark.parametrize("section", ["person", "organisation"])
@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_a_name_that_was_taken_for_a_place_comes_back(section: str, kind: str) -> None:
    found = edition(TOWN, **{section: {"Quillport": {"kind": kind}}})
    assert found.warnings == ()
    assert [(one.name, one.kind, one.appearances[0].mentions) for one in found.entities] == [
        ("Quillport", kind, (0, 1))
    ]
    assert {mention.kind for mention in found.analyses[0].mentions} == {kind}


def test_a_name_that_comes_back_can_be_renamed_and_merged_like_any_other() -> None:
    articles = (*TOWN, article("club", "Quillport Rovers lost.", houses="Quillport Rovers", days=1))
    wish = {"Quillport Rovers": {"merge": ["Quillport"]}, "Quillport": {"kind": "organisation"}}
    found = edition(articles, organisation=wish)
    assert found.warnings == ()
    assert [(one.name, len(one.appearances)) for one in found.entities] == [("Quillport Rovers", 2)]


def test_a_section_on_a_place_says_what_to_add() -> None:
    assert edition(TOWN, person={"Quillport": {"role": "club"}}).warnings == (
        "curation.toml: “Quillport” matches no person or organisation, as it was taken for a place; "
        'add kind = "person" or kind = "organisation"',
    )


def test_the_address_tells_entries_of_one_name_apart() -> None:
    articles = (
        article("a", "Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe"),
        article("b", "Ann Doe met Eve Doe. Doe left.", "Ann Doe | Eve Doe | Doe", days=1),
    )
    for address in ("doe", "doe-2"):
        found = edition(articles, person={address: {"rename": "Doe the First"}})
        assert found.warnings == ()
        assert named(found, "Doe the First").id == address
