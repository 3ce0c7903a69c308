"""What is told beside a link: which cards a page holds, and what stands on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs
from newsdigest import views
from newsdigest.model import Edition, Role, Span, StatedRole
from newsdigest.options import Options
from newsdigest.views.previews import LONG, NAMES_ROOM, ROOM, NamePreview, Previews, TitlePreview

from tests.sample import STORIES, edition, empty

QUILL = "people/ada-quill.html"
OKOYE = "people/ines-okoye.html"
TIDE = views.story_path(STORIES[0])
VOTE = views.story_path(STORIES[1])


def every(made: Edition | None = None) -> Previews:
    return views.all_previews(views.open_library(made or edition(), Options()))


def linked(*addresses: str, path: str = "index.html") -> Previews:
    return views.previews_on(every(), path, "".join(f'<a href="{address}">x</a>' for address in addresses))


def test_everybody_and_every_article_has_a_card() -> None:
    everything = every()
    assert set(everything.titles) == {views.story_path(story) for story in STORIES}
    assert set(everything.names) == {
        "organisations/harbour-council.html", "organisations/lumen-works.html", QUILL, OKOYE,
        "people/tomas-brandt.html",
    }  # fmt: skip


def test_a_card_tells_the_role_with_its_source_and_how_many_articles_name_somebody() -> None:
    card = every().names[QUILL]
    assert card.report is not None
    assert (card.name, card.report.role, card.report.organisation) == ("Ada Quill", "chief executive", "Lumen Works")
    assert (card.report.source, card.report.paragraph) == ("The Harbour Ledger, 9 March 2026", 1)
    assert (card.count, card.latest, card.day) == (2, STORIES[0].title, "9 March 2026")


def test_a_source_without_an_outlet_is_named_by_its_title() -> None:
    made = edition()
    unnamed = tuple(replace(story, outlet=None) for story in made.stories)
    report = every(replace(made, stories=unnamed)).names[QUILL].report
    assert report is not None
    assert report.source == "Old ferry pier to become a tidal power station, 9 March 2026"


def test_a_role_that_the_owner_states_names_no_article() -> None:
    made = edition()
    stated = StatedRole(None, Role(Span(0, 0), "mayor", "Ada Quill", None))
    people = tuple(replace(e, roles=(stated,)) if e.name == "Ada Quill" else e for e in made.entities)
    report = every(replace(made, entities=people)).names[QUILL].report
    assert report is not None
    assert (report.role, report.source, report.paragraph) == ("mayor", "", None)


def test_who_has_no_role_has_a_card_without_one() -> None:
    assert every().names["organisations/harbour-council.html"].report is None


def test_an_article_has_its_title_outlet_day_and_gist() -> None:
    card = every().titles[VOTE]
    assert (card.title, card.outlet, card.day) == (STORIES[1].title, "Northfield Courier", "8 March 2026")
    assert card.gist
    assert card.gist in STORIES[1].text


def test_the_words_of_an_article_keep_its_language() -> None:
    made = edition()
    foreign = every(replace(made, stories=tuple(replace(story, lang="cy") for story in made.stories)))
    card = foreign.names[QUILL]
    assert card.report is not None
    assert {card.lang, card.report.lang, foreign.titles[TIDE].lang} == {"cy"}


@pytest.mark.parametrize("root", [".", "..", "../..", "https://user.github.io/repo"])
def test_a_page_holds_the_cards_of_what_it_links(root: str) -> None:
    found = linked(f"{root}/{QUILL}", f"{root}/{TIDE}#p2")
    assert (set(found.names), set(found.titles)) == ({QUILL}, {TIDE})


def test_each_card_comes_once_in_the_order_of_the_page() -> None:
    assert list(linked(f"../{OKOYE}", f"../{QUILL}", f"../{OKOYE}").names) == [OKOYE, QUILL]


@pytest.mark.parametrize(
    "address",
    ["../people.html", "../people/nobody.html", "../people/ada-quill/articles-2.html", "../feeds/people/ada-quill.xml",
     "https://elsewhere.example/", "#p1"],
)  # fmt: skip
def test_what_has_no_card_gets_none(address: str) -> None:
    assert linked(address) == Previews({}, {})


def test_a_page_has_no_card_of_itself() -> None:
    assert linked(f"../{TIDE}#p2", path=TIDE) == Previews({}, {})


def test_a_link_beside_what_its_card_would_say_needs_none() -> None:
    html = f'<a href="../{TIDE}" data-no-preview>x</a>'
    assert views.previews_on(every(), "index.html", html) == Previews({}, {})


def test_a_page_without_links_and_an_empty_site_have_no_cards() -> None:
    assert linked() == Previews({}, {})
    assert every(empty()) == Previews({}, {})


def crowd(number: int) -> Previews:
    """Cards of so many people and of so many articles, of usual length."""
    name = structs.replace(every().names[QUILL], latest="x" * 60)
    title = structs.replace(every().titles[TIDE], gist="x" * 150)
    people = [structs.replace(name, path=f"people/p-{n}.html") for n in range(number)]
    articles = [structs.replace(title, path=f"articles/a-{n}.html") for n in range(number)]
    return Previews({c.path: c for c in people}, {c.path: c for c in articles})


def page_of(cards: Previews, text: str = "") -> Previews:
    links = "".join(f'<a href="../{path}">x</a>' for path in (*cards.names, *cards.titles))
    return views.previews_on(cards, "index.html", links + text)


def sizes(cards: dict[str, NamePreview] | dict[str, TitlePreview]) -> int:
    return sum(card.size for card in cards.values())


def test_long_lists_have_as_many_cards_as_there_is_room_for_names_first() -> None:
    found = page_of(crowd(100))
    assert 15 < len(found.names) < 100
    assert 5 < len(found.titles) < 100
    assert sizes(dict(found.names)) <= NAMES_ROOM
    assert sizes(dict(found.names)) + sizes(dict(found.titles)) <= ROOM


def test_a_page_that_is_long_already_has_fewer_cards_or_none() -> None:
    some = page_of(crowd(20), "x" * (LONG - 5_000))
    assert 0 < len(some.names) < len(page_of(crowd(20)).names)
    assert page_of(crowd(20), "x" * LONG) == Previews({}, {})
