"""Who appears with whom."""

from __future__ import annotations

from newsdigest.link.companions import CAP, CROWD, companions

from tests.link.naming import article, who


def together(*articles: tuple[str, str]) -> dict[str, list[tuple[str, int]]]:
    """Map each name to its companions and the number of shared articles."""
    found = companions(who(*(article(key, ". ".join(people.split(" | ")), people) for key, people in articles)))
    names = {one.id: one.name for one in found}
    return {one.name: [(names[c.entity_id], len(c.stories)) for c in one.companions] for one in found}


def test_most_shared_articles_come_first_then_the_name() -> None:
    found = together(("a", "Ann Oak | Bea Elm | Cid Ash"), ("b", "Ann Oak | Cid Ash"), ("c", "Ann Oak | Dan Fir"))
    assert found["Ann Oak"] == [("Cid Ash", 2), ("Bea Elm", 1), ("Dan Fir", 1)]


def test_of_those_with_as_many_articles_the_one_named_closest_by_comes_first() -> None:
    found = together(("a", "Ann Oak | Zoe Bay | Dan Fir | Bea Elm"))
    assert [name for name, _ in found["Ann Oak"]] == ["Zoe Bay", "Dan Fir", "Bea Elm"]


def test_nobody_is_their_own_companion_and_a_lone_name_has_none() -> None:
    assert together(("a", "Ann Oak")) == {"Ann Oak": []}


def test_companions_are_mutual_and_name_the_same_articles() -> None:
    found = together(("a", "Ann Oak | Bea Elm"), ("b", "Bea Elm | Ann Oak"))
    assert found == {"Ann Oak": [("Bea Elm", 2)], "Bea Elm": [("Ann Oak", 2)]}


def test_organisations_are_companions_too() -> None:
    found = companions(who(article("a", "Ann Oak of Larch Ltd.", "Ann Oak", "Larch Ltd")))
    assert [[c.entity_id for c in one.companions] for one in found] == [["ann-oak"], ["larch-ltd"]]


def test_a_list_of_everybody_tells_nothing() -> None:
    crowd = " | ".join(f"Nr{number} Oak{number}x" for number in range(CROWD + 1))
    assert set(map(tuple, together(("a", crowd)).values())) == {()}


def test_only_the_nearest_companions_are_kept() -> None:
    many = " | ".join(f"Nr{number} Oak{number}x" for number in range(CAP + 5))
    assert {len(found) for found in together(("a", many)).values()} == {CAP}


def test_the_same_companion_of_several_is_kept_once() -> None:
    found = companions(who(article("a", "Ann Oak. Bea Elm. Cid Ash", "Ann Oak | Bea Elm | Cid Ash")))
    of_ann, of_bea = ({c.entity_id: c for c in one.companions} for one in found[:2])
    assert of_ann["cid-ash"] is of_bea["cid-ash"]
