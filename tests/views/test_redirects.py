"""Addresses that names had before lead to where they are now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest import views
from newsdigest.model import (
    Analysis,
    Appearance,
    Edition,
    Entity,
    EntityId,
    Kind,
    Mention,
    Role,
    Span,
    StatedRole,
    Story,
    Tag,
)
from newsdigest.options import Options
from newsdigest.text import story_id
from newsdigest.views.inputs import leaf_inputs
from newsdigest.views.redirects import old_feeds, redirect_leaves, redirects
from newsdigest.views.sitemap import sitemap

from tests.sample import STORIES, edition

Named = tuple[str, Kind]


def story(number: int) -> Story:
    """The number-th article; a higher number is older."""
    return replace(STORIES[1], id=story_id(f"s{number}"), id_key=f"s{number}", path=f"s{number}.txt")


def made(*articles: dict[str, tuple[str, ...]], kind: Kind = "person", tags: tuple[Tag, ...] = ()) -> Edition:
    """Articles, newest first, each with the forms in which it names each entity."""
    stories = tuple(story(number) for number in range(len(articles)))
    forms = [[(slug, form) for slug, given in article.items() for form in given] for article in articles]
    analyses = tuple(
        Analysis(one.id, (), tuple(Mention(Span(0, 1), form, kind) for _, form in named), (), (), (), ())
        for one, named in zip(stories, forms, strict=True)
    )
    entities = []
    for slug in dict.fromkeys(slug for article in articles for slug in article):
        rows = zip(stories, forms, strict=True)
        places = [(s.id, tuple(n for n, (owner, _) in enumerate(named) if owner == slug)) for s, named in rows]
        appearances = tuple(Appearance(story_id, numbers) for story_id, numbers in places if numbers)
        entities.append(Entity(EntityId(slug), slug.replace("-", " ").title(), kind, (), appearances, (), ()))
    return Edition(stories, analyses, tuple(entities), tags, ((),) * len(stories), (), (), ())


def ways(sample: Edition, **options: int) -> dict[str, str]:
    library = views.open_library(sample, replace(Options(), **options))  # type: ignore[arg-type]
    return {path: str(entity.id) for path, entity in redirects(library).items()}


def test_a_name_that_was_joined_with_another_leads_there() -> None:
    assert ways(made({"ada-quill": ("Ada Kvill",)}, {"ada-quill": ("Ada Quill", "Quill")})) == {
        "people/ada-kvill.html": "ada-quill"
    }


def test_an_older_article_that_moves_an_address_leaves_the_former_one_behind() -> None:
    newer: dict[str, tuple[str, ...]] = {"obe": ("Ann Obe",)}
    assert ways(made(newer, {"obe": ("Obe",)})) == {"people/ann-obe.html": "obe"}


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Ada Quill",), []),
        (("Ada Quill", "Quill", "Ada"), []),
        (("Quill",), ["people/quill.html"]),
        (("Ada M. Quill", "Quill"), ["people/ada-m-quill.html"]),
        (("潮",), ["people/chao.html"]),
        (("!!!",), []),
    ],
)
def test_only_what_an_article_alone_would_call_somebody_was_an_address(
    forms: tuple[str, ...], expected: list[str]
) -> None:
    assert list(ways(made({"ada-quill": forms}, {"ada-quill": ("Ada Quill",)}))) == expected


def test_any_form_of_an_organisation_may_have_been_its_address() -> None:
    sample = made({"harbour-council": ("Harbour Council", "HC")}, kind="organisation")
    assert ways(sample) == {"organisations/hc.html": "harbour-council"}


@pytest.mark.parametrize(("taken_for", "expected"), [("person", {"people/tide.html": "tide"}), ("place", {})])
def test_a_name_that_is_now_of_another_kind_leads_from_where_it_stood(
    taken_for: Kind, expected: dict[str, str]
) -> None:
    sample = made({"tide": ("Tide",)}, kind=taken_for)
    moved = replace(sample, entities=(replace(sample.entities[0], kind="organisation"),))
    assert ways(moved) == expected


def test_an_address_that_somebody_has_leads_to_nobody_else() -> None:
    sample = made({"ada-quill": ("Quill",)}, {"quill": ("Quill",)}, {"ada-quill": ("Ada Quill",)})
    assert ways(sample) == {}


def test_of_two_that_may_have_had_an_address_the_one_with_the_older_article_did() -> None:
    sample = made({"bo-ek": ("Ek",)}, {"al-ek": ("Ek",)}, {"al-ek": ("Al Ek",), "bo-ek": ("Bo Ek",)})
    assert ways(sample) == {"people/ek.html": "al-ek"}


def test_a_subject_that_became_a_name_leads_to_the_name() -> None:
    tag = Tag("tide-works", "Tide Works", (story(0).id, story(1).id), EntityId("tide-works"))
    sample = made({"tide-works": ("Tide Works",)}, {}, kind="organisation", tags=(tag,))
    assert ways(sample) == {"tags/tide-works.html": "tide-works"}
    assert ways(sample, tag_pages=3) == {}


def test_a_subject_that_was_a_name_from_the_start_had_no_page() -> None:
    tag = Tag("tide-works", "Tide Works", (story(0).id, story(1).id), EntityId("tide-works"))
    assert ways(made({}, {"tide-works": ("Tide Works",)}, kind="organisation", tags=(tag,))) == {}


def test_an_edition_without_joined_names_has_no_old_addresses() -> None:
    assert ways(edition()) == {}


JOINED = made({"ada-quill": ("Ada Kvill",)}, {"ada-quill": ("Ada Quill",)})


def test_the_page_at_an_old_address_says_where_to_go() -> None:
    (page,) = (leaf.make() for leaf in redirect_leaves(views.open_library(JOINED, Options())))
    assert page.meta.path == "people/ada-kvill.html"
    assert (page.target.path, page.target.text) == ("people/ada-quill.html", "Ada Quill")
    assert page.meta.title == "people/ada-kvill.html: moved to Ada Quill"


def test_the_page_at_an_old_address_is_made_from_where_it_leads_and_from_what_others_show_of_that() -> None:
    library = views.open_library(JOINED, Options())
    (leaf,) = redirect_leaves(library)
    (one,) = JOINED.entities
    another = replace(JOINED, entities=(replace(one, name="Ada K. Quill"),))
    stated = StatedRole(None, Role(Span(0, 0), "chair", one.name, None))
    with_role = replace(JOINED, entities=(replace(one, roles=(stated,)),))
    for changed in (another, with_role):
        other = views.open_library(changed, Options())
        (moved,) = redirect_leaves(other)
        assert moved.path == leaf.path
        assert leaf_inputs(other, moved) != leaf_inputs(library, leaf)


def test_old_addresses_are_pages_that_no_list_names() -> None:
    library = views.open_library(JOINED, Options(feed_min=1))
    paths = [page.path for page in views.pages(library)]
    assert paths.count("people/ada-kvill.html") == 1
    assert "people/ada-kvill.html" not in {entry.path for entry in sitemap(library, paths)}
    assert "feeds/people/ada-kvill.xml" not in {feed.path for feed in library.feeds}


@pytest.mark.parametrize(("minimum", "expected"), [(2, ["feeds/people/ada-kvill.xml"]), (3, [])])
def test_an_old_address_has_a_feed_where_the_new_one_has_one(minimum: int, expected: list[str]) -> None:
    library = views.open_library(JOINED, Options(feed_min=minimum))
    assert [feed.path for feed in old_feeds(library)] == expected


def test_the_old_feed_holds_what_the_new_one_holds() -> None:
    library = views.open_library(JOINED, Options(feed_min=2))
    (old,) = old_feeds(library)
    new = library.feed_of["people/ada-quill.html"]
    assert replace(old, path=new.path) == new
    assert old.json_path == "feeds/people/ada-kvill.json"
