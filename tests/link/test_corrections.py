"""The owner's corrections to the who's who."""

from __future__ import annotations

import pytest
from newsdigest.corrections import Curation, EntityCorrection
from newsdigest.link.corrections import correct
from newsdigest.model import Entity

from tests.link.naming import article, forms, who

ARTICLES = (
    article("new", "Jane Doe met Bob Roe at Larch. Doe left.", "Jane Doe | Doe | Bob Roe", "Larch", quote="Doe"),
    article("old", "J. Q. Doe met Robert Roe.", "J. Q. Doe | Robert Roe", role="Robert Roe", role_text="painter"),
)


def corrected(*corrections: EntityCorrection) -> tuple[list[Entity], tuple[str, ...]]:
    stories, analyses = zip(*ARTICLES, strict=True)
    entities, warnings = correct(who(*ARTICLES), stories, analyses, Curation(entities=corrections))
    return list(entities), warnings


def test_without_corrections_nothing_changes() -> None:
    assert corrected() == (who(*ARTICLES), ())


@pytest.mark.parametrize("name", ["Bob Roe", "bob roe", "bob-roe"])
def test_names_are_found_whatever_the_case_and_by_id(name: str) -> None:
    found, warnings = corrected(EntityCorrection(name, hide=True))
    assert "Bob Roe" not in {one.name for one in found}
    assert warnings == ()


def test_a_merge_unites_all_that_is_said_of_both() -> None:
    found, warnings = corrected(EntityCorrection("Bob Roe", merge=("Robert Roe",)))
    roe = next(one for one in found if one.name == "Bob Roe")
    assert not warnings
    assert [(alias.text, alias.rule) for alias in roe.aliases] == [("Robert Roe", "merged by the editor")]
    assert [seen.story_id for seen in roe.appearances] == ["new", "old"]
    assert [stated.role.text for stated in roe.roles] == ["painter"]
    assert "Robert Roe" not in {one.name for one in found}


def test_a_merge_keeps_the_order_newest_first() -> None:
    found, _ = corrected(EntityCorrection("Robert Roe", merge=("Bob Roe",)))
    roe = next(one for one in found if one.name == "Robert Roe")
    assert [seen.story_id for seen in roe.appearances] == ["new", "old"]


def test_merging_an_entity_with_itself_does_nothing() -> None:
    assert corrected(EntityCorrection("Jane Doe", merge=("Doe",))) == (who(*ARTICLES), ())


def test_a_split_form_takes_its_mentions_and_its_quotations_along() -> None:
    found, warnings = corrected(EntityCorrection("Jane Doe", split=("doe",)))
    jane, doe = (next(one for one in found if one.name == name) for name in ("Jane Doe", "Doe"))
    assert not warnings
    assert (len(jane.quotes), len(doe.quotes)) == (0, 1)
    assert jane.appearances[0].mentions == (0,)
    assert doe.appearances[0].mentions == (3,)
    assert doe.id == "doe"
    assert jane.aliases == ()


def test_a_split_form_can_be_merged_elsewhere() -> None:
    found, warnings = corrected(
        EntityCorrection("Bob Roe", merge=("Doe",)),
        EntityCorrection("Jane Doe", split=("Doe",)),
    )
    assert not warnings
    assert "Bob Roe = Doe" in forms(found)


def test_a_new_name_keeps_the_address_and_shows_the_old_one() -> None:
    found, _ = corrected(EntityCorrection("Doe", rename="Jane Quincy Doe"))
    doe = next(one for one in found if one.name == "Jane Quincy Doe")
    assert doe.id == "jane-doe"
    assert ("Jane Doe", "renamed by the editor") in {(alias.text, alias.rule) for alias in doe.aliases}


def test_a_form_that_becomes_the_name_is_no_longer_another_form() -> None:
    found, _ = corrected(EntityCorrection("Jane Doe", rename="Doe"))
    assert "Doe = Jane Doe" in forms(found)


def test_the_editors_role_stands_first_and_has_no_source() -> None:
    found, _ = corrected(EntityCorrection("Robert Roe", role="sculptor"))
    roles = next(one for one in found if one.name == "Robert Roe").roles
    assert [(stated.story_id, stated.role.text) for stated in roles] == [(None, "sculptor"), ("old", "painter")]


def test_a_merge_takes_the_editors_role_along() -> None:
    found, _ = corrected(
        EntityCorrection("Robert Roe", role="sculptor"), EntityCorrection("Bob Roe", merge=("Robert Roe",))
    )
    assert next(one for one in found if one.name == "Bob Roe").roles[0].story_id is None


def test_a_kind_can_be_corrected_and_the_order_follows() -> None:
    found, _ = corrected(EntityCorrection("Larch", kind="person"))
    assert [(one.kind, one.name) for one in found] == sorted((one.kind, one.name) for one in found)
    assert {one.kind for one in found} == {"person"}


def test_what_is_a_place_leaves_the_whos_who() -> None:
    found, warnings = corrected(EntityCorrection("Larch", kind="place", rename="Larchville"))
    assert {one.kind for one in found} == {"person"}
    assert not warnings


@pytest.mark.parametrize(
    ("correction", "warning"),
    [
        (EntityCorrection("Jnae Doe", hide=True),
         "curation.toml: “Jnae Doe” matches no person or organisation; the nearest is “Jane Doe”"),
        (EntityCorrection("Qwertz", role="x"), "curation.toml: “Qwertz” matches no person or organisation"),
        (EntityCorrection("Bob Roe", merge=("Rob Roe",)),
         "curation.toml: “Rob Roe” matches no person or organisation; the nearest is “Bob Roe”"),
        (EntityCorrection("Jane Doe", split=("Do",)),
         "curation.toml: “Do” is no other form of “Jane Doe”, nothing to split; the nearest is “Doe”"),
    ],
)  # fmt: skip
def test_what_matches_nothing_is_a_warning_with_the_nearest_name(correction: EntityCorrection, warning: str) -> None:
    assert corrected(correction) == (who(*ARTICLES), (warning,))


def test_a_name_of_several_entries_is_taken_for_none() -> None:
    articles = (
        article("a", "Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe"),
        article("b", "Ann Doe met Eve Doe. Doe left.", "Ann Doe | Eve Doe | Doe"),
    )
    given = Curation(entities=(EntityCorrection("Doe", hide=True),))
    stories, analyses = zip(*articles, strict=True)
    entities, warnings = correct(who(*articles), stories, analyses, given)
    assert len(entities) == 6
    assert warnings == ("curation.toml: “Doe” fits 2 entries; write “doe” or “doe-2” instead",)
