"""What is uncertain, as lines that the owner can paste."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import curation
from newsdigest.link import link
from newsdigest.link.doubts import doubts
from newsdigest.link.doubts_lines import HEAD, NOTHING, Doubt, doubt_lines
from newsdigest.model import Edition, Kind
from newsdigest.options import Options

from tests.link.naming import Article, article

MILLS = "Larch Mills met Apex Foods in Springfield about the Willow contract. "
RAIN = "Rain fell on Northfield while the Harriers lost to Eastham. "
NICKNAME = (article("a", MILLS + "William Doe", "William Doe"), article("b", RAIN + "Bill Doe", "Bill Doe", days=1))
SURNAME = (article("a", "Don Roe met Mike Roe. Roe left.", "Don Roe | Mike Roe | Roe"),)
HOMONYM = (article("a", MILLS + "John Smith", "John Smith"), article("b", RAIN + "John Smith", "John Smith", days=1))
ACRONYM = (
    article("a", MILLS + "Fair Oak Authority. Fine Oak Authority.", houses="Fair Oak Authority | Fine Oak Authority"),
    article("b", MILLS + "FOA", houses="FOA", days=1),
)
KIND = (
    article("a", "Quillport sang.", houses="Quillport"),
    article("b", "Quillport wrote.", houses="Quillport", days=1),
    article("c", "Quillport danced.", "Quillport", days=2),
)
PLACE = (article("a", "Quillport won.", places="Quillport"), article("b", "Quillport!", houses="Quillport", days=1))
CASES = (NICKNAME, SURNAME, HOMONYM, ACRONYM, KIND, PLACE)


def edition(articles: Sequence[Article], given: Mapping[str, object]) -> Edition:
    stories, analyses = zip(*articles, strict=True)
    return link(stories, analyses, curation.parse(given), (), (), Options())


def lines(articles: Sequence[Article], given: Mapping[str, object]) -> tuple[str, ...]:
    return doubt_lines(doubts(edition(articles, given), curation.parse(given)))


def sections(articles: Sequence[Article]) -> list[str]:
    """Give what is printed, section by section, comments included."""
    return "\n".join(lines(articles, {})).split("\n\n")[1:]


def pasted(articles: Sequence[Article], section: str) -> Edition:
    given = tomllib.loads(section)
    assert curation.parse(given).warnings == ()
    found = edition(articles, given)
    assert found.warnings == ()
    return found


def test_what_is_clear_is_not_asked() -> None:
    clear = (article("a", "Jane Doe met Bob Roe. Doe left.", "Jane Doe | Bob Roe | Doe"),)
    assert lines(clear, {}) == (NOTHING,)
    assert doubt_lines(doubts(link((), (), curation.parse({}), (), (), Options()), curation.parse({}))) == (NOTHING,)


def test_a_possible_merge_says_why_and_where() -> None:
    (section,) = sections(NICKNAME)
    assert section.splitlines() == [
        "# “Bill Doe” may be “William Doe”: Bill is short for William (b.txt)",
        '[person."William Doe"]',
        'merge = ["Bill Doe"]',
    ]
    found = pasted(NICKNAME, section)
    assert [(one.name, len(one.appearances)) for one in found.entities] == [("William Doe", 2)]


def test_an_unresolved_surname_is_offered_to_each_who_may_own_it() -> None:
    one, two = sections(SURNAME)
    assert one.splitlines()[0] == "# “Roe” may be “Don Roe”, or one other: a part of that name (a.txt)"
    for section, owner in ((one, "Don Roe"), (two, "Mike Roe")):
        found = pasted(SURNAME, section)
        assert {e.name: len(e.appearances[0].mentions) for e in found.entities}[owner] == 2


def test_several_people_behind_one_name_can_be_taken_apart() -> None:
    (section,) = sections(HOMONYM)
    assert section.splitlines()[1:] == ['[person."John Smith"]', 'apart = { "John Smith (2)" = ["b.txt"] }']
    assert "may be several people of this name: the 2 articles fall into 2 groups" in section
    assert [one.name for one in pasted(HOMONYM, section).entities] == ["John Smith", "John Smith (2)"]


def test_an_acronym_of_two_houses_is_offered_to_both() -> None:
    for section, owner in zip(sections(ACRONYM), ("Fair Oak Authority", "Fine Oak Authority"), strict=True):
        assert "initials of the full name (b.txt)" in section
        assert {e.name: len(e.appearances) for e in pasted(ACRONYM, section).entities}[owner] == 2


def test_a_kind_with_split_votes_can_be_turned() -> None:
    (section,) = sections(KIND)
    assert section.splitlines() == [
        "# “Quillport” is an organisation here, but a person in 1 of 3 articles (c.txt)",
        '[organisation."Quillport"]',
        'kind = "person"',
    ]
    assert [(one.kind, len(one.appearances)) for one in pasted(KIND, section).entities] == [("person", 3)]


def test_what_is_mostly_a_place_can_come_back_whole() -> None:
    (section,) = sections(PLACE)
    assert section.splitlines()[1:] == ['[organisation."Quillport"]', 'kind = "organisation"']
    assert [(one.kind, len(one.appearances)) for one in pasted(PLACE, section).entities] == [("organisation", 2)]


@pytest.mark.parametrize("case", [KIND, PLACE])
def test_a_kind_that_the_owner_has_settled_is_no_doubt(case: Sequence[Article]) -> None:
    kept: dict[str, object] = {"organisation": {"Quillport": {"kind": "organisation"}}}
    assert lines(case, kept) == (NOTHING,)


@pytest.mark.parametrize("case", CASES)
def test_what_was_pasted_is_not_asked_again(case: Sequence[Article]) -> None:
    section = sections(case)[0]
    assert section not in "\n".join(lines(case, tomllib.loads(section)))


def test_two_of_one_name_are_called_by_their_address() -> None:
    articles = (
        article("a", "Ann Roe met Eve Roe. Roe left.", "Ann Roe | Eve Roe | Roe"),
        article("b", "Don Fir met Roe Fir. Cy Roe and Al Roe. Roe left.", "Don Fir | Cy Roe | Al Roe | Roe", days=1),
    )
    for section in sections(articles):
        pasted(articles, section)
    assert 'merge = ["roe", "roe-2"]' in "\n".join(sections(articles))


def test_a_name_that_many_may_own_is_asked_of_none() -> None:
    names = [f"{given} Roe" for given in ("Ann", "Bea", "Cid", "Dan", "Eve")]
    crowd = (article("a", ", ".join(names) + ". Roe.", " | ".join([*names, "Roe"])),)
    assert lines(crowd, {}) == (NOTHING,)


def test_all_lines_together_are_valid_and_stand_in_the_same_order_every_time() -> None:
    cases = [NICKNAME[0], NICKNAME[1], *(a for a in KIND if a[0].id == "c")]
    printed = {lines(tuple(some), {}) for some in permutations(cases)}
    assert len(printed) == 1
    assert tomllib.loads("\n".join(printed.pop())).keys() == {"person"}


def test_most_articles_come_first_and_a_comment_names_three() -> None:
    some = [Doubt("person", "A", "few", ("a",), merge="B"), Doubt("person", "C", "many", tuple("abcde"), merge="D")]
    assert "# many (a, b, c and 2 more)" in doubt_lines(some)
    assert doubt_lines(some)[: len(HEAD)] == HEAD


@given(st.sampled_from(["person", "organisation"]), st.text(min_size=1), st.text(min_size=1))
def test_any_name_is_written_so_that_it_is_read_as_it_was(kind: Kind, name: str, other: str) -> None:
    name, other = (text.encode("utf-8", "ignore").decode() or "x" for text in (name, other))
    doubt = Doubt(kind, name, "why", ("a.txt",), merge=other, kind="place", apart=((other, (name,)),))
    read = tomllib.loads("\n".join(doubt_lines([doubt])))
    assert read == {kind: {name: {"merge": [other], "kind": "place", "apart": {other: [name]}}}}
