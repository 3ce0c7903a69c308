"""The who's who as a whole: kinds, noise, ids, and what is said of whom."""

from __future__ import annotations

from time import process_time

import pytest
from newsdigest.model import EntityId

from tests.link.naming import article, forms, who


def test_a_company_taken_for_a_person_once_is_a_company_everywhere() -> None:
    found = who(
        article("a", "Larch rose.", houses="Larch"),
        article("b", "Larch fell.", houses="Larch"),
        article("c", "Larch slept.", people="Larch"),
    )
    assert [(one.name, one.kind, len(one.appearances)) for one in found] == [("Larch", "organisation", 3)]


def test_a_tie_makes_an_organisation() -> None:
    found = who(article("a", "Larch rose.", houses="Larch"), article("b", "Larch fell.", people="Larch"))
    assert [one.kind for one in found] == ["organisation"]


def test_a_surname_stays_a_person_beside_its_full_name() -> None:
    found = who(
        article("a", "Larch rose. Larch fell.", houses="Larch"),
        article("b", "Jane Larch came. Larch spoke.", people="Jane Larch | Larch"),
    )
    assert [(one.kind, one.name) for one in found] == [("organisation", "Larch"), ("person", "Jane Larch")]
    assert forms(found)[1] == "Jane Larch = Larch"


def test_places_are_left_out_and_so_are_names_that_mostly_are_places() -> None:
    found = who(
        article("a", "In Eastham it rained. Eastham dried. Eastham slept.", places="Eastham"),
        article("b", "Eastham won.", houses="Eastham"),
        article("c", "Eastham said so.", people="Eastham"),
    )
    assert found == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [({}, False), ({"quote": "Sunrise"}, True), ({"role": "Sunrise", "role_text": "singer"}, True)],
)
def test_a_plain_word_is_a_person_only_if_something_is_said_of_it(given: dict[str, str], kept: bool) -> None:
    found = who(article("a", "Sunrise came.", "Sunrise", **given), article("b", "The sunrise was late."))
    assert [one.name for one in found] == (["Sunrise"] if kept else [])


def test_an_unknown_single_name_is_kept() -> None:
    assert [one.name for one in who(article("a", "Zibo sang.", "Zibo"))] == ["Zibo"]


def test_roles_and_quotations_follow_the_form_they_were_stated_with_newest_first() -> None:
    found = who(
        article("new", "Jane Doe came. Doe spoke.", "Jane Doe | Doe", quote="Doe"),
        article("old", "Jane Doe, painter", "Jane Doe", role="Jane Doe", role_text="painter"),
        article("older", "Jane Doe, painter", "Jane Doe", role="Jane Doe", role_text="painter"),
    )
    assert [(r.story_id, r.role.text) for r in found[0].roles] == [("old", "painter"), ("older", "painter")]
    assert [q.story_id for q in found[0].quotes] == ["new"]


def test_words_of_an_unnamed_speaker_belong_to_nobody() -> None:
    assert who(article("a", "Jane Doe and an aide", "Jane Doe", quote="an aide"))[0].quotes == ()


def test_ids_are_unique_over_both_kinds() -> None:
    found = who(
        article("a", "Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe"),
        article("b", "Ann Doe met Eve Doe. Doe left.", "Ann Doe | Eve Doe | Doe"),
        article("c", "Zoë Roe met Zoe Roe & Co.", "Zoë Roe", "Zoe Roe & Co"),
    )
    assert {"doe", "doe-2", "zoe-roe", "zoe-roe-co"} <= {one.id for one in found}
    assert len({one.id for one in found}) == len(found)


def test_ids_stay_when_other_articles_come() -> None:
    first = article("a", "Jane Doe met Acme Inc.", "Jane Doe", "Acme Inc.")
    more = article("b", "Bob Roe met Larch Ltd.", "Bob Roe", "Larch Ltd.")
    assert {one.id for one in who(first)} < {one.id for one in who(first, more)}


def test_a_fuller_name_in_a_newer_article_moves_no_address() -> None:
    old = article("a", "Dr Ada Harlow met Larch. Harlow left.", "Dr Ada Harlow | Harlow", "Larch", days=9)
    new = article("b", "Ada Mary Harlow met Larch Ltd.", "Ada Mary Harlow", "Larch Ltd.", days=1)
    assert [one.id for one in who(old)] == ["larch", "ada-harlow"]
    assert [(one.id, one.name) for one in who(new, old)][1] == ("ada-harlow", "Ada Mary Harlow")
    assert [one.id for one in who(new, old)] == ["larch", "ada-harlow"]


@pytest.mark.parametrize(("days", "first"), [(9, "z"), (0, "a")])
def test_of_two_equal_addresses_the_older_stays_and_on_one_day_the_path_decides(days: int, first: str) -> None:
    one = article("z", "Don Doe met Mike Doe. Doe left.", "Don Doe | Mike Doe | Doe", days=days)
    two = article("a", "Ann Doe met Eve Doe. Doe left.", "Ann Doe | Eve Doe | Doe")
    for found in (who(one, two), who(two, one)):
        seen = {entity.id: entity.appearances[0].story_id for entity in found}
        assert (seen[EntityId("doe")], seen[EntityId("doe-2")]) == ((first, "a") if first == "z" else (first, "z"))


def test_the_order_of_the_articles_changes_no_name_and_no_id() -> None:
    articles = [
        article("a", "Jane Doe met Bill Roe. Doe left.", "Jane Doe | Bill Roe | Doe"),
        article("b", "Jane A. Doe met William Roe.", "Jane A. Doe | William Roe"),
        article("c", "Doe met FMA, the Fair Markets Authority.", "Doe", "FMA | Fair Markets Authority"),
    ]
    there, back = who(*articles), who(*articles[::-1])
    assert [(one.id, one.name, one.aliases, one.notes) for one in there] == [
        (one.id, one.name, one.aliases, one.notes) for one in back
    ]


def test_no_story_makes_nobody() -> None:
    assert who() == []
    assert who(article("a", "Nothing at all.")) == []


def test_ten_thousand_names_are_grouped_in_the_time_of_a_breath() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    people = [f"N{a}ra L{b}{c}son" for a in letters[:4] for b in letters for c in letters[:10]]
    articles = [article(str(n), ". ".join(row), " | ".join(row)) for n in range(1000) if (row := people[n : n + 10])]
    started = process_time()
    assert len(who(*articles)) == len(people[:1009])
    assert process_time() - started < 10
