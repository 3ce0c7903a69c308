"""Text of others in every field of every type is inert on every page and in every file of a site."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from newsdigest.model import Edition, Keyword
from newsdigest.text import without_unsafe_characters

from tests.hostile.poison import CONTROLS, PAYLOADS, Field, Poison, harmless, hostile, poisoned, text_fields
from tests.sample import edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build

ADDRESS = re.compile(r"(?:https?://|[\w./-]*(?:#[\w-]*)?(?:\?\w+=[\w%.+-]*)?$)")
"""Of the web, or of a place on this site."""
MOVED = "This page has moved"
"""Heads a page where another was."""
WRITTEN = '<html><head><title>{0}</title><meta name="description" content="{0}"></head><body><p>Ours.</p></body></html>'


@dataclass(frozen=True, slots=True)
class Pair:
    """The site of a hostile edition and that of one without the payloads' characters."""

    made: Edition
    hostile: Path
    harmless: Path


def whole() -> Edition:
    """The sample, with what it lacks: a keyword, a gist, versions of a text."""
    made = edition()
    analyses = tuple(replace(a, keywords=(Keyword("tide", 1.0),), gist=a.sentences[0].span) for a in made.analyses)
    return replace(made, analyses=analyses, versions=(tuple(story.id for story in made.stories[:2]),))


def site_of(made: Edition, folder: Path, poison: Poison) -> Path:
    """Build it, with a hand-written page and the site's own name poisoned as well."""
    (folder / "content" / "pages").mkdir(parents=True)
    told = poison(("Page", "title"), "Imprint").replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    (folder / "content" / "pages" / "imprint.html").write_text(WRITTEN.format(told), encoding="utf-8")
    name, motto = (poison(("Settings", name), name) for name in ("SITENAME", "SITESUBTITLE"))
    settings = {"SITENAME": name, "SITESUBTITLE": motto, "DIGEST_FEED_MIN": 1, "DIGEST_TAG_PAGES": 1}
    return build(made, folder, SITEURL, **settings)


@pytest.fixture(scope="module", params=range(len(PAYLOADS)))
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """In each round every text has another payload."""
    made = poisoned(whole(), hostile(request.param))
    poisoned_site = site_of(made, tmp_path_factory.mktemp("hostile"), hostile(request.param))
    dotted = poisoned(whole(), harmless(request.param))
    return Pair(made, poisoned_site, site_of(dotted, tmp_path_factory.mktemp("dots"), harmless(request.param)))


def skeleton(path: Path) -> Counter[tuple[str, ...]]:
    """Count the elements of a page by their names and those of their attributes."""
    return Counter((str(e.tag), *sorted(map(str, e.attrib))) for e in pages.parsed(path).iter())


