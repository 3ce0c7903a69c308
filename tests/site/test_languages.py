"""A title is marked with the language of its article wherever it stands, and runs in its own direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.sample import edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build

TITLES = {"Hen bier fferi yn orsaf ynni": "cy", "לילה צר לראש המועצה": "he", "Zweihundert junge Rochen": "de"}
PAGES = ("index.html", "archive.html", "quotes/index.html", "build-report.html", "people/ada-quill.html",
         "people/tomas-brandt.html", "tags/turbines.html", "articles/tide*.html")  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, each article in a language of its own."""
    made = edition()
    stories = tuple(
        replace(story, title=title, title_origin="text", lang=lang)
        for story, (title, lang) in zip(made.stories, TITLES.items(), strict=True)
    )
    return build(replace(made, stories=stories), tmp_path_factory.mktemp("languages"), SITEURL)


def shown(element: Element, lang: str = "", way: str = "") -> Iterator[tuple[str, str, str]]:
    """Walk through what stands on a page: each text with its language and direction."""
    lang, way = element.get("lang", lang), element.get("dir", way)
    yield (element.text or "").strip(), lang, way
    for child in element:
        yield from shown(child, lang, way)
        yield (child.tail or "").strip(), lang, way


@pytest.mark.parametrize("pattern", PAGES)
def test_each_title_has_its_language_and_its_direction(site: Path, pattern: str) -> None:
    (body,) = pages.elements(pages.page(site, pattern), "body")
    found = [(text, lang, way) for text, lang, way in shown(body) if text in TITLES]
    assert found
    assert [one for one in found if one[1:] != (TITLES[one[0]], "auto")] == []
