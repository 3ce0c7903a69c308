"""What stands around the text of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest import views
from newsdigest.options import Options
from newsdigest.views import article
from newsdigest.views.article import article_page

from tests.sample import STORIES, edition

LIBRARY = views.open_library(edition(), Options(), "https://x.example")
PAGES = [views.article_page(LIBRARY, story.id) for story in STORIES]


def test_people_and_organisations_bear_the_roles_that_this_article_states() -> None:
    people = {named.name: (named.role, named.organisation) for named in PAGES[0].people}
    assert people == {
        "Ada Quill": ("chief executive", "Lumen Works"),
        "Tomas Brandt": ("Council leader", "Harbour Council"),
    }
    assert [named.name for named in PAGES[0].organisations] == ["Lumen Works", "Harbour Council"]


def test_a_role_of_another_article_is_not_shown_here() -> None:
    (brandt,) = [named for named in PAGES[1].people if named.name == "Tomas Brandt"]
    assert brandt.role is None


def test_a_role_leads_to_where_it_is_stated_and_a_bare_name_to_its_first_mention() -> None:
    quill, brandt = PAGES[0].people
    assert quill.passage.endswith("#p1")
    assert brandt.passage.endswith("#p4")
    assert (quill.count, brandt.count) == (2, 1)


def test_quotations_stand_in_the_order_of_the_text() -> None:
    assert [quote.speaker for quote in PAGES[0].quotes] == ["Ada Quill", "Tomas Brandt"]
    assert [quote.paragraph for quote in PAGES[0].quotes] == [2, 4]


@pytest.mark.parametrize(("full_text", "shown"), [("full", 1), ("excerpt", 2)])
def test_where_many_are_named_the_first_stand_beside_the_text_and_the_others_are_counted(
    monkeypatch: pytest.MonkeyPatch, full_text: str, shown: int
) -> None:
    monkeypatch.setattr(article, "BESIDE", 1)
    page = article_page(views.open_library(edition(), Options(full_text=full_text), ""), STORIES[0].id)
    assert [named.name for named in page.people] == ["Ada Quill", "Tomas Brandt"][:shown]
    assert [said.speaker for said in page.quotes] == ["Ada Quill", "Tomas Brandt"][:shown]
    assert (page.more_people, page.more_organisations, page.more_quotes) == (2 - shown,) * 3


def test_related_articles_say_why() -> None:
    (related,) = PAGES[0].related
    assert related.story.title == STORIES[1].title
    assert related.because == ("Tomas Brandt and Harbour Council in both", "both about turbines")


def test_the_date_says_where_it_comes_from() -> None:
    assert [page.origin for page in PAGES] == [
        "from the text",
        "from the byline",
        "as the source states no date",
    ]
    assert [page.published_iso for page in PAGES] == ["2026-03-09", "2026-03-08", None]


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://x.example/a", True), ("http://x.example", True), ("javascript:x", False), ("", False), (None, False)],
)
def test_only_an_address_of_the_web_is_linked(url: str | None, linked: bool) -> None:
    made = edition()
    story = replace(STORIES[0], url=url)
    library = views.open_library(replace(made, stories=(story, *STORIES[1:])), Options())
    assert views.article_page(library, story.id).url == (url if linked else None)


@pytest.mark.parametrize(
    ("absent", "says"),
    [
        ((), ""),
        (("quotes",), "No quotations"),
        (("people", "quotes"), "No people or quotations"),
        (("people", "organisations", "quotes"), "No people, organisations or quotations"),
    ],
)
def test_what_an_article_does_not_have_is_said_in_one_breath(absent: tuple[str, ...], says: str) -> None:
    kinds = {"person": "people", "organisation": "organisations"}
    made = edition()
    kept = tuple(e for e in made.entities if kinds[e.kind] not in absent)
    first = replace(made.analyses[0], quotes=()) if "quotes" in absent else made.analyses[0]
    fewer = replace(made, entities=kept, analyses=(first, *made.analyses[1:]))
    library = views.open_library(fewer, Options())
    assert article_page(library, STORIES[0].id).missing == says