def strings(value: Any) -> Iterator[str]:
    """List every text of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def one_line(text: str) -> str:
    return " ".join(text.split())


def sound(text: str) -> bool:
    return without_unsafe_characters(text) == text


def test_every_text_field_of_every_type_is_reached() -> None:
    reached: set[Field] = set()

    def note(field: Field, text: str) -> str:
        reached.add(field)
        return text

    assert poisoned(whole(), note).stories[0].text == whole().stories[0].text
    assert reached | {("Edition", "story_tags"), ("Tag", "slug")} == set(text_fields(Edition))


def test_the_payloads_stand_in_the_articles_where_the_spans_are() -> None:
    made = poisoned(whole(), hostile(0))
    for story, analysis in zip(made.stories, made.analyses, strict=True):
        for mention in analysis.mentions:
            assert story.text[mention.span.start : mention.span.end] == mention.text
            assert mention.text.startswith(PAYLOADS)


def test_no_page_has_an_element_or_attribute_that_a_harmless_one_has_not(pair: Pair) -> None:
    paths = [path.relative_to(pair.hostile) for path in pages.html_files(pair.hostile)]
    assert paths == [path.relative_to(pair.harmless) for path in pages.html_files(pair.harmless)]
    for path in paths:  # there may be fewer: a page that is long already has less room for cards
        assert skeleton(pair.hostile / path) <= skeleton(pair.harmless / path), path


def test_no_attribute_is_an_event_and_no_address_a_program(pair: Pair) -> None:
    for path in pages.html_files(pair.hostile):
        for element in pages.parsed(path).iter():
            assert not [a for a in element.attrib if str(a).startswith("on") or a in ("style", "srcdoc")], path
        for address in pages.addresses(path):
            assert ADDRESS.match(address), (path, address)


def test_the_only_scripts_are_ours_and_data_which_hold_the_title_as_it_stands(pair: Pair) -> None:
    told: set[str] = set()
    for path in pages.html_files(pair.hostile):
        for script in pages.elements(path, "script"):
            if script.get("type") == "application/ld+json":
                assert "<" not in (script.text or "")
                told |= set(strings(json.loads(script.text or "")))
            else:
                assert (script.get("src") or "").startswith(f"{SITEURL}/theme/"), path
    assert {story.title for story in pair.made.stories} <= told


def test_files_for_programs_hold_every_text_as_it_stands(pair: Pair) -> None:
    files = [*(pair.hostile / "data").glob("*.json"), *(pair.hostile / "feeds").glob("*.json")]
    told = {text for path in files for text in strings(json.loads(path.read_text(encoding="utf-8")))}
    made = pair.made
    texts = {story.title for story in made.stories} | {story.outlet for story in made.stories}
    names = {entity.name for entity in made.entities} | {tag.name for tag in made.tags if not tag.entity_id}
    quotes = {quote.text for analysis in made.analyses for quote in analysis.quotes}
    assert {text for text in texts | names | quotes if text not in told} == set()


def test_no_cell_of_the_table_is_a_formula(pair: Pair) -> None:
    with (pair.hostile / "data" / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if re.match(r"\s*[=+@-]|[\t\r\n]", cell)] == []


def test_feeds_and_lists_are_sound_and_their_html_is_inert(pair: Pair) -> None:
    files = [path for path in pair.hostile.rglob("*") if path.suffix in (".opml", ".xml")]
    assert len(files) > 10
    for path in files:
        root = etree.fromstring(path.read_bytes())
        for part in root.iter("description", "{http://purl.org/rss/1.0/modules/content/}encoded"):
            html = etree.HTML(f"<body>{part.text}</body>")
            assert not html.xpath("//script|//img|//svg|//@*[starts-with(name(), 'on')]"), path
            assert all(ADDRESS.match(address) for address in html.xpath("//@href|//@src")), path


def test_every_title_is_shown_as_it_stands(pair: Pair) -> None:
    shown = {title for path in pair.hostile.glob("articles/*.html") for title in pages.texts(path, "h1")}
    assert shown == {one_line(story.title) for story in pair.made.stories}
    (imprint,) = pages.texts(pair.hostile / "pages" / "imprint.html", "h1")
    assert imprint.startswith(tuple(map(one_line, PAYLOADS)))


@pytest.mark.parametrize("kind", ["people", "organisations", "tags"])
def test_every_name_is_shown_as_it_stands(pair: Pair, kind: str) -> None:
    made = pair.made
    names = {tag.name for tag in made.tags if not tag.entity_id} if kind == "tags" else set()
    names |= {one.name for one in made.entities if one.kind == {"people": "person"}.get(kind, kind.removesuffix("s"))}
    shown = {name for path in pair.hostile.glob(f"{kind}/*.html") for name in pages.texts(path, "h1")}
    assert shown - {MOVED}
    assert shown - {MOVED} <= set(map(one_line, names))


def test_braces_are_text_and_never_a_template(pair: Pair) -> None:
    braces, dots = "{{ 7*7 }}", "·· 7·7 ··"
    for path in pages.html_files(pair.hostile):
        harmless_page = pair.harmless / path.relative_to(pair.hostile)
        assert (braces in pages.source(path)) == (dots in pages.source(harmless_page)), path


def test_control_characters_reach_no_file_for_programs(tmp_path: Path) -> None:
    def poison(field: Field, text: str) -> str:
        return text if field == ("Story", "lang") else f"{CONTROLS}{text}"  # cleaning makes a tag of it, or nothing

    site = build(poisoned(whole(), poison), tmp_path, SITEURL, DIGEST_FEED_MIN=1)
    for path in site.rglob("*"):
        if path.suffix in (".csv", ".opml", ".xml"):
            assert sound(path.read_text(encoding="utf-8-sig").replace("\r", "")), path
        elif path.suffix == ".json" and path.parent.name in ("data", "feeds"):
            assert all(map(sound, strings(json.loads(path.read_text(encoding="utf-8"))))), path
