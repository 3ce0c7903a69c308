"""The pictures as they are built: sound SVG, the same as the table beside it, legible at any width."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser

from tests.sample import edition
from tests.site import pages
from tests.site.browsing import NEEDS_CHROMIUM, opened, visit
from tests.site.conftest import SITEURL
from tests.site.gathering import OTHERS, gathering
from tests.site.harness import build

QUILL = "people/one-0.html"
DRAWN = (QUILL, "connections.html")
SMALL = 6_000
MEASURED = """
() => [...document.querySelectorAll("figure > .ties")].map((svg) => {
  const frame = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
  const outside = boxes.filter((b) => b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1
    || b.bottom > frame.bottom + 1).length;
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const meeting = boxes.filter((a, n) => boxes.slice(0, n).some((b) => meet(a, b))).length;
  const size = parseFloat(getComputedStyle(svg).fontSize) * frame.width / svg.viewBox.baseVal.width;
  return { labels: boxes.length, outside, meeting, size };
})
"""


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition with names that are hard to draw."""
    return build(gathering(), tmp_path_factory.mktemp("met"), SITEURL)


def picture(path: Path) -> tuple[Element, int]:
    """Read the picture of a page with an XML parser; gives its size in bytes too."""
    found = next(re.finditer(r"<figure>\s*(<svg.*?</svg>)", pages.source(path), re.DOTALL))[1]
    return ElementTree.fromstring(found), len(found.encode())  # noqa: S314  # our own page


def names(svg: Element) -> list[str]:
    """The names that a picture shows: where one is cut, the whole of it."""
    return [a.findtext("title") or "".join(t.text or "" for t in a.iter("text")) for a in svg.iter("a")]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", DRAWN)
def test_a_picture_is_sound_and_small_and_told_to_those_who_do_not_see_it(met: Path, path: str) -> None:
    svg, size = picture(met / path)
    assert size < SMALL * (1 if path == QUILL else 4)
    assert svg.get("role") == "group"
    ids = {e.get("id") for e in pages.parsed(met / path).iter()}
    assert {svg.get("aria-labelledby"), svg.get("aria-describedby")} <= ids


@pytest.mark.parametrize("path", DRAWN)
def test_nothing_in_a_picture_needs_an_exception_from_the_policy(met: Path, path: str) -> None:
    svg, _ = picture(met / path)
    for element in svg.iter():
        assert element.tag in {"svg", "path", "circle", "rect", "a", "title", "text"}
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_the_table_says_what_the_picture_shows_in_the_same_order(met: Path) -> None:
    svg, _ = picture(met / QUILL)
    rows = [e for e in pages.elements(met / QUILL, "th") if e.get("scope") == "row"]
    assert [squeezed(name) for name in names(svg)] == [squeezed("".join(row.itertext())) for row in rows]
    assert len(svg.findall("path")) == len(rows) == len(OTHERS)


def test_each_name_of_the_great_picture_stands_in_its_table(met: Path) -> None:
    svg, _ = picture(met / "connections.html")
    rows = [e for e in pages.elements(met / "connections.html", "th") if e.get("scope") == "row"]
    told = {squeezed("".join(a.itertext())) for row in rows for a in row}
    assert {squeezed(name) for name in names(svg)} == told
    assert len(svg.findall("path")) == len(rows)


def test_hostile_and_foreign_names_are_drawn_as_they_are(met: Path) -> None:
    svg, _ = picture(met / QUILL)
    assert {squeezed(name) for name in names(svg)} == {squeezed(name) for name in OTHERS}
    assert "<script>zqx" not in pages.source(met / QUILL)


def test_somebody_whom_nobody_stands_beside_has_no_picture_but_a_sentence(met: Path) -> None:
    path = met / "organisations/one-1.html"
    assert "<figure>" not in pages.source(path)
    assert "belong together" in "".join(pages.parsed(path).itertext())


def test_mentions_by_date_are_drawn_and_told(met: Path) -> None:
    svg = next(re.finditer(r"<svg[^>]*role=\"img\".*?</svg>", pages.source(met / QUILL)))[0]
    drawn = ElementTree.fromstring(svg)  # noqa: S314  # our own page
    (caption,) = [e for e in pages.elements(met / QUILL, "figcaption") if e.get("aria-hidden")]
    assert drawn.get("aria-label") == f"Mentions by day: {''.join(caption.itertext())}"
    assert [path.get("class") for path in drawn.iter("path")] == [None, "highest"]


def test_the_great_picture_is_reached_from_the_indexes_of_names(published: Path) -> None:
    for index in ("people.html", "organisations.html"):
        assert f"{SITEURL}/connections.html" in set(pages.addresses(published / index))


def test_the_same_edition_gives_the_same_pictures(met: Path, tmp_path: Path) -> None:
    again = build(gathering(), tmp_path, SITEURL)
    for path in DRAWN:
        assert pages.source(met / path) == pages.source(again / path)


def test_a_picture_of_a_few_is_drawn_too(published: Path) -> None:
    svg, _ = picture(published / "people/ada-quill.html")
    quill = next(e for e in edition().entities if e.name == "Ada Quill")
    assert len(names(svg)) == len(quill.companions)


class TestInBrowser:
    """With the typefaces of a real browser."""

    pytestmark = NEEDS_CHROMIUM

    @pytest.mark.parametrize("path", DRAWN)
    def test_labels_are_legible_and_meet_neither_each_other_nor_the_frame(
        self, browser: Browser, met: Path, path: str
    ) -> None:
        with opened(browser, met) as context:
            page = context.new_page()
            assert visit(page, met, path) == []
            for width in (320, 390, 768, 1440, 2560):
                page.set_viewport_size({"width": width, "height": 800})
                (found,) = page.evaluate(MEASURED)
                assert found["labels"] >= len(OTHERS)
                assert (found["outside"], found["meeting"]) == (0, 0), width
                assert found["size"] >= 12, width
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
