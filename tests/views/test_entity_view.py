"""The page of a person or an organisation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from newsdigest import views
from newsdigest.model import Alias, Entity, EntityId, Mention, StatedRole
from newsdigest.options import Options
from newsdigest.views.entity import EntityPage, entity_pages
from newsdigest.views.library import Library
from newsdigest.views.namesakes import namesakes
from newsdigest.views.role_cards import holders_by_organisation

from tests.sample import ANALYSES, ENTITIES, STORIES, edition, span

LIBRARY = views.open_library(edition(), Options(), "https://x.example")


def entity(name: str) -> Entity:
    return next(e for e in ENTITIES if e.name == name)


def shown(library: Library, found: Entity) -> EntityPage:
    """The page of somebody, with who holds a role there and who bears the same name; nothing of it was made before."""
    beside = holders_by_organisation(library).get(found.id, ()), namesakes(library.entities.values()).get(found.id, ())
    (page,) = entity_pages(replace(library, made=defaultdict(dict)), found, *beside)
    assert isinstance(page, EntityPage)
    return page


def page_of(name: str, library: Library = LIBRARY) -> EntityPage:
    return shown(library, next(e for e in library.entities.values() if e.name == name))


def test_the_card_counts_articles_mentions_and_days() -> None:
    page = page_of("Ada Quill")
    assert (page.card.count, page.mentions, page.quote_count) == (2, 3, 1)
    assert page.first is not None
    assert (page.first.text, page.last.text) == ("saved 7 March 2026", "9 March 2026")


def test_a_single_day_is_not_told_twice() -> None:
    lonely = replace(entity("Inés Okoye"), appearances=entity("Inés Okoye").appearances[:1])
    assert shown(LIBRARY, lonely).first is None


def test_other_forms_of_the_name_say_why_they_were_joined() -> None:
    (form,) = page_of("Ada Quill").forms
    assert (form.text, form.rule, form.count) == ("Quill", "the only Quill of the article that names Ada Quill", 1)


def test_the_forms_that_are_met_most_often_come_first_and_those_of_the_owner_are_not_counted() -> None:
    stated = replace(entity("Ada Quill"), aliases=(Alias("A. Quill", "stated by the editor"), Alias("Quill", "joined")))
    assert [(form.text, form.count) for form in shown(LIBRARY, stated).forms] == [("Quill", 1), ("A. Quill", 0)]


def test_roles_are_verbatim_newest_first_and_lead_to_their_paragraphs() -> None:
    first, second = page_of("Inés Okoye").roles
    assert (first.text, second.text) == ("a marine biologist", "biologist")
    (source,) = first.sources
    assert source.statement == "Inés Okoye, a marine biologist"
    assert source.statement in STORIES[1].text
    assert source.path is not None
    assert source.path.endswith("#p3")


def test_a_role_in_the_same_words_is_shown_once_with_all_its_sources() -> None:
    okoye = entity("Inés Okoye")
    here, there = okoye.roles
    alike = replace(okoye, roles=(here, replace(there, role=replace(there.role, text="A marine biologist"))))
    (role,) = shown(LIBRARY, alike).roles
    assert [source.story.title for source in role.sources if source.story] == [STORIES[1].title, STORIES[2].title]


def test_an_article_that_says_a_role_twice_in_the_same_words_is_one_source() -> None:
    okoye = entity("Inés Okoye")
    again = replace(okoye, roles=(*okoye.roles, okoye.roles[0]))
    assert [len(role.sources) for role in shown(LIBRARY, again).roles] == [1, 1]


def test_an_affiliation_without_a_role_is_shown_as_just_that() -> None:
    affiliation = page_of("Ada Quill").roles[1]
    assert (affiliation.text, affiliation.organisation) == (None, "Lumen Works")
    assert affiliation.organisation_path == "organisations/lumen-works.html"


def test_a_role_that_the_owner_states_has_no_source_but_the_owner() -> None:
    okoye = entity("Inés Okoye")
    owned = replace(okoye, roles=(StatedRole(None, okoye.roles[0].role),))
    (source,) = shown(LIBRARY, owned).roles[0].sources
    assert (source.story, source.path, source.statement) == (None, None, "a marine biologist")


def test_an_organisation_shows_who_is_said_to_hold_a_role_in_it() -> None:
    (holder,) = page_of("Lumen Works").holders
    (held,) = holder.roles
    assert (holder.person.name, held.text) == ("Ada Quill", "chief executive")
    assert held.path is not None
    assert held.path.endswith("#p1")


def test_who_holds_several_roles_in_an_organisation_stands_there_once() -> None:
    made, quill = edition(), entity("Ada Quill")
    words = ("engineer", "an engineer", "chair")
    more = (replace(r, role=replace(r.role, text=text)) for text in words for r in quill.roles[:1])
    twice = tuple(replace(quill, roles=(*quill.roles, *more)) if e is quill else e for e in made.entities)
    (holder,) = page_of("Lumen Works", views.open_library(replace(made, entities=twice), Options())).holders
    assert [held.text for held in holder.roles] == ["chief executive", "engineer", "chair"]


def test_a_name_that_two_organisations_share_is_linked_to_neither() -> None:
    made = edition()
    twin = replace(entity("Lumen Works"), id=EntityId("lumen-works-2"))
    library = views.open_library(replace(made, entities=(twin, *made.entities)), Options())
    assert page_of("Ada Quill", library).roles[0].organisation_path is None
    assert "lumen-works" not in holders_by_organisation(library)


def test_each_mention_stands_in_its_sentence_with_the_name_marked() -> None:
    first, second = page_of("Ada Quill").coverage
    assert [p.paragraph for p in first.passages] == [1, 2]
    assert [s.text for p in (*first.passages, *second.passages) for s in p.segments if s.hit] == [
        "Ada Quill",
        "Quill",
        "Ada Quill",
    ]
    for covered, story in ((first, STORIES[0]), (second, STORIES[2])):
        for passage in covered.passages:
            assert "".join(s.text for s in passage.segments) in story.text


def test_a_sentence_that_names_somebody_twice_stands_once() -> None:
    made = edition()
    extra = Mention(span(STORIES[2], "company"), "company", "person")
    analysis = replace(ANALYSES[2], mentions=(*ANALYSES[2].mentions, extra))
    quill = entity("Ada Quill")
    last = replace(quill.appearances[-1], mentions=(*quill.appearances[-1].mentions, len(analysis.mentions) - 1))
    library = views.open_library(replace(made, analyses=(*ANALYSES[:2], analysis)), Options())
    covered = shown(library, replace(quill, appearances=(*quill.appearances[:-1], last))).coverage[-1]
    (passage,) = covered.passages
    assert [s.text for s in passage.segments if s.hit] == ["Ada Quill", "company"]
    assert covered.count == 2


def test_a_name_in_a_heading_is_shown_with_the_whole_heading() -> None:
    made = edition()
    heading = Mention(span(STORIES[0], "pier becomes"), "pier becomes", "person")
    analysis = replace(ANALYSES[0], mentions=(heading,))
    quill = entity("Ada Quill")
    only = replace(quill, appearances=(replace(quill.appearances[0], mentions=(0,)),), quotes=(), roles=())
    library = views.open_library(replace(made, analyses=(analysis, *ANALYSES[1:]), entities=(only,)), Options())
    (passage,) = shown(library, only).coverage[0].passages
    assert "".join(s.text for s in passage.segments) == "What the pier becomes"


def test_doubts_are_shown() -> None:
    assert page_of("Tomas Brandt").notes == ("may also be the T. Brandt of another article",)


def test_the_role_beside_the_name_says_which_article_states_it() -> None:
    lead = page_of("Inés Okoye").lead
    assert lead is not None
    assert (lead.text, lead.sources[0].statement) == ("a marine biologist", "Inés Okoye, a marine biologist")


def test_others_of_the_same_name_are_shown_so_that_nobody_takes_one_for_the_other() -> None:
    made = edition()
    twin = replace(entity("Ada Quill"), id=EntityId("bea-quill"), name="Bea Quill", aliases=(), quotes=(), roles=())
    library = views.open_library(replace(made, entities=(*made.entities, twin)), Options())
    assert [card.path for card in page_of("Ada Quill", library).alike] == ["people/bea-quill.html"]
    assert page_of("Inés Okoye", library).alike == ()
