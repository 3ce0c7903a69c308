"""What holds for any names at all: nobody is lost, nobody is counted twice, everything says why."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.link.person_names import parse

from tests.link.naming import article, who

PARTS = ["Al", "Bill", "D.", "Doe", "Doe-Roe", "Dr.", "J.", "Jane", "Jr.", "Mr", "Roe", "William", "de", "van"]
HOUSES = ["Acme", "Co.", "DFW", "Dale", "Ferry", "Group", "Inc.", "The", "U.S.", "Works", "and", "of"]
# a lone word in small letters is no name, which other tests see to
PEOPLE = st.lists(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda name: not parse(name).text.islower()),
    max_size=6,
    unique=True,
)
FIRMS = st.lists(st.lists(st.sampled_from(HOUSES), min_size=1, max_size=4).map(" ".join), max_size=5, unique=True)


@settings(deadline=None)
@given(st.lists(st.tuples(PEOPLE, FIRMS), max_size=4))
def test_every_mention_belongs_to_exactly_one_entity_and_every_form_has_its_reason(
    contents: list[tuple[list[str], list[str]]],
) -> None:
    articles = [
        article(str(number), " ; ".join(people + firms) + " agree", " | ".join(people), " | ".join(firms))
        for number, (people, firms) in enumerate(contents)
    ]
    found = who(*articles)
    owned = [(seen.story_id, at) for one in found for seen in one.appearances for at in seen.mentions]
    everything = [(story.id, at) for story, analysis in articles for at in range(len(analysis.mentions))]
    assert sorted(owned) == sorted(everything)
    assert all(alias.rule and alias.text != one.name for one in found for alias in one.aliases)
    assert len({one.id for one in found}) == len(found)


@settings(deadline=None)
@given(PEOPLE, st.integers(min_value=0, max_value=5))
def test_the_order_of_the_articles_changes_no_group(people: list[str], turn: int) -> None:
    articles = [article(str(n), f"{name} met the Larch Mills, Apex and Willow", name) for n, name in enumerate(people)]
    turned = articles[turn:] + articles[:turn]
    there, back = (
        {frozenset((seen.story_id, at) for seen in one.appearances for at in seen.mentions) for one in who(*order)}
        for order in (articles, turned)
    )
    assert there == back
