"""What pages are made from is told whole: the views look at nothing else, and another word is another digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

import pytest
from newsdigest import views
from newsdigest.model import Edition, Entity, Story
from newsdigest.options import Options
from newsdigest.views.addresses import entity_path, plain_tags
from newsdigest.views.cards import entity_card, story_card
from newsdigest.views.inputs import article_inputs, entity_inputs, leaf_inputs
from newsdigest.views.lists import archive_leaves, tag_leaves
from newsdigest.views.paging import Leaf
from newsdigest.views.previews import all_previews
from newsdigest.views.quotations import quotations_leaves
from newsdigest.views.redirects import redirect_leaves, redirects
from newsdigest.views.report import report_leaves
from newsdigest.views.site import entities

from tests.changing import Told, Written, edition_of
from tests.sample import edition
from tests.site.gathering import gathering

STORIES = ("alike", "analyses", "mentions", "paths", "present", "related", "starts", "stories", "tags", "texts",
           "versions")  # fmt: skip
"""What the library knows by story."""
BUSY = {
    number: Written(number, number, None, (Told(number % 3, "Ada Quill", "Lumen Works", "chair"),), ("rays",))
    for number in range(5)
}


class Watched(Mapping[Any, Any]):
    """A mapping that notes what is looked up in it."""

    def __init__(self, held: Mapping[Any, Any], asked: set[Any]) -> None:
        self.held, self.asked = held, asked

    def __getitem__(self, key: Any) -> Any:
        self.asked.add(key)
        return self.held[key]

    def __iter__(self) -> Iterator[Any]:
        self.asked.update(self.held)
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


def watched(library: views.Library) -> tuple[views.Library, dict[str, set[Any]]]:
    """Open the library again so that it tells what is read in it, but for the cards, which count by themselves."""
    library.made.clear()
    for story_id in library.stories:
        story_card(library, story_id)
    for entity in library.entities.values():
        entity_card(library, entity)
    all_previews(library), redirects(library)
    held = [f.name for f in fields(library) if isinstance(getattr(library, f.name), Mapping) and f.name != "made"]
    asked: dict[str, set[Any]] = {name: set() for name in held}
    hidden = {"edition": None, "feeds": None}  # all of it at once: a page that asked for that would have to be told all
    mappings = {name: Watched(getattr(library, name), asked[name]) for name in held}
    return replace(library, **hidden, **mappings), asked  # type: ignore[arg-type]


def opened(told: Edition) -> views.Library:
    return views.open_library(told, Options(), "https://user.github.io/repo", "Digest")


EDITIONS = pytest.mark.parametrize("told", [edition(), gathering(), edition_of(BUSY)], ids=["sample", "many", "busy"])


@EDITIONS
def test_an_entitys_pages_look_at_its_articles_and_at_no_others(told: Edition) -> None:
    library = opened(told)
    for bundle in entities(library):
        entity = next((e for e in library.entities.values() if entity_path(e) == bundle.name), None)
        if entity:
            own = {seen.story_id for seen in entity.appearances}
            own |= {version for one in own for version in library.versions.get(one, ())}
            watching, asked = watched(library)
            made = next(one for one in entities(watching) if one.name == bundle.name)
            for reads in asked.values():
                reads.clear()
            list(made.make())
            assert {key for name in STORIES for key in asked[name]} <= own
            assert asked["feed_of"] <= {bundle.name, *(page.path for page in made.make())}
            assert asked["organisations"] <= {(role.role.organisation or "").casefold() for role in entity.roles} | {""}
            assert asked["entities"] <= {one.entity_id for one in entity.companions} | {entity.id}
            assert asked["speakers"] <= {(one.story_id, one.quote.span) for one in entity.quotes}


@EDITIONS
def test_an_articles_page_looks_at_itself_its_versions_and_what_is_related(told: Edition) -> None:
    library = opened(told)
    for story_id in library.stories:
        watching, asked = watched(library)
        views.article_page(watching, story_id)
        versions = set(library.versions.get(story_id, ()))
        assert {key for name in STORIES for key in asked[name]} <= {story_id} | versions
        assert asked["feed_of"] <= {library.paths[story_id]}
        assert asked["entities"] | asked["organisations"] == set()
        assert {key[0] for key in asked["speakers"]} <= {story_id}


def leaves(library: views.Library) -> dict[str, Leaf[Any]]:
    subjects = (leaf for tag in plain_tags(library.edition, library.options) for leaf in tag_leaves(library, tag))
    lists = (archive_leaves(library), quotations_leaves(library), report_leaves(library), redirect_leaves(library))
    return {leaf.path: leaf for some in (*lists, subjects) for leaf in some}


@EDITIONS
def test_a_page_of_a_list_looks_at_its_articles_and_at_no_others(told: Edition) -> None:
    library = opened(told)
    for path, leaf in leaves(library).items():
        watching, asked = watched(library)
        own = set(leaf.stories)
        own |= {version for one in own for version in library.versions.get(one, ())}
        made = leaves(replace(watching, edition=told, feeds=library.feeds))[path]
        for reads in asked.values():
            reads.clear()
        made.make()
        assert {key for name in STORIES for key in asked[name]} <= own
        assert asked["feed_of"] <= {path}
        assert {key[0] for key in asked["speakers"]} <= own


@pytest.mark.parametrize(
    ("path", "field", "value"),
    [
        ("archive.html", "outlet", "Another"),
        ("build-report.html", "notes", ("another",)),
        ("quotes/index.html", "title", "Another"),
        ("tags/turbines.html", "byline", ("Ann Other",)),
    ],
)
def test_another_word_of_an_article_is_another_digest_of_the_lists_that_show_it(
    path: str, field: str, value: object
) -> None:
    before, again, after = opened(edition()), opened(edition()), opened(changed_story(edition(), **{field: value}))
    assert leaf_inputs(before, leaves(before)[path]) == leaf_inputs(again, leaves(again)[path])
    assert leaf_inputs(before, leaves(before)[path]) != leaf_inputs(after, leaves(after)[path])


@pytest.mark.parametrize("change", [{"skipped": ()}, {"warnings": ("another",)}])
def test_the_report_counts_by_what_came_to_nothing_too(change: Mapping[str, Any]) -> None:
    before, after = opened(edition()), opened(replace(edition(), **change))
    path = "build-report.html"
    assert leaf_inputs(before, leaves(before)[path]) != leaf_inputs(after, leaves(after)[path])


def test_a_view_may_take_no_more_from_a_library_than_is_watched() -> None:
    known = {f.name for f in fields(views.Library)}
    everywhere = {"base", "edition", "feeds", "made", "options", "rank", "saved_at_once", "site"}
    assert known == {*STORIES, "entities", "feed_of", "organisations", "speakers", *everywhere}


def changed_story(told: Edition, **values: object) -> Edition:
    first, *rest = told.stories
    return replace(told, stories=(replace(first, **values), *rest))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Another"), ("outlet", "Another"), ("byline", ("Ann Other",)), ("notes", ("another",)), ("lang", "de")],
)
def test_another_word_of_an_article_is_another_digest_of_its_page_and_of_those_it_names(
    field: str, value: object
) -> None:
    before, after = opened(edition()), opened(changed_story(edition(), **{field: value}))
    story: Story = before.edition.stories[0]
    assert article_inputs(before, story.id) != article_inputs(after, story.id)
    entity: Entity = before.present[story.id][0][0]
    assert entity_inputs(before, entity, (), ()) != entity_inputs(after, after.entities[entity.id], (), ())


@pytest.mark.parametrize(
    "options", [Options(lang="de"), Options(tag_pages=9), Options(feed_min=1), Options(summary_words=(1, 2))]
)
def test_another_option_is_another_digest(options: Options) -> None:
    before, after = opened(edition()), views.open_library(edition(), options, "https://user.github.io/repo", "Digest")
    story = before.edition.stories[0].id
    assert article_inputs(before, story) != article_inputs(after, story)


def test_another_order_of_an_entitys_articles_is_another_digest() -> None:
    told = edition_of(BUSY)
    turned = replace(told, stories=told.stories[::-1], analyses=told.analyses[::-1], story_tags=told.story_tags[::-1])
    before, after = opened(told), opened(turned)
    entity = next(iter(before.entities.values()))
    assert entity_inputs(before, entity, (), ()) != entity_inputs(after, after.entities[entity.id], (), ())


def test_people_and_companions_count_by_what_pages_show_of_them() -> None:
    library = opened(edition())
    quill = next(e for e in library.entities.values() if e.name == "Ada Quill")
    told = edition()
    renamed = tuple(replace(e, name="Lumen & Sons") if e.name == "Lumen Works" else e for e in told.entities)
    other = opened(replace(told, entities=renamed))
    assert entity_inputs(library, quill, (), ()) != entity_inputs(other, other.entities[quill.id], (), ())
