"""Corrections that contradict each other are told, and the first counts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from newsdigest import curation
from newsdigest.link.corrections import correct
from newsdigest.model import Entity

from tests.link.naming import article, forms, who

ARTICLES = (
    article("a", "Jane Doe met Bob Roe at Larch. Doe left.", "Jane Doe | Doe | Bob Roe", "Larch"),
    article("b", "Al Oak stayed.", "Al Oak"),
)
Sections = Mapping[str, Mapping[str, object]]


def corrected(**sections: Sections) -> tuple[list[Entity], tuple[str, ...]]:
    stories, analyses = zip(*ARTICLES, strict=True)
    entities, warnings = correct(who(*ARTICLES), stories, analyses, curation.parse(sections))
    return list(entities), warnings


@pytest.mark.parametrize(
    ("people", "warning", "expected"),
    [
        ({"Jane Doe": {"rename": "Ann"}, "Doe": {"rename": "Eve"}}, "“Ann” and “Eve”); the first counts", "Ann"),
        ({"Jane Doe": {"rename": "Ann"}, "jane-doe": {"rename": "Eve"}}, "(rename: “Ann” and “Eve”)", "Ann"),
        ({"Bob Roe": {"merge": ["Doe"]}, "Al Oak": {"merge": ["Jane Doe"]}},
         "(both merge “Jane Doe”); the first counts", "Bob Roe"),
        ({"Jane Doe": {"hide": True}, "Doe": {"role": "mayor"}}, "(one hides, one corrects); it is hidden", "Larch"),
    ],
)  # fmt: skip
def test_two_sections_on_one_person_that_contradict_each_other_are_told(
    people: Sections, warning: str, expected: str
) -> None:
    found, warnings = corrected(person=people)
    assert len(warnings) == 1
    first, second = people
    assert warnings[0].startswith(f'curation.toml: [person."{first}"] and [person."{second}"] contradict each other')
    assert warning in warnings[0]
    assert expected in {one.name for one in found}


def test_two_kinds_for_one_name_are_told_and_the_first_counts() -> None:
    found, warnings = corrected(organisation={"Larch": {"kind": "person"}, "larch": {"kind": "place"}})
    assert [one.kind for one in found if one.name == "Larch"] == ["person"]
    assert "(kind: “person” and “place”); the first counts" in warnings[0]


@pytest.mark.parametrize(
    "people",
    [
        {"Jane Doe": {"rename": "Ann"}, "Doe": {"rename": "Ann"}},
        {"Jane Doe": {"merge": ["Bob Roe"]}, "Bob Roe": {"merge": ["Jane Doe"]}},
        {"Jane Doe": {"split": ["Doe"]}, "Bob Roe": {"merge": ["Doe"]}},
        {"Jane Doe": {"role": "mayor"}, "Doe": {"role": "author"}},
    ],
)
def test_sections_that_go_together_are_silent(people: Sections) -> None:
    assert corrected(person=people)[1] == ()


def test_a_merge_that_is_no_longer_done_leaves_the_other_alone() -> None:
    found, _ = corrected(person={"Bob Roe": {"merge": ["Jane Doe"]}, "Al Oak": {"merge": ["Jane Doe"]}})
    assert "Bob Roe = Doe, Jane Doe" in forms(found)
    assert "Al Oak" in forms(found)


@pytest.mark.parametrize(
    ("given", "warning"),
    [
        ({"article": {"a.txt": {"keep": ["Sign up here"], "drop": ["Sign up here…"]}}},
         '[article."a.txt"] both keeps and drops “Sign up here”; delete one of the two'),
        ({"source": {"Ledger": {"keep": ["More"], "drop": ["more."]}}},
         '[source."Ledger"] both keeps and drops “More”; delete one of the two'),
        ({"person": {"Doe": {"merge": ["Roe"], "split": ["roe"]}}},
         '[person."Doe"] both merges and splits “Roe”; delete one of the two'),
        ({"person": {"Doe": {"role": "mayor", "drop_role": ["Mayor"]}}},
         '[person."Doe"] both gives and drops the role “mayor”; delete one of the two'),
        ({"tags": {"ban": ["harbor"], "rename": {"Harbor": "harbour"}}},
         "[tags] both renames and bans “Harbor”; it is banned"),
        ({"article": {"a.txt": {"keep": ["Sign up"], "drop": ["Sign off"]}}}, None),
    ],
)  # fmt: skip
def test_one_section_that_contradicts_itself_is_told(given: Sections, warning: str | None) -> None:
    assert curation.parse(given).warnings == ((f"curation.toml: {warning}",) if warning else ())
