"""The texts of articles as HTML, for pages and for feeds."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdigest import markup
from newsdigest.bodies import Bodies
from newsdigest.options import Options
from newsdigest.views import Library, name_links, open_library

from tests.sample import STORIES, edition


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(edition(), Options())


def rendered(library: Library, base: str) -> list[str]:
    of = library.stories, library.analyses
    return [markup.body(of[0][s.id], of[1][s.id], name_links(library, s.id, base)) for s in STORIES]


def test_a_text_on_its_page_leads_to_the_pages_above(library: Library) -> None:
    shown = list(map(Bodies(library).of, [story.id for story in STORIES]))
    assert shown == rendered(library, "..")
    assert 'href="../people/ada-quill.html"' in shown[0]


def test_a_text_elsewhere_is_as_if_it_had_been_rendered_for_there(library: Library) -> None:
    bodies, base = Bodies(library), "https://x.example/news"
    assert [bodies.elsewhere(story.id, base) for story in STORIES] == rendered(library, base)


def test_a_text_is_rendered_once(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(markup, "body", lambda story, *_: made.append(story.id) or "<p>One.</p>")
    bodies = Bodies(library, tmp_path)
    for _ in range(2):
        assert bodies.of(STORIES[0].id) == bodies.elsewhere(STORIES[0].id, "https://x.example") == "<p>One.</p>"
    assert made == [STORIES[0].id]
