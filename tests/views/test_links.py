"""Which names in an article's text lead somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsdigest.options import Options
from newsdigest.views import name_links, open_library

from tests.sample import STORIES, edition


@pytest.mark.parametrize(
    ("base", "expected"), [("..", "../people/ada-quill.html"), ("https://x.y", "https://x.y/people/ada-quill.html")]
)
def test_a_name_is_linked_where_it_stands_first(base: str, expected: str) -> None:
    made = edition()
    links = name_links(open_library(made, Options()), STORIES[0].id, base)
    linked = {made.analyses[0].mentions[number].text: address for number, address in links.items()}
    assert linked["Ada Quill"] == expected
    assert "Quill" not in linked
    assert list(links.values()).count(expected) == 1


@pytest.mark.parametrize(("headings", "linked"), [((0,), "Quill"), ((0, 1, 2, 3, 4), "Ada Quill")])
def test_a_name_in_a_heading_is_linked_only_where_it_stands_nowhere_else(headings: tuple[int], linked: str) -> None:
    made = edition()
    paragraphs = tuple(replace(p, kind="heading") if n in headings else p for n, p in enumerate(STORIES[0].paragraphs))
    changed = replace(made, stories=(replace(STORIES[0], paragraphs=paragraphs), *made.stories[1:]))
    links = name_links(open_library(changed, Options()), STORIES[0].id, "..")
    where = [number for number, address in links.items() if address == "../people/ada-quill.html"]
    assert [made.analyses[0].mentions[number].text for number in where] == [linked]


def test_a_place_is_not_linked_as_it_has_no_page() -> None:
    made = edition()
    places = tuple(replace(entity, kind="place") for entity in made.entities)
    library = open_library(replace(made, entities=places), Options())
    assert [name_links(library, story.id, "..") for story in STORIES] == [{}] * len(STORIES)


def test_a_story_that_names_nobody_has_no_links() -> None:
    library = open_library(replace(edition(), entities=()), Options())
    assert [name_links(library, story.id, "..") for story in STORIES] == [{}] * len(STORIES)
