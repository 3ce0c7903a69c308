"""Several articles with nearly the same text are one source, wherever sources are counted."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

import pytest
from newsdigest.model import Appearance, Edition, Entity, EntityId, Related, StatedQuote, StatedRole, StoryId, Tag
from newsdigest.options import Options
from newsdigest.views.article import VERSIONS, article_page
from newsdigest.views.companions import both_named, sentences_of
from newsdigest.views.entity import EntityPage, entity_pages
from newsdigest.views.front import front_page
from newsdigest.views.library import Library, open_library
from newsdigest.views.quotations import every_quotation, quotations
from newsdigest.views.role_cards import role_cards
from newsdigest.views.roles import reported_roles
from newsdigest.views.told import told_once
from newsdigest.views.versions import backing, fewer_sources, source_count, text_of

from tests.sample import ANALYSES, ENTITIES, STORIES, edition

IDS = tuple(story.id for story in STORIES)
OKOYE = next(e for e in ENTITIES if e.name == "Inés Okoye")
STATED = OKOYE.roles[0]
COPIES = tuple(
    replace(STORIES[0], id=StoryId(f"copy {n}"), id_key=f"copy{n}", title=f"Copy {n}", outlet=f"Paper {n}")
    for n in range(VERSIONS + 3)
)


def library(*versions: tuple[int, ...], **given: object) -> Library:
    groups = tuple(tuple(IDS[n] for n in group) for group in versions)
    return open_library(replace(edition(), versions=groups, **given), Options())  # type: ignore[arg-type]


def wire(*related: tuple[int, str]) -> Library:
    """An edition in which many papers carry the first story, and some say how much of it."""
    made = edition()
    pairs = tuple(Related(IDS[0], COPIES[n].id, 0.9, ("shares Ada Quill", share)) for n, share in related)
    return open_library(copied(replace(made, related=(*made.related, *pairs))), Options())


def copied(made: Edition) -> Edition:
    return replace(
        made,
        stories=(*made.stories, *COPIES),
        analyses=(*made.analyses, *(replace(ANALYSES[0], story_id=copy.id) for copy in COPIES)),
        story_tags=(*made.story_tags, *(() for _ in COPIES)),
        versions=((IDS[0], *(copy.id for copy in COPIES)),),
    )


def saying(*stories: int, words: str = "biologist") -> Entity:
    """Somebody of whom some of the stories say the same, in the same words."""
    role = replace(STATED.role, text=words)
    return replace(OKOYE, roles=tuple(StatedRole(IDS[n], role) for n in stories))


def page(shown: Library, entity: Entity) -> EntityPage:
    first = next(iter(entity_pages(shown, entity)))
    assert isinstance(first, EntityPage)
    return first


@pytest.mark.parametrize(
    ("versions", "stories", "articles", "fewer"),
    [
        ((), (), "", ""),
        ((), (0,), "", ""),
        ((), (0, 1), "2 articles", ""),
        (((0, 1),), (0, 1), "2 articles, 1 source", "1 source"),
        (((0, 1),), (0, 1, 2), "3 articles, 2 sources", "2 sources"),
        (((0, 1),), (1, 2), "2 articles", ""),
        (((0, 1, 2),), (0, 0, 1, 2), "3 articles, 1 source", "1 source"),
    ],
)
def test_versions_of_one_text_count_once_as_sources(
    versions: tuple[tuple[int, ...], ...], stories: tuple[int, ...], articles: str, fewer: str
) -> None:
    shown = library(*versions)
    assert backing(shown, [IDS[n] for n in stories]) == articles
    assert fewer_sources(shown, [IDS[n] for n in stories]) == fewer


def test_the_owner_is_a_source_and_no_article() -> None:
    shown = library()
    assert text_of(shown, None) is None
    assert source_count(shown, [None, IDS[0]]) == 2
    assert backing(shown, [None, IDS[0]]) == ""


def test_a_role_says_how_many_articles_and_sources_state_it() -> None:
    shown = library((0, 1))
    assert [card.backing for card in role_cards(shown, saying(0, 1, 2))] == ["3 articles, 2 sources"]
    assert [card.backing for card in role_cards(library(), saying(2))] == [""]


def test_of_one_day_what_most_sources_state_leads_and_copies_are_one_source() -> None:
    day = STORIES[0].published
    made = replace(edition(), stories=tuple(replace(story, published=day) for story in STORIES))
    both = replace(OKOYE, roles=(*saying(1, 2, words="diver").roles, *saying(0, words="biologist").roles))
    leads = [
        reported_roles(open_library(replace(made, versions=groups), Options()), both)[0].role.text
        for groups in ((), ((IDS[1], IDS[2]),))
    ]
    assert leads == ["diver", "biologist"]


def test_the_same_statement_of_two_versions_stands_once() -> None:
    role = replace(OKOYE.roles[0].role, span=copy(OKOYE.roles[0].role.span))
    shown = wire()
    entity = replace(OKOYE, roles=tuple(StatedRole(one, role) for one in (IDS[0], COPIES[0].id, COPIES[1].id)))
    (card,) = role_cards(shown, entity)
    assert (len(card.sources), card.more, card.backing) == (1, 0, "3 articles, 1 source")


def test_a_page_says_from_how_many_sources_its_articles_are() -> None:
    seen = tuple(Appearance(one, (0,)) for one in (IDS[0], COPIES[0].id))
    assert page(wire(), replace(ENTITIES[2], appearances=seen)).sources == "1 source"
    assert page(library(), ENTITIES[2]).sources == ""


def test_versions_with_the_same_sentences_stand_once_and_name_the_others() -> None:
    made, quill = wire(), ENTITIES[2]
    mine = quill.appearances[0]
    seen = (mine, *(replace(mine, story_id=copy.id) for copy in COPIES[:2]), *quill.appearances[1:])
    shown = page(made, replace(quill, appearances=seen))
    assert [one.story.title for one in shown.coverage] == [STORIES[0].title, STORIES[2].title]
    assert [link.text for one in shown.coverage for link in one.also] == ["Paper 0", "Paper 1"]
    assert shown.card.count == 4


def test_a_version_that_says_more_stands_by_itself() -> None:
    made, quill = wire(), ENTITIES[2]
    mine = quill.appearances[0]
    less = replace(mine, story_id=COPIES[0].id, mentions=mine.mentions[:1])
    shown = page(made, replace(quill, appearances=(mine, less)))
    assert [(one.story.outlet, one.also) for one in shown.coverage] == [("The Harbour Ledger", ()), ("Paper 0", ())]


def test_a_quotation_that_several_versions_give_stands_once_and_counts_once() -> None:
    quill = next(e for e in ENTITIES if e.name == "Ada Quill")
    quote = quill.quotes[0].quote
    said = tuple(StatedQuote(one, quote) for one in (IDS[0], *(copy.id for copy in COPIES)))
    shown = page(wire(), replace(quill, quotes=said))
    assert (len(shown.quotes), shown.quote_count) == (1, 1)
    assert shown.quotes[0].story.title == STORIES[0].title


def test_the_ledger_tells_a_quotation_of_several_versions_once_with_the_newest_and_the_data_tell_each() -> None:
    made = wire()
    given = [quote.text for analysis in ANALYSES for quote in analysis.quotes]
    assert [said.text for _, said in quotations(made)] == given
    assert {story.id for story, _ in quotations(made)} <= set(IDS)
    assert len(list(every_quotation(made))) == len(given) + 2 * len(COPIES)


def test_however_a_version_is_typed_its_quotations_are_the_same() -> None:
    quote = ANALYSES[0].quotes[0]
    typed = StatedQuote(IDS[1], replace(quote, text=quote.text.upper().replace(";", " —")))
    said = (StatedQuote(IDS[0], quote), typed)
    assert list(told_once(library((0, 1)).versions, said)) == [said[0]]
    assert list(told_once(library().versions, said)) == list(said)


def test_what_an_article_says_twice_stands_twice_also_where_others_carry_its_text() -> None:
    twice = [StatedQuote(IDS[0], ANALYSES[0].quotes[0])] * 2
    assert list(told_once(library((0, 1)).versions, twice)) == twice


def test_a_sentence_of_several_versions_names_two_once_in_the_version_that_has_it() -> None:
    house, quill = ENTITIES[1], ENTITIES[2]
    seen = [one.id for one in COPIES]
    named = (Appearance(IDS[0], (2,)), *(Appearance(one, (1, 2)) for one in seen))
    there = tuple(Appearance(one, (0,)) for one in (IDS[0], *seen))
    entities = (replace(house, appearances=there), replace(quill, appearances=named))
    made = open_library(replace(copied(edition()), entities=entities), Options())
    both = both_named(made, quill.id, house.id, [IDS[0], *seen])
    assert list(both) == [COPIES[0].id]
    assert sentences_of(made, both) == 1


def test_names_and_subjects_are_ranked_by_sources_so_that_copies_lift_none() -> None:
    lone = replace(OKOYE, id=EntityId("lone"), appearances=tuple(Appearance(copy.id, (0,)) for copy in COPIES))
    copies = Tag("pier", "pier", tuple(copy.id for copy in COPIES))
    made = edition()
    made = replace(made, entities=(*made.entities, lone), tags=(*made.tags, copies))
    front = front_page(open_library(copied(made), Options(tag_pages=1)))
    assert [(one.name, one.count) for one in front.people][-1] == (OKOYE.name, len(COPIES))
    assert front.subjects[0].count < len(COPIES)


def test_an_article_names_the_outlets_that_carry_the_same_text_and_counts_the_rest() -> None:
    made = article_page(wire((1, "93 % the same text"), (0, "80 % the same text")), IDS[0])
    assert [(one.name, one.share) for one in made.versions[:3]] == [
        ("Paper 0", "80 % the same text"),
        ("Paper 1", "93 % the same text"),
        ("Paper 2", ""),
    ]
    assert (len(made.versions), made.more_versions) == (VERSIONS, len(COPIES) - VERSIONS)


def test_versions_are_not_among_the_related_articles() -> None:
    made = article_page(wire((0, "80 % the same text")), IDS[0])
    assert [one.story.title for one in made.related] == [STORIES[1].title]


def test_a_version_in_the_same_outlet_goes_by_its_title() -> None:
    shown = library((0, 1), stories=(STORIES[0], replace(STORIES[1], outlet=STORIES[0].outlet), STORIES[2]))
    (other,) = article_page(shown, IDS[0]).versions
    assert other.name == STORIES[1].title
