"""Which entry a section of the owner's corrections means, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from newsdigest import curation
from newsdigest.link.corrections import correct
from newsdigest.model import Entity

from tests.link.naming import Article, article, who

FORDS = (
    article("a", "Ardle Motor Company grew. Ardle sold cars.", houses="Ardle Motor Company | Ardle", days=2),
    article("b", "Tom Ardle came. Ardle sang.", people="Tom Ardle | Ardle"),
)
SHARED = (
    article("a", "Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe", days=2),
    article("b", "Ann Roe stayed.", "Ann Roe"),
)


def corrected(
    articles: tuple[Article, ...], **sections: Mapping[str, Mapping[str, object]]
) -> tuple[list[Entity], list[str]]:
    """Apply the file's sections to what some articles name; give the entities and the warnings."""
    given = curation.parse(sections)
    stories, analyses = zip(*articles, strict=True)
    entities, warnings = correct(who(*articles), stories, analyses, given)
    return list(entities), [*given.warnings, *warnings]


def kinds(entities: list[Entity]) -> dict[str, str]:
    return {one.name: one.kind for one in entities}


@pytest.mark.parametrize("nothing", [{}, {"hide": False}, {"merge": []}])
@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_a_section_that_matches_nothing_warns_even_if_it_asks_for_nothing(
    kind: str, nothing: dict[str, object]
) -> None:
    found, warnings = corrected(SHARED, **{kind: {"Nobody": nothing}})
    assert found == who(*SHARED)
    assert warnings == ["curation.toml: “Nobody” matches no person or organisation"]


def test_a_section_that_matches_and_asks_for_nothing_is_silent() -> None:
    assert corrected(SHARED, person={"Ann Roe": {}}) == (who(*SHARED), [])


def test_two_sections_that_hide_the_same_person_are_no_mistake() -> None:
    found, warnings = corrected(SHARED, person={"Ann Roe": {"hide": True}, "ann-roe": {"hide": True}})
    assert "Ann Roe" not in kinds(found)
    assert not warnings


@pytest.mark.parametrize(
    ("section", "hidden"), [("organisation", "Ardle Motor Company"), ("person", "Tom Ardle")]
)  # fmt: skip
def test_a_section_means_the_entries_of_its_own_kind_first(section: str, hidden: str) -> None:
    found, warnings = corrected(FORDS, **{section: {"Ardle": {"hide": True}}})
    assert set(kinds(who(*FORDS))) - set(kinds(found)) == {hidden}
    assert not warnings


def test_a_form_of_its_own_kind_goes_before_a_name_of_the_other() -> None:
    articles = (
        article("a", "Larch rose. Larch fell.", houses="Larch", days=2),
        article("b", "Jane Larch came. Larch spoke.", people="Jane Larch | Larch"),
    )
    assert set(kinds(corrected(articles, person={"Larch": {"hide": True}})[0])) == {"Larch"}
    assert set(kinds(corrected(articles, organisation={"Larch": {"hide": True}})[0])) == {"Jane Larch"}


def test_a_section_means_the_other_kind_where_there_is_none_of_its_own() -> None:
    found, warnings = corrected(SHARED, organisation={"Ann Roe": {"role": "painter"}})
    assert [stated.role.text for one in found if one.name == "Ann Roe" for stated in one.roles] == ["painter"]
    assert not warnings


def test_names_to_merge_are_of_the_sections_kind_too() -> None:
    articles = (*FORDS, article("c", "Larch Cars closed.", houses="Larch Cars"))
    found, warnings = corrected(articles, organisation={"Larch Cars": {"merge": ["Ardle"]}})
    assert kinds(found) == {"Larch Cars": "organisation", "Tom Ardle": "person"}
    assert not warnings


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"kind": "person", "role": "singer", "rename": "A. M. Company"},
         {"A. M. Company": "person", "Tom Ardle": "person"}),
        ({"kind": "place"}, {"Tom Ardle": "person"}),
        ({"kind": "person", "hide": True}, {"Tom Ardle": "person"}),
    ],
)  # fmt: skip
def test_a_corrected_kind_does_not_lead_a_section_astray(wish: dict[str, object], expected: dict[str, str]) -> None:
    found, warnings = corrected(FORDS, organisation={"Ardle": wish})
    assert kinds(found) == expected
    assert not warnings
    assert all(one.roles == () for one in found if one.name == "Tom Ardle")


def test_after_a_merge_nothing_is_said_to_be_perhaps_the_same() -> None:
    assert [one.notes for one in who(*SHARED) if one.name == "Doe"] == [("may be Don Doe or Mike Doe",)]
    for section in ({"Don Doe": {"merge": ["Doe"]}}, {"doe": {"merge": ["Don Doe"]}}):
        found, _ = corrected(SHARED, person=section)
        assert [one.notes for one in found] == [()] * 3
